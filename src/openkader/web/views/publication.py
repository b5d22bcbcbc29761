"""Publications as colleagues see them: the list, what is chosen of one, and what is public of it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import NotFound, Refusal
from openkader.casework.permissions import Act
from openkader.casework.publishing import ItemForm, PublicationState, Subject, may_publish, may_revoke
from openkader.register.publishing.drafted import (
    PublicationFile,
    PublicationLine,
    ReleaseRow,
    publication_file,
    publication_lines,
    publication_of,
)
from openkader.register.publishing.offering import offer_of
from openkader.register.publishing.stored import content_of
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.publication import (
    PUBLISHING_ACTS,
    PUBLISHING_MANNER,
    START_ACTS,
    START_MANNER,
    Beginning,
    Publishing,
    draft_form,
)
from openkader.web.doors import for_whom, note_reading, why_not
from openkader.web.forms.publication import AddFileForm, PublishForm, RevokeForm
from openkader.web.presenters.names import name_of
from openkader.web.presenters.publication import (
    STATES,
    SUBJECTS,
    category_words,
    shown_items,
    shown_value,
    shown_withheld,
)
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import Crumbs, practice, said, shown_moment, timeless_context
from openkader.web.views.published_file import handed_out

# Where the thing itself stands.
_PAGES = {Subject.AGREEMENT: "agreement", Subject.ACTIVITY: "activity"}


def publication_crumbs(*more: tuple[str, str | None]) -> Crumbs:
    """The way to a publication."""
    return ((_("Publications"), reverse("publications") if more else None), *more)


@for_whom(Act.READ_CASES)
@require_safe
def list_publications(request: HttpRequest) -> HttpResponse:
    """What waits to be published, what is public, and what was revoked."""
    lines = publication_lines(person(request))
    page = {"title": _("Publications"), "table": _table(lines), "public_url": reverse("public")}
    values = timeless_context(request, page=page, crumbs=publication_crumbs())
    return render(request, "web/pages/publications.html", values)


def _table(lines: list[PublicationLine]) -> dict[str, object]:
    if not lines:
        return {}
    return {
        "name": "publications",
        "caption": _("Publications"),
        "columns": [
            {"label": _("Publication")},
            {"label": _("Of what")},
            {"label": _("State")},
            {"label": _("Waits for")},
        ],
        "rows": [
            {
                "title": line.title,
                "url": reverse("publication", args=[line.reference]),
                "aside": line.reference,
                "cells": [
                    {"value": name_of(SUBJECTS, line.kind), "label": _("Of what")},
                    {"value": name_of(STATES, line.state), "label": _("State")},
                    {"value": _("a decider") if line.waits else _("nobody"), "label": _("Waits for")},
                ],
            }
            for line in lines
        ],
    }


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def begin_publication(request: HttpRequest, kind: str, subject: str) -> HttpResponse:
    """The publication of a thing; where none was begun, the button that begins it."""
    if kind not in list(Subject):
        raise Http404(kind)
    offer = offer_of(Subject(kind), subject, person(request))
    known = publication_of(offer.kind, offer.subject)
    if known is not None:
        return HttpResponseRedirect(reverse("publication", args=[known]))
    place = Beginning(request=request, now=timezone.now(), offer=offer)
    if request.method == "POST":
        return do(place, START_ACTS, lambda *more: _begin(place, *more), START_MANNER)
    return _begin(place, {}, [], 200)


def _begin(place: Beginning, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    offer = place.offer
    page = {
        "kicker": f"{name_of(SUBJECTS, offer.kind)} {offer.subject}",
        "title": said(offer.title),
        "why_not": why_not(place.request, Act.PREPARE_PUBLICATION),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    made_up = practice(is_fictional=offer.is_fictional)
    crumbs = publication_crumbs((offer.subject, None))
    values = timeless_context(place.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(place.request, "web/pages/publication_new.html", values, status=status)


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_publication(request: HttpRequest, reference: str) -> HttpResponse:
    """What is chosen, what would be public, and what is; POST saves, publishes or revokes."""
    found = publication_file(reference, person(request))
    place = Publishing(request=request, now=timezone.now(), found=found)
    if request.method == "POST":
        return do(place, PUBLISHING_ACTS, lambda *more: _page(place, *more), PUBLISHING_MANNER)
    if found.offer.level is not None:
        note_reading(request, found.offer.dossier, found.offer.level)
    return _page(place, {}, [], 200)


def _page(place: Publishing, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    found = place.found
    offer, stand, draft = found.offer, found.stand, found.draft
    content = content_of(draft, offer)[0] if draft else {}
    page = {
        "kicker": f"{name_of(SUBJECTS, offer.kind)} {offer.subject}",
        "title": draft.title if draft else said(offer.title),
        "said_state": name_of(STATES, stand.state),
        "is_public": stand.state is PublicationState.PUBLISHED,
        "subject_url": reverse(_PAGES[offer.kind], args=[offer.subject]) if offer.kind in _PAGES else "",
        "public_url": reverse("public_one", args=[found.reference]),
        "draft": draft and {"title": draft.title, "summary": draft.summary, "by": stand.drafted_by},
        "category": category_words(draft.category) if draft else "",
        "waits": stand.is_ahead,
        "items": shown_items(content.get("items", ())),  # type: ignore[arg-type]
        "withheld": shown_withheld(content.get("withheld", ())),  # type: ignore[arg-type]
        "form": tried.get("save") or draft_form(place),
        "add": tried.get("add") or AddFileForm(),
        "files": _files(found),
        "publish": PublishForm(initial={"draft": stand.draft, "shown": found.shown}),
        "revoke": tried.get("revoke") or RevokeForm(),
        "releases": [_release(row) for row in found.releases],
        "why_not": _why_not(place),
        "wrong": next((form for form in tried.values() if form.errors), None),
        "refusals": refusals,
    }
    made_up = practice(is_fictional=offer.is_fictional)
    crumbs = publication_crumbs((found.reference, None))
    values = timeless_context(place.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(place.request, "web/pages/publication.html", values, status=status)


def _files(found: PublicationFile) -> list[dict[str, object]]:
    """The documents that were added, as they would leave."""
    return [
        {
            "words": shown_value(item.form, item.value),
            "url": reverse("publication_file", args=[found.reference, number]),
        }
        for item in found.offer.items
        if item.form is ItemForm.DOCUMENT
        for number in [item.key.partition(":")[2]]
    ]


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_publication_file(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A document as it would leave, for whoever publishes it; never shown inside our pages."""
    found = publication_file(reference, person(request))
    item = next((one for one in found.offer.items if one.key == f"file:{number}"), None)
    if item is None:
        raise NotFound("document", str(number))
    return handed_out(item.value)


def _release(row: ReleaseRow) -> dict[str, object]:
    found: dict[str, object] = {"version": row.version, "at": shown_moment(row.at), "by": row.by}
    revoked = row.revoked
    found["revoked"] = revoked and {"why": revoked[0], "at": shown_moment(revoked[1]), "by": revoked[2]}
    return found


def _why_not(place: Publishing) -> dict[str, str]:
    """The reason on each thing that cannot be done now."""
    return {
        "save": why_not(place.request, Act.PREPARE_PUBLICATION),
        "add": why_not(place.request, Act.PREPARE_PUBLICATION),
        "publish": why_not(place.request, Act.PUBLISH) or _said(_publishable(place.found, place.by)),
        "revoke": why_not(place.request, Act.REVOKE_PUBLICATION) or _said(may_revoke(place.found.stand, "-")),
    }


def _publishable(found: PublicationFile, by: str) -> Refusal | None:
    if found.draft is None:
        return Refusal("publication.nothing-new")
    return may_publish(found.stand, found.draft, found.offer.as_rule, by)


def _said(refusal: Refusal | None) -> str:
    return said_refusal(refusal) if refusal else ""
