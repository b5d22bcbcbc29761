"""An evaluation is written version by version, reviewed, adopted under one digest, and corrected beside it."""

import copy
from collections.abc import Mapping
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from openkader.base.errors import NotFound
from openkader.casework.evaluating import EvaluationState
from openkader.casework.permissions import NOBODY, HouseHand
from openkader.casework.vocabulary import AccountRole
from openkader.register import models, selectors, services
from openkader.register.chain import fingerprint
from tests.integration.evaluation_house import (
    FIVE,
    FOUR,
    HAND,
    NOW,
    PASSAGE,
    TEXT,
    WRITER,
    a_text,
    adopted,
    begun,
    commented,
    corrected,
    looked,
    resolved,
    restated,
    sent,
    to_adopt,
    written,
)
from tests.integration.register_house import refused, with_role

pytestmark = pytest.mark.django_db
COLLEAGUE = HouseHand("cli:x").person()


def state() -> EvaluationState:
    found = selectors.evaluation_file(2030)
    assert found is not None
    return found.state


def changes(now: Mapping[str, object]) -> int:
    found = selectors.evaluation_file(2030)
    assert found is not None
    return len(found.written["effort", "nl"].changes({"visits": now}))


def test_begun_twice_it_is_one_evaluation() -> None:
    assert begun() == begun() == "EV-2030"
    assert models.Evaluation.objects.count() == 1


def test_each_save_is_a_version_and_a_second_click_is_none() -> None:
    assert written() == 1
    assert services.save_chapter(a_text(), **WRITER) == 1
    assert services.save_chapter(a_text(text="Anders.\r\nTwee.", seen=1), **WRITER) == 2
    assert [one.text for one in selectors.text_versions(2030, "effort", "nl")] == ["Anders.\nTwee.", TEXT]


def test_the_second_of_two_writers_is_refused_and_the_first_text_stays() -> None:
    written()
    refused("evaluation.meanwhile", lambda: services.save_chapter(a_text(text="Mijn tekst.", seen=0), **HAND))
    assert selectors.evaluation_texts(2030, "nl", reader=COLLEAGUE) == {"effort": TEXT}


def test_each_language_is_its_own_text() -> None:
    written()
    assert services.save_chapter(a_text(language="en", text="Visits."), **WRITER) == 1
    assert selectors.evaluation_texts(2030, "en", reader=COLLEAGUE) == {"effort": "Visits."}


def test_a_chapter_left_empty_has_a_reason_and_no_text() -> None:
    begun()
    refused("evaluation.empty-text", lambda: services.save_chapter(a_text(text=" "), **WRITER))
    services.save_chapter(a_text(text="", left_empty="De tabel zegt het."), **WRITER)
    assert services.send_to_review(2030, {"effort": "Inzet"}, **WRITER) == "EV-2030"
    assert selectors.evaluation_texts(2030, "nl", reader=COLLEAGUE) == {}


def test_a_changed_figure_marks_the_sentence_until_somebody_looked() -> None:
    written()
    assert (changes(FOUR), changes(FIVE)) == (0, 1)
    looked()
    assert (changes(FOUR), changes(FIVE)) == (1, 0)


def test_a_sentence_that_was_not_touched_stays_marked_when_another_is_written() -> None:
    written()
    more = a_text(text=f"{TEXT}\n\nNog [[cijfer:visits]].", seen=1, figures={"visits": FIVE})
    services.save_chapter(more, **WRITER)
    assert changes(FIVE) == 1
    again = a_text(text="Het waren er [[cijfer:visits]].", seen=2, figures={"visits": FIVE})
    services.save_chapter(again, **WRITER)
    assert changes(FIVE) == 0


def test_a_sentence_of_which_nothing_changed_needs_no_look() -> None:
    written()
    refused("evaluation.nothing-changed", lambda: looked(figures={"visits": FOUR}))
    refused("evaluation.nothing-changed", lambda: looked(passage="0" * 64))


def test_not_every_chapter_is_written_so_it_does_not_go_to_review() -> None:
    written()
    refused(
        "evaluation.chapters-missing",
        lambda: services.send_to_review(2030, {"effort": "Inzet", "outlook": "Vooruitblik"}, **WRITER),
    )


def test_review_goes_there_and_back() -> None:
    sent()
    assert state() is EvaluationState.REVIEW
    services.return_to_draft(2030, "Nog niet.", **HAND)
    assert state() is EvaluationState.DRAFT


def test_a_comment_stays_with_the_words_it_was_made_on() -> None:
    written()
    comment = commented()
    assert commented() == comment
    services.save_chapter(a_text(text="Anders.", seen=1), **WRITER)
    refused("evaluation.passage-gone", lambda: commented(text="Nog iets."))
    found = selectors.evaluation_file(2030)
    assert found is not None
    (row,) = found.comments
    assert row.words == "Er waren [[cijfer:visits]] bezoeken."
    assert row.is_open
    resolved(comment)
    refused("evaluation.resolved-already", lambda: resolved(comment))


def test_a_comment_of_another_year_is_not_found() -> None:
    written()
    comment = commented()
    begun(2031)
    with pytest.raises(NotFound):
        resolved(comment, year=2031)
    assert not models.CommentResolution.objects.exists()


def test_adoption_freezes_everything_under_one_digest() -> None:
    sha256 = adopted()
    row = models.EvaluationAdoption.objects.get()
    assert state() is EvaluationState.ADOPTED
    assert fingerprint(row.content) == row.sha256 == sha256
    assert fingerprint(row.inside) == row.content["inside_sha256"]
    assert row.content["texts"] == {"nl": {"effort": TEXT}}
    assert row.content["figures"] == {"visits": FOUR}
    assert "V-1" not in str(row.content)
    other = copy.deepcopy(row.content)
    other["texts"]["nl"]["effort"] += "."
    assert fingerprint(other) != sha256


def test_a_second_click_on_adopt_adopts_nothing_twice() -> None:
    assert adopted() == services.adopt_evaluation(to_adopt(), **HAND)
    assert models.EvaluationAdoption.objects.count() == 1
    other: dict[str, Any] = {"by": HouseHand("cli:other"), "now": NOW}
    refused("evaluation.adopted", lambda: services.adopt_evaluation(to_adopt(), **other))


@pytest.mark.parametrize(
    ("now", "code"),
    [
        ({"figures": {"visits": FIVE}}, "evaluation.marked"),
        ({"figures": {}}, "evaluation.unknown-figure"),
        ({"seen": "0" * 64}, "evaluation.changed-meanwhile"),
        ({"kader_digest": "e" * 64}, "evaluation.other-kader"),
        (
            {"chapters": (("effort", {"nl": "Inzet"}), ("outlook", {"nl": "Vooruitblik"}))},
            "evaluation.chapters-missing",
        ),
    ],
)
def test_what_is_not_as_it_was_shown_is_not_adopted(now: dict[str, object], code: str) -> None:
    sent()
    entry = to_adopt(**now)
    refused(code, lambda: services.adopt_evaluation(entry, **HAND))


def test_a_figure_that_changes_between_reading_and_adopting_stops_it() -> None:
    """Also one that stands in no sentence: what is frozen is what was shown."""
    sent()
    shown = to_adopt()
    later = to_adopt(seen=shown.seen, figures={"visits": FOUR, "talks": FIVE})
    refused("evaluation.changed-meanwhile", lambda: services.adopt_evaluation(later, **HAND))


@pytest.mark.parametrize("text", ["[[cijfer visits]]", "[[onzin:visits]]"])
def test_what_cannot_be_read_is_not_adopted(text: str) -> None:
    written(text=text)
    services.send_to_review(2030, {"effort": "Inzet"}, **WRITER)
    refused("evaluation.unreadable", lambda: services.adopt_evaluation(to_adopt(), **HAND))


def test_a_table_that_does_not_exist_is_not_adopted() -> None:
    written(text="Zie:\n\n[[tabel:onzin]]")
    services.send_to_review(2030, {"effort": "Inzet"}, **WRITER)
    refused("evaluation.unknown-figure", lambda: services.adopt_evaluation(to_adopt(), **HAND))
    assert services.adopt_evaluation(to_adopt(parts=["[[tabel:onzin]]"]), **HAND)


def test_an_open_comment_stops_adoption() -> None:
    sent()
    comment = commented()
    refused("evaluation.open-comments", lambda: services.adopt_evaluation(to_adopt(), **HAND))
    resolved(comment)
    assert services.adopt_evaluation(to_adopt(), **HAND)


def test_a_writer_does_not_adopt_their_own_text_and_an_evaluator_does_not_adopt() -> None:
    sent()
    refused("evaluation.own-text", lambda: services.adopt_evaluation(to_adopt(), **WRITER))
    evaluator = with_role("eva", AccountRole.EVALUATOR)
    refused("role.decide", lambda: services.adopt_evaluation(to_adopt(), by=evaluator, now=NOW))


def test_nothing_of_what_was_adopted_changes() -> None:
    adopted()
    for act in (
        lambda: services.save_chapter(a_text(text="Anders.", seen=1), **WRITER),
        commented,
        looked,
        lambda: services.return_to_draft(2030, "", **HAND),
        lambda: services.send_to_review(2030, {"effort": "Inzet"}, **HAND),
    ):
        refused("evaluation.adopted", act)


@pytest.mark.parametrize("model", ["EvaluationAdoption", "Erratum", "Restatement"])
def test_the_database_keeps_what_was_adopted(model: str) -> None:
    adopted()
    corrected()
    restated()
    rows = getattr(models, model).objects
    for act in (lambda: rows.update(by="weg"), lambda: rows.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_an_erratum_stands_beside_what_was_adopted() -> None:
    sent()
    refused("evaluation.not-adopted", corrected)
    services.adopt_evaluation(to_adopt(), **HAND)
    assert [corrected(), corrected(), corrected(must_say="6 bezoeken")] == [1, 1, 2]
    assert [one.must_say for one in selectors.errata_of(2030)] == ["5 bezoeken", "6 bezoeken"]


def test_a_restatement_says_from_what_to_what_and_changes_nothing_frozen() -> None:
    sent()
    refused("evaluation.not-adopted", restated)
    services.adopt_evaluation(to_adopt(), **HAND)
    refused("evaluation.nothing-restated", lambda: restated(now=FOUR))
    refused("evaluation.nothing-restated", lambda: restated(figure="onzin"))
    for _ in range(2):
        restated()
    restated(now={"low": 6, "high": 6, "of": None})
    rows = selectors.restatements_of(2030)
    assert [(one.was["low"], one.became["low"]) for one in rows] == [(4, 5), (5, 6)]
    found = selectors.adopted_evaluation(2030)
    assert found is not None
    assert found.figures == {"visits": FOUR}


def test_the_public_reads_what_was_adopted_and_no_draft() -> None:
    sent()
    assert selectors.evaluation_texts(2030, "nl", reader=NOBODY) == {}
    services.adopt_evaluation(to_adopt(), **HAND)
    assert selectors.evaluation_texts(2030, "nl", reader=NOBODY) == {"effort": TEXT}
    assert selectors.evaluation_texts(2030, "en", reader=NOBODY) == {}


def test_last_years_text_is_there_to_begin_with() -> None:
    written()
    begun(2031)
    assert selectors.text_before(2031, "effort", "nl") == (2030, TEXT)
    assert selectors.text_before(2030, "effort", "nl") is None


def test_what_was_never_begun_is_not_found() -> None:
    assert selectors.evaluation_file(2030) is None
    assert selectors.adopted_evaluation(2030) is None
    for act in (
        lambda: selectors.frozen_rows(2030, "visits"),
        lambda: services.save_chapter(a_text(), **HAND),
    ):
        with pytest.raises(NotFound):
            act()
    assert selectors.evaluation_texts(2030, "nl", reader=COLLEAGUE) == {}
    assert PASSAGE
