"""How the running house is watched: its settings, the lines of its log, and what never stands in them."""

import json
import logging
import re
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import RequestFactory

from openkader.base.errors import Invalid
from openkader.cli.before_serving import place_of, problems
from openkader.cli.serve import usual_workers
from openkader.conf.operation import Operation
from openkader.register.watched_queries import Questions, without_values
from openkader.web.operation.lines import JsonLine, Line
from openkader.web.operation.seen import CURRENT, Seen, look_at
from tests.installation import free_port

TOKEN = "kT9-heel-geheim-token-van-een-adviseur"


def test_without_a_word_the_log_is_quiet_and_nobody_reads_figures() -> None:
    found = Operation.read({})
    assert (found.log, found.slow_ms, found.metrics, found.metrics_token) == ("", 500, False, "")
    assert found.logging(None)["root"] == {"handlers": ["screen"], "level": "WARNING"}


@pytest.mark.parametrize(
    ("variables", "metrics"),
    [
        ({"OPENKADER_METRICS": "local"}, True),
        ({"OPENKADER_METRICS": "off"}, False),
        ({"OPENKADER_METRICS_TOKEN": "x" * 32}, True),
    ],
)
def test_figures_are_read_by_whom_the_settings_name(variables: dict[str, str], metrics: bool) -> None:
    found = Operation.read(variables)
    assert found.metrics is metrics
    assert "x" * 32 not in repr(found)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("OPENKADER_LOG", "xml", "settings.log"),
        ("OPENKADER_SLOW_MS", "-1", "settings.number"),
        ("OPENKADER_METRICS", "everybody", "settings.metrics"),
        ("OPENKADER_METRICS_TOKEN", "short", "settings.metrics-token"),
        ("OPENKADER_METRICS_TOKEN", "x" * 32 + "\n", "settings.metrics-token"),
    ],
)
def test_a_setting_that_means_nothing_is_refused(name: str, value: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        Operation.read({name: value})
    assert [problem.code for problem in caught.value.problems] == [code]
    assert "short" not in str(caught.value)


def test_a_house_that_is_served_writes_no_file(tmp_path: Any) -> None:
    assert "file" not in Operation.read({"OPENKADER_LOG": "json"}).logging(tmp_path / "x.log")["handlers"]  # type: ignore[operator]
    assert "file" in Operation.read({}).logging(tmp_path / "x.log")["handlers"]  # type: ignore[operator]


def seen(path: str = "/", **more: Any) -> Seen:
    return look_at(RequestFactory().get(path, **more))


@pytest.mark.parametrize("given", ["abcdefgh", "4bf92f3577b34da6a3ce929d0e0e4736", "a.b_c-d123"])
def test_a_number_that_a_proxy_gives_is_kept(given: str) -> None:
    assert seen(headers={"X-Request-ID": given}).number == given


@pytest.mark.parametrize(
    "given", ["", "short", "x" * 65, "a b c d e f", "abcdefgh\nlevel=error", "{}<>'\"é!"]
)
def test_a_number_that_is_none_is_replaced_by_one_that_can_be_read_out(given: str) -> None:
    assert re.fullmatch(r"[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}", seen(headers={"X-Request-ID": given}).number)


def test_a_method_that_somebody_makes_up_makes_no_new_figure() -> None:
    assert look_at(RequestFactory().generic("GEHEIM-1", "/")).method == "OTHER"


def a_record(message: str, *values: object, error: Exception | None = None, name: str = "x") -> Any:
    said = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(name, logging.WARNING, "", 1, message, values, said)


def written(record: logging.LogRecord, of: Seen | None) -> tuple[str, str]:
    """The record in either form, as a line about that request."""
    former = CURRENT.set(of)
    try:
        return Line().format(record), JsonLine().format(record)
    finally:
        CURRENT.reset(former)


def raised(error: Exception, cause: Exception | None = None) -> Exception:
    with pytest.raises(type(error)) as caught:
        raise error from cause
    return caught.value


def test_a_line_is_one_line_whatever_somebody_sends() -> None:
    for line in written(a_record("refused: %s", "a\nlevel=error \x1b[2J \u202e \ud800"), None):
        assert line.encode().isascii() or line.isprintable()
        assert "\n" not in line
        assert "\x1b" not in line


def test_an_address_that_leads_nowhere_is_not_written() -> None:
    path = f"/advies/{TOKEN},"
    for line in written(a_record("Not Found: %s", path), seen(path)):
        assert TOKEN not in line
        assert "route" in line


def test_a_bug_is_traced_without_what_was_typed() -> None:
    request = RequestFactory().post(
        "/x/?next=/advies/zoekgeheim/",
        {"password": "mijn wachtwoord 123", "note": "over Wang Verzonnen"},
        headers={"authorization": "Bearer kopgeheim", "cookie": "sessionid=sessiegeheim"},
    )
    assert request.POST
    said = ("mijn wachtwoord 123", "over Wang Verzonnen", "kopgeheim", "sessiegeheim", "/advies/zoekgeheim/")
    error = raised(ValueError(f"cannot read {said!r}"), raised(KeyError(said[0])))
    for line in written(a_record("failed", error=error), look_at(request)):
        assert [one for one in said if one in line] == []
        assert "ValueError" in line
        assert "KeyError" in line
        assert "test_operation.py" in line


def test_of_a_database_error_only_the_first_line_is_kept() -> None:
    error = raised(IntegrityError('duplicate key "x"\nDETAIL: Key (name)=(Wang Verzonnen) already exists.'))
    for line in written(a_record("failed", error=error), None):
        assert "duplicate key" in line
        assert "Wang" not in line


def test_the_web_server_writes_no_address() -> None:
    record = a_record("Error handling request %s", f"/advies/{TOKEN}/", name="gunicorn.error")
    assert all(TOKEN not in line for line in written(record, None))


def test_json_holds_the_fields_and_nothing_that_a_library_hung_on() -> None:
    record = a_record("hello")
    record.figures, record.request_body = {"ms": 3}, "geheim"
    found = json.loads(written(record, None)[1])
    assert set(found) == {"at", "level", "logger", "message", "ms"}


def asked(questions: Questions, sql: str, params: object = None) -> None:
    questions(lambda *_: None, sql, params, False, {})


def test_every_question_is_counted_and_a_slow_one_is_written_without_its_values(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = Questions(slow_ms=100)
    asked(questions, "SELECT 1")
    ticks = iter([0.0, 0.2])
    monkeypatch.setattr("time.perf_counter", lambda: next(ticks))
    asked(questions, "SELECT *\n FROM party WHERE name = %s AND note = 'Wang''s'", ["Wang"])
    assert (questions.count, questions.slow) == (2, 1)
    (line,) = [record.getMessage() for record in caplog.records if record.name == "openkader.slow"]
    assert line == (
        "a question to the database took 200 ms: SELECT * FROM party WHERE name = %s AND note = '…'"
    )


def test_a_question_that_fails_is_counted_too() -> None:
    def fails(*_: object) -> None:
        raise IntegrityError

    questions = Questions(slow_ms=0)
    with pytest.raises(IntegrityError):
        questions(fails, "SELECT 1", None, False, {})
    assert (questions.count, questions.slow) == (1, 0)


def test_a_long_question_is_cut() -> None:
    assert len(without_values("x " * 10_000)) == 4000


@pytest.mark.parametrize(
    ("word", "said", "is_here"),
    [
        ("127.0.0.1:8000", "127.0.0.1:8000", True),
        ("localhost:1", "localhost:1", True),
        ("[::1]:8000", "[::1]:8000", True),
        ("0.0.0.0:80", "0.0.0.0:80", False),
        ("[::]:80", "[::]:80", False),
        ("kader.intern:80", "kader.intern:80", False),
        ("unix:/run/x.sock", "unix:/run/x.sock", True),
    ],
)
def test_a_place_to_listen_on_is_read(word: str, said: str, is_here: bool) -> None:
    place = place_of(word)
    assert (str(place), place.is_for_this_computer) == (said, is_here)


@pytest.mark.parametrize("word", ["", "8000", ":8000", "h:", "h:0", "h:65536", "h:٣", "unix:x"])
def test_a_place_that_is_none_is_refused(word: str) -> None:
    with pytest.raises(Invalid):
        place_of(word)


@pytest.mark.parametrize(("processors", "workers"), [(1, 2), (2, 2), (6, 6), (64, 8)])
def test_two_processes_at_least_and_eight_at_most(processors: int, workers: int) -> None:
    assert usual_workers(processors) == workers


HERE, OUTSIDE = "127.0.0.1:{port}", "0.0.0.0:{port}"
KEY = {"OPENKADER_SECRET_KEY": "k" * 50}


@pytest.mark.parametrize(
    ("place", "variables", "changes", "codes"),
    [
        (HERE, {}, {}, []),
        (OUTSIDE, KEY, {"ALLOWED_HOSTS": ["a.nl"], "SECURE_SSL_REDIRECT": True}, []),
        (HERE, {}, {"DEBUG": True}, ["serve.debug"]),
        (OUTSIDE, {}, {"ALLOWED_HOSTS": ["a.nl"]}, ["serve.no-https"]),
        (OUTSIDE, {}, {"SECURE_SSL_REDIRECT": True}, ["serve.no-name"]),
        (HERE, {"OPENKADER_SECRET_KEY": "short"}, {}, ["serve.short-key"]),
        (HERE, {}, {"DATABASES": {"default": {"HOST": "db.example"}}}, ["serve.no-shared-key"]),
        (HERE, KEY, {"DATABASES": {"default": {"HOST": "db.example"}}}, []),
        (HERE, {}, {"DATABASES": {"default": {"HOST": "/run/postgresql"}}}, []),
        (HERE, {}, {"DATABASES": {"default": {"HOST": "127.0.0.1"}}}, []),
        ("unix:/run/x", {}, {}, []),
    ],
)
def test_nothing_opens_before_all_is_right(
    place: str,
    variables: dict[str, str],
    changes: dict[str, Any],
    codes: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from django.conf import settings

    usual = {"DEBUG": False, "ALLOWED_HOSTS": ["localhost"], "SECURE_SSL_REDIRECT": False}
    for name, value in (usual | changes).items():
        monkeypatch.setattr(settings, name, value)
    where = place_of(place.format(port=free_port()))
    assert [problem.code for problem in problems([where], variables)] == codes
