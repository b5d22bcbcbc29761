"""A delegation list comes in, in versions; each version screens only the difference."""

from dataclasses import replace

import pytest

from openkader.base.errors import NotFound, Problem, Refused
from openkader.casework.permissions import HOUSE
from openkader.casework.screening import Cause
from openkader.register import selectors
from openkader.register.models import Party, Screening, ScreeningTask
from tests.integration.screening_house import (
    HAND,
    LI,
    NEAR_WANG,
    NOBODY,
    WANG,
    ZHAO,
    a_delegation,
    a_list,
    a_request,
    state_of,
    the_hit,
    work,
)

pytestmark = pytest.mark.django_db
PERSONS = ["V-1-L1-2", "V-1-L1-3"]
EMPLOYER = "V-1-L1-O2"


def screened_since(former: int) -> list[str]:
    rows = Screening.objects.filter(pk__gt=former).order_by("id")
    return list(rows.values_list("party__reference", flat=True))


def newest() -> int:
    return Screening.objects.order_by("id").values_list("pk", flat=True).last() or 0


def test_every_person_and_every_organisation_becomes_one_party() -> None:
    request = a_delegation(WANG, LI)
    found = selectors.delegation(request, reader=HOUSE)
    assert [party.reference for party in found.parties] == [*PERSONS, EMPLOYER]
    assert [row.party.name for row in found.delegates] == ["Wang Verzonnen", "Li Bedacht"]
    assert [row.organisation.reference for row in found.delegates if row.organisation] == [EMPLOYER] * 2
    assert (found.is_running, found.done, found.tally.not_screened) == (True, 0, 3)


def test_a_delegate_comes_back_from_the_register_as_it_was_read() -> None:
    assert selectors.delegates_of(a_delegation(WANG, LI, ZHAO), reader=HOUSE) == (WANG, LI, ZHAO)


def test_parties_of_a_delegation_are_shown_in_the_dossier_of_their_request() -> None:
    a_delegation()
    assert {selectors.find_dossier(party) for party in (*PERSONS, EMPLOYER, "V-1-L1")} == {"V-1"}


def test_the_same_list_handed_in_twice_is_one_version() -> None:
    request = a_delegation(WANG)
    before = selectors.event_count()
    assert a_list(WANG, request=request) == "V-1-L1"
    assert a_list(WANG, request=request, seen=1) == "V-1-L1"
    assert selectors.event_count() == before


def test_a_second_version_screens_only_who_is_new() -> None:
    request = a_delegation(WANG, LI)
    work()
    before = newest()
    assert a_list(WANG, LI, ZHAO, request=request, seen=1) == "V-1-L2"
    assert work() == 1
    assert screened_since(before) == ["V-1-L2-4"]
    version = selectors.delegation(request, reader=HOUSE).versions[0]
    assert (version.version, version.added, version.changed, version.removed) == (2, 1, 0, 0)


def test_who_only_moves_to_another_row_or_function_is_not_screened_again() -> None:
    request = a_delegation(WANG, LI)
    work()
    a_list(replace(LI, row=9, function="lid"), replace(WANG, row=7), request=request, seen=1)
    assert work() == 0
    assert [row.party.reference for row in selectors.delegation(request, reader=HOUSE).delegates] == PERSONS


def test_who_changed_is_the_same_party_and_is_screened_again() -> None:
    request = a_delegation(WANG, LI)
    work()
    a_list(WANG, replace(LI, birth_date="1970"), request=request, seen=1)
    (task,) = ScreeningTask.objects.filter(finished_at=None)
    assert (task.party.reference, task.cause) == ("V-1-L1-3", Cause.CHANGED)
    assert state_of("V-1-L1-3") == "waiting"
    assert Party.objects.count() == 3


def test_who_changed_twice_is_still_the_same_party() -> None:
    request = a_delegation(LI)
    a_list(replace(LI, birth_date="1970"), request=request, seen=1)
    a_list(replace(LI, birth_date="1970-05"), request=request, seen=2)
    assert [row.party.reference for row in selectors.delegation(request, reader=HOUSE).delegates] == [
        "V-1-L1-3"
    ]


def test_who_went_no_longer_counts_and_who_comes_back_is_who_they_were() -> None:
    request = a_delegation(WANG, LI)
    work(NEAR_WANG)
    a_list(LI, request=request, seen=1)
    assert selectors.delegation(request, reader=HOUSE).tally.parties == 2
    a_list(WANG, LI, request=request, seen=2)
    assert state_of("V-1-L1-2") == "to_review"
    assert [row.party.reference for row in selectors.delegation(request, reader=HOUSE).delegates] == PERSONS


def test_another_organisation_is_another_party_and_the_person_stays() -> None:
    request = a_delegation(LI)
    work()
    a_list(replace(LI, organisation_names=("Verzonnen Kas BV",)), request=request, seen=1)
    assert [party.reference for party in selectors.delegation(request, reader=HOUSE).parties] == [
        "V-1-L1-3",
        "V-1-L2-O3",
    ]
    assert work() == 1


def test_two_requests_never_share_a_party() -> None:
    a_delegation(ZHAO, request="V-1")
    a_delegation(ZHAO, request="V-2")
    assert set(Party.objects.values_list("reference", flat=True)) == {"V-1-L1-4", "V-2-L1-4"}


def refused(code: str, *delegates: object, **changes: object) -> None:
    before = selectors.event_count()
    with pytest.raises(Refused) as caught:
        a_list(*delegates, **changes)  # type: ignore[arg-type]
    assert caught.value.refusal.code == code
    assert selectors.event_count() == before


def test_who_did_not_see_the_newest_version_is_told() -> None:
    request = a_delegation(WANG)
    refused("delegation.meanwhile", LI, request=request, seen=0)
    refused("delegation.meanwhile", LI, request=request, seen=2)


def test_a_list_without_anybody_is_refused() -> None:
    refused("delegation.empty", request=a_request(), delegates=())


def test_rows_that_could_not_be_read_stay_with_their_version() -> None:
    problem = Problem("delegation.empty", "lijst.xlsx:7", {"name": "?"})
    a_list(WANG, request=a_request(), problems=(problem,), file_name="lijst.xlsx")
    (version,) = selectors.delegation("V-1", reader=HOUSE).versions
    assert (version.problems, version.file_name, version.by) == ((problem,), "lijst.xlsx", HAND["by"])


def test_a_name_of_ten_thousand_characters_is_kept_whole() -> None:
    long = replace(ZHAO, names=("王" * 10_000,), function="x" * 400)
    request = a_delegation(long)
    assert selectors.delegates_of(request, reader=HOUSE)[0].names == long.names
    assert work(NOBODY) == 1


def test_what_is_not_there_is_not_found() -> None:
    for ask in (selectors.delegation, selectors.delegates_of, selectors.party_page):
        with pytest.raises(NotFound):
            ask("V-9", reader=HOUSE)
    with pytest.raises(NotFound):
        selectors.delegates_of(a_delegation(), version=2, reader=HOUSE)
    assert selectors.delegates_of("V-1", version=1, reader=HOUSE) == (WANG, LI)


def test_a_request_without_a_list_has_no_delegation() -> None:
    found = selectors.delegation(a_request(), reader=HOUSE)
    assert (found.versions, found.delegates, found.parties, found.fingerprint) == ((), (), (), None)
    assert selectors.delegates_of("V-1", reader=HOUSE) == ()


def test_the_list_of_one_with_a_hit_leads_to_it() -> None:
    a_delegation(WANG)
    work(NEAR_WANG)
    assert selectors.hit_page(the_hit(), reader=HOUSE).row.dossier == "V-1"
