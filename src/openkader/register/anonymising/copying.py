"""The rows of this register, read at one moment and written in the empty database of a copy."""

import enum
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection, connections, transaction
from django.db.models import Model

from openkader.register.anonymising.columns import LEFT_OUT
from openkader.register.anonymising.pseudonyms import Pseudonyms
from openkader.register.anonymising.stand_ins import StandIns
from openkader.register.audit import FIELDS
from openkader.register.chain import BEGINNING, Link, canonical
from openkader.register.models import AuditEvent, AuditHead, KaderDraftStep, Reference
from openkader.register.shelf import Folder

COPY = "copy"
_FEW = 500
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*", re.ASCII)
_FILE = "In deze kopie staat dit bestand in plaats van een ander.\nThis file stands here instead of another.\n{mark}\n"


@dataclass(slots=True)
class Copied:
    """How much is in the copy."""

    rows: int = 0
    events: int = 0
    files: set[str] = field(default_factory=set)


def copy_register(database: Path, documents: Path, packs: Path) -> Copied:
    """Fill an empty database of this version, and the shelf beside it, with what stands instead of what is here."""
    done, shelf, pseudonyms = Copied(), Folder(documents), Pseudonyms()

    def keep_file(digest: str) -> tuple[str, int]:
        content = _FILE.format(mark=pseudonyms.digest(digest)).encode()
        kept = shelf.put(content)
        done.files.add(kept)
        return kept, len(content)

    with _at_one_moment(), _opened(database), transaction.atomic(using=COPY):
        stand_ins = StandIns(
            pseudonyms=pseudonyms,
            words=_words(packs),
            accounts=frozenset(User.objects.values_list("username", flat=True)),
            references=frozenset(Reference.objects.values_list("reference", flat=True)),
            keep_file=keep_file,
        )
        done.rows += _write(User, (_account(row, pseudonyms) for row in _rows(User)))
        for model in apps.get_app_config("register").get_models():
            if model not in LEFT_OUT:
                done.rows += _write(model, (stand_ins.row(model, row) for row in _rows(model)))
        done.events = _write_trail(stand_ins)
    return done


def _words(packs: Path) -> frozenset[str]:
    """The words of the kaders and of our own closed lists; what a year of a register tells is not among them."""
    texts = [path.read_text("utf-8") for path in packs.rglob("*.yaml") if "registers" not in path.parts]
    texts += KaderDraftStep.objects.values_list("text", flat=True)
    found = {word for text in texts for word in _WORD.findall(text)}
    return frozenset(found | {str(word) for kind in _below(enum.StrEnum) for word in kind})


def _below(kind: type[enum.StrEnum]) -> Iterator[type[enum.StrEnum]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _account(row: Mapping[str, Any], pseudonyms: Pseudonyms) -> dict[str, Any]:
    """Somebody who can not sign in until a password is set in the copy."""
    return {
        **row,
        "username": pseudonyms.account(row["username"]),
        **dict.fromkeys(("first_name", "last_name", "email"), ""),
        "password": "!",
    }


def _rows(model: type[Model]) -> Iterator[dict[str, Any]]:
    yield from model._default_manager.order_by("pk").values().iterator(chunk_size=_FEW)


def _write(model: type[Model], rows: Iterator[dict[str, Any]]) -> int:
    written = 0
    while few := [model(**row) for row in islice(rows, _FEW)]:
        written += len(model._default_manager.using(COPY).bulk_create(few))
    return written


def _write_trail(stand_ins: StandIns) -> int:
    """The same events in a chain of their own."""
    before = (0, BEGINNING)

    def chained() -> Iterator[dict[str, Any]]:
        nonlocal before
        for row in AuditEvent.objects.order_by("id").values(*FIELDS).iterator(chunk_size=_FEW):
            told = stand_ins.row(AuditEvent, {**row, "detail": ""})
            told["detail"] = canonical(stand_ins.inside(json.loads(row["detail"])))
            link = Link(**{**told, "sequence": before[0] + 1, "previous_hash": before[1], "hash": ""})
            before = (link.sequence, link.digest())
            yield asdict(replace(link, hash=before[1]))

    _write(AuditEvent, chained())
    sequence, digest = before
    AuditHead.objects.using(COPY).filter(pk=1).update(sequence=sequence, hash=digest)
    return sequence


@contextmanager
def _at_one_moment() -> Iterator[None]:
    """What others write meanwhile is not seen, and they do not wait."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")  # that of the framework would keep writers out
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


@contextmanager
def _opened(database: Path) -> Iterator[None]:
    """The database of the copy, beside our own."""
    connections.databases[COPY] = {
        **connections.databases["default"],
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(database),
        "OPTIONS": {},
    }
    try:
        yield
    finally:
        connections[COPY].close()
        del connections.databases[COPY]
