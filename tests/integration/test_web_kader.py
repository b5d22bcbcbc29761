"""The kader as a document, and its examples explained like cases."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from openkader.base.text import Text
from openkader.kader import Assessor
from openkader.kader.conditions import ALWAYS
from openkader.kader.constraints import Constraint
from openkader.kader.sources import Passage
from openkader.register.kaders import assessor_of
from openkader.web.presenters.kader import Document
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


def test_the_library_names_what_rests_on_each_source_and_the_policy_of_each_line() -> None:
    text = " ".join(page(KADER).split())
    source = text.split('id="source-NL-CN-2019"')[1].split("</li>")[0]
    assert "Randvoorwaarde RV1: De relatie past in het beleid van het Rijk." in source
    assert "nog steeds gevormd door de notitie Nederland-China" in source
    line = text.split('id="message-level_playing_field"')[1].split('id="message-')[0]
    assert "Kamerbrief over het bezoek aan China op 26 en 27 maart 2024 (2024-05-15)" in line
    assert "31 december 2025 (Eigen invulling van deze reconstructie" in line
    assert "Opnieuw te lezen" not in text  # no source of this kader was followed


def test_a_source_that_was_followed_puts_its_rules_up_for_review(settings, tmp_path: Path) -> None:
    packs = shutil.copytree(settings.OPENKADER_PACKS, tmp_path / "packs")
    library = packs / "zuid-holland" / "2024-01-01" / "library.yaml"
    newer = (
        "sources:\n  - {id: NL-CN-2026, title: {nl: Bedachte notitie, en: Made-up paper}, publisher: Rijk, "
        "date: '2026-03-01', supersedes: NL-CN-2019}\n"
    )
    library.write_text(library.read_text("utf-8").replace("sources:\n", newer, 1), "utf-8")
    settings.OPENKADER_PACKS = packs
    text = " ".join(page(KADER).split())
    assert 'href="#reviews"' in text
    reviews = text.split('id="reviews"')[1].split("</section>")[0]
    assert "Randvoorwaarde RV1" in reviews
    assert "Bedachte notitie (2026-03-01)" in reviews


def test_what_applies_to_a_country_is_worked_out_from_the_rules() -> None:
    text = page(f"{KADER}landen/?land=MA")
    chosen = text.split('id="chosen-caption"')[1].split("</table>")[0]
    assert "Marokko" in text
    assert "uitgaande missie" in chosen
    assert chosen.count("Niet van toepassing") == 1  # the further exploration
    assert "27 landen" in text
    assert "België" in text
    assert "Waar vergelijkbare vragen spelen" in text
    assert queries_of(f"{KADER}landen/?land=MA") <= MOST_QUERIES
    assert f'href="{KADER}landen/"' in page(KADER)


@pytest.mark.parametrize("land", ["XX", "nl", "<b>", "C" * 500])
def test_a_country_that_there_is_not_is_not_found(land: str) -> None:
    from django.test import Client

    assert Client().get(f"{KADER}landen/", {"land": land}).status_code == 404


def test_the_document_says_what_cannot_be_with_its_source() -> None:
    kader = assessor_of("zuid-holland/2024-01-01").kader
    source = next(iter(kader.sources))
    never = Constraint(
        id="quiet",
        text=Text(nl="Bedacht <b>.", en="Made up."),
        never=ALWAYS,
        cites=(Passage(source=source, place="p. 3"),),
    )
    bound = Document(Assessor(replace(kader, constraints=(never,))))
    chapter = next(one for one in bound.rules() if one["id"] == "constraints")
    assert f"'url': '{KADER}#source-{source}'" in str(chapter)
    assert "Bedacht <b>." in str(chapter)
    assert [one["id"] for one in Document(assessor_of(kader.id)).rules()].count("constraints") == 0
