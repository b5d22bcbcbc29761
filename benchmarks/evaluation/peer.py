"""The same figures counted the plain way: one aggregate of the database for each, as a report is usually made.

It gives a number and nothing else: no rows behind it, no range, and no way to tell no from not known. So it counts
exactly what certainly counts; the lower bound of ours must be the same.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from openkader.register import models

Aggregate = Callable[[int], int]
CHINA = Q(programme="china")
OF_ACTIVITY = Q(activity__programme="china", activity__standing="held")


def figures() -> dict[str, Aggregate]:
    """A figure of the kader, and the aggregate that a report would ask for it."""
    activities = {
        "activities": CHINA,
        "outgoing_missions": CHINA & Q(kind="outgoing_mission"),
        "embassy_talks": CHINA & Q(kind="embassy_talk"),
        "other_country_activities": Q(programme="other_countries"),
        "other_country_incoming": Q(programme="other_countries", kind="incoming_delegation"),
        "intellectual_property_raised": CHINA & _raised("intellectual_property"),
    }
    return {
        **{name: _summed(models.Activity, Q(standing="held") & where) for name, where in activities.items()},
        "participations": _summed(models.Participation, OF_ACTIVITY & Q(role="own_party", dropped_out=False)),
        "dropped_out": _summed(models.Participation, OF_ACTIVITY & Q(dropped_out=True)),
        "agreements_signed": _summed(models.Agreement, OF_ACTIVITY & Q(status="signed")),
        "exploratory_talks": _summed(models.Talk, Q(purpose="exploration")),
        "refused_high_risk_sector": _summed(
            models.Decision, _decided("delegation") & Q(ground="risk_sector")
        ),
        "refused_after_screening": _summed(models.Decision, _decided("organisation")),
        "measures_evidenced": _summed(models.Measure, OF_ACTIVITY & _evidenced()),
        "self_scans": _summed(models.Measure, OF_ACTIVITY & _evidenced() & Q(code="M3.self_scan")),
        "office_holder_reported": _summed(
            models.Measure, OF_ACTIVITY & _evidenced() & Q(code="M4.public_account")
        ),
    }


def named_parties(year: int) -> int:
    """The different parties of which the name is known; who has no name a database cannot count."""
    mine = models.Participation.objects.filter(OF_ACTIVITY, year=year, role="own_party", dropped_out=False)
    return int(mine.aggregate(found=Count("party", distinct=True))["found"])


def _summed(model: Any, where: Q) -> Aggregate:
    def summed(year: int) -> int:
        chosen: QuerySet[Any] = model.objects.filter(where, year=year)
        return int(chosen.aggregate(found=Sum("number"))["found"] or 0)

    return summed


def _decided(level: str) -> Q:
    return Q(request__programme="china", level=level, outcome="refuse")


def _evidenced() -> Q:
    return Q(Exists(models.Evidence.objects.filter(measure=OuterRef("pk"))))


def _raised(topic: str) -> Q:
    return Q(Exists(models.Topic.objects.filter(activity=OuterRef("pk"), code=topic)))
