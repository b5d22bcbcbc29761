"""The addresses of yente that we answer."""

import json
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from openkader.api.doors import Caller, caller
from openkader.api.matching.answers import NAME, Data, algorithms, whole_entry
from openkader.api.matching.catalog import catalog
from openkader.api.matching.comparing import Comparing
from openkader.api.matching.questions import PARTIES, Question, question_of
from openkader.api.matching.scope import Left, Scope, outdated, require_known, scope_of
from openkader.api.matching.shapes import (
    AlgorithmResponse,
    DataCatalogModel,
    EntityChoice,
    EntityMatchQuery,
    EntityMatchResponse,
    ErrorResponse,
    FoundEntity,
    MatchChoice,
    SearchChoice,
    SearchResponse,
    StatusResponse,
)
from openkader.api.problems import language
from openkader.base.errors import Invalid, NotFound, Problem, Unavailable
from openkader.register.screeners import kept_engine, own_lists
from openkader.register.screening_entries import ComparisonEntry
from openkader.register.services import note_comparison
from openkader.screening.entities import Entity, ListedName
from openkader.screening.lists.drafts import clean

router = Router()
MOST_QUERIES = 100
_ERRORS = {400: ErrorResponse, 401: ErrorResponse, 403: ErrorResponse, 404: ErrorResponse, 503: ErrorResponse}
_THING = "Thing"


@router.post("/match/{dataset}", response={200: EntityMatchResponse, **_ERRORS, 413: ErrorResponse})
def match(
    request: HttpRequest, dataset: str, body: EntityMatchQuery, choice: Query[MatchChoice]
) -> HttpResponse:
    """Compare some parties with the lists; the trail says how many, and not whom."""
    who = caller(request)
    require_known(request.GET, MatchChoice)
    _require_ours(choice.algorithm, body)
    opened = kept_engine()
    scope = scope_of(dataset, choice, Left(entities=choice.exclude_entity_ids), opened.screener, who.now)
    questions = _all([question_of(key, example) for key, example in body.queries.items()])
    _note(who, len(questions), scope)
    comparing = Comparing(opened=opened, scope=scope, language=language())
    cutoff = min(choice.cutoff, choice.threshold)
    answers = [
        comparing.answer(one, limit=choice.limit, cutoff=cutoff, threshold=choice.threshold)
        for one in questions
    ]
    _require_none(answers)
    keys = [one.key for one in questions]
    response = _json({"responses": dict(zip(keys, answers, strict=True)), "limit": choice.limit})
    response["x-batch-size"] = str(len(keys))
    return response


@router.get("/search/{dataset}", response={200: SearchResponse, **_ERRORS})
def search(request: HttpRequest, dataset: str, choice: Query[SearchChoice]) -> HttpResponse:
    """The entities whose names come near what was typed, the nearest first."""
    who = caller(request)
    require_known(request.GET, SearchChoice)
    if choice.fuzzy:
        raise Invalid([Problem("matching.not-offered", "fuzzy")])
    if choice.schema_ not in (_THING, *PARTIES):
        detail = {"schema": clean(choice.schema_)[:60], "known": ", ".join((_THING, *PARTIES))}
        raise Invalid([Problem("matching.no-party", "schema", detail)])
    opened = kept_engine()
    scope = scope_of(dataset, choice, Left(but=choice.schema_), opened.screener, who.now)
    _note(who, 1, scope)
    name = clean(choice.q)
    schema = "LegalEntity" if choice.schema_ == _THING else choice.schema_
    names = (ListedName(name),) if name else ()
    party = Entity(id="q", schema=schema, dataset="", names=names, properties={"name": (name,)})
    found = Comparing(opened=opened, scope=scope, language=language()).search(
        party, limit=choice.limit, offset=choice.offset
    )
    _require_none([found])
    return _json(found)


@router.get("/entities/{entity_id}", response={200: FoundEntity, **_ERRORS})
def entity(request: HttpRequest, entity_id: str, choice: Query[EntityChoice]) -> HttpResponse:
    """All that the lists say of an entity, and where."""
    require_known(request.GET, EntityChoice)
    opened = kept_engine()
    placed = opened.places.find(entity_id)
    if not placed:
        raise NotFound("listed", entity_id[:80])
    return _json(whole_entry(placed, {one.id: one for one in opened.screener.lists}))


@router.get("/algorithms", response={200: AlgorithmResponse, **_ERRORS})
def show_algorithms(request: HttpRequest) -> HttpResponse:
    """How is scored."""
    return _json(algorithms(language()))


@router.get("/catalog", response={200: DataCatalogModel, **_ERRORS})
def show_catalog(request: HttpRequest) -> HttpResponse:
    """Which lists there are, of which day, and which are too old to answer by."""
    who = caller(request)
    return _json(catalog(own_lists(), who.now))


@router.get("/healthz", auth=None, response={200: StatusResponse, 503: ErrorResponse})
def show_health(request: HttpRequest) -> HttpResponse:
    """Whether names can be compared with every list now; which list is wrong is not for everybody."""
    if not own_lists() or outdated(timezone.now()):
        raise Unavailable("matching.not-ready")
    return _json({"status": "ok"})


@router.get("/readyz", auth=None, response={200: StatusResponse, 503: ErrorResponse})
def show_readiness(request: HttpRequest) -> HttpResponse:
    """The same: a door that compares with nothing is not well."""
    return show_health(request)


def _require_ours(algorithm: str, body: EntityMatchQuery) -> None:
    """Refuse a way of scoring that is not ours, and more questions than one call takes."""
    if algorithm.strip().lower() not in ("best", NAME):
        detail = {"name": clean(algorithm)[:60], "known": NAME}
        raise Invalid([Problem("matching.no-algorithm", "algorithm", detail)])
    said = {"weights": body.weights, "config": body.config}
    if any(said.values()):
        raise Invalid([Problem("matching.not-offered", name) for name, values in said.items() if values])
    if not body.queries:
        raise Invalid([Problem("matching.no-queries", "queries")])
    if len(body.queries) > MOST_QUERIES:
        raise Invalid([Problem("matching.too-many", "queries", {"most": str(MOST_QUERIES)})])


def _note(who: Caller, names: int, scope: Scope) -> None:
    """Put it in the trail before anything is compared: what cannot be noted is not answered."""
    entry = ComparisonEntry(names=names, lists=tuple((one.id, one.snapshot) for one in scope.lists))
    note_comparison(entry, by=who.hand, now=who.now)


def _all(questions: Sequence[Question | Problem]) -> list[Question]:
    _require_none(questions)
    return [one for one in questions if isinstance(one, Question)]


def _require_none(found: Sequence[object]) -> None:
    """No question is answered when one of them is wrong: its empty place would look clear."""
    problems = [one for one in found if isinstance(one, Problem)]
    if problems:
        raise Invalid(problems[:20])


def _json(data: Data | Problem) -> HttpResponse:
    """The answer; it was made by us, and so is not looked through once more."""
    return HttpResponse(json.dumps(data, ensure_ascii=False), content_type="application/json")
