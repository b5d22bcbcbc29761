"""An initiative as a chain: something is asked for, somebody is linked to somebody, and something comes of it.

What is not noted is open and not denied: only who looked and found nobody says that there was no match.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework.period import Period

LONGEST = 2000
LONGEST_NAME = 300
LONGEST_ADDRESS = 500
_URL = re.compile(r"https?://[^\s\"'<>]+")


class StepKind(StrEnum):
    """What can be noted of an initiative."""

    SOUGHT = "sought"
    MATCHED = "matched"
    NOT_FOUND = "not_found"
    EFFECT = "effect"
    ENDED = "ended"


class ChainState(StrEnum):
    """Where the chain is; what waits for somebody comes first."""

    SOUGHT = "sought"
    MATCHED = "matched"
    NO_MATCH = "no_match"
    EFFECT = "effect"
    ENDED = "ended"


class Stage(StrEnum):
    """The three links of the chain."""

    REQUEST = "request"
    MATCH = "match"
    EFFECT = "effect"


class LinkState(StrEnum):
    """How a link is: there, still open, sought and not found, or given up."""

    DONE = "done"
    OPEN = "open"
    NOT_FOUND = "not_found"
    GIVEN_UP = "given_up"


STEPS: Mapping[StepKind, Text] = {
    StepKind.SOUGHT: Text(nl="gevraagd", en="asked for"),
    StepKind.MATCHED: Text(nl="gekoppeld", en="linked"),
    StepKind.NOT_FOUND: Text(nl="gezocht en niet gevonden", en="sought and not found"),
    StepKind.EFFECT: Text(nl="gevolg gezien", en="effect seen"),
    StepKind.ENDED: Text(nl="beëindigd", en="ended"),
}
STATES: Mapping[ChainState, Text] = {
    ChainState.SOUGHT: Text(nl="gezocht", en="sought"),
    ChainState.MATCHED: Text(nl="gekoppeld, gevolg nog open", en="linked, effect still open"),
    ChainState.NO_MATCH: Text(nl="geen koppeling gevonden", en="no match found"),
    ChainState.EFFECT: Text(nl="gevolg gezien", en="effect seen"),
    ChainState.ENDED: Text(nl="beëindigd", en="ended"),
}
STAGES: Mapping[Stage, Text] = {
    Stage.REQUEST: Text(nl="verzoek", en="request"),
    Stage.MATCH: Text(nl="koppeling", en="match"),
    Stage.EFFECT: Text(nl="gevolg", en="effect"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDraft:
    """One step as somebody wants to note it; `period` None: when it was is unknown.

    `has_partner` says that the other side is named, as a party or in words.
    """

    kind: StepKind
    what: str
    period: Period | None = None
    has_partner: bool = False
    shown_by: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A step that stands there already."""

    kind: StepKind
    period: Period | None = None


def chain_state(kinds: Sequence[StepKind]) -> ChainState:
    """Where a chain is by everything that was noted of it."""
    if StepKind.ENDED in kinds:
        return ChainState.ENDED
    if StepKind.EFFECT in kinds:
        return ChainState.EFFECT
    if StepKind.MATCHED in kinds:
        return ChainState.MATCHED
    return ChainState.NO_MATCH if StepKind.NOT_FOUND in kinds else ChainState.SOUGHT


def links(kinds: Sequence[StepKind]) -> dict[Stage, LinkState]:
    """How each of the three links is."""
    rest = LinkState.GIVEN_UP if StepKind.ENDED in kinds else LinkState.OPEN
    matched = StepKind.MATCHED in kinds
    missing = LinkState.NOT_FOUND if StepKind.NOT_FOUND in kinds else rest
    return {
        Stage.REQUEST: LinkState.DONE if StepKind.SOUGHT in kinds else LinkState.OPEN,
        Stage.MATCH: LinkState.DONE if matched else missing,
        Stage.EFFECT: LinkState.DONE if StepKind.EFFECT in kinds else rest,
    }


def stage_of(kind: StepKind) -> Stage | None:
    """At which link a step stands; the end belongs to none."""
    return _STAGE.get(kind)


_STAGE = {
    StepKind.SOUGHT: Stage.REQUEST,
    StepKind.MATCHED: Stage.MATCH,
    StepKind.NOT_FOUND: Stage.MATCH,
    StepKind.EFFECT: Stage.EFFECT,
}


def may_follow(kind: StepKind, noted: Sequence[StepKind]) -> Refusal | None:
    """Asked for once, then linked or not found, then an effect; after the end nothing follows."""
    if StepKind.ENDED in noted:
        return Refusal("initiative.ended")
    match kind:
        case StepKind.SOUGHT if StepKind.SOUGHT in noted:
            return Refusal("initiative.sought-already")
        case StepKind.NOT_FOUND if StepKind.MATCHED in noted:
            return Refusal("initiative.matched-already")
        case StepKind.EFFECT if StepKind.MATCHED not in noted:
            return Refusal("initiative.no-match")
    return None


def may_step(draft: StepDraft, noted: Sequence[Noted], today: date) -> Refusal | None:
    """A step in its order, with its words; a link names the other side, and nothing lies ahead of today."""
    refusal = may_follow(draft.kind, [one.kind for one in noted]) or _says_enough(draft)
    if refusal is not None:
        return refusal
    return _is_in_time(draft.period, noted, today)


def _says_enough(draft: StepDraft) -> Refusal | None:
    if not 0 < len(draft.what.strip()) <= LONGEST:
        is_reason = draft.kind in (StepKind.NOT_FOUND, StepKind.ENDED)
        return Refusal(
            "initiative.no-reason" if is_reason else "initiative.no-words", {"limit": str(LONGEST)}
        )
    if draft.kind is StepKind.MATCHED and not draft.has_partner:
        return Refusal("initiative.no-partner")
    if len(draft.shown_by) > LONGEST_NAME:
        return Refusal("initiative.evidence-too-long", {"limit": str(LONGEST_NAME)})
    if draft.url and not (len(draft.url) <= LONGEST_ADDRESS and _URL.fullmatch(draft.url)):
        return Refusal("initiative.bad-address")
    return None


def _is_in_time(period: Period | None, noted: Sequence[Noted], today: date) -> Refusal | None:
    """As far as the days are known: not ahead of today, and not before it was asked for."""
    if period is None:
        return None
    if period.starts_on > today:
        return Refusal("initiative.not-yet")
    asked = [one.period for one in noted if one.kind is StepKind.SOUGHT and one.period is not None]
    is_before = any(period.ends_on < one.starts_on for one in asked)
    return Refusal("initiative.before-request") if is_before else None


def may_show(state: ChainState) -> Refusal | None:
    """A measure is shown by what came of looking: a match, its effect, or why there was none."""
    return Refusal("initiative.still-sought") if state is ChainState.SOUGHT else None
