"""The facts of a report in the language that is spoken now, and what of them is left out for its readers.

Security comes first: informal parts, measures of information protection and persons without a public role are in no
draft at all. For readers outside also what was learned, who dropped out and which companies took part.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.agreements import WAS_SIGNED
from openkader.casework.mission import STATUSES, ParticipantStatus
from openkader.casework.reporting import ReportKind
from openkader.casework.vocabulary import MeasureStatus, PartyKind, PublicKind, Role, Setting
from openkader.kader import Kader
from openkader.publication.periods import shown_period
from openkader.publication.report_settings import ReportSettings
from openkader.publication.reports import Known
from openkader.register.selectors import AgreementRow, MessageRow, ReportFile, Row, SlotRow
from openkader.web.presenters.agreements import form_words
from openkader.web.presenters.mission import REASONS
from openkader.web.presenters.names import capital, name_of
from openkader.web.presenters.public import topic_words
from openkader.web.presenters.talk_words import PUBLIC_KINDS
from openkader.web.shell import language, said

_OPEN = (MeasureStatus.OPEN, MeasureStatus.REPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whom a report on an activity is for, and what the organisation leaves out of all of them."""

    found: ReportFile
    kader: Kader
    kind: ReportKind
    settings: ReportSettings


def known_facts(told: Told) -> Known:
    """What is known; None is unknown, nothing at all where the register names none."""
    found, row = told.found, told.found.row
    return {
        "title": said(found.activity.label),
        "organisation": said(told.kader.organisation),
        "reference": found.activity.reference,
        "when": shown_period(found.activity.period) if found.activity.period else None,
        "place": str(row["place"]) if row["place"] else None,
        "aim": said(row["aim"]) if row["aim"] else None,  # type: ignore[arg-type]  # a text of two languages
        "leaders": _leaders(told),
        "own_parties": tuple(map(_party_words, _of_role(found, Role.OWN_PARTY))),
        "own_number": _own_number(_of_role(found, Role.OWN_PARTY)),
        "counterparts": tuple(filter(None, (_public_name(one) for one in _of_role(found, Role.COUNTERPART)))),
        "organisers": tuple(filter(None, (_public_name(one) for one in _of_role(found, Role.ORGANISER)))),
        "slots": tuple(_slot_words(one) for one in found.mission.slots if _is_formal(one)),
        "participants": _participants(told),
        "dropouts": _dropouts(told),
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
            _("%(what)s (before %(day)s)") % {"what": one.what, "day": date_format(one.due_on, "j F Y")}
            for one in found.follow_ups
            if one.done_at is None
        ),
        "public_items": _public_items(told),
    }


def _public_items(told: Told) -> tuple[str, ...]:
    """What was said in public, with its day and its address."""
    return tuple(
        ", ".join(filter(None, (one.title, _sort(one.kind), date_format(one.published_on, "j F Y"), one.url)))
        for one in told.found.public_items
    )


def _sort(kind: PublicKind) -> str | None:
    return name_of(PUBLIC_KINDS, kind)


def left_out(told: Told) -> list[str]:
    """What the register knows and the draft does not say; shown to the writer only."""
    found = told.found
    unsafe = [one for one in found.mission.slots if not _is_formal(one)]
    silent = [
        one
        for role in (Role.COUNTERPART, Role.ORGANISER)
        for one in _of_role(found, role)
        if _public_name(one) is None
    ]
    hidden = [one for one in found.activity.measures.values() if told.settings.leaves_out(_line(one))]
    beside = [one for one in found.topics if one.setting is Setting.INFORMAL]
    talked = [one for one in found.notes if one.counts and one.raised and one.setting != Setting.FORMAL]
    always = [
        (
            len(unsafe),
            _("parts of the programme that are informal, or of which nobody said that they are formal"),
        ),
        (len(silent), _("persons without a public role")),
        (len(found.mission.participants), _("names of participants; only their numbers are told")),
        (len(hidden), _("measures of information protection")),
        (
            len(beside) + len(talked),
            _("topics and lines that came up informally, or of which that is not noted"),
        ),
        (sum(1 for one in found.notes if one.reaction), _("reactions of counterparts")),
    ]
    outside = [
        (len(_dropouts(told)), _("reasons of dropouts")),
        (len(found.mission.lessons), _("lessons")),
        (len(_of_role(found, Role.OWN_PARTY)), _("names of own parties; only their number is told")),
        (len(found.follow_ups), _("follow-ups")),
    ]
    counted = always + (outside if told.kind.is_public else [])
    return [f"{capital(what)}: {number}" for number, what in counted if number]


def _of_role(found: ReportFile, role: Role) -> list[Row]:
    return [one for one in found.activity.participations if one["role"] == role and not one["dropped_out"]]


def _public_name(row: Row) -> str | None:
    """An organisation by its name, a person only by a function; a name alone is nobody's business."""
    if row["party__kind"] != PartyKind.PERSON:
        return _party_words(row)
    return said(row["function"])  # type: ignore[arg-type]  # a text of two languages


def _party_words(row: Row) -> str:
    label = said(row["party_label"]) or said(row["description"]) or _("unknown")  # type: ignore[arg-type]
    number = row["number"]
    if number == 1:
        return label
    return f"{label} ({_('number unknown') if number is None else number})"


def _leaders(told: Told) -> tuple[str, ...] | str | None:
    """Members of the own executive; nobody where that is certain, unknown where nobody said."""
    rows = [_party_words(one) for one in _of_role(told.found, Role.OFFICE_HOLDER)]
    if rows:
        return tuple(rows)
    if told.found.row["office_holder"] is False:
        return () if told.kind.is_public else _("nobody")
    return None


def _own_number(rows: Sequence[Row]) -> str | None:
    """How many parties; unknown where the number of any of them is, or where none was recorded."""
    numbers = [one["number"] for one in rows]
    if not numbers or None in numbers:
        return None
    total = sum(int(str(one)) for one in numbers)
    return ngettext("%(number)s party", "%(number)s parties", total) % {"number": total}


def _is_formal(row: SlotRow) -> bool:
    return row.draft.setting is Setting.FORMAL


def _slot_words(row: SlotRow) -> str:
    """A part with its day and place; whom one met stands under the counterparts."""
    day = date_format(row.draft.day, "j F Y")
    return ", ".join(filter(None, (day, row.draft.title, row.draft.place)))


def _participants(told: Told) -> tuple[str, ...]:
    counted = Counter(one.draft.status for one in told.found.mission.participants)
    return tuple(
        f"{capital(STATUSES[one].in_(language()))}: {counted[one]}"
        for one in ParticipantStatus
        if counted[one]
    )


def _dropouts(told: Told) -> tuple[str, ...]:
    """The dropouts by coded reason; the reason that somebody typed stays with us."""
    counted = Counter(
        one.draft.reason or ""
        for one in told.found.mission.participants
        if one.draft.status is ParticipantStatus.DROPPED_OUT
    )
    listing = told.kader.lists.get(REASONS)
    words = {item.code: item.text.in_(language()) for item in listing.items} if listing else {}
    coded = [f"{capital(words.get(code, code))}: {number}" for code, number in counted.most_common()]
    return (*coded, *_dropped_parties(told))


def _dropped_parties(told: Told) -> list[str]:
    """Of parties of the activity that dropped out only how many; a reason is coded on the list of participants."""
    numbers = [one["number"] for one in told.found.activity.participations if one["dropped_out"]]
    if not numbers:
        return []
    is_known = None not in numbers
    total = str(sum(int(str(one)) for one in numbers)) if is_known else _("number unknown")
    return [_("Parties of which no reason is coded: %(number)s") % {"number": total}]


def _topics(told: Told, *, with_whom: bool) -> tuple[str, ...]:
    """What was raised on the agenda, or in a published year; what came up informally is left out."""
    stated = [(one.code, one.party) for one in told.found.topics if one.setting is not Setting.INFORMAL]
    noted = [(told_topic(told, one.line), one.party) for one in _formal_notes(told)]
    pairs = dict.fromkeys((*stated, *((code, party) for code, party in noted if code)))
    if not with_whom:
        return tuple(dict.fromkeys(capital(topic_words(told.kader, code)) for code, _party in pairs))
    return tuple(_with(capital(topic_words(told.kader, code)), _label(told, party)) for code, party in pairs)


def told_topic(told: Told, line: str) -> str | None:
    """The topic of a line to take."""
    return next((one.topic for one in told.kader.messages if one.id == line), None)


def _formal_notes(told: Told) -> list[MessageRow]:
    return [one for one in told.found.notes if one.counts and one.raised and one.setting == Setting.FORMAL]


def _heard(told: Told) -> tuple[str, ...]:
    """Each line that was raised on the agenda, with who heard it."""
    return tuple(
        _with(said(one.text) or "", _label(told, one.party)) for one in reversed(_formal_notes(told))
    )


def _label(told: Told, party: str | None) -> str | None:
    """Who a counterpart is, as far as that is public."""
    rows: Iterable[Row] = told.found.activity.participations
    row = next((one for one in rows if party is not None and one["party"] == party), None)
    return None if row is None else _public_name(row)


def _with(what: str, whom: str | None) -> str:
    return _("%(what)s (with %(whom)s)") % {"what": what, "whom": whom} if whom else what


def _agreement_words(told: Told, row: AgreementRow) -> str:
    form = capital(form_words(told.kader, row.form))
    title = f"{form}: {said(row.title)}" if row.title else form
    if row.number == 1:
        return title
    return f"{title} ({_('number unknown') if row.number is None else row.number})"


def _measures(told: Told, wanted: Callable[[MeasureStatus], bool]) -> tuple[str, ...]:
    names = {one.id: said(one.text) or one.id for one in told.kader.measures}
    return tuple(
        capital(names.get(str(one["code"]), str(one["code"])))
        for one in told.found.activity.measures.values()
        if wanted(MeasureStatus(str(one["status"]))) and not told.settings.leaves_out(_line(one))
    )


def _line(row: Row) -> str:
    """The action line of a measure, by which its code begins."""
    return str(row["code"]).partition(".")[0]
