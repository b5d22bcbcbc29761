"""Exchanging with other organisations: what goes is seen before it does, and what they gave lies beside ours."""

import hashlib
from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Invalid, NotFound, Refusal
from openkader.base.messages import sentences
from openkader.casework.permissions import Act
from openkader.publication.exchange import Exchange, received
from openkader.publication.exchange.composing import Stock, composed, given_years, stock_of
from openkader.publication.exchange.envelope import plain_of, year_of
from openkader.publication.exchange.giving import given_file
from openkader.publication.kader_files.signed_json import canonical
from openkader.register import services
from openkader.register.selectors.foreign import ForeignRow, foreign_figures
from openkader.web import drafts
from openkader.web.acts.kader_studio import Studio, studio
from openkader.web.doors import acting, for_whom, why_not
from openkader.web.drafts import Draft
from openkader.web.forms.exchange import GiveForm, ReceiveExchangeForm, too_large
from openkader.web.presenters.exchange import (
    basis_of,
    shown_exchange,
    shown_figures,
    shown_kept,
    shown_left_out,
)
from openkader.web.presenters.kader_studio import studio_crumbs
from openkader.web.presenters.work import said_refusal
from openkader.web.refusals import note_refused
from openkader.web.saving import saved
from openkader.web.shell import language, said, timeless_context
from openkader.web.uploads import was_left_out, why_not_safe

FOR = "exchange"  # where other files wait too, each for its own page


@for_whom(Act.EXCHANGE)
@require_http_methods(["GET", "HEAD", "POST"])
def show_exchange(request: HttpRequest) -> HttpResponse:
    """What can be given, what was kept of others; POST hands a file in, which is kept only when it holds."""
    place = studio(request, timezone.now())
    if request.method != "POST":
        return _overview(place, ReceiveExchangeForm())
    form = ReceiveExchangeForm(request.POST, request.FILES)
    if unsafe := why_not_safe(request, "file"):
        form.errors["file"] = form.error_class([unsafe])
    elif was_left_out(request, "file"):
        form.errors["file"] = form.error_class([too_large()])
    if not form.is_valid():
        return _overview(place, form, 422)
    file = form.cleaned_data["file"]
    content, name = file.read(), str(file.name)[-200:]
    try:
        received(content, name)
    except Invalid as error:
        note_refused(request, error.problems[0].code)
        form.add_error("file", sentences(error, language())[:20])
        return _overview(place, form, 422)
    draft = Draft(by=acting(request), dossier=FOR, name=name, at=place.now.isoformat(), version=0)
    return HttpResponseRedirect(reverse("exchange_take", args=[drafts.keep(draft, content)]))


def _overview(place: Studio, form: ReceiveExchangeForm, status: int = 200) -> HttpResponse:
    stock = stock_of(place.organisation, place.today)
    rows = foreign_figures()
    page = {
        "kicker": said(stock.kader.organisation),
        "title": _("Exchange with other organisations"),
        "form": form,
        "wrong": form,
        "give": GiveForm(stock),
        "left_out": shown_left_out(stock.left_out),
        "kept": [shown_kept(row) for row in rows],
        "years": sorted({int(year["year"]) for row in rows for year in row.years}),
    }
    return _rendered(place, "exchange", page, status)


@for_whom(Act.EXCHANGE)
@require_http_methods(["GET", "HEAD", "POST"])
def give_exchange(request: HttpRequest) -> HttpResponse:
    """Exactly what would leave the house, by what was ticked in the address; POST signs that and hands it out."""
    place = studio(request, timezone.now())
    stock = stock_of(place.organisation, place.today)
    form = GiveForm(stock, request.GET)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("exchange"))
    given = composed(place.organisation, form.wanted(), stock, place.today)
    if given.is_empty:
        messages.info(request, sentences_of("exchange.empty"))
        return HttpResponseRedirect(reverse("exchange"))
    if request.method != "POST":
        return _preview(place, stock, given)
    if request.POST.get("seen") != _seen(given):
        return _preview(place, stock, given, [sentences_of("exchange.changed")], 409)
    return _hand_out(place, given)


def sentences_of(code: str) -> str:
    """The sentence of a refusal, in the reader's language."""
    return said_refusal(Refusal(code))


def _preview(
    place: Studio, stock: Stock, given: Exchange, refusals: list[str] | None = None, status: int = 200
) -> HttpResponse:
    page = {
        "kicker": said(given.name),
        "title": _("What would leave the house"),
        "given": shown_exchange(given),
        "left_out": shown_left_out((*stock.left_out, *stock.asked)),
        "seen": _seen(given),
        "action": place.request.get_full_path(),
        "refusals": refusals,
    }
    return _rendered(place, "exchange_give", page, status)


def _seen(given: Exchange) -> str:
    """By which is known whether it is still what was shown."""
    return hashlib.sha256(canonical(plain_of(given))).hexdigest()


def _hand_out(place: Studio, given: Exchange) -> HttpResponse:
    """The file, once the trail knows."""
    file = given_file(given, **place.hand)
    return saved(file.content, file.name, file.media_type)


@for_whom(Act.EXCHANGE)
@require_http_methods(["GET", "HEAD", "POST"])
def compare_foreign(request: HttpRequest, year: int) -> HttpResponse:
    """The figures of others of a year, each beside ours; POST takes those of one file away."""
    place = studio(request, timezone.now())
    if request.method == "POST":
        services.drop_foreign_figures(request.POST.get("reference", ""), **place.hand)
        messages.success(request, _("The figures were taken away. The trail keeps that they were here."))
        return HttpResponseRedirect(reverse("exchange"))
    rows = _newest_of(year)
    if not rows:
        raise NotFound("foreign-figures", str(year))
    ours = next(iter(given_years({year})), None)
    page = {
        "kicker": said(place.kader.organisation),
        "title": _("Figures of others of %(year)s, beside ours") % {"year": year},
        "ours": basis_of(ours) if ours else "",
        "why_not": why_not(request, Act.EVALUATE),
        "others": [
            {
                **shown_kept(row),
                "basis": basis_of(found),
                "kader": found.kader,
                "rows": shown_figures(found, ours),
            }
            for row in rows
            for found in (year_of(one) for one in row.years)
            if found.year == year
        ],
    }
    return _rendered(place, "exchange_year", page)


def _newest_of(year: int) -> list[ForeignRow]:
    """Of each organisation the newest file that has the year."""
    found: dict[str, ForeignRow] = {}
    for row in foreign_figures():
        if any(one["year"] == year for one in row.years):
            found.setdefault(row.organisation, row)
    return list(found.values())


def _rendered(place: Studio, name: str, page: Mapping[str, object], status: int = 200) -> HttpResponse:
    home = (_("Exchange"), reverse("exchange") if name != "exchange" else None)
    more = () if name == "exchange" else ((str(page["title"]), None),)
    crumbs = studio_crumbs(place.organisation, place.today, home, *more)
    values = timeless_context(place.request, page=page, crumbs=crumbs)
    return render(place.request, f"web/pages/{name}.html", values, status=status)
