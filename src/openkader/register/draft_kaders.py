"""What the texts of a draft make, and what is found in it: worked out once for each text that it had.

Reading, proving and comparing take a moment each, and the same draft is looked at many times. All three rest on
nothing but the texts. The digest of a kader leaves out what lies beside the rules, such as sources and policies,
which are compared too; so it finds what was done before, and the kader itself says whether it is the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from openkader.base.errors import Invalid, Problem
from openkader.kader import Finding, Kader, load_texts
from openkader.kader.soundness.difference import Difference, difference
from openkader.kader.soundness.proving import prove
from openkader.register.chain import fingerprint

_KEPT = 8  # a process keeps the last few; a difference has some megabytes

ReadDraft = tuple[Kader | None, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class _Texts:
    """Texts that are the same as others of that digest and name."""

    digest: str
    name: str
    texts: Mapping[str, str] = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Known:
    """A kader, found by its digest and name."""

    digest: str
    name: str
    kader: Kader = field(hash=False)


def read_draft(texts: Mapping[str, str], name: str) -> ReadDraft:
    """The kader that these texts make, or what keeps them from making one."""
    return _read(_Texts(fingerprint(dict(texts)), name, texts))


def findings_of(kader: Kader) -> tuple[Finding, ...]:
    """All that is proved of it."""
    return _proved(_known(kader))


def difference_of(older: Kader, newer: Kader) -> Difference:
    """All that differs between the two."""
    return _compared(_known(older), _known(newer))


def _known(kader: Kader) -> _Known:
    return _Known(kader.digest, kader.id, kader)


@lru_cache(maxsize=_KEPT)
def _read(asked: _Texts) -> ReadDraft:
    try:
        return load_texts(asked.texts, asked.name), ()
    except Invalid as error:
        return None, error.problems


@lru_cache(maxsize=_KEPT)
def _proved(asked: _Known) -> tuple[Finding, ...]:
    return tuple(prove(asked.kader))


@lru_cache(maxsize=_KEPT)
def _compared(older: _Known, newer: _Known) -> Difference:
    return difference(older.kader, newer.kader)
