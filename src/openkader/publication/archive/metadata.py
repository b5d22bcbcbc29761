"""The metadata of an archived dossier, of each document in it and of each file, by MDTO."""

from dataclasses import dataclass
from datetime import datetime

from openkader.casework.role_words import LEVELS
from openkader.publication.archive.mdto import (
    EVENTS,
    OURS,
    VALUATION,
    Concept,
    FileObject,
    Happening,
    InformationObject,
    Name,
    Term,
    file_xml,
    object_xml,
)
from openkader.publication.archive.shown import term_words
from openkader.register.archiving.dossier import ArchivedDossier
from openkader.register.archiving.files import ShelvedFile

KEPT = Concept(label="Blijvend te bewaren", listing=VALUATION, code="B")
FOR_A_WHILE = Concept(label="Tijdelijk te bewaren", listing=VALUATION, code="V")
UNKNOWN = Concept(label="Onbekend", listing=OURS)
_VALUATIONS = {"kept": KEPT, "sourced": FOR_A_WHILE}
_BEGINS = {"closed": "Afsluiting van het dossier", "last_activity": "Laatste activiteit"}
_RESTRICTED = (
    "Dit is de vertrouwelijkheid tijdens de behandeling. Beperkingen aan de openbaarheid na overbrenging stelt de "
    "zorgdrager bij het besluit daarover."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Describer:
    """Who describes a dossier: the organisation that made it, and the moment of the export."""

    found: ArchivedDossier
    organisation: str
    at: datetime

    @property
    def dossier(self) -> Name:
        """How the dossier is known."""
        return self.named(self.found.title.nl, self.found.reference)

    def named(self, name: str, number: str) -> Name:
        """How something of it is known: its number is ours."""
        return Name(name, number, f"Open Kader, {self.organisation}")

    def of_file(self, path: str) -> Name:
        """How a file in the folder is known."""
        return self.named(path.rpartition("/")[2], f"{self.found.reference}/{path}")

    def dossier_xml(self, files: list[str], documents: list[Name]) -> bytes:
        """The dossier: what it is, how long it is kept, which files show it and which documents are in it."""
        found = self.found
        events = [
            Happening(
                kind=Concept(label="Creatie", listing=EVENTS), at=found.opened_on, actor=found.opened_by
            ),
            *self._closing(),
            Happening(kind=Concept(label="Export", listing=OURS), at=self.at, actor=self.organisation),
        ]
        return object_xml(
            InformationObject(
                about=self.dossier,
                level="Dossier",
                described=[
                    (
                        f"Vertrouwelijkheid tijdens de behandeling: {LEVELS[found.level].nl}. "
                        f"Bewaartermijn: {term_words(found)}."
                    )
                ],
                covers=(found.opened_on, found.closed_on),
                events=events,
                valuation=self.valuation,
                term=self._term(),
                category=self._category(),
                parts=documents,
                files=[self.of_file(path) for path in files],
                maker=self.organisation,
                restriction=self._restriction,
                restricted=_RESTRICTED,
            )
        )

    def document_xml(self, about: Name, file: ShelvedFile, path: str) -> bytes:
        """A document in the dossier, with the file that shows it."""
        entered = Happening(
            kind=Concept(label="Ontvangst of registratie", listing=OURS),
            at=datetime.fromisoformat(file.added_on).date(),
            actor=self.organisation,
        )
        return object_xml(
            InformationObject(
                about=about,
                level="Archiefstuk",
                events=[entered],
                valuation=self.valuation,
                part_of=self.dossier,
                files=[self.of_file(path)],
                maker=self.organisation,
                restriction=self._restriction,
                restricted=_RESTRICTED,
            )
        )

    def file_xml(
        self, path: str, size: int, media_type: str, sha256: str, shows: Name | None = None
    ) -> bytes:
        """A file; where it shows no document of its own, it shows the dossier."""
        return file_xml(
            FileObject(
                about=self.of_file(path),
                size=size,
                media_type=media_type,
                sha256=sha256,
                at=self.at,
                represents=shows or self.dossier,
            )
        )

    @property
    def valuation(self) -> Concept:
        """Whether it is kept for ever; without a sourced term that is unknown, and says so."""
        rule = self.found.term.rule
        return _VALUATIONS.get(str(rule.status), UNKNOWN) if rule else UNKNOWN

    @property
    def _restriction(self) -> Concept:
        return Concept(
            label=f"Vertrouwelijkheid: {LEVELS[self.found.level].nl}",
            listing=OURS,
            code=str(self.found.level),
        )

    def _closing(self) -> list[Happening]:
        closed = self.found.closed_on
        kind = Concept(label="Afsluiting", listing=OURS)
        return [Happening(kind=kind, at=closed, actor=self.organisation)] if closed else []

    def _term(self) -> Term | None:
        rule, due = self.found.term.rule, self.found.term.due
        if rule is None or rule.status != "sourced" or self.found.is_made_up:
            return None
        return Term(
            begins=Concept(label=_BEGINS[rule.begins], listing=OURS),
            starts_on=self.found.closed_on if rule.begins == "closed" else None,
            years=rule.years,
            ends_on=due.on if due else None,
        )

    def _category(self) -> Concept | None:
        rule, source = self.found.term.rule, self.found.term.source
        if rule is None or source is None or not rule.category:
            return None
        return Concept(label=rule.title.nl, listing=source.title.nl, code=rule.category)
