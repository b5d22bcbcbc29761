"""What is read of a year only when somebody asks, and what is kept of it."""

import itertools
from typing import Any, cast

import pytest

from openkader.base.text import Text
from openkader.casework.permissions import NOBODY
from openkader.casework.vocabulary import Role
from openkader.evaluation import summary
from openkader.evaluation.reading import Labels, Told
from openkader.evaluation.years import roles_of
from openkader.kader.conditions import ALWAYS


def test_which_collections_there_are_is_known_before_any_is_read() -> None:
    told = Told(2024, ("activities", "talks"), NOBODY)
    assert (len(told), list(told)) == (2, ["activities", "talks"])
    with pytest.raises(KeyError):
        told["measures"]


def test_what_has_no_name_has_no_label() -> None:
    told = {"talks": [{"id": "G-1", "label": Text(nl="gesprek", en="talk")}, {"id": "G-2", "label": None}]}
    labels = Labels(cast("Told", told))
    assert (len(labels), list(labels), labels["G-1"].nl) == (1, ["G-1"], "gesprek")


def test_a_summary_is_kept_as_long_as_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    number = itertools.count()
    monkeypatch.setattr(summary, "account_of", lambda year, reader: None)
    monkeypatch.setattr(summary, "summary_of", lambda account: {"made": next(number)})
    kader = cast("Any", type("Kader", (), {"digest": "d" * 64}))
    heads = ("", "", "test-head-a", "test-head-a", "test-head-b")
    made = [summary.kept_summary(1999, kader, head)["made"] for head in heads]
    # Before the first event there is nothing to know a change by.
    assert made == [0, 1, 2, 2, 3]


def test_a_figure_that_asks_for_no_role_counts_them_all() -> None:
    assert roles_of(ALWAYS) == frozenset(map(str, Role))
