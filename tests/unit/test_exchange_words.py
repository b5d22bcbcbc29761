"""Lines to take, lists and figures of another organisation beside one's own, and as a file of one's own library."""

from collections.abc import Callable

import pytest

from openkader.casework.kader_drafting import may_add
from openkader.evaluation.counting import Count, CountedRow, Range, Row
from openkader.kader import load_texts
from openkader.kader.model import Figure
from openkader.publication.exchange.anonymous import given_figures, withheld
from openkader.publication.exchange.comparing import (
    Standing,
    Way,
    beside,
    figures_beside,
    items_beside,
)
from openkader.publication.exchange.content import Bounds
from openkader.publication.exchange.entries import (
    Line,
    lists_text,
    messages_text,
    read_lists,
    read_messages,
)
from openkader.publication.exchange.library import Ours, library_of, why_not
from tests.unit.exchange_factories import figure, given, kader, texts
from tests.unit.kader_factories import text


def ours() -> Ours:
    found = kader()
    lines = read_messages(messages_text(texts(), {one.id for one in found.messages}), "messages")
    return Ours(kader=found, lines=lines, lists=read_lists(lists_text(texts(), found.lists), "lists"))


def theirs(change: Callable[[str], str] = str) -> dict[str, Line]:
    part = given().messages
    assert part
    return read_messages(change(part.text), "messages")


def test_each_line_is_new_different_the_same_or_only_here() -> None:
    found = {one.name: one.standing for one in beside(theirs(), ours().lines)}
    assert found["water_line"] is Standing.NEW
    assert found["level_playing_field"] is Standing.CHANGED
    assert found["chain_transparency"] is Standing.SAME
    assert found["policy_line"] is Standing.ONLY_HERE
    assert list(found)[-1] == "policy_line"


def test_a_line_that_rests_on_another_document_says_otherwise() -> None:
    other = theirs(lambda words: words.replace("2025-12-31", "2027-12-31"))
    assert not other["chain_transparency"].is_same(ours().lines["chain_transparency"])
    assert other["chain_transparency"].source


def test_of_a_list_is_said_what_came_what_went_and_what_is_called_otherwise() -> None:
    mine = ours().lists["desks"]
    words = (
        lists_text(texts(), {"desks"})
        .replace("code: nctv,", "code: aivd,")
        .replace("nl: RVO,", "nl: Agentschap,")
    )
    found = items_beside(read_lists(words, "lists")["desks"], mine)
    assert (found.more, found.less, found.other) == (("aivd",), ("nctv",), ("rvo",))


def test_what_is_taken_over_lies_beside_ours_and_overwrites_nothing() -> None:
    here, there = ours(), theirs()
    found = library_of(
        [there["water_line"], there["level_playing_field"]],
        [here.lists["desks"], here.lists["vital_processes"]],
        here,
        "ver-weg",
    )
    new = load_texts({**texts(), "taken-over/ver-weg.yaml": found}, "zuid-holland/2030-01-01")
    names = [one.id for one in new.messages]
    assert names[-2:] == ["water_line", "ver_weg_level_playing_field"]
    assert new.digest == kader().digest  # a library decides nothing
    assert new.messages[-1].policy
    assert new.lists["ver_weg_desks"].items == kader().lists["desks"].items
    assert new.lists["ver_weg_vital_processes"].stands_in_for is None
    assert len(new.sources) == len(kader().sources)


def test_another_source_of_the_same_name_gets_a_name_of_its_own_each_time() -> None:
    here = ours()
    there = theirs(lambda words: words.replace("Kamerbrief over het bezoek", "Brief over het bezoek"))
    changed = there["level_playing_field"]
    found = library_of([changed], [], here, "verweg")
    more = {**texts(), "taken-over/verweg.yaml": found}
    new = load_texts(more, "zuid-holland/2030-01-01")
    assert new.messages[-1].policy
    assert new.messages[-1].policy.rests_on.source == "verweg_KB-2024-05-15"
    again = Ours(kader=new, lines={**here.lines, "verweg_level_playing_field": changed}, lists=here.lists)
    assert "id: verweg_level_playing_field_2" in library_of([changed], [], again, "verweg")


def test_a_line_that_asks_what_is_not_asked_here_says_so() -> None:
    assert why_not(theirs()["water_line"], kader()) == ()
    part = given().messages
    assert part
    words = part.text.replace("{posture: [full, comparable]}", "{moon: full}")
    odd = read_messages(words.replace("topic: policy_line", "topic: moon"), "messages")["water_line"]
    assert {one.code for one in why_not(odd, kader())} == {"condition.unknown-fact", "kader.not-on-list"}


def test_figures_meet_by_how_they_are_counted_and_then_by_their_name() -> None:
    mine = (
        figure("incoming", 3, definition="a" * 12),
        figure("missions", 4, definition="b" * 12),
        figure("talks", 5, definition="d" * 12),
    )
    other = (
        figure("delegations", 12, definition="a" * 12),
        figure("missions", 9, definition="c" * 12),
        figure("fairs", 1, definition="e" * 12),
    )
    found = [
        (one.way, one.theirs and one.theirs.id, one.ours and one.ours.id)
        for one in figures_beside(other, mine)
    ]
    assert found == [
        (Way.SAME, "delegations", "incoming"),
        (Way.OTHER, "missions", "missions"),
        (Way.ONLY_THEIRS, "fairs", None),
        (Way.ONLY_OURS, None, "talks"),
    ]


def counted(name: str, rows: list[Row], whole: Range | None = None, found: Range | None = None) -> Count:
    spec = Figure(id=name, text=text(name), definition=text(name), counts="activities")
    return Count(
        figure=spec,
        range=found or Range(len(rows), len(rows)),
        rows=tuple(CountedRow(row, True) for row in rows),
        total=whole,
        total_rows=(),
        gaps=False,
    )


def rows(number: int) -> list[Row]:
    return [
        Row(reference=str(n), dossier=None, number=1, facts={}, group=None, party=None) for n in range(number)
    ]


def numbers(*counts: Count) -> dict[str, Bounds | None]:
    found = given_figures(kader(), {one.figure.id: one for one in counts}, {})
    return {one.id: one.found for one in found}


@pytest.mark.parametrize(
    ("found", "whole", "is_given"),
    [
        (Range(0, 0), None, True),
        (Range(1, 1), None, False),
        (Range(4, 4), None, False),
        (Range(5, 5), None, True),
        (Range(5, None), None, True),
        (Range(0, 3), None, False),
        (Range(2, 9), None, False),
        (Range(0, 0), Range(4, 4), False),
        (Range(7, 7), Range(9, 9), False),
        (Range(7, 7), Range(7, 7), True),
        (Range(7, 7), Range(20, 20), True),
        (Range(0, 0), Range(0, None), True),
    ],
)
def test_a_number_of_few_is_withheld_and_so_is_one_that_leaves_few(
    found: Range, whole: Range | None, is_given: bool
) -> None:
    one = given_figures(kader(), {"a": counted("a", [], whole, found)}, {})[0]
    assert (one.found is not None) is is_given
    assert one.found is not None or one.of is None
    assert withheld([one]) == (0 if is_given else 1)


def test_a_number_that_would_be_had_by_taking_away_is_withheld_with_it() -> None:
    all_ = rows(20)
    assert numbers(counted("all", all_), counted("most", all_[:17]))["most"] is None
    assert numbers(counted("all", all_), counted("some", all_[:15]))["some"] == Bounds(low=15, high=15)
    apart = numbers(counted("all", all_), counted("others", rows(17)))
    assert apart["others"] == Bounds(low=17, high=17)  # other rows: nothing follows from the two


def test_what_was_adopted_is_given_instead_of_what_the_register_counts_now() -> None:
    found = given_figures(kader(), {"a": counted("a", rows(9))}, {"a": (Range(12, 12), Range(30, None))})
    assert (found[0].found, found[0].of) == (Bounds(low=12, high=12), Bounds(low=30, high=None))


def test_what_is_added_to_a_draft_overwrites_nothing_and_says_something() -> None:
    assert may_add({"a.yaml": "a: 1"}, {"b.yaml": ""}) is None
    for more, code in (
        ({"b.yaml": "a"}, "kader-file.draft-exists"),
        ({"a.yaml": " "}, "exchange.nothing-chosen"),
        ({"a.yaml": "a" * 500_001}, "kader-file.long-text"),
    ):
        found = may_add(more, {"b.yaml": ""})
        assert found
        assert found.code == code
