"""What goes with a dossier because nothing else leads to it: parties, search words, and documents on the shelf."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from openkader.casework.joining import Sameness
from openkader.casework.retention import RecordKind
from openkader.register.batches import few_at_a_time
from openkader.register.destroying.emptying import Emptied, empty_all, rows_of
from openkader.register.destroying.fates import NO_DIGEST, OF_DOSSIER, OF_PARTY, Fate
from openkader.register.models import (
    AuditEvent,
    AuditHead,
    CasePartyWord,
    CaseWord,
    DiscardedFile,
    Document,
    Evidence,
    NameWord,
    NearWord,
    Party,
    PartyJudgement,
    PartyWord,
    ReceivedMail,
    ReportFinal,
    Request,
    ScreeningTask,
    Tombstone,
)

_DIGEST = ("sha256", "digest")
# Where a record of a dossier leads to the shelf.
_SHELVED: Mapping[type[models.Model], str] = {
    Document: "digest",
    Evidence: "sha256",
    ReceivedMail: "digest",
    ReportFinal: "sha256",
}
# What follows from a party and its names alone says nothing of it.
_OWN = {fate.model for fate in OF_PARTY} | {ScreeningTask, CasePartyWord}
_WAYS: dict[type[models.Model], Fate] = {fate.model: fate for fate in OF_DOSSIER}


def parties_of(fates: Iterable[Fate], keys: Collection[int]) -> set[int]:
    """The parties that these rows lead to."""
    found: set[int] = set()
    for fate in fates:
        for name in party_keys(fate.model):
            found |= set(rows_of(fate, keys).values_list(f"{name}_id", flat=True))
    return found - {None}


def unspoken_of(parties: Collection[int], going: Collection[int]) -> set[int]:
    """Those of these parties of which nothing living speaks, nor of one that is the same; `going` lives no more."""
    left = set(parties)
    for model in apps.get_app_config("register").get_models():
        for name in party_keys(model) if model not in _OWN else ():
            rows = model._default_manager.filter(**{f"{name}__in": left})
            left -= set(_living(model, rows, going).values_list(f"{name}_id", flat=True))
    same = PartyJudgement.objects.filter(verdict=Sameness.SAME)
    pairs = same.filter(Q(first__in=left) | Q(second__in=left)).values_list("first", "second")
    return left - {one for pair in pairs for one in pair if not set(pair) <= left}


def empty_parties(parties: Collection[int]) -> Emptied:
    """Take the names, numbers and screenings of these parties out; that there were so many different ones stays."""
    ScreeningTask.objects.filter(party__in=parties, finished_at__isnull=True).delete()
    CasePartyWord.objects.filter(party__in=parties).delete()
    return empty_all(OF_PARTY, parties)


def words_of(parties: Collection[int], requests: Collection[int]) -> set[int]:
    """The words under which these are found."""
    of_parties = PartyWord.objects.filter(party__in=parties).values_list("word", flat=True)
    return {*of_parties, *CaseWord.objects.filter(request__in=requests).values_list("word", flat=True)}


def drop_unused(words: Collection[int]) -> None:
    """Take out those of these words under which nothing is found any more: they may be those of a name."""
    unused = NameWord.objects.filter(pk__in=words, parties__isnull=True, requests__isnull=True)
    for keys in few_at_a_time(list(unused.values_list("pk", flat=True))):
        NearWord.objects.filter(word__in=keys).delete()
        NameWord.objects.filter(pk__in=keys).delete()


def files_of(fates: Iterable[Fate], keys: Collection[int]) -> set[str]:
    """The digests of the documents that these rows lead to."""
    found: set[str] = set()
    for fate in fates:
        if name := _SHELVED.get(fate.model):
            found |= set(rows_of(fate, keys).exclude(**{name: None}).values_list(name, flat=True))
    return found - {NO_DIGEST}


def unrecorded(digests: Collection[str]) -> set[str]:
    """Those of these documents to which no record leads any more."""
    left = set(digests)
    kept = {AuditEvent, AuditHead, DiscardedFile}
    for model in apps.get_app_config("register").get_models():
        for name in _file_columns(model) if model not in kept else ():
            for few in few_at_a_time(sorted(left)):
                rows = model._default_manager.filter(**{f"{name}__in": few}).order_by()
                left -= set(rows.values_list(name, flat=True))
    return left


def _living(
    model: type[models.Model], rows: models.QuerySet[Any], going: Collection[int]
) -> models.QuerySet[Any]:
    """Those of these rows that belong to no dossier that was destroyed, or is."""
    fate = _WAYS.get(model)
    if fate is None:
        return rows
    gone = Request.objects.filter(Q(reference__in=Tombstone.objects.values("reference")) | Q(pk__in=going))
    lead = Q()
    for way in fate.ways:
        lead |= Q(**{f"{way}__in": gone.values("pk")})
    return rows.exclude(pk__in=rows.filter(lead).values("pk"))


def party_keys(model: type[models.Model]) -> list[str]:
    """The columns of a table that lead to a party."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is Party
    ]


def _file_columns(model: type[models.Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if field.name in _DIGEST]


def fates_with(kind: RecordKind) -> tuple[Fate, ...]:
    """What has a fate when this sort of records of a dossier goes."""
    return tuple(fate for fate in OF_DOSSIER if kind in fate.kinds)
