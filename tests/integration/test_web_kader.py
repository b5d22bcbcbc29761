"""The kader as a document, and its examples explained like cases."""

import re

import pytest

from tests.web_pages import MOST_QUERIES, page, queries_of

KADER = "/kader/zuid-holland/2024-01-01/"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]


def test_the_kader_and_its_examples_ask_little_of_the_database() -> None:
    page(KADER)
    assert queries_of(KADER) <= MOST_QUERIES
    assert queries_of(f"{KADER}voorbeeld/FX-UM-1/") <= MOST_QUERIES


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_document_holds_every_part_and_every_anchor_once(language: str) -> None:
    from openkader.register.kaders import assessor_of

    kader = assessor_of("zuid-holland/2024-01-01").kader
    text = page(KADER, language)
    anchors = re.findall(r' id="([^"]+)"', text)
    assert sorted(set(anchors)) == sorted(anchors)
    expected = {
        *("sources", "figures", "scenarios"),
        *(precondition.id for precondition in kader.preconditions),
        *(line.id for line in kader.action_lines),
        *(measure.id for measure in kader.measures),
        *(f"rule-{row.id}" for row in kader.proposal),
        *(f"question-{fact.id}" for fact in kader.asked),
        *(f"list-{name}" for name in kader.lists),
        *(f"source-{name}" for name in kader.sources),
        *(f"figure-{figure.id}" for figure in kader.figures),
    }
    assert expected - set(anchors) == set()
    assert set(re.findall(r'href="#([^"]+)"', text)) - set(anchors) == set()
    for scenario in kader.scenarios:
        assert f'href="{KADER}voorbeeld/{scenario.id}/"' in text


def test_the_document_says_what_it_is_and_what_it_lacks() -> None:
    text = page(KADER)
    assert "Gereconstrueerd betekent" in text
    assert "Deze plaats is leeg: de lijst is hier niet openbaar beschikbaar" in text
    assert "Dit is niet de NCTV-lijst." in text
    assert "Het soort verzoek is ‘ondersteuning van een investering’" in text
    assert "uiterlijk 21 dagen ervoor" in text
    assert "enkel de activiteiten omvat waarvoor een verzoek is binnengekomen" in text


def test_every_example_comes_out_as_it_must() -> None:
    text = " ".join(page(KADER).split())
    table = text.split('id="scenarios-caption"')[1]
    rows = table.split("</table>")[0].split("<tbody")[1].split("<tr")[1:]
    assert len(rows) == 17
    assert all("<span>Ja</span>" in row for row in rows)


def test_an_example_is_marked_as_made_up_and_explained() -> None:
    text = page(f"{KADER}voorbeeld/OK-HOLD-1/")
    assert "Dit geval is bedacht om het kader te proberen." in text
    assert "Wat de doorslag geeft" in text
    assert "De provincie schakelt dan altijd eerst met het Rijk" in text
    assert "Robotica en autonome systemen" in text
    assert "This case was made up" in page(f"{KADER}voorbeeld/OK-HOLD-1/", "en")


@pytest.mark.parametrize(
    "path", ["/kader/nergens/2024-01-01/", "/kader/zuid-holland/1999-01-01/", f"{KADER}voorbeeld/NOPE/"]
)
def test_what_does_not_exist_is_not_found(path: str) -> None:
    page(path, status=404)
