"""Parties as lists show them: with what tells two of the same name apart."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, Max

from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import PartyKind
from openkader.register.asked import names_and_numbers
from openkader.register.joined import led_by
from openkader.register.models import Delegate, Participation, Party
from openkader.register.selectors.collections import seen_in
from openkader.register.selectors.finding import MOST_FOUND, FoundBy, party_keys_named
from openkader.register.selectors.hits import seen_dossier
from openkader.register.visibility import visible_parties, visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLine:
    """A party in a list."""

    reference: str
    kind: PartyKind
    name: str | None
    function: Text | None  # who is known by function only; on a delegation list also beside a name
    names: tuple[str, ...]  # the others, in any script
    identifiers: tuple[tuple[str, str], ...]
    country: str | None
    region: str | None
    birth_date: str | None
    organisation: str | None  # with whom somebody came along
    dossier: str | None  # where the party came in, when that is a case
    times: int  # in how many requests and activities it takes part
    newest_year: int | None
    found_by: FoundBy | None = None
    has_namesakes: bool = False  # another party in the same list has the same name


def parties_named(text: str, most: int = MOST_FOUND, *, reader: Person) -> tuple[PartyLine, ...]:
    """The parties that answer to a name in any script or spelling, a function or a number; the surest first.

    Two of the same name are two parties, and stay so.
    """
    near = party_keys_named(text, most)
    led = led_by(near)
    lines = party_lines(list(dict.fromkeys((*near, *led.values()))), reader)
    # Also who is shown under another one is found by what this reader may see of it, and by nothing else.
    found: dict[int, FoundBy] = {}
    for key, how in near.items():
        if key in lines:
            found.setdefault(led.get(key, key), how)
    return _by_sureness({key: lines[key] for key in found if key in lines}, found)


def newest_parties(
    before: int | None = None, most: int = MOST_FOUND, *, reader: Person
) -> tuple[tuple[PartyLine, ...], int | None]:
    """A page of all parties, the newest first, and where the next one begins; None: this is the last.

    Parties that are shown under another one are left out.
    """
    rows = visible_parties(reader).order_by("-pk")
    rows = rows if before is None else rows.filter(pk__lt=before)
    keys = list(rows.values_list("pk", flat=True)[: most + 1])
    lines = party_lines(keys[:most], reader)
    led = led_by(keys[:most])
    return tuple(line for key, line in lines.items() if key not in led), keys[most - 1] if keys[
        most:
    ] else None


def party_lines(keys: Sequence[int], reader: Person) -> dict[int, PartyLine]:
    """Parties by their keys as far as the reader may see them, in four questions to the database."""
    chosen = visible_parties(reader).filter(pk__in=keys)
    rows = chosen.annotate(dossier=seen_dossier("reference", reader)).in_bulk()
    names, numbers = names_and_numbers(keys)
    listed, part = _listed(keys, reader), _taking_part(keys, reader)
    return {
        key: _line(rows[key], names[key], numbers[key], _Seen(listed.get(key), part.get(key)))
        for key in keys
        if key in rows
    }


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where a party was seen: on a delegation list, and in requests and activities."""

    listed: tuple[str | None, str | None] | None
    part: tuple[int, int] | None


def _line(row: Party, names: Iterable[str], numbers: Iterable[tuple[str, str]], seen: _Seen) -> PartyLine:
    function, organisation = seen.listed or (None, None)
    own = Text(nl=row.function_nl, en=row.function_en or "") if row.function_nl else None
    times, year = seen.part or (0, None)
    dossier = row.dossier  # type: ignore[attr-defined]  # annotated
    return PartyLine(
        reference=row.reference,
        kind=PartyKind(row.kind),
        name=row.name,
        function=own or (Text(nl=function, en=function) if function else None),
        names=tuple(name for name in dict.fromkeys(names) if name != row.name),
        identifiers=tuple(numbers),
        country=row.country,
        region=row.region,
        birth_date=row.birth_date,
        organisation=organisation,
        dossier=dossier if dossier != row.reference else None,
        times=times,
        newest_year=year,
    )


def _listed(keys: Sequence[int], reader: Person) -> Mapping[int, tuple[str | None, str | None]]:
    """Function and organisation on the newest delegation list that somebody stands on."""
    seen = visible_to(reader, "delegation_list__request__")
    rows = Delegate.objects.filter(seen, party__in=keys).order_by("id")
    columns = rows.values_list("party", "function", "organisation_names")
    return {key: (function, next(iter(names), None)) for key, function, names in columns}


def _taking_part(keys: Sequence[int], reader: Person) -> Mapping[int, tuple[int, int]]:
    rows = (
        Participation.objects.filter(seen_in("participations", reader), party__in=keys)
        .order_by()
        .values("party")
    )
    counted = rows.annotate(times=Count("pk"), newest=Max("year"))
    return {row["party"]: (row["times"], row["newest"]) for row in counted}


def _by_sureness(lines: Mapping[int, PartyLine], found: Mapping[int, FoundBy]) -> tuple[PartyLine, ...]:
    called = Counter(_called(line) for line in lines.values())
    marked = [
        replace(line, found_by=found[key], has_namesakes=called[_called(line)] > 1)
        for key, line in lines.items()
    ]
    return tuple(
        sorted(marked, key=lambda line: (line.found_by, len(_called(line)), _called(line), line.reference))
    )


def _called(line: PartyLine) -> str:
    return (line.name or (line.function.nl if line.function else "")).casefold()
