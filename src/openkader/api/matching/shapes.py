"""What goes in and out, as yente calls it; what is not here is refused."""

from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import ConfigDict, StringConstraints

from openkader.screening.matching.scoring import CHECK_FROM

MOST_RESULTS = 500
_Value = Annotated[str, StringConstraints(max_length=1000)]
_Key = Annotated[str, StringConstraints(max_length=200)]
_Words = Annotated[list[_Key], Field(max_length=50)]


class Shape(Schema):
    """One object; a name that is not in it is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class EntityExample(Shape):
    """Somebody who is asked about, in the properties of FollowTheMoney."""

    id: _Key | None = None
    schema_: _Key = Field(alias="schema")
    properties: dict[_Key, _Value | Annotated[list[_Value | int | None], Field(max_length=100)]]


class EntityMatchQuery(Shape):
    """A batch of questions, each under a key by which its answer is found; weights and config stay empty."""

    queries: dict[_Key, EntityExample]
    weights: dict[str, Any] = {}
    config: dict[str, Any] = {}


class Chosen(Shape):
    """Which entities count."""

    include_dataset: _Words = Field([], description="Only these lists.")
    exclude_dataset: _Words = Field([], description="Not these lists.")
    exclude_schema: _Words = Field([], description="No entities of these schemata.")
    topics: _Words = Field([], description="Only with one of these topics, or of which the list says none.")


class MatchChoice(Chosen):
    """How is compared."""

    limit: int = Field(5, ge=1, le=MOST_RESULTS)
    threshold: float = Field(CHECK_FROM, ge=0, le=1, description="From which score `match` is true.")
    cutoff: float = Field(CHECK_FROM, ge=0, le=1, description="From which score a result is given.")
    algorithm: _Key = "best"
    exclude_entity_ids: _Words = []


class SearchChoice(Chosen):
    """What is looked for."""

    q: Annotated[str, StringConstraints(max_length=1000)] = Field(
        description="A name; there is no query syntax."
    )
    schema_: _Key = Field("Thing", alias="schema")
    limit: int = Field(10, ge=1, le=MOST_RESULTS)
    offset: int = Field(0, ge=0, le=MOST_RESULTS)
    fuzzy: bool = Field(False, description="Only false: every search is for names that are alike.")
    simple: bool = Field(False, description="Makes no difference.")


class EntityChoice(Shape):
    """How an entity is shown."""

    nested: bool = Field(True, description="Makes no difference: a list nests nothing.")


class ErrorResponse(Shape):
    """What is wrong, and what to do about it."""

    detail: str


class StatusResponse(Shape):
    """That it works."""

    status: str = "ok"


class Source(Shape):
    """Where a list says it: the list as it was read, its own number of the entry, and its place in the file."""

    dataset: str
    snapshot: str
    read_at: str
    record: str
    where: str


class EntityResponse(Shape):
    """An entry of a list."""

    id: str
    caption: str
    schema_: str = Field(alias="schema")
    properties: dict[str, list[str]]
    datasets: list[str]
    referents: list[str] = []
    target: bool = True
    first_seen: str | None = None
    last_seen: str | None = None
    last_change: str | None = None


class FoundEntity(EntityResponse):
    """An entry of a list with where the list says it."""

    sources: list[Source]


class FeatureResult(Shape):
    """One piece of evidence: its weight in log-odds, why, and the two values."""

    score: float
    detail: str
    query: str | None = None
    candidate: str | None = None


class ScoredEntityResponse(EntityResponse):
    """An entity that came near; the weights of its explanations together are the log-odds of its score."""

    score: float
    match: bool
    explanations: dict[str, FeatureResult]


class TotalSpec(Shape):
    """How many there are; `gte` where there may be more."""

    value: int
    relation: str = "eq"


class EntityMatches(Shape):
    """The answer to one question: `query` says what was compared, `not_compared` which properties were not."""

    status: int = 200
    results: list[ScoredEntityResponse]
    total: TotalSpec
    query: EntityExample
    not_compared: list[str]


class EntityMatchResponse(Shape):
    """The answers, each under the key of its question."""

    responses: dict[str, EntityMatches]
    limit: int


class SearchResponse(Shape):
    """Entities whose names come near, the nearest first."""

    results: list[EntityResponse]
    facets: dict[str, Any] = {}
    total: TotalSpec
    limit: int
    offset: int


class Algorithm(Shape):
    """How is scored."""

    name: str
    description: str
    features: dict[str, Any]
    docs: dict[str, Any]


class AlgorithmResponse(Shape):
    """The one algorithm that there is."""

    algorithms: list[Algorithm]
    default: str
    best: str


class Dataset(Shape):
    """A list, or all of them together."""

    name: str
    title: str
    version: str | None = None
    index_version: str | None = None
    index_current: bool
    load: bool
    last_export: str | None = None
    updated_at: str | None = None
    entity_count: int | None = None
    thing_count: int | None = None
    children: list[str] = []


class DataCatalogModel(Shape):
    """The lists that names are compared with; of what is `outdated` no question is answered."""

    datasets: list[Dataset]
    current: list[str]
    outdated: list[str]
    index_stale: bool
