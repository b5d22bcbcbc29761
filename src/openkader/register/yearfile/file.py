"""A whole year file: its source, its records, and the place of each."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from openkader.base.document import Entry, read_file
from openkader.base.reading import Fields, Reader
from openkader.register.context_entries import ContextEntry
from openkader.register.entries import (
    ActivityEntry,
    AgreementEntry,
    ClaimEntry,
    DecisionEntry,
    FindingEntry,
    PartyEntry,
    RecommendationEntry,
    RequestEntry,
    SourceEntry,
    TalkEntry,
)
from openkader.register.initiative_entries import InitiativeEntry
from openkader.register.investment_entries import ReportedStatementEntry
from openkader.register.network_entries import MemberEntry, StatedContribution
from openkader.register.yearfile import sections
from openkader.register.yearfile.activities import activity
from openkader.register.yearfile.agreements import agreement
from openkader.register.yearfile.context import context_figure
from openkader.register.yearfile.network import initiative, member
from openkader.register.yearfile.texts import check_texts
from openkader.register.yearfile.words import Places, Words

R = TypeVar("R")
SECTIONS = (
    *("parties", "requests", "decisions", "activities"),
    *("agreements", "talks", "findings", "investments", "recommendations", "claims"),
    *("network", "initiatives", "context"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFile:
    """What an organisation hands in about one year."""

    name: str
    digest: str
    source: SourceEntry
    parties: tuple[PartyEntry, ...]
    requests: tuple[RequestEntry, ...]
    decisions: tuple[DecisionEntry, ...]
    activities: tuple[ActivityEntry, ...]
    agreements: tuple[AgreementEntry, ...]
    talks: tuple[TalkEntry, ...]
    findings: tuple[FindingEntry, ...]
    investments: tuple[ReportedStatementEntry, ...]
    recommendations: tuple[RecommendationEntry, ...]
    claims: tuple[ClaimEntry, ...]
    network: tuple[tuple[MemberEntry, tuple[StatedContribution, ...]], ...]
    initiatives: tuple[InitiativeEntry, ...]
    context: tuple[ContextEntry, ...]
    places: Places

    @property
    def records(self) -> int:
        """How many records it holds, those inside others not counted."""
        return sum(len(getattr(self, section)) for section in SECTIONS)


def read_year_file(path: Path) -> YearFile:
    """Read the file, or raise `Invalid` with every bad row and the line it stands on."""
    document = read_file(path)
    reader, places = Reader(), Places()
    words = Words(reader, places)
    check_texts(reader, document)
    fields = reader.mapping(document, ("register",), SECTIONS)
    source = _source(words, fields)
    found = YearFile(
        name=path.name,
        digest=hashlib.sha256(path.read_bytes()).hexdigest(),
        source=source,
        parties=_all(words, fields, "parties", sections.party, source),
        requests=_all(words, fields, "requests", sections.request, source),
        decisions=_all(words, fields, "decisions", sections.decision, source),
        activities=_all(words, fields, "activities", activity, source),
        agreements=_all(words, fields, "agreements", agreement, source),
        talks=_all(words, fields, "talks", sections.talk, source),
        findings=_all(words, fields, "findings", sections.finding, source),
        investments=_all(words, fields, "investments", sections.reported_statement, source),
        recommendations=_all(words, fields, "recommendations", sections.recommendation, source),
        claims=_all(words, fields, "claims", sections.claim, source),
        network=_all(words, fields, "network", member, source),
        initiatives=_all(words, fields, "initiatives", initiative, source),
        context=_all(words, fields, "context", context_figure, source),
        places=places,
    )
    _check_doubles(reader, found)
    reader.finish()
    return found


def _check_doubles(reader: Reader, file: YearFile) -> None:
    """One finding on each line, one party to each number of a public register."""
    lines: set[tuple[int, str]] = set()
    for finding in file.findings:
        if (finding.year, finding.line) in lines:
            where = file.places.given[finding.reference]
            reader.report("register.finding-twice", where, line=finding.line)
        lines.add((finding.year, finding.line))
    owners: dict[tuple[str, str], str] = {}
    for party in file.parties:
        for number in party.identifiers.items():
            if owners.setdefault(number, party.reference) != party.reference:
                where = file.places.given[party.reference]
                name = " ".join(number)
                reader.report("register.identifier-twice", where, identifier=name, party=owners[number])


def _all(
    words: Words,
    fields: Fields,
    key: str,
    read: Callable[[Words, Entry, int], R],
    source: SourceEntry,
) -> tuple[R, ...]:
    return tuple(read(words, item, source.year) for item in fields.items(key))


def _source(words: Words, fields: Fields) -> SourceEntry:
    entry = fields.entry("register") or Entry({}, fields.where)
    head = words.reader.mapping(
        entry,
        ("reference", "organisation", "year", "title", "fictional"),
        ("note", "url", "kader"),
    )
    return SourceEntry(
        reference=words.reference(head),
        organisation=head.text("organisation"),
        year=words.year(head, 1900),
        title=head.text("title"),
        fictional=head.truth("fictional") or False,
        note=head.text_or_none("note"),
        url=words.url(head),
        kader=head.words_or_none("kader"),
    )
