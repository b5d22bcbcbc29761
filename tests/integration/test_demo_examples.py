"""What the demo has been given to show: made up, labelled, and there whatever version filled the folder."""

import pytest
from django.utils import timezone

from openkader.casework.permissions import HOUSE, NOBODY
from openkader.cli.demo import PRACTICE
from openkader.cli.demo_evaluation import CHAPTER, RECOMMENDATION, write_practice
from openkader.cli.demo_missions import YEAR, prepare_missions
from openkader.cli.demo_years import take_over_example
from openkader.evaluation.covering import Cover
from openkader.evaluation.matrix import matrix_of
from openkader.register import models, selectors
from openkader.register.evaluations import quotes_named_in

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


def test_what_is_written_of_the_made_up_year_says_so_and_is_written_once() -> None:
    prepare_missions("nl")
    take_over_example(PRACTICE, "nl")
    write_practice()
    events = selectors.event_count()
    write_practice()
    assert selectors.event_count() == events
    assert set(models.Evaluation.objects.values_list("year", flat=True)) == {2025}
    (version,) = selectors.text_versions(2025, CHAPTER, "nl")
    assert "Deze tekst is verzonnen" in version.text
    quotes = selectors.quotes_named(2025, quotes_named_in([version.text]), NOBODY)
    (quote,) = quotes.usable.values()
    assert "(verzonnen)" in quote.words
    assert quote.said_of.nl == "een verzonnen kweker"
    advised = models.Recommendation.objects.get()
    assert (advised.reference, advised.year) == (RECOMMENDATION, 2025)
    assert "Verzonnen" in str(advised.text_nl)
    assert advised.follow_ups.count() == 1


def test_the_chapter_of_the_demo_binds_what_the_register_counts() -> None:
    prepare_missions("nl")
    take_over_example(PRACTICE, "nl")
    write_practice()
    file = selectors.evaluation_file(2025)
    assert file is not None
    (passages,) = [one.then for one in file.written.values()]
    assert {name: told["low"] for one in passages.values() for name, told in one.items()} == {
        "activities": 4,
        "incoming_delegations": 3,
    }


def test_a_demo_that_was_stopped_half_way_starts_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from openkader.cli import demo_evaluation

    prepare_missions("nl")
    take_over_example(PRACTICE, "nl")
    with monkeypatch.context() as stopped:
        stopped.setattr(demo_evaluation, "_interview", _stop)
        with pytest.raises(KeyboardInterrupt):
            write_practice()
    write_practice()
    assert models.Evaluation.objects.count() == 1


def _stop(*_: object) -> str:
    raise KeyboardInterrupt
