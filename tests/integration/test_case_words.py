"""A case is found by the words of its title, and by those of each who takes part in it, whatever was done with it."""

from importlib import import_module
from pathlib import Path

import pytest
from django.db import connection

from openkader.casework.delegation import Delegate as Listed
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.case_lines import keep_all_lines
from openkader.register.case_words import drop_case_words
from openkader.register.entries import NameEntry
from openkader.register.models import CaseLine, CasePartyWord, CaseWord, Delegate
from openkader.register.searching import keep_all_words
from openkader.register.selectors import finding_cases
from openkader.register.selectors.finding_cases import cases_named
from openkader.register.selectors.pages import AS_SUCH
from tests.integration.register_house import HAND, NOW, change
from tests.integration.screening_house import LI, WANG, a_delegation
from tests.integration.test_services import CHANGES

pytestmark = pytest.mark.django_db
Words = set[tuple[str, str | None, str]]
UPGRADE = import_module("openkader.register.migrations.0065_words_of_parties_at_cases")


def words() -> Words:
    own = CaseWord.objects.values_list("request__reference", "word__word")
    theirs = CasePartyWord.objects.values_list("request__reference", "party__reference", "word__word")
    return {(case, None, word) for case, word in own} | set(theirs)


def found(text: str) -> int:
    return CaseLine.objects.alias(**AS_SUCH).filter(cases_named(text).every).count()


def make_lines_anew() -> None:
    keep_all_lines(NOW, NOW.date())


def make_words_anew() -> None:
    keep_all_words()


def upgrade() -> None:
    CasePartyWord.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(UPGRADE.WORDS)


@pytest.mark.parametrize("name", CHANGES)
def test_after_every_change_the_words_are_those_that_are_made_anew(
    name: str, assessor: Assessor, tmp_path: Path
) -> None:
    change(name, assessor, tmp_path)()
    kept = words()
    for again in (make_lines_anew, make_words_anew, upgrade):
        again()
        assert words() == kept, again.__name__


def test_words_are_kept_of_who_comes_along_and_of_their_organisation() -> None:
    a_delegation()
    assert {word for _, party, word in words() if party} >= {"wang", "verzonnen", "li", "bedacht", "tuinbouw"}
    drop_case_words()
    assert (words(), found("wang")) == (set(), 0)
    make_lines_anew()
    assert (found("wang"), found("王虚构"), found("tuinbouw")) == (1, 1, 1)


def test_two_words_have_to_be_of_one_party() -> None:
    a_delegation(WANG, LI)
    assert (found("wang verzonnen"), found("li bedacht")) == (1, 1)
    assert (found("wang bedacht"), found("li verzonnen")) == (0, 0)


def test_a_case_is_found_by_a_name_that_a_party_of_it_got_since() -> None:
    a_delegation()
    wang = Delegate.objects.get(row=WANG.row).party.reference
    assert found("Volstrekt Anders") == 0
    services.name_party(wang, NameEntry(name="Volstrekt Anders"), **HAND)
    assert (found("Volstrekt Anders"), found("wang")) == (1, 1)


def test_a_case_with_very_many_who_are_called_alike_is_one_case(monkeypatch: pytest.MonkeyPatch) -> None:
    many = tuple(Listed(row=row, names=(f"Bedacht Persoon{row}",)) for row in range(2, 14))
    a_delegation(*many)
    monkeypatch.setattr(finding_cases, "_MOST", 5)
    named = cases_named("bedacht")
    assert (named.each, found("bedacht")) == (None, 1)
    a_delegation(*many, request="V-2")
    monkeypatch.setattr(finding_cases, "_MOST_MORE", 1)
    assert cases_named("bedacht").each is not None
    assert found("bedacht") == 2
