"""The frame around the public pages: it asks the register nothing, and knows nobody."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from openkader import __version__
from openkader.publication.woo.place import Site
from openkader.register.publisher import publisher_here
from openkader.web.shell import Crumbs, said


def site_of(request: HttpRequest) -> Site:
    """The public pages of this installation, by the address that it was given, or else by which it was asked."""
    address = settings.OPENKADER_ADDRESS or request.build_absolute_uri("/")
    return Site(publisher=publisher_here(), address=address.rstrip("/"))


def public_context(
    request: HttpRequest, *, page: Mapping[str, object], crumbs: Crumbs = (), fictional: str = ""
) -> dict[str, object]:
    """The values of a public page."""
    places = [
        (_("Published"), "public"),
        (_("Open data"), "public_open_data"),
        (_("Accessibility"), "public_accessibility"),
    ]
    shell = {
        "organisation": said(publisher_here().organisation),
        "home": reverse("public"),
        "navigation": [
            {"label": label, "url": reverse(name), "current": "page" if request.path == reverse(name) else ""}
            for label, name in places
        ],
        "accessibility_url": reverse("public_accessibility"),
        "fictional": fictional,
        "version": __version__,
    }
    return {
        "page": page,
        "shell": shell,
        "breadcrumb": [{"label": label, "url": url} for label, url in crumbs],
    }
