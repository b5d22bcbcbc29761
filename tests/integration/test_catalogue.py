"""The description of the data for other catalogues passes the shapes of its standard, where those are at hand.

The shapes (Geonovum/DCAT-AP-NL30, ``shapes/``) and what applies them are not here: `OPENKADER_DCAT_SHAPES` names the
folder with the shapes, `OPENKADER_PYSHACL` the command ``pyshacl`` of an environment of its own.
"""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings

from openkader.kader import Assessor
from tests.integration.publication_house import public

pytestmark = pytest.mark.django_db
SHAPES, PYSHACL = os.environ.get("OPENKADER_DCAT_SHAPES", ""), os.environ.get("OPENKADER_PYSHACL", "")
APPLIED = (
    "dcat-ap-SHACL.ttl",
    "dcat-ap-nl-SHACL.ttl",
    "dcat-ap-nl-SHACL-klassebereik.ttl",
    "dcat-ap-nl-SHACL-klassebereik-codelijsten.ttl",
)
WAY = "/openbaar/catalogus.jsonld"
SAID = """publication:
  organisation: {nl: Provincie Voorbeeld, en: Example Province}
  tooi: https://identifier.overheid.nl/tooi/id/provincie/pv99
  mail: woo@voorbeeld.example
  licence: http://creativecommons.org/publicdomain/zero/1.0/deed.nl
"""


@pytest.fixture
def described(tmp_path: Path, assessor: Assessor) -> dict[str, Any]:
    public(assessor)
    (tmp_path / "voorbeeld").mkdir()
    (tmp_path / "voorbeeld" / "publication.yaml").write_text(SAID, encoding="utf-8")
    with override_settings(OPENKADER_PACKS=str(tmp_path), OPENKADER_ORGANISATION="voorbeeld"):
        answer = Client().get(WAY)
        assert "catalogus.jsonld" in Client().get("/openbaar/data/").content.decode()
    assert answer.headers["Content-Type"] == "application/ld+json"
    return dict(json.loads(answer.content))


def test_everything_that_is_named_is_described(described: dict[str, Any]) -> None:
    known = {one["@id"]: one for one in described["@graph"]}
    catalogue = next(one for one in known.values() if one["@type"] == "dcat:Catalog")
    data_set = known[catalogue["dcat:dataset"]["@id"]]
    assert {one["@id"] for one in data_set["dcat:distribution"]} <= known.keys()
    assert data_set["dct:modified"]["@value"] == "2030-05-01T12:00:00Z"
    assert known[data_set["dcat:contactPoint"]["@id"]]["vcard:hasEmail"] == {
        "@id": "mailto:woo@voorbeeld.example"
    }


def test_who_did_not_say_enough_has_no_description() -> None:
    assert Client().get(WAY).status_code == 404
    assert "catalogus.jsonld" not in Client().get("/openbaar/data/").content.decode()


# It is not ours to bring along: whoever has it names it. A skipped test would close the gate.
if SHAPES and PYSHACL:

    def test_it_passes_the_shapes(described: dict[str, Any], tmp_path: Path) -> None:
        data, shapes = tmp_path / "catalogus.jsonld", tmp_path / "shapes.ttl"
        data.write_text(json.dumps(described), encoding="utf-8")
        shapes.write_text(
            "\n".join((Path(SHAPES) / one).read_text("utf-8") for one in APPLIED), encoding="utf-8"
        )
        command = [PYSHACL, "-s", str(shapes), "-df", "json-ld", "-f", "human", str(data)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stdout[-6000:]
