"""When and how a counterpart heard a line to take, in words; a day is written as the language spoken now writes it."""

from collections.abc import Mapping

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.raising import Hearing, Repetition, Stated
from openkader.casework.vocabulary import Setting
from openkader.kader import Kader
from openkader.publication.periods import shown_period

SETTINGS: Mapping[Setting, Text] = {
    Setting.FORMAL: Text(nl="formeel, op de agenda", en="formal, on the agenda"),
    Setting.INFORMAL: Text(nl="informeel, naast de agenda", en="informal, beside the agenda"),
}
STATED: Mapping[Stated, Text] = {
    Stated.NOTED: Text(nl="vastgelegd na het gesprek", en="noted after the talk"),
    Stated.RECORD: Text(nl="vastgelegd als onderwerp", en="recorded as a topic"),
    Stated.ANNEX: Text(nl="staat in het overzicht van activiteiten", en="stated in the table of activities"),
    Stated.TEXT: Text(nl="staat alleen in de lopende tekst", en="stated only in the running text"),
}
REPETITIONS: Mapping[Repetition, Text] = {
    Repetition.LATELY: Text(nl="Gehoord binnen een jaar", en="Heard within a year"),
    Repetition.LONG_AGO: Text(nl="Langer dan een jaar niet", en="Not for over a year"),
    Repetition.NEVER: Text(nl="Niet vastgelegd", en="Not on record"),
    Repetition.UNKNOWN: Text(nl="Onbekend", en="Unknown"),
}
NO_DATE = Text(nl="datum onbekend", en="date unknown")
_SAID_BY = Text(nl="gezegd door {0}", en="said by {0}")
_UNSURE = Text(nl="met wie van hen staat er niet", en="with whom of several is not stated")


def lines_by_topic(kader: Kader) -> dict[str, list[str]]:
    """The lines of each topic, by which topics of a publication count as lines that were heard."""
    found: dict[str, list[str]] = {}
    for line in kader.messages:
        found.setdefault(line.topic, []).append(line.id)
    return found


def hearing_words(one: Hearing, language: str) -> str:
    """When a line was heard, in which setting, by whom it was said, and how that is known."""
    parts = (
        _days(one) or NO_DATE.in_(language),
        SETTINGS[one.setting].in_(language) if one.setting else None,
        _SAID_BY.in_(language).format(one.said_by) if one.said_by else None,
        STATED[one.stated].in_(language),
        None if one.is_sure else _UNSURE.in_(language),
    )
    return ", ".join(part for part in parts if part)


def _days(one: Hearing) -> str | None:
    """The day, or the days between which it was; None is unknown."""
    if one.first_day is None or one.last_day is None:
        return None
    whole = Period.month(one.first_day.year, one.first_day.month)
    if (one.first_day, one.last_day) == (whole.starts_on, whole.ends_on):
        return shown_period(whole)
    return shown_period(Period.day(one.first_day, one.last_day))
