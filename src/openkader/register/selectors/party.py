"""One party with everything that its page shows, and the parties that may be the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from openkader.base.text import Text
from openkader.casework.joining import Sameness
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import PartyKind
from openkader.register.joined import all_led_by, newest_judgements
from openkader.register.models import (
    Delegate,
    Participation,
    Party,
    PartyJudgement,
    PartyName,
)
from openkader.register.selectors.collections import seen_in
from openkader.register.selectors.delegation import party_row
from openkader.register.selectors.finding import FoundBy, party_keys_named
from openkader.register.selectors.parties import PartyLine, party_lines
from openkader.register.selectors.screened_party import party_in_dossier
from openkader.register.selectors.screening_rows import PartyRow
from openkader.register.standings import known_of
from openkader.register.visibility import of_visible_party, visible_to

MOST_PLACES = 100
_MOST_ALIKE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """One name of a party, with the script and language it is written in."""

    name: str
    script: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A request or activity in which a party takes part, and as what."""

    dossier: str
    title: Text
    year: int
    kind: str | None
    role: str | None  # None: on its delegation list


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """What somebody said of this party and another one."""

    other: str
    verdict: Sameness
    leading: str | None
    number: int
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFile:
    """A party as its page shows it, together with those that are the same."""

    line: PartyLine
    names: tuple[NameRow, ...]
    places: tuple[PlaceRow, ...]  # the newest first
    screening: PartyRow
    leading: str | None  # under which other party it is shown
    led: tuple[PartyLine, ...]  # the parties that are shown under this one
    judgements: tuple[JudgementRow, ...]  # the newest on each pair
    is_fictional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A party of which the name is like this one, and what was said of the two before."""

    line: PartyLine
    said: JudgementRow | None


def party_file(reference: str, *, reader: Person) -> PartyFile:
    """A party with its names and numbers, where it took part, and which parties are the same."""
    row, _dossier, is_fictional = party_in_dossier(reference, reader)
    judgements = _judgements(row, reader)
    pairs = all_led_by([row.pk])
    lines = party_lines([row.pk, *(key for key, by in pairs.items() if by == row.pk)], reader)
    led = [key for key in lines if key != row.pk]
    (known,) = known_of([row])
    leading = pairs.get(row.pk)
    return PartyFile(
        line=lines[row.pk],
        names=_names([row.pk, *led]),
        places=_places([row.pk, *led], reader),
        screening=party_row(known),
        leading=next((one.leading for one in judgements if leading and one.leading != reference), None),
        led=tuple(lines[key] for key in led),
        judgements=judgements,
        is_fictional=is_fictional,
    )


def alike(reference: str, *, reader: Person) -> tuple[PartyLine, tuple[Alike, ...]]:
    """A party, and those that have a name like it, in any script; whether they are one, a person says."""
    row, _dossier, _is_fictional = party_in_dossier(reference, reader)
    said = {one.other: one for one in _judgements(row, reader)}
    name = row.name or row.function_nl or ""
    found = party_keys_named(name, _MOST_ALIKE + 1)
    near = [key for key, how in found.items() if how is not FoundBy.NEARLY and key != row.pk]
    judged = Party.objects.filter(reference__in=said).values_list("pk", flat=True)
    lines = party_lines(list(dict.fromkeys((row.pk, *near[:_MOST_ALIKE], *judged))), reader)
    mine = lines.pop(row.pk)
    persons = mine.kind is PartyKind.PERSON
    others = (one for one in lines.values() if (one.kind is PartyKind.PERSON) is persons)
    return mine, tuple(Alike(line=one, said=said.get(one.reference)) for one in others)


def _names(keys: Iterable[int]) -> tuple[NameRow, ...]:
    rows = PartyName.objects.filter(party__in=keys).order_by("id")
    return tuple(NameRow(name=row.name, script=row.script, language=row.language) for row in rows)


def _judgements(row: Party, reader: Person) -> tuple[JudgementRow, ...]:
    """What was said of this party and those that the reader may see too."""
    seen = of_visible_party(reader, "first") & of_visible_party(reader, "second")
    found = newest_judgements([row.pk]).filter(seen)
    found = found.select_related("first", "second", "leading").order_by("id")
    return tuple(_judgement(one, row.pk) for one in found)


def _judgement(one: PartyJudgement, key: int) -> JudgementRow:
    other = one.second if one.first_id == key else one.first
    return JudgementRow(
        other=other.reference,
        verdict=Sameness(one.verdict),
        leading=one.leading.reference if one.leading else None,
        number=one.number,
        reason=one.reason,
        at=one.at,
        by=one.by,
    )


def _places(keys: list[int], reader: Person) -> tuple[PlaceRow, ...]:
    """Where parties take part or stand on a list, in two questions."""
    columns = ("reference", "title_nl", "title_en", "year", "kind")
    found: dict[tuple[str, str | None], PlaceRow] = {}
    rows = Participation.objects.filter(seen_in("participations", reader), party__in=keys).order_by(
        "-year", "-id"
    )
    asked, took = ([f"{place}__{name}" for name in columns] for place in ("request", "activity"))
    for role, *values in rows.values_list("role", *asked, *took)[:MOST_PLACES]:
        known = values[: len(columns)] if values[0] is not None else values[len(columns) :]
        found.setdefault((str(known[0]), role), _place(known, role))
    mine = Q(party__in=keys) | Q(organisation__in=keys)
    delegates = Delegate.objects.filter(mine, visible_to(reader, "delegation_list__request__")).order_by(
        "-id"
    )
    listed = [f"delegation_list__request__{name}" for name in columns]
    for values in delegates.values_list(*listed)[:MOST_PLACES]:
        found.setdefault((str(values[0]), None), _place(values, None))
    return tuple(sorted(found.values(), key=lambda place: -place.year)[:MOST_PLACES])


def _place(values: Sequence[Any], role: str | None) -> PlaceRow:
    reference, nl, en, year, kind = values
    return PlaceRow(dossier=reference, title=Text(nl=nl, en=en), year=year, kind=kind, role=role)
