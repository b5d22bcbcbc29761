"""What the register composes as a report, whoever asks for it and in whichever language they read. All is made up."""

from datetime import date

import pytest
from django.utils.translation import override

from openkader.casework.permissions import HOUSE
from openkader.casework.public_account import PUBLIC_KINDS
from openkader.casework.reporting import ReportKind
from openkader.casework.vocabulary import PublicKind
from openkader.kader import Assessor
from openkader.publication.kader_words import form_words, topic_words
from openkader.publication.report_drafts import composed_of, report_letter, told_of
from openkader.publication.report_facts import Told
from openkader.publication.report_omissions import Omission, left_out
from openkader.register import models, selectors
from tests.integration.mission_house import NOW
from tests.integration.report_house import told as a_told_mission

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]


def told(assessor: Assessor, kind: ReportKind = ReportKind.MISSION_REPORT, language: str = "nl") -> Told:
    if not models.Activity.objects.filter(reference="G-1").exists():
        a_told_mission(assessor)
    return told_of(selectors.report_file("G-1", NOW.date(), reader=HOUSE), kind, language, NOW.date())


def test_a_report_is_in_its_own_language_whatever_is_spoken(assessor: Assessor) -> None:
    dutch, english = told(assessor), told(assessor, language="en")
    with override("en"):
        here = composed_of(dutch).text
        paper = report_letter(dutch, here, date(2030, 5, 1))
    assert "20–25 april 2030" in here
    assert ("Datum", "1 mei 2030") in paper.about
    assert "20–25 April 2030" in composed_of(english).text


def test_what_was_left_out_is_said_in_the_language_of_its_writer(assessor: Assessor) -> None:
    english = told(assessor, language="en")
    assert Omission("Personen zonder openbare rol", 1) in left_out(english, "nl")
    assert Omission("Persons without a public role", 1) in left_out(english, "en")


def test_for_people_outside_more_is_left_out_and_of_nothing_nothing_is_said(assessor: Assessor) -> None:
    council = left_out(told(assessor), "en")
    outside = left_out(told(assessor, ReportKind.PUBLIC_TEXT), "en")
    assert outside[: len(council)] == council
    assert [one.what for one in outside[len(council) :]] == [
        "Reasons of dropouts",
        "Lessons",
        "Names of own parties; only their number is told",
    ]
    assert all(one.number for one in outside)


def test_a_form_is_in_the_words_of_the_kader_or_else_of_the_house(assessor: Assessor) -> None:
    assert form_words(assessor.kader, "mou", "nl") == "memorandum of understanding (MoU)"
    assert form_words(None, "letter_of_intent", "nl") == "intentieverklaring"
    assert form_words(None, "twin_city", "nl") == "twin city"
    assert topic_words(assessor.kader, "nowhere", "nl") == "nowhere"


def test_all_that_is_said_in_public_has_a_name() -> None:
    assert set(PUBLIC_KINDS) == set(PublicKind)
