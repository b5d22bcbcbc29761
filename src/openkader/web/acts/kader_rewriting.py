"""What changing a part of a draft has in common, be it a rule or another entry: its mistakes, and keeping its text."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django import forms

from openkader.base.errors import Problem
from openkader.base.messages import sentence
from openkader.register import services
from openkader.register.kader_draft_entries import KaderTextEntry
from openkader.web.acts.kader_studio import Drafting
from openkader.web.shell import language


class SeenForm(forms.Form):
    """A button under something that somebody saw."""

    seen = forms.RegexField(r"\A[0-9a-f]{64}\Z", widget=forms.HiddenInput)


def seen_form(place: Drafting) -> forms.Form:
    """What such a button sent."""
    return SeenForm(place.request.POST)


def keep_text(place: Drafting, file: str, text: str) -> int:
    """Save a file of the draft as a step after the one that was read."""
    one = place.found.texts[file]
    entry = KaderTextEntry(draft=place.reference, file=one.file, text=text, seen=one.number)
    return services.save_kader_draft(entry, **place.hand)


def new_problems(place: Drafting, then: Sequence[Problem]) -> list[Problem]:
    """What would be wrong and is not yet; a line more above it makes it no other."""
    known, found = Counter(map(_what, place.read[1])), []
    for problem in then:
        known[_what(problem)] -= 1
        if known[_what(problem)] < 0:
            found.append(problem)
    return found


def in_words(problems: Iterable[Problem]) -> list[str]:
    """Each in a sentence, without its place."""
    return [sentence(one.code, dict(one.detail), language()) for one in problems]


def _what(problem: Problem) -> tuple[str, tuple[tuple[str, str], ...]]:
    return problem.code, tuple(sorted(problem.detail.items()))
