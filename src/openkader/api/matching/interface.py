"""The door as a whole: who comes in, how it says that something is wrong, and where it is described."""

import logging
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import UnreadablePostError
from django.utils.translation import get_language_from_request, override
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from openkader.api.bodies import MOST_BYTES, StrictJson, is_too_large
from openkader.api.doors import ByToken, Caller
from openkader.api.matching.routes import router
from openkader.api.problems import MISTAKES, OF_THE_CALLER, failure_of, language
from openkader.base.errors import Invalid, NotFound, OpenKaderError, Problem, Refused, Unavailable
from openkader.base.messages import sentence, sentences
from openkader.casework.permissions import Act

logger = logging.getLogger("openkader.api.matching")
ROOT = "/api/yente"
_ABOUT = (
    "Who is on a list, asked in the shapes of yente 5.5, answered by the engine and the lists of Open Kader."
    " What of yente is not described here is refused."
)


class ByKey(ByToken):
    """`Authorization: ApiKey okt_…`, as tools made for yente send it; or `Bearer`."""

    openapi_scheme = "ApiKey"

    def __call__(self, request: HttpRequest) -> Caller | None:
        """The caller; None for another way of coming in."""
        way, _, key = request.headers.get("Authorization", "").partition(" ")
        return self.authenticate(request, key.strip()) if way.lower() in ("apikey", "bearer") else None


api = NinjaAPI(
    title="Open Kader: matching",
    version="5.5.0",
    description=_ABOUT,
    auth=ByKey(Act.SCREEN),
    docs_url=None,
    urls_namespace="matching",
    parser=StrictJson(),
)
api.add_router("", router)


class MatchingAnswers:
    """What every answer has: a language, no copy with others, and errors in the one shape of yente."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the next in line; of an address elsewhere as it is."""
        if not request.path_info.startswith(f"{ROOT}/"):
            return self.get_response(request)
        chosen = "en" if get_language_from_request(request) == "en" else "nl"
        with override(chosen):
            response = _too_large(request) or _in_shape(self.get_response(request))
        response["Content-Language"] = chosen
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


def _too_large(request: HttpRequest) -> HttpResponse | None:
    """What is too much to read is not read."""
    return said(413, "matching.too-large", most=str(MOST_BYTES)) if is_too_large(request) else None


def _in_shape(response: HttpResponse) -> HttpResponse:
    """What the framework says by itself, in the shape of yente."""
    if response.headers.get("Content-Type", "").startswith("application/json"):
        return response
    match response.status_code:
        case HTTPStatus.NOT_FOUND:
            return said(404, "matching.no-such-address")
        case HTTPStatus.METHOD_NOT_ALLOWED:
            answer = said(405, "interface.other-method")
            answer["Allow"] = response.headers.get("Allow", "")
            return answer
        case HTTPStatus.BAD_REQUEST:
            return said(400, "interface.invalid")
    return response


def said(status: int, code: str, **detail: str) -> HttpResponse:
    """An error with its sentence; whoever has to wait hears for how long."""
    return _error(status, [sentence(code, detail, language())])


def _error(status: int, lines: Sequence[str]) -> HttpResponse:
    response = JsonResponse({"detail": " ".join(lines)}, status=status)
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'ApiKey realm="Open Kader"'
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response["Retry-After"] = "30"
    return response


@api.exception_handler(OpenKaderError)
def _of_house(_request: HttpRequest, error: Any) -> HttpResponse:
    match error:
        case NotFound():
            status = 404
        case Refused():
            status = 403 if error.refusal.code in OF_THE_CALLER else 409
        case Invalid():
            status = 400
        case Unavailable():
            logger.error("unavailable: %s", error.code)
            status = 503
        case _:
            raise error
    return _error(status, sentences(error, language()))


@api.exception_handler(AuthenticationError)
def _nobody(_request: HttpRequest, _error: Any) -> HttpResponse:
    return said(401, "token.unknown")


@api.exception_handler(ValidationError)
def _wrong_shape(_request: HttpRequest, error: Any) -> HttpResponse:
    problems = [
        Problem(
            MISTAKES.get(str(found["type"]), "interface.wrong-value"),
            ".".join(str(one)[:60] for one in found["loc"][1:]),
        )
        for found in error.errors[:20]
    ]
    return _error(400, sentences(Invalid(problems), language()))


@api.exception_handler(HttpError)
def _no_json(_request: HttpRequest, error: Any) -> HttpResponse:
    """The library says so of a body that it cannot read, and of nothing else here."""
    return said(error.status_code, "matching.no-json")


@api.exception_handler(UnreadablePostError)
def _broken_off(_request: HttpRequest, _error: Any) -> HttpResponse:
    """Whoever sent it hung up half-way; nobody reads this answer."""
    return said(400, "matching.no-json")


@api.exception_handler(Exception)
def _failed(_request: HttpRequest, error: Any) -> HttpResponse:
    return said(*failure_of(error))
