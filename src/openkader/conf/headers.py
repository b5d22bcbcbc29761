"""What a browser may do with our pages: load from here, and nothing else."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# No inline script or style, so that text from a dossier can never become code.
HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'self'",
            "base-uri 'none'",
            # A press on our page may lead on to the organisation's own provider.
            f"form-action 'self' {settings.OIDC.origin}".rstrip(),
            "frame-ancestors 'none'",
            "object-src 'none'",
        )
    ),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

# What is handed out to be saved runs nothing and belongs to nobody's session, whatever a browser makes of it.
LOCKED = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class StrictHeaders:
    """Puts the headers on every answer, static files and error pages included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the next in line, with the headers it does not set itself."""
        response = self.get_response(request)
        is_file = response.headers.get("Content-Disposition", "").startswith("attachment")
        for name, value in (HEADERS | (LOCKED if is_file else {})).items():
            response.headers.setdefault(name, value)
        return response
