"""All that the register holds about one person or party, in every table: for whoever asks what is kept of them.

It goes by rows: those that lead to the party, and those in which the name stands. What a row says of others is in it
too, so that somebody reads it before it is given.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import CharField, ForeignKey, JSONField, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast

from openkader.base.errors import NotFound
from openkader.register import audit
from openkader.register.destroying.leaving import party_keys
from openkader.register.models import (
    AuditEvent,
    AuditHead,
    CasePartyWord,
    Escalation,
    NameWord,
    NearWord,
    Party,
    PartyWord,
    Review,
)

# The trail keeps no names of others; the words under which a party is found follow from its names.
_LEFT_OUT = frozenset({AuditEvent, AuditHead, NameWord, NearWord, PartyWord, CasePartyWord})
_SHORTEST = 3  # of a name that is looked for inside texts
_MOST = 5_000  # rows of one table


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """What is held: rows by table, each with its columns; `parties` are the references it is about."""

    name: str
    parties: tuple[str, ...]
    tables: Mapping[str, tuple[Mapping[str, object], ...]]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.tables.values()))


def held_about(name: str = "", party: str = "") -> Disclosed:
    """Every row about a party, or about whoever has this name; a party that is not there is not found."""
    found = Party.objects.filter(reference=party) if party else _parties_named(name)
    keys = list(found.values_list("pk", flat=True))
    if party and not keys:
        raise NotFound("party", party[:80])
    names = {name.strip()} if name.strip() else set()
    names |= {one for one in found.values_list("name", flat=True) if one}
    tables: dict[str, tuple[Mapping[str, object], ...]] = {}
    for model in apps.get_app_config("register").get_models():
        if model not in _LEFT_OUT and (rows := _rows(model, keys, names)):
            tables[model.__name__] = tuple(rows)
    return Disclosed(
        name=name.strip(), parties=tuple(found.values_list("reference", flat=True)), tables=tables
    )


def _parties_named(name: str) -> QuerySet[Party]:
    """The parties with exactly this name, however it is written in capitals; part of a name is no name."""
    words = name.strip()
    if len(words) < _SHORTEST:
        return Party.objects.none()
    named = Q(name__iexact=words) | Q(names__name__iexact=words)
    keys = Party.objects.filter(named).order_by().values("pk").distinct()
    return Party.objects.filter(pk__in=keys).order_by("pk")


def _rows(model: type[Model], keys: Collection[int], names: Collection[str]) -> list[Mapping[str, object]]:
    rows = model._default_manager.order_by("pk")
    where = _leads_to(model, keys)
    for field in _texts(model):
        column = f"said_{field}" if isinstance(model._meta.get_field(field), JSONField) else field
        if column != field:
            rows = rows.annotate(**{column: Cast(field, TextField())})
        for one in names:
            where |= _says(column, one)
    if not where:
        return []
    links = [field.name for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    return [_plain(row) for row in rows.filter(where).select_related(*links)[:_MOST]]


def _says(column: str, name: str) -> Q:
    """Whether a text names somebody; JSON may write other scripts with escapes."""
    if len(name) < _SHORTEST:
        return Q(**{f"{column}__iexact": name})
    escaped = json.dumps(name)[1:-1]
    return Q(**{f"{column}__icontains": name}) | Q(**{f"{column}__contains": escaped})


def _leads_to(model: type[Model], keys: Collection[int]) -> Q:
    where = Q(pk__in=keys) if model is Party else Q()
    for name in party_keys(model):
        where |= Q(**{f"{name}__in": keys})
    if model in (Review, Escalation):
        where |= Q(hit__party__in=keys)
    return where


def _texts(model: type[Model]) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        if isinstance(field, (CharField, TextField, JSONField)):
            yield field.name


def _plain(row: Model) -> Mapping[str, object]:
    """The columns of a row that say something."""
    return {name: value for name, value in whole_row(row).items() if value not in (None, "", [], {})}


def whole_row(row: Model) -> Mapping[str, object]:
    """The columns of a row as JSON has them; another record is named by its reference."""
    told: dict[str, object] = {}
    for field in row._meta.concrete_fields:
        value: Any = getattr(row, field.attname)
        if isinstance(field, ForeignKey) and value is not None:
            value = str(getattr(row, field.name))
        told[field.name] = audit.plain(value)
    return told
