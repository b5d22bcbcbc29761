"""What one organisation may give another, and what may be kept of it."""

from dataclasses import replace
from datetime import date

import pytest

from openkader.casework.exchanging import (
    Keeping,
    ask_first,
    may_keep_figures,
    may_pass_on,
    why_names_stay,
)
from openkader.kader.sources import ListStatus
from openkader.screening.lists import Format
from tests.unit.kader_factories import listing


def test_an_empty_place_is_not_passed_on_and_a_list_of_unknown_place_is_asked_about_first() -> None:
    mine = listing("mine", "a")
    assert may_pass_on(mine) is None
    empty = may_pass_on(replace(mine, status=ListStatus.NOT_FOUND))
    assert empty
    assert empty.code == "exchange.empty-list"
    assert ask_first(mine) is None
    assert ask_first(replace(mine, publisher="Rijk", url="https://example.org")) is None
    asked = ask_first(replace(mine, publisher="Rijk"))
    assert asked
    assert asked.code == "exchange.no-address"


def test_no_list_of_names_ever_goes() -> None:
    assert why_names_stay(Format.TABLE).code == "exchange.own-names"
    assert {why_names_stay(form).code for form in (Format.FTM, Format.EU_XML, None)} == {
        "exchange.others-names"
    }


FINE = Keeping(
    organisation="verweg",
    ours="zuid-holland",
    made_on=date(2026, 1, 2),
    newest=date(2026, 1, 2),
    is_kept=False,
    is_known=True,
    is_checked=False,
)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, None),
        ({"newest": None}, None),
        ({"is_known": False, "is_checked": True}, None),
        ({"organisation": "zuid-holland"}, "exchange.own-figures"),
        ({"is_kept": True}, "exchange.kept-already"),
        ({"newest": date(2026, 1, 3)}, "exchange.older"),
        ({"is_known": False}, "exchange.unknown-key"),
    ],
)
def test_figures_of_others_are_kept_once_from_a_key_that_somebody_vouches_for(
    changes: dict[str, object], code: str | None
) -> None:
    found = may_keep_figures(replace(FINE, **changes))  # type: ignore[arg-type]
    assert (found.code if found else None) == code
