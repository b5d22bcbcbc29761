"""A small reader of DMN and of the part of FEEL that we write, made from the standard and not from our writer."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from xml.etree import ElementTree

NS = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"
TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?|-?\d+(?:\.\d+)?|[<>]=|[<>=?(),\[\].-]|\w+)')
Scope = Mapping[str, Any]


class Reader:
    """Reads one expression, or the unary tests of one cell, and gives its value."""

    def __init__(self, words: str, scope: Scope) -> None:
        self.tokens, at = [], 0
        while at < len(words.rstrip()):
            found = TOKEN.match(words, at)
            assert found, words[at:]
            self.tokens.append(found.group(1))
            at = found.end()
        self.scope = scope
        self.at = 0

    def next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, wanted: str = "") -> str:
        token = self.next()
        assert not wanted or token == wanted, f"{token} and not {wanted} in {self.tokens}"
        self.at += 1
        return token

    def ended(self, value: Any) -> Any:
        assert self.at == len(self.tokens), self.tokens[self.at :]
        return value

    # expressions

    def either(self) -> Any:
        value = self.both()
        while self.next() == "or":
            self.take()
            other = self.both()
            value = True if value is True or other is True else False if value is other is False else None
        return value

    def both(self) -> Any:
        value = self.compared()
        while self.next() == "and":
            self.take()
            other = self.compared()
            value = False if value is False or other is False else True if value is other is True else None
        return value

    def compared(self) -> Any:
        left = self.single()
        sign = self.next()
        if sign not in ("=", "<", "<=", ">", ">="):
            return left
        self.take()
        return compare(left, sign, self.single())

    def single(self) -> Any:
        token = self.take()
        value: Any
        if token == "(":
            value = self.either()
            self.take(")")
        elif token == "[":
            value = self.listed("]")
        elif token == "if":
            value = self.chosen()
        elif token in ("list", "count", "not", "date") and self.next() in ("(", "contains"):
            value = self.called(token)
        else:
            value = self.plain(token)
        while self.next() == ".":
            self.take()
            field = self.take()
            value = [one[field] for one in value]
        return value

    def plain(self, token: str) -> Any:
        if token.startswith('"'):
            return re.sub(r"\\(.)", r"\1", token[1:-1])
        if token[0].isdigit() or (token[0] == "-" and len(token) > 1):
            return float(token)
        return token == "true" if token in ("true", "false") else self.scope[token]

    def listed(self, end: str) -> list[Any]:
        found = []
        while self.next() != end:
            found.append(self.either())
            if self.next() == ",":
                self.take()
        self.take(end)
        return found

    def chosen(self) -> Any:
        holds = self.either()
        self.take("then")
        one = self.either()
        self.take("else")
        other = self.either()
        return one if holds is True else other

    def called(self, name: str) -> Any:
        if name == "list":
            self.take("contains")
        self.take("(")
        given = self.listed(")")
        functions: dict[str, Callable[..., Any]] = {
            "list": lambda several, one: None if several is None else one in several,
            "count": lambda several: None if several is None else float(len(several)),
            "not": lambda truth: None if truth is None else not truth,
            "date": date.fromisoformat,
        }
        return functions[name](*given)

    # cells

    def tests(self) -> bool:
        if self.tokens == ["-"]:
            return True
        if self.tokens[:2] == ["not", "("] and self.closes_at_end():
            self.tokens = self.tokens[2:-1]
            return not self.tests()
        found = [self.test()]
        while self.next() == ",":
            self.take()
            found.append(self.test())
        return bool(self.ended(any(found)))

    def closes_at_end(self) -> bool:
        depth = 0
        for place, token in enumerate(self.tokens):
            depth += (token == "(") - (token == ")")
            if depth == 0 and token == ")":
                return place == len(self.tokens) - 1
        return False

    def test(self) -> bool:
        asked = self.scope["?"]
        if self.next() in ("<", "<=", ">", ">="):
            return compare(asked, self.take(), self.single()) is True
        start = self.at
        value = self.either()
        if "?" in self.tokens[start : self.at]:
            return value is True
        return bool(value == asked)


def compare(left: Any, sign: str, right: Any) -> bool | None:
    if left is None or right is None:
        return left is right if sign == "=" else None
    answers = {"=": left == right}
    if sign != "=":
        answers = {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}
    return bool(answers[sign])


def decided(document: bytes, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The value of every decision of a document, over these inputs."""
    root = ElementTree.fromstring(document)  # noqa: S314 - our own
    found: dict[str, Any] = {one.get("name", ""): None for one in root.findall(f"{NS}inputData")}
    found |= {name: sorted(value) if isinstance(value, frozenset) else value for name, value in facts.items()}
    waiting = root.findall(f"{NS}decision")
    while waiting:
        ready = [one for one in waiting if needs(one) <= found.keys()]
        assert ready, [one.get("name") for one in waiting]
        for decision in ready:
            found[decision.get("name", "")] = value_of(decision, found)
        waiting = [one for one in waiting if one not in ready]
    return found


def needs(decision: ElementTree.Element) -> set[str]:
    required = decision.findall(f"{NS}informationRequirement/*")
    return {one.get("href", "").removeprefix("#") for one in required}


def value_of(decision: ElementTree.Element, scope: Scope) -> Any:
    known = {name: scope[name] for name in needs(decision)}
    expression = decision.findtext(f"{NS}literalExpression/{NS}text")
    if expression is not None:
        reader = Reader(expression, known)
        return reader.ended(reader.either())
    table = decision.find(f"{NS}decisionTable")
    assert table is not None
    holds = [given(table, rule, known) for rule in table.findall(f"{NS}rule") if fits(table, rule, known)]
    if table.get("hitPolicy") == "RULE ORDER":
        return holds
    assert table.get("hitPolicy") == "FIRST"
    return next(iter(holds[0].values())) if holds else None


def fits(table: ElementTree.Element, rule: ElementTree.Element, known: Scope) -> bool:
    asked = [one.findtext(f"{NS}inputExpression/{NS}text", "") for one in table.findall(f"{NS}input")]
    cells = [one.findtext(f"{NS}text", "") for one in rule.findall(f"{NS}inputEntry")]
    return all(
        Reader(cell, {**known, "?": known[name]}).tests() for name, cell in zip(asked, cells, strict=True)
    )


def given(table: ElementTree.Element, rule: ElementTree.Element, known: Scope) -> dict[str, Any]:
    names = [one.get("name", "") for one in table.findall(f"{NS}output")]
    entries = [one.findtext(f"{NS}text", "") for one in rule.findall(f"{NS}outputEntry")]
    return {name: Reader(words, known).either() for name, words in zip(names, entries, strict=True)}
