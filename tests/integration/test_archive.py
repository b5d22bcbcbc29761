"""A closed dossier is taken to the archive as a folder that reads without Open Kader; all of it made up."""

from pathlib import Path

import pytest

from openkader.cli.main import main
from openkader.kader import Assessor
from openkader.publication.archive.verifying import verify
from tests.integration.archive_house import a_closed_one, files_in

pytestmark = pytest.mark.django_db


def test_a_closed_dossier_becomes_a_folder_that_verifies(assessor: Assessor, tmp_path: Path) -> None:
    reference = a_closed_one(assessor)
    assert main(["archive", "export", reference, "--to", str(tmp_path)]) == 0
    files = files_in(tmp_path / reference)
    assert {
        "index.html",
        "dossier.pdf",
        "data/dossier.json",
        "dossier.mdto.xml",
        "LEESMIJ.txt",
    } <= files.keys()
    assert verify(tmp_path / reference).wrong == ()
