"""What an archived dossier tells, as parts with tables: the page and the paper say the same."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openkader.casework.life_cycle_words import STATES
from openkader.casework.role_words import LEVELS
from openkader.publication.archive.codes import CodeWords
from openkader.publication.archive.column_words import COLUMNS
from openkader.publication.archive.words import TABLES, WHY
from openkader.register.archiving.dossier import ArchivedDossier
from openkader.register.archiving.files import ShelvedFile
from openkader.register.archiving.held import HeldTable, LeftBehind
from openkader.register.chain import Link

PAIR = ("Gegeven", "Inhoud")
_WIDE = (1, 3)
_FILES = ("Bestand", "Hoort bij", "Omvang in bytes", "sha256")
_EVENTS = ("Wanneer", "Wie", "Waaraan", "Gegevens", "Vorig teken", "Teken")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows under the names of their columns; `shares` are how wide each is on paper."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part under its own heading; where it has nothing, its notes say so."""

    anchor: str
    title: str
    notes: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()


def opening(found: ArchivedDossier, organisation: str) -> Section:
    """What the dossier is, how long it is kept, and how confidential it was."""
    pairs = [
        ("Dossier", found.reference),
        ("Organisatie", organisation),
        ("Jaar", str(found.year)),
        ("Stand", STATES[found.state].nl),
        ("Begonnen op", found.opened_on.isoformat()),
        ("Afgesloten op", found.closed_on.isoformat() if found.closed_on else "onbekend"),
        ("Vertrouwelijkheid", LEVELS[found.level].nl),
        ("Bewaartermijn", term_words(found)),
    ]
    notes = ("Dit dossier is verzonnen, om mee te oefenen.",) if found.is_made_up else ()
    return Section(anchor="dossier", title="Het dossier", notes=notes, grids=(_pairs(pairs),))


def term_words(found: ArchivedDossier) -> str:
    """How long the selection list has it kept; unknown is said."""
    rule, due = found.term.rule, found.term.due
    if rule is None or rule.status == "unknown":
        return "onbekend: er is geen termijn met een bron"
    if rule.status == "kept":
        return "blijft altijd bewaard"
    source = found.term.source.title.nl if found.term.source else ""
    until = f", tot {due.on.isoformat()}" if due and due.on else ""
    return f"{rule.years} jaar ({source}, categorie {rule.category}){until}"


def left_behind(found: ArchivedDossier) -> Section:
    """What is not in the export and why, and what the register names and has no more."""
    rows = tuple((_where(one), str(one.number), WHY[one.why]) for one in found.held.left)
    lost = tuple((one.name, one.record, str(one.size), one.digest) for one in found.lost)
    gone = [one for one in found.kaders if not one.texts]
    grids = [
        Grid(columns=("Wat", "Hoeveel", "Waarom"), rows=rows, shares=(3, 1, 4), caption="Niet meegegeven"),
        Grid(columns=_FILES, rows=lost, shares=(3, 2, 1, 4), caption="Stukken die weg of veranderd zijn"),
        Grid(
            columns=("Kader", "Teken"),
            rows=tuple((one.name, one.digest) for one in gone),
            shares=(1, 2),
            caption="Kaders die hier niet meer in dezelfde vorm zijn",
        ),
    ]
    return Section(
        anchor="niet-meegegeven",
        title="Wat niet is meegegeven",
        notes=(
            (
                "Wie een dossier las en wanneer het eerder naar een archief ging, staat in het controlespoor van de "
                "organisatie en niet hier."
            ),
            *(() if rows or lost or gone else ("Verder is alles meegegeven.",)),
        ),
        grids=tuple(one for one in grids if one.rows),
    )


def documents(files: Sequence[tuple[str, ShelvedFile]]) -> Section:
    """The documents as they came, with where they lie in this folder and their digests."""
    rows = tuple(
        (path, f"{TABLES[one.table]}: {one.record}", str(one.size), one.digest) for path, one in files
    )
    return Section(
        anchor="stukken",
        title="Stukken",
        notes=() if rows else ("Bij dit dossier horen geen bestanden.",),
        grids=(Grid(columns=_FILES, rows=rows, shares=(4, 3, 1, 4)),) if rows else (),
    )


def records(tables: Sequence[HeldTable], words: CodeWords) -> Iterator[Section]:
    """Every record of the dossier, table by table."""
    for table in tables:
        grids = tuple(
            _record(table.name, row, str(row.get("reference") or number), words)
            for number, row in enumerate(table.rows, 1)
        )
        yield Section(anchor=table.name.lower(), title=TABLES[table.name], grids=grids)


def events(links: Sequence[Link]) -> Section:
    """The events of the trail with their digests; each can be computed again from what stands here."""
    return Section(
        anchor="controlespoor",
        title="Controlespoor",
        notes=(
            (
                "Elk teken is de sha256 over het vorige teken en de gegevens van de gebeurtenis. Tussen deze "
                "gebeurtenissen staan in het spoor van de organisatie die van andere dossiers."
            ),
        ),
        grids=tuple(map(_event, links)),
    )


def said(value: object) -> str:
    """A value as people read it; what is built of parts stays as the data has it."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if value is None:
        return "onbekend"
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value) or "geen"
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _record(table: str, row: Mapping[str, object], caption: str, words: CodeWords) -> Grid:
    told = [
        (COLUMNS[name], words.said(table, name, value) or said(value))
        for name, value in row.items()
        if value not in (None, "") and (table, name) != ("Answer", "value")
    ]
    if table == "Answer":
        answer = words.answer(str(row["fact"]), row["value"]) or said(row["value"])
        told.append((COLUMNS["value"], answer))
    return Grid(columns=PAIR, rows=tuple(told), shares=_WIDE, caption=caption)


def _pairs(pairs: Sequence[tuple[str, str]]) -> Grid:
    return Grid(columns=PAIR, rows=tuple(pairs), shares=_WIDE)


def _where(one: LeftBehind) -> str:
    return f"{TABLES[one.table]}: {COLUMNS[one.column]}" if one.column else TABLES[one.table]


def _event(one: Link) -> Grid:
    about = f"{one.object_kind} {one.object_reference}"
    at = one.at.isoformat(timespec="microseconds")
    values = (at, one.actor, about, one.detail, one.previous_hash, one.hash)
    rows = tuple(zip(_EVENTS, values, strict=True))
    return Grid(columns=PAIR, rows=rows, shares=_WIDE, caption=f"{one.sequence}. {one.action}")
