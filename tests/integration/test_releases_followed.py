"""A database goes from one line of releases to the next: no line is skipped, and none goes back."""

import json

import pytest

from tests.installation import Installation, one_sentence

AS = """
import sys
import openkader
openkader.__version__ = {version!r}
from openkader.cli.main import main
sys.exit(main({words!r}))
"""


def run_as(house: Installation, version: str, *words: str) -> tuple[int, str]:
    """A command of another release."""
    process = house.script(AS.format(version=version, words=words))
    _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors, errors
    return process.returncode, " ".join(errors.split())


def releases(house: Installation) -> list[str]:
    rows = house.sql("select detail from register_auditevent where action = 'register.upgraded' order by id")
    return [json.loads(row[0])["release"] for row in rows]


def test_the_trail_says_which_releases_there_were(filled: Installation) -> None:
    assert run_as(filled, "0.1.3", "migrate") == (0, "")
    assert run_as(filled, "0.2.0", "migrate") == (0, "")
    assert run_as(filled, "0.2.0", "migrate") == (0, "")
    assert releases(filled) == ["0.1.0", "0.1.3", "0.2.0"]
    assert filled.sql("select count(*) from register_auditevent where action = 'register.upgraded'") == [(3,)]


def test_a_line_that_would_be_skipped_is_named_and_nothing_changes(filled: Installation) -> None:
    before = filled.sql("select * from register_audithead")
    code, said = run_as(filled, "0.3.1", "migrate")
    assert code == 3
    assert "First install 0.2 and" in said
    assert filled.sql("select * from register_audithead") == before


@pytest.mark.parametrize("words", [("migrate",), ("audit", "verify"), ("demo", "--no-serve")])
def test_an_older_line_leaves_a_newer_database_alone(filled: Installation, words: tuple[str, ...]) -> None:
    assert run_as(filled, "0.2.0", "migrate") == (0, "")
    before = filled.sql("select * from register_audithead")
    done = filled.run(*words)
    assert done.returncode == 3
    assert "Install 0.2.0 or newer" in one_sentence(done)
    assert filled.sql("select * from register_audithead") == before
