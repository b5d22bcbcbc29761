"""The interface as a whole: its version, who is behind it, where it is described, and how it answers."""

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language_from_request, override
from ninja import NinjaAPI

from openkader.api import (
    activities,
    activity_files,
    advice,
    advice_documents,
    agreeing,
    agreement_documents,
    answers,
    archiving,
    assessments,
    assigning,
    briefing,
    briefings,
    citing,
    claims_checked,
    contact_points,
    coverage,
    decisions,
    delegations_sent,
    destruction,
    documents,
    drafts,
    effects,
    evaluation_files,
    evaluations,
    exchanging,
    figures,
    follow_ups,
    handing_in,
    initiatives_noted,
    interviews,
    investing,
    invitations,
    kader_differences,
    kader_files,
    kaders,
    lessons,
    letters,
    mails,
    measures,
    mission_files,
    network_noted,
    participants,
    participations,
    parties,
    planning,
    programme,
    protecting,
    public_items,
    publications,
    recommendations,
    replaying,
    report_drafts,
    reports,
    screenings,
    self_scans,
    subscriptions,
    survey_addresses,
    surveys,
    talks,
    trail,
    waivers,
    years,
)
from openkader.api.bodies import StrictJson, refused_unread
from openkader.api.doors import ByToken
from openkader.api.marks import IF_MATCH, mark_of
from openkader.api.once import ONCE
from openkader.api.problems import PROBLEM, TITLES, handle_all, said
from openkader.api.shapes import Probleem

VERSION = "0.9.0"
ROOT = "/api/v1"
DESCRIPTION = f"{ROOT}/openapi.json"
_VERSION_HEADER = {
    "description": "De versie van de interface (semver).",
    "schema": {"type": "string", "example": VERSION},
}
PACED = frozenset(
    {
        *("verzoekIndienen", "documentToevoegen", "relatieOpnemen", "adviesVragen", "screeningVragen"),
        *("activiteitPlannen", "bewijsstukToevoegen", "deelnameToevoegen", "deelnemerToevoegen"),
        *("overeenkomstVastleggen", "akteToevoegen"),
        *("adviesdocumentToevoegen", "overeenkomstdocumentToevoegen"),
        *("lidOpnemen", "gesprekNoteren", "bijdrageNoteren", "initiatiefBeginnen", "stapNoteren"),
        "contactpersoonBewaren",
        *("onderdeelPlannen", "programmaOvernemen", "lesNoteren", "verslagBewaren"),
        *("delegatielijstInleveren", "delegatiebestandInleveren"),
        *("boodschapNoteren", "openbaarBerichtVastleggen", "vervolgToezeggen", "uitnodigen"),
        *("voorlichtingNoteren", "vragenlijstAdresseren"),
        *("zelfscanVragen", "zelfscanHerinneren", "vragenlijstVragen", "vragenlijstHerinneren"),
        *("naspelingVragen", "contextcijferNoteren", "contextcijferMetBronNoteren"),
        *("beweringenNakijken", "beweringenbestandNakijken"),
        *("botsingNoteren", "archiefmapMaken", "uitwisselbestandMaken"),
    }
)
_READING = frozenset({"get", "head"})
_PERSONS_ONLY = (
    *("api_decisions", "api_kaders", "api_hits", "api_adoption", "api_publications"),
    *("api_advice_waivers", "api_measure_waivers", "api_protection"),
    *("api_conflict", "api_mail", "api_interviews", "api_interview", "api_exchange"),
)
_ABOUT = (
    "Wat de pagina's van Open Kader laten zien en doen, voor programma's. Een programma meldt zich met een"
    " toegangssleutel van een account, en kan nooit meer dan dat account. Gemaakt naar de NL API Design Rules 2.1."
)

api = NinjaAPI(
    title="Open Kader",
    version=VERSION,
    description=_ABOUT,
    auth=ByToken(),
    docs_url=None,
    openapi_url=None,  # we add to it, below
    urls_namespace="api",
    parser=StrictJson(),
)
handle_all(api)
for part in (
    handing_in,
    answers,
    assessments,
    documents,
    advice,
    advice_documents,
    assigning,
    screenings,
    planning,
    participations,
    delegations_sent,
    letters,
    archiving,
):
    api.add_router("/verzoeken", part.router)
for name, router in (
    ("besluiten", decisions.router),
    ("relaties", parties.router),
    ("activiteiten", activities.router),
    ("activiteiten", activity_files.router),
    ("activiteiten", measures.router),
    ("activiteiten", participants.router),
    ("activiteiten", invitations.router),
    ("verzoeken", waivers.of_requests),
    ("activiteiten", waivers.of_activities),
    ("activiteiten", protecting.router),
    ("activiteiten", programme.router),
    ("activiteiten", mission_files.router),
    ("activiteiten", lessons.router),
    ("activiteiten", briefing.router),
    ("activiteiten", reports.router),
    ("activiteiten", report_drafts.router),
    ("activiteiten", self_scans.router),
    ("activiteiten", briefings.router),
    ("activiteiten", surveys.router),
    ("activiteiten", survey_addresses.router),
    ("activiteiten", talks.router),
    ("activiteiten", follow_ups.router),
    ("activiteiten", public_items.router),
    ("overeenkomsten", agreeing.router),
    ("overeenkomsten", agreement_documents.router),
    ("evaluaties", evaluations.router),
    ("evaluaties", evaluation_files.router),
    ("evaluaties", figures.router),
    ("evaluaties", claims_checked.router),
    ("evaluaties", citing.router),
    ("evaluaties", coverage.router),
    ("evaluaties", effects.router),
    ("evaluaties", interviews.router),
    ("jaren", years.router),
    ("publicaties", publications.router),
    ("investeringen", investing.router),
    ("netwerkleden", network_noted.router),
    ("netwerkleden", contact_points.router),
    ("initiatieven", initiatives_noted.router),
    ("aanbevelingen", recommendations.router),
    ("kaders", kaders.router),
    ("kaders", kader_files.router),
    ("kaderconcepten", kader_files.of_drafts),
    ("uitwisseling", exchanging.router),
    ("kaderconcepten", drafts.router),
    ("kaders", kader_differences.of_kaders),
    ("kaderconcepten", kader_differences.of_drafts),
    ("kaderconcepten", replaying.router),
    ("postvak", mails.router),
    ("abonnementen", subscriptions.router),
    ("controlespoor", trail.router),
    ("vernietigbaar", destruction.due_router),
    ("vernietigingslijsten", destruction.router),
):
    api.add_router(f"/{name}", router)


class ProgramAnswers:
    """What every answer to a program has: a version, no copy with others, a mark (ETag), and one shape of errors."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the next in line; of an address outside the interface as it is."""
        if not request.path_info.startswith(f"{ROOT}/"):
            return self.get_response(request)
        is_head = (
            request.method == "HEAD"
        )  # the framework knows none: it is the answer to GET, without its content
        request.method = "GET" if is_head else request.method
        language = "en" if get_language_from_request(request) == "en" else "nl"
        with override(language):
            answer = refused_unread(request) or self.get_response(request)
            response = _marked(request, _as_problem(request, answer))
        response["API-Version"], response["Content-Language"] = VERSION, language
        if request.path_info == DESCRIPTION:
            response["Access-Control-Allow-Origin"] = "*"
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return _without_content(response) if is_head else response


def _marked(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """With a mark of its content; empty for who has that already."""
    if response.status_code != HTTPStatus.OK or request.method != "GET":
        return response
    response.headers.setdefault("ETag", mark_of(response.content))
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def _without_content(response: HttpResponseBase) -> HttpResponseBase:
    if isinstance(response, HttpResponse) and response.content:
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


def _as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What the framework says by itself, in the shape of the interface."""
    is_said = response.headers.get("Content-Type", "").startswith((PROBLEM, "application/json"))
    match response.status_code:
        case HTTPStatus.NOT_FOUND if not is_said:
            return said(404, "interface.no-such-address")
        case HTTPStatus.METHOD_NOT_ALLOWED if not is_said:
            return said(405, "interface.other-method", Allow=_methods(request, response))
        case HTTPStatus.BAD_REQUEST if not is_said:
            return said(400, "interface.invalid")
    return response


def _methods(request: HttpRequest, response: HttpResponse) -> str:
    """The methods of this address; not the one at which a program only hears that a person does this."""
    place = request.resolver_match
    told = set(response.headers.get("Allow", "").split(", "))
    if place is not None and place.url_name in _PERSONS_ONLY:
        told.remove("POST")
    return ", ".join(sorted(told))


def show_description(request: HttpRequest) -> JsonResponse:
    """The description of the interface; it holds nothing of the register, so anybody may read it."""
    contact = {
        "name": settings.OPENKADER_ORGANISATION or "Open Kader",
        "url": request.build_absolute_uri("/"),
    }
    for mail in (one for one in settings.SECURITY.contacts if one.startswith("mailto:")):
        contact["email"] = mail.removeprefix("mailto:")
    return JsonResponse(description(request.build_absolute_uri(ROOT), contact))


def example() -> dict[str, Any]:
    """The description as the documentation has it, of an installation that was made up."""
    contact = {"name": "Provincie Voorbeeld (fictief)", "url": "https://openkader.example.nl/"}
    return description(f"https://openkader.example.nl{ROOT}", contact | {"email": "openkader@example.nl"})


def description(address: str, contact: Mapping[str, str]) -> dict[str, Any]:
    """The interface as OpenAPI 3.1 says it, of an installation; with the headers and the problems of every answer."""
    found: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="")))
    found["info"] |= {"contact": {**contact}, "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}}
    found["servers"] = [{"url": address, "description": "De installatie van de organisatie"}]
    shape = Probleem.model_json_schema(by_alias=True, ref_template="#/components/schemas/{model}")
    parts = shape.pop("$defs", {})
    found["components"]["schemas"] |= {"Probleem": shape, **parts}
    found["components"]["headers"] = {"API-Version": _VERSION_HEADER}
    for operations in found["paths"].values():
        for method, operation in operations.items():
            _complete(operation, is_writing=method not in _READING)
    return found


def _complete(operation: dict[str, Any], *, is_writing: bool) -> None:
    """The version on each answer, and the problems that every address can have."""
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Probleem"}}}
    for status in _problems_of(operation, is_writing=is_writing):
        operation["responses"][str(status)] = {"description": TITLES[status], "content": content}
    for response in operation["responses"].values():
        response["headers"] = {"API-Version": {"$ref": "#/components/headers/API-Version"}}


def _problems_of(operation: dict[str, Any], *, is_writing: bool) -> list[int]:
    """The statuses of what may be wrong: everywhere, where something is written, and where a header is asked for."""
    headers = {one["name"] for one in operation.get("parameters", []) if one["in"] == "header"}
    written = (409, 411, 413, 415) if is_writing else ()
    newest = (412, 428) if IF_MATCH in headers else ()
    once = (422,) if ONCE in headers else ()
    paced = (429,) if operation["operationId"] in PACED else ()
    return sorted({400, 401, 403, 404, 503, *written, *newest, *once, *paced})
