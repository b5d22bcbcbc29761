"""What another version of a kader changes, on a page that can be put before a council."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from openkader.register.kaders import assessor_of
from tests.unit.draft_kaders import VERSION, packs_with_a_draft
from tests.web_pages import MOST_QUERIES, page, queries_of

KADER = "/kader/zuid-holland/2024-01-01/"
DIFFERENCE = f"{KADER}verschil/{VERSION}/"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]


@pytest.fixture
def draft(settings, tmp_path: Path) -> None:
    settings.OPENKADER_PACKS = packs_with_a_draft(tmp_path)


def plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_without_a_second_version_the_page_says_so_and_leads_on() -> None:
    text = page(f"{KADER}verschil/")
    assert "Er is één versie" in text
    assert f'href="{KADER}"' in text
    assert f'href="{KADER}verschil/"' in page(KADER)
    assert queries_of(f"{KADER}verschil/") <= MOST_QUERIES


@pytest.mark.usefixtures("draft")
def test_a_second_version_can_be_chosen() -> None:
    text = page(f"{KADER}verschil/")
    assert f'href="{DIFFERENCE}"' in text
    assert "FICTIEF ontwerp" in text
    assert "Er is één versie" not in text


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_begins_with_what_changes_and_every_link_leads_somewhere(language: str) -> None:
    text = page(DIFFERENCE, language)
    first = {"nl": "Het voorstel verandert in", "en": "The proposal changes in"}[language]
    assert first in text.split("</header>")[1] or first in text
    anchors = re.findall(r' id="([^"]+)"', text)
    assert sorted(set(anchors)) == sorted(anchors)
    assert set(re.findall(r'href="#([^"]+)"', text.split("<main")[1])) <= set(anchors)
    assert queries_of(DIFFERENCE) <= MOST_QUERIES


@pytest.mark.usefixtures("draft")
def test_each_pair_has_its_cases_and_an_example_and_the_rest_says_what_it_said() -> None:
    text = plain(page(DIFFERENCE))
    assert "Was ‘weigeren’, wordt ‘aanhouden’ milder" in text
    assert "het past niet in het beleid van het Rijk" in text
    assert "Het Rijksbeleid: nee" in text
    assert "Dagen vanaf de activiteit: was “-21”, wordt “-28”" in text
    assert "Naam: was “de vraag uit Zuid-Holland”, wordt “de vraag uit de provincie”" in text
    assert "Telt als: was “" in text
    assert "Geldt nu ook als" in text


@pytest.mark.usefixtures("draft")
def test_a_version_beside_itself_says_the_same() -> None:
    assert "Beide versies zeggen hetzelfde." in page(f"{KADER}verschil/2024-01-01/")


@pytest.mark.parametrize("other", ["2030-01-01", "..", "x" * 300])
def test_a_version_that_there_is_not_is_not_found(other: str) -> None:
    assert Client().get(f"{KADER}verschil/{other}/").status_code == 404


def test_any_two_kaders_can_be_shown_also_one_that_has_no_folder() -> None:
    from openkader.kader.soundness.difference import difference
    from openkader.web.presenters.kader_difference import shown_difference

    kader = assessor_of("zuid-holland/2024-01-01").kader
    draft = replace(kader, id="zuid-holland/draft", proposal=kader.proposal[1:])
    shown = shown_difference(difference(kader, draft))
    assert shown["pairs"]
