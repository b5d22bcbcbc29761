"""The text of a chapter as it reads: numbers that lead to their rows, gaps, bare numbers and marked sentences."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from django.utils.translation import gettext as _

from openkader.casework.bare_numbers import BareNumber, bare_numbers
from openkader.casework.evaluating import Change
from openkader.casework.prose import Binding, Bound, Passage
from openkader.evaluation.counting import Count
from openkader.evaluation.document import (
    Block,
    Gap,
    Heading,
    Notice,
    Number,
    Paragraph,
    Picture,
    Points,
    Quote,
    Run,
    Table,
    Words,
)
from openkader.evaluation.filling import Filling, filled
from openkader.evaluation.frozen import say_reading
from openkader.register.selectors import CommentRow
from openkader.web.presenters.bound_parts import shown_part
from openkader.web.presenters.figures import figure_url
from openkader.web.shell import shown_moment

Shown = dict[str, object]
MOST_SUGGESTED, _AROUND = 4, 40
MOST_DRAWN = 40  # tables and charts; a text of nothing else would be a page of a hundred thousand rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """From what a text is shown, and what is told beside it; a text for everybody has nothing beside it.

    `place` makes what is drawn unique where several texts stand on a page.
    """

    year: int
    language: str
    counts: Mapping[int, Mapping[str, Count]]
    parts: Mapping[Binding, Block]
    place: str = ""
    notes: Mapping[Binding, str] = field(default_factory=dict)
    numbers: Mapping[str, Collection[int]] | None = None
    changes: Sequence[Change] = ()
    comments: Sequence[CommentRow] = ()
    labels: Mapping[str, str] = field(default_factory=dict)


def shown_passages(passages: Sequence[Passage], reading: Reading) -> list[Shown]:
    """Each passage as a block of the page; the same words twice stand at two places."""
    changes, comments = _by_passage(reading.changes), _by_passage(reading.comments)
    drawn = count(1)

    def part(binding: Binding) -> Block | None:
        return reading.parts.get(binding) if next(drawn) <= MOST_DRAWN else Notice(_not_drawn())

    filling = Filling(language=reading.language, year=reading.year, counts=reading.counts, part=part)
    return [
        _shown(passage, reading, changes[passage.digest], filling, f"{reading.place}-{number}")
        | {"comments": [shown_comment(one) for one in comments[passage.digest]], "number": number}
        for number, passage in enumerate(passages, 1)
    ]


def _not_drawn() -> str:
    return _("Only the first %(number)s tables, charts and quotes of a text are drawn here.") % {
        "number": MOST_DRAWN
    }


def _by_passage(rows: Sequence[Change] | Sequence[CommentRow]) -> dict[str, list[object]]:
    found: dict[str, list[object]] = defaultdict(list)
    for one in rows:
        found[one.passage].append(one)
    return found


def _shown(
    passage: Passage, reading: Reading, changes: Sequence[object], filling: Filling, place: str
) -> Shown:
    mine = [one for one in changes if isinstance(one, Change)]
    changed = {**reading.notes, **{one.binding: said_change(one, reading.language) for one in mine}}
    (block,) = filled((passage,), replace(filling, changed=changed))
    marked = frozenset(one.binding.name for one in mine)
    said_by = replace(reading, numbers=None) if isinstance(block, Notice) else reading
    return {
        "digest": passage.digest,
        "sort": _SORTS[type(block)],
        "part": shown_part(block, place),
        "lines": [list(_runs(line, said_by, marked)) for line in _lines(block)],
        "changes": [said_change(one, reading.language) for one in mine],
    }


_SORTS: Mapping[type, str] = {
    Heading: "heading",
    Paragraph: "text",
    Points: "points",
    Notice: "notice",
    Table: "part",
    Picture: "part",
    Quote: "part",
}


def _lines(block: Block) -> Sequence[Sequence[Run]]:
    match block:
        case Points(items=items):
            return items
        case Heading(runs=runs) | Paragraph(runs=runs):
            return [runs]
        case Notice(text=text):
            return [[Words(text)]]
    return []


def _runs(line: Sequence[Run], reading: Reading, marked: Collection[str]) -> Iterator[Shown]:
    for run in line:
        match run:
            case Words(text=text):
                yield from _words(text, reading)
            case Number(figure=name, text=text, path=path, note=note):
                is_marked = name in marked
                yield {"kind": "number", "text": text, "url": path, "note": note, "marked": is_marked}
            case Gap(text=text, note=note):
                yield {"kind": "gap", "text": text, "note": note}


def _words(text: str, reading: Reading) -> Iterator[Shown]:
    """Plain words, with the numbers in them that are not bound."""
    at = 0
    found = () if reading.numbers is None else bare_numbers(text, reading.numbers, reading.language)
    for one in found:
        yield {"kind": "words", "text": text[at : one.start]}
        names = [reading.labels.get(name, name) for name in one.figures[:MOST_SUGGESTED]]
        yield {"kind": "bare", "text": one.words, "note": _suggested(names)}
        at = one.end
    yield {"kind": "words", "text": text[at:]}


def _suggested(names: Sequence[str]) -> str:
    if not names:
        return _("This number is not bound to a figure.")
    return _("This number is not bound. It is the value of: %(figures)s.") % {"figures": "; ".join(names)}


def said_change(change: Change, language: str) -> str:
    """What a figure said when its sentence was written, and says now."""
    return _("%(figure)s: it was %(then)s when this was written, and is %(now)s now.") % {
        "figure": change.binding.name,
        "then": say_reading(change.then, language),
        "now": say_reading(change.now, language),
    }


def bare_of(passages: Sequence[Passage], reading: Reading) -> list[Shown]:
    """Every number of a text that is not bound, with the codes of the figures that it may be."""
    runs = (run for passage in passages for line in passage.lines for run in line if isinstance(run, str))
    return [
        _bare(one, run, reading)
        for run in runs
        for one in bare_numbers(run, reading.numbers or {}, reading.language)
    ]


def _bare(one: BareNumber, run: str, reading: Reading) -> Shown:
    return {
        "words": one.words,
        "before": run[max(0, one.start - _AROUND) : one.start],
        "after": run[one.end : one.end + _AROUND],
        "figures": [_suggestion(name, reading) for name in one.figures[:MOST_SUGGESTED]],
    }


def _suggestion(name: str, reading: Reading) -> Shown:
    return {
        "label": reading.labels.get(name, name),
        "code": Binding(Bound.FIGURE, name).written(reading.language),
        "url": figure_url(reading.year, name),
    }


def shown_comment(row: object) -> Shown:
    """A comment with its answer."""
    if not isinstance(row, CommentRow):
        raise TypeError
    return {
        "key": row.id,
        "text": row.text,
        "words": row.words,
        "by": row.by,
        "at": shown_moment(row.at),
        "answer": row.answer,
        "answered_by": row.answered_by,
        "is_open": row.is_open,
    }
