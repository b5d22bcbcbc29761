"""The certificate that records were destroyed: what, on which ground, agreed to by whom, and what stayed."""

from collections.abc import Sequence
from dataclasses import dataclass

from openkader.base.text import Text
from openkader.publication.letters import Letter, Paragraph, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What it says, each already in its language."""

    organisation: str
    reference: str
    about: Sequence[tuple[str, str]]
    destroyed: Sequence[tuple[str, ...]]  # dossier, what, year, why, when
    taken_off: Sequence[tuple[str, ...]]  # dossier, what, why
    rows: int
    parties: int
    documents: int
    seal: str
    made_up: str | None = None


_WORDS = {
    "subject": Text(nl="Verklaring van vernietiging {0}", en="Certificate of destruction {0}"),
    "intro": Text(
        nl="De gegevens hieronder zijn vernietigd. Zij zijn niet meer in het register en kunnen niet worden hersteld.",
        en="The records below were destroyed. They are no longer in the register and cannot be restored.",
    ),
    "destroyed": Text(nl="Vernietigd", en="Destroyed"),
    "dossier": Text(nl="Dossier", en="Dossier"),
    "what": Text(nl="Wat", en="What"),
    "year": Text(nl="Jaar", en="Year"),
    "why": Text(nl="Waarom", en="Why"),
    "when": Text(nl="Vernietigd op", en="Destroyed on"),
    "taken_off": Text(nl="Van de lijst gehaald, en bewaard", en="Taken off the list, and kept"),
    "stays": Text(nl="Wat blijft", en="What stays"),
    "counted": Text(
        nl="Van elk dossier blijven verwijzing, soort, jaar en wat de jaarcijfers tellen. "
        "De cijfers van alle jaren en de vastgestelde evaluaties zijn gelijk gebleven.",
        en="Of each dossier its reference, kind and year stay, and what the yearly figures count. "
        "The figures of all years and the adopted evaluations stayed the same.",
    ),
    "amount": Text(
        nl="Weg zijn {0} regels van het register, de namen van {1} partijen en {2} documenten.",
        en="Gone are {0} rows of the register, the names of {1} parties and {2} documents.",
    ),
    "backups": Text(
        nl="Kopieën die eerder zijn gemaakt, zoals back-ups, vallen hier niet onder. Ook die lopen af.",
        en="Copies that were made before, such as backups, are not covered. Those run out as well.",
    ),
    "seal": Text(
        nl="De laatste vernietiging staat in het controlespoor als regel {0}.",
        en="The last destruction stands in the audit trail as line {0}.",
    ),
}


def certificate_letter(found: Certificate, language: str) -> Letter:
    """The certificate as a paper."""

    def say(name: str, *more: object) -> str:
        return _WORDS[name].in_(language).format(*more)

    paragraphs = [
        Paragraph(text=say("intro")),
        Paragraph(text=say("destroyed"), is_heading=True),
        Paragraph(
            table=_table([say(x) for x in ("dossier", "what", "year", "why", "when")], found.destroyed)
        ),
    ]
    if found.taken_off:
        columns = [say(name) for name in ("dossier", "what", "why")]
        paragraphs += [
            Paragraph(text=say("taken_off"), is_heading=True),
            Paragraph(table=_table(columns, found.taken_off)),
        ]
    paragraphs += [
        Paragraph(text=say("stays"), is_heading=True),
        Paragraph(text=say("counted")),
        Paragraph(text=say("amount", found.rows, found.parties, found.documents)),
        Paragraph(text=say("backups")),
        Paragraph(text=say("seal", found.seal)),
    ]
    return Letter(
        language=language,
        organisation=found.organisation,
        subject=say("subject", found.reference),
        made_up=found.made_up,
        about=tuple(found.about),
        paragraphs=tuple(paragraphs),
    )


def _table(columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Table:
    shares = (3, 3, 1, 5, 2) if len(columns) > len(("dossier", "what", "why")) else (3, 3, 6)
    return Table(columns=tuple(columns), rows=tuple(rows), shares=shares)
