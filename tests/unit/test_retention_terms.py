"""How long records are kept, as an organisation writes it, and on which day a dossier may go."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.base.messages import sentence
from openkader.base.text import Text
from openkader.casework.retention import (
    ALWAYS_KEPT,
    DESTROYED_HERE,
    DossierFacts,
    RecordKind,
    Retention,
    RetentionRule,
    TermStatus,
    began_by,
    coded,
    due_of,
    is_code,
    is_due,
    load_retention,
    none_is_known,
)

PACK = Path(__file__).parents[2] / "src" / "openkader" / "packs" / "zuid-holland"
TERMS = """
retention:
  title: {nl: Termijnen, en: Terms}
  introduction: {nl: Verzonnen., en: Made up.}
sources:
  - {id: FICTIE, title: {nl: Verzonnen lijst, en: Made-up list}, what: {nl: Alles., en: All.}, read: true}
  - {id: DICHT, title: {nl: Ongelezen, en: Unread}, what: {nl: Niets., en: Nothing.}, read: false, url: "https://voorbeeld.invalid/"}
kinds:
  - kind: request
    title: {nl: Verzoek, en: Request}
    why: {nl: Verzonnen., en: Made up.}
    term: {status: sourced, years: 5, begins: closed, source: FICTIE, category: "1.1"}
    practice: {years: 1, begins: closed}
  - kind: delegation_list
    title: {nl: Personen, en: Persons}
    why: {nl: Verzonnen., en: Made up.}
    term: {status: sourced, years: 2, begins: last_activity, source: FICTIE, category: "1.2"}
  - kind: self_scan
    title: {nl: Zelfscan, en: Self-scan}
    why: {nl: Verzonnen., en: Made up.}
    term: {status: unknown}
  - kind: participants
    title: {nl: Deelnemers, en: Participants}
    why: {nl: Verzonnen., en: Made up.}
    term: {status: kept}
  - kind: evaluation
    title: {nl: Evaluatie, en: Evaluation}
    why: {nl: Blijft., en: Stays.}
    term: {status: kept}
"""
TEXT = Text(nl="Verzonnen.", en="Made up.")
CLOSED = DossierFacts(is_closed=True, closed_on=date(2020, 2, 29), last_activity_on=date(2020, 1, 15))


@pytest.fixture
def terms(tmp_path: Path) -> Retention:
    (tmp_path / "retention.yaml").write_text(TERMS, encoding="utf-8")
    return load_retention(tmp_path)


def wrong(folder: Path, before: str, after: str) -> list[str]:
    assert before in TERMS
    (folder / "retention.yaml").write_text(TERMS.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_retention(folder)
    return [problem.code for problem in caught.value.problems]


def test_of_the_province_no_term_is_known_and_what_was_adopted_is_kept() -> None:
    found = load_retention(PACK)
    assert none_is_known(found)
    for kind in RecordKind:
        expected = TermStatus.KEPT if kind in ALWAYS_KEPT else TermStatus.UNKNOWN
        assert found.by_kind[kind].status is expected
        assert due_of(found, kind, CLOSED).on is None
    assert not any(source.is_read for source in found.sources)


def test_a_term_runs_from_its_own_beginning(terms: Retention) -> None:
    whole = due_of(terms, RecordKind.REQUEST, CLOSED)
    assert whole.on == date(2025, 3, 1)  # the 29th of February of a year that has none
    assert whole.code == "retention.due.closed"
    persons = due_of(terms, RecordKind.DELEGATION_LIST, CLOSED)
    assert persons.on == date(2022, 1, 15)
    assert "2 jaar na de laatste activiteit op 2020-01-15 (FICTIE, categorie 1.2)" in sentence(
        persons.code, persons.detail, "nl"
    )
    assert terms.source_of(terms.by_kind[RecordKind.REQUEST]) == terms.sources[0]


def test_it_may_go_on_the_day_itself_and_not_the_day_before(terms: Retention) -> None:
    due = due_of(terms, RecordKind.REQUEST, CLOSED)
    assert is_due(due, date(2025, 3, 1))
    assert not is_due(due, date(2025, 2, 28))


@pytest.mark.parametrize("years", [1, 2, 4, 5])
def test_the_last_day_on_which_a_term_can_have_begun_is_the_last_that_is_over(years: int) -> None:
    rule = RetentionRule(
        kind=RecordKind.REQUEST, title=TEXT, why=TEXT, status=TermStatus.SOURCED, years=years, source="X"
    )
    known = Retention(title=TEXT, introduction=TEXT, rules=(rule,))

    def is_over(began: date, day: date) -> bool:
        return is_due(due_of(known, RecordKind.REQUEST, replace(CLOSED, closed_on=began)), day)

    for number in range(5 * 366):
        day = date(2023, 12, 1) + timedelta(days=number)
        last = began_by(day, years)
        assert last is not None
        assert is_over(last, day), day
        assert not is_over(last + timedelta(days=1), day), day
    assert began_by(date(3, 1, 1), 3) is None
    assert began_by(date(4, 1, 1), 3) == date(1, 1, 1)


@pytest.mark.parametrize(
    ("kind", "facts", "code"),
    [
        (RecordKind.REQUEST, replace(CLOSED, is_closed=False), "retention.still-open"),
        (RecordKind.REQUEST, replace(CLOSED, closed_on=None), "retention.no-beginning"),
        (RecordKind.DELEGATION_LIST, replace(CLOSED, last_activity_on=None), "retention.no-beginning"),
        (RecordKind.REQUEST, replace(CLOSED, has_running_agreement=True), "retention.agreement-runs"),
        (RecordKind.SELF_SCAN, CLOSED, "retention.unknown-term"),
        (RecordKind.SURVEY_ANSWERS, CLOSED, "retention.unknown-term"),
        (RecordKind.PARTICIPANTS, CLOSED, "retention.kept"),
        (RecordKind.EVALUATION, CLOSED, "retention.kept"),
        (RecordKind.AUDIT_TRAIL, CLOSED, "retention.kept"),
        (RecordKind.AGREEMENT, CLOSED, "retention.not-here"),
        (RecordKind.DELEGATION_LIST, replace(CLOSED, is_made_up=True), "retention.no-practice"),
    ],
)
def test_what_is_unknown_open_or_kept_never_goes(
    terms: Retention, kind: RecordKind, facts: DossierFacts, code: str
) -> None:
    due = due_of(terms, kind, facts)
    assert (due.on, due.code) == (None, code)
    assert not is_due(due, date(2999, 1, 1))
    assert sentence(due.code, due.detail, "nl") != sentence(due.code, due.detail, "en")


def test_a_made_up_term_holds_for_made_up_dossiers_alone(terms: Retention) -> None:
    made_up = due_of(terms, RecordKind.REQUEST, replace(CLOSED, is_made_up=True))
    assert (made_up.on, made_up.code) == (date(2021, 3, 1), "retention.due-practice.closed")
    assert due_of(load_retention(PACK), RecordKind.REQUEST, CLOSED).on is None
    assert due_of(load_retention(PACK), RecordKind.REQUEST, replace(CLOSED, is_made_up=True)).on == date(
        2021, 3, 1
    )


def test_without_terms_nothing_is_known(terms: Retention) -> None:
    assert none_is_known(None)
    assert not none_is_known(terms)
    assert none_is_known(load_retention(PACK))


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("source: FICTIE", "source: DICHT", "retention.unread-source"),
        ("source: FICTIE", "source: NERGENS", "retention.unread-source"),
        ("years: 5, ", "", "retention.half-a-term"),
        ("years: 5", "years: 0", "retention.years"),
        ("years: 1,", "years: 101,", "retention.years"),
        ("term: {status: unknown}", "term: {status: unknown, years: 3}", "retention.no-term"),
        ("kind: participants", "kind: kader\n    x: 1", "document.unknown-key"),
        ("kind: participants", "kind: request", "kader.duplicate-id"),
        ("kind: participants", "kind: paspoort", "kader.unknown-word"),
        (
            "title: {nl: Evaluatie, en: Evaluation}\n    why: {nl: Blijft., en: Stays.}\n    term: {status: kept}",
            "title: {nl: Evaluatie, en: Evaluation}\n    why: {nl: Blijft., en: Stays.}\n    term: {status: unknown}",
            "retention.always-kept",
        ),
        ("https://voorbeeld.invalid/", "voorbeeld", "protection.address"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, before: str, after: str, code: str) -> None:
    assert code in wrong(tmp_path, before, after)


def test_an_empty_file_says_all_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "retention.yaml").write_text("kinds:\n  - kind: request\n", encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_retention(tmp_path)
    assert {problem.code for problem in caught.value.problems} >= {"document.missing-key"}


def test_codes_stay_and_what_somebody_wrote_goes() -> None:
    for code in (
        None,
        True,
        3,
        2.5,
        "horticulture",
        "a_b.c-d",
        "CN",
        "2024-05-23",
        ["horticulture", "ai"],
        [],
    ):
        assert is_code(code)
    for words in ("Zhang San", "Vrije tekst.", "x" * 61, ["horticulture", "Jan de Vries"], {"a": 1}, "Zhang"):
        assert not is_code(words)
    assert coded({"sector": "ai", "who": "Zhang San"}) == {"sector": "ai"}


def test_every_kind_that_can_go_is_one_that_may() -> None:
    assert not ALWAYS_KEPT.intersection(DESTROYED_HERE)


def test_a_made_up_term_runs_from_the_last_activity_where_it_says_so(tmp_path: Path) -> None:
    before = "practice: {years: 1, begins: closed}"
    assert before in TERMS
    text = TERMS.replace(before, "practice: {years: 1, begins: last_activity}")
    (tmp_path / "retention.yaml").write_text(text, encoding="utf-8")
    due = due_of(load_retention(tmp_path), RecordKind.REQUEST, replace(CLOSED, is_made_up=True))
    assert due.on == date(2021, 1, 15)
    assert "2020-01-15" in sentence(due.code, due.detail, "nl")
