"""The life of a kader: a draft is written, adopted by somebody else, in force from a day, and replaced by the next.

What was adopted changes no more. A case keeps the version that was in force when it came in, and what was
assessed by it stands.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.permissions import is_one_of

MOST_TEXT = 500_000  # of one file
MOST_NAME = 200
MOST_REASON = 500
TAKEN_OVER = "taken-over/"  # where lines and lists of other organisations lie in a draft


class KaderState(StrEnum):
    """How far a version of a kader is."""

    DRAFT = "draft"
    ADOPTED = "adopted"  # and in force later
    IN_FORCE = "in_force"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStand:
    """The newest step of a file of a draft, and by whom it is."""

    number: int
    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopting:
    """What adoption asks of a draft and of the decision.

    `same` is whether all of it is as it was shown to who adopts it. `problems` are the places that cannot be read,
    `errors` what the check found. `heading_day` is from when the draft itself says it is in force, `newest` the
    version of the organisation that it would replace.
    """

    by: str
    writers: Collection[str]
    same: bool
    base: str
    newest: str
    newest_day: date
    heading_day: date | None
    in_force_from: date
    adopted_on: date
    today: date
    body: str
    is_adopted: bool = False
    is_withdrawn: bool = False
    problems: Sequence[str] = ()
    errors: Sequence[str] = ()


def state_on(day: date, in_force_from: date, next_from: date | None) -> KaderState:
    """How far a version that was adopted is on a day; `next_from` is when the version after it begins."""
    if next_from is not None and next_from <= day:
        return KaderState.REPLACED
    return KaderState.IN_FORCE if in_force_from <= day else KaderState.ADOPTED


def may_start(name: str, in_force_from: date, newest: tuple[str, date], base: str) -> Refusal | None:
    """A draft has a name, starts from the newest version, and is in force later than that one."""
    if not name.strip():
        return Refusal("kader-draft.no-name")
    if len(name) > MOST_NAME:
        return Refusal("kader-draft.long-name", {"most": str(MOST_NAME)})
    return _from_newest(base, newest[0]) or _later(in_force_from, newest[1])


def why_closed(*, is_adopted: bool, is_withdrawn: bool) -> Refusal | None:
    """A draft that was adopted or withdrawn changes no more."""
    if is_adopted:
        return Refusal("kader-draft.adopted")
    return Refusal("kader-draft.withdrawn") if is_withdrawn else None


def may_withdraw(reason: str, *, is_adopted: bool, is_withdrawn: bool) -> Refusal | None:
    """Who withdraws a draft says why, once."""
    if not reason.strip():
        return Refusal("kader-draft.no-reason")
    if len(reason.strip()) > MOST_REASON:
        return Refusal("kader-draft.long-reason", {"most": str(MOST_REASON)})
    return why_closed(is_adopted=is_adopted, is_withdrawn=is_withdrawn)


def may_take_over(texts: Mapping[str, str], digest: str, ours: str) -> Refusal | None:
    """A kader of another organisation is another than the one here, and its texts fit in the studio."""
    if digest == ours:
        return Refusal("kader-file.same")
    long = next((name for name, text in texts.items() if len(text) > MOST_TEXT), None)
    if long is None:
        return None
    return Refusal("kader-file.long-text", {"file": long[:80], "most": str(MOST_TEXT)})


def may_add(more: Mapping[str, str], texts: Mapping[str, str]) -> Refusal | None:
    """What is added overwrites nothing, says something, and fits in the studio."""
    for name, text in more.items():
        if name in texts:
            return Refusal("kader-file.draft-exists", {"draft": name})
        if not text.strip():
            return Refusal("exchange.nothing-chosen")
        if len(text) > MOST_TEXT:
            return Refusal("kader-file.long-text", {"file": name[:80], "most": str(MOST_TEXT)})
    return None


def may_save(text: str, seen: int, stand: FileStand) -> Refusal | None:
    """A file of a draft is written on by whoever saw its newest step."""
    if not text.strip():
        return Refusal("kader-draft.empty")
    if len(text) > MOST_TEXT:
        return Refusal("kader-draft.too-long", {"most": str(MOST_TEXT), "length": str(len(text))})
    return Refusal("kader-draft.meanwhile", {"by": stand.by}) if seen != stand.number else None


def may_adopt(found: Adopting) -> Refusal | None:
    """It can be read, keeps its word, is in force after what it replaces, and is adopted by none of its writers."""
    return next(iter(in_the_way(found)), None)


def in_the_way(found: Adopting) -> tuple[Refusal, ...]:
    """Everything that keeps a draft from being adopted, before the decision is looked at and after."""
    refusals = (*_of_draft(found), *_of_decision(found))
    return tuple(one for one in refusals if one is not None)


def _of_draft(found: Adopting) -> tuple[Refusal | None, ...]:
    return (
        why_closed(is_adopted=found.is_adopted, is_withdrawn=found.is_withdrawn),
        Refusal("kader-draft.own-text") if is_one_of(found.by, found.writers) else None,
        _from_newest(found.base, found.newest),
        _first("kader-draft.unreadable", found.problems),
        _first("kader-draft.findings", found.errors),
        None if found.same else Refusal("kader-draft.changed-meanwhile"),
    )


def _of_decision(found: Adopting) -> tuple[Refusal | None, ...]:
    return (
        None if found.body.strip() else Refusal("kader-draft.no-body"),
        Refusal("kader-draft.decided-later") if found.adopted_on > found.today else None,
        Refusal("kader-draft.before-decision") if found.in_force_from < found.adopted_on else None,
        _later(found.in_force_from, found.newest_day),
        _as_in_heading(found),
    )


def _as_in_heading(found: Adopting) -> Refusal | None:
    """A draft whose heading cannot be read is refused for that; another day in it is a mistake of somebody."""
    day = found.heading_day
    if day is None or day == found.in_force_from:
        return None
    return Refusal("kader-draft.other-day", {"day": day.isoformat()})


def _from_newest(base: str, newest: str) -> Refusal | None:
    return None if base == newest else Refusal("kader-draft.older-base", {"base": base, "newest": newest})


def _later(in_force_from: date, newest_day: date) -> Refusal | None:
    if in_force_from > newest_day:
        return None
    return Refusal("kader-draft.not-later", {"day": newest_day.isoformat()})


def _first(code: str, found: Sequence[str]) -> Refusal | None:
    return Refusal(code, {"number": str(len(found)), "first": found[0][:300]}) if found else None
