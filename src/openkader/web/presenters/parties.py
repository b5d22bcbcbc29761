"""Parties as lists and their own page show them: what tells two of the same name apart comes with each."""

from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.casework.identifiers import SCHEMES
from openkader.casework.joining import Sameness
from openkader.register.selectors import Alike, FoundBy, JudgementRow, PartyFile, PartyLine, PlaceRow
from openkader.screening.explaining.values import said_date
from openkader.web.presenters.names import Words, country_name, name_of
from openkader.web.shell import said, shown_moment

KINDS: Words = {
    "person": gettext_lazy("person"),
    "organisation": gettext_lazy("organisation"),
    "company": gettext_lazy("company"),
    "business_association": gettext_lazy("business association"),
    "government": gettext_lazy("public authority"),
    "agency": gettext_lazy("agency"),
    "civil_society": gettext_lazy("civil-society organisation"),
    "knowledge_institution": gettext_lazy("knowledge institution"),
}
ROLES: Words = {
    "own_party": gettext_lazy("party from our own area"),
    "counterpart": gettext_lazy("counterpart"),
    "organiser": gettext_lazy("organiser"),
    "requester": gettext_lazy("requester"),
    "office_holder": gettext_lazy("member of our executive"),
    "adviser": gettext_lazy("adviser"),
}
CASE_KINDS: Words = {
    "incoming_delegation": gettext_lazy("incoming delegation"),
    "outgoing_mission": gettext_lazy("outgoing mission"),
    "embassy_talk": gettext_lazy("embassy talk"),
    "event": gettext_lazy("event"),
    "agreement": gettext_lazy("agreement"),
    "investment_support": gettext_lazy("investment support"),
    "exchange": gettext_lazy("exchange of knowledge"),
    "other": gettext_lazy("other kind"),
}
FOUND: Words = {
    str(FoundBy.NUMBER.value): gettext_lazy("found by its number"),
    str(FoundBy.READ.value): gettext_lazy("found in another spelling"),
    str(FoundBy.NEARLY.value): gettext_lazy("written nearly so"),
}
VERDICTS: Words = {
    str(Sameness.SAME): gettext_lazy("One party"),
    str(Sameness.OTHER): gettext_lazy("Two parties"),
    str(Sameness.OPEN): gettext_lazy("Not decided"),
}


def called(line: PartyLine) -> str:
    """A party by its name, or by the function that it is known by."""
    return line.name or said(line.function) or line.reference


def shown_parties(lines: Sequence[PartyLine]) -> dict[str, object] | None:
    """The table of parties; nothing when there are none."""
    if not lines:
        return None
    labels = [_("Kind"), _("Country and region"), _("Takes part")]
    return {
        "name": "parties",
        "caption": ngettext("%(count)s party", "%(count)s parties", len(lines)) % {"count": len(lines)},
        "columns": [{"label": _("Party")}, *({"label": label} for label in labels)],
        "rows": [_row(line, labels) for line in lines],
    }


def _row(line: PartyLine, labels: Sequence[str]) -> dict[str, object]:
    values = (name_of(KINDS, line.kind), _place(line), _times(line))
    return {
        "title": called(line),
        "aside": " · ".join(apart(line)),
        "note": " · ".join(_remarks(line)),
        "url": reverse("party", args=[line.reference]),
        "cells": [{"value": value, "label": label} for value, label in zip(values, labels, strict=True)],
    }


def apart(line: PartyLine) -> Iterator[str]:
    """What tells somebody apart from a namesake."""
    function = said(line.function) if line.name else None
    born = said(said_date(line.birth_date)) if line.birth_date else None
    told = (
        *line.names[:3],
        function,
        line.organisation,
        _("born %(when)s") % {"when": born} if born else None,
        *numbers_of(line),
        line.dossier or line.reference,
    )
    yield from filter(None, told)


def _remarks(line: PartyLine) -> Iterator[str]:
    how = FOUND.get(str(line.found_by.value)) if line.found_by is not None else None
    if how:
        yield str(how)
    if line.has_namesakes:
        yield _("another party has the same name")


def _place(line: PartyLine) -> str | None:
    return ", ".join(filter(None, (country_name(line.country), line.region))) or None


def numbers_of(line: PartyLine) -> list[str]:
    """The numbers of a party, each with its register."""
    return [
        f"{SCHEMES[key].label if key in SCHEMES else key.upper()} {value}" for key, value in line.identifiers
    ]


def _times(line: PartyLine) -> str:
    if not line.times:
        return _("on the delegation list") if line.dossier else _("in nothing yet")
    words = ngettext("%(count)s time, in %(year)s", "%(count)s times, last in %(year)s", line.times)
    return words % {"count": line.times, "year": line.newest_year}


def shown_file(found: PartyFile) -> dict[str, object]:
    """Everything that the page of a party shows, but the forms."""
    return {
        "kicker": " · ".join(filter(None, (found.line.reference, name_of(KINDS, found.line.kind)))),
        "title": called(found.line),
        "state": found.screening.standing.state,
        "items": _items(found),
        "leading": found.leading,
        "led": [{"label": called(line), "reference": line.reference} for line in found.led],
        "places": _places(found.places),
        "judgements": [shown_judgement(one) for one in found.judgements],
    }


def _items(found: PartyFile) -> list[dict[str, object]]:
    line = found.line
    names = [line.name, *(_written(row.name, row.script, row.language) for row in found.names)]
    items: list[dict[str, object]] = [
        {"label": _("Names"), "points": [name for name in dict.fromkeys(names) if name]},
        {"label": _("Numbers"), **_several(numbers_of(line))},
        {"label": _("Country and region"), "value": _place(line)},
    ]
    if line.kind == "person":
        items.append({"label": _("Function"), "value": said(line.function)})
        items.append({"label": _("Comes with"), "value": line.organisation})
        items.append(
            {"label": _("Born"), "value": said(said_date(line.birth_date)) if line.birth_date else None}
        )
    return items


def _several(values: list[str]) -> dict[str, object]:
    return {"points": values} if values else {"value": None}


def _written(name: str, script: str | None, tongue: str | None) -> str:
    more = ", ".join(filter(None, (script, tongue)))
    return f"{name} ({more})" if more else name


def _places(places: Sequence[PlaceRow]) -> dict[str, object] | None:
    if not places:
        return None
    labels = [_("Role"), _("Kind"), _("Year")]
    return {
        "name": "places",
        "caption": ngettext("%(count)s case", "%(count)s cases", len(places)) % {"count": len(places)},
        "columns": [{"label": _("Dossier")}, *({"label": label} for label in labels)],
        "rows": [
            {
                "title": said(place.title),
                "aside": place.dossier,
                "url": reverse("dossier", args=[place.dossier]),
                "cells": [
                    {
                        "value": name_of(ROLES, place.role) if place.role else _("on the delegation list"),
                        "label": labels[0],
                    },
                    {"value": name_of(CASE_KINDS, place.kind), "label": labels[1]},
                    {"value": place.year, "label": labels[2]},
                ],
            }
            for place in places
        ],
    }


def shown_judgement(one: JudgementRow) -> dict[str, object]:
    """What somebody said of two parties."""
    return {
        "verdict": name_of(VERDICTS, one.verdict),
        "other": one.other,
        "reason": one.reason,
        "by": one.by,
        "when": shown_moment(one.at),
    }


def shown_alike(mine: PartyLine, others: Iterable[Alike]) -> list[dict[str, object]]:
    """Parties with a name like this one: what is the same, what differs, and what was said."""
    return [
        {
            "reference": other.line.reference,
            "title": called(other.line),
            "apart": " · ".join(apart(other.line)),
            "compared": list(_compared(mine, other.line)),
            "said": shown_judgement(other.said) if other.said else None,
            "seen": other.said.number if other.said else 0,
        }
        for other in others
    ]


def _compared(mine: PartyLine, other: PartyLine) -> Iterator[dict[str, object]]:
    """Side by side; what only one of the two says compares nothing."""
    pairs = (
        (_("Kind"), name_of(KINDS, mine.kind), name_of(KINDS, other.kind)),
        (_("Country and region"), _place(mine), _place(other)),
        (_("Function"), said(mine.function), said(other.function)),
        (_("Comes with"), mine.organisation, other.organisation),
        (_("Born"), mine.birth_date, other.birth_date),
        (_("Numbers"), ", ".join(numbers_of(mine)) or None, ", ".join(numbers_of(other)) or None),
    )
    for label, one, another in pairs:
        if one or another:
            yield {
                "label": label,
                "one": one,
                "other": another,
                "differs": bool(one and another and one != another),
            }
