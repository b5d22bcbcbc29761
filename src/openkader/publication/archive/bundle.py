"""All that goes into the folder of a dossier, each with its digest; a document is read only when it is written."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TypeAlias

from openkader.casework.documents.names import clean_name
from openkader.casework.vocabulary import Confidentiality
from openkader.kader import Kader
from openkader.publication.archive.codes import CodeWords
from openkader.publication.archive.metadata import Describer
from openkader.publication.archive.page import page_of
from openkader.publication.archive.paper import paper_of
from openkader.publication.archive.shown import Section, documents, events, left_behind, opening, records
from openkader.publication.archive.verifying import EVENTS, MANIFEST
from openkader.publication.archive.weighed import assessments
from openkader.register import audit
from openkader.register.archiving.dossier import ArchivedDossier
from openkader.register.archiving.files import ShelvedFile

FORM = "openkader-archive-1"
_MOST = 200  # bytes of a name
_READ_ME = """{title}

Deze map is een dossier uit Open Kader. Open index.html in een browser, of lees dossier.pdf.

  documenten/   de stukken zoals zij binnenkwamen
  data/         alles wat de pagina toont, als gegevens (JSON)
  kader/        de versies van het kader waaraan is getoetst
  *.mdto.xml    metagegevens volgens MDTO
  {manifest}   de sha256 van elk bestand

Controleren kan met: sha256sum -c {manifest}
of met: openkader archive verify MAP
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made for the folder."""

    path: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The digest of its content."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that lies on the shelf and is taken along as it came."""

    path: str
    sha256: str
    name: str


Part: TypeAlias = Made | Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A dossier as it goes: its parts, and the manifest over all of them."""

    reference: str
    level: Confidentiality
    parts: tuple[Part, ...]
    manifest: Made
    lost: int  # documents that the register names, and that the shelf has no more


def bundle_of(found: ArchivedDossier, kader: Kader, at: datetime) -> Bundle:
    """The parts; the same dossier gives the same parts, except for the moment in them."""
    describer = Describer(found=found, organisation=kader.organisation.nl, at=at)
    placed = list(_placed(found))
    made = list(_made(found, kader, at, placed))
    parts: list[Part] = [*made, *(Kept(path, one.digest, one.name) for path, one in placed)]
    parts += _described(describer, made, placed)
    parts.sort(key=lambda one: one.path)
    lines = "".join(f"{one.sha256}  {one.path}\n" for one in parts)
    manifest = Made(MANIFEST, lines.encode())
    return Bundle(
        reference=found.reference,
        level=found.level,
        parts=tuple(parts),
        manifest=manifest,
        lost=len(found.lost),
    )


def _placed(found: ArchivedDossier) -> Iterator[tuple[str, ShelvedFile]]:
    for number, one in enumerate(found.files, 1):
        yield f"documenten/{number:03d}/{_safe(one.name)}", one


def _safe(name: str) -> str:
    """A name that every file system takes, with room for that of the metadata beside it; its ending stays."""
    stem, point, ending = clean_name(name).rpartition(".")
    room = _MOST - len(f"{point}{ending}".encode())
    return f"{stem.encode()[:room].decode(errors='ignore')}{point}{ending}"


def _made(
    found: ArchivedDossier, kader: Kader, at: datetime, placed: list[tuple[str, ShelvedFile]]
) -> Iterator[Made]:
    organisation, moment = kader.organisation.nl, at.isoformat(timespec="seconds")
    about = f"{organisation} · dossier {found.reference} · uit Open Kader op {moment}"
    sections = _sections(found, kader, placed)
    paper = paper_of(organisation, found.title.nl, about, sections, at.date())
    yield Made("dossier.pdf", paper)
    yield Made("index.html", page_of(found.title.nl, about, sections))
    yield Made("LEESMIJ.txt", _READ_ME.format(title=found.title.nl, manifest=MANIFEST).encode())
    yield Made("data/dossier.json", _json(_data(found, organisation, moment)))
    yield Made(EVENTS, _json([audit.plain(asdict(one)) for one in found.events]))
    for one in found.kaders:
        for name, text in sorted(one.texts.items()):
            yield Made(f"kader/{one.name}/{name}", text.encode())


def _sections(found: ArchivedDossier, kader: Kader, placed: list[tuple[str, ShelvedFile]]) -> list[Section]:
    return [
        opening(found, kader.organisation.nl),
        left_behind(found),
        documents(placed),
        *assessments(found),
        *records(found.held.tables, CodeWords(kader)),
        events(found.events),
    ]


def _data(found: ArchivedDossier, organisation: str, moment: str) -> dict[str, object]:
    """Everything that the page shows, as data."""
    return {
        "form": FORM,
        "reference": found.reference,
        "title": {"nl": found.title.nl, "en": found.title.en},
        "organisation": organisation,
        "exported_at": moment,
        "year": found.year,
        "state": found.state,
        "confidentiality": found.level,
        "made_up": found.is_made_up,
        "closed_on": found.closed_on.isoformat() if found.closed_on else None,
        "tables": {table.name: list(table.rows) for table in found.held.tables},
        "left_behind": [asdict(one) for one in found.held.left],
        "lost": [asdict(one) for one in found.lost],
        "files": [asdict(one) for one in found.files],
        "kaders": [
            {"name": one.name, "digest": one.digest, "is_here": bool(one.texts)} for one in found.kaders
        ],
        "assessments": [
            {
                "reference": one.reference,
                "kader": one.kader,
                "outcome": one.outcome,
                "rules": {row.id: one.again.truth(row.when) for row in one.again.kader.proposal}
                if one.again
                else None,
            }
            for one in found.assessments
        ],
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _described(
    describer: Describer, made: list[Made], placed: list[tuple[str, ShelvedFile]]
) -> Iterator[Made]:
    names = []
    for path, one in placed:
        folder = path.rpartition("/")[0]
        about = describer.named(one.name, f"{describer.found.reference}/{folder}")
        names.append(about)
        yield Made(f"{folder}/archiefstuk.mdto.xml", describer.document_xml(about, one, path))
        told = describer.file_xml(path, one.size, one.media_type, one.digest, about)
        yield Made(f"{path}.bestand.mdto.xml", told)
    for file in made:
        told = describer.file_xml(file.path, len(file.content), _media_type(file.path), file.sha256)
        yield Made(f"{file.path}.bestand.mdto.xml", told)
    yield Made("dossier.mdto.xml", describer.dossier_xml([one.path for one in made], names))


_MEDIA_TYPES = {
    "html": "text/html",
    "json": "application/json",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "yaml": "application/yaml",
}


def _media_type(path: str) -> str:
    return _MEDIA_TYPES[path.rpartition(".")[2]]
