"""The facts of a report in its language, and what of them is left out for its readers.

Security comes first: informal parts, measures of information protection and persons without a public role are in no
draft at all. For readers outside also what was learned, who dropped out and which companies took part.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from openkader.base.text import Text, capital
from openkader.casework.agreements import WAS_SIGNED
from openkader.casework.mission import STATUSES, ParticipantStatus
from openkader.casework.public_account import PUBLIC_KINDS
from openkader.casework.reporting import ReportKind
from openkader.casework.vocabulary import MeasureStatus, PartyKind, Role, Setting
from openkader.kader import Kader
from openkader.publication.kader_words import entry_words, form_words, topic_words
from openkader.publication.periods import shown_date, shown_period
from openkader.publication.report_settings import ReportSettings
from openkader.publication.reports import Known
from openkader.register.selectors import AgreementRow, MessageRow, ReportFile, Row, SlotRow

_OPEN = (MeasureStatus.OPEN, MeasureStatus.REPORTED)
_WORDS = {
    "unknown": Text(nl="onbekend", en="unknown"),
    "number_unknown": Text(nl="aantal onbekend", en="number unknown"),
    "nobody": Text(nl="niemand", en="nobody"),
    "party": Text(nl="{0} partij", en="{0} party"),
    "parties": Text(nl="{0} partijen", en="{0} parties"),
    "before": Text(nl="{0} (voor {1})", en="{0} (before {1})"),
    "with": Text(nl="{0} (met {1})", en="{0} (with {1})"),
    "no_reason": Text(
        nl="Partijen waarvan geen reden is gecodeerd: {0}", en="Parties of which no reason is coded: {0}"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whom a report on an activity is for, in which language, and what the organisation leaves out of all of them."""

    found: ReportFile
    kader: Kader
    kind: ReportKind
    language: str
    settings: ReportSettings

    def said(self, text: object) -> str | None:
        """A text of two languages in that of the report; None is unknown."""
        return text.in_(self.language) if isinstance(text, Text) else None

    def word(self, name: str, *more: object) -> str:
        """Our own words around a fact."""
        return _WORDS[name].in_(self.language).format(*more)


def known_facts(told: Told) -> Known:
    """What is known, while its language is spoken; None is unknown, nothing at all where the register names none."""
    found, row = told.found, told.found.row
    return {
        "title": told.said(found.activity.label),
        "organisation": told.said(told.kader.organisation),
        "reference": found.activity.reference,
        "when": shown_period(found.activity.period) if found.activity.period else None,
        "place": str(row["place"]) if row["place"] else None,
        "aim": told.said(row["aim"]),
        "leaders": _leaders(told),
        "own_parties": tuple(_party_words(told, one) for one in of_role(found, Role.OWN_PARTY)),
        "own_number": _own_number(told),
        "counterparts": _public_names(told, Role.COUNTERPART),
        "organisers": _public_names(told, Role.ORGANISER),
        "slots": tuple(_slot_words(one) for one in found.mission.slots if is_formal(one)),
        "participants": _participants(told),
        "dropouts": dropouts(told),
        "topics": _topics(told, with_whom=True),
        "spoken_topics": _topics(told, with_whom=False),
        "heard": _heard(told),
        "agreements": tuple(
            _agreement_words(told, one) for one in found.agreements if one.status in WAS_SIGNED
        ),
        "measures_shown": _measures(told, lambda status: status is MeasureStatus.DONE),
        "measures_open": _measures(told, lambda status: status in _OPEN),
        "lessons": tuple(one.text for one in found.mission.lessons),
        "follow_ups": tuple(
            told.word("before", one.what, shown_date(one.due_on))
            for one in found.follow_ups
            if one.done_at is None
        ),
        "public_items": _public_items(told),
    }


def _public_items(told: Told) -> tuple[str, ...]:
    """What was said in public, with its day and its address."""
    return tuple(
        ", ".join(
            filter(
                None, (one.title, told.said(PUBLIC_KINDS[one.kind]), shown_date(one.published_on), one.url)
            )
        )
        for one in told.found.public_items
    )


def of_role(found: ReportFile, role: Role) -> list[Row]:
    """Who took part as that, and did not drop out."""
    return [one for one in found.activity.participations if one["role"] == role and not one["dropped_out"]]


def public_name(told: Told, row: Row) -> str | None:
    """An organisation by its name, a person only by a function; a name alone is nobody's business."""
    if row["party__kind"] != PartyKind.PERSON:
        return _party_words(told, row)
    return told.said(row["function"])


def _public_names(told: Told, role: Role) -> tuple[str, ...]:
    return tuple(filter(None, (public_name(told, one) for one in of_role(told.found, role))))


def _party_words(told: Told, row: Row) -> str:
    label = told.said(row["party_label"]) or told.said(row["description"]) or told.word("unknown")
    return _counted(told, label, row["number"])


def _counted(told: Told, what: str, number: object) -> str:
    """With how many there are, where it is not one."""
    if number == 1:
        return what
    return f"{what} ({told.word('number_unknown') if number is None else number})"


def _leaders(told: Told) -> tuple[str, ...] | str | None:
    """Members of the own executive; nobody where that is certain, unknown where nobody said."""
    rows = [_party_words(told, one) for one in of_role(told.found, Role.OFFICE_HOLDER)]
    if rows:
        return tuple(rows)
    if told.found.row["office_holder"] is False:
        return () if told.kind.is_public else told.word("nobody")
    return None


def _own_number(told: Told) -> str | None:
    """How many parties; unknown where the number of any of them is, or where none was recorded."""
    numbers = [one["number"] for one in of_role(told.found, Role.OWN_PARTY)]
    if not numbers or None in numbers:
        return None
    total = sum(int(str(one)) for one in numbers)
    return told.word("party" if total == 1 else "parties", total)


def is_formal(row: SlotRow) -> bool:
    """Whether somebody said that a part of the programme is formal."""
    return row.draft.setting is Setting.FORMAL


def _slot_words(row: SlotRow) -> str:
    """A part with its day and place; whom one met stands under the counterparts."""
    return ", ".join(filter(None, (shown_date(row.draft.day), row.draft.title, row.draft.place)))


def _participants(told: Told) -> tuple[str, ...]:
    counted = Counter(one.draft.status for one in told.found.mission.participants)
    return tuple(
        f"{capital(STATUSES[one].in_(told.language))}: {counted[one]}"
        for one in ParticipantStatus
        if counted[one]
    )


def dropouts(told: Told) -> tuple[str, ...]:
    """The dropouts by coded reason; the reason that somebody typed stays with us."""
    counted = Counter(
        one.draft.reason or ""
        for one in told.found.mission.participants
        if one.draft.status is ParticipantStatus.DROPPED_OUT
    )
    coded = [f"{capital(_reason(told, code))}: {number}" for code, number in counted.most_common()]
    return (*coded, *_dropped_parties(told))


def _reason(told: Told, code: str) -> str:
    return entry_words(told.kader, "dropout_reasons", code, told.language) or code


def _dropped_parties(told: Told) -> list[str]:
    """Of parties of the activity that dropped out only how many; a reason is coded on the list of participants."""
    numbers = [one["number"] for one in told.found.activity.participations if one["dropped_out"]]
    if not numbers:
        return []
    is_known = None not in numbers
    total = str(sum(int(str(one)) for one in numbers)) if is_known else told.word("number_unknown")
    return [told.word("no_reason", total)]


def _topics(told: Told, *, with_whom: bool) -> tuple[str, ...]:
    """What was raised on the agenda, or in a published year; what came up informally is left out."""
    stated = [(one.code, one.party) for one in told.found.topics if one.setting is not Setting.INFORMAL]
    noted = [(_topic_of(told, one.line), one.party) for one in _formal_notes(told)]
    pairs = dict.fromkeys((*stated, *((code, party) for code, party in noted if code)))
    if not with_whom:
        return tuple(dict.fromkeys(_topic_words(told, code) for code, _party in pairs))
    return tuple(_with(told, _topic_words(told, code), party) for code, party in pairs)


def _topic_words(told: Told, code: str) -> str:
    return capital(topic_words(told.kader, code, told.language))


def _topic_of(told: Told, line: str) -> str | None:
    """The topic of a line to take."""
    return next((one.topic for one in told.kader.messages if one.id == line), None)


def _formal_notes(told: Told) -> list[MessageRow]:
    return [one for one in told.found.notes if one.counts and one.raised and one.setting == Setting.FORMAL]


def _heard(told: Told) -> tuple[str, ...]:
    """Each line that was raised on the agenda, with who heard it."""
    return tuple(_with(told, told.said(one.text) or "", one.party) for one in reversed(_formal_notes(told)))


def _with(told: Told, what: str, party: str | None) -> str:
    """What was said, and to whom as far as that is public."""
    rows: Iterable[Row] = told.found.activity.participations
    row = next((one for one in rows if party is not None and one["party"] == party), None)
    whom = None if row is None else public_name(told, row)
    return told.word("with", what, whom) if whom else what


def _agreement_words(told: Told, row: AgreementRow) -> str:
    form, title = capital(form_words(told.kader, row.form, told.language)), told.said(row.title)
    return _counted(told, f"{form}: {title}" if title else form, row.number)


def _measures(told: Told, wanted: Callable[[MeasureStatus], bool]) -> tuple[str, ...]:
    names = {one.id: told.said(one.text) or one.id for one in told.kader.measures}
    rows: Sequence[Row] = tuple(told.found.activity.measures.values())
    return tuple(
        capital(names.get(str(one["code"]), str(one["code"])))
        for one in rows
        if wanted(MeasureStatus(str(one["status"]))) and not told.settings.leaves_out(line_of(one))
    )


def line_of(row: Row) -> str:
    """The action line of a measure, by which its code begins."""
    return str(row["code"]).partition(".")[0]
