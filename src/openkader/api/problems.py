"""What goes wrong, as RFC 9457 says it: one shape for every error, with the sentence that the pages give too."""

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import UnreadablePostError
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from openkader.base.errors import Invalid, NotFound, OpenKaderError, Refused, Unavailable
from openkader.base.messages import sentence, sentences
from openkader.casework.permissions import Act
from openkader.register.outages import is_outage

logger = logging.getLogger("openkader.api")
PROBLEM = "application/problem+json"
TITLES: Mapping[int, str] = {
    400: "Onjuist verzoek",
    401: "Niet aangemeld",
    403: "Niet toegestaan",
    404: "Niet gevonden",
    405: "Methode niet toegestaan",
    409: "Kan nu niet",
    411: "Lengte ontbreekt",
    412: "Ondertussen gewijzigd",
    413: "Te groot",
    415: "Onbekend mediatype",
    422: "Niet te verwerken",
    428: "Voorwaarde ontbreekt",
    429: "Te vaak",
    500: "Fout in Open Kader",
    503: "Niet bereikbaar",
}
# How pydantic names a mistake, and how we do.
MISTAKES: Mapping[str, str] = {
    "missing": "interface.missing",
    "extra_forbidden": "interface.unknown-name",
    "enum": "interface.unknown-word",
    "literal_error": "interface.unknown-word",
}
# After how many seconds it can be tried again.
_WAIT: Mapping[int, str] = {429: "60", 503: "30"}
OF_THE_CALLER = frozenset(Act) | {"token.out-of-scope"}
# The status of a refusal, where it is another than that it cannot be done now.
_STATUSES: Mapping[str, int] = {
    **dict.fromkeys(OF_THE_CALLER, 403),
    **dict.fromkeys(
        (
            *("interface.overtaken", "facts.meanwhile", "advice.meanwhile", "assigning.meanwhile"),
            *("network.meanwhile", "mission.meanwhile", "report.meanwhile", "delegation.meanwhile"),
            "protection.meanwhile",
            "agreement.meanwhile",
            "message.meanwhile",
        ),
        412,
    ),
    "interface.person-passes-on": 403,
    "interface.no-version": 428,
    "request.other-content": 422,
    "attachment.too-large": 413,
    "upload.too-large": 413,
    "interface.no-document": 415,
    "interface.too-many": 429,
}


def language() -> str:
    """The language in which a sentence is asked for (Accept-Language); Dutch without one."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def problem(status: int, code: str, detail: str, *, wrong: Sequence[Mapping[str, str]] = ()) -> HttpResponse:
    """One problem: its status, our stable code, what to do about it, and which values are wrong."""
    found: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES.get(status, HTTPStatus(status).phrase),
        "status": status,
        "detail": detail,
        "code": code,
    }
    if wrong:
        found["ongeldigeWaarden"] = list(wrong)
    response = JsonResponse(found, status=status, content_type=PROBLEM)
    if status in _WAIT:
        response["Retry-After"] = _WAIT[status]
    return response


def said(status: int, code: str, **headers: str) -> HttpResponse:
    """A problem whose sentence the house has."""
    response = problem(status, code, sentence(code, {}, language()))
    for name, value in headers.items():
        response[name.replace("_", "-")] = value
    return response


def handle_all(api: NinjaAPI) -> None:
    """Let the interface say every error so."""
    api.add_exception_handler(OpenKaderError, _of_house)
    api.add_exception_handler(AuthenticationError, _nobody)
    api.add_exception_handler(ValidationError, _wrong_shape)
    api.add_exception_handler(HttpError, _as_said)
    api.add_exception_handler(UnreadablePostError, _broken_off)
    api.add_exception_handler(Exception, _failed)


def _of_house(_request: HttpRequest, error: Any) -> HttpResponse:
    match error:
        case NotFound():
            status, code = 404, f"{error.kind}.not-found"
        case Refused():
            code = error.refusal.code
            status = _STATUSES.get(code, 409)
        case Invalid():
            wrong = [
                {"waarde": one.where, "code": one.code, "detail": sentence(one.code, one.detail, language())}
                for one in error.problems
            ]
            return problem(400, "interface.invalid", " ".join(sentences(error, language())), wrong=wrong)
        case Unavailable():
            logger.error("unavailable: %s", error.code)
            return problem(503, error.code, " ".join(sentences(error, language())))
        case _:
            raise error
    return problem(status, code, " ".join(sentences(error, language())))


def _nobody(_request: HttpRequest, _error: Any) -> HttpResponse:
    return said(401, "token.unknown", WWW_Authenticate='Bearer realm="Open Kader"')


def _wrong_shape(_request: HttpRequest, error: Any) -> HttpResponse:
    wrong = [
        {
            "waarde": _place(found["loc"]),
            "code": (code := MISTAKES.get(str(found["type"]), "interface.wrong-value")),
            "detail": sentence(code, {}, language()),
        }
        for found in error.errors
    ]
    return problem(400, "interface.invalid", sentence("interface.invalid", {}, language()), wrong=wrong)


def _place(steps: Sequence[str | int]) -> str:
    """Where a value stands: its name in the address or the headers, or the way to it in the body."""
    inside = steps[2:] if steps[0] == "body" else steps[1:]
    return ".".join(str(one) for one in inside)


def _as_said(request: HttpRequest, error: Any) -> HttpResponse:
    if isinstance(error.__cause__, Invalid):
        return _of_house(request, error.__cause__)
    return problem(error.status_code, "interface.invalid", sentence("interface.invalid", {}, language()))


def _broken_off(_request: HttpRequest, _error: Any) -> HttpResponse:
    """Nobody is there any more to hear it."""
    return said(400, "interface.invalid")


def _failed(_request: HttpRequest, error: Any) -> HttpResponse:
    return said(*failure_of(error))


def failure_of(error: BaseException) -> tuple[int, str]:
    """The status and the code of what nobody foresaw, which goes into the log: the database is away, or a bug."""
    if is_outage(error):
        logger.error("the database cannot be read", exc_info=error)
        return 503, "interface.register-away"
    logger.error("a bug", exc_info=error)
    return 500, "interface.failed"
