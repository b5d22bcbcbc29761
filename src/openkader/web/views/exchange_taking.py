"""A file of another organisation: looked into, each part beside what is here, and taken over part by part."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound, Problem, Refused
from openkader.base.messages import sentences
from openkader.casework.exchanging import may_trust
from openkader.casework.permissions import Act
from openkader.publication.exchange import Given, received
from openkader.publication.exchange.comparing import beside
from openkader.publication.exchange.composing import given_years, ours_of
from openkader.publication.exchange.library import Ours, why_not
from openkader.publication.exchange.taking_over import (
    foreign_entry,
    kader_entry,
    lines_to_take,
    lists_to_take,
    words_entry,
)
from openkader.register import services
from openkader.register.draft_kaders import difference_of
from openkader.register.hand import require
from openkader.register.kader_drafts import newest_version
from openkader.web import doors, drafts
from openkader.web.acts.kader_studio import Studio, studio
from openkader.web.doors import acting, for_whom
from openkader.web.forms.exchange import CheckedForm, TakeKaderForm, TakeWordsForm
from openkader.web.presenters.exchange import (
    basis_of,
    shown_figures,
    shown_given,
    shown_lines,
    shown_lists,
)
from openkader.web.presenters.kader_difference import shown_difference
from openkader.web.presenters.kader_studio import studio_crumbs
from openkader.web.refusals import note_refused
from openkader.web.shell import language, said, timeless_context
from openkader.web.views.exchange import FOR

_PARTS = ("kader", "words", "figures")


@dataclass(frozen=True, kw_only=True)
class _HandedIn:
    """A file that waits to be looked into, and what is here beside it."""

    place: Studio
    given: Given

    @cached_property
    def ours(self) -> Ours:
        """The version here that it would follow."""
        return ours_of(newest_version(self.place.organisation)[0])

    @cached_property
    def shown(self) -> dict[str, object]:
        """Whose it is."""
        return shown_given(self.given)

    @cached_property
    def is_known(self) -> bool:
        """Whether its key needs nobody to vouch for it."""
        known = self.shown["known"]
        return bool(isinstance(known, dict) and known["is_known"])

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        """The lines and lists that are new or different here."""
        lines = lines_to_take(self.given, self.ours)
        lists = lists_to_take(self.given, self.ours)
        return [
            *((f"messages.{one}", str(said(self.given.lines[one].text))) for one in lines),
            *((f"lists.{one}", str(said(self.given.lists[one].listing.title))) for one in lists),
        ]

    def form(self, part: str, *values: object) -> CheckedForm:
        """The form of a part."""
        named = {"is_known": self.is_known, "auto_id": f"{part}_%s"}
        if part == "figures":
            return CheckedForm(*values, **named)  # type: ignore[arg-type]
        first = {
            "initial": {
                "name": (_("Taken over from %(publisher)s") % {"publisher": self.given.publisher})[:200]
            }
        }
        if part == "words":
            return TakeWordsForm(self.choices, *values, **named, **first)
        return TakeKaderForm(*values, **named, **first)  # type: ignore[arg-type]


@for_whom(Act.EXCHANGE)
@require_http_methods(["GET", "HEAD", "POST"])
def take_exchange(request: HttpRequest, token: str) -> HttpResponse:
    """Each part of the file beside what is here; POST takes one of them over."""
    place = studio(request, timezone.now())
    try:
        draft, content = drafts.find(token, by=acting(request), dossier=FOR, now=place.now)
    except NotFound:
        note_refused(request, "not found")
        messages.info(request, _("This file no longer waits: it was handed in more than a day ago."))
        return HttpResponseRedirect(reverse("exchange"))
    handed_in = _HandedIn(place=place, given=received(content, draft.name))
    part = request.POST.get("part", "")
    if request.method != "POST" or part not in _PARTS:
        return _page(handed_in)
    form = handed_in.form(part, request.POST)
    if not form.is_valid():
        return _page(handed_in, part, form, status=422)
    try:
        return _taken(handed_in, part, form)
    except Refused as error:
        return _page(handed_in, part, form, sentences(error, language()), 409)


def _taken(handed_in: _HandedIn, part: str, form: CheckedForm) -> HttpResponse:
    given, place, ours = handed_in.given, handed_in.place, handed_in.ours
    require(may_trust(is_known=handed_in.is_known, is_checked=form.is_checked))
    found = form.cleaned_data
    if part == "figures":
        entry = foreign_entry(given, place.organisation, is_checked=form.is_checked)
        services.keep_foreign_figures(entry, **place.hand)
        messages.success(place.request, _("The figures are kept as theirs. They are counted nowhere here."))
        return HttpResponseRedirect(reverse("exchange_year", args=[given.exchange.years[-1].year]))
    if isinstance(form, TakeWordsForm):
        words = words_entry(given, ours, form.taken, found["name"], found["in_force_from"])
        reference = services.take_over_words(words, **place.hand)
    else:
        kader = kader_entry(given, ours.kader.id, found["name"], found["in_force_from"])
        reference = services.take_over_kader(kader, **place.hand)
    messages.success(place.request, _("Taken over as a draft. Nothing of it holds until it is adopted."))
    return HttpResponseRedirect(reverse("kader_draft", args=[reference]))


def _page(
    handed_in: _HandedIn,
    part: str = "",
    tried: CheckedForm | None = None,
    refusals: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    place, given, ours = handed_in.place, handed_in.given, handed_in.ours
    title = _("What ‘%(publisher)s’ gives") % {"publisher": given.publisher}
    page = {
        **_kader_beside(given, ours),
        "kicker": given.file_name,
        "title": title,
        "lead": _(
            "Nothing has been saved yet. Each part stands beside what is here; you take them over one by one."
        ),
        "received": handed_in.shown,
        "base": ours.kader.id,
        "forms": {name: tried if name == part and tried else handed_in.form(name) for name in _PARTS},
        "wrong": tried,
        "refusals": refusals,
        "choices": bool(handed_in.choices),
        "lines": shown_lines(beside(given.lines, ours.lines), _in_the_way(given, ours))
        if given.lines
        else [],
        "lists": shown_lists(beside(given.lists, ours.lists)) if given.lists else [],
        "years": _years(given),
        "why_not": {
            "draft": doors.why_not(place.request, Act.DRAFT_KADER),
            "figures": doors.why_not(place.request, Act.EVALUATE),
        },
    }
    crumbs = studio_crumbs(
        place.organisation, place.today, (_("Exchange"), reverse("exchange")), (title, None)
    )
    frame = "web/pages/kader_difference.html" if given.kader else "web/pages/exchange_bare.html"
    values = {**timeless_context(place.request, page=page, crumbs=crumbs), "frame": frame}
    return render(place.request, "web/pages/exchange_take.html", values, status=status)


def _kader_beside(given: Given, ours: Ours) -> dict[str, object]:
    """The kader in the file, and what it would change here; nothing where there is none in it."""
    if given.kader is None:
        return {}
    theirs = given.kader.kader
    difference = shown_difference(difference_of(ours.kader, theirs))
    is_same = theirs.digest == ours.kader.digest
    return {**difference, "changes": difference["lead"], "kader": theirs.id, "is_same_kader": is_same}


def _in_the_way(given: Given, ours: Ours) -> dict[str, tuple[Problem, ...]]:
    return {name: why_not(line, ours.kader) for name, line in given.lines.items()}


def _years(given: Given) -> list[dict[str, object]]:
    here = {one.year: one for one in given_years({one.year for one in given.exchange.years})}
    return [
        {
            "year": one.year,
            "basis": basis_of(one),
            "kader": one.kader,
            "name": f"figures-{one.year}",
            "rows": shown_figures(one, here.get(one.year)),
        }
        for one in given.exchange.years
    ]
