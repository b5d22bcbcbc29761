"""Agreements as the pages show them: the list, one with all its deeds, those of a party, and those that end."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.agreements import (
    IN_FORCE,
    Standing,
    Stated,
    Whose,
    standing_of,
    warned_until,
)
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.register.agreements import CASE, stated_from
from openkader.register.models import (
    Agreement,
    AgreementClause,
    AgreementDeed,
    AgreementParty,
    AgreementReminder,
    Participation,
)
from openkader.register.people import colleagues_with, person_named
from openkader.register.renewing import renewing_here
from openkader.register.shelf import FileState, shelf
from openkader.register.visibility import visible_or_alone, visible_parties

# What asks for attention first.
ORDER = tuple(Standing)
_ASSIGNEE = F("activity__request__assignee__username")
_WORKS = F("activity__request__assignee__is_active")
_OPEN_ACCOUNTS = User.objects.filter(is_active=True).values("username")
# Nobody works on a case of it.
_NO_CASE = (
    Q(activity__isnull=True) | Q(activity__request__isnull=True) | Q(activity__request__assignee__isnull=True)
)
_NEWEST = AgreementDeed.objects.filter(agreement=OuterRef("agreement")).order_by("-number").values("pk")[:1]
_DEED = (
    *("id", "number", "kind", "form", "status", "title_nl", "title_en", "about_nl", "about_en", "whose"),
    *("country", "starts_on", "ends_on", "precision", "term_from", "term_kind", "term_until", "term_years"),
    *("evaluation", "reason", "url", "sha256", "name", "media_type", "size", "passage"),
    *("remark_nl", "remark_en", "recorded_at", "recorded_by"),
)
_ABOUT = {
    "reference": F("agreement__reference"),
    "stands_for": F("agreement__number"),
    "owner": F("agreement__owner"),
    "activity": F("agreement__activity__reference"),
    "activity_nl": F("agreement__activity__title_nl"),
    "activity_en": F("agreement__activity__title_en"),
    "request": F("agreement__activity__request__reference"),
    "level": F("agreement__activity__request__confidentiality"),
    "assignee": F("agreement__activity__request__assignee__username"),
    "source_nl": F("agreement__source__title_nl"),
    "source_en": F("agreement__source__title_en"),
    "fictional": F("agreement__source__fictional"),
    "case_fictional": F("agreement__activity__source__fictional"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundParty:
    """A party of an agreement by its name; `reference` leads to its page where it is registered."""

    name: Text
    reference: str | None
    side: str | None
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """An agreement in a list: what is known of it now, and how it stands today."""

    reference: str
    stated: Stated
    standing: Standing
    parties: tuple[BoundParty, ...]
    number: int | None  # how many it stands for
    owner: str | None
    activity: str | None

    @property
    def asks(self) -> bool:
        """Whether somebody here has to say what will come of it."""
        is_ours = self.stated.whose is not Whose.OTHER_AUTHORITY
        return is_ours and self.standing in (Standing.PASSED, Standing.ENDS_SOON)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDeedRow:
    """One deed, with what was stated by it and the state of its document."""

    key: int
    number: int
    kind: str
    stated: Stated
    evaluation: str | None
    reason: str | None
    url: str | None
    name: str | None
    sha256: str | None
    state: FileState | None
    passage: str | None
    remark: Text | None
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFile:
    """An agreement as its page shows it; the newest deed first."""

    line: AgreementLine
    deeds: tuple[AgreementDeedRow, ...]
    activity_title: Text | None
    request: str | None
    level: Confidentiality | None
    assignee: str | None
    source: Text | None
    is_fictional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementChoice:
    """What of the list is wanted; None wants everything."""

    standing: Standing | None = None
    whose: str | None = None  # a word of `Whose`, or `unknown`
    country: str | None = None
    party: str | None = None  # stands in it now


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEnding:
    """An agreement that ends, and whoever is to be reminded of that."""

    reference: str
    ends_by: date
    account: str
    to: str


def agreement_lines(choice: AgreementChoice, *, reader: Person, today: date) -> list[AgreementLine]:
    """The agreements that the reader may see; what asks for attention comes first, then what ends first."""
    chosen = Q()
    if choice.whose is not None:
        chosen &= Q(whose=None) if choice.whose == "unknown" else Q(whose=choice.whose)
    if choice.country is not None:
        chosen &= Q(country=choice.country)
    rows = _newest(reader).filter(_of_agreement(chosen))
    if choice.party is not None:
        # Whom the reader may not see is not looked for either.
        named = visible_parties(reader).filter(reference=choice.party)
        rows = rows.filter(pk__in=AgreementParty.objects.filter(party__in=named).values("deed"))
    lines = _lines(rows, today)
    found = [one for one in lines if choice.standing in (None, one.standing)]
    return sorted(found, key=_first)


def agreements_of(activity: str, *, reader: Person, today: date) -> list[AgreementLine]:
    """The agreements of an activity."""
    return sorted(_lines(_newest(reader).filter(agreement__activity__reference=activity), today), key=_first)


def agreement_countries(*, reader: Person) -> list[str]:
    """The countries that agreements are about."""
    rows = Agreement.objects.filter(visible_or_alone(reader, CASE), country__isnull=False)
    return list(rows.order_by("country").values_list("country", flat=True).distinct())


def agreement_file(reference: str, *, reader: Person, today: date) -> AgreementFile:
    """One agreement with all its deeds."""
    seen = visible_or_alone(reader, f"agreement__{CASE}")
    query = AgreementDeed.objects.filter(seen, agreement__reference=reference).order_by("-number")
    rows = list(query.values(*_DEED, **_ABOUT))
    if not rows:
        raise NotFound("agreement", reference[:80])
    bound, clauses = _beside([row["id"] for row in rows])
    deeds = tuple(_deed(row, bound[row["id"]], clauses[row["id"]]) for row in rows)
    row = rows[0]
    return AgreementFile(
        line=_line(row, deeds[0].stated, bound[row["id"]], today),
        deeds=deeds,
        activity_title=_pair(row["activity_nl"], row["activity_en"]),
        request=row["request"],
        level=Confidentiality(row["level"]) if row["level"] else None,
        assignee=row["assignee"],
        source=_pair(row["source_nl"], row["source_en"]),
        is_fictional=bool(row["fictional"] or row["case_fictional"]),
    )


def agreement_document(reference: str, deed: int, *, reader: Person) -> tuple[str, str, bytes]:
    """The name, the type and the content of the document that came with a deed."""
    seen = visible_or_alone(reader, f"agreement__{CASE}")
    query = AgreementDeed.objects.filter(seen, agreement__reference=reference, number=deed)
    row = query.filter(size__isnull=False).values("name", "media_type", "sha256").first()
    if row is None:
        raise NotFound("document", str(deed))
    return row["name"], row["media_type"], shelf().take(row["sha256"], row["name"])


def party_names(references: Collection[str], *, reader: Person) -> dict[str, str]:
    """The names of the parties among these references that the reader may see."""
    rows = visible_parties(reader).filter(reference__in=references).order_by("pk")
    return {
        reference: name or function or reference
        for reference, name, function in rows.values_list("reference", "name", "function_nl")
    }


def parties_of(activity: str, *, reader: Person) -> dict[str, str]:
    """The names of the parties that take part in an activity, for who may see both."""
    mine = Participation.objects.filter(visible_or_alone(reader, CASE), activity__reference=activity)
    named = mine.filter(party__isnull=False).values("party__reference")
    return party_names(list(named.values_list("party__reference", flat=True)), reader=reader)


def agreements_for(person: Person, today: date) -> list[AgreementLine]:
    """The agreements that end soon or have ended, and of which this colleague has to say what will come."""
    nobody = ~Q(owner__in=_OPEN_ACCOUNTS) | Q(owner__isnull=True)
    mine = Q(owner=person.name) | (nobody & Q(activity__request__assignee__username=person.name))
    if person.may(Act.WORK):
        mine |= nobody & (_NO_CASE | Q(activity__request__assignee__is_active=False))
    keys = _ending(today).filter(mine, visible_or_alone(person, CASE)).values("pk")
    return sorted(_lines(_newest(person).filter(agreement__in=keys), today), key=_first)


def agreements_to_remind(today: date) -> list[AgreementEnding]:
    """Who is to be reminded of which agreement, and was not yet for its last day.

    Whoever sees to it is; where that is nobody here whoever works on the case, and else every adviser.
    """
    owner = User.objects.filter(username=OuterRef("owner"), is_active=True)
    columns = ("id", "reference", "ends_by", "owner")
    ending = _ending(today).order_by("id")
    rows = list(ending.values(*columns, is_owned=Exists(owner), assignee=_ASSIGNEE, works=_WORKS))
    if not rows:
        return []
    told = set(
        AgreementReminder.objects.filter(agreement__in=[row["id"] for row in rows]).values_list(
            "agreement", "ends_by", "account"
        )
    )
    advisers = [one.name for one in colleagues_with([AccountRole.ADVISER])]
    asked = [
        (row, name)
        for row in rows
        for name in _falls_to(row, advisers)
        if (row["id"], row["ends_by"], name) not in told
    ]
    return _addressed(asked)


def _falls_to(row: Mapping[str, Any], advisers: Sequence[str]) -> Sequence[str]:
    if row["is_owned"]:
        return [row["owner"]]
    return [row["assignee"]] if row["works"] else advisers


def _addressed(asked: Sequence[tuple[Mapping[str, Any], str]]) -> list[AgreementEnding]:
    """Those that have an address, each for what they may see."""
    names = {name for _row, name in asked}
    open_accounts = User.objects.filter(username__in=names, is_active=True).exclude(email="")
    emails = dict(open_accounts.values_list("username", "email"))
    seen = {name: _seen(person_named(name), [row["id"] for row, _name in asked]) for name in emails}
    return [
        AgreementEnding(reference=row["reference"], ends_by=row["ends_by"], account=name, to=emails[name])
        for row, name in asked
        if row["id"] in seen.get(name, ())
    ]


def _seen(person: Person, keys: Collection[int]) -> set[int]:
    if not person.may(Act.READ_CASES):
        return set()
    return set(
        Agreement.objects.filter(visible_or_alone(person, CASE), pk__in=keys).values_list("pk", flat=True)
    )


def _ending(today: date) -> QuerySet[Agreement]:
    """What is in force, is no reference to that of another authority, and ends within the months of the alert."""
    warned = warned_until(today, renewing_here().months_ahead)
    rows = Agreement.objects.filter(status__in=[str(one) for one in IN_FORCE], ends_by__lte=warned)
    return rows.filter(Q(whose__isnull=True) | ~Q(whose=Whose.OTHER_AUTHORITY))


def _of_agreement(chosen: Q) -> Q:
    return Q(agreement__in=Agreement.objects.filter(chosen).values("pk")) if chosen else Q()


def _newest(reader: Person) -> QuerySet[AgreementDeed]:
    """The deed that counts of each agreement that the reader may see."""
    return AgreementDeed.objects.filter(
        visible_or_alone(reader, f"agreement__{CASE}"), pk=Subquery(_NEWEST)
    ).order_by("agreement_id")


def _lines(query: QuerySet[AgreementDeed], today: date) -> list[AgreementLine]:
    rows = list(query.values(*_DEED, **_ABOUT))
    bound, clauses = _beside([row["id"] for row in rows])
    found = []
    for row in rows:
        stated = stated_from(row, bound[row["id"]], clauses[row["id"]])
        found.append(_line(row, stated, bound[row["id"]], today))
    return found


def _beside(
    keys: Collection[int],
) -> tuple[defaultdict[int, list[Mapping[str, Any]]], defaultdict[int, list[Mapping[str, Any]]]]:
    """The parties and the clauses of deeds."""
    if not keys:
        return defaultdict(list), defaultdict(list)
    named = {"reference": F("party__reference"), "party_name": F("party__name")}
    functions = {"function_nl": F("party__function_nl"), "function_en": F("party__function_en")}
    bound = AgreementParty.objects.filter(deed__in=keys).order_by("place")
    columns = ("deed_id", "place", "side", "role", "description_nl", "description_en")
    return (
        _by_deed(bound.values(*columns, **named, **functions)),
        _by_deed(AgreementClause.objects.filter(deed__in=keys).values("deed_id", "topic", "is_in", "words")),
    )


def _by_deed(rows: Iterable[Mapping[str, Any]]) -> defaultdict[int, list[Mapping[str, Any]]]:
    found: defaultdict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["deed_id"]].append(row)
    return found


def _line(
    row: Mapping[str, Any], stated: Stated, bound: Sequence[Mapping[str, Any]], today: date
) -> AgreementLine:
    return AgreementLine(
        reference=row["reference"],
        stated=stated,
        standing=standing_of(stated, today, renewing_here().months_ahead),
        parties=tuple(map(_bound, bound)),
        number=row["stands_for"],
        owner=row["owner"],
        activity=row["activity"],
    )


def _bound(row: Mapping[str, Any]) -> BoundParty:
    name = row["party_name"]
    described = _pair(row["description_nl"], row["description_en"])
    function = _pair(row["function_nl"], row["function_en"])
    known = Text(nl=name, en=name) if name else function or described
    return BoundParty(
        name=known or Text(nl="-", en="-"), reference=row["reference"], side=row["side"], role=row["role"]
    )


def _deed(
    row: dict[str, Any], bound: Sequence[Mapping[str, Any]], clauses: Sequence[Mapping[str, Any]]
) -> AgreementDeedRow:
    return AgreementDeedRow(
        key=row["id"],
        number=row["number"],
        kind=row["kind"],
        stated=stated_from(row, bound, clauses),
        **{name: row[name] for name in ("evaluation", "reason", "url", "name", "sha256", "passage")},
        state=shelf().state(row["sha256"], row["size"]) if row["size"] is not None else None,
        remark=_pair(row["remark_nl"], row["remark_en"]),
        at=row["recorded_at"],
        by=row["recorded_by"],
    )


def _pair(nl: str | None, en: str | None) -> Text | None:
    return Text(nl=nl, en=en or nl) if nl is not None else None


def _first(line: AgreementLine) -> tuple[bool, int, date, str]:
    """What asks for attention, then by how it stands, then what ends first."""
    return (
        not line.asks,
        ORDER.index(line.standing),
        line.stated.ends_by or date.max,
        line.reference,
    )
