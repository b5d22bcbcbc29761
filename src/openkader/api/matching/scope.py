"""With which lists is compared, and which entities count: the filters of yente, as far as our lists can answer them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.http import QueryDict
from ninja import Schema

from openkader.api.matching.shapes import Chosen
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.register.screeners import own_lists, require_recent
from openkader.screening.evidence import Hit, ListUsed, Screens

# All lists together; what a client asks for that names no dataset.
WHOLE = "default"
# What yente knows and our lists or engine cannot answer.
_NOT_OFFERED = frozenset(
    {"changed_since", "countries", "datasets", "facets", "filter", "filter_op", "sort", "target"}
)
# Hits that are asked for at first where some will not count, and by how much more when those were too few.
_AT_FIRST, _MORE = 120, 4
# Which entries can be of somebody of a schema; of a legal entity a list does not say what it is.
_KIN = {
    "Person": {"Person", "LegalEntity"},
    "Organization": {"Organization", "Company", "PublicBody", "LegalEntity"},
    "Company": {"Company", "Organization", "LegalEntity"},
    "PublicBody": {"PublicBody", "Organization", "LegalEntity"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The lists that count, and the entities that do not; `lists` are all where nothing was chosen."""

    lists: tuple[ListUsed, ...]
    is_whole: bool = True
    topics: frozenset[str] = frozenset()
    not_schemata: frozenset[str] = frozenset()
    not_entities: frozenset[str] = frozenset()
    schemata: frozenset[str] = frozenset()
    names: frozenset[str] = field(default_factory=frozenset)

    def counts(self, hit: Hit, topics: Callable[[Hit], Sequence[str]]) -> bool:
        """Whether a hit counts; one of which the list says no topic does, for it may have any."""
        if self.is_whole:
            return True
        said = topics(hit) if self.topics else ()
        return (
            hit.list in self.names
            and hit.entity not in self.not_entities
            and hit.schema not in self.not_schemata
            and (not self.schemata or hit.schema in self.schemata)
            and (not said or not self.topics.isdisjoint(said))
        )

    def enough(self, wanted: int) -> int:
        """How many hits to ask for at first."""
        return wanted if self.is_whole else max(wanted, _AT_FIRST)

    def more(self, asked: int) -> int:
        """How many to ask for when those were too few."""
        return asked * _MORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What else does not count: entities by their numbers, and those that cannot be of a schema."""

    entities: Iterable[str] = ()
    but: str = ""


def scope_of(dataset: str, chosen: Chosen, left: Left, engine: Screens, now: datetime) -> Scope:
    """The scope that was chosen; every list in it is there and recent, or nothing is answered."""
    known = {one.id: one for one in engine.lists}
    if dataset != WHOLE and dataset not in known:
        raise NotFound("list", dataset[:80])
    _require_lists(chosen, known)
    names = _chosen_lists(dataset, chosen, frozenset(known))
    if not names:
        raise Invalid([Problem("matching.nothing-left", "exclude_dataset")])
    require_recent(names, now)
    found = Scope(
        lists=tuple(one for one in engine.lists if one.id in names),
        topics=frozenset(chosen.topics),
        not_schemata=frozenset(chosen.exclude_schema),
        not_entities=frozenset(left.entities),
        schemata=frozenset(_KIN.get(left.but, ())),
        names=names,
        is_whole=False,
    )
    filters = (found.topics, found.not_schemata, found.not_entities, found.schemata, known.keys() - names)
    return found if any(filters) else Scope(lists=found.lists, names=found.names)


def _chosen_lists(dataset: str, chosen: Chosen, known: frozenset[str]) -> frozenset[str]:
    """The lists that count: a client names the first in the address and any others beside it."""
    included, excluded = (
        frozenset().union(*(known if name == WHOLE else {name} for name in names))
        for names in (chosen.include_dataset, chosen.exclude_dataset)
    )
    named = known if dataset == WHOLE else frozenset({dataset})
    counted = included if dataset == WHOLE and included else named | included
    return counted - excluded


def _require_lists(chosen: Chosen, known: Iterable[str]) -> None:
    """A list that is misspelt would leave out, or leave in, what nobody meant."""
    said = {"include_dataset": chosen.include_dataset, "exclude_dataset": chosen.exclude_dataset}
    wrong = [name for name, lists in said.items() if not set(lists) <= {*known, WHOLE}]
    if wrong:
        raise Invalid([Problem("interface.unknown-word", name) for name in wrong])


def require_known(said: QueryDict, shape: type[Schema]) -> None:
    """Refuse what we do not know, or cannot do: a filter that is passed over lets everything through."""
    fields = {one.alias or name: one for name, one in shape.model_fields.items()}
    problems = [
        Problem("matching.not-offered" if name in _NOT_OFFERED else "interface.unknown-name", name[:60])
        for name in said
        if name not in fields
    ]
    twice = [
        Problem("interface.unknown-name", name)
        for name, one in fields.items()
        if len(said.getlist(name)) > 1 and not isinstance(one.get_default(call_default_factory=True), list)
    ]
    if problems or twice:
        raise Invalid([*problems, *twice][:20])


def outdated(now: datetime) -> list[str]:
    """The lists with which nothing is compared now: those that are not there, or are too old."""
    return [one.id for one in own_lists() if not one.is_usable or not one.is_recent(now)]
