"""Informing those who take part beforehand: a session, who was there, and who missed it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from openkader.base.errors import Refusal
from openkader.casework.numbers import sum_known
from openkader.casework.self_scan.starting import Coverage


@dataclass(frozen=True, slots=True)
class Present:
    """How many of one that takes part were at a session; of a named party one or none.

    `of` is how many take part; None where nobody knows. `number` None: nobody noted whether they were there.
    """

    of: int | None
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingDraft:
    """A session as somebody wants to note it."""

    kind: str
    held_on: date
    by_whom: str
    present: Mapping[str, Present] = field(default_factory=dict)  # of each that takes part, by its reference


def may_note_briefing(draft: BriefingDraft, kinds: Collection[str], today: date) -> Refusal | None:
    """What is noted was held, by somebody, and nobody was there more often than they are."""
    if draft.kind not in kinds:
        return Refusal("briefing.no-kind")
    if not draft.by_whom.strip():
        return Refusal("briefing.nobody")
    if draft.held_on > today:
        return Refusal("briefing.not-yet", {"day": draft.held_on.isoformat()})
    noted = [one for one in draft.present.values() if one.number is not None]
    if not noted:
        return Refusal("briefing.no-attendance")
    if any(not _fits(one) for one in noted):
        return Refusal("briefing.too-many")
    return None


def _fits(one: Present) -> bool:
    return one.number is not None and one.number >= 0 and (one.of is None or one.number <= one.of)


def briefed(taking_part: Sequence[int | None], sessions: Sequence[Sequence[int | None]]) -> Coverage:
    """Of those who take part, how many were at one of the sessions at least.

    Each session says for each of them how many were there, in the same order. Of a group that was
    at two sessions nobody knows whether those were the same people.
    """
    numbers = [[session[place] for session in sessions] for place in range(len(taking_part))]
    least = [max((number for number in noted if number is not None), default=0) for noted in numbers]
    most = [_most(many, noted) for many, noted in zip(taking_part, numbers, strict=True)]
    return Coverage(
        low=sum(least),
        high=sum_known(most),
        of_low=sum(1 if many is None else many for many in taking_part),
        of_high=sum_known(taking_part),
    )


def _most(many: int | None, noted: Sequence[int | None]) -> int | None:
    """As many as were there at most; who was not noted may have been there."""
    there = sum_known(noted)
    if there is None or many is None:
        return many if there is None else there
    return min(there, many)
