"""What those who look after the house ask: does it answer, can it work, and its figures. Nothing of any case."""

import secrets
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from openkader.register.readiness import WARNINGS, readiness
from openkader.web.operation.counting import counted
from openkader.web.operation.house_figures import HouseFigures

# Any of these says that somebody else stands between us.
_PASSED_ON = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-Ip")
_WORDS = {True: "ok", False: "failing"}


@never_cache
@require_safe
def say_alive(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def say_ready(request: HttpRequest) -> HttpResponse:
    """Each part in one word; why one fails is for the log, since anybody may ask."""
    parts = readiness()
    is_ready = all(well for part, well in parts.items() if part not in WARNINGS)
    words = {
        str(part): _WORDS[well] if well or part not in WARNINGS else "warning" for part, well in parts.items()
    }
    said = {"status": _WORDS[is_ready], "parts": words}
    return JsonResponse(said, status=200 if is_ready else 503)


@never_cache
@require_safe
def give_figures(request: HttpRequest) -> HttpResponse:
    """The figures for Prometheus; whoever may not have them does not hear that there are any."""
    if not _may_read(request):
        return HttpResponse("not found\n", status=404, content_type="text/plain")
    house = CollectorRegistry()
    house.register(HouseFigures(timezone.now()))
    return HttpResponse(generate_latest(counted()) + generate_latest(house), content_type=CONTENT_TYPE_LATEST)


def _may_read(request: HttpRequest) -> bool:
    """Whoever has the token; without one whoever is on this machine, with nobody in between."""
    if settings.OPENKADER_METRICS_TOKEN:
        given = request.headers.get("Authorization", "")
        right = f"Bearer {settings.OPENKADER_METRICS_TOKEN}"
        return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), right.encode())
    return bool(settings.OPENKADER_METRICS) and _is_from_here(request)


def _is_from_here(request: HttpRequest) -> bool:
    """A proxy on this machine brings visitors who seem to come from here; it says that it does."""
    if any(name in request.headers for name in _PASSED_ON):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
