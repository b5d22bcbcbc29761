"""When a next version of a kader may be begun, written on and adopted, and how far a version is."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from openkader.base.errors import Invalid, NotFound, Refusal
from openkader.casework.kader_drafting import (
    MOST_NAME,
    MOST_REASON,
    MOST_TEXT,
    Adopting,
    FileStand,
    KaderState,
    in_the_way,
    may_adopt,
    may_save,
    may_start,
    may_take_over,
    may_withdraw,
    state_on,
    why_closed,
)
from openkader.kader import load_kader, load_texts, read_texts
from openkader.kader.heading import heading_day, heading_file, with_heading_day
from openkader.kader.loading import load_as_far
from tests.unit.kader_factories import ZUID_HOLLAND, plain_id

OLD, NEW = date(2024, 1, 1), date(2027, 1, 1)
NEWEST = ("province/2024-01-01", OLD)
STAND = FileStand(number=3, by="bob", text="a: 1\n")
READY = Adopting(
    by="clara",
    writers=frozenset({"bob"}),
    same=True,
    base=NEWEST[0],
    newest=NEWEST[0],
    newest_day=OLD,
    heading_day=NEW,
    in_force_from=NEW,
    adopted_on=date(2026, 12, 1),
    today=date(2026, 12, 2),
    body="Gedeputeerde Staten",
)


def code(refusal: Refusal | None) -> str:
    return refusal.code.removeprefix("kader-draft.") if refusal else ""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ""),
        ({"name": " "}, "no-name"),
        ({"name": "x" * (MOST_NAME + 1)}, "long-name"),
        ({"base": "province/2023-01-01"}, "older-base"),
        ({"in_force_from": OLD}, "not-later"),
    ],
)
def test_a_next_version_begins_at_the_newest_and_is_in_force_later(
    changes: dict[str, Any], expected: str
) -> None:
    asked: dict[str, Any] = {
        "name": "Herijking",
        "in_force_from": NEW,
        "newest": NEWEST,
        "base": NEWEST[0],
    } | changes
    assert code(may_start(**asked)) == expected


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        ("a: 2", 3, ""),
        (" \n", 3, "empty"),
        ("x" * MOST_TEXT, 3, ""),
        ("x" * (MOST_TEXT + 1), 3, "too-long"),
        ("a: 2", 2, "meanwhile"),
    ],
    ids=plain_id,
)
def test_a_text_is_saved_by_whoever_saw_the_newest_step(text: str, seen: int, expected: str) -> None:
    assert code(may_save(text, seen, STAND)) == expected


def test_what_was_adopted_or_withdrawn_is_closed() -> None:
    assert code(why_closed(is_adopted=False, is_withdrawn=False)) == ""
    assert code(why_closed(is_adopted=True, is_withdrawn=False)) == "adopted"
    assert code(why_closed(is_adopted=False, is_withdrawn=True)) == "withdrawn"


@pytest.mark.parametrize(
    ("reason", "changes", "expected"),
    [
        ("Niet meer nodig.", {}, ""),
        (" \n", {}, "no-reason"),
        ("x" * MOST_REASON + " ", {}, ""),
        ("x" * (MOST_REASON + 1), {}, "long-reason"),
        ("Niet meer nodig.", {"is_adopted": True}, "adopted"),
        ("Niet meer nodig.", {"is_withdrawn": True}, "withdrawn"),
    ],
    ids=plain_id,
)
def test_who_withdraws_a_draft_says_why_once(reason: str, changes: dict[str, bool], expected: str) -> None:
    stand = {"is_adopted": False, "is_withdrawn": False} | changes
    assert code(may_withdraw(reason, **stand)) == expected


def test_a_kader_of_another_organisation_is_another_and_fits_in_the_studio() -> None:
    texts = {"a.yaml": "a: 1\n", "b.yaml": "x" * MOST_TEXT}
    assert may_take_over(texts, "1", "2") is None
    same, long = (
        may_take_over(texts, "1", "1"),
        may_take_over(texts | {"c.yaml": "x" * (MOST_TEXT + 1)}, "1", "2"),
    )
    assert same == Refusal("kader-file.same")
    assert long == Refusal("kader-file.long-text", {"file": "c.yaml", "most": str(MOST_TEXT)})


def test_a_draft_that_is_whole_is_adopted_by_somebody_else() -> None:
    assert may_adopt(READY) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"is_adopted": True}, "adopted"),
        ({"is_withdrawn": True}, "withdrawn"),
        ({"by": "bob"}, "own-text"),
        ({"by": "Bob"}, "own-text"),
        ({"newest": "province/2025-01-01"}, "older-base"),
        ({"problems": ["tables.yaml:3: what?"]}, "unreadable"),
        ({"errors": ["an example comes out differently"]}, "findings"),
        ({"same": False}, "changed-meanwhile"),
        ({"body": " "}, "no-body"),
        ({"adopted_on": date(2026, 12, 2)}, ""),
        ({"adopted_on": date(2026, 12, 3)}, "decided-later"),
        ({"in_force_from": date(2026, 11, 30), "heading_day": date(2026, 11, 30)}, "before-decision"),
        ({"newest_day": NEW}, "not-later"),
        ({"heading_day": date(2027, 2, 1)}, "other-day"),
    ],
)
def test_what_keeps_a_draft_from_being_adopted(changes: dict[str, Any], expected: str) -> None:
    assert code(may_adopt(replace(READY, **changes))) == expected


def test_all_that_is_in_the_way_is_said_at_once() -> None:
    found = in_the_way(replace(READY, by="bob", problems=["x"], body="", heading_day=None))
    assert [code(one) for one in found] == ["own-text", "unreadable", "no-body"]


@pytest.mark.parametrize(
    ("day", "next_from", "expected"),
    [
        (date(2026, 12, 31), None, KaderState.ADOPTED),
        (NEW, None, KaderState.IN_FORCE),
        (NEW, date(2028, 1, 1), KaderState.IN_FORCE),
        (date(2028, 1, 1), date(2028, 1, 1), KaderState.REPLACED),
    ],
)
def test_a_version_is_in_force_from_its_day_until_the_next_begins(
    day: date, next_from: date | None, expected: KaderState
) -> None:
    assert state_on(day, NEW, next_from) is expected


def test_texts_are_the_same_kader_as_the_folder_they_came_from() -> None:
    folder, texts = load_kader(ZUID_HOLLAND), load_texts(read_texts(ZUID_HOLLAND), "zuid-holland/2024-01-01")
    assert texts == folder
    assert texts.digest == folder.digest


def test_no_texts_are_no_kader() -> None:
    with pytest.raises(NotFound):
        load_texts({}, "province/2027-01-01")


def test_the_heading_says_from_when_and_only_that_is_changed() -> None:
    texts = read_texts(ZUID_HOLLAND)
    assert (heading_file(texts), heading_day(texts)) == ("kader.yaml", OLD)
    after = with_heading_day(texts["kader.yaml"], NEW)
    assert heading_day({"kader.yaml": after}) == NEW
    assert after.replace("2027-01-01", "2024-01-01", 1) == texts["kader.yaml"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("kader: {title: x, in_force_from: 2024-01-01}\n", OLD),
        ("kader: {title: x}\n", None),
        ("kader: no mapping\n", None),
        ("kader: {in_force_from: soon}\n", None),
        ("- a list\n", None),
        ("kader: [\n", None),
    ],
    ids=plain_id,
)
def test_a_heading_that_says_no_day_has_none(text: str, day: date | None) -> None:
    assert heading_day({"kader.yaml": text}) == day


def test_a_day_elsewhere_than_in_the_heading_stays() -> None:
    text = "note: over in_force_from: 2024-01-01\nkader:\n  in_force_from: 2024-01-01  # de dag\n"
    after = with_heading_day(text, NEW)
    assert after == text.replace("  in_force_from: 2024-01-01", "  in_force_from: 2027-01-01")
    inline = "kader: {title: x, in_force_from: 2024-01-01, note: y}\n"
    assert with_heading_day(inline, NEW) == inline.replace("2024-01-01", "2027-01-01")


def test_a_kader_with_mistakes_is_read_as_far_as_it_can_be() -> None:
    texts = dict(read_texts(ZUID_HOLLAND))
    whole = load_texts(texts, "zuid-holland/2024-01-01")
    texts["tables.yaml"] = texts["tables.yaml"].replace("{abuse_risk: serious}", "{abuse_rsk: serious}")
    with pytest.raises(Invalid):
        load_texts(texts, "zuid-holland/2024-01-01")
    found = load_as_far(texts, "zuid-holland/2024-01-01")
    assert (found.facts, found.lists.keys() <= whole.lists.keys()) == (whole.facts, True)
    assert len(found.proposal) == len(whole.proposal)


@pytest.mark.parametrize("text", ["a: [", "facts: []"])
def test_a_text_that_is_no_document_or_has_no_heading_is_no_kader_at_all(text: str) -> None:
    with pytest.raises(Invalid):
        load_as_far({"a.yaml": text}, "province/2027-01-01")
