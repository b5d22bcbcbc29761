"""Small random kaders written down as people do: blocks and brackets mixed, comments anywhere, blank lines."""

from collections.abc import Iterator, Mapping
from random import Random

from openkader.base.flowing import Plain, flowing, word
from openkader.base.text import Text
from openkader.kader import Condition, Fact, FactType, Kader, Value
from openkader.kader.conditions import AllOf, AnyOf, Not, Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.model import ProposalRow, Table

_WORDS = {
    Operator.HAS_ALL: "has_all",
    Operator.AT_LEAST: "at_least",
    Operator.AT_MOST: "at_most",
    Operator.BEFORE: "before",
    Operator.SINCE: "since",
    Operator.COUNT_AT_LEAST: "at_least",
}


def text_of(kader: Kader, seed: int) -> str:
    """All of it in one file."""
    said: dict[str, Plain] = {
        "kader": _heading(kader),
        "facts": [_fact(fact) for fact in kader.facts.values()],
        "tables": [_table(table) for table in kader.tables],
        "proposal": [_row(row) for row in kader.proposal],
    }  # fmt: skip
    return strewn_text(said, seed)


def strewn_text(said: Mapping[str, Plain], seed: int) -> str:
    """Sections as people write them down."""
    draw = Random(seed)  # noqa: S311 - the same layout every time
    lines = [line for key, value in said.items() for line in (f"{key}:{_value(draw, value, 1)}").split("\n")]
    return "".join(f"{line}\n" for one in lines for line in _strewn(draw, one))


def condition_said(condition: Condition) -> dict[str, Plain]:
    """A condition as data, in the plainest way."""
    match condition:
        case AllOf(parts):
            return {"all": [condition_said(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [condition_said(part) for part in parts]}
        case Not(part):
            return {"not": condition_said(part)}
        case FactTest(fact, operator, operand):
            value = value_said(operand)
            return {fact: {_WORDS[operator]: value} if operator in _WORDS else value}
    raise AssertionError(condition)


def value_said(value: Value) -> Plain:
    """A value as data."""
    return [*sorted(value)] if isinstance(value, frozenset) else value


def _heading(kader: Kader) -> Plain:
    names = ("organisation", "title", "adopted")
    return {**{name: _both("x") for name in names}, "in_force_from": kader.in_force_from}


def _fact(fact: Fact) -> Plain:
    said: dict[str, Plain] = {"id": fact.id, "type": str(fact.type), "label": _text(fact.label)}
    if fact.options:
        said["options"] = [{"code": one.code, **_text(one.text)} for one in fact.options]
    if fact.type in (FactType.TRUTH, FactType.SEVERAL):
        said |= {"yes": _both("ja"), "no": _both("nee")}
    return said


def _table(table: Table) -> Plain:
    rows: list[Plain] = [
        {"when": condition_said(row.when), "value": value_said(row.value)} for row in table.rows
    ]
    said: dict[str, Plain] = {"gives": table.gives, "rows": rows}
    return said if table.otherwise is None else {**said, "otherwise": value_said(table.otherwise)}


def _row(row: ProposalRow) -> Plain:
    return {
        "id": row.id,
        "outcome": str(row.outcome),
        "when": condition_said(row.when),
        "reason": _text(row.reason),
    }


def _text(text: Text) -> dict[str, Plain]:
    return {"nl": text.nl, "en": text.en}


def _both(said: str) -> Plain:
    return {"nl": said, "en": said}


def _value(draw: Random, said: Plain, depth: int) -> str:
    """A value behind a key or a dash: as a block of lines, or on the same line."""
    indent = "\n" + "  " * depth
    if not isinstance(said, dict | list) or not said or draw.random() < 0.2 * (depth - 1):
        return f" {flowing(said, is_flow=isinstance(said, dict | list))}"
    if isinstance(said, list):
        return "".join(f"{indent}-{_behind_dash(draw, item, depth + 1)}" for item in said)
    return "".join(f"{indent}{word(key)}:{_value(draw, value, depth + 1)}" for key, value in said.items())


def _behind_dash(draw: Random, said: Plain, depth: int) -> str:
    """The first line of a block stands behind its dash, or at times on the line below."""
    written = _value(draw, said, depth)
    return f" {written.lstrip()}" if draw.random() < 0.8 else written


def _strewn(draw: Random, line: str) -> Iterator[str]:
    if draw.random() < 0.15:
        yield draw.choice(("", "# - een opmerking: {met} [haken]", "      # ingesprongen"))
    yield f"{line}  # - hierom" if draw.random() < 0.15 else line
