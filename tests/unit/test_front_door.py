"""The front door as an organisation writes it, and what has to be known to take a request in."""

from datetime import date
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.casework.intake import UNKNOWN, Stage, load_front_door, may_receive, may_repeat, stage_of
from openkader.casework.life_cycle import State
from openkader.casework.vocabulary import Kind

PACKS = Path(__file__).resolve().parents[2] / "src/openkader/packs"
SEVEN = set(Kind) - {Kind.OTHER}
FILE = (PACKS / "zuid-holland" / "front-door.yaml").read_text(encoding="utf-8")
DAY = date(2030, 5, 1)


def problems(folder: Path, text: str) -> list[tuple[str, str]]:
    (folder / "front-door.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_front_door(folder)
    return [(problem.code, problem.where.partition(":")[0]) for problem in caught.value.problems]


def test_each_of_the_seven_kinds_is_asked_for_what_it_needs() -> None:
    door = load_front_door(PACKS / "zuid-holland")
    assert {choice.kind for choice in door.kinds} == SEVEN
    asked = {kind: {question.id for question in door.asked(kind)} for kind in SEVEN}
    always = {"name", "email", "subject", "asked", "country", "initiative", "reason"}
    assert all(always <= questions for questions in asked.values())
    assert "technology" not in asked[Kind.EMBASSY_TALK]
    assert "when" not in asked[Kind.AGREEMENT]
    assert asked[Kind.INVESTMENT_SUPPORT] >= {"investors", "amount"}
    assert "investors" not in asked[Kind.EVENT]


def test_a_country_falls_under_its_relation_and_an_unknown_one_under_none() -> None:
    door = load_front_door(PACKS / "zuid-holland")
    assert (door.programme("CN"), door.programme("JP"), door.programme(None)) == (
        "china",
        "other_countries",
        None,
    )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("prefix: ZH", "prefix: zh-", "front-door.prefix"),
        ("  prefix: ZH\n", "", "document.missing-key"),
        ("type: line", "type: lines", "kader.unknown-word"),
        ("section: who", "section: whom", "kader.unknown-word"),
        ("kinds: [agreement]", "kinds: [agreements]", "kader.unknown-word"),
        ("id: phone", "id: name", "kader.duplicate-id"),
        ("- id: subject", "- id: topic", "front-door.always"),
        ("section: who, required: true, autocomplete: name", "section: who", "front-door.always"),
        ("id: initiative\n    type: initiative", "id: who_began\n    type: initiative", "kader.unknown-word"),
        ("en: Who are you?", "de: Wer?", "document.unknown-key"),
        ("kind: event", "kind: events", "kader.unknown-word"),
    ],
)
def test_a_mistake_in_the_file_is_named(old: str, new: str, code: str, tmp_path: Path) -> None:
    assert old in FILE
    assert (code, "front-door.yaml") in problems(tmp_path, FILE.replace(old, new, 1))


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    text = FILE.replace("prefix: ZH", "prefix: zh").replace("section: who", "section: whom", 2)
    assert len(problems(tmp_path, text)) == 3


def test_no_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as caught:
        load_front_door(tmp_path)
    assert caught.value.problems[0].code == "document.unreadable"


def test_the_initiative_is_always_recorded() -> None:
    known = ("company", "province")
    assert may_receive("province", known, DAY, DAY) is None
    assert may_receive(UNKNOWN, known, DAY, DAY) is None
    for word in ("", "somebody"):
        refusal = may_receive(word, known, DAY, DAY)
        assert refusal is not None
        assert refusal.code == "request.no-initiative"


def test_nothing_came_in_tomorrow() -> None:
    refusal = may_receive(UNKNOWN, (), date(2030, 5, 2), DAY)
    assert refusal is not None
    assert (refusal.code, refusal.detail["day"]) == ("request.not-yet", "2030-05-02")


def test_a_requester_is_told_that_it_was_decided_and_not_what() -> None:
    assert {stage_of(state) for state in State} == set(Stage)
    decided = {State.GRANTED, State.REFUSED, State.REFERRED, State.WITHDRAWN, State.CARRIED_OUT, State.CLOSED}
    assert {state for state in State if stage_of(state) is Stage.DECIDED} == decided


def test_a_key_that_was_used_gives_the_same_again_and_nothing_else() -> None:
    assert may_repeat("a", "a") is None
    assert may_repeat("a", None) is None
    for kept in ("b", None):
        refusal = may_repeat(kept, "a")
        assert refusal is not None
        assert refusal.code == "request.other-content"
