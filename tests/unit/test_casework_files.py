"""A file of an organisation that says nothing, or something else entirely, is told so; nothing stumbles over it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.casework import agreements
from openkader.casework.effect import load_survey
from openkader.casework.intake.loading import load_front_door
from openkader.casework.interviews import load_interviews
from openkader.casework.investment.loading import load_partner
from openkader.casework.network import load_network
from openkader.casework.protection import load_protection
from openkader.casework.publishing.publisher import load_publisher
from openkader.casework.retention import load_retention
from openkader.casework.self_scan import load_self_scan

LOADERS: dict[str, Callable[[Path], object]] = {
    "agreements.yaml": agreements.load_renewing,
    "effect-survey.yaml": load_survey,
    "front-door.yaml": load_front_door,
    "evaluation-interviews.yaml": load_interviews,
    "investments.yaml": load_partner,
    "network.yaml": load_network,
    "protection.yaml": load_protection,
    "publication.yaml": load_publisher,
    "retention.yaml": load_retention,
    "self-scan.yaml": load_self_scan,
}


@pytest.mark.parametrize("text", ["{}\n", "[]\n", "geen bestand\n", "iets: anders\n"])
@pytest.mark.parametrize("name", LOADERS)
def test_a_file_that_says_nothing_of_what_it_is_for_is_told_so(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        LOADERS[name](tmp_path)
    assert all(problem.where.startswith(name) for problem in caught.value.problems)
