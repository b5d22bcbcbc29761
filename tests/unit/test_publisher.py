"""An organisation says who it is to everybody outside; what it does not say stays unknown."""

from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.base.text import Text
from openkader.casework.publishing import Publisher
from openkader.casework.publishing.publisher import load_publisher

TOOI = "https://identifier.overheid.nl/tooi/id/provincie/pv99"
HEAD = "publication:\n  organisation: {nl: Provincie Voorbeeld, en: Example Province}\n"


def a_file(folder: Path, body: str) -> Path:
    (folder / "publication.yaml").write_text(body, encoding="utf-8")
    return folder


def test_an_organisation_says_who_publishes(tmp_path: Path) -> None:
    found = load_publisher(a_file(tmp_path, f"{HEAD}  tooi: {TOOI}\n"))
    assert found == Publisher(organisation=Text(nl="Provincie Voorbeeld", en="Example Province"), tooi=TOOI)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (f"{HEAD}  tooi: pv28\n", "publication.bad-tooi"),
        (f"{HEAD}  tooi: {TOOI}\n  mail: nobody\n", "publication.bad-address"),
        (f"{HEAD}  tooi: {TOOI}\n  licence: cc0\n", "publication.bad-address"),
        (f"{HEAD}  tooi: {TOOI}\n  statement: javascript:alert(1)\n", "publication.bad-address"),
        (HEAD, "document.missing-key"),
        ("{}\n", "document.missing-key"),
    ],
)
def test_a_file_that_says_otherwise_is_refused(tmp_path: Path, body: str, problem: str) -> None:
    with pytest.raises(Invalid) as caught:
        load_publisher(a_file(tmp_path, body))
    assert problem in {one.code for one in caught.value.problems}


def test_what_an_organisation_says_of_itself_is_kept_as_it_says_it(tmp_path: Path) -> None:
    said = {
        "mail": "team@example.nl",
        "licence": "https://example.nl/cc0",
        "statement": "http://example.nl/a",
    }
    lines = "".join(f"  {name}: {words}\n" for name, words in said.items())
    found = load_publisher(a_file(tmp_path, f"{HEAD}  tooi: {TOOI}\n{lines}"))
    assert {name: getattr(found, name) for name in said} == said
