"""How an organisation keeps its agreements: how they are numbered, and from when on one asks for attention."""

import re
from dataclasses import dataclass
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Reader

FILE = "agreements.yaml"
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9]{0,9}")
_MOST_MONTHS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewing:
    """The beginning of the reference of an agreement that belongs to no activity, and the months of the alert."""

    prefix: str = "AGR"
    months_ahead: int = 6


def load_renewing(folder: Path) -> Renewing:
    """The file in the folder of an organisation, or `Invalid` with everything that is wrong with it."""
    reader = Reader()
    root = reader.mapping(read_file(folder / FILE, FILE, reader.problems), ("agreements",))
    fields = reader.mapping(root.entry("agreements") or Entry({}, root.where), ("prefix", "months_ahead"))
    prefix, months = fields.words("prefix"), fields.integer("months_ahead") or 0
    if not _PREFIX.fullmatch(prefix):
        reader.report("agreement.bad-prefix", fields.place("prefix"), prefix=prefix[:40])
    if not 0 < months <= _MOST_MONTHS:
        reader.report("agreement.bad-months", fields.place("months_ahead"), most=str(_MOST_MONTHS))
    reader.finish()
    return Renewing(prefix=prefix, months_ahead=months)
