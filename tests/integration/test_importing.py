"""A year comes in whole or not at all, and every bad row is named with its line."""

import re
import signal
from pathlib import Path

import pytest

from tests.installation import DEMO_EVENTS, YEAR, Installation, one_sentence
from tests.yearfiles import large_year_file, year_file

# What comes in with a year, and its events; not the one that says which release made the database.
COUNTED = (
    "register_talk",
    "register_auditevent WHERE action <> 'register.upgraded'",
    "register_reference",
    "register_registersource",
)


def counts(house: Installation) -> list[int]:
    return [int(house.sql(f"SELECT count(*) FROM {rows}")[0][0]) for rows in COUNTED]  # noqa: S608


def test_ten_thousand_rows_with_thirty_bad_ones_are_all_reported(
    tmp_path: Path, either: Installation
) -> None:
    path, bad = large_year_file(tmp_path, rows=10_000, wrong=30)
    done = either.run("import", str(path))
    said = [int(line) for line in re.findall(r"^year\.yaml:(\d+):", done.stderr, re.MULTILINE)]
    assert done.returncode == 2
    assert said == bad
    assert counts(either) == [0, 0, 0, 0]


def test_ten_thousand_good_rows_come_in(tmp_path: Path, either: Installation) -> None:
    path, _ = large_year_file(tmp_path, rows=10_000)
    done = either.run("import", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert counts(either) == [10_000, 10_001, 10_000, 1]


# All rows are written and the events are not yet: the worst moment to fall over.
HALFWAY = """
import sys, time
from openkader.cli.main import main
from openkader.register import audit
def wait(*_, **__):
    print("halfway", flush=True)
    time.sleep(60)
audit.append = wait
sys.exit(main(["import", {!r}]))
"""


@pytest.mark.parametrize(
    ("stop", "code", "said"), [(signal.SIGKILL, -9, ""), (signal.SIGINT, 130, "Stopped.")]
)
def test_an_import_that_is_stopped_halfway_leaves_nothing(
    tmp_path: Path, either: Installation, stop: int, code: int, said: str
) -> None:
    assert either.run("migrate").returncode == 0
    path, _ = large_year_file(tmp_path, rows=3000)
    importing = either.script(HALFWAY.format(str(path)))
    assert importing.stdout is not None
    assert importing.stdout.readline() == "halfway\n"
    importing.send_signal(stop)
    _, errors = importing.communicate(timeout=30)
    assert (importing.returncode, errors.strip()) == (code, said)
    assert counts(either) == [0, 0, 0, 0]
    assert either.run("audit", "verify").returncode == 0
    assert either.run("import", str(path)).returncode == 0
    assert counts(either) == [3000, 3001, 3000, 1]


def test_the_same_file_twice_changes_nothing(filled: Installation) -> None:
    before = counts(filled)
    done = filled.run("import", str(YEAR))
    assert done.returncode == 0
    assert "in the register already; nothing was changed" in done.stdout
    assert counts(filled) == before


def test_a_changed_file_of_the_same_name_is_refused(tmp_path: Path, filled: Installation) -> None:
    changed = tmp_path / "2024.yaml"
    changed.write_text(YEAR.read_text(encoding="utf-8") + "# one more line\n", encoding="utf-8")
    before = counts(filled)
    done = filled.run("import", str(changed))
    assert done.returncode == 3
    assert "give the addition a reference of its own" in one_sentence(done).lower()
    assert counts(filled) == before


def test_a_reference_that_was_given_before_is_refused_with_its_line(
    tmp_path: Path, filled: Installation
) -> None:
    body = "talks:\n  - {reference: ZH-2024-02, purpose: exploration, title: {nl: a, en: b}}\n"
    done = filled.run("import", str(year_file(tmp_path, body)))
    assert done.returncode == 2
    assert one_sentence(done).startswith("year.yaml:8: The reference ZH-2024-02 was given before.")


def test_a_second_file_may_point_at_what_the_first_brought(tmp_path: Path, filled: Installation) -> None:
    body = """\
talks:
  - {reference: T-1, purpose: digital, party: P-tan-jian, title: {nl: a, en: b}}
activities:
  - {reference: X-1, request: V-2024-07, title: {nl: a, en: b}}
"""
    assert filled.run("import", str(year_file(tmp_path, body))).returncode == 0
    assert filled.run("audit", "verify").returncode == 0


def test_a_number_that_another_party_has_is_reported_with_its_line(
    tmp_path: Path, house: Installation
) -> None:
    row = "parties:\n  - {{reference: {0}, kind: company, name: x, identifiers: {{kvk: '12345678'}}}}\n"
    assert house.run("import", str(year_file(tmp_path, row.format("P-1")))).returncode == 0
    second = year_file(tmp_path, row.format("P-2"), reference="FX-2", name="second.yaml")
    done = house.run("import", str(second))
    assert done.returncode == 2
    assert one_sentence(done).startswith("second.yaml:8: The number kvk 12345678 belongs to P-1 already.")


def test_a_first_start_several_times_at_once_gives_one_register(unbuilt: Installation) -> None:
    starts = [unbuilt.start("demo", "--no-serve") for _ in range(4)]
    for start in starts:
        _, errors = start.communicate(timeout=60)
        assert (start.returncode, errors) == (0, "")
    done = unbuilt.run("audit", "verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{DEMO_EVENTS} events" in done.stdout


@pytest.mark.parametrize(
    ("body", "line", "sentence"),
    [
        ("talks:\n  - {reference: T, purpose: x, title: {nl: a, en: b}, colour: red}\n", 8, "not known here"),
        ("talks:\n  - {reference: T, purpose: x, title: {nl: a}}\n", 8, "‘en’ is missing"),
        ("talks:\n  - {reference: T, purpose: x, title: {nl: a, en: b}, number: many}\n", 8, "whole number"),
        ("talks:\n  - &a {reference: T, purpose: x, title: {nl: a, en: b}}\n  - *a\n", 8, "anchor"),
        ("talks:\n  - {reference: T, reference: U, purpose: x, title: {nl: a, en: b}}\n", 8, "twice"),
        ("talks:\n  - {reference: T, purpose: x, party: P-9, title: {nl: a, en: b}}\n", 8, "P-9 is neither"),
        ("activities:\n  - {reference: A, request: V-9, title: {nl: a, en: b}}\n", 8, "V-9 is neither"),
        ("activities:\n  - {reference: A, country: China, title: {nl: a, en: b}}\n", 8, "two capitals"),
        ("activities:\n  - {reference: A, period: mei, title: {nl: a, en: b}}\n", 8, "2024-05-23"),
        ("activities:\n  - {reference: A, kind: visit, title: {nl: a, en: b}}\n", 8, "Choose from: incoming"),
        ('talks:\n  - {reference: T, purpose: x, title: {nl: "a\\0", en: b}}\n', 8, "a character that"),
        ("talks:\n  - {reference: T, purpose: x, title: {nl: a, en: " + "b" * 301 + "}}\n", 8, "at most 300"),
        ("parties:\n  - {reference: P, kind: company}\n", 8, "needs a name or a function"),
        ("decisions:\n  - {reference: D, level: request, outcome: refuse}\n", 8, "‘passage’ is missing"),
        ("claims:\n  - {reference: C, chapter: x, figure: z, is: 3}\n", 8, "needs the sentence"),
        ("claims:\n  - {reference: C, chapter: x, figure: z, derived: true}\n", 8, "says one thing"),
    ],
)
def test_a_bad_row_is_a_sentence_with_its_line(
    tmp_path: Path, house: Installation, body: str, line: int, sentence: str
) -> None:
    done = house.run("import", str(year_file(tmp_path, body)))
    assert done.returncode == 2
    assert re.search(rf"^year\.yaml:{line}: .*{re.escape(sentence)}", one_sentence(done)), done.stderr
    assert counts(house) == [0, 0, 0, 0]


def test_codes_that_the_named_kader_does_not_have_are_reported(tmp_path: Path, house: Installation) -> None:
    text = YEAR.read_text(encoding="utf-8")
    for old, new in (
        ("code: migrant_housing", "code: weather"),
        ("purpose: digital", "purpose: tea"),
        ("initiative: municipality", "initiative: nobody"),
        ("measure: M5.match", "measure: M5.none"),
        ("figure: recommendations", "figure: advice"),
    ):
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "2024.yaml"
    path.write_text(text, encoding="utf-8")
    done = house.run("import", str(path))
    assert done.returncode == 2
    assert {"weather", "tea", "nobody", "M5.none", "advice"} == set(
        re.findall(r"‘(\S+)’ is not in the kader", done.stderr)
    )
    assert counts(house) == [0, 0, 0, 0]


def test_an_answer_that_the_kader_does_not_offer_is_reported(tmp_path: Path, house: Installation) -> None:
    text = YEAR.read_text(encoding="utf-8").replace("        value: true", "        value: perhaps", 1)
    path = tmp_path / "2024.yaml"
    path.write_text(text, encoding="utf-8")
    done = house.run("import", str(path))
    assert done.returncode == 2
    assert "perhaps" in one_sentence(done)


def test_a_file_that_is_not_there_is_a_sentence(house: Installation) -> None:
    done = house.run("import", "nowhere.yaml")
    assert done.returncode == 2
    assert "cannot be read" in one_sentence(done)


def test_a_kader_that_is_not_there_is_a_sentence(tmp_path: Path, house: Installation) -> None:
    path = year_file(tmp_path)
    path.write_text(path.read_text().replace("fictional:", "kader: nowhere/2030-01-01\n  fictional:"))
    done = house.run("import", str(path))
    assert done.returncode == 4
    assert "nowhere/2030-01-01" in one_sentence(done)
