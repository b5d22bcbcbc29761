"""Agreements as the pages show them: the list, one with all its deeds, and those of a party."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.agreements import (
    Standing,
    Stated,
    Whose,
    standing_of,
)
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import Confidentiality
from openkader.register.agreements import CASE, stated_from
from openkader.register.columns import pair
from openkader.register.models import (
    Agreement,
    AgreementClause,
    AgreementDeed,
    AgreementParty,
    Participation,
)
from openkader.register.renewing import renewing_here
from openkader.register.shelf import FileState, shelf
from openkader.register.visibility import visible_or_alone, visible_parties

# What asks for attention first.
ORDER = tuple(Standing)
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


def agreement_lines(choice: AgreementChoice, *, reader: Person, today: date) -> list[AgreementLine]:
    """The agreements that the reader may see; what asks for attention comes first, then what ends first."""
    chosen = Q()
    if choice.whose is not None:
        chosen &= Q(whose=None) if choice.whose == "unknown" else Q(whose=choice.whose)
    if choice.country is not None:
        chosen &= Q(country=choice.country)
    rows = newest_deeds(reader).filter(_of_agreement(chosen))
    if choice.party is not None:
        # Whom the reader may not see is not looked for either.
        named = visible_parties(reader).filter(reference=choice.party)
        rows = rows.filter(pk__in=AgreementParty.objects.filter(party__in=named).values("deed"))
    lines = lines_of(rows, today)
    found = [one for one in lines if choice.standing in (None, one.standing)]
    return sorted(found, key=attention_first)


def agreements_of(activity: str, *, reader: Person, today: date) -> list[AgreementLine]:
    """The agreements of an activity."""
    return sorted(
        lines_of(newest_deeds(reader).filter(agreement__activity__reference=activity), today),
        key=attention_first,
    )


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
    row, stated = rows[0], deeds[0].stated
    standing = standing_of(stated, today, renewing_here().months_ahead)
    return AgreementFile(
        line=_line(row, stated, standing, bound[row["id"]]),
        deeds=deeds,
        activity_title=pair(row["activity_nl"], row["activity_en"]),
        request=row["request"],
        level=Confidentiality(row["level"]) if row["level"] else None,
        assignee=row["assignee"],
        source=pair(row["source_nl"], row["source_en"]),
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


def _of_agreement(chosen: Q) -> Q:
    return Q(agreement__in=Agreement.objects.filter(chosen).values("pk")) if chosen else Q()


def newest_deeds(reader: Person) -> QuerySet[AgreementDeed]:
    """The deed that counts of each agreement that the reader may see."""
    return AgreementDeed.objects.filter(
        visible_or_alone(reader, f"agreement__{CASE}"), pk=Subquery(_NEWEST)
    ).order_by("agreement_id")


def lines_of(query: QuerySet[AgreementDeed], today: date) -> list[AgreementLine]:
    """The agreements of some deeds as a list shows them."""
    rows = list(query.values(*_DEED, **_ABOUT))
    if not rows:
        return []
    bound, clauses = _beside([row["id"] for row in rows])
    months, found = renewing_here().months_ahead, []
    for row in rows:
        stated = stated_from(row, bound[row["id"]], clauses[row["id"]])
        standing = standing_of(stated, today, months)
        found.append(_line(row, stated, standing, bound[row["id"]]))
    return found


def _beside(
    keys: Collection[int],
) -> tuple[defaultdict[int, list[Mapping[str, Any]]], defaultdict[int, list[Mapping[str, Any]]]]:
    """The parties and the clauses of deeds."""
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
    row: Mapping[str, Any], stated: Stated, standing: Standing, bound: Sequence[Mapping[str, Any]]
) -> AgreementLine:
    return AgreementLine(
        reference=row["reference"],
        stated=stated,
        standing=standing,
        parties=tuple(map(_bound, bound)),
        number=row["stands_for"],
        owner=row["owner"],
        activity=row["activity"],
    )


def _bound(row: Mapping[str, Any]) -> BoundParty:
    name = row["party_name"]
    described = pair(row["description_nl"], row["description_en"])
    function = pair(row["function_nl"], row["function_en"])
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
        remark=pair(row["remark_nl"], row["remark_en"]),
        at=row["recorded_at"],
        by=row["recorded_by"],
    )


def attention_first(line: AgreementLine) -> tuple[bool, int, date, str]:
    """What asks for attention, then by how it stands, then what ends first."""
    return (
        not line.asks,
        ORDER.index(line.standing),
        line.stated.ends_by or date.max,
        line.reference,
    )
