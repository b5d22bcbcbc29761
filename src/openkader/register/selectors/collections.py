"""The collections that a kader's figures count, as plain rows.

Every row has `id` (its reference), `number` (how many it stands for; None: unknown),
`url_ref` (the dossier it belongs to), `label` (nl, en), `passage` and `remark`, and the
fields that the kader may ask about. None is unknown, never no.

`rows` gives what the reader may see. `counted` gives everything, since a figure is the same
for everybody; a row that the reader may not see is `hidden`, and has a number for a name.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.agreements import WAS_SIGNED, Whose
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import TAKES_PART, ActivityStanding
from openkader.register.models import (
    Activity,
    Agreement,
    Decision,
    Evidence,
    Finding,
    Measure,
    Participation,
    Recommendation,
    Request,
    Talk,
)
from openkader.register.screened import is_answered_here, is_screened
from openkader.register.selectors.topics import raised_topics, topic_fields
from openkader.register.together import Row
from openkader.register.visibility import of_visible_case, visible_or_alone, visible_to

NOT_FOR_YOU = Text(
    nl="Niet voor u zichtbaar: hoort bij een zaak die vertrouwelijk is",
    en="Not visible to you: belongs to a case that is confidential",
)
_NAMING = frozenset(
    (
        *("url_ref", "passage", "remark", "request", "party_label", "description"),
        *("starts_on", "ends_on", "precision"),
    )
)
_BASE = ("reference", "number", "year", "passage", "remark_nl", "remark_en")
EVIDENCED = Exists(Evidence.objects.filter(measure=OuterRef("pk")))
_BESIDE = {
    **{name: F(f"activity__{name}") for name in ("kind", "country", "programme")},
    "label_nl": F("activity__title_nl"),
    "label_en": F("activity__title_en"),
    "url_ref": F("activity__reference"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rows are asked for, and which of them the reader may see."""

    where: Q
    seen: Q

    @property
    def hidden(self) -> Case | Value:
        """Whether a row is not for this reader; what belongs to no case is for everybody."""
        if not self.seen:
            return Value(value=False)
        return Case(When(self.seen, then=False), default=True, output_field=BooleanField())


def rows(collection: str, year: int | None = None, *, reader: Person) -> list[Row]:
    """The rows of a collection of one year, or of all years, that the reader may see; in the order of entry."""
    of_year = Q() if year is None else Q(year=year)
    return rows_where(collection, of_year, reader=reader)


def rows_where(collection: str, where: Q, *, reader: Person) -> list[Row]:
    """The same for any choice."""
    if collection not in COLLECTIONS:
        raise NotFound("collection", collection)
    seen = seen_in(collection, reader)
    return COLLECTIONS[collection](Choice(where & took_place(collection) & seen, Q()))


def counted(collection: str, year: int, *, reader: Person) -> list[Row]:
    """All rows of a year, to be counted."""
    where = Q(year=year) & took_place(collection)
    found = COLLECTIONS[collection](Choice(where, seen_in(collection, reader)))
    return [_without_name(row, place) if row["hidden"] else row for place, row in enumerate(found, 1)]


def took_place(collection: str) -> Q:
    """What belongs to an activity is there once that was held; what is only planned counts for nothing."""
    held = ActivityStanding.HELD.value
    match collection:
        case "activities":
            return Q(standing=held)
        case "agreements":
            return Q(activity__standing=held) & signed_of_ours()
        case "measures":
            return Q(activity__standing=held)
        case "participations":
            # Who is to come along stands with the request already, and is counted with the activity.
            return Q(activity__standing=held) | Q(activity__isnull=True) & ~Q(role__in=TAKES_PART)
        case "talks":
            # One of a number that is counted together counts there, and what was struck out nowhere.
            return Q(part_of__isnull=True, correction__isnull=True)
    return Q()


def signed_of_ours(agreement: str = "") -> Q:
    """What was signed counts, also after it ended; an intention does not, nor what another authority signed."""
    signed = Q(**{f"{agreement}status__in": [str(one) for one in WAS_SIGNED]})
    elsewhere = Q(**{f"{agreement}whose": Whose.OTHER_AUTHORITY})
    return signed & (Q(**{f"{agreement}whose__isnull": True}) | ~elsewhere)


def seen_in(collection: str, reader: Person) -> Q:
    """What somebody may see of a collection: all that belongs to no case, and to the cases they may see."""
    match collection:
        case "requests":
            return visible_to(reader)
        case "decisions" | "activities":
            return visible_or_alone(reader)
        case "agreements" | "measures":
            return visible_or_alone(reader, "activity__request__")
        case "participations":
            return of_visible_case(reader)
    return Q()


def _without_name(row: Row, place: int) -> Row:
    """Only what is counted; who or what it was, and when, is not for this reader."""
    empty = dict.fromkeys(_NAMING & row.keys())
    return {**row, **empty, "group": row["url_ref"], "id": f"•{place}", "label": NOT_FOR_YOU}


def text(row: Row, name: str) -> Text | None:
    """Takes the two columns of a text out of a row; None when they are empty."""
    nl, en = row.pop(f"{name}_nl"), row.pop(f"{name}_en")
    return Text(nl=str(nl), en=str(en)) if nl is not None else None


def _requests(chosen: Choice) -> list[Row]:
    fields = ("kind", "country", "programme", "initiative", "title_nl", "title_en")
    query = (
        Request.objects.filter(chosen.where)
        .order_by("id")
        .values(*_BASE, *fields, "id", hidden=chosen.hidden)
    )
    outcomes = newest_outcomes(Decision.objects.filter(request__in=query.values("id")))
    found = []
    for row in query:
        row["outcome"] = outcomes.get(row.pop("id"))
        found.append(_finished(row, url_ref=row["reference"], label="title"))
    return found


def newest_outcomes(decisions: QuerySet[Decision]) -> dict[int, str | None]:
    """The outcome of the newest decision on each request; decisions on single organisations aside."""
    newest = decisions.exclude(level="organisation").order_by("id")
    return dict(newest.values_list("request_id", "outcome"))


def _decisions(chosen: Choice) -> list[Row]:
    about = {
        "about_kind": Coalesce("request__kind", "kind"),
        "about_programme": Coalesce("request__programme", "programme"),
        "country": F("request__country"),
        "url_ref": Coalesce("request__reference", "reference"),
        "label_nl": Coalesce("request__title_nl", "title_nl"),
        "label_en": Coalesce("request__title_en", "title_en"),
    }
    fields = ("level", "outcome", "ground", "instrument", "departs_from_proposal", "reconstructed")
    decisions = Decision.objects.filter(chosen.where).order_by("id")
    query = decisions.annotate(apart=is_apart("request")).values(
        *_BASE, *fields, "apart", hidden=chosen.hidden, **about
    )
    found = []
    for row in query:
        row["kind"], row["programme"] = row.pop("about_kind"), row.pop("about_programme")
        found.append(_finished(row, url_ref=row["url_ref"], label="label"))
    return found


def _activities(chosen: Choice) -> list[Row]:
    fields = (
        *("kind", "country", "programme", "office_holder", "foreign_delegation", "itemised"),
        *("title_nl", "title_en", "starts_on", "ends_on", "precision", "id", "request__reference"),
    )
    query = Activity.objects.filter(chosen.where).order_by("id")
    query = query.values(*_BASE, *fields, hidden=chosen.hidden)
    topics = raised_topics(Activity.objects.filter(chosen.where))
    found = []
    for row in query:
        key, itemised = row.pop("id"), row["itemised"]
        row["request"] = row.pop("request__reference")
        row.update(topic_fields(topics[key], itemised=bool(itemised)))
        found.append(_finished(row, url_ref=row["reference"], label="title"))
    return found


def _participations(chosen: Choice) -> list[Row]:
    about = {
        name: Coalesce(f"activity__{name}", f"request__{name}")
        for name in ("kind", "country", "programme", "title_nl", "title_en")
    }
    party = {
        "identity": F("party__reference"),
        "name": F("party__name"),
        "function_nl": F("party__function_nl"),
        "function_en": F("party__function_en"),
        "url_ref": Coalesce("activity__reference", "request__reference"),
    }
    fields = ("role", "dropped_out", "description_nl", "description_en")
    query = Participation.objects.filter(chosen.where).order_by("id")
    found = []
    for row in query.values(*_BASE, *fields, hidden=chosen.hidden, **about, **party):
        row["party"] = row.pop("identity")
        row["party_label"] = party_label(row)
        row["description"] = text(row, "description")
        found.append(_finished(row, url_ref=row["url_ref"], label="title"))
    return found


def party_label(row: Row) -> Text | None:
    """A party as it is shown: its name, its function, or both; takes those columns out."""
    name, function = row.pop("name"), text(row, "function")
    if name is None:
        return function
    if function is None:
        return Text(nl=str(name), en=str(name))
    return Text(nl=f"{name}, {function.nl}", en=f"{name}, {function.en}")


def _agreements(chosen: Choice) -> list[Row]:
    query = Agreement.objects.filter(chosen.where).order_by("id")
    # A column of the agreement itself has that name.
    beside = {name: told for name, told in _BESIDE.items() if name != "country"}
    about: dict[str, F | Coalesce] = {**beside, "about_country": Coalesce("activity__country", "country")}
    fields = (*_BASE, "form", "status")
    found = query.values(*fields, hidden=chosen.hidden, **about)
    for row in found:
        row["country"] = row.pop("about_country")
    return [_finished(row, url_ref=row["url_ref"], label="label") for row in found]


def _measures(chosen: Choice) -> list[Row]:
    apart = is_apart("activity__request")
    query = Measure.objects.filter(chosen.where).order_by("id").annotate(evidenced=EVIDENCED, apart=apart)
    found = _beside_activity(query, chosen, "line", "code", "status", "evidenced", "apart")
    for row in found:
        row["measure"] = row.pop("code")
    return found


def is_apart(request: str) -> Q:
    """Whether a record may rest on what screening found, and leads only colleagues to its case."""
    return is_screened(request) | is_answered_here(request)


def _beside_activity(query: QuerySet, chosen: Choice, *fields: str) -> list[Row]:
    """Rows that take what they are about from their activity."""
    found = query.values(*_BASE, *fields, hidden=chosen.hidden, **_BESIDE)
    return [_finished(row, url_ref=row["url_ref"], label="label") for row in found]


def _talks(chosen: Choice) -> list[Row]:
    fields = ("purpose", "programme", "title_nl", "title_en")
    query = Talk.objects.filter(chosen.where).order_by("id")
    query = query.values(*_BASE, *fields, hidden=chosen.hidden)
    return [_finished(row, url_ref=row["reference"], label="title") for row in query]


def _recommendations(chosen: Choice) -> list[Row]:
    query = Recommendation.objects.filter(chosen.where).order_by("id")
    found = query.values(*_BASE, "status", "text_nl", "text_en", hidden=chosen.hidden)
    return [_finished(row, url_ref=row["reference"], label="text") for row in found]


def _findings(chosen: Choice) -> list[Row]:
    query = Finding.objects.filter(chosen.where).order_by("id")
    found = query.values(*_BASE, "subject", "line", "verdict", "text_nl", "text_en", hidden=chosen.hidden)
    return [_finished(row, url_ref=row["reference"], label="text") for row in found]


def _finished(row: Row, *, url_ref: object, label: str) -> Row:
    row["id"], row["url_ref"] = row.pop("reference"), url_ref
    row["label"], row["remark"] = text(row, label), text(row, "remark")
    return row


COLLECTIONS: dict[str, Callable[[Choice], list[Row]]] = {
    "requests": _requests,
    "decisions": _decisions,
    "activities": _activities,
    "participations": _participations,
    "agreements": _agreements,
    "talks": _talks,
    "measures": _measures,
    "recommendations": _recommendations,
    "findings": _findings,
}
