"""What somebody writes may be as long as the limit says, and one letter longer is refused rather than cut."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework import (
    agreements,
    context_figures,
    evaluating,
    initiatives,
    kader_drafting,
    recommendations,
    tokens,
)
from openkader.casework.context_figures import ContextDraft, Part, may_note_context, may_strike_out_context
from openkader.casework.evaluating import ChapterStand, EvaluationState, may_comment, may_correct, may_save
from openkader.casework.initiatives import StepDraft, StepKind, may_step
from openkader.casework.interviews import rules as interviews
from openkader.casework.mission import may_note_lesson, may_plan, programme
from openkader.casework.mission.lessons import LONGEST as LONGEST_LESSON
from openkader.casework.network import rules as network
from openkader.casework.period import Period
from openkader.casework.protection import keeping
from openkader.casework.protection.keeping import StepSaid, StepState
from openkader.casework.publishing import drafting
from openkader.casework.retention import listing
from tests.unit.test_agreements import FORMS, MEMO, TODAY, VALUES
from tests.unit.test_casework_mission import slot
from tests.unit.test_interview_rules import DRAFT as INTERVIEW
from tests.unit.test_kader_drafting import NEW, NEWEST
from tests.unit.test_kader_drafting import STAND as FILE_STAND
from tests.unit.test_publishing import DRAFT as PUBLICATION
from tests.unit.test_publishing import OFFERED
from tests.unit.test_recommendations_rules import DRAFT as FOLLOW_UP
from tests.unit.test_recommendations_rules import KNOWN

Asking = Callable[[str], Refusal | None]
ADDRESS = "https://example.nl/"
MEMBER = network.ContactPointDraft(name="Anna Bedacht", email="anna@example.nl")
CONTACT = network.ContactDraft(
    period=Period.year(2029), purpose="advice", by_whom="Anna Bedacht", about="De beurs."
)
FIGURE = ContextDraft(
    name=Text(nl="Invoer", en="Imports"), value=Decimal(3), unit=Text(nl="", en=""), about=2024, title="Bron"
)
SOUGHT = StepDraft(kind=StepKind.SOUGHT, period=None, what="Een partner gezocht.")
PUBLIC = drafting.PublicationStand(draft=1, drafted_by="anna", released=1)


def both(words: str) -> Text:
    return Text(nl=words, en=words)


def agreement(**changes: Any) -> Refusal | None:
    return agreements.may_state(replace(MEMO, **changes), VALUES, FORMS, TODAY)


def contact(**changes: Any) -> Refusal | None:
    return network.may_note_contact(replace(CONTACT, **changes), ["advice"], TODAY)


def interview(**changes: Any) -> Refusal | None:
    return interviews.may_interview(replace(INTERVIEW, **changes), ["growth"], TODAY)


def follow_up(**changes: Any) -> Refusal | None:
    return recommendations.may_follow_up(replace(FOLLOW_UP, **changes), 0, KNOWN, TODAY)


def step(**changes: Any) -> Refusal | None:
    return may_step(replace(SOUGHT, **changes), [], TODAY)


def figure(**changes: Any) -> Refusal | None:
    return may_note_context(replace(FIGURE, **changes))


def a_clause(words: str) -> agreements.ClauseStated:
    return agreements.ClauseStated(topic=VALUES[0], is_in=True, words=words)


LONGEST: dict[str, tuple[int, Asking]] = {
    "the title of an agreement": (agreements.LONGEST_TITLE, lambda x: agreement(title=both(x))),
    "what an agreement is about": (agreements.LONGEST_TEXT, lambda x: agreement(about=both(x))),
    "the words of a value": (agreements.LONGEST_TEXT, lambda x: agreement(clauses=(a_clause(x),))),
    "a title for everybody": (
        drafting.LONGEST_TITLE,
        lambda x: drafting.may_draft(replace(PUBLICATION, title=x), OFFERED),
    ),
    "a summary for everybody": (
        drafting.LONGEST_TEXT,
        lambda x: drafting.may_draft(replace(PUBLICATION, summary=x), OFFERED),
    ),
    "why a publication is revoked": (drafting.LONGEST_TEXT, lambda x: drafting.may_revoke(PUBLIC, x)),
    "why a dossier is not destroyed": (
        listing.LONGEST,
        lambda x: listing.may_take_off(listing.ListStand(drawn_up_by="anna", items=2), "dirk", x),
    ),
    "what is said of a step": (
        keeping.LONGEST,
        lambda x: keeping.may_say("IB01", StepSaid(StepState.DONE, x), ["IB01"]),
    ),
    "what is hampered": (
        keeping.LONGEST,
        lambda x: keeping.may_note_conflict(keeping.ConflictDraft(step="a", goal="b", about=x), "a", "b"),
    ),
    "why goes before security": (
        keeping.LONGEST,
        lambda x: keeping.may_rule(x, keeping.Outcome.OTHERWISE, keeping.Outcome.SECURITY_FIRST),
    ),
    "the note of a sign-off": (keeping.LONGEST, lambda x: keeping.may_sign_what_was_seen("a", "a", x)),
    "a chapter": (evaluating.MOST_TEXT, lambda x: may_save(x, None, 0, ChapterStand())),
    "why a chapter is empty": (evaluating.MOST_WORDS, lambda x: may_save("", x, 0, ChapterStand())),
    "a comment": (
        evaluating.MOST_WORDS,
        lambda x: may_comment(EvaluationState.REVIEW, x, is_there=True),
    ),
    "why an evaluation is corrected": (
        evaluating.MOST_WORDS,
        lambda x: may_correct(EvaluationState.ADOPTED, "a", "b", x),
    ),
    "a recommendation": (recommendations.LONGEST, recommendations.may_recommend),
    "to whom it is addressed": (
        recommendations.LONGEST_NAME,
        lambda x: recommendations.may_address(x, None, seen=0, number=0),
    ),
    "what was done with it": (recommendations.LONGEST, lambda x: follow_up(what=x)),
    "what changed in the kader": (recommendations.LONGEST, lambda x: follow_up(change=x)),
    "where that is shown": (
        recommendations.LONGEST_ADDRESS,
        lambda x: follow_up(url=ADDRESS + x[len(ADDRESS) :]),
    ),
    "a step of a chain": (initiatives.LONGEST, lambda x: step(what=x)),
    "what shows a step": (initiatives.LONGEST_NAME, lambda x: step(shown_by=x)),
    "where a step is shown": (
        initiatives.LONGEST_ADDRESS,
        lambda x: step(url=ADDRESS + x[len(ADDRESS) :]),
    ),
    "the name of a figure": (context_figures.LONGEST_NAME, lambda x: figure(name=both(x))),
    "the unit of a figure": (context_figures.LONGEST_UNIT, lambda x: figure(unit=both(x))),
    "the source of a figure": (context_figures.LONGEST_NAME, lambda x: figure(title=x)),
    "who published a figure": (context_figures.LONGEST_NAME, lambda x: figure(publisher=x)),
    "where a figure stands": (
        context_figures.LONGEST_ADDRESS,
        lambda x: figure(url=ADDRESS + x[len(ADDRESS) :]),
    ),
    "a part of a figure": (
        context_figures.LONGEST_NAME,
        lambda x: figure(parts=(Part(both(x), Decimal(3)),)),
    ),
    "as many parts as that": (
        context_figures.MOST_PARTS,
        lambda x: figure(parts=tuple(Part(both("a"), Decimal(1)) for _ in x)),
    ),
    "why a figure is struck out": (
        context_figures.LONGEST,
        lambda x: may_strike_out_context(x, is_gone=False),
    ),
    "a person to reach": (
        network.LONGEST_NAME,
        lambda x: network.may_keep_contact_point(replace(MEMBER, name=x)),
    ),
    "the function of that person": (
        network.LONGEST_NAME,
        lambda x: network.may_keep_contact_point(replace(MEMBER, function=x)),
    ),
    "a mail address": (
        network.LONGEST_NAME,
        lambda x: network.may_keep_contact_point(replace(MEMBER, email=f"{x[11:]}@example.nl")),
    ),
    "a telephone number": (
        network.LONGEST_NAME,
        lambda x: network.may_keep_contact_point(replace(MEMBER, phone=x)),
    ),
    "who of us spoke": (network.LONGEST_NAME, lambda x: contact(by_whom=x)),
    "with whom": (network.LONGEST_NAME, lambda x: contact(whom=x)),
    "about what": (network.LONGEST, lambda x: contact(about=x)),
    "why a member stops": (network.LONGEST, lambda x: network.may_stop(x, is_active=True)),
    "who is interviewed": (
        interviews.LONGEST_NAME,
        lambda x: interview(speaker=interviews.Speaker(name=x)),
    ),
    "who of us interviewed": (interviews.LONGEST_NAME, lambda x: interview(by_whom=x)),
    "how the speaker is called": (interviews.LONGEST_NAME, lambda x: interview(called=x)),
    "how consent was given": (interviews.LONGEST_NAME, lambda x: interview(how=x)),
    "how consent was withdrawn": (interviews.LONGEST_NAME, lambda x: interviews.may_withdraw(x, None)),
    "the name of a draft of a kader": (
        kader_drafting.MOST_NAME,
        lambda x: kader_drafting.may_start(x, NEW, NEWEST, NEWEST[0]),
    ),
    "why a draft is withdrawn": (
        kader_drafting.MOST_REASON,
        lambda x: kader_drafting.may_withdraw(x, is_adopted=False, is_withdrawn=False),
    ),
    "a file of a draft": (
        kader_drafting.MOST_TEXT,
        lambda x: kader_drafting.may_save(x, FILE_STAND.number, FILE_STAND),
    ),
    "a file of another kader": (
        kader_drafting.MOST_TEXT,
        lambda x: kader_drafting.may_take_over({"a": x}, "digest", "ours"),
    ),
    "a file that is added": (kader_drafting.MOST_TEXT, lambda x: kader_drafting.may_add({"a": x}, {})),
    "a part of a programme": (programme.LONGEST_TITLE, lambda x: may_plan(slot(title=x), 2030)),
    "a lesson": (LONGEST_LESSON, lambda x: may_note_lesson(x, has_begun=True)),
    "the name of a token": (
        tokens.LONGEST_NAME,
        lambda x: tokens.may_open_token(x, [tokens.TokenScope.READ], (TODAY, TODAY), 0),
    ),
}


@pytest.mark.parametrize("what", LONGEST)
def test_what_is_as_long_as_the_limit_fits_and_one_letter_more_is_refused(what: str) -> None:
    most, may = LONGEST[what]
    assert may("x" * most) is None
    assert may("x" * (most + 1)) is not None


@pytest.mark.parametrize("what", sorted(LONGEST.keys() - {"a mail address"}))
def test_one_letter_is_something_too(what: str) -> None:
    assert LONGEST[what][1]("x") is None


HELD: dict[str, Callable[[Period], Refusal | None]] = {
    "an interview": lambda period: interview(period=period),
    "a conversation": lambda period: contact(period=period),
    "a step of a chain": lambda period: step(period=period),
    "what was done with a recommendation": lambda period: follow_up(period=period),
    "the signing of an agreement": lambda period: agreement(on=period),
}


@pytest.mark.parametrize("what", HELD)
def test_what_was_held_today_was_held_and_what_begins_tomorrow_was_not(what: str) -> None:
    assert HELD[what](Period.day(TODAY)) is None
    assert HELD[what](Period.day(TODAY + timedelta(days=1))) is not None
