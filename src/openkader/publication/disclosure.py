"""What the register holds about a person or party, as data and as a paper to read."""

import json
from collections.abc import Iterator, Mapping

from openkader.base.text import Text
from openkader.publication.disclosure_words import COLUMNS, LEFT_OUT, TABLES
from openkader.publication.letters import Letter, Paragraph, Table
from openkader.register.selectors.disclosing import Disclosed

_LONGEST = 1_000  # of one value on paper; the data has it whole
_WORDS = {
    "subject": Text(nl="Wat het register over u bevat", en="What the register holds about you"),
    "intro": Text(
        nl="Dit overzicht noemt elke regel van het register die bij u hoort of waarin uw naam staat. "
        "Kijk vóór het geven na of er gegevens van anderen in staan.",
        en="This overview names every row of the register that belongs to you or in which your name stands. "
        "Before it is given, see whether it says anything of others.",
    ),
    "nothing": Text(
        nl="Het register bevat niets onder deze naam.", en="The register holds nothing under this name."
    ),
    "trail": Text(
        nl="Het controlespoor bevat verwijzingen en vingerafdrukken, en geen namen van betrokkenen.",
        en="The audit trail holds references and digests, and no names of those concerned.",
    ),
    "field": Text(nl="Gegeven", en="Field"),
    "value": Text(nl="Inhoud", en="Content"),
    "asked": Text(nl="Gevraagd", en="Asked"),
    "parties": Text(nl="Partijen", en="Parties"),
    "rows": Text(nl="Regels", en="Rows"),
}


def disclosure_json(found: Disclosed, reference: str) -> bytes:
    """All of it as data."""
    told = {
        "reference": reference,
        "asked": found.name,
        "parties": list(found.parties),
        "tables": {name: list(rows) for name, rows in found.tables.items()},
    }
    return json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"


def disclosure_letter(found: Disclosed, reference: str, organisation: str, language: str) -> Letter:
    """The same as a paper."""

    def say(name: str) -> str:
        return _WORDS[name].in_(language)

    about = [("", reference), (say("rows"), str(found.rows))]
    about += [(say("asked"), found.name)] if found.name else []
    about += [(say("parties"), ", ".join(found.parties))] if found.parties else []
    paragraphs = [Paragraph(text=say("intro" if found.rows else "nothing"))]
    for name, rows in sorted(found.tables.items()):
        title = TABLES[name].in_(language) if name in TABLES else name
        paragraphs.append(Paragraph(text=f"{title} ({len(rows)})", is_heading=True))
        paragraphs += [_row(row, (say("field"), say("value")), language) for row in rows]
    return Letter(
        language=language,
        organisation=organisation,
        subject=say("subject"),
        about=tuple((label or _ours(language), value) for label, value in about),
        paragraphs=(*paragraphs, Paragraph(text=say("trail"))),
    )


def _ours(language: str) -> str:
    return Text(nl="Ons kenmerk", en="Our reference").in_(language)


def _row(row: Mapping[str, object], columns: tuple[str, str], language: str) -> Paragraph:
    return Paragraph(table=Table(columns=columns, rows=tuple(_cells(row, language)), shares=(1, 3)))


def _cells(row: Mapping[str, object], language: str) -> Iterator[tuple[str, ...]]:
    for name, value in row.items():
        if name not in LEFT_OUT:
            said = _said(value)
            label = COLUMNS[name].in_(language) if name in COLUMNS else name.replace("_", " ")
            yield label, said[:_LONGEST] + "…" * (len(said) > _LONGEST)


def _said(value: object) -> str:
    """A value as people read it; what is built of parts stays as the data has it."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)
