"""Years side by side from the register: counted as each year alone is, in few questions, never nought for unknown."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openkader.base.errors import NotFound
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import ActivityStanding
from openkader.cli.importing import take_over
from openkader.cli.main import main
from openkader.evaluation.account import account_of
from openkader.evaluation.comparing import Origin, Place
from openkader.evaluation.years import years_of
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.entries import ActivityEntry
from openkader.register.selectors.known_years import known_year, known_years
from tests.integration.register_house import HAND, TITLE, an_activity, decided

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]


def all_years() -> Any:
    known = known_years()
    return years_of([one.year for one in known], known)


def a_made_up_year(folder: Path) -> None:
    body = """\
register:
  reference: FX-2031
  organisation: {nl: Voorbeeld, en: Example}
  year: 2031
  title: {nl: Een fictief jaar, en: A fictional year}
  kader: zuid-holland/2024-01-01
  fictional: true
activities:
  - reference: F-1-A1
    title: {nl: Bedacht, en: Made up}
    kind: event
    country: CN
    programme: china
    itemised: true
"""
    path = folder / "year.yaml"
    path.write_text(body, encoding="utf-8")
    take_over(path, by=HAND["by"], language="nl")


def test_every_figure_is_what_its_own_year_counts(assessor: Assessor) -> None:
    decided(assessor)
    an_activity("V-1")
    services.require_measures("X-1", {"M2.analysis": "M2"}, **HAND)
    found = all_years()
    assert [column.year for column in found.columns] == [2024, 2030]
    for column in found.columns:
        account = account_of(column.year, reader=HOUSE)
        told = {
            name: (one.count.range, one.count.total, one.count.gaps) for name, one in account.figures.items()
        }
        assert {name: (one.range, one.total, one.gaps) for name, one in column.counts.items()} == told


def test_a_year_is_read_as_often_as_forty(assessor: Assessor) -> None:
    with CaptureQueriesContext(connection) as one:
        all_years()
    for year in range(1990, 2030):
        entry = ActivityEntry(
            reference=f"Y-{year}", year=year, title=TITLE, period=Period.day(date(year, 5, 1))
        )
        services.record_activity(entry, **HAND)
    known = [replace(known_years()[0], year=year) for year in range(1990, 2030)]
    with CaptureQueriesContext(connection) as forty:
        known_years()
        found = years_of(range(1990, 2030), known)
    assert len(found.columns) == 40
    assert len(forty) <= len(one) + 1 <= 7


def test_a_year_that_nobody_knows_is_no_nought() -> None:
    known = known_years()
    found = years_of([2023, 2024, 2024], known).comparison()
    assert [column.year for column in found.columns] == [2023, 2024]
    assert {line.cells[0].place for line in found.lines} == {Place.NO_REGISTER}


def test_a_kader_that_is_not_here_counts_nothing() -> None:
    (known,) = known_years()
    found = years_of([2024], [replace(known, kader="zuid-holland/1999-01-01")])
    assert found.kader is None
    assert found.comparison().lines == ()


def test_whatever_was_made_up_is_told_apart(tmp_path: Path) -> None:
    a_made_up_year(tmp_path)
    assert {x.year: x.origin for x in all_years().columns} == {2024: Origin.REAL, 2031: Origin.MADE_UP}
    models.Activity.objects.filter(reference="F-1-A1").update(year=2024)
    assert {x.year: x.origin for x in all_years().columns}[2024] is Origin.MIXED


def test_the_years_on_the_command_line(capsys: Any) -> None:
    assert main(["evaluate", "compare", "2023", "2024"]) == 0
    said = capsys.readouterr().out
    assert "2023: het register kent dit jaar niet" in said
    assert "18–37" in said
    assert main(["evaluate", "compare", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [one["year"] for one in data["years"]] == [2024]
    parties = next(one for one in data["figures"] if one["id"] == "parties_distinct")
    assert (parties["cells"][0]["low"], parties["cells"][0]["high"]) == (18, 37)


def test_one_year_alone_stays_as_it_was(capsys: Any) -> None:
    assert main(["evaluate", "2024"]) == 0
    assert "18–37" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ("compare", "abc"),
        ("compare", "1"),
        ("compare", "2024", "--format", "html"),
        ("2024", "2025"),
        ("abc",),
    ],
)
def test_words_that_mean_no_year_are_told(capsys: Any, words: tuple[str, ...]) -> None:
    assert main(["evaluate", *words]) == 2
    assert "openkader evaluate --help" in capsys.readouterr().err


def test_a_register_without_years_says_so(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.cli.comparing.known_years", list)
    assert main(["evaluate", "compare"]) == 0
    assert "Het register kent nog geen jaren." in capsys.readouterr().out


def test_one_year_is_what_it_is_among_all(tmp_path: Path, assessor: Assessor) -> None:
    a_made_up_year(tmp_path)
    decided(assessor)
    an_activity("V-1")
    models.Activity.objects.filter(reference="F-1-A1").update(year=2024)
    every = {one.year: one for one in known_years()}
    assert set(every) == {2024, 2030, 2031}
    assert {year: known_year(year) for year in every} == every
    models.RegisterSource.objects.filter(year=2031).update(kader=None)
    assert [one.year for one in known_years()] == [2024, 2030]
    for year in (1999, 2031):
        with pytest.raises(NotFound):
            known_year(year)


def test_a_year_in_which_nothing_was_asked_done_or_decided_is_not_known_for_what_is_planned(
    assessor: Assessor,
) -> None:
    decided(assessor)
    an_activity("V-1")
    models.Activity.objects.filter(reference="X-1").update(year=2040, standing=ActivityStanding.PLANNED)
    assert 2040 not in {one.year for one in known_years()}
    with pytest.raises(NotFound):
        known_year(2040)
    models.Activity.objects.filter(reference="X-1").update(standing=ActivityStanding.HELD)
    assert known_year(2040) in known_years()


def test_one_year_is_asked_without_the_others(assessor: Assessor, django_assert_num_queries: Any) -> None:
    decided(assessor)
    with django_assert_num_queries(3) as asked:
        known_year(2030)
    for query in asked.captured_queries:
        assert "GROUP BY" not in query["sql"]
        assert "2030" in query["sql"]
    with django_assert_num_queries(2):
        known_year(2024)
