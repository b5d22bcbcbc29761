"""A question that was put into words once is asked with other values, and with nothing of those before."""

from typing import Any

import pytest
from django.db.models import Q, QuerySet

from openkader.base.errors import NotFound
from openkader.casework.permissions import NOBODY, Person
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.entries import RequestEntry
from openkader.register.models import Answer, Request
from openkader.register.prepared import ask_again, inside_another, one_of, rounded, shape_of, worded
from openkader.register.together import Part, Parts, together, together_again
from tests.integration.register_house import HAND, NOW, TITLE, an_activity, decided

pytestmark = pytest.mark.django_db


def parts(keys: list[int], reference: str, year: int | None) -> Parts:
    of_year = Q() if year is None else Q(year=year)
    return {
        "answers": Part(Answer, Q(request__in=keys), ("fact", "value", "recorded_at")),
        "requests": Part(Request, Q(reference=reference) & of_year, ("reference", "year")),
    }


def test_every_value_is_that_of_this_time(assessor: Assessor) -> None:
    decided(assessor, "V-1")
    decided(assessor, "V-2")
    keys = {row.reference: row.pk for row in Request.objects.all()}
    year = Request.objects.get(reference="V-1").year
    for values in (
        ([keys["V-1"]], "V-2", None),
        ([keys["V-2"]], "V-1", None),
        ([keys["V-1"], keys["V-2"]], "V-1", year),
        ([keys["V-2"], keys["V-1"]], "V-2", year + 1),
        ([], "V-1", year),
    ):
        assert together_again(parts, *values) == together(parts(*values))


def like(word: str) -> QuerySet[Any, Any]:
    return Request.objects.filter(reference__startswith=word).values_list("pk")


def test_a_value_that_is_changed_on_its_way_cannot_be_left_open() -> None:
    with pytest.raises(ValueError, match="as it is"):
        worded(like, shape_of(["V"]))


def among(keys: list[int]) -> QuerySet[Any, Any]:
    return Request.objects.filter(pk__in=keys).order_by("pk").values_list("reference")


def test_of_nothing_there_is_nothing_to_ask(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert ask_again(among, []) == []


def test_keys_in_round_numbers_are_the_same_keys(assessor: Assessor) -> None:
    decided(assessor, "V-1")
    (key,) = Request.objects.values_list("pk", flat=True)
    assert len(rounded([key])) == len(rounded([key] * 7)) == 10
    assert ask_again(among, rounded([key])) == [("V-1",)]
    assert rounded([]) == []


def test_a_question_within_another_and_keys_written_out_choose_the_same(assessor: Assessor) -> None:
    for reference in ("V-1", "V-2", "V-3"):
        decided(assessor, reference)
    first, second, third = Request.objects.order_by("pk").values_list("pk", flat=True)
    for chosen in ([first], [second, third], list(range(first, first + 2 * 1000))):
        within = Request.objects.filter(pk__in=inside_another(keys_among, chosen))
        expected = set(Request.objects.filter(pk__in=chosen))
        assert set(within) == set(Request.objects.filter(pk__in=one_of(chosen))) == expected


def keys_among(keys: list[int]) -> QuerySet[Any, Any]:
    return Request.objects.filter(pk__in=keys).order_by().values_list("pk")


def test_who_reads_sees_what_is_theirs_and_not_what_the_last_one_saw(assessor: Assessor) -> None:
    """Of two advisers with the same roles, in either order and again."""
    entry = RequestEntry(
        reference="V-1",
        year=NOW.year,
        title=TITLE,
        confidentiality=Confidentiality.CONFIDENTIAL,
        team="economie",
    )
    services.record_request(entry, **HAND)
    roles = frozenset({AccountRole.ADVISER})
    mine, other, alone = (Person(name=team, roles=roles, team=team) for team in ("economie", "kennis", ""))
    for reader, sees in ((mine, True), (other, False), (alone, False), (mine, True), (NOBODY, False)):
        if sees:
            assert selectors.dossier("V-1", reader=reader).reference == "V-1"
        else:
            with pytest.raises(NotFound):
                selectors.dossier("V-1", reader=reader)


def test_a_case_with_what_came_of_it_and_one_without_are_each_told_whole(assessor: Assessor) -> None:
    decided(assessor, "V-1")
    an_activity("V-1", "X-1")
    decided(assessor, "V-2")
    reader = Person(name="x", roles=frozenset({AccountRole.DECIDER}))
    for reference, activities in (("V-1", ["X-1"]), ("V-2", []), ("X-1", ["X-1"])):
        found = selectors.dossier(reference, reader=reader)
        assert [row["reference"] for row in found.activities] == activities
        assert found.answers
