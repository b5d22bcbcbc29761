"""What came of a year, in the browser and on the command line: of how many, and never a nought for what is unknown."""

import json
import re
from typing import Any

import pytest

from openkader.casework.effect import Answered, Consent
from openkader.cli.main import main
from openkader.register import models, services
from openkader.register.survey_entries import SurveySaidEntry
from tests.integration.register_house import a_request
from tests.integration.secret_house import MARK, a_secret_activity
from tests.integration.survey_house import DOOR, NOW, an_answer, asked, took_part, was_held
from tests.web_pages import MOST_QUERIES, colleague, page, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PATH = "/jaar/2024/effect/"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.web.views.effects.timezone.now", lambda: NOW)
    monkeypatch.setattr("openkader.cli.effect.now", lambda: NOW)


def has_answers(number: int, reference: str = "X-1", **more: Any) -> None:
    """An activity of 2024 in the register, in which so many answered; the group of eighteen was not asked."""
    was_held(reference=reference, group=18, year=2024)
    for at in range(1, number + 1):
        name = f"{chr(64 + at)}. Fictief"
        took_part(name, activity=reference)
        asked(activity=reference, member=f"P{at}", recipient=name, link=None)
        said = SurveySaidEntry(survey=f"{reference}-E{at}", said=an_answer("talk", **more))
        services.answer_survey(said, by=DOOR, now=NOW)


def row_of(text: str, title: str = "Fictieve missie") -> str:
    rows = re.findall(r'<tr role="row">.*?</tr>', re.sub(r"\s+", " ", text))
    return re.sub(r"<[^>]+>", " ", next(row for row in rows if title in row))


def test_a_year_in_which_nobody_was_asked_is_unknown_everywhere() -> None:
    text = page(PATH)
    assert "Niemand is gevraagd, dus is onbekend wat ervan kwam." in text
    assert "onbekend" in row_of(text, "Roadshow in de Chinese provincies")
    assert not re.search(r"\b0 van\b", text)


def test_each_share_says_of_how_many() -> None:
    has_answers(5)
    row = row_of(page(PATH))
    assert "5 van 23 antwoordden" in row
    assert "Vervolggesprek: 5 van 5 (na 1 maand)" in row
    assert "5 of 23 answered" in row_of(page(PATH, "en"), "Fictional mission")


def test_of_few_answers_the_public_reads_no_breakdown_and_a_colleague_does() -> None:
    has_answers(4, words="Weinig woorden.", consent=Consent.NAMED)
    public = page(PATH)
    assert "4 van 22 antwoordden" in row_of(public)
    assert "minder dan 5 antwoorden" in row_of(public)
    assert "ervolggesprek" not in public
    assert "Weinig woorden" not in public
    inside = colleague().get(PATH).content.decode()
    assert "Vervolggesprek: 4 van 4" in row_of(inside)
    assert "/activiteiten/X-1/ervaringen/" in inside


def test_own_words_are_public_only_as_far_as_somebody_agreed() -> None:
    has_answers(5, words="Zonder naam gezegd.", consent=Consent.UNNAMED)
    text = page(PATH)
    assert "Zonder naam gezegd." in text
    assert "Fictief" not in re.sub(r"Fictieve missie", "", text)


def test_words_without_consent_are_in_no_public_page() -> None:
    has_answers(5, words="Niet voor buiten.")
    assert "Niet voor buiten." not in page(PATH)
    assert "Niet voor buiten." not in colleague().get(PATH).content.decode()


def test_an_activity_that_the_reader_may_not_see_is_counted_beside_and_in_nothing() -> None:
    has_answers(5)
    a_request("V-1")
    models.Request.objects.filter(reference="V-1").update(confidentiality="top_secret")
    models.Activity.objects.filter(reference="X-1").update(
        request=models.Request.objects.get(reference="V-1")
    )
    text = page(PATH)
    assert "Fictieve missie" not in text
    assert "1 activiteit is voor u niet zichtbaar" in text
    assert "5 van" not in text


def test_the_page_asks_as_little_of_many_activities_as_of_few() -> None:
    few = queries_of(PATH)
    for at in range(3):
        has_answers(2, reference=f"X-{at}")
    assert queries_of(PATH) <= max(few + 2, MOST_QUERIES)
    assert queries_of(PATH) <= MOST_QUERIES
    assert queries_of(PATH, colleague()) <= MOST_QUERIES


def test_a_year_that_nobody_knows_is_not_found() -> None:
    page("/jaar/1999/effect/", status=404)


def test_a_long_year_comes_a_page_at_a_time_with_all_shares_and_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    has_answers(5, consent=Consent.UNNAMED, words="Verzonnen woorden.")
    whole = page(PATH)
    assert 'rel="next"' not in whole
    monkeypatch.setattr("openkader.web.presenters.row_pages.PER_PAGE", 3)
    client, named, rest = colleague(), [], []
    for number in (1, 2, 3):
        text = client.get(f"{PATH}?activities={number}").content.decode()
        named += re.findall(r'rowheader" scope="row"><a class="nl-link" href="([^"]*)"', text)
        rest.append(
            (text.count("Verzonnen woorden."), text.partition('id="together"')[2].partition("</section>")[0])
        )
    assert (len(named), len(set(named))) == (whole.count('scope="row"><a'), len(named))
    assert len(set(rest)) == 1
    assert rest[0][0] >= 5
    assert "op datum. De totalen zijn van alle" in text


def test_only_what_stands_on_a_page_is_noted_as_read(monkeypatch: pytest.MonkeyPatch) -> None:
    case, client = a_secret_activity(), colleague()
    monkeypatch.setattr("openkader.web.presenters.row_pages.PER_PAGE", 1)
    noted = models.AuditEvent.objects.filter(action="dossier.read", dossier=case)
    with_it = []
    for number in range(1, 12):
        before, text = noted.count(), client.get(f"{PATH}?activities={number}").content.decode()
        with_it += [number] * (MARK in text)
        assert noted.count() - before == (MARK in text)
    assert len(with_it) > 0


def test_the_year_leads_to_it() -> None:
    assert PATH in page("/jaar/2024/")


def test_the_command_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    has_answers(5)
    assert main(["effect", "2024"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"^X-1 +5 van 23 +onbekend$", said, re.MULTILINE)
    assert "vervolggesprek: 5 van 5 (na 1 maand)" in said
    assert main(["effect", "2024", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (mine,) = (one for one in found["activities"] if one["id"] == "X-1")
    assert [one["answered"] for one in mine["waves"]] == [5, None]
    assert found["smallest"] == 5


def test_the_command_of_a_year_without_activities_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["effect", "1999"]) == 0
    assert "geen activiteiten die zijn gehouden" in capsys.readouterr().out


def test_a_group_of_which_nobody_knows_the_number_makes_the_denominator_at_least(
    capsys: pytest.CaptureFixture[str],
) -> None:
    was_held(group=None, year=2024)
    took_part()
    asked(link=None)
    said = SurveySaidEntry(survey="X-1-E1", said=Answered(chosen={"outcome": ("nothing",)}))
    services.answer_survey(said, by=DOOR, now=NOW)
    assert "1 van ten minste 1 antwoordden" in row_of(page(PATH))
    main(["effect", "2024"])
    assert "1 van ten minste 1" in capsys.readouterr().out
