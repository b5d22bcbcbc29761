"""Parties as lists show them: with what tells two of the same name apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import PartyKind
from openkader.register.batches import few_at_a_time
from openkader.register.joined import led_by
from openkader.register.models import Delegate, Participation, Party, PartyIdentifier, PartyName
from openkader.register.prepared import ask_again, rounded
from openkader.register.selectors.collections import seen_in, text
from openkader.register.selectors.finding import MOST_FOUND, FoundBy, party_keys_named
from openkader.register.selectors.hits import seen_dossier
from openkader.register.together import Part, Parts, Row, together_again
from openkader.register.visibility import is_visible_party, visible_parties, visible_to

_PARTY = (
    *("id", "reference", "kind", "name", "function_nl", "function_en"),
    *("country", "region", "birth_date"),
)


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


def party_name(row: Party) -> Text:
    """A party as people call it: by its name, or by the function that a source gives."""
    return Text(
        nl=row.name or row.function_nl or row.reference, en=row.name or row.function_en or row.reference
    )


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
    found = ask_again(_newest_keys, before, reader, alike=(most + 1,))
    keys = [key for (key,) in found]
    lines = party_lines(keys[:most], reader)
    led = led_by(keys[:most])
    return tuple(line for key, line in lines.items() if key not in led), keys[most - 1] if keys[
        most:
    ] else None


def _newest_keys(before: int | None, reader: Person, most: int) -> QuerySet[Party, Any]:
    rows = visible_parties(reader).order_by("-pk")
    rows = rows if before is None else rows.filter(pk__lt=before)
    return rows.values_list("pk")[:most]


def party_lines(keys: Sequence[int], reader: Person) -> dict[int, PartyLine]:
    """Parties by their keys as far as the reader may see them, in two questions to the database."""
    found: dict[int, PartyLine] = {}
    for few in few_at_a_time(keys, 2 * MOST_FOUND):
        found |= _lines(few, reader)
    return found


def _lines(keys: Sequence[int], reader: Person) -> dict[int, PartyLine]:
    asked = rounded(keys)
    found = together_again(_parts, asked, reader)
    part = {key: (times, year) for key, times, year in ask_again(_taking_part, asked, reader)}
    names, numbers = (_by_party(found[kind]) for kind in ("names", "numbers"))
    listed, rows = _by_party(found["listed"]), {row["id"]: row for row in found["parties"]}
    return {
        key: _line(
            rows[key],
            [str(row["name"]) for row in names[key]],
            [(str(row["scheme"]), str(row["value"])) for row in numbers[key]],
            _Seen(_listed(listed[key]), part.get(key)),
        )
        for key in keys
        if key in rows
    }


def _parts(keys: Sequence[int], reader: Person) -> Parts:
    mine = Q(party__in=keys)
    on_list = mine & visible_to(reader, "delegation_list__request__")
    dossier = {"dossier": seen_dossier("reference", reader)}
    return {
        "parties": Part(Party, Q(pk__in=keys) & is_visible_party(reader), _PARTY, told=dossier),
        "names": Part(PartyName, mine, ("party_id", "name")),
        "numbers": Part(PartyIdentifier, mine, ("party_id", "scheme", "value")),
        "listed": Part(Delegate, on_list, ("party_id", "function", "organisation_names")),
    }


def _by_party(rows: Iterable[Row]) -> defaultdict[object, list[Row]]:
    found: defaultdict[object, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["party_id"]].append(row)
    return found


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where a party was seen: on a delegation list, and in requests and activities."""

    listed: tuple[str | None, str | None] | None
    part: tuple[int, int] | None


def _line(row: Row, names: Iterable[str], numbers: Iterable[tuple[str, str]], seen: _Seen) -> PartyLine:
    known: dict[str, Any] = row
    function, organisation = seen.listed or (None, None)
    own = text(known, "function")
    times, year = seen.part or (0, None)
    return PartyLine(
        reference=known["reference"],
        kind=PartyKind(known["kind"]),
        name=known["name"],
        function=own or (Text(nl=function, en=function) if function else None),
        names=tuple(name for name in dict.fromkeys(names) if name != known["name"]),
        identifiers=tuple(numbers),
        country=known["country"],
        region=known["region"],
        birth_date=known["birth_date"],
        organisation=organisation,
        dossier=known["dossier"] if known["dossier"] != known["reference"] else None,
        times=times,
        newest_year=year,
    )


def _listed(rows: Sequence[Row]) -> tuple[str | None, str | None] | None:
    """Function and organisation on the newest delegation list that somebody stands on."""
    if not rows:
        return None
    newest: dict[str, Any] = rows[-1]
    return newest["function"], next(iter(newest["organisation_names"]), None)


def _taking_part(keys: Sequence[int], reader: Person) -> QuerySet[Participation, Any]:
    """How often each party takes part in what may be seen, and in which year last."""
    rows = Participation.objects.filter(seen_in("participations", reader), party__in=keys).order_by()
    return (
        rows.values("party")
        .annotate(times=Count("pk"), newest=Max("year"))
        .values_list("party", "times", "newest")
    )


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
