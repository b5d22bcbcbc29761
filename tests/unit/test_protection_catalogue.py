"""The list for information protection as an organisation writes it, and what of it can be wrong."""

from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.casework.protection import PhaseName, ShownWhen, load_protection
from openkader.casework.vocabulary import Kind
from openkader.kader import load_kader
from tests.unit.protections import FILE, PACK, a_catalogue


def problems(folder: Path, text: str) -> list[tuple[str, str]]:
    (folder / "protection.yaml").write_text(text, encoding="utf-8")
    measures = {"E2.experts": 1, "E2.travel": 1, "E2.security_first": 1}
    with pytest.raises(Invalid) as caught:
        load_protection(folder, sources={"EVAL24": 1}, measures=measures)
    return [(problem.code, problem.where) for problem in caught.value.problems]


def test_a_mission_has_twenty_six_steps_in_three_phases_and_a_visit_has_seven() -> None:
    found = a_catalogue()
    assert len(found.steps_for(Kind.OUTGOING_MISSION)) == 26
    assert [one.phase for one in found.phases_for(Kind.OUTGOING_MISSION)] == list(PhaseName)[:3]
    assert [one.id for one in found.steps_for(Kind.INCOMING_DELEGATION)] == [f"V{n}" for n in range(1, 8)]


def test_an_agreement_and_what_nobody_said_have_no_steps() -> None:
    assert a_catalogue().phases_for(Kind.AGREEMENT) == ()
    assert a_catalogue().phases_for(None) == ()


def test_the_list_says_that_it_is_partial_and_what_has_to_replace_it() -> None:
    found = a_catalogue()
    assert "niet volledig" in found.partial.nl
    assert "Vervang" in found.partial.nl
    assert "not complete" in found.partial.en


def test_each_step_names_its_sources_and_each_source_is_used() -> None:
    found = a_catalogue()
    steps = [step for phase in found.phases for step in phase.steps]
    used = {name for step in steps for name in step.sources}
    assert all(step.sources for step in steps)
    assert used == {one.id for one in found.sources}
    assert found.source("VK").date == "2018-04"
    assert found.source("LKV4").date is None


def test_the_kader_knows_nothing_of_the_list(tmp_path: Path) -> None:
    """The digest of a kader stays what it was, so that no earlier assessment changes."""
    import shutil

    without = tmp_path / "zuid-holland"
    shutil.copytree(PACK, without)
    (without / "protection.yaml").unlink()
    assert load_kader(without / "2024-01-01").digest == load_kader(PACK / "2024-01-01").digest


def test_other_words_are_another_list(tmp_path: Path) -> None:
    (tmp_path / "protection.yaml").write_text(
        FILE.replace("Maak een back-up thuis", "Maak een kopie"), "utf-8"
    )
    other, ours = load_protection(tmp_path), a_catalogue()
    assert other.digest(Kind.OUTGOING_MISSION) != ours.digest(Kind.OUTGOING_MISSION)
    assert other.digest(Kind.INCOMING_DELEGATION) == ours.digest(Kind.INCOMING_DELEGATION)


def test_what_a_sign_off_shows_depends_on_what_it_holds() -> None:
    found = a_catalogue()
    assert found.shown_by([ShownWhen.SIGNED]) == ("E2.experts",)
    assert found.shown_by(list(ShownWhen)) == ("E2.experts", "E2.travel", "E2.security_first")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("url: https://nos.nl", "url: javascript:alert(1)//nos.nl", "protection.address"),
        ('date: "2018-04"', 'date: "2018-13"', "protection.date"),
        ('date: "2018-04"', 'date: "april 2018"', "protection.date"),
        ("sources: [NOS, RTL]", "sources: [NOS, NRC]", "protection.unknown-source"),
        ("sources: [NOS, RTL]", "sources: []", "protection.no-source"),
        ("measure: E2.travel", "measure: E2.trip", "protection.measure"),
        ("measure: E2.travel", "measure: E2.experts", "kader.duplicate-id"),
        ("when: prepared", "when: later", "kader.unknown-word"),
        ("id: IB02", "id: IB-02", "protection.name"),
        ("id: IB02", f"id: {'a' * 21}", "protection.name"),
        ("id: IB02", "id: IB01", "kader.duplicate-id"),
        ("id: communication", "id: other", "kader.duplicate-id"),
        ("id: RTL", "id: NOS", "kader.duplicate-id"),
        ("phase: during", "phase: before", "kader.duplicate-id"),
        ("phase: during", "phase: later", "kader.unknown-word"),
        ("kinds: [outgoing_mission]", "kinds: [missions]", "kader.unknown-word"),
        ("prepares: true", "prepares: ja", "document.wrong-type"),
        ("source: EVAL24, place", "source: EVAL23, place", "kader.unknown-source"),
        ("  partial:\n", "  whole:\n", "document.unknown-key"),
        ("phases:\n", "phases: 3\nrest:\n", "document.wrong-type"),
    ],
)
def test_what_is_wrong_with_the_list_is_said(tmp_path: Path, old: str, new: str, code: str) -> None:
    """Where one line is wrong, that line is named; a name that stands there twice is said of the whole."""
    assert old in FILE
    found = dict(problems(tmp_path, FILE.replace(old, new, 1)))
    assert code in found
    line = FILE[: FILE.index(old)].count("\n") + 1
    is_of_one_line = ":" in found[code] and "\n" not in old
    assert not is_of_one_line or found[code].partition(":")[2].startswith(str(line))


def test_all_that_is_wrong_is_said_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = FILE.replace('date: "2018-04"', 'date: "gisteren"', 1).replace("[VSSE]", "[KGB]", 1)
    found = problems(tmp_path, text)
    assert {code for code, _ in found} == {"protection.date", "protection.unknown-source"}
    assert all(where.startswith("protection.yaml:") for _, where in found)


def test_an_empty_list_lacks_each_of_its_parts(tmp_path: Path) -> None:
    found = problems(tmp_path, "phases: []\n")
    assert [code for code, _ in found].count("document.missing-key") >= 4
