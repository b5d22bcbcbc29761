"""The rows of a year as counting needs them: how many each stands for, what it is about, and no words.

They are the same rows as those of `collections.counted`, in the same order and with the same names for what a
reader may not see; a year of a hundred thousand dossiers has some hundred thousands of them. So they are read as
they come, with no column that no figure asks about.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from django.db.models import BooleanField, Case, CharField, Count, F, Model, Q, Value, When
from django.db.models.functions import Coalesce

from openkader.base.text import Text
from openkader.casework.permissions import NOBODY, Act, Person
from openkader.register.models import (
    Activity,
    Agreement,
    Decision,
    Finding,
    Measure,
    Participation,
    Recommendation,
    Request,
    Talk,
)
from openkader.register.selectors.collections import (
    EVIDENCED,
    Choice,
    is_apart,
    newest_outcomes,
    rows_where,
    seen_in,
    took_place,
)
from openkader.register.selectors.topics import raised_topics, topic_fields

_CHUNK = 5_000
_NOTHING = Value(None, output_field=CharField())
# Works an answer out from the key of a row and from what its column holds.
WorkedOut: TypeAlias = Callable[[int, Any], Any]


class ToCount(NamedTuple):
    """One row; `dossier` is None where it leads nowhere, and `answers` are in the order in which was asked."""

    reference: str
    dossier: str | None
    number: int | None
    group: str | None
    party: str | None
    is_hidden: bool  # the reader may not see its case
    is_withheld: bool  # it may tell the public what screening found
    answers: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Collection:
    """Where the columns of a collection stand; `worked_out` makes an answer of a column that is not one itself."""

    model: type[Model]
    facts: Mapping[str, Any]
    dossier: Any = field(default_factory=lambda: F("reference"))
    party: Any = _NOTHING
    worked_out: Mapping[str, Callable[[Q], WorkedOut]] = field(default_factory=dict)
    request: str | None = None  # whose screening a row may tell of


def rows_to_count(collection: str, year: int, asked: Sequence[str], *, reader: Person) -> Iterator[ToCount]:
    """All rows of a year with their answers on the facts `asked`; a fact that the collection has not is unknown.

    What the reader may not see is there without its name. In public so is what may tell what screening found.
    """
    spec = COUNTED[collection]
    where = Q(year=year) & took_place(collection)
    found = spec.model._default_manager.filter(where).order_by("id")
    columns = [
        *("pk", "reference", "number", spec.dossier, spec.party),
        Choice(where, seen_in(collection, reader)).hidden,
        _is_withheld(spec, reader),
        *(spec.facts.get(name, _NOTHING) for name in asked),
    ]
    work_out = [
        (place, spec.worked_out[name](where)) for place, name in enumerate(asked) if name in spec.worked_out
    ]
    return _read(found.values_list(*columns).iterator(chunk_size=_CHUNK), work_out)


def labels_of(collection: str, references: Sequence[str], *, reader: Person) -> dict[str, Text]:
    """What some records are called, by reference; what the reader may not see is left out."""
    found = rows_where(collection, Q(reference__in=references), reader=reader) if references else []
    return {str(row["id"]): label for row in found if isinstance(label := row["label"], Text)}


def public_tally(collections: Sequence[str], year: int) -> dict[str, Counter[tuple[bool, bool]]]:
    """How many rows of each collection there are, by whether they are hidden and whether they are withheld in public.

    One question for all collections together.
    """
    found: dict[str, Counter[tuple[bool, bool]]] = {name: Counter() for name in collections}
    first, *others = (_tallied(name, year) for name in collections)
    for name, is_hidden, is_withheld, number in first.union(*others, all=True):
        found[name][bool(is_hidden), bool(is_withheld)] += number
    return found


def _tallied(collection: str, year: int) -> Any:
    spec = COUNTED[collection]
    rows = spec.model._default_manager.filter(Q(year=year) & took_place(collection)).order_by()
    columns = rows.annotate(
        file_name=Value(collection, output_field=CharField()),
        is_hidden=_truth(Choice(Q(), seen_in(collection, NOBODY)).hidden),
        is_withheld=_truth(_is_withheld(spec, NOBODY)),
    )
    told = columns.values("file_name", "is_hidden", "is_withheld").annotate(rows=Count("pk"))
    return told.values_list("file_name", "is_hidden", "is_withheld", "rows")


def _truth(told: Case | Value) -> Case | Value:
    return Value(told.value, output_field=BooleanField()) if isinstance(told, Value) else told


def _is_withheld(spec: _Collection, reader: Person) -> Case | Value:
    if spec.request is None or reader.may(Act.READ_CASES):
        return Value(value=False)
    return Case(When(is_apart(spec.request), then=True), default=False, output_field=BooleanField())


def _read(found: Iterator[tuple[Any, ...]], work_out: Sequence[tuple[int, WorkedOut]]) -> Iterator[ToCount]:
    for place, row in enumerate(found, 1):
        key, reference, number, dossier, party, is_hidden, is_withheld = row[:7]
        answers = row[7:]
        if work_out:
            told = list(answers)
            for column, work in work_out:
                told[column] = work(key, told[column])
            answers = tuple(told)
        if is_hidden:
            yield ToCount(f"•{place}", None, number, dossier, party, True, False, answers)
        elif is_withheld:
            yield ToCount(f"•{place}", None, number, None, party, False, True, answers)
        else:
            yield ToCount(reference, dossier, number, dossier, party, False, False, answers)


def _outcomes(where: Q) -> WorkedOut:
    newest = newest_outcomes(Decision.objects.filter(request__in=Request.objects.filter(where)))
    return lambda key, _: newest.get(key)


def _topics(name: str, where: Q) -> WorkedOut:
    """The topics of each activity, from whether the source lists them for it."""
    raised = raised_topics(Activity.objects.filter(where))

    def topics(key: int, itemised: Any) -> Any:
        found = topic_fields(raised.get(key, []), itemised=itemised)[name]
        return tuple(found) if isinstance(found, list) else None

    return topics


def _own(*names: str) -> dict[str, F]:
    return {name: F(name) for name in names}


def _of_activity(*names: str) -> dict[str, F]:
    return {name: F(f"activity__{name}") for name in names}


_TITLE, _TEXT = ("title_nl", "title_en"), ("text_nl", "text_en")
_PERIOD = ("starts_on", "ends_on", "precision")
_RELATED = ("kind", "country", "programme")
_ITEMISED = F("itemised")
_ACTIVITY = F("activity__reference")
COUNTED: Mapping[str, _Collection] = {
    "requests": _Collection(
        model=Request,
        facts=_own(*_RELATED, "initiative", *_TITLE),
        worked_out={"outcome": _outcomes},
    ),
    "decisions": _Collection(
        model=Decision,
        facts={
            **_own("level", "outcome", "ground", "instrument"),
            "kind": Coalesce("request__kind", "kind"),
            "programme": Coalesce("request__programme", "programme"),
            "country": F("request__country"),
        },
        dossier=Coalesce("request__reference", "reference"),
        request="request",
    ),
    "activities": _Collection(
        model=Activity,
        facts={
            **_own(*_RELATED, "office_holder", "foreign_delegation", *_TITLE, *_PERIOD),
            "topics": _ITEMISED,
            "topics_listed": _ITEMISED,
        },
        worked_out={name: partial(_topics, name) for name in ("topics", "topics_listed")},
    ),
    "participations": _Collection(
        model=Participation,
        facts={
            **_own("role", "dropped_out"),
            **{name: Coalesce(f"activity__{name}", f"request__{name}") for name in _RELATED},
        },
        dossier=Coalesce("activity__reference", "request__reference"),
        party=F("party__reference"),
    ),
    "agreements": _Collection(
        model=Agreement,
        facts={
            **_own("form", "status"),
            **_of_activity("kind", "programme"),
            "country": Coalesce("activity__country", "country"),
        },
        dossier=_ACTIVITY,
    ),
    "talks": _Collection(model=Talk, facts=_own("purpose", "programme", *_TITLE)),
    "measures": _Collection(
        model=Measure,
        facts={
            **_own("line", "status"),
            **_of_activity(*_RELATED),
            "measure": F("code"),
            "evidenced": EVIDENCED,
        },
        dossier=_ACTIVITY,
        request="activity__request",
    ),
    "recommendations": _Collection(model=Recommendation, facts=_own("status", *_TEXT)),
    "findings": _Collection(model=Finding, facts=_own("subject", "line", "verdict", *_TEXT)),
}
