"""A programme, its participants and its lessons, as their pages show them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from itertools import groupby

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.base.text import capital
from openkader.casework.mission import ROLES, STATUSES, UNKNOWN, ParticipantRole, ParticipantStatus
from openkader.casework.vocabulary import Setting
from openkader.kader import Kader
from openkader.publication.mission_files import organisation_of
from openkader.publication.periods import shown_day
from openkader.register.selectors import LessonRow, Mission, ParticipantRow, SlotRow, TemplateRow
from openkader.web.presenters.delegation import people
from openkader.web.presenters.names import Words
from openkader.web.shell import language, said, shown_moment

SHOWN_PEOPLE = 100
REASONS = "dropout_reasons"
SETTINGS: Words = {Setting.FORMAL: gettext_lazy("formal"), Setting.INFORMAL: gettext_lazy("informal")}
Shown = dict[str, object]


def shown_tally(found: Mission) -> list[Shown]:
    """How many parts there are, and how many participants of each status."""
    counts = Counter(row.draft.status for row in found.participants)
    return [
        {"label": _("Parts of the programme"), "value": len(found.slots)},
        *(
            {"label": capital(STATUSES[one].in_(language())), "value": counts[one]}
            for one in ParticipantStatus
        ),
    ]


def shown_days(found: Mission) -> list[Shown]:
    """The programme, day by day."""
    return [
        {"title": shown_day(day), "slots": [_slot(row, found) for row in rows]}
        for day, rows in groupby(found.slots, key=lambda row: row.draft.day)
    ]


def shown_time(begins: time | None, ends: time | None) -> str:
    """From when until when; without a time it lasts all day."""
    if begins is None:
        return _("all day")
    return f"{begins:%H:%M}" + (f"–{ends:%H:%M}" if ends else "")


def shown_zone(zone: str | None) -> str:
    """The place whose clock it is."""
    return (zone or "").replace("_", " ")


def _slot(row: SlotRow, found: Mission) -> Shown:
    draft = row.draft
    labels = [(one, said(found.labels[one])) for one in draft.parties if one in found.labels]
    return {
        "number": row.number,
        "title": draft.title,
        "time": shown_time(draft.begins, draft.ends),
        "zone": shown_zone(draft.zone) if draft.begins else "",
        "place": draft.place,
        "setting": SETTINGS[draft.setting] if draft.setting else "",
        "parties": [{"name": label, "url": reverse("party", args=[one])} for one, label in labels],
        "counterparts": draft.counterparts,
        "roles": [ROLES[role].in_(language()) for role in draft.roles],
        "note": draft.note,
        "url": reverse("programme_slot", args=[found.activity.reference, row.number]),
    }


def shown_people(found: Mission, kader: Kader | None, page: int) -> Shown:
    """A page of the list of participants, and where the others are."""
    first = (page - 1) * SHOWN_PEOPLE
    rows = found.participants[first : first + SHOWN_PEOPLE]
    return {
        "rows": [_person(row, found, kader) for row in rows],
        "caption": people(len(found.participants)),
        "first": first + 1,
        "last": first + len(rows),
        "total": len(found.participants),
        "before": page - 1 if page > 1 else None,
        "after": page + 1 if first + SHOWN_PEOPLE < len(found.participants) else None,
    }


def _person(row: ParticipantRow, found: Mission, kader: Kader | None) -> Shown:
    draft = row.draft
    reference = found.activity.reference
    return {
        "number": row.number,
        "name": draft.name,
        "function": draft.function,
        "organisation": organisation_of(row, found, language()),
        "party_url": reverse("party", args=[draft.party]) if draft.party else "",
        "role": role_name(draft.role),
        "status": draft.status,
        "reason": reason_name(kader, draft.reason),
        "email": draft.email,
        "note": draft.note,
        "url": reverse("participant", args=[reference, row.number]),
        "calendar": f"{reverse('programme_calendar', args=[reference])}?deelnemer={row.number}",
    }


def role_name(role: ParticipantRole | None) -> str | None:
    """As what somebody comes along, in the reader's words; None is unknown."""
    return None if role is None else ROLES[role].in_(language())


def reason_choices(kader: Kader | None) -> list[tuple[str, str]]:
    """Why somebody may have dropped out; that nobody knows is always among them."""
    listing = kader.lists.get(REASONS) if kader else None
    found = {item.code: item.text.in_(language()) for item in listing.items} if listing else {}
    return list({**found, UNKNOWN: found.get(UNKNOWN, _("unknown"))}.items())


def reason_name(kader: Kader | None, code: str | None) -> str:
    """A reason in words; one that the kader no longer lists stands as it is."""
    return "" if code is None else dict(reason_choices(kader)).get(code, code)


def party_choices(found: Mission, also: Sequence[str] = ()) -> list[tuple[str, str]]:
    """The parties of the activity, and those that are named already."""
    names = dict.fromkeys([*found.offered, *(one for one in also if one in found.labels)])
    return [(one, said(found.labels[one]) or one) for one in names]


def shown_lessons(rows: Iterable[LessonRow]) -> list[Shown]:
    """What was learned, with by whom and when it was noted."""
    return [
        {
            "text": row.text,
            "about": f"{row.by}, {shown_moment(row.at)}",
            "activity": row.activity,
            "url": reverse("programme", args=[row.activity]),
        }
        for row in rows
    ]


def template_choices(rows: Iterable[TemplateRow]) -> list[tuple[str, str]]:
    """Earlier programmes, each with its day and how many lessons were noted there."""
    return [(row.reference, _template(row)) for row in rows]


def _template(row: TemplateRow) -> str:
    parts = [said(row.title) or row.reference]
    if row.starts_on:
        parts.append(date_format(row.starts_on, "F Y"))
    parts.append(ngettext("%(count)s part", "%(count)s parts", row.slots) % {"count": row.slots})
    if row.lessons:
        parts.append(ngettext("%(count)s lesson", "%(count)s lessons", row.lessons) % {"count": row.lessons})
    return " · ".join(parts)


def not_in_account(found: Mission) -> list[Mapping[str, object]]:
    """The parties for whom somebody took part, and that the figures of the year do not know of."""
    took = {row.draft.party for row in found.participants if row.draft.status is ParticipantStatus.TOOK_PART}
    return [
        {"name": said(found.labels[one]), "url": reverse("party", args=[one])}
        for one in found.labels
        if one in took and one not in found.in_account
    ]
