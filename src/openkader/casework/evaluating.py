"""The yearly evaluation as it is written: draft, review, adopted; when each may be done, and what marks a sentence.

A sentence remembers what its figures were when it was written. A figure that says otherwise since marks it, until
somebody looked and said that it still stands, or wrote it anew.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.permissions import is_one_of
from openkader.casework.prose import Binding, Bound, Passage

LANGUAGES = ("nl", "en")
MOST_TEXT = 60_000
MOST_WORDS = 4_000  # of a comment, an answer, an erratum or a reason
# What a figure says, without words: {"low", "high", "of"}; it is stored and compared as it is.
Reading = Mapping[str, object]
Readings = Mapping[str, Reading]


class EvaluationState(StrEnum):
    """How far an evaluation is."""

    DRAFT = "draft"
    REVIEW = "review"
    ADOPTED = "adopted"


class EvaluationStepKind(StrEnum):
    """What was done with all of it."""

    SENT_TO_REVIEW = "sent_to_review"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterStand:
    """How far the text of a chapter is: the version that counts, and by whom it is."""

    number: int = 0
    by: str = ""
    text: str = ""
    left_empty: str | None = None

    @property
    def is_there(self) -> bool:
        """Whether the chapter was written, or left empty with a reason."""
        return bool(self.text or self.left_empty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure in a passage that says otherwise than when the sentence was written."""

    passage: str
    binding: Binding
    then: Reading
    now: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What adoption asks of a whole evaluation; `same` is whether all of it is as it was shown to who adopts it.

    `withdrawn` and `not_allowed` are the quotes in it that may not stand there.
    """

    state: EvaluationState
    by: str
    writers: Collection[str]
    same: bool
    missing: Sequence[str] = ()
    open_comments: int = 0
    unreadable: Sequence[str] = ()
    unknown: Sequence[str] = ()
    withdrawn: Sequence[str] = ()
    not_allowed: Sequence[str] = ()
    marked: int = 0


def figure_key(binding: Binding) -> str:
    """The figure that is bound, with its year where that is another one."""
    return f"{binding.name}@{binding.year}" if binding.year else binding.name


def readings_of(
    passages: Iterable[Passage], now: Readings, before: Mapping[str, Readings]
) -> dict[str, dict[str, Reading]]:
    """What the figures of each passage say; a passage that was not touched keeps what they said before."""
    found = {}
    for passage in passages:
        keys = [figure_key(one) for one in passage.bindings if one.sort is Bound.FIGURE]
        known = before.get(passage.digest, now)
        readings = {key: known.get(key) or now[key] for key in keys if key in known or key in now}
        if readings:
            found[passage.digest] = readings
    return found


def changes_in(
    passages: Iterable[Passage], then: Mapping[str, Readings], now: Readings
) -> tuple[Change, ...]:
    """The figures that changed since their sentence was written; one that is not there any more is no change."""
    return tuple(_changes(passages, then, now))


def _changes(passages: Iterable[Passage], then: Mapping[str, Readings], now: Readings) -> Iterator[Change]:
    for passage in passages:
        known = then.get(passage.digest, {})
        for binding in dict.fromkeys(passage.bindings):
            key = figure_key(binding)
            if key in known and key in now and known[key] != now[key]:
                yield Change(passage=passage.digest, binding=binding, then=known[key], now=now[key])


def may_write(state: EvaluationState) -> Refusal | None:
    """What was adopted is not written on; a correction is an erratum."""
    return Refusal("evaluation.adopted") if state is EvaluationState.ADOPTED else None


def may_save(text: str, left_empty: str | None, seen: int, stand: ChapterStand) -> Refusal | None:
    """A chapter says something or says why it is empty, and its writer saw the version before it."""
    if not text.strip() and not (left_empty or "").strip():
        return Refusal("evaluation.empty-text")
    if len(text) > MOST_TEXT or len(left_empty or "") > MOST_WORDS:
        return Refusal("evaluation.too-long", {"most": str(MOST_TEXT), "length": str(len(text))})
    return Refusal("evaluation.meanwhile", {"by": stand.by}) if seen != stand.number else None


def may_send_to_review(state: EvaluationState, missing: Sequence[str]) -> Refusal | None:
    """A draft of which each chapter has a text, or says why it has none."""
    if state is EvaluationState.DRAFT:
        return _complete(missing)
    return may_write(state) or Refusal("evaluation.in-review-already")


def may_return(state: EvaluationState) -> Refusal | None:
    """Only what lies for review goes back."""
    return may_write(state) or _in_review(state)


def _in_review(state: EvaluationState) -> Refusal | None:
    return None if state is EvaluationState.REVIEW else Refusal("evaluation.not-in-review")


def _complete(missing: Sequence[str]) -> Refusal | None:
    """Each chapter has a text, or says why it has none."""
    if not missing:
        return None
    return Refusal("evaluation.chapters-missing", {"number": str(len(missing)), "first": missing[0]})


def may_comment(state: EvaluationState, words: str, *, is_there: bool) -> Refusal | None:
    """A comment says something of a passage that stands there."""
    return may_write(state) or _said(words) or (None if is_there else Refusal("evaluation.passage-gone"))


def may_resolve(state: EvaluationState, words: str, *, is_resolved: bool) -> Refusal | None:
    """A comment is resolved once, with an answer."""
    closed = Refusal("evaluation.resolved-already") if is_resolved else None
    return may_write(state) or closed or _said(words)


def may_look(state: EvaluationState, changes: Sequence[Change]) -> Refusal | None:
    """That a sentence still stands is said of one whose figure changed."""
    return may_write(state) or (None if changes else Refusal("evaluation.nothing-changed"))


def may_adopt(found: Readiness) -> Refusal | None:
    """All was answered, nothing is unknown or unseen, and who adopts it is none of the writers and saw this."""
    return next(iter(in_the_way(found)), None)


def in_the_way(found: Readiness) -> tuple[Refusal, ...]:
    """Everything that keeps an evaluation from being adopted."""
    refusals = (
        may_write(found.state),
        _in_review(found.state),
        Refusal("evaluation.own-text") if is_one_of(found.by, found.writers) else None,
        _complete(found.missing),
        _none("evaluation.open-comments", found.open_comments),
        _first("evaluation.unreadable", found.unreadable),
        _first("evaluation.unknown-figure", found.unknown),
        _first("evaluation.quote-withdrawn", found.withdrawn),
        _first("evaluation.quote-not-allowed", found.not_allowed),
        _none("evaluation.marked", found.marked),
        None if found.same else Refusal("evaluation.changed-meanwhile"),
    )
    return tuple(one for one in refusals if one is not None)


def _none(code: str, number: int) -> Refusal | None:
    return Refusal(code, {"number": str(number)}) if number else None


def _first(code: str, found: Sequence[str]) -> Refusal | None:
    return Refusal(code, {"number": str(len(found)), "first": found[0][:80]}) if found else None


def may_correct(state: EvaluationState, said: str, must_say: str, why: str) -> Refusal | None:
    """What was adopted is corrected by an erratum: what it said, what it must say, and why."""
    if state is not EvaluationState.ADOPTED:
        return Refusal("evaluation.not-adopted")
    return next((refusal for one in (said, must_say, why) if (refusal := _said(one))), None)


def may_restate(state: EvaluationState, frozen: Reading | None, now: Reading, why: str) -> Refusal | None:
    """Of an adopted evaluation is said that a figure of it now counts otherwise, and why."""
    if state is not EvaluationState.ADOPTED:
        return Refusal("evaluation.not-adopted")
    if frozen is None or frozen == now:
        return Refusal("evaluation.nothing-restated")
    return _said(why)


def _said(words: str) -> Refusal | None:
    if not words.strip():
        return Refusal("evaluation.nothing-said")
    return (
        Refusal("evaluation.too-many-words", {"most": str(MOST_WORDS)}) if len(words) > MOST_WORDS else None
    )
