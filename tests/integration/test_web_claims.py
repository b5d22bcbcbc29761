"""The page of the claims of a year: what is contradicted first, and every row one click away."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.base.text import Text
from openkader.casework.vocabulary import Confidentiality
from openkader.evaluation.claims.checking import shipped_claims
from openkader.register import selectors, services
from openkader.register.entries import RequestEntry
from openkader.web.presenters import claims as shown
from tests.integration.register_house import HAND
from tests.web_pages import MOST_QUERIES, colleague, page, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
CLAIMS = "/jaar/2024/evaluatie/beweringen/"


def article(text: str, reference: str) -> str:
    """What stands under one claim, with single spaces."""
    found = re.search(rf'<article class="claim" id="{reference}">.*?</article>', text, re.DOTALL)
    assert found is not None, reference
    return re.sub(r"\s+", " ", found.group())


def test_what_is_contradicted_comes_first() -> None:
    text = page(CLAIMS)
    assert text.index('id="contradicted"') < text.index('id="unproved"') < text.index('id="proved"')
    assert text.index('id="vier-ontvangen"') < text.index('id="zevenentwintig-partijen"')
    assert re.findall(r'tally__number">(\d+)', text) == ["13", "26", "18"]


def test_the_rows_of_a_claim_lead_to_their_dossiers() -> None:
    found = article(page(CLAIMS), "mvo-alle-bezoeken")
    assert re.findall(r'href="/dossiers/([^/]+)/"', found) == [
        f"ZH-2024-0{number}" for number in (1, 4, 3, 5)
    ]
    assert "het register komt op 2 van 4; de zin zegt alle." in found
    assert 'href="/jaar/2024/evaluatie/responsible_business_incoming/"' in found
    for row in re.findall(r'href="(/dossiers/[^"]+)"', found):
        assert Client().get(row).status_code == 200


def test_a_figure_of_the_file_has_its_definition_and_no_page() -> None:
    found = article(page(CLAIMS), "vier-ontvangen")
    assert "Activiteiten met China die het overzicht een ontvangst noemt." in found
    assert "/evaluatie/receptions/" not in found
    assert "Onze lezing:" in found


def test_what_is_missing_is_named() -> None:
    text = page(CLAIMS)
    assert "Het register van 2023." in article(text, "daling-verzoeken")
    assert "ZH-2024-02-P1 (18)" in article(text, "zevenentwintig-partijen")
    assert "The register of 2023." in page(CLAIMS, "en")


def test_a_long_list_says_what_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "_MOST", 50)
    found = article(page(CLAIMS), "alle-maatregelen")
    assert found.count('class="bearing"') == 50
    assert "De 56 rijen erachter" in found
    assert "6 rijen staan hier niet." in found


def test_the_evaluation_leads_to_its_claims() -> None:
    assert f'href="{CLAIMS}"' in page("/jaar/2024/evaluatie/")


def test_a_year_without_claims_says_what_they_are_for(settings: Any, tmp_path: Path) -> None:
    folder = tmp_path / "zuid-holland"
    folder.mkdir()
    (folder / "2024-01-01").symlink_to(Path(settings.OPENKADER_PACKS) / "zuid-holland" / "2024-01-01")
    settings.OPENKADER_PACKS = str(tmp_path)
    assert shipped_claims(2024) is None
    text = page(CLAIMS)
    assert "claims/2024.yaml" in text
    assert 'href="/jaar/2024/evaluatie/"' in text
    assert CLAIMS not in page("/jaar/2024/evaluatie/")


def test_a_year_that_nobody_knows_is_not_found() -> None:
    page("/jaar/1999/evaluatie/beweringen/", status=404)


def test_the_page_asks_the_database_little() -> None:
    queries_of("/jaar/2024/")
    assert queries_of(CLAIMS) <= MOST_QUERIES


def test_which_years_the_register_has_takes_one_question(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        found = selectors.held_years([2024, 2023, 1999])
    assert found.years == {2024}
    assert found.sources[2024].title.en.startswith("Evaluation of the provincial")
    assert found.newest is not None


def test_a_confidential_case_is_counted_and_not_named() -> None:
    entry = RequestEntry(
        reference="V-9",
        year=2024,
        title=Text(nl="Geheimteken", en="Geheimteken"),
        country="CN",
        programme="china",
        confidentiality=Confidentiality.CONFIDENTIAL,
    )
    services.record_request(entry, **HAND)
    public = page(CLAIMS)
    assert "Geheimteken" not in public
    assert "V-9" not in public
    assert "Niet voor u zichtbaar" in article(public, "enkel-tuinbouw")
    theirs = colleague("beslisser", "decider").get(CLAIMS).content.decode()
    assert "Geheimteken" in article(theirs, "enkel-tuinbouw")
