"""The handbook for officials: what they come to do, step by step. Everybody may read it."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from openkader.publication.handbook.reading import GROUPS, Heading, handbook_page, heading, picture_file
from openkader.web.shell import timeless_context

_DAY = 86_400


@require_safe
def show_handbook(request: HttpRequest) -> HttpResponse:
    """What one can look up, by what one wants to do."""
    crumbs = [(_("Handbook"), None)]
    values = timeless_context(request, page={"groups": _groups()}, crumbs=crumbs)
    return render(request, "web/pages/handbook.html", values)


@require_safe
def show_handbook_page(request: HttpRequest, name: str) -> HttpResponse:
    """One task, beside the others."""
    found = handbook_page(name, partial(_at, "handbook_page"), partial(_at, "handbook_picture"))
    shown = _told(found) | {"body": found.body}
    crumbs = [(_("Handbook"), reverse("handbook")), (shown["title"], None)]
    values = timeless_context(request, page={"shown": shown, "groups": _groups()}, crumbs=crumbs)
    return render(request, "web/pages/handbook_page.html", values)


@require_safe
@cache_control(max_age=_DAY)
def show_handbook_picture(request: HttpRequest, name: str) -> HttpResponse:
    """A picture of the demo, as a test took it."""
    return HttpResponse(picture_file(name).read_bytes(), content_type="image/png")


def _groups() -> list[dict[str, object]]:
    return [{"title": title, "pages": [_told(heading(name)) for name in names]} for title, names in GROUPS]


def _told(found: Heading) -> dict[str, str]:
    return {"title": found.title, "lead": found.lead, "url": _at("handbook_page", found.name)}


def _at(place: str, name: str) -> str:
    return reverse(place, args=[name])
