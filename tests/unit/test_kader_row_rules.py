"""A rule of a draft is changed by whoever saw it as it is."""

from openkader.casework.kader_rows import may_change_row, may_change_rows, may_remove_row


def test_a_rule_that_changed_or_went_meanwhile_is_not_overwritten() -> None:
    assert may_change_row("a", "a", "ev") is None
    changed, gone = may_change_row("a", "b", "ev"), may_change_row("a", None, "ev")
    assert changed
    assert gone
    assert (changed.code, gone.code) == ("kader-draft.row-meanwhile", "kader-draft.row-gone")
    assert gone.detail == {"by": "ev"}


def test_a_table_that_changed_meanwhile_is_looked_at_again_and_keeps_a_row() -> None:
    assert may_change_rows("a", "a", "ev") is None
    found, last = may_change_rows("a", "b", "ev"), may_remove_row(1)
    assert found
    assert last
    assert (found.code, last.code) == ("kader-draft.rows-meanwhile", "kader-draft.last-row")
    assert may_remove_row(2) is None
