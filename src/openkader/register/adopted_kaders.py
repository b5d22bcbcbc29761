"""The kaders that were adopted here, as every page asks for them: mostly without a question to the register.

They only become more. So while there are as many as when they were read, what was read is still so, on every machine.
How many there are comes along with who is signed in; for another page it is asked once, and for a command each time.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache

from django.db import transaction
from django.db.models import Count, Subquery, Value
from django.db.models.functions import Coalesce

from openkader.base.errors import NotFound
from openkader.register.models import KaderAdoption, KaderDraftStep


@dataclass(slots=True)
class _Look:
    """What the page that is being made knows already."""

    number: int | None = None
    names: tuple[str, ...] | None = None


_LOOK: ContextVar[_Look | None] = ContextVar("openkader.adopted", default=None)


@contextmanager
def one_look() -> Iterator[None]:
    """As long as one page is made, what was adopted here is looked at once."""
    former = _LOOK.set(_Look())
    try:
        yield
    finally:
        _LOOK.reset(former)


def adopted_versions(organisation: str) -> list[str]:
    """The names of those of an organisation."""
    return [name for name in _names() if name.partition("/")[0] == organisation]


@lru_cache(maxsize=64)
def adopted_digest(name: str) -> str:
    """The digest under which a version was adopted; it never changes, and neither does the version."""
    found = KaderAdoption.objects.filter(kader=name).values_list("digest", flat=True).first()
    if found is None:
        raise NotFound("kader", name[:80])
    return found


def adopted_texts(name: str) -> dict[str, str]:
    """The texts that were adopted under this name."""
    adoption = KaderAdoption.objects.filter(kader=name).first()
    if adoption is None:
        raise NotFound("kader", name[:80])
    return texts_at(adoption.draft_id, adoption.steps)


def texts_at(draft: int, steps: Mapping[str, int]) -> dict[str, str]:
    """The texts of a draft as they were at these steps of its files."""
    rows = KaderDraftStep.objects.filter(draft=draft).order_by("number")
    return {row.file: row.text for row in rows if steps.get(row.file) == row.number}


def how_many() -> Coalesce:
    """How many there are, to be asked along with something else."""
    counted = KaderAdoption.objects.order_by().annotate(one=Value(1)).values("one").annotate(all=Count("pk"))
    return Coalesce(Subquery(counted.values("all")), 0)


def note_how_many(number: int) -> None:
    """It came along with something else."""
    look = _LOOK.get()
    if look is not None and look.number is None:
        look.number = number


def look_again() -> None:
    """Another was adopted while this page is made."""
    look = _LOOK.get()
    if look is not None:
        look.number = look.names = None


def forget_adopted() -> None:
    """Read anew: for a process that was put before another register."""
    _read_once.cache_clear()
    adopted_digest.cache_clear()


def _names() -> tuple[str, ...]:
    look = _LOOK.get() or _Look()
    if look.names is None:
        if look.number is None:
            look.number = KaderAdoption.objects.count()
        look.names = _read(look.number)
    return look.names


def _read(number: int) -> tuple[str, ...]:
    if not number:
        return ()
    # What this transaction adopted may still be taken back, and is then nothing to remember.
    return _ask() if transaction.get_connection().in_atomic_block else _read_once(number)


@lru_cache(maxsize=4)
def _read_once(number: int) -> tuple[str, ...]:
    return _ask()


def _ask() -> tuple[str, ...]:
    return tuple(KaderAdoption.objects.order_by("kader").values_list("kader", flat=True))
