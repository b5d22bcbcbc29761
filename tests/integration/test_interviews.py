"""Interviews: nothing is used without consent, and what was withdrawn is gone while the interview stays."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction

from openkader.base.errors import NotFound, Refused
from openkader.base.text import Text
from openkader.casework.interviews import Consent, Speaker
from openkader.casework.permissions import HOUSE, NOBODY, Act, HouseHand, Person
from openkader.casework.vocabulary import AccountRole
from openkader.register import models, selectors
from openkader.register.selectors.interviews import InterviewRow, interviews_of
from tests.integration.network_house import party
from tests.integration.outlook_house import NOW, TALKED, consented, interviewed, quoted, withdrawn
from tests.integration.register_house import with_role

pytestmark = pytest.mark.django_db
WITH, WITHOUT, NOT, GONE = Consent
AUDITOR = Person(name="auditor", roles=frozenset({AccountRole.AUDITOR}))
EVALUATOR = Person(name="evaluator", roles=frozenset({AccountRole.EVALUATOR}))
NAMELESS = Speaker(is_withheld=True)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()
    return str(caught.value.refusal.code)


def row(reader: Person = EVALUATOR) -> InterviewRow:
    return interviews_of(2030, reader=reader)[0]


def usable(reader: Person = NOBODY) -> list[tuple[str, str]]:
    return [(one.reference, one.said_of.nl) for one in selectors.quotes_of(2030, reader)]


def test_a_quote_is_used_with_as_much_of_the_name_as_consent_allows() -> None:
    assert interviewed() == interviewed() == TALKED
    assert quoted() == quoted() == "INT-2030-1-C1"
    quoted(words="Met naam.", consent=WITH)
    assert usable() == [("INT-2030-1-C1", "een bedachte kweker"), ("INT-2030-1-C2", "B. Verzonnen")]
    consented(WITHOUT, seen=3)
    assert [name for _reference, name in usable()] == ["een bedachte kweker"] * 2


def test_unknown_and_not_to_be_quoted_are_not_used() -> None:
    interviewed(consent=None)
    quoted(consent=None)
    assert usable() == []
    assert selectors.interview_themes(2030, reader=NOBODY) == {}
    consented(WITHOUT, seen=0)
    assert usable() == []  # nobody said it of the quote
    consented(WITHOUT, seen=1, quote="INT-2030-1-C1")
    assert len(usable()) == 1
    consented(NOT, seen=2)
    assert usable() == []
    assert selectors.interview_themes(2030, reader=NOBODY) == {"growth": 1, "upkeep": 1}


def test_a_quote_has_no_more_consent_than_its_interview() -> None:
    interviewed(consent=WITHOUT)
    assert refused(lambda: quoted(consent=WITH)) == "interview.wider"
    assert refused(lambda: quoted(words="x" * 601)) == "interview.long-quote"
    assert refused(lambda: quoted(theme="local_law")) == "interview.unknown-theme"
    assert not row().quotes


def test_what_was_withdrawn_is_gone_and_that_there_was_an_interview_stays() -> None:
    interviewed()
    quoted()
    withdrawn()
    found = row()
    assert (found.who, found.called, found.consent) == (None, None, GONE)
    assert [one.words for one in found.quotes] == [None]
    assert found.themes == ("growth", "upkeep")
    assert usable() == []
    assert selectors.interview_themes(2030, reader=HOUSE) == {}
    assert not models.InterviewWords.objects.exists()
    assert not models.InterviewSpeaker.objects.exists()
    for act in (withdrawn, lambda: withdrawn("INT-2030-1-C1")):
        assert refused(act) == "interview.withdrawn-already"
    assert refused(quoted) == "interview.withdrawn"
    assert refused(lambda: consented(WITH, seen=3)) == "interview.withdrawn"


def test_one_quote_can_be_taken_back_alone() -> None:
    interviewed()
    quoted()
    quoted(words="Dit mag blijven.")
    withdrawn("INT-2030-1-C1")
    assert [one.words for one in row().quotes] == [None, "Dit mag blijven."]
    assert [reference for reference, _name in usable()] == ["INT-2030-1-C2"]
    assert refused(lambda: withdrawn("INT-2030-1-C1")) == "interview.withdrawn-already"
    assert refused(lambda: consented(WITH, seen=4, quote="INT-2030-1-C1")) == "interview.withdrawn"
    withdrawn()


def test_a_quote_of_another_interview_is_not_there() -> None:
    interviewed()
    quoted()
    other = interviewed(speaker=Speaker(name="C. Bedacht"))
    for act in (
        lambda: withdrawn("INT-2030-1-C1", interview=other),
        lambda: consented(NOT, quote="INT-2030-1-C1", interview=other),
        lambda: withdrawn(interview="NOPE"),
        lambda: quoted("NOPE"),
    ):
        with pytest.raises(NotFound), transaction.atomic():
            act()
    assert len(usable()) == 1


def test_two_at_once_are_told_apart() -> None:
    interviewed()
    consented(NOT)
    consented(NOT)
    assert len(row().consents) == 2
    other = {"by": HouseHand("cli:other"), "now": NOW}
    assert refused(lambda: consented(WITHOUT, hand=other)) == "interview.meanwhile"


def test_a_name_is_for_who_keeps_interviews_and_one_that_is_withheld_is_kept_nowhere() -> None:
    interviewed()
    assert row(EVALUATOR).who == Text(nl="B. Verzonnen", en="B. Verzonnen")
    assert row(AUDITOR).who is None
    interviewed(speaker=NAMELESS, called="", consent=WITHOUT)
    withheld = interviews_of(2030, reader=EVALUATOR)[1]
    assert (withheld.who, withheld.is_withheld) == (None, True)
    assert models.InterviewSpeaker.objects.count() == 1
    assert refused(lambda: consented(WITH, interview="INT-2030-2")) == "interview.withheld"


def test_a_party_is_named_to_who_may_see_it() -> None:
    party()
    interviewed(speaker=Speaker(party="NP-1"), called="")
    quoted(consent=WITH)
    assert row().party == "NP-1"
    assert [name for _reference, name in usable(HOUSE)] == ["Stichting Bedacht"]
    assert [name for _reference, name in usable(NOBODY)] == ["een geïnterviewde"]
    with pytest.raises(NotFound):
        interviewed(speaker=Speaker(party="NOPE"))


def test_words_are_never_rewritten() -> None:
    interviewed()
    quoted()
    with pytest.raises(DatabaseError), transaction.atomic():
        models.InterviewWords.objects.update(words="Iets anders.")


def test_only_the_evaluator_keeps_interviews() -> None:
    interviewed()
    quoted()
    with_role("adviser", AccountRole.ADVISER)
    hand = {"by": "adviser", "now": NOW}
    for act in (
        lambda: interviewed(hand=hand),
        lambda: quoted(hand=hand),
        lambda: consented(hand=hand),
        lambda: withdrawn(hand=hand),
    ):
        assert refused(act) == Act.EVALUATE
    assert len(usable()) == 1
