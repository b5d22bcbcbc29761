"""What a row of a spreadsheet becomes in the register: a dossier that says so openly, with what it says and no more."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings

from openkader.base.text import Text
from openkader.casework.agreements import Stated, Term, TermKind
from openkader.casework.delegation.cleaning import folded
from openkader.casework.spreadsheet.rows import Standard, TakenRow
from openkader.casework.vocabulary import ActivityStanding, AgreementStatus, Level, PartyKind, Role
from openkader.kader import Kader
from openkader.register.agreements import FORMS
from openkader.register.entries import (
    ActivityEntry,
    AgreementEntry,
    DecisionEntry,
    ParticipationEntry,
    PartyEntry,
    RequestEntry,
)
from openkader.register.front_doors import front_door, is_open, newest_kader

_TAKEN = Text(
    nl="Overgenomen uit de spreadsheet {file}, blad {sheet}, rij {row}.",
    en="Taken over from the spreadsheet {file}, sheet {sheet}, row {row}.",
)
_DECIDED = Text(
    nl="De uitkomst staat zo in de spreadsheet {file}, blad {sheet}, rij {row}. Zij is hier niet getoetst.",
    en="The outcome stands so in the spreadsheet {file}, sheet {sheet}, row {row}. It was not assessed here.",
)
_SAID_OF_ALL = Text(
    nl="De rij noemt geen uitkomst. Wie de spreadsheet {file} overnam, zei van alle rijen dat zij zijn uitgevoerd.",
    en="The row names no outcome. Whoever took the spreadsheet {file} over said of all rows that they took place.",
)
_UNNAMED = Text(
    nl="organisaties zonder naam in de spreadsheet", en="organisations without a name in the spreadsheet"
)


def standard_here(day_zero: date, today: date) -> Standard:
    """What the rows are judged by in this house; without a front door no country has a relation."""
    kader, door = newest_kader(today), front_door() if is_open() else None
    return Standard(
        today=today,
        day_zero=day_zero,
        relations=_codes(kader, "programmes") if kader else {},
        forms=_codes(kader, FORMS) if kader else {},
        by_country=door.programmes if door else {},
        elsewhere=door.other_programme if door else None,
    )


def organisation_here() -> str:
    """Whose register it becomes; empty where no front door says so."""
    return front_door().organisation if is_open() else str(settings.OPENKADER_ORGANISATION)


def _codes(kader: Kader, name: str) -> dict[str, str]:
    """The codes of a list by what a sheet may call them."""
    found = kader.lists.get(name)
    items = found.items if found else ()
    return {folded(word): one.code for one in items for word in (one.code, one.text.nl, one.text.en)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Where the rows stand: the reference of the import, its file and its sheet."""

    reference: str
    file: str
    sheet: str

    def says(self, text: Text, row: TakenRow) -> Text:
        """A sentence about a row."""
        place = {"file": self.file, "sheet": self.sheet or "1", "row": row.row}
        return Text(nl=text.nl.format(**place), en=text.en.format(**place))

    def dossier(self, row: TakenRow) -> str:
        """The reference of the dossier of a row."""
        return f"{self.reference}-R{row.row}"


@dataclass(slots=True)
class Names:
    """The organisations that are named: of one name in one register they are one."""

    known: dict[str, str]  # the reference of each, by its folded name
    new: list[tuple[PartyEntry, str]] = field(default_factory=list)  # with the dossier that names it first

    def of(self, name: str, dossier: str) -> str:
        """The reference of an organisation; a new one belongs to the dossier that names it first."""
        found = self.known.get(folded(name))
        if found is None:
            found = self.known[folded(name)] = f"{dossier}-PA{len(self.new) + 1}"
            self.new.append((PartyEntry(reference=found, kind=PartyKind.ORGANISATION, name=name), dossier))
        return found

    def take_new(self) -> list[tuple[PartyEntry, str]]:
        """Those that have to be entered; after that there are none."""
        found, self.new = self.new, []
        return found


def request_of(row: TakenRow, written: Written, names: Names) -> RequestEntry:
    """The request of a row; who was to take part stands with it until something took place."""
    dossier = written.dossier(row)
    places = [(Role.REQUESTER, row.parties.requesters)] + ([] if row.is_held else _taking_part(row))
    return RequestEntry(
        reference=dossier,
        year=row.year,
        title=title_of(row),
        received=row.received,
        kind=row.kind,
        country=row.country,
        programme=row.programme,
        participations=_participations(places, dossier, dossier, names)
        + (() if row.is_held else _unnamed(row, dossier)),
        passage=row.words,
        remark=written.says(_TAKEN, row),
    )


def decision_of(row: TakenRow, written: Written) -> DecisionEntry | None:
    """What was decided elsewhere, in the words of the sheet; None where it does not say."""
    if row.decision is None:
        return None
    dossier = written.dossier(row)
    return DecisionEntry(
        reference=f"{dossier}-BS1",
        year=row.year,
        level=Level.REQUEST,
        request=dossier,
        outcome=row.decision,
        motivation=row.reason,
        passage=row.outcome_words or row.words,
        remark=written.says(_DECIDED if row.outcome_words else _SAID_OF_ALL, row),
    )


def activity_of(row: TakenRow, written: Written, names: Names) -> ActivityEntry | None:
    """What took place; None where the sheet does not say that anything did."""
    if not row.is_held or row.held_year is None:
        return None
    dossier = written.dossier(row)
    reference = f"{dossier}-X1"
    return ActivityEntry(
        reference=reference,
        year=row.held_year,
        title=title_of(row),
        standing=ActivityStanding.HELD,
        request=dossier,
        kind=row.kind,
        period=row.held,
        country=row.country,
        programme=row.programme,
        aim=Text(nl=row.aim, en=row.aim) if row.aim else None,
        place=row.place,
        office_holder=row.office_holder,
        participations=_participations(_taking_part(row), reference, dossier, names)
        + _unnamed(row, reference),
        agreements=_agreements(row, reference, written),
        passage=row.words,
        remark=written.says(_TAKEN, row),
    )


def _agreements(row: TakenRow, activity: str, written: Written) -> tuple[AgreementEntry, ...]:
    """What was signed, as far as the row says; whom it binds and what stands in it is unknown."""
    if row.signed is None:
        return ()
    until = row.signed.until
    stated = Stated(
        form=row.signed.form,
        status=AgreementStatus.SIGNED,
        title=title_of(row),
        country=row.country,
        on=row.signed.on,
        term=Term(kind=TermKind.UNTIL, until=until) if until else Term(),
    )
    return (
        AgreementEntry(
            reference=f"{activity}-A1", stated=stated, passage=row.words, remark=written.says(_TAKEN, row)
        ),
    )


def title_of(row: TakenRow) -> Text:
    """The subject as the sheet has it, with the number under which people know the case."""
    title = row.title if row.number is None or row.number in row.title else f"{row.title} ({row.number})"
    return Text(nl=title, en=title)


def _taking_part(row: TakenRow) -> list[tuple[Role, Sequence[str]]]:
    return [(Role.COUNTERPART, row.parties.counterparts), (Role.OWN_PARTY, row.parties.own)]


def _participations(
    places: Sequence[tuple[Role, Sequence[str]]], owner: str, dossier: str, names: Names
) -> tuple[ParticipationEntry, ...]:
    found = [(role, names.of(name, dossier)) for role, listed in places for name in listed]
    return tuple(
        ParticipationEntry(reference=f"{owner}-P{place}", role=role, party=party)
        for place, (role, party) in enumerate(dict.fromkeys(found), 1)
    )


def _unnamed(row: TakenRow, owner: str) -> tuple[ParticipationEntry, ...]:
    """Those of our own of whom only the number is known."""
    left = (row.parties.own_number or 0) - len(row.parties.own)
    if left < 1:
        return ()
    return (
        ParticipationEntry(reference=f"{owner}-P0", role=Role.OWN_PARTY, number=left, description=_UNNAMED),
    )
