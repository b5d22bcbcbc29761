"""An entry of a draft is changed by whoever saw it as it is, and stays while others lean on it."""

from openkader.casework.kader_entries import may_change_entry, may_remove_entry


def test_an_entry_that_changed_or_went_meanwhile_is_not_overwritten() -> None:
    assert may_change_entry("a", "a", "ev") is None
    changed, gone = may_change_entry("a", "b", "ev"), may_change_entry("a", None, "ev")
    assert changed
    assert gone
    assert (changed.code, gone.code) == ("kader-draft.entry-meanwhile", "kader-draft.entry-gone")
    assert gone.detail == {"by": "ev"}


def test_what_is_used_stays_and_at_most_five_places_are_named() -> None:
    assert may_remove_entry([]) is None
    few, many = may_remove_entry(["a", "b"]), may_remove_entry([*"abcdefg"])
    assert few
    assert many
    assert (few.code, few.detail) == ("kader-draft.entry-used", {"uses": "a; b"})
    assert many.detail == {"uses": "a; b; c; d; e; (+ 2)"}
