"""The house style of an organisation: one file with its own values for the design tokens."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.web.shell import HOUSE_STYLE


@require_safe
@cache_control(max_age=300)
def show_house_style(request: HttpRequest, organisation: str) -> HttpResponse:
    """The token file that lies beside the kaders of an organisation."""
    path = Path(settings.OPENKADER_PACKS) / organisation / HOUSE_STYLE
    try:
        return HttpResponse(path.read_bytes(), content_type="text/css; charset=utf-8")
    except OSError as error:
        raise NotFound("kader", organisation) from error
