"""The pages that everybody reads without an account: what was published, and nothing else of the register."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.casework.publishing import ItemForm
from openkader.register import public_site
from openkader.register.public_site import PER_PAGE, PublicRow, documents_of
from openkader.register.publisher import publisher_here
from openkader.web.presenters.names import name_of
from openkader.web.presenters.publication import (
    SUBJECTS,
    category_words,
    shown_items,
    shown_value,
    shown_withheld,
)
from openkader.web.public_frame import public_context
from openkader.web.shell import practice, said, shown_moment
from openkader.web.views.published_file import handed_out

WORDS, PAGE = "zoek", "pagina"
_LONGEST = 200


@require_safe
def list_public(request: HttpRequest) -> HttpResponse:
    """Everything that was published, the newest first, or what has the words that somebody seeks."""
    words = request.GET.get(WORDS, "").strip()[:_LONGEST]
    count = public_site.public_count(words)
    pages = max(-(-count // PER_PAGE), 1)
    number = min(max(_number(request.GET.get(PAGE, "")), 1), pages)
    rows = public_site.public_rows(words, start=(number - 1) * PER_PAGE)
    page = {
        "words": words,
        "count": count,
        "rows": [_line(row) for row in rows],
        "pager": {
            "pages": pages,
            "number": number,
            "before": _to(words, number - 1) if number > 1 else "",
            "after": _to(words, number + 1) if number < pages else "",
        },
    }
    return render(request, "web/public/list.html", public_context(request, page=page))


@require_safe
def show_public(request: HttpRequest, reference: str) -> HttpResponse:
    """One publication as it was frozen; of what was revoked only that, and when."""
    row = public_site.public_row(reference)
    if row is None:
        return _gone(request, reference)
    page = {
        "title": row.title,
        "summary": row.summary,
        "kicker": name_of(SUBJECTS, row.kind),
        "category": category_words(row.category),
        "items": shown_items(one for one in row.content["items"] if one["form"] != ItemForm.DOCUMENT),
        "files": [
            {
                "words": shown_value(ItemForm.DOCUMENT, one),
                "url": reverse("public_file", args=[reference, one["number"]]),
            }
            for one in documents_of(row)
        ],
        "withheld": shown_withheld(row.content["withheld"]),
        "reference": row.reference,
        "version": row.version,
        "at": shown_moment(row.at),
        "seal": row.seal,
    }
    made_up = practice(is_fictional=row.is_fictional)
    crumbs = [(_("Published"), reverse("public")), (row.reference, None)]
    values = public_context(request, page=page, crumbs=crumbs, fictional=made_up)
    return render(request, "web/public/one.html", values)


@require_safe
def hand_out_public(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A document that was published; one that was revoked is gone with its publication."""
    row = public_site.public_row(reference)
    found = [one for one in documents_of(row) if one["number"] == number] if row else []
    if not found:
        return _gone(request, reference)
    return handed_out(found[0])


def _gone(request: HttpRequest, reference: str) -> HttpResponse:
    at = public_site.revoked_at(reference)
    if at is None:
        raise NotFound("publication", reference[:80])
    crumbs = [(_("Published"), reverse("public")), (reference, None)]
    page = {"title": _("This publication was revoked"), "at": shown_moment(at)}
    values = public_context(request, page=page, crumbs=crumbs)
    return render(request, "web/public/gone.html", values, status=410)


@require_safe
def show_data(request: HttpRequest) -> HttpResponse:
    """What of this can be taken along, and how."""
    here = publisher_here()
    page = {
        "count": public_site.public_count(),
        "licence": here.licence or "",
        "is_described": bool(here.mail and here.licence and here.tooi),
    }
    crumbs = [(_("Published"), reverse("public")), (_("Open data"), None)]
    return render(request, "web/public/data.html", public_context(request, page=page, crumbs=crumbs))


@require_safe
def show_public_accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible these pages are, what was tested, and whom to tell of a problem."""
    here = publisher_here()
    page = {
        "mail": here.mail or "",
        "statement": here.statement or "",
        "organisation": said(here.organisation),
    }
    crumbs = [(_("Published"), reverse("public")), (_("Accessibility"), None)]
    return render(request, "web/public/accessibility.html", public_context(request, page=page, crumbs=crumbs))


def _line(row: PublicRow) -> dict[str, object]:
    return {
        "title": row.title,
        "summary": row.summary,
        "url": reverse("public_one", args=[row.reference]),
        "about": " · ".join(
            part
            for part in (name_of(SUBJECTS, row.kind), category_words(row.category), shown_moment(row.at))
            if part
        ),
        "is_fictional": row.is_fictional,
    }


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < len(str(10**7)) else 1


def _to(words: str, number: int) -> str:
    sought = {WORDS: words} if words else {}
    return f"?{urlencode({**sought, PAGE: str(number)})}"
