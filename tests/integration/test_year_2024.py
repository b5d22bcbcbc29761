"""The year 2024 as it stands in the register: what the source says, and nothing more."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import Precision
from openkader.register import selectors
from openkader.register.yearfile import read_year_file
from tests.installation import YEAR

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]


def rows(collection: str, **chosen: object) -> list[selectors.Row]:
    found = selectors.rows(collection, 2024, reader=HOUSE)
    return [row for row in found if all(row[name] == value for name, value in chosen.items())]


def test_six_activities_with_china_in_the_order_of_the_annex() -> None:
    found = [row for row in selectors.activities_of(2024, reader=HOUSE) if row["programme"] == "china"]
    assert [row["id"] for row in found] == [f"ZH-2024-0{number}" for number in range(1, 7)]
    assert Counter(row["kind"] for row in found) == {
        "incoming_delegation": 3,
        "outgoing_mission": 1,
        "event": 1,
        "embassy_talk": 1,
    }
    assert [row["period"].precision for row in found] == [  # type: ignore[attr-defined]
        Precision.MONTH,
        Precision.DAY,
        Precision.MONTH,
        Precision.DAY,
        Precision.MONTH,
        Precision.DAY,
    ]


def test_own_parties_are_numbers_without_names() -> None:
    found = rows("participations", role="own_party")
    assert [(row["number"], row["dropped_out"]) for row in found] == [
        (18, False),
        (1, True),
        (1, False),
        (15, False),
        (3, False),
    ]
    assert {row["party"] for row in found} == {None}


def test_two_holders_of_one_function_are_two_parties() -> None:
    visitors = [
        row["party"]
        for row in rows("participations", role="counterpart")
        if row["kind"] == "incoming_delegation"
    ]
    assert len(set(visitors)) == 3


def test_topics_of_the_annex_are_told_from_those_of_the_text() -> None:
    found = {row["id"]: row for row in rows("activities")}
    assert found["ZH-2024-06"]["topics_listed"] == ["policy_line", "societal_challenges"]
    assert "chain_transparency" in found["ZH-2024-06"]["topics"]  # type: ignore[operator]
    assert "responsible_business" not in found["ZH-2024-01"]["topics"]  # type: ignore[operator]
    assert "responsible_business" not in found["ZH-2024-04"]["topics"]  # type: ignore[operator]
    assert found["ZH-2024-07"]["topics"] is None


def test_agreements_stand_with_the_activity_where_they_were_signed() -> None:
    assert Counter(row["url_ref"] for row in rows("agreements")) == {"ZH-2024-04": 2, "ZH-2024-05": 1}


def test_other_countries_are_two_groups_of_which_only_the_size_is_known() -> None:
    found = rows("activities", programme="other_countries")
    assert [(row["kind"], row["number"], row["country"]) for row in found] == [
        ("incoming_delegation", 7, None),
        ("other", 2, None),
    ]


def test_talks_are_counted_where_the_source_counts_them() -> None:
    assert {row["purpose"]: row["number"] for row in rows("talks")} == {
        "exploration": 10,
        "digital": None,
        "evaluation": None,
        "policy": None,
    }


def test_decisions_are_reconstructed_and_keep_the_level_and_the_instrument_apart() -> None:
    found = rows("decisions")
    assert {row["reconstructed"] for row in found} == {True}
    assert Counter(row["level"] for row in found) == {"request": 5, "delegation": 4, "organisation": 1}
    closed = [row for row in found if row["instrument"]]
    assert [(row["instrument"], row["outcome"], row["number"], row["ground"]) for row in closed] == [
        ("protocol_international_requests", None, None, None),
        ("assessment_framework", "refuse", None, None),
    ]


def test_reported_is_not_evidenced() -> None:
    evidenced = [row["id"] for row in rows("measures", evidenced=True)]
    assert evidenced == ["ZH-2024-02-M3.report"]
    assert {row["status"] for row in rows("measures")} == {"reported", "open"}


def test_no_request_can_be_settled_on_what_the_source_says() -> None:
    for number in range(1, 8):
        assessment = selectors.dossier(f"V-2024-0{number}", reader=HOUSE).assessments[-1]
        assert (assessment["outcome"], assessment["settled"]) == ("hold", False)


def test_every_line_has_its_finding_and_every_recommendation_its_sentence() -> None:
    lines = {row["line"] for row in rows("findings", subject="action_line")}
    assert lines == {f"{pillar}{number}" for pillar in "EM" for number in range(1, 6)}
    assert len(rows("recommendations")) == 7
    assert all(row["passage"] for row in (*rows("findings"), *rows("recommendations")))


def test_every_record_shows_the_sentence_it_rests_on() -> None:
    file = read_year_file(YEAR)
    parts = [
        part for x in file.activities for part in (*x.participations, *x.topics, *x.agreements, *x.measures)
    ]
    records = (
        *file.requests,
        *file.decisions,
        *file.activities,
        *file.talks,
        *file.claims,
        *file.parties,
        *parts,
    )
    assert [record for record in records if not record.passage] == []


@pytest.mark.parametrize(
    ("reference", "title"),
    [
        ("ZH-2024-02", "Roadshow in de Chinese provincies Hebei en Shandong"),
        ("V-2024-02", "Roadshow voor tuinbouwbedrijven door Hebei en Shandong"),
        ("ZH-2024-02-P1", "Roadshow in de Chinese provincies Hebei en Shandong"),
        ("V-2024-07", "Studenten bedrijfskunde koppelen aan Chinese partners"),
        ("G-2024-01", "Gesprekken voor de verdere verkenning"),
        ("B-2024-10", "Organisaties die na toetsing deelnamen"),
        ("ZH-2024-07", "Inkomende delegaties uit andere landen"),
    ],
)
def test_every_reference_leads_to_its_dossier(reference: str, title: str) -> None:
    assert selectors.dossier(reference, reader=HOUSE).title.nl == title


def test_every_row_behind_a_figure_has_a_dossier() -> None:
    for collection in selectors.COLLECTIONS:
        for row in selectors.rows(collection, 2024, reader=HOUSE):
            assert selectors.dossier(str(row["url_ref"]), reader=HOUSE).title.nl


def test_the_request_and_its_activity_are_one_case() -> None:
    by_request = selectors.dossier("V-2024-04", reader=HOUSE)
    by_activity = selectors.dossier("ZH-2024-04", reader=HOUSE)
    assert by_request.activities == by_activity.activities
    assert by_request.request == by_activity.request
    assert by_request.events == by_activity.events


def test_a_dossier_takes_ten_questions() -> None:
    with CaptureQueriesContext(connection) as queries:
        selectors.dossier("ZH-2024-02", reader=HOUSE)
    assert len(queries) <= 10


@pytest.mark.parametrize("collection", sorted(selectors.COLLECTIONS))
def test_a_collection_takes_few_questions_however_long(collection: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        rows = selectors.rows(collection, 2024, reader=HOUSE)
    assert len(rows) > 2
    assert len(queries) <= 3
