"""The partner of an organisation from its folder, read strictly."""

from collections.abc import Collection
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Anything, Reader
from openkader.casework.investment.partner import Partner
from openkader.kader import Kader
from openkader.kader.reading import read_passages

FILE = "investments.yaml"
_KEYS = ("title", "introduction", "desk", "measure", "grounds", "cites")


def load_partner(folder: Path, kader: Kader | None = None) -> Partner:
    """The partner, or `Invalid` with everything that is wrong; `kader` is the one beside which it is checked."""
    reader = Reader()
    document = reader.mapping(read_file(folder / FILE, FILE, reader.problems), ("investments",))
    fields = reader.mapping(document.entry("investments") or Entry({}, document.where), _KEYS)
    found = Partner(
        title=fields.text("title"),
        introduction=fields.text("introduction"),
        desk=fields.words("desk"),
        measure=fields.words("measure"),
        grounds=fields.words("grounds"),
        cites=read_passages(fields, kader.sources if kader else Anything()),
    )
    for key, word, known in _pointers(found, kader):
        if word and word not in known:
            reader.report("investment.unknown-word", fields.place(key), key=key, word=word[:60])
    reader.finish()
    return found


def _pointers(found: Partner, kader: Kader | None) -> list[tuple[str, str, Collection[str]]]:
    """What the file names and the kader has to know."""
    if kader is None:
        return []
    desks = kader.lists.get("desks")
    return [
        ("desk", found.desk, [one.code for one in desks.items] if desks else []),
        ("measure", found.measure, [one.id for one in kader.measures]),
        ("grounds", found.grounds, list(kader.lists)),
    ]
