"""One version of a kader after another: a question keeps its type, for answers are kept under its name.

A question that becomes one of another type is another question, and needs a name of its own: else
the cases that were answered before it can be neither assessed nor replayed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.kader.facts import FactType
from openkader.kader.folders import read_texts, versions_of
from openkader.kader.loading import load_kader
from openkader.kader.model import Kader
from openkader.kader.places import places_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedType:
    """A question that stands in both versions, and takes another sort of answer in the newer one."""

    fact: str
    was: FactType
    becomes: FactType


def changed_types(older: Kader, newer: Kader) -> tuple[ChangedType, ...]:
    """The questions, asked or derived, of which the type changed, in the order of the newer version."""
    return tuple(
        ChangedType(fact=name, was=older.facts[name].type, becomes=fact.type)
        for name, fact in newer.facts.items()
        if name in older.facts and older.facts[name].type is not fact.type
    )


def check_succession(folder: Path, kader: Kader) -> None:
    """Hold a version against the one before it in the same place; `Invalid` with what cannot follow."""
    earlier = [
        path for path in versions_of(folder.parent.parent, folder.parent.name) if path.name < folder.name
    ]
    if earlier:
        older = load_kader(earlier[-1])
        problems = list(_problems(changed_types(older, kader), older, folder))
        if problems:
            raise Invalid(problems)


def _problems(changed: tuple[ChangedType, ...], older: Kader, folder: Path) -> Iterator[Problem]:
    """Each changed type with the place where the newer version states it."""
    places = places_of(read_texts(folder)) if changed else {}
    for one in changed:
        where = places.get(("facts", one.fact)) or places.get(("preconditions", one.fact)) or one.fact
        detail = {"fact": one.fact, "was": one.was, "becomes": one.becomes, "older": older.id}
        yield Problem("kader.changed-type", f"{folder.name}/{where}", detail)
