"""A year of which no file was read: what was done in this register has its pages and its figures."""

from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import Role
from openkader.evaluation.account import account_of
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.activity_entries import MoveEntry
from tests.integration.activity_house import ACTIVITY, planned, planning
from tests.integration.register_house import HAND, NAMED, assessed, decided
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = pytest.mark.django_db


def held(assessor: Assessor) -> int:
    """The activity of today, held; its year."""
    today = timezone.localdate(timezone.now())
    planned(assessor)
    services.move_activity(MoveEntry(activity=ACTIVITY, period=Period.day(today)), assessor=assessor, **HAND)
    models.Activity.objects.filter(reference=ACTIVITY).update(standing="held")
    return today.year


def test_what_was_held_here_has_a_year_a_coverage_and_an_evaluation(assessor: Assessor) -> None:
    year = held(assessor)
    assert models.RegisterSource.objects.count() == 0
    anna = colleague()
    assert text(anna.get(f"/jaar/{year}/"))
    assert f"/dossiers/{ACTIVITY}/#measures-M2" in text(anna.get(f"/jaar/{year}/dekking/"))
    which_are_confidential = 1
    assert queries_of(f"/jaar/{year}/dekking/", anna) <= MOST_QUERIES + which_are_confidential
    for page in ("evaluatie", "openbaar", "evaluatie/activities"):
        text(anna.get(f"/jaar/{year}/{page}/"))
    assert Client().get("/")["Location"] == f"/jaar/{year}/"
    assert f"/jaar/{year}/" in text(anna.get("/werk/"))


def test_a_year_in_which_only_a_request_was_weighed_counts_nothing_yet(assessor: Assessor) -> None:
    assessed(assessor)
    year = models.Request.objects.get(reference="V-1").year
    assert "0" in text(colleague().get(f"/jaar/{year}/"))
    assert colleague("ben").get(f"/jaar/{year - 1}/").status_code == 404


def test_what_was_made_up_does_not_come_before_the_real_year(year_2024: None, assessor: Assessor) -> None:
    year = held(assessor)
    source = models.RegisterSource.objects.get()
    source.pk, source.reference, source.fictional, source.year = None, "FICTIEF-X", True, year
    source.save()
    models.Activity.objects.filter(reference=ACTIVITY).update(source=source)
    assert Client().get("/")["Location"] == "/jaar/2024/"
    assert "bedacht om mee te oefenen" in text(colleague().get(f"/jaar/{year}/"))


def test_who_is_to_come_along_counts_once_and_only_when_it_was_held(assessor: Assessor) -> None:
    decided(assessor)
    services.add_participant(replace(NAMED, role=Role.OWN_PARTY), **HAND)
    year = models.Request.objects.get().year

    def counted() -> object:
        return account_of(year, ["participations"], reader=HOUSE).figures["participations"].count.range.value

    assert counted() == 0
    services.plan_activity(planning(), assessor=assessor, **HAND)
    assert counted() == 0
    models.Activity.objects.update(standing="held")
    assert counted() == 1
