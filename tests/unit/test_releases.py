"""From which release to which an installation may go."""

import pytest

from openkader.base import releases
from openkader.base.messages import sentence
from openkader.base.releases import is_newer, refuses_step


@pytest.mark.parametrize(
    ("written", "here"),
    [("0.1.0", "0.1.0"), ("0.1.0", "0.1.9"), ("0.1.9", "0.1.0"), ("0.1.4", "0.2.0"), ("0.1.0", "0.2.0.dev1")],
)
def test_the_same_line_and_the_next_one_are_fine(written: str, here: str) -> None:
    assert refuses_step(written, here) is None


@pytest.mark.parametrize(
    ("written", "here", "between"), [("0.1.4", "0.3.0", "0.2"), ("0.2.0", "0.9.1", "0.3")]
)
def test_a_line_that_is_skipped_is_named(written: str, here: str, between: str) -> None:
    refusal = refuses_step(written, here)
    assert refusal is not None
    assert refusal.code == "release.skipped"
    assert f"First install {between} and" in sentence(refusal.code, refusal.detail, "en")


@pytest.mark.parametrize("written", ["0.2.0", "1.0.0", "0.10.0"])
def test_nothing_goes_back_to_an_earlier_line(written: str) -> None:
    refusal = refuses_step(written, "0.1.0")
    assert refusal is not None
    assert refusal.code == "release.newer"
    assert f"Install {written} or newer" in sentence(refusal.code, refusal.detail, "en")


def test_the_last_line_of_a_first_number_leads_to_the_next_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(releases.LAST_OF, 0, 4)
    assert refuses_step("0.4.2", "1.0.0") is None
    refusal = refuses_step("0.4.2", "1.1.0")
    assert refusal is not None
    assert refusal.detail["between"] == "1.0"


@pytest.mark.parametrize("word", ["", "latest", "1", "0.1.0\n", "-1.0", "9999999.0"])
def test_what_is_no_version_of_ours_is_not_taken_for_an_earlier_one(word: str) -> None:
    assert is_newer(word, than="0.1.0")
    refusal = refuses_step(word, "0.1.0")
    assert refusal is not None
    assert refusal.code == "release.newer"
