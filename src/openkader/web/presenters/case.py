"""What was asked, what was decided and what took place, as lists of names and values."""

from collections.abc import Iterable, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.casework.period import Period
from openkader.casework.vocabulary import Role
from openkader.kader import Kader
from openkader.publication.periods import shown_period
from openkader.register.selectors import Row, SourceRow
from openkader.web.presenters.activities import kind_of, said_of
from openkader.web.presenters.figures import shown_passage
from openkader.web.presenters.names import RECORDS, country_name, name_of
from openkader.web.shell import kader_url, language

Items = list[dict[str, object]]


def words_of(kader: Kader, collection: str, field: str, code: object) -> str | None:
    """A code of a record in the words of the kader; None stays unknown."""
    if code is None:
        return None
    return capital(kader.records[collection][field].say(str(code), language()))


def request_items(row: Row, participations: Sequence[Row], kader: Kader) -> Items:
    """What is asked, by whom and since when."""
    received = row["period"] if isinstance(row["period"], Period) else None
    return [
        {"label": _("Kind"), "value": kind_of(row, kader)},
        {"label": _("Country"), "value": country_name(row["country"])},
        {"label": _("Relation"), "value": words_of(kader, "requests", "programme", row["programme"])},
        {"label": _("Initiative of"), "value": words_of(kader, "requests", "initiative", row["initiative"])},
        {"label": _("Asked by"), **_askers(participations)},
        {"label": _("Came in"), "value": shown_period(received)},
        *_how_many(row),
        *_remark(row),
    ]


def _askers(participations: Iterable[Row]) -> dict[str, object]:
    names = [party_words(row) for row in participations if row["role"] == Role.REQUESTER]
    return {"points": names} if names else {"value": None}


def party_words(row: Row) -> str:
    """A party by name or function, or the group by its number and description."""
    label = said_of(row, "party_label") or said_of(row, "description") or ""
    number = row["number"]
    if row["party"] is not None or number == 1:
        return label
    return f"{_('an unknown number of') if number is None else number} {label}"


def decision_items(row: Row, kader: Kader, *, proposed: bool) -> Items:
    """What was decided and on what ground; the outcome itself is shown as a pill."""
    about, when = public_decision_items(row, kader)[:-2], public_decision_items(row, kader)[-2:]
    return [
        *about,
        {"label": _("Ground"), "value": words_of(kader, "decisions", "ground", row["ground"])},
        {"label": _("Instrument"), "value": words_of(kader, "decisions", "instrument", row["instrument"])},
        *when,
        {"label": _("Compared with the proposal"), "value": _departure(row, proposed=proposed)},
        *([{"label": _("Conditions"), "points": row["conditions"]}] if row["conditions"] else []),
        *([{"label": _("Refer to"), "value": row["referred_to"]}] if row["referred_to"] else []),
        *([{"label": _("Second person"), "value": row["seconded_by"]}] if row["seconded_by"] else []),
        *([{"label": _("Reasons"), "value": row["motivation"]}] if row["motivation"] else []),
        *_remark(row),
    ]


def public_decision_items(row: Row, kader: Kader) -> Items:
    """What was decided, when and by whom, without the reasons."""
    decided_on = row["decided_on"]
    return [
        {"label": _("About"), "value": words_of(kader, "decisions", "level", row["level"])},
        *_how_many(row),
        {"label": _("Decided on"), "value": date_format(decided_on, "j F Y") if decided_on else None},  # type: ignore[arg-type]
        {"label": _("Decided by"), "value": row["decided_by"]},
    ]


def _departure(row: Row, *, proposed: bool) -> str:
    """A decision from before this register was never compared: that is said, and is not a no."""
    if row["departs_from_proposal"] is True:
        return _("It departs from the proposal. Then reasons must be given, and it is counted.")
    if row["departs_from_proposal"] is False:
        return _("It follows the proposal.")
    if not proposed:
        return _("Not compared: there is no proposal.")
    return _(
        "Not compared. The proposal was made afterwards, from what the source states. What was known when the decision "
        "was taken is not in it. A difference does not mean that the organisation departed from its framework."
    )


def activity_items(row: Row, kader: Kader) -> Items:
    """When and where it took place, and who of importance was there."""
    period = row["period"] if isinstance(row["period"], Period) else None
    regions = row["regions"]
    return [
        {"label": _("Kind"), "value": kind_of(row, kader)},
        {"label": _("When"), "value": shown_period(period), "note": _vagueness(period)},
        {"label": _("Place"), "value": row["place"]},
        {"label": _("Country"), "value": country_name(row["country"])},
        {"label": _("Regions"), "value": ", ".join(map(str, regions)) if isinstance(regions, list) else None},
        {"label": _("Aim"), "value": said_of(row, "aim")},
        {"label": _("Member of the executive"), "value": _yes(row["office_holder"])},
        {"label": _("Foreign delegation"), "value": _yes(row["foreign_delegation"])},
        *_how_many(row),
        *_remark(row),
    ]


def _vagueness(period: Period | None) -> str | None:
    if period is None or period.precision == "day":
        return None
    return _("The source gives no day.")


def record_items(row: Row, kader: Kader) -> Items:
    """A record that belongs to no case, such as a talk or a finding: the fields that it has."""
    values = {
        _("Kind"): kind_of(row, kader) if row.get("kind") else None,
        _("Purpose"): words_of(kader, "talks", "purpose", row.get("purpose")),
        _("Relation"): words_of(kader, "talks", "programme", row.get("programme")),
        _("About"): words_of(kader, "decisions", "level", row.get("level")),
        _("Status"): row.get("status"),
    }
    line = row.get("line")
    return [
        {"label": _("Year"), "value": row["year"]},
        *({"label": label, "value": value} for label, value in values.items() if value),
        *([{"label": _("Concerns"), "value": line, "url": f"{kader_url(kader)}#{line}"}] if line else []),
        {"label": _("Number"), "value": row["number"]},
        *_remark(row),
    ]


def record_kind(row: Row) -> str | None:
    """What sort of record it is, read from the fields that only it has."""
    kinds = {"level": "decision", "purpose": "talk", "subject": "finding", "status": "recommendation"}
    return next((name_of(RECORDS, kind) for field, kind in kinds.items() if field in row), None)


def _how_many(row: Row) -> Items:
    """A row may stand for more than one, or for an unknown number."""
    return [] if row["number"] == 1 else [{"label": _("Stands for"), "value": row["number"]}]


def _remark(row: Row) -> Items:
    remark = said_of(row, "remark")
    return [{"label": _("Our remark"), "value": remark}] if remark else []


def _yes(truth: object) -> str | None:
    return None if truth is None else _("Yes") if truth else _("No")


def passages_of(rows: Iterable[Row], source: SourceRow | None) -> list[dict[str, object]]:
    """The literal sentences under some records, each once."""
    words = dict.fromkeys(str(row["passage"]) for row in rows if row["passage"])
    found = [shown_passage(one, source) for one in words]
    return [passage for passage in found if passage is not None]
