"""What a step of a text changed, line by line, as it stands on a page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.text_difference import Line, LineChange, lines_that_differ

_MOST_LINES = 2_000  # on one page; the whole text stands below them


def step_url(reference: str, file: str, number: int) -> str:
    """The page of a step."""
    return reverse("kader_draft_step", args=[reference, file, number])


def shown_lines(before: str | None, text: str) -> dict[str, object]:
    """The lines that differ from the step before, with how many went and came; the first step has none before it."""
    found = [] if before is None else lines_that_differ(before, text)
    return {
        "lines": [_shown(line) for line in found[:_MOST_LINES]],
        "more": max(len(found) - _MOST_LINES, 0),
        "new": sum(line.change is LineChange.NEW for line in found),
        "gone": sum(line.change is LineChange.GONE for line in found),
    }


def _shown(line: Line) -> dict[str, object]:
    if line.change is LineChange.LEFT_OUT:
        words = ngettext("%(number)s line is the same", "%(number)s lines are the same", line.number)
        return {"change": "left-out", "said": words % {"number": line.number}}
    said = {LineChange.NEW: _("added"), LineChange.GONE: _("left out")}
    return {
        "change": str(line.change),
        "said": said.get(line.change, ""),
        "number": line.after or line.before,
        "text": line.text,
    }
