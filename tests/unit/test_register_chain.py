"""The chain by itself: whatever is done to it, the first place that does not hold is named."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from openkader.register.chain import BEGINNING, Break, Damage, Link, canonical, first_break

AT = datetime(2030, 1, 1, tzinfo=UTC)


def a_chain(length: int) -> list[Link]:
    links: list[Link] = []
    for sequence in range(1, length + 1):
        link = Link(
            sequence=sequence,
            at=AT + timedelta(microseconds=sequence),
            actor="x",
            action="made",
            object_kind="thing",
            object_reference=f"T-{sequence}",
            dossier="D",
            detail="{}",
            previous_hash=links[-1].hash if links else BEGINNING,
        )
        links.append(replace(link, hash=link.digest()))
    return links


def end_of(links: list[Link]) -> tuple[int, str]:
    return (links[-1].sequence, links[-1].hash) if links else (0, BEGINNING)


chains = st.integers(min_value=2, max_value=12).map(a_chain)


@given(st.integers(min_value=0, max_value=12))
def test_an_untouched_chain_holds(length: int) -> None:
    links = a_chain(length)
    assert first_break(links, end_of(links)) is None


@given(chains, st.data())
def test_any_changed_field_is_named(links: list[Link], data: st.DataObject) -> None:
    place = data.draw(st.integers(min_value=0, max_value=len(links) - 1))
    name, value = data.draw(
        st.sampled_from(
            [
                ("actor", "y"),
                ("action", "unmade"),
                ("object_kind", "z"),
                ("object_reference", "T-0"),
                ("dossier", "E"),
                ("detail", "[]"),
                ("at", AT),
                ("hash", "f" * 64),
                ("previous_hash", "e" * 64),
            ]
        )
    )
    changed = [*links]
    changes: dict[str, Any] = {name: value}
    changed[place] = replace(links[place], **changes)
    assert first_break(changed, end_of(links)) == Break(place + 1, Damage.CHANGED)


@given(chains, st.data())
def test_a_removed_event_is_named(links: list[Link], data: st.DataObject) -> None:
    place = data.draw(st.integers(min_value=0, max_value=len(links) - 1))
    left = links[:place] + links[place + 1 :]
    damage = Damage.CUT_OFF if place == len(links) - 1 else Damage.MISSING
    assert first_break(left, end_of(links)) == Break(place + 1, damage)


@given(chains, st.data())
def test_events_in_another_order_are_named(links: list[Link], data: st.DataObject) -> None:
    first = data.draw(st.integers(min_value=0, max_value=len(links) - 2))
    second = data.draw(st.integers(min_value=first + 1, max_value=len(links) - 1))
    links[first], links[second] = links[second], links[first]
    head = (len(links), max(links, key=lambda link: link.sequence).hash)
    assert first_break(links, head) == Break(first + 1, Damage.OUT_OF_ORDER)


def test_an_event_that_stands_twice_is_out_of_order() -> None:
    links = a_chain(3)
    assert first_break([*links, links[1]], end_of(links)) == Break(4, Damage.OUT_OF_ORDER)


def test_a_forger_who_renews_the_digest_is_found_by_the_next_event() -> None:
    links = a_chain(4)
    forged = replace(links[1], actor="forger")
    links[1] = replace(forged, hash=forged.digest())
    assert first_break(links, end_of(links)) == Break(2, Damage.CHANGED)


def test_a_forger_of_the_last_event_is_found_by_the_head() -> None:
    links = a_chain(4)
    head = end_of(links)
    forged = replace(links[3], actor="forger")
    links[3] = replace(forged, hash=forged.digest())
    assert first_break(links, head) == Break(4, Damage.CHANGED)


def test_a_chain_that_begins_elsewhere_is_broken_at_its_first_event() -> None:
    first = replace(a_chain(1)[0], previous_hash="1" * 64)
    links = [replace(first, hash=first.digest())]
    assert first_break(links, end_of(links)) == Break(1, Damage.CHANGED)


def test_events_beyond_the_head_and_a_lost_head_are_named() -> None:
    links = a_chain(4)
    assert first_break(links, (2, links[1].hash)) == Break(3, Damage.BEYOND_HEAD)
    assert first_break(links, None) == Break(4, Damage.NO_HEAD)
    assert first_break([], (4, links[3].hash)) == Break(1, Damage.CUT_OFF)


def test_the_same_moment_elsewhere_has_the_same_digest() -> None:
    link = a_chain(1)[0]
    elsewhere = link.at.astimezone(timezone(timedelta(hours=8)))
    assert replace(link, at=elsewhere).digest() == link.digest()


def test_equal_values_are_written_the_same() -> None:
    assert (
        canonical({"b": [1, None], "a": "é"})
        == canonical({"a": "é", "b": [1, None]})
        == '{"a":"é","b":[1,null]}'
    )
