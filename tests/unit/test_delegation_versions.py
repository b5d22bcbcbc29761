"""Only what changed between two versions of a delegation list is screened again."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from openkader.casework.delegation import Change, Delegate, compare_versions, organisation_of, person_of
from tests.unit.delegations import delegate

WREN = delegate("Hazel Wren", "吴榛", row=2, birth_date="1962")
LARK = delegate("Fern Lark", row=3, organisation=("Nest Ltd",))
QUILL = delegate("Alder Quill", row=4)
DELEGATES = st.lists(
    st.builds(
        delegate,
        st.sampled_from(["Hazel Wren", "Fern Lark", "Alder Quill"]),
        st.sampled_from(["吴榛", "FERN LARK", "Reed"]),
        birth_date=st.sampled_from(["", "1962", "1963-02"]),
    ),
    max_size=6,
)


def test_the_same_delegates_in_another_order_and_row_are_unchanged() -> None:
    moved = delegate("吴榛", "Hazel Wren", row=9, birth_date="1962", function="Director")
    found = compare_versions([WREN, LARK], [LARK, moved])
    assert found.unchanged == (LARK, moved)
    assert found.to_screen == found.removed == ()


def test_who_came_and_who_went_are_told_apart() -> None:
    found = compare_versions([WREN, LARK], [LARK, QUILL])
    assert (found.added, found.removed, found.changed) == ((QUILL,), (WREN,), ())


def test_a_delegate_with_another_birth_date_is_changed_and_screened_again() -> None:
    older = delegate("HAZEL WREN", birth_date="1961")
    found = compare_versions([WREN, LARK], [older, LARK])
    assert found.changed == (Change(WREN, older),)
    assert found.to_screen == (older,)
    assert (found.added, found.removed) == ((), ())


def test_of_two_namesakes_nobody_is_said_to_have_changed() -> None:
    namesake = delegate("Hazel Wren", birth_date="1990")
    found = compare_versions([WREN, namesake], [delegate("Hazel Wren", birth_date="2000"), namesake])
    assert found.removed == (WREN,)
    assert [one.birth_date for one in found.added] == ["2000"]


def test_somebody_who_now_shares_names_with_two_others_is_new() -> None:
    both = delegate("Hazel Wren", "Fern Lark")
    found = compare_versions([WREN, LARK], [both])
    assert (found.added, found.removed) == ((both,), (WREN, LARK))


def test_a_delegate_who_is_written_twice_and_then_once_is_removed_once() -> None:
    found = compare_versions([WREN, WREN], [WREN])
    assert (found.unchanged, found.removed) == ((WREN,), (WREN,))


@given(former=DELEGATES, present=DELEGATES)
def test_every_delegate_is_in_exactly_one_part(former: list[Delegate], present: list[Delegate]) -> None:
    found = compare_versions(former, present)
    after = [*found.added, *found.unchanged, *(change.present for change in found.changed)]
    before = [*found.removed, *found.unchanged, *(change.former for change in found.changed)]
    assert sorted(one.fingerprint for one in after) == sorted(one.fingerprint for one in present)
    assert sorted(one.fingerprint for one in before) == sorted(one.fingerprint for one in former)


def test_a_delegate_is_screened_as_a_person_and_an_organisation() -> None:
    person = person_of(WREN, "d1")
    assert person.properties == {"name": ("Hazel Wren", "吴榛"), "birthDate": ("1962",)}
    assert (person.id, person.schema, person.caption) == ("d1", "Person", "Hazel Wren")
    organisation = organisation_of(LARK, "o1")
    assert organisation is not None
    assert (organisation.schema, organisation.caption) == ("Organization", "Nest Ltd")


def test_what_a_list_says_of_a_person_is_screened_and_not_of_their_organisation() -> None:
    known = replace(LARK, country="cn", gender="male")
    person, organisation = person_of(known, "d1"), organisation_of(known, "o1")
    assert (person.properties["country"], person.properties["gender"]) == (("cn",), ("male",))
    assert organisation is not None
    assert set(organisation.properties) == {"name"}


def test_a_delegate_without_an_organisation_gives_none_to_screen() -> None:
    assert organisation_of(WREN, "o1") is None
