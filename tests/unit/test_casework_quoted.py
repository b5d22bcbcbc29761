"""A refusal repeats what somebody typed, so that they know it again; of a novel only how it begins."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework import agreements, kader_drafting, recommendations
from openkader.casework.advice import AdviceVerdict
from openkader.casework.identifiers import may_carry
from openkader.casework.interviews import rules as interviews
from openkader.casework.investment import StatementDraft, StatementSaid
from openkader.casework.investment import may_state as may_state_of_an_investment
from openkader.casework.kader_entries import may_remove_entry
from openkader.casework.kader_replaying import may_ask
from openkader.casework.mission import ParticipantStatus, may_enrol, may_plan
from openkader.casework.network import rules as network
from openkader.casework.protection import may_note_conflict, may_say, may_sign_off
from openkader.casework.publishing import Choice, Chosen, drafting
from openkader.casework.self_scan.starting import Company, reasons_against_start
from openkader.casework.vocabulary import Kind
from tests.unit.protections import DONE, a_catalogue
from tests.unit.test_agreements import FORMS, MEMO, TODAY, VALUES
from tests.unit.test_casework_mission import person, slot
from tests.unit.test_interview_rules import DRAFT as INTERVIEW
from tests.unit.test_interview_rules import QUOTE, THEMES
from tests.unit.test_protection_rules import CONFLICT
from tests.unit.test_publishing import DRAFT as PUBLICATION
from tests.unit.test_publishing import OFFERED, READY, SHOWN
from tests.unit.test_recommendations_rules import DRAFT as FOLLOW_UP
from tests.unit.test_recommendations_rules import KNOWN

Asking = Callable[[str], Refusal | None]
TOO_LONG = "y" * (kader_drafting.MOST_TEXT + 1)


def agreement(**changes: object) -> Refusal | None:
    return agreements.may_state(replace(MEMO, **changes), VALUES, FORMS, TODAY)  # type: ignore[arg-type]


def described(words: str) -> agreements.PartyStated:
    return agreements.PartyStated(description=Text(nl=words, en=words))


def published(words: str) -> Refusal | None:
    """Of a draft that shows a field of this name in which somebody is named."""
    offered = replace(
        OFFERED, keys=frozenset({words, "about"}), texts={words: "Zhang Wei", "about": "Zhang Wei"}
    )
    draft = replace(PUBLICATION, choices={words: SHOWN})
    return drafting.may_publish(READY, draft, offered, "dirk")


QUOTED: dict[str, tuple[int, str, Asking]] = {
    "the form of an agreement": (60, "form", lambda x: agreement(form=x)),
    "a party that stands there twice": (80, "party", lambda x: agreement(parties=(described(x),) * 2)),
    "a value that nobody knows": (
        60,
        "value",
        lambda x: agreement(clauses=(agreements.ClauseStated(topic=x, is_in=True),)),
    ),
    "a register of numbers": (30, "scheme", lambda x: may_carry(f"{x}!", "1")),
    "a number": (40, "number", lambda x: may_carry("kvk", x.upper())),
    "a zone of time": (60, "zone", lambda x: may_plan(slot(zone=x), 2030)),
    "why somebody dropped out": (
        60,
        "reason",
        lambda x: may_enrol(person(status=ParticipantStatus.DROPPED_OUT, reason=x), (), has_begun=True),
    ),
    "an expertise": (60, "code", lambda x: network.may_know([x], [], [])),
    "a country": (60, "code", lambda x: network.may_know([], [x], [])),
    "a theme of an interview": (
        60,
        "code",
        lambda x: interviews.may_interview(replace(INTERVIEW, themes=(x,)), THEMES, TODAY),
    ),
    "a theme of a quote": (
        60,
        "code",
        lambda x: interviews.may_quote(replace(QUOTE, theme=x), THEMES, 600, None),
    ),
    "a ground of an investment": (
        60,
        "code",
        lambda x: may_state_of_an_investment(
            StatementDraft(verdict=AdviceVerdict.OBJECTION, said=StatementSaid(said_on=TODAY, grounds=(x,))),
            (),
            TODAY,
        ),
    ),
    "a step of protection": (20, "step", lambda x: may_say(x, DONE, ())),
    "a step that hampers": (20, "step", lambda x: may_note_conflict(replace(CONFLICT, step=x), (), ())),
    "what is not there to publish": (
        60,
        "item",
        lambda x: drafting.may_draft(replace(PUBLICATION, choices={x: SHOWN}), OFFERED),
    ),
    "what is withheld without a ground": (
        60,
        "item",
        lambda x: drafting.may_draft(
            replace(PUBLICATION, choices={x: Chosen(choice=Choice.WITHHOLD)}),
            replace(OFFERED, keys=frozenset({x})),
        ),
    ),
    "a ground to withhold": (
        20,
        "ground",
        lambda x: drafting.may_draft(
            replace(PUBLICATION, choices={"title": Chosen(choice=Choice.WITHHOLD, ground=x)}), OFFERED
        ),
    ),
    "a field in which somebody is named": (60, "item", published),
    "a kader that changed": (
        80,
        "name",
        lambda x: recommendations.may_follow_up(
            replace(FOLLOW_UP, kader=x, change="Een regel."), 0, KNOWN, TODAY
        ),
    ),
    "a figure": (
        80,
        "name",
        lambda x: recommendations.may_follow_up(replace(FOLLOW_UP, figure=x), 0, KNOWN, TODAY),
    ),
    "a file that is added": (80, "file", lambda x: kader_drafting.may_add({x: TOO_LONG}, {})),
    "a file of another kader": (
        80,
        "file",
        lambda x: kader_drafting.may_take_over({x: TOO_LONG}, "digest", "ours"),
    ),
    "why a draft cannot be replayed": (300, "first", lambda x: may_ask([x], None)),
}


@pytest.mark.parametrize("what", QUOTED)
def test_what_was_typed_is_repeated_whole_when_it_is_short_and_else_by_how_it_begins(what: str) -> None:
    most, key, ask = QUOTED[what]
    for number in (3, most, most + 1):
        refusal = ask("x" * number)
        assert refusal is not None
        assert (number, refusal.detail[key].casefold().rstrip("!")) == (number, "x" * min(number, most))


def test_of_the_steps_of_which_nothing_was_said_five_are_named_and_the_others_counted() -> None:
    phases = a_catalogue().phases_for(Kind.OUTGOING_MISSION)
    steps = [step for phase in phases for step in phase.steps]

    def named(number: int) -> str:
        refusal = may_sign_off([replace(phases[0], steps=tuple((steps * 9)[:number]))], {}, is_signed=False)
        assert refusal is not None
        return refusal.detail["steps"].partition("(")[2]

    assert [named(number) for number in (5, 6, 7)] == ["", "+1)", "+2)"]


def test_of_what_leans_on_an_entry_five_are_named_and_the_others_counted() -> None:
    def named(number: int) -> str:
        refusal = may_remove_entry([f"regel {place}" for place in range(number)])
        assert refusal is not None
        return refusal.detail["uses"]

    assert named(5) == "regel 0; regel 1; regel 2; regel 3; regel 4"
    assert named(6) == "regel 0; regel 1; regel 2; regel 3; regel 4; (+ 1)"


def test_of_the_companies_that_did_no_scan_five_are_named_and_that_there_are_more() -> None:
    def named(number: int) -> str:
        companies = [Company(party=f"P-{place}", name=f"Nest {place}") for place in range(number)]
        (refusal,) = reasons_against_start(companies, TODAY)
        assert refusal.detail["number"] == str(number)
        return refusal.detail["companies"]

    assert named(5) == "Nest 0, Nest 1, Nest 2, Nest 3, Nest 4"
    assert named(6) == "Nest 0, Nest 1, Nest 2, Nest 3, Nest 4, …"
