"""The places of the house as they stand above every page: a row, and below it the places of the group one is in.

A group is named after what somebody comes to do, and leads to its first place. So nothing is hidden and nothing has to
be opened, and the row stands on one line.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openkader.casework.permissions import Act, Person

Word = str | Promise
Shown = dict[str, object]
_MOST = 7  # so many places stand beside each other on one line
_KADERS = "/kader/"
_WORK = _("Work")
# Who may do this finds that place.
_INSIDE: Mapping[str, tuple[Act, Word]] = {
    "work_list": (Act.READ_CASES, _("Work list")),
    "activities": (Act.READ_CASES, _("Activities")),
    "quick_entry": (Act.TAKE_IN, _("New request")),
    "mails": (Act.TAKE_IN, _("Mail")),
    "parties": (Act.READ_CASES, _("Parties")),
    "agreements": (Act.READ_CASES, pgettext_lazy("register", "Agreements")),
    "network": (Act.READ_CASES, _("Network")),
    "repetition": (Act.READ_CASES, _("Lines to take")),
    "screening": (Act.READ_SCREENING, _("Hits")),
    "lists": (Act.READ_SCREENING, _("Lists")),
    "exchange": (Act.EXCHANGE, _("Exchange")),
    "publications": (Act.READ_CASES, _("Publications")),
    "keeping": (Act.REVIEW_DESTRUCTION, _("Keep and destroy")),
    "trail": (Act.READ_TRAIL, _("Audit trail")),
    "administration": (Act.MANAGE_PEOPLE, _("Administration")),
}
# The row of a colleague; a place of one's own has no group.
_ROW: Sequence[tuple[Word, tuple[str, ...]]] = (
    (_WORK, ("work_list", "dossiers", "activities", "mails")),
    ("", ("quick_entry",)),
    (_("Relations"), ("parties", "agreements", "network", "repetition")),
    (_("Screening"), ("screening", "lists")),
    (_("Framework"), ("kader", "exchange")),
    (_("Accountability"), ("year", "evaluation", "publications")),
    *(("", (name,)) for name in ("keeping", "trail", "administration")),
)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a place, under the name by which people know it."""

    label: Word
    url: str


def inside(reader: Person, *, without: Collection[str] = ()) -> dict[str, Way]:
    """The places that a colleague finds, each by its name, without those that this house does not have."""
    return {
        name: Way(label, reverse(name))
        for name, (act, label) in _INSIDE.items()
        if reader.may(act) and name not in without
    }


def row_of(path: str, places: Mapping[str, Way]) -> dict[str, object]:
    """The row above the pages of a colleague, and below it the group in which this page lies, where it is in one."""
    found = [(word, [places[name] for name in names if name in places]) for word, names in _ROW]
    groups = [(word, ways) for word, ways in found if ways]
    if len(places) <= _MOST:
        groups = [("", [way]) for _word, ways in groups for way in ways]
    here = _here(path, list(places.values()))
    row, below = [], None
    for word, ways in groups:
        if len(ways) == 1:
            row.append(_shown(ways[0], path, here))
            continue
        row.append({"label": word, "url": ways[0].url, "current": "true" if here in ways else ""})
        if here in ways:
            below = {"label": word, "places": [_shown(way, path, here) for way in ways]}
    return {"navigation": row, "group": below}


def line_of(path: str, places: Sequence[Way]) -> dict[str, object]:
    """The same for whoever is not signed in, who finds few places."""
    here = _here(path, places)
    return {"navigation": [_shown(way, path, here) for way in places], "group": None}


def _here(path: str, places: Sequence[Way]) -> Way | None:
    """The place where the reader is."""
    around = [way for way in places if path.startswith(_around(way.url))]
    return max(around, key=lambda way: len(_around(way.url)), default=None)


def _shown(way: Way, path: str, here: Way | None) -> Shown:
    current = ("page" if path == way.url else "true") if way == here else ""
    return {"label": way.label, "url": way.url, "current": current}


def _around(url: str) -> str:
    """What lies in a place: of the framework also its other versions, and the studio."""
    return _KADERS if url.startswith(_KADERS) else url
