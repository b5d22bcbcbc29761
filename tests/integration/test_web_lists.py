"""The pages about lists and about equal treatment: how fresh, what failed, and whom screening bothers."""

import json
import time
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from openkader.cli.main import main
from openkader.register import screeners, services
from tests.integration.list_houses import a_damaged_list, broken_off, lists_in, without_its_snapshot
from tests.integration.register_house import HAND
from tests.integration.yente_server import Server, say, serving
from tests.web_pages import MOST_QUERIES, colleague, page, queries_of

MAPPING = "table:\n  id: [Number]\n  schema: Person\n  properties: {name: Name}\n"
ROW = {
    "origin": "dutch",
    "script": "latin",
    "n": 240,
    "match": 0,
    "check": 1,
    "alert": 1,
    "namesakes": 2,
    "low": 0.0007,
    "high": 0.0232,
    "worse_off": False,
}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(settings: Any, tmp_path: Path) -> Path:
    settings.OPENKADER_DATA = tmp_path
    return tmp_path


def a_list(data: Path, *names: str, verb: str = "add") -> int:
    """A list of invented people in a file of our own, added or renewed."""
    rows = "".join(f"{number},{name}\n" for number, name in enumerate(names))
    (data / "list.csv").write_text("Number,Name\n" + rows)
    (data / "mapping.yaml").write_text(MAPPING)
    if verb == "update":
        return main(["lists", "update", "fictief"])
    more = ["--format", "table", str(data / "list.csv"), "--mapping", str(data / "mapping.yaml")]
    return main(["lists", "add", "fictief", *more])


def lists_page() -> str:
    return " ".join(colleague().get("/lijsten/").content.decode().split())


def report(*rows: dict[str, Any]) -> None:
    document = {
        "made_at": "2026-11-24T08:00:00+00:00",
        "lists": [{"id": "un", "snapshot": "s"}],
        "rows": rows,
    }
    services.keep_screening_count(json.dumps(document), **HAND)


def test_without_lists_the_page_says_that_nothing_can_be_screened() -> None:
    assert "Zonder lijst kan niets worden gescreend" in lists_page()


def test_a_list_is_shown_with_its_date_and_size(data: Path) -> None:
    assert a_list(data, "Wang Verzonnen", "Li Bedacht") == 0
    text = lists_page()
    for words in ("Van kracht", "vandaag", "Personen: 2", "list.csv"):
        assert words in text
    assert str(data) not in text


def test_every_form_has_a_name_for_an_official() -> None:
    from openkader.screening.lists import Format
    from openkader.web.presenters.screening_words import FORMATS

    assert set(FORMATS) == set(Format)


def test_a_shrunken_download_is_said_and_the_former_stays(data: Path) -> None:
    a_list(data, "Wang Verzonnen", "Li Bedacht")
    a_list(data, "Wang Verzonnen", verb="update")
    text = lists_page()
    assert "1 lijst vraagt aandacht" in text
    assert "De vorige momentopname blijft van kracht" in text
    assert "gekrompen van 2 naar 1" in text
    assert "Personen: 2" in text


def test_records_that_could_not_be_read_are_told_one_by_one(data: Path) -> None:
    a_list(data, "Wang Verzonnen", *(f"Naam {number}" for number in range(150)), "")
    text = lists_page()
    assert "1 record kon niet worden gelezen" in text
    assert "heeft geen naam" in text


def test_a_damaged_list_hides_no_other(data: Path) -> None:
    a_list(data, "Wang Verzonnen")
    a_damaged_list(data, "stuk")
    text = lists_page()
    assert "Deze lijst kan niet worden gebruikt" in text
    assert "Beschadigd" in text
    assert "Van kracht" in text


def test_an_address_that_holds_a_token_is_never_shown(data: Path) -> None:
    from openkader.screening.lists import Definition, Format

    source = "https://user:secret@lists.example/x.xml?token=secret"
    lists_in(data).folder("eu").define(Definition(id="eu", format=Format.EU_XML, sources=(source,)))
    text = lists_page()
    assert "lists.example" in text
    assert "secret" not in text
    assert "Nooit gelezen" in text


def test_the_page_of_lists_asks_the_database_at_most_twelve_times(data: Path) -> None:
    a_list(data, "Wang Verzonnen")
    assert queries_of("/lijsten/", colleague()) <= MOST_QUERIES


def test_an_old_list_says_its_age(data: Path) -> None:
    from openkader.screening.lists import state_of
    from openkader.web.presenters.lists import shown_lists

    a_list(data, "Wang Verzonnen")
    later = timezone.localtime().replace(hour=12) + timedelta(days=40)  # in days of the house
    table = shown_lists([state_of(lists_in(data).folder("fictief"))], later)
    assert "40 dagen geleden" in str(table)
    assert "overdue" in str(table)


def test_a_list_that_nobody_renews_says_whom_to_ask(data: Path) -> None:
    from openkader.screening.lists import Attempt

    a_list(data, "Wang Verzonnen")
    lists_in(data).folder("fictief").note(Attempt(at="2026-01-05T08:00:00+00:00", worked=True))
    text = lists_page()
    for words in (
        "Lang niet gecontroleerd",
        "Vraag de beheerder of het vernieuwen nog loopt",
        "5 januari 2026",
    ):
        assert words in text


def test_an_attempt_that_was_broken_off_is_said(data: Path) -> None:
    a_list(data, "Wang Verzonnen")
    broken_off(data, "fictief")
    text = lists_page()
    assert "Afgebroken" in text
    assert "De vorige momentopname blijft van kracht" in text


def test_a_list_of_which_the_snapshot_is_gone_hides_no_other(data: Path) -> None:
    a_list(data, "Wang Verzonnen")
    without_its_snapshot(data, "fictief")
    assert "Er wordt niemand gescreend totdat zij is hersteld" in lists_page()


def test_where_a_server_compares_its_lists_are_shown(data: Path, settings: Any) -> None:
    a_list(data, "Wang Verzonnen")
    with serving() as yente:
        settings.SCREENING_URL = yente.url
        text = lists_page()
    for words in (yente.url, "xx_list", "yy_list", "70"):
        assert words in text
    for words in ("fictief", "zz_other", "Er zijn nog geen lijsten", "zegt niet welke"):
        assert words not in text


def test_a_server_that_is_gone_is_said_on_the_page_and_by_the_command(
    data: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving() as gone:
        settings.SCREENING_URL = gone.url
    text = lists_page()
    assert "Er wordt niemand gescreend zolang" in text
    assert "is niet te bereiken" in text
    assert "Zonder lijst" not in text
    assert main(["lists", "status"]) == 5
    assert "is niet te bereiken" in capsys.readouterr().err


def test_the_command_names_the_lists_of_a_server(settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with serving() as yente:
        settings.SCREENING_URL = yente.url
        assert main(["lists", "status"]) == 0
    assert f"vergeleken door screeningserver {yente.url}" in capsys.readouterr().out


def test_a_busy_server_keeps_nobody_waiting_for_a_page(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Server, "take", lambda self, handler: say({}, 429, Retry_After="2")(handler))
    with serving() as yente:
        settings.SCREENING_URL = yente.url
        monkeypatch.setattr(screeners, "time", SimpleNamespace(monotonic=time.monotonic, sleep=None))
        assert "heeft het te druk" in lists_page()


def test_equal_treatment_is_for_everyone_and_says_when_nobody_counted() -> None:
    assert "openkader screening report" in page("/screening/gelijkheid/")


def test_rates_stand_beside_their_range_and_who_is_worse_off_is_marked() -> None:
    worse = {
        **ROW,
        "origin": "chinese_pinyin",
        "check": 40,
        "alert": 40,
        "low": 0.12,
        "high": 0.22,
        "worse_off": True,
    }
    report(ROW, worse)
    text = " ".join(page("/screening/gelijkheid/").split())
    assert "12,0 tot en met 22,0" in text
    assert "Vaker dan de rest" in text
    assert text.index("12,0 tot") < text.index("0,1 tot")
    assert "4 namen zijn gelijk aan die van iemand op een lijst" in text


def test_of_nobody_no_rate_is_known() -> None:
    report({**ROW, "n": 0, "check": 0, "alert": 0, "low": 0.0, "high": 1.0, "origin": "<script>"})
    text = page("/screening/gelijkheid/")
    assert "onbekend" in text
    assert "<script>" not in text.split("<main")[1]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"rows": [{}]}', json.dumps({"rows": [{**ROW, "alert": 999}]})]
)
def test_a_report_that_cannot_be_read_is_never_shown_as_none(content: str) -> None:
    services.keep_screening_count(content, **HAND)
    assert Client().get("/screening/gelijkheid/").status_code == 503
