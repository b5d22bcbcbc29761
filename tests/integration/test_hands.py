"""Trust goes by what a hand is, and not by how it is called; and a refusal tells nothing of what may not be seen."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User

from openkader.base.errors import NotFound, Refused
from openkader.casework.joining import Sameness
from openkader.casework.permissions import Act, DoorHand, HouseHand, Person
from openkader.casework.vocabulary import AccountRole, Confidentiality, DecisionOutcome, PartyKind
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.accounts import is_account_name
from openkader.register.entries import NameEntry, PartyEntry, PartyJudgementEntry
from openkader.register.people import acting_as
from tests.integration import advice_house
from tests.integration.front_door_house import PLAIN
from tests.integration.register_house import HAND, NOW, a_decision, a_request, assessed, refused, with_role
from tests.integration.screening_house import WANG, a_list

pytestmark = pytest.mark.django_db
LIKE_HANDS = ["cli:anna", "web:front-door", "link:V-1-ADV1", "host:1", ":"]
FRONT_DOOR = DoorHand("web:front-door", Act.TAKE_IN)
LINK = DoorHand("link:V-1-ADV1", Act.GIVE_ADVICE)


@pytest.mark.parametrize("name", LIKE_HANDS)
def test_a_name_like_that_of_a_hand_is_trusted_with_nothing(name: str, assessor: Assessor) -> None:
    assert not is_account_name(name)
    request = assessed(assessor)
    for _ in range(2):  # also when somebody made such an account by hand, in the database
        assert acting_as(name).roles == frozenset()
        refused("role.decide", lambda: services.decide_request(a_decision(request), by=name, now=NOW))
        refused("role.manage-people", lambda: services.close_account("adviser", by=name, now=NOW))
        User.objects.get_or_create(username=name)


def test_an_account_with_such_a_name_has_its_own_roles_only(assessor: Assessor) -> None:
    with_role("cli:root", AccountRole.ADVISER)
    assert acting_as("cli:root").roles == {AccountRole.ADVISER}


def test_what_is_stored_of_a_hand_is_a_name_like_any_other(assessor: Assessor) -> None:
    a_request()
    stored = models.Request.objects.get(reference="V-1").recorded_by
    assert stored == "cli:adviser"
    assert not isinstance(stored, HouseHand)
    assert acting_as(stored).roles == frozenset()


@pytest.mark.parametrize("hand", [FRONT_DOOR, LINK])
def test_who_stands_at_a_door_decides_nothing_and_looks_after_nobody(
    hand: DoorHand, assessor: Assessor
) -> None:
    request = assessed(assessor, risk_areas=["robotics_autonomous"])
    held = a_decision(request, outcome=DecisionOutcome.HOLD, motivation="x")
    refused("role.decide", lambda: services.decide_request(held, by=hand, now=NOW))
    refused("role.manage-people", lambda: services.close_account("adviser", by=hand, now=NOW))
    waiver = advice_house.a_waiver(request)
    refused("role.ask-advice", lambda: services.waive_advice(waiver, assessor=assessor, by=hand, now=NOW))


def test_each_door_is_for_one_thing(assessor: Assessor) -> None:
    request = assessed(assessor, risk_areas=["robotics_autonomous"])
    answer = advice_house.an_answer(advice_house.asked(assessor, request))
    refused("role.give-advice", lambda: services.give_advice(answer, by=FRONT_DOOR, now=NOW))
    refused("role.take-in", lambda: services.receive_request(PLAIN, by=LINK, now=NOW))
    services.give_advice(answer, by=LINK, now=NOW)
    assert services.receive_request(PLAIN, by=FRONT_DOOR, now=NOW)
    assert models.Advice.objects.get().by == "link:V-1-ADV1"


def test_a_desk_answers_about_a_secret_case_too(assessor: Assessor) -> None:
    advice = advice_house.asked(assessor, assessed(assessor, risk_areas=["robotics_autonomous"]))
    models.Request.objects.update(confidentiality=Confidentiality.TOP_SECRET)
    services.give_advice(advice_house.an_answer(advice), by=LINK, now=NOW)
    assert models.Advice.objects.count() == 1


# --- hidden parties ----------------------------------------------------------------------------

CLERK = Person(name="clerk", roles=frozenset({AccountRole.ADVISER}))


def a_party(reference: str, name: str, **more: Any) -> str:
    entry = PartyEntry(reference=reference, kind=PartyKind.PERSON, name=name, **more)
    return services.record_party(entry, **HAND)


@pytest.fixture
def hidden() -> str:
    """Somebody on the list of a secret case, with a number; the clerk may not know of the case."""
    with_role("clerk", AccountRole.ADVISER)
    a_request("V-9")
    a_list(replace(WANG, names=("Wang Verzonnen",)), request="V-9")
    (party,) = models.Party.objects.filter(name="Wang Verzonnen").values_list("reference", flat=True)
    services.number_party(party, "passport", "X-12345", **HAND)
    models.Request.objects.filter(reference="V-9").update(confidentiality=Confidentiality.SECRET)
    a_party("P-1", "Fictief Persoon")
    return party


def refusal(act: Callable[[], object]) -> Any:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.refusal


def test_the_number_of_a_hidden_party_is_refused_without_a_name(hidden: str) -> None:
    said = refusal(lambda: services.number_party("P-1", "passport", "X-12345", by="clerk", now=NOW))
    assert (said.code, dict(said.detail)) == ("identifier.not-here", {})
    open_said = refusal(lambda: services.number_party("P-1", "passport", "X-12345", **HAND))
    assert (open_said.code, open_said.detail["party"]) == ("register.identifier-twice", hidden)


def test_a_hidden_party_gets_no_name_and_no_number_from_who_may_not_see_it(hidden: str) -> None:
    for act in (
        lambda: services.name_party(hidden, NameEntry(name="Wang Verzonnen"), by="clerk", now=NOW),
        lambda: services.number_party(hidden, "passport", "X-1", by="clerk", now=NOW),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_hidden_name_leads_to_nobody_also_not_through_a_party_that_may_be_seen(hidden: str) -> None:
    joined = PartyJudgementEntry(
        leading="P-1", other=hidden, verdict=Sameness.SAME, reason="Zelfde paspoort.", seen=0
    )
    services.judge_parties(joined, **HAND)
    assert selectors.parties_named("Wang Verzonnen", reader=CLERK) == ()
    assert [line.reference for line in selectors.parties_named("Fictief Persoon", reader=CLERK)] == ["P-1"]
    whole = Person(name="x", roles=frozenset({AccountRole.DECIDER}))
    assert [line.reference for line in selectors.parties_named("Wang Verzonnen", reader=whole)] == ["P-1"]


def test_a_judgement_names_no_hidden_party(hidden: str) -> None:
    services.judge_parties(
        PartyJudgementEntry(leading=hidden, other="P-1", verdict=Sameness.SAME, reason="Zelfde.", seen=0),
        **HAND,
    )
    a_party("P-2", "Fictief Persoon")
    entry = PartyJudgementEntry(leading="P-2", other="P-1", verdict=Sameness.SAME, reason="Zelfde.", seen=0)
    said = refusal(lambda: services.judge_parties(entry, by="clerk", now=NOW))
    assert said.code == "joining.is-led"
    assert hidden not in said.detail.values()
