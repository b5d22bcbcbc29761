"""The lines of conditions as they were sent: which of them go, which ask something else now, and what they say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from openkader.kader import Fact
from openkader.kader.condition_lines import Line
from openkader.web.forms.kader_conditions import LineFields
from openkader.web.forms.kader_values import Wrong

_OF_A_LINE = ("how", "pick", "value", "count")


def read_lines(form: forms.Form, rows: Iterable[LineFields], turned: set[int]) -> list[Line]:
    """What each line says that stays; what is wrong with one is said beside its field."""
    lines = []
    for row, is_or in staying(rows):
        if row.number in turned and row.fact is not None:
            words = _("This is another question now. Choose again how it is compared.")
            form.add_error(row.name("how"), words)
        elif not set(form.errors) & {row.name(name) for name in ("fact", *_OF_A_LINE)}:
            try:
                lines.append(replace(row.read(), is_or=is_or))
            except Wrong as wrong:
                form.add_error(wrong.field, wrong.why)
    return lines


def staying(rows: Iterable[LineFields]) -> Iterator[tuple[LineFields, bool]]:
    """The lines that do not go, each with whether it is an alternative to the one before it.

    Where the first of some alternatives goes, the next is the first.
    """
    first_went = False
    for row in rows:
        if row.is_dropped:
            first_went = first_went or not row.is_or
            continue
        yield row, row.is_or and not first_went
        first_went = False


def turn_lines(sent: Any, number: int, facts: Mapping[str, Fact], group: str = "") -> set[int]:
    """The lines that ask something else than they did; in what was sent they have no comparison of their own yet."""
    turned = set()
    for place in range(number):
        fact, was = (str(sent.get(f"{name}_{group}{place}") or "") for name in ("fact", "was"))
        if fact != was:
            turned |= {place} if fact in facts else set()
            sent[f"was_{group}{place}"] = fact
            for name in _OF_A_LINE:
                sent.pop(f"{name}_{group}{place}", None)
    return turned
