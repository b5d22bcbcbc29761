"""Figures of others: how a number is read, whether parts add up, and what may be noted."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework.context_figures import (
    ContextDraft,
    Part,
    check_sum,
    may_note_context,
    may_strike_out_context,
    read_number,
)


def both(words: str) -> Text:
    return Text(nl=words, en=words)


DRAFT = ContextDraft(
    name=both("Handel"), value=Decimal("95.2"), unit=both("miljard euro"), about=2023, title="Kamerbrief"
)


def code(refusal: Refusal | None) -> str | None:
    return None if refusal is None else refusal.code


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("95,2", "95.2"),
        ("95.2", "95.2"),
        (" 1.234,50 ", "1234.50"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("95 200", "95200"),
        ("95\u00a0200,5", "95200.5"),
        ("\u22123,5", "-3.5"),
        ("0,125", "0.125"),
        ("5", "5"),
    ],
)
def test_a_number_is_read_with_a_comma_or_a_point(words: str, value: str) -> None:
    assert read_number(words) == Decimal(value)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "95.200",
        "95,200",
        "veel",
        "1e9",
        "NaN",
        "Infinity",
        "1.2.3",
        "1,23456",
        "--5",
        "5-",
        "٣",
        "9" * 15,
    ],
)
def test_what_may_mean_two_numbers_or_none_is_not_guessed(words: str) -> None:
    assert read_number(words) is None


def test_parts_add_up_or_fall_short_by_so_much() -> None:
    found = check_sum(Decimal("95.2"), [Decimal("59.4"), Decimal("35.8")])
    assert found is not None
    assert found.adds_up
    short = check_sum(Decimal("95.2"), [Decimal("59.4"), Decimal("35.7")])
    assert short is not None
    assert not short.adds_up
    assert (short.total, short.short) == (Decimal("95.1"), Decimal("0.1"))
    assert check_sum(Decimal(3), []) is None


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"name": both(" ")}, "no-name"),
        ({"name": both("x" * 301)}, "no-name"),
        ({"unit": both("x" * 61)}, "long-unit"),
        ({"about": None}, "no-year"),
        ({"about": 1899}, "no-year"),
        ({"title": ""}, "no-source"),
        ({"publisher": "x" * 301}, "no-source"),
        ({"url": "ftp://x"}, "bad-address"),
        ({"parts": (Part(both("x"), Decimal(1)),) * 31}, "parts"),
        ({"parts": (Part(both(""), Decimal(1)),)}, "parts"),
        ({"value": Decimal("99999999999999.99")}, "too-exact"),
        ({"parts": (Part(both("x"), Decimal("123456789012.3456")),)}, "too-exact"),
    ],
)
def test_a_figure_without_what_it_needs_is_refused(changes: dict[str, Any], why: str) -> None:
    assert code(may_note_context(replace(DRAFT, **changes))) == f"context.{why}"


def test_parts_that_do_not_add_up_are_what_others_say() -> None:
    parts = (Part(both("invoer"), Decimal(1)), Part(both("uitvoer"), Decimal(2)))
    assert may_note_context(replace(DRAFT, parts=parts, url="https://example.nl")) is None


def test_a_figure_is_struck_out_once_with_a_reason() -> None:
    assert may_strike_out_context("Verkeerd jaar.", is_gone=False) is None
    assert code(may_strike_out_context("", is_gone=False)) == "context.no-reason"
    assert code(may_strike_out_context("Verkeerd jaar.", is_gone=True)) == "context.struck-out"
