"""Lines to take and lists of another organisation as a file of the library of one's own next version.

What has a name here already is not overwritten: it comes in under a name of its own, so that both stand in the draft
and somebody chooses. What cannot be read here, as it asks a question that is not asked here, is not taken over.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from openkader.base.document import read_text
from openkader.base.errors import Problem
from openkader.base.flowing import Plain, same
from openkader.base.reading import Reader
from openkader.kader import Kader
from openkader.kader.reading import Vocabulary
from openkader.kader.rules import CaseReader
from openkader.publication.exchange.entries import Line, ListIn, written


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """What stands here: the version that is followed, with its lines, its lists and its sources as they are written."""

    kader: Kader
    lines: Mapping[str, Line]
    lists: Mapping[str, ListIn]

    @property
    def sources(self) -> dict[str, dict[str, Plain]]:
        """The sources that our lines name, as they stand here."""
        return {name: said for line in self.lines.values() for name, said in line.written.items()}


def why_not(line: Line, kader: Kader) -> tuple[Problem, ...]:
    """What keeps a line from being read here, such as a question or a topic that this kader has not."""
    reader = Reader()
    text = written({"messages": [line.said]})
    entry = read_text(text, "messages").value["messages"].value[0]  # type: ignore[index]  # as was written just now
    sources = {**kader.sources, **line.sources}
    CaseReader(reader, Vocabulary(kader.facts, kader.lists), sources).message(entry)
    return tuple(reader.problems)


def library_of(lines: Collection[Line], lists: Collection[ListIn], ours: Ours, organisation: str) -> str:
    """The text of the file: what was chosen, each under a name that is free here."""
    mark = organisation.replace("-", "_")
    known = {name: said for line in lines for name, said in line.written.items()}
    sources = {name: _source_name(name, said, ours, mark) for name, said in known.items()}
    names = {line.id: _free(line.id, ours.lines, mark) for line in lines}
    return written(
        {
            "sources": [
                {**_alone(said), "id": sources[name]}
                for name, said in known.items()
                if sources[name] not in ours.kader.sources
            ],
            "messages": [{**_renamed(line.said, sources), "id": names[line.id]} for line in lines],
            "policies": [
                {**_renamed(line.policy, sources), "message": names[line.id]}
                for line in lines
                if line.policy is not None
            ],
            "register_lists": [
                {**_alone(one.said), "id": _free(one.id, ours.kader.lists, mark)} for one in lists
            ],
        }
    )


def _free(name: str, taken: Collection[str], mark: str) -> str:
    """The name itself, or with that of its organisation before it, and a number where that is taken too."""
    found, number = name, 1
    while found in taken:
        found = f"{mark}_{name}" if number == 1 else f"{mark}_{name}_{number}"
        number += 1
    return found


def _source_name(name: str, said: dict[str, Plain], ours: Ours, mark: str) -> str:
    """A source that is the same here is that one; another of the same name gets a name of its own."""
    if name not in ours.kader.sources or same(ours.sources.get(name), said):
        return name
    return _free(name, ours.kader.sources, mark)


def _renamed(said: dict[str, Plain], sources: Mapping[str, str]) -> dict[str, Plain]:
    """An entry in which the sources have the names that they have here."""
    found = dict(said)
    cites = found.get("cites")
    if isinstance(cites, list):
        found["cites"] = [_with_source(one, sources) for one in cites]
    if "rests_on" in found:
        found["rests_on"] = _with_source(found["rests_on"], sources)
    return found


def _with_source(said: Plain, sources: Mapping[str, str]) -> Plain:
    if not isinstance(said, dict):
        return said
    return {**said, "source": sources.get(str(said.get("source")), str(said.get("source")))}


def _alone(said: dict[str, Plain]) -> dict[str, Plain]:
    """An entry that leans on none of ours: what it follows or stands in for here, a person says."""
    return {key: one for key, one in said.items() if key not in ("stands_in_for", "supersedes")}
