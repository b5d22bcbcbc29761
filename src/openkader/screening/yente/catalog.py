"""Which lists a yente server compares with, by its catalog: their versions, dates and sizes.

A collection such as `sanctions` is no list; the lists are what it holds in the end. A
list is searched as part of an index, its own or that of a collection around it. One
that no index holds is not searched, and a search without it would look clear.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from openkader.base.errors import Unavailable
from openkader.screening.evidence import ListUsed
from openkader.screening.yente.exchange import mapping, sequence, unreadable

_SHOWN = 5
# No longer than a register keeps them.
_NAME = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_VERSION = re.compile(r"[\x20-\x7e]{1,120}")
# A version of OpenSanctions begins with its moment: 20261123064802-abc.
_MOMENT = re.compile(r"(\d{14}|\d{8})(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dataset:
    """One dataset of the catalog; `indexed` is the version that is searched, if any."""

    name: str
    children: tuple[str, ...]
    indexed: str
    is_current: bool
    exported: str
    size: int


def read_lists(catalog: Mapping[str, Any], dataset: str, server: str) -> tuple[ListUsed, ...]:
    """Every list behind a dataset, by name; `Unavailable` when one of them is not searched."""
    entries = sequence(catalog.get("datasets"), server, "datasets")
    known = {one.name: one for one in (_dataset(entry, server) for entry in entries)}
    if dataset not in known:
        raise Unavailable("screening.server-unknown", {"server": server, "place": dataset})
    indexes = [(one, frozenset(_within(one.name, known))) for one in known.values() if one.indexed]
    found, unsearched = [], []
    for name in sorted(_lists(dataset, known)):
        index = _index(name, indexes)
        if index is None:
            unsearched.append(name)
        else:
            found.append(_used(name, known.get(name, index), index))
    if unsearched:
        names = ", ".join(unsearched[:_SHOWN]) + (" …" if len(unsearched) > _SHOWN else "")
        raise Unavailable("screening.list-not-indexed", {"server": server, "lists": names})
    return tuple(found)


def _dataset(entry: object, server: str) -> _Dataset:
    data = mapping(entry, server, "datasets[]")
    children = sequence(data.get("children") or [], server, "children")
    version, indexed = data.get("version"), data.get("index_version")
    return _Dataset(
        name=_name(data.get("name"), server),
        children=tuple(_name(child, server) for child in children),
        indexed=indexed if isinstance(indexed, str) and _VERSION.fullmatch(indexed) else "",
        is_current=data.get("index_current") is True or (indexed is not None and indexed == version),
        exported=_text(data, "last_export") or _text(data, "updated_at"),
        size=_number(data, "thing_count") or _number(data, "entity_count"),
    )


def _name(value: object, server: str) -> str:
    """The name of a dataset; it ends up in sentences, so it has to be one."""
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise unreadable(server, "name")
    return value


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""


def _number(data: Mapping[str, Any], name: str) -> int:
    value = data.get(name)
    return max(0, value) if isinstance(value, int) else 0


def _within(name: str, known: Mapping[str, _Dataset]) -> Iterator[str]:
    """A dataset and all that it holds, each once; collections that hold each other do no harm."""
    seen, waiting = {name}, [name]
    while waiting:
        present = waiting.pop()
        yield present
        children = known[present].children if present in known else ()
        waiting += [child for child in children if child not in seen]
        seen.update(children)


def _lists(dataset: str, known: Mapping[str, _Dataset]) -> Iterator[str]:
    """What is in a dataset and holds nothing else."""
    return (name for name in _within(dataset, known) if name not in known or not known[name].children)


def _index(name: str, indexes: list[tuple[_Dataset, frozenset[str]]]) -> _Dataset | None:
    """The index in which a list is searched: its own, or one of a collection that holds it."""
    holding = [one for one, held in indexes if name in held]
    return min(holding, key=lambda one: (one.name != name, one.name), default=None)


def _used(name: str, listed: _Dataset, index: _Dataset) -> ListUsed:
    """The list as it is in the index; the catalog tells its size only when the index is up to date."""
    return ListUsed(
        id=name,
        snapshot=index.indexed,
        read_at=_moment(index.indexed) or (listed.exported or index.exported if index.is_current else ""),
        entities=listed.size if index.is_current else 0,
    )


def _moment(version: str) -> str:
    found = _MOMENT.match(version)
    if not found:
        return ""
    form = "%Y%m%d%H%M%S" if len(found[1]) == 14 else "%Y%m%d"
    try:
        return datetime.strptime(found[1], form).replace(tzinfo=UTC).isoformat()
    except ValueError:
        return ""
