"""Every code that the source can raise has its sentence, and every sentence its code."""

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import openkader
from openkader.base.messages import MESSAGES, NOUNS

SOURCE = Path(openkader.__file__).parent
CATALOGUES = frozenset(path.name for path in (SOURCE / "base").glob("*sentences.py")) | {"messages.py"}
# Who takes a code as its first argument.
TAKERS = frozenset({"Problem", "Refusal", "Unavailable", "report", "_report"})


@dataclass(frozen=True, slots=True)
class Use:
    """A place in the source where a code is used, with the details that it fills in."""

    code: str
    where: str
    details: frozenset[str] | None  # None where the source does not show them


def calls(names: frozenset[str]) -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name_of(node.func) in names and node.args:
                yield path, node


def name_of(function: ast.expr) -> str:
    return getattr(function, "id", "") or getattr(function, "attr", "")


def details_of(call: ast.Call) -> frozenset[str] | None:
    """The names that are filled in: keywords, or the keys of a dict written out."""
    if name_of(call.func) in ("report", "_report"):
        return frozenset(word.arg for word in call.keywords if word.arg) | given_by_place(call)
    dicts = [arg for arg in call.args if isinstance(arg, ast.Dict)]
    if not dicts:
        fixed = 2 if name_of(call.func) == "Problem" else 1
        return frozenset() if len(call.args) == fixed and not call.keywords else None
    keys = [key.value for key in dicts[0].keys if isinstance(key, ast.Constant)]
    return frozenset(str(key) for key in keys) if len(keys) == len(dicts[0].keys) else None


def given_by_place(call: ast.Call) -> frozenset[str]:
    """Of a row of a spreadsheet the column is named, and its heading follows from it."""
    of_a_column = ast.unparse(call.func) in ("judged.report", "self.report") and len(call.args) > 1
    return frozenset({"heading"} if of_a_column else ())


def uses() -> Iterator[Use]:
    for path, call in calls(TAKERS):
        code = call.args[0]
        if isinstance(code, ast.Constant) and isinstance(code.value, str):
            yield Use(code.value, f"{path.relative_to(SOURCE)}:{call.lineno}", details_of(call))


def words_in_source() -> set[str]:
    """Every string of the source outside the catalogues."""
    trees = (
        ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py") if path.name not in CATALOGUES
    )
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {
        node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } | {
        "not-found"  # said for every `NotFound`
    }


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


USES = sorted(uses(), key=lambda use: (use.code, use.where))


def test_the_source_is_really_read() -> None:
    assert {"document.duplicate-key", "kader.circle", "facts.unknown-fact"} <= {use.code for use in USES}


@pytest.mark.parametrize("use", USES, ids=lambda use: f"{use.code} {use.where}")
def test_every_code_has_a_sentence_whose_placeholders_its_use_fills(use: Use) -> None:
    assert use.code in MESSAGES
    if use.details is not None:
        assert placeholders(MESSAGES[use.code].nl) <= use.details
        assert placeholders(MESSAGES[use.code].en) <= use.details


def test_every_sentence_is_said_somewhere() -> None:
    assert sorted(MESSAGES.keys() - words_in_source()) == []


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_say_the_same_details(code: str) -> None:
    assert placeholders(MESSAGES[code].nl) == placeholders(MESSAGES[code].en)


def test_everything_that_can_be_sought_in_vain_has_a_name() -> None:
    sought = {
        call.args[0].value
        for _, call in calls(frozenset({"NotFound"}))
        if isinstance(call.args[0], ast.Constant)
    }
    assert sought - NOUNS.keys() == set()
