"""One agreement: everything that is known of it, what became of it, and what can be done with it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from openkader.casework.agreements import OVER, can_end, can_renew, can_sign, ends_of
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.web.acts.agreements import (
    CORRECT,
    OF_AGREEMENT,
    RENEW,
    SIGN,
    Agreeing,
    agreeing_of,
)
from openkader.web.acts.deeds import Deeds, Manner, Tried, do
from openkader.web.doors import for_whom, note_reading, why_not
from openkader.web.forms.agreement_deeds import ChangeForm, EndForm, GiveForm
from openkader.web.forms.agreements import rows_for, shown_stated
from openkader.web.presenters.agreements import (
    asks_words,
    party_choices,
    shown_deeds,
    shown_items,
    shown_parties,
    shown_values,
    title_of,
    until_words,
)
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.saving import saved
from openkader.web.shell import language, practice, said, timeless_context
from openkader.web.views.agreements import agreement_crumbs


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A page on which all that is known is stated anew: which deed, its heading, and what it asks."""

    deeds: Deeds[Agreeing]
    title: object
    lead: object
    label: object
    asks: tuple[str, ...] = ()


CHANGES = {
    "ondertekenen": Change(
        deeds=SIGN,
        title=gettext_lazy("Signed"),
        lead=gettext_lazy("Record what was signed: check the parties, the term and what it says on values."),
        label=gettext_lazy("Record that it was signed"),
    ),
    "verlengen": Change(
        deeds=RENEW,
        title=gettext_lazy("Renew"),
        lead=gettext_lazy(
            "Say first what was done with it; then the new term, and whether what it says on values is still in it."
        ),
        label=gettext_lazy("Record that it was renewed"),
        asks=("evaluation",),
    ),
    "corrigeren": Change(
        deeds=CORRECT,
        title=gettext_lazy("Correct, or add the document"),
        lead=gettext_lazy("What it said before stays to be read, with your reason beside it."),
        label=gettext_lazy("Record the correction"),
        asks=("reason",),
    ),
}


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_agreement(request: HttpRequest, reference: str) -> HttpResponse:
    """The page of an agreement; POST ends it, or says who sees to it."""
    agreeing = agreeing_of(request, reference, gives=True)
    if request.method == "POST":
        manner = Manner(of="agreement")
        return do(agreeing, OF_AGREEMENT, lambda *more: _page(agreeing, *more), manner)
    _note(agreeing)
    return _page(agreeing, {}, [], 200)


def _note(agreeing: Agreeing) -> None:
    """Let the trail know who read it, where its case is confidential."""
    found = agreeing.found
    if found is not None:
        note_reading(agreeing.request, found.request or "", found.level)


def _page(agreeing: Agreeing, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    found, kader = agreeing.found, agreeing.kader
    assert found is not None  # noqa: S101 - looked up by its reference
    line = found.line
    page = {
        "kicker": line.reference,
        "title": title_of(line, kader),
        "standing": line.standing,
        "status": line.stated.status,
        "until": until_words(line.stated),
        "owner": line.owner or found.assignee,
        "asks": asks_words(line),
        "is_reference": line.stated.whose == "other_authority",
        "items": shown_items(found, kader),
        "sides": shown_parties(found),
        "values": shown_values(line.stated, kader),
        "deeds": shown_deeds(found, kader),
        "source": said(found.source),
        "forms": _forms(agreeing, tried),
        "why_not": _why_not(agreeing),
        "is_over": line.stated.status in OVER,
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = agreement_crumbs((line.reference, None))
    made_up = practice(is_fictional=found.is_fictional)
    values = timeless_context(agreeing.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(agreeing.request, "web/pages/agreement.html", values, status=status)


def _forms(agreeing: Agreeing, tried: Tried) -> Tried:
    owner = agreeing.found.line.owner if agreeing.found else None
    fresh: Tried = {
        "end": EndForm(ends_of(agreeing.status), initial={"seen": agreeing.seen}),
        "give": GiveForm(agreeing.colleagues, initial={"owner": owner or ""}),
    }
    both = fresh | tried
    for name, form in both.items():
        form.auto_id = f"{name}_%s"
    return both


def _why_not(agreeing: Agreeing) -> dict[str, str]:
    """The reason on each thing that cannot be done now."""
    mine, status = why_not(agreeing.request, Act.WORK), agreeing.status
    return {
        "sign": mine or said_refusal(can_sign(status)),
        "renew": mine or said_refusal(can_renew(status)),
        "end": mine or said_refusal(can_end(status)),
        "correct": mine,
        "give": mine,
    }


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def change_agreement(request: HttpRequest, reference: str, deed: str) -> HttpResponse:
    """The page on which an agreement is signed, renewed or corrected: all that is known of it, stated anew."""
    if deed not in CHANGES:
        raise Http404(deed)
    agreeing, change = agreeing_of(request, reference), CHANGES[deed]
    if request.method == "POST":
        manner = Manner(of="agreement", to=lambda *_: reverse("agreement", args=[reference]))
        return do(agreeing, change.deeds, lambda *more: _change_page(agreeing, change, *more), manner)
    _note(agreeing)
    return _change_page(agreeing, change, {}, [], 200)


def _change_page(
    agreeing: Agreeing, change: Change, tried: Tried, refusals: list[str], status: int
) -> HttpResponse:
    found = agreeing.found
    assert found is not None  # noqa: S101 - looked up by its reference
    (name,), names = change.deeds, _names(agreeing)
    form = next(iter(tried.values()), None) or _filled(agreeing, name, names)
    page = {
        "kicker": found.line.reference,
        "title": change.title,
        "agreement": title_of(found.line, agreeing.kader),
        "lead": change.lead,
        "label": change.label,
        "act": name,
        "form": form,
        "asked": [form[one] for one in change.asks],
        "known": party_choices(names),
        "states_status": name == "correct",
        "why_not": _why_not(agreeing)[name],
        "refusals": refusals,
    }
    crumbs = agreement_crumbs(
        (found.line.reference, reverse("agreement", args=[found.line.reference])), (str(change.title), None)
    )
    made_up = practice(is_fictional=found.is_fictional)
    values = timeless_context(agreeing.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(agreeing.request, "web/pages/agreement_change.html", values, status=status)


def _names(agreeing: Agreeing) -> dict[str, str]:
    """The parties of the register that stand in it, by the name that the reader may see."""
    stated = agreeing.stated
    named = [one.party for one in stated.parties if one.party] if stated else []
    return selectors.party_names(named, reader=person(agreeing.request)) if named else {}


def _filled(agreeing: Agreeing, name: str, names: dict[str, str]) -> ChangeForm:
    """What is stated now; what is new about a renewal or a signature is left open."""
    stated = agreeing.stated
    assert stated is not None  # noqa: S101 - looked up by its reference
    first = shown_stated(stated, names, language()) | {"seen": agreeing.seen}
    if name == "renew":
        first |= {"on": "", "starts_on": None, "term": "", "until": None, "years": None}
    return ChangeForm(*agreeing.lists(), initial=first, rows=rows_for(stated))


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_agreement(request: HttpRequest, reference: str, deed: int) -> HttpResponse:
    """The document that came with a deed, as it came, to be saved and never shown inside our pages."""
    agreeing = agreeing_of(request, reference)
    name, media_type, content = selectors.agreement_document(reference, deed, reader=person(request))
    _note(agreeing)
    return saved(content, name, media_type)
