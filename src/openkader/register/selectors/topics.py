"""What was spoken of in activities, as the figures count it."""

from collections import defaultdict

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value

from openkader.casework.vocabulary import TopicSource
from openkader.register.models import Activity, MessageNote, Topic
from openkader.register.together import Row


def raised_topics(mine: QuerySet[Activity]) -> defaultdict[int, list[tuple[str, str]]]:
    """The topics of activities, each with where it is stated: those that were recorded, and lines noted as raised."""
    found = defaultdict(list)
    columns = ("activity_id", "topic_code", "place")
    query = Topic.objects.filter(activity__in=mine).order_by()
    stated = query.annotate(topic_code=F("code"), place=F("stated_in")).values_list(*columns)
    for key, code, place in stated.union(_raised(mine).values_list(*columns)):
        found[key].append((code, place))
    return found


def _raised(mine: QuerySet[Activity]) -> QuerySet[MessageNote]:
    """The topics of lines that were raised, as noted here after the talk; the newest note on each with each counts."""
    same = MessageNote.objects.filter(
        activity=OuterRef("activity"), line=OuterRef("line"), number__gt=OuterRef("number")
    )
    corrected = Q(Exists(same.filter(party=OuterRef("party"))))
    corrected |= Q(party__isnull=True) & Q(Exists(same.filter(party__isnull=True)))
    notes = MessageNote.objects.filter(~corrected, activity__in=mine, raised=True).order_by()
    return notes.annotate(topic_code=F("topic"), place=Value(TopicSource.RECORD.value))


def topic_fields(topics: list[tuple[str, str]], *, itemised: bool) -> Row:
    """All topics, and those that the table of activities lists; None where nothing is listed at all."""
    if not topics and not itemised:
        return {"topics": None, "topics_listed": None}
    listed = sorted({code for code, place in topics if place != "text"})
    return {"topics": sorted({code for code, _ in topics}), "topics_listed": listed}
