"""What changed between two versions of a delegation list: only that is screened again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from openkader.casework.delegation.sheet import Delegate


@dataclass(frozen=True, slots=True)
class Change:
    """One delegate of whom the new version says something else."""

    former: Delegate
    present: Delegate


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The difference between two versions; `unchanged` are the delegates of the new one."""

    added: tuple[Delegate, ...]
    removed: tuple[Delegate, ...]
    unchanged: tuple[Delegate, ...]
    changed: tuple[Change, ...]

    @property
    def to_screen(self) -> tuple[Delegate, ...]:
        """Whom no former screening covers."""
        return (*self.added, *(change.present for change in self.changed))


def compare_versions(former: Iterable[Delegate], present: Iterable[Delegate]) -> Versions:
    """The difference between two versions, each delegate in exactly one part of it.

    Two delegates are one person with a change when they share a name that nobody else
    in either version has; what is less certain is one who went and one who came.
    """
    before, after = tuple(former), tuple(present)
    known = Counter(delegate.fingerprint for delegate in before)
    unchanged = tuple(one for one in after if _taken(one.fingerprint, known))
    gone = _without(before, unchanged)
    new = _without(after, unchanged)
    changed = _changes(gone, new, _names_of_one(before) & _names_of_one(after))
    return Versions(
        added=_without(new, [change.present for change in changed]),
        removed=_without(gone, [change.former for change in changed]),
        unchanged=unchanged,
        changed=changed,
    )


def _taken(fingerprint: str, left: Counter[str]) -> bool:
    """Whether one of this kind was left; it is not, afterwards."""
    left[fingerprint] -= 1
    return left[fingerprint] >= 0


def _without(delegates: Iterable[Delegate], others: Iterable[Delegate]) -> tuple[Delegate, ...]:
    """Those that remain when each of the others takes away one that is equal to it for screening."""
    left = Counter(one.fingerprint for one in others)
    return tuple(one for one in delegates if not _taken(one.fingerprint, left))


def _names_of_one(delegates: Iterable[Delegate]) -> frozenset[str]:
    """The names that one delegate of a version has alone."""
    found = Counter(name for delegate in delegates for name in _folded(delegate))
    return frozenset(name for name, number in found.items() if number == 1)


def _changes(
    gone: Iterable[Delegate], new: Iterable[Delegate], certain: frozenset[str]
) -> tuple[Change, ...]:
    owners = {name: delegate for delegate in gone for name in _folded(delegate) & certain}
    found: dict[int, Change] = {}
    for present in new:
        former = {id(owners[name]): owners[name] for name in _folded(present) & owners.keys()}
        if len(former) == 1:
            identity, delegate = former.popitem()
            found.setdefault(identity, Change(delegate, present))
    return tuple(found.values())


def _folded(delegate: Delegate) -> frozenset[str]:
    return frozenset(name.casefold() for name in delegate.names)
