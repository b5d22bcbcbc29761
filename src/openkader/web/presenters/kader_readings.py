"""Where a question is read, in words and with the way there."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from openkader.kader import FactType, Kader
from openkader.kader.readings import GIVES, Reading, readings_of
from openkader.web.presenters.kader_rows import address
from openkader.web.presenters.names import Words

TYPES: Words = {
    FactType.TRUTH: pgettext_lazy("sort of answer", "yes or no"),
    FactType.CHOICE: pgettext_lazy("sort of answer", "one of several answers"),
    FactType.SEVERAL: pgettext_lazy("sort of answer", "several of several answers"),
    FactType.NUMBER: pgettext_lazy("sort of answer", "a number"),
    FactType.DATE: pgettext_lazy("sort of answer", "a day"),
    FactType.COUNTRY: pgettext_lazy("sort of answer", "a country"),
}
_PARTS: Mapping[str, str | Promise] = {
    "proposal": gettext_lazy("rule %(name)s"),
    "tables": gettext_lazy("table %(name)s"),
    GIVES: gettext_lazy("table %(name)s, which gives it"),
    "preconditions": gettext_lazy("precondition %(name)s"),
    "constraints": gettext_lazy("what cannot be: %(name)s"),
    "action_lines": gettext_lazy("action line %(name)s"),
    "measures": gettext_lazy("measure %(name)s"),
    "consultations": gettext_lazy("advice of %(name)s"),
    "shown": gettext_lazy("shown to %(name)s"),
    "fillings": gettext_lazy("answered by the advice of %(name)s"),
    "mandates": gettext_lazy("mandate %(name)s"),
    "messages": gettext_lazy("line to take %(name)s"),
    "figures": gettext_lazy("figure %(name)s"),
    "scenarios": gettext_lazy("example %(name)s"),
}
_SECTIONS = {"measures": "maatregelen", "figures": "cijfers", "constraints": "uitsluitingen"}


def readings_in(kader: Kader | None) -> Mapping[str, Sequence[Reading]]:
    """Of each question where it is read, as far as the kader can be read."""
    return readings_of(kader) if kader is not None else {}


def reading_words(one: Reading) -> str:
    """One place that reads a question."""
    words = str(_PARTS[one.part]) % {"name": one.name}
    return _("%(table)s, row %(row)s") % {"table": words, "row": one.row} if one.row else words


def all_words(readings: Iterable[Reading]) -> list[str]:
    """Each place once."""
    return [*dict.fromkeys(map(reading_words, readings))]


def reading_url(reference: str, one: Reading) -> str:
    """The form in which that place can be changed; empty where it has none."""
    if one.part == "proposal":
        return address("kader_row", reference, "proposal", one.name)
    if one.part == "tables" and one.row:
        return address("kader_row", reference, f"case.{one.name}", one.row)
    return address("kader_entry", reference, _SECTIONS[one.part], one.name) if one.part in _SECTIONS else ""


def shown_readings(reference: str, readings: Iterable[Reading]) -> list[dict[str, str]]:
    """Each place once, with the way there."""
    return [
        {"words": reading_words(one), "url": reading_url(reference, one)} for one in dict.fromkeys(readings)
    ]


def uses_of_codes(readings: Iterable[Reading]) -> dict[str, list[str]]:
    """Of each answer who names it."""
    found: dict[str, list[str]] = {}
    for one in readings:
        for code in sorted(one.codes):
            found.setdefault(code, []).append(reading_words(one))
    return found
