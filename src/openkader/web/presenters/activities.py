"""Activities as the annex of an evaluation shows them, and as marks on the line of a year."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.text import Text, capital
from openkader.casework.period import Period
from openkader.casework.vocabulary import Precision, Role
from openkader.kader import Kader
from openkader.publication.periods import shown_period
from openkader.register.selectors import Row
from openkader.web.shell import language, said

_SHORT = 34


def shown_activity(row: Row, mark: int | None, kader: Kader) -> dict[str, object]:
    """One row of the annex: month, activity, aim, topics, parties, agreements."""
    period = row["period"] if isinstance(row["period"], Period) else None
    return {
        "mark": mark,
        "vague": period is None or period.precision is not Precision.DAY,
        "when": shown_period(period),
        "when_note": _vagueness(period),
        "title": said_of(row, "label"),
        "url": reverse("dossier", args=[row["id"]]),
        "kind": kind_of(row, kader),
        "number": row["number"],
        "purpose": said_of(row, "aim"),
        "topics": _listed_topics(row, kader),
        "parties": _own_parties(row),
        "agreements": row["agreements"],
        "remark": said_of(row, "remark"),
    }


def shown_moment_of(row: Row, mark: int, kader: Kader) -> dict[str, object]:
    """One mark on the line of the year; an activity without a date lies somewhere in the year."""
    year = int(str(row["year"]))
    period = row["period"] if isinstance(row["period"], Period) else Period.year(year)
    title = said_of(row, "label") or ""
    return {
        "track": kind_of(row, kader) or _("Kind unknown"),
        "mark": str(mark),
        "label": title if len(title) <= _SHORT else title[: _SHORT - 1].rsplit(" ", 1)[0] + " …",
        "start": period.starts_on,
        "end": period.ends_on,
        "precision": period.precision,
    }


def kind_of(row: Row, kader: Kader) -> str | None:
    """The kind of contact in the words of the kader."""
    kind = row["kind"]
    if kind is None:
        return None
    return capital(kader.records["activities"]["kind"].say(str(kind), language()))


def _vagueness(period: Period | None) -> str:
    if period is None or period.precision is Precision.DAY:
        return ""
    return _("day unknown") if period.precision is Precision.MONTH else _("month unknown")


def said_of(row: Mapping[str, object], name: str) -> str | None:
    """A bilingual field of a row in the reader's language."""
    text = row[name]
    return said(text) if isinstance(text, Text) else None


def _listed_topics(row: Row, kader: Kader) -> list[str] | None:
    """The topics that the annex lists; those that only the text names stand in the dossier."""
    codes = row["topics_listed"]
    if not isinstance(codes, list):
        return None
    options = kader.records["activities"]["topics"].options
    return [option.text.in_(language()) for option in options if option.code in codes]


def _own_parties(row: Row) -> int | str | None:
    """How many own parties took part; a row that lists its parties and has none had none."""
    found = row["participation_rows"]
    assert isinstance(found, list)  # noqa: S101 - the selector makes it a list
    numbers = [one["number"] for one in found if one["role"] == Role.OWN_PARTY and not one["dropped_out"]]
    if None in numbers:
        return None
    if not numbers:
        return _("n/a") if row["itemised"] else None
    return sum(numbers)
