"""What the demo has been given to show: made up, labelled, and there whatever version filled the folder."""

import pytest
from django.utils import timezone

from openkader.casework.permissions import HOUSE
from openkader.cli.demo_missions import YEAR, prepare_missions
from openkader.cli.demo_years import take_over_example
from openkader.evaluation.covering import Cover
from openkader.evaluation.matrix import matrix_of
from openkader.register import models, selectors

pytestmark = pytest.mark.django_db


def test_the_made_up_missions_are_carried_out_once_and_say_that_they_are_made_up() -> None:
    prepare_missions("nl")
    events = selectors.event_count()
    prepare_missions("nl")
    assert selectors.event_count() == events
    standing = dict(models.Activity.objects.values_list("reference", "standing"))
    assert standing == {"FICTIEF-BEZOEK-A1": "held", "FICTIEF-REIS-A1": "planned"}
    assert set(models.Activity.objects.values_list("source__fictional", flat=True)) == {True}


def test_the_visit_of_the_demo_shows_what_is_proved_and_what_is_open() -> None:
    prepare_missions("nl")
    today = timezone.localdate(timezone.now())
    year = models.Activity.objects.get(reference="FICTIEF-BEZOEK-A1").year
    rows = {
        row.activity.reference: {cell.cover for cell in row.cells.values()}
        for row in matrix_of(year, reader=HOUSE, today=today).rows
    }
    assert {Cover.FULL, Cover.OPEN} <= rows["FICTIEF-BEZOEK-A1"]


def test_a_year_of_an_earlier_version_stays_and_the_demo_says_what_to_do() -> None:
    prepare_missions("nl")
    models.RegisterSource.objects.update(digest="0" * 64)
    said = take_over_example(YEAR, "nl")
    assert "FICTIEF-MISSIES staat hier van een eerdere versie" in said
    assert "verwijder" in said
