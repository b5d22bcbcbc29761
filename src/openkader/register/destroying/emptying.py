"""Rows go, or stand there again without their words.

What was written once is never rewritten, by us neither: an emptied row is taken out and entered anew under its own
number, in one transaction. The links between rows are looked at when that ends, and are whole again by then.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models, router

from openkader.casework.retention import coded, is_code
from openkader.register.batches import BATCH, few_at_a_time
from openkader.register.destroying.fates import GONE_EN, GONE_NL, NO_DIGEST, Fate
from openkader.register.models import Answer, Assessment

# Who of us entered a row, as the trail says as well.
_OURS = frozenset({"by", "recorded_by"})
_TEXTS = (models.CharField, models.TextField)
_DIGEST_LENGTH = 64


@dataclass(slots=True)
class Emptied:
    """How many rows went, and how many stand there without words."""

    gone: int = 0
    emptied: int = 0


def rows_of(fate: Fate, keys: Collection[int]) -> models.QuerySet[Any]:
    """The rows of a table that lead to one of these requests or parties."""
    where = models.Q()
    for way in fate.ways:
        where |= models.Q(**{f"{way}__in": keys})
    return fate.model._default_manager.filter(where).order_by("pk")


def empty_all(fates: Iterable[Fate], keys: Collection[int]) -> Emptied:
    """Let each table of these have its fate; what is to go is found before anything went."""
    done = Emptied()
    found = [(fate, list(rows_of(fate, keys).values())) for fate in fates]
    for fate, rows in found:
        _take_out(fate.model, [row[_key(fate.model)] for row in rows])
        left = [] if fate.keeps is None else [_without_words(fate, row) for row in _still_counted(fate, rows)]
        fate.model._default_manager.bulk_create((fate.model(**row) for row in left), batch_size=BATCH)
        done.gone += len(rows) - len(left)
        done.emptied += len(left)
    return done


def _take_out(model: type[models.Model], keys: list[Any]) -> None:
    """Past the protection of the framework, which would refuse a row that others lead to: those follow, or are back."""
    for few in few_at_a_time(keys):
        rows = model._default_manager.filter(pk__in=few)
        rows._raw_delete(using=router.db_for_write(model))


def _key(model: type[models.Model]) -> str:
    return str(model._meta.pk.attname)


def _still_counted(fate: Fate, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of answers only the newest on each question counts, and only where it is a code."""
    if fate.model is not Answer:
        return rows
    newest = {(row["request_id"], row["fact"]): row for row in rows}
    return [row for row in newest.values() if is_code(row["value"])]


def _without_words(fate: Fate, row: dict[str, Any]) -> dict[str, Any]:
    keeps = fate.keeps or frozenset()
    told = {
        field.attname: _left_of(field, row[field.attname])
        if field.name not in keeps and field.name not in _OURS
        else row[field.attname]
        for field in fate.model._meta.concrete_fields
    }
    if fate.model is Assessment:
        told["facts"] = coded(row["facts"])
    return {**told, **fate.says}


def _left_of(field: models.Field, value: Any) -> Any:
    """What stands instead of a text: that there was one. What is no text stays as it is, and unknown stays unknown."""
    if value is None or value == "":
        return value
    if isinstance(field, models.JSONField):
        return [GONE_NL] if isinstance(value, list) and value else type(value)()
    if not isinstance(field, _TEXTS):
        return value
    if field.max_length == _DIGEST_LENGTH:
        return NO_DIGEST
    mark = GONE_EN if field.name.endswith("_en") else GONE_NL
    return mark if field.max_length is None else mark[: field.max_length]
