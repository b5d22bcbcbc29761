"""Reading how an organisation keeps its network, strictly: all problems at once, each with its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Anything, Fields, Reader
from openkader.kader.reading import read_passages
from openkader.kader.sources import Passage

FILE = "network.yaml"
_LONGEST = 120  # months


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPlan:
    """On which action line the network stands, which measures it shows, and after how long a member sleeps.

    `purpose` is that of its talks, `match` the measure that an initiative shows.
    """

    line: str
    measure: str
    match: str
    purpose: str
    dormant_months: int
    cites: tuple[Passage, ...] = ()


def load_network(
    folder: Path, *, sources: Mapping[str, object] | None = None, measures: Mapping[str, object] | None = None
) -> NetworkPlan:
    """The file in an organisation's folder, or `Invalid` with everything that is wrong with it.

    `sources` and `measures` are those of its kaders, where the file is checked beside them.
    """
    reader = Reader()
    parts = reader.mapping(read_file(folder / FILE, FILE, reader.problems), ("network", "initiatives"))
    names = ("line", "measure", "purpose", "dormant_months", "cites")
    fields = reader.mapping(parts.entry("network") or Entry({}, parts.where), names)
    chain = reader.mapping(parts.entry("initiatives") or Entry({}, parts.where), ("measure",))
    known = Anything() if measures is None else measures
    found = NetworkPlan(
        line=fields.words("line"),
        measure=_measure(fields, known),
        match=_measure(chain, known),
        purpose=fields.words("purpose"),
        dormant_months=_months(fields),
        cites=read_passages(fields, Anything() if sources is None else sources),
    )
    if found.measure and found.line and not found.measure.startswith(f"{found.line}."):
        reader.report("network.other-line", fields.place("measure"), measure=found.measure, line=found.line)
    reader.finish()
    return found


def _measure(fields: Fields, known: Mapping[str, object]) -> str:
    name = fields.words("measure")
    if name and name not in known:
        fields.reader.report("network.measure", fields.place("measure"), measure=name[:80])
    return name


def _months(fields: Fields) -> int:
    months = fields.integer("dormant_months") or 0
    if not 0 < months <= _LONGEST:
        fields.reader.report("network.months", fields.place("dormant_months"), most=str(_LONGEST))
    return months
