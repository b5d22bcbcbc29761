"""The network as its pages show it: who asks for attention, who is in it, and one member with all that is noted."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.text import capital
from openkader.casework.network import CONTRIBUTIONS, MANNERS, ContributionKind, MemberState
from openkader.kader import Assessor, Kader, Speaker
from openkader.kader.explaining import cite
from openkader.publication.periods import shown_period
from openkader.register.network import EXPERTISE, purpose_text
from openkader.register.selectors import (
    ContactPointRow,
    ContactRow,
    ContributionRow,
    MemberFile,
    NetworkRow,
    StandingRow,
)
from openkader.web.presenters.names import actor_words, country_name, name_of
from openkader.web.presenters.parties import KINDS
from openkader.web.presenters.reach import groups_of, label_of, shown_grounds
from openkader.web.shell import kader_url, language, said, shown_moment

Shown = dict[str, object]
ATTENTION = (MemberState.NEVER, MemberState.UNDATED, MemberState.DORMANT)


def shown_row(row: NetworkRow, kader: Kader) -> Shown:
    """A member in the list."""
    return {
        "reference": row.reference,
        "url": reverse("member", args=[row.reference]),
        "name": said(row.name),
        "kind": capital(name_of(KINDS, row.kind) or ""),
        "state": str(row.state),
        "last": shown_period(row.last),
        "expertise": expertise_words(row.expertise, kader),
        "countries": country_words(row.countries),
        "counts": counted(row),
    }


def counted(row: NetworkRow) -> str:
    """How often was spoken, and how much was contributed."""
    talks = ngettext("%(number)s talk", "%(number)s talks", row.contacts) % {"number": row.contacts}
    many = row.contributions
    gave = ngettext("%(number)s contribution", "%(number)s contributions", many) % {"number": many}
    return f"{talks}, {gave}"


def expertise_words(codes: Iterable[str], kader: Kader) -> list[str]:
    """What a member knows of; a word that the list no longer holds is shown as it is."""
    listing = kader.lists.get(EXPERTISE)
    found = [(code, listing.item(code) if listing else None) for code in codes]
    return [item.text.in_(language()) if item else code for code, item in found]


def country_words(codes: Iterable[str]) -> list[str]:
    """Countries as the reader calls them."""
    return [str(country_name(code)) for code in codes]


def shown_tally(rows: Sequence[NetworkRow]) -> list[Shown]:
    """How many members are in each state."""
    states = [row.state for row in rows]
    return [{"state": str(one), "count": states.count(one)} for one in MemberState]


def shown_reach(assessor: Assessor, line: str, countries: Sequence[str]) -> Shown:
    """For which countries the line of the network is on, for which off, and by which rule; told by the kader."""
    found = next((one for one in assessor.kader.action_lines if one.id == line), None)
    if found is None:
        return {}
    groups = groups_of(assessor, tuple(sorted(countries)))
    shown = [
        {
            "label": label_of(group, groups),
            "state": "on" if any(truth is not False for truth in group.lines[line].values()) else "off",
            "grounds": shown_grounds(assessor, group.countries[0]),
        }
        for group in groups
    ]
    return {
        "line": line,
        "text": said(found.text),
        "when": Speaker(assessor.kader.facts, assessor.kader.lists, language()).say(found.applies),
        "groups": sorted(shown, key=lambda one: one["state"] != "on"),
        "cites": [cite(assessor.kader, passage, language()) for passage in found.cites],
        "url": kader_url(assessor.kader, "kader_countries"),
    }


def shown_member(found: MemberFile, kader: Kader) -> Shown:
    """Everything that the page of a member shows."""
    row = found.row
    return {
        **shown_row(row, kader),
        "items": _about(found, kader),
        "contacts": [shown_contact(one, kader) for one in found.contacts],
        "years": _by_year([shown_contribution(one, kader) | {"name": None} for one in found.contributions]),
        "points": None if found.points is None else [_point(one) for one in found.points],
        "points_kept": found.points_kept,
        "standings": [_standing(one) for one in found.standings],
        "is_stopped": row.state is MemberState.STOPPED,
    }


def _about(found: MemberFile, kader: Kader) -> list[Shown]:
    row = found.row
    passage = {"text": found.passage, "language": "nl"} if found.passage else None
    return [
        {"label": _("Party"), "value": said(row.name), "url": reverse("party", args=[row.party])},
        {
            "label": _("Why it is in the network"),
            "value": said(row.why),
            "passage": passage,
            "note": said(found.remark),
        },
        {"label": _("Since"), "value": shown_period(row.since)},
        {"label": _("Expertise"), "points": expertise_words(row.expertise, kader), "value": None},
        {"label": _("Countries that it knows"), "points": country_words(row.countries), "value": None},
        {
            "label": _("Last heard from"),
            "value": shown_period(row.last),
            "why": _("Of what is noted nobody knows when it was, or nothing is noted."),
        },
    ]


def shown_contact(one: ContactRow, kader: Kader) -> Shown:
    """A talk with a member; names that are kept inside are not there."""
    return {
        "reference": one.reference,
        "when": shown_period(one.period),
        "purpose": capital(said(purpose_text(kader, one.purpose)) or ""),
        "manner": MANNERS[one.manner].in_(language()) if one.manner else None,
        "by_whom": one.by_whom,
        "about": one.about,
        "whom": one.whom,
        "is_hidden": one.is_hidden,
        "is_withheld": one.is_withheld,
        "others": [
            {"name": said(name), "url": reverse("member", args=[reference])} for reference, name in one.others
        ],
        "part_of": one.part_of,
        "struck_out": one.struck_out,
    }


def shown_contribution(one: ContributionRow, kader: Kader) -> Shown:
    """What a member contributed, and how that is known."""
    return {
        "proof": one.proof,
        "kind": capital(CONTRIBUTIONS[one.kind].in_(language())),
        "to": _to(one, kader),
        "url": _url(one),
        "when": shown_period(one.period),
        "year": one.period.ends_on.year if one.period else None,
        "what": said(one.what),
        "passage": {"text": one.passage, "language": "nl"} if one.passage else None,
        "remark": said(one.remark),
        "is_known": one.is_known,
        "struck_out": one.struck_out,
        "named_as": one.named_as,
        "name": said(one.name),
        "member_url": reverse("member", args=[one.member]) if one.member else "",
    }


def _to(one: ContributionRow, kader: Kader) -> str:
    if one.title is not None:
        return said(one.title) or one.record
    if one.kind is ContributionKind.MESSAGE:
        line = next((line for line in kader.messages if line.id == one.record), None)
        return said(line.text) or one.record if line else one.record
    return one.record


def _url(one: ContributionRow) -> str:
    if one.dossier is None:
        return ""
    return reverse("activity" if one.is_activity else "dossier", args=[one.dossier])


def _by_year(rows: Sequence[Shown]) -> list[Shown]:
    """The contributions year by year, the newest first; what has no date comes last."""
    years = sorted({int(str(row["year"])) for row in rows if row["year"]}, reverse=True)
    found: list[Shown] = [
        {"year": str(year), "rows": [row for row in rows if row["year"] == year]} for year in years
    ]
    undated = [row for row in rows if row["year"] is None]
    return [*found, {"year": _("Moment unknown"), "rows": undated}] if undated else found


def _point(one: ContactPointRow) -> Shown:
    return {
        "number": one.number,
        "name": one.name,
        "function": one.function,
        "email": one.email,
        "phone": one.phone,
        "kept": f"{actor_words(one.by)}, {shown_moment(one.at)}",
    }


def _standing(one: StandingRow) -> Shown:
    return {
        "word": _("Came back") if one.is_active else _("Stopped"),
        "reason": one.reason,
        "told": f"{actor_words(one.by)}, {shown_moment(one.at)}",
    }
