"""History replayed under a draft: how far it is, what becomes of past cases, and why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound
from openkader.base.numbers import number_in
from openkader.casework.permissions import Act
from openkader.register.selectors.kader_replays import (
    ReplayRow,
    how_many_seen,
    replay_found,
    replays_of,
    seen_cases,
    some_seen,
)
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.kader_replay import REPLAY_ACTS, REPLAY_MANNER, Replaying, replaying
from openkader.web.acts.kader_studio import Drafting
from openkader.web.doors import for_whom, note_readings, why_not
from openkader.web.presenters.kader_replay import (
    MOST_CASES,
    refusal_words,
    shown_cases,
    shown_found,
    shown_group,
    shown_groups,
    shown_row,
)
from openkader.web.presenters.row_pages import PER_PAGE, RowPage, page_at
from openkader.web.reader import person
from openkader.web.shell import timeless_context

_PAGE = "blad"


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_kader_replay(request: HttpRequest, reference: str) -> HttpResponse:
    """The newest replay, or the one that the address names; POST asks for one, or stops it."""
    place = replaying(request, timezone.now(), reference)
    if request.method == "POST":
        return do(place, REPLAY_ACTS, lambda *more: _replays(place, *more), REPLAY_MANNER)
    group = request.GET.get("groep")
    return _replays(place, {}, [], 200) if group is None else _one_group(place, group)


def replay_of_draft(place: Drafting) -> dict[str, object]:
    """What the page of a draft says of its replays: how far the newest is, and whether one can be asked for."""
    rows = replays_of(place.reference, place.now)
    return {
        "url": reverse("kader_draft_replay", args=[place.reference]),
        "one": shown_row(rows[0], place.shown, place.reference) if rows else None,
        "why_not": why_not(place.request, Act.DRAFT_KADER) or _why_none(place),
    }


def _replays(place: Replaying, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    chosen = _chosen(place)
    newest = place.rows[0] if place.rows else None
    page = {
        "kicker": f"{place.reference} · {place.found.row.name}",
        "title": _("Replay of history"),
        "newest": _row(place, newest) if newest and newest is not chosen else None,
        "chosen": _row(place, chosen) if chosen else None,
        "base": place.found.row.base,
        "others": [_row(place, row) for row in place.rows if row is not chosen and row is not newest],
        "is_running": place.running is not None,
        "url": place.request.path,
        "why_not": {"ask": _why_not_ask(place), "stop": why_not(place.request, Act.DRAFT_KADER)},
        "refusals": refusals,
        **(_found(place, chosen) if chosen else {}),
    }
    return _rendered(place, page, status)


def _found(place: Replaying, row: ReplayRow) -> dict[str, object]:
    found = replay_found(row.reference)
    seen = seen_cases(row.reference, reader=person(place.request), most=MOST_CASES)
    groups = shown_groups(found, seen, f"?keer={row.reference}")
    note_readings(place.request, [one.reference for some in seen.values() for one in some.first])
    return {
        "found": shown_found(found),
        "groups": groups,
        "more_groups": max(len(found["differences"]) - len(groups), 0),
    }


def _one_group(place: Replaying, group: str) -> HttpResponse:
    """All cases of one way of differing that the reader may see, a page at a time."""
    row, number = _chosen(place), number_in(group)
    if row is None or number is None:
        raise NotFound("kader-replay", group[:80])
    reader, found = person(place.request), replay_found(row.reference)
    total = how_many_seen(row.reference, number, reader=reader)
    shown = shown_group(found, number, total)
    if shown is None:
        raise NotFound("kader-replay", group[:80])
    at, pages = page_at(total, place.request, _PAGE)
    part = slice((at - 1) * PER_PAGE, at * PER_PAGE)
    cases = some_seen(row.reference, number, reader=reader, part=part)
    note_readings(place.request, [one.reference for one in cases])
    page = {
        "kicker": f"{place.reference} · {place.found.row.name}",
        "title": shown["title"],
        "group": shown | {"cases": shown_cases(cases), "more_url": ""},
        "pager": RowPage(cases, at, pages, total).links(place.request, _PAGE),
        "chosen": _row(place, row),
        "back": f"{place.request.path}?keer={row.reference}",
    }
    return _rendered(place, page, 200, "kader_replay_group")


def _chosen(place: Replaying) -> ReplayRow | None:
    """The replay whose result is shown: the one that the address names, else the newest that is done."""
    name = place.request.GET.get("keer")
    if name is None:
        return place.done[0] if place.done else None
    found = next((row for row in place.done if row.reference == name), None)
    if found is None:
        raise NotFound("kader-replay", name[:80])
    return found


def _row(place: Replaying, row: ReplayRow) -> dict[str, object]:
    return shown_row(row, place.shown, place.reference)


def _why_not_ask(place: Replaying) -> str:
    role = why_not(place.request, Act.DRAFT_KADER)
    return role if role or place.running is not None else _why_none(place)


def _rendered(
    place: Replaying, page: dict[str, object], status: int, template: str = "kader_replay"
) -> HttpResponse:
    draft = reverse("kader_draft", args=[place.reference])
    crumbs: list[tuple[str, str | None]] = [
        (_("Kader studio"), reverse("kader_studio")),
        (place.reference, draft),
        (_("Replay of history"), str(page["back"]) if "back" in page else None),
    ]
    if "back" in page:
        crumbs.append((str(page["title"]), None))
    values = timeless_context(place.request, page=page, crumbs=crumbs)
    return render(place.request, f"web/pages/{template}.html", values, status=status)


def _why_none(place: Drafting) -> str:
    """Why the draft as it stands cannot be replayed; empty where it can."""
    return refusal_words(place.read[1], is_withdrawn=place.found.withdrawal is not None)
