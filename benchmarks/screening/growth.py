"""A list as it could become: entities made of the name parts of those that are there.

Every made entity takes the form of one entity (how many names, in which scripts, which
dates) and exchanges the last part of each name for that of another of the same sort. The
same numbers give the same list. Parts grow commoner while no new ones come, so that more
names share their parts than in a real list of that size; the curve errs on that side.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from openkader.screening.names.scripts import script_of
from openkader.screening.names.vocabulary import Script

SEED = 42
NAMES = ("name", "alias", "previousName", "weakAlias")
PARTIES = frozenset({"Person", "Organization", "Company", "LegalEntity"})
_TOGETHER = frozenset({Script.HAN, Script.HANGUL, Script.KANA})
Record = dict[str, Any]


def grown(entities: Sequence[Record], size: int) -> Iterator[Record]:
    """The entities, and made ones until there are so many; with fewer wanted, the first ones."""
    yield from islice(entities, size)
    parties = [one for one in entities if one["schema"] in PARTIES and one["properties"].get("name")]
    ends = _ends(parties)
    rng = random.Random(SEED)
    for number in range(size - len(entities)):
        yield _made(rng.choice(parties), ends, rng, number)


def _made(form: Record, ends: dict[tuple[str, Script], list[str]], rng: random.Random, number: int) -> Record:
    properties = dict(form["properties"])
    for kind in NAMES:
        if kind in properties:
            properties[kind] = [_other(name, ends, rng, form["schema"]) for name in properties[kind]]
    identity = {"id": f"made-{number}", "schema": form["schema"], "datasets": ["made"]}
    return {**identity, "caption": properties["name"][0], "properties": properties}


def _other(name: str, ends: dict[tuple[str, Script], list[str]], rng: random.Random, schema: str) -> str:
    """The name with another's last part."""
    script = script_of(name)
    head, space, _ = _parted(name, script)
    known = ends.get((schema, script))
    return f"{head}{space}{rng.choice(known)}" if known else name


def _ends(parties: Iterable[Record]) -> dict[tuple[str, Script], list[str]]:
    found: dict[tuple[str, Script], list[str]] = defaultdict(list)
    for one in parties:
        for kind in NAMES:
            for name in one["properties"].get(kind, ()):
                script = script_of(name)
                found[one["schema"], script].append(_parted(name, script)[2])
    return found


def _parted(name: str, script: Script) -> tuple[str, str, str]:
    """A name in a beginning, what stands between, and its last part; Han and Hangul are cut in half."""
    words = name.split()
    if len(words) > 1:
        return " ".join(words[:-1]), " ", words[-1]
    middle = max(len(name) // 2, 1) if script in _TOGETHER else 0
    return name[:middle], "", name[middle:]
