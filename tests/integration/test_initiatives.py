"""Initiatives: from a request by way of a match to what came of it, each step kept as it was noted."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from openkader.base.errors import NotFound, Refused
from openkader.base.text import Text
from openkader.casework.initiatives import ChainState, LinkState, Stage, StepKind
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE, Person
from openkader.casework.vocabulary import AccountRole, ActivityStanding, Confidentiality
from openkader.register import models, selectors
from openkader.register.initiative_entries import Side
from tests.integration.network_house import ASKED, HAND, NOW, activity, begun, party, step
from tests.integration.register_house import a_request, with_role

pytestmark = pytest.mark.django_db
ADVISER = Person(name="adviser", roles=frozenset({AccountRole.ADVISER}))


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()
    return str(caught.value.refusal.code)


def chain(reference: str = "NX-1-I1", reader: Person = HOUSE) -> selectors.InitiativeRow:
    return selectors.initiative_file(reference, reader=reader)


def test_a_chain_goes_from_asked_to_linked_to_an_effect() -> None:
    activity()
    assert begun() == begun() == "NX-1-I1"
    assert chain().state is ChainState.SOUGHT
    assert chain().links == {
        Stage.REQUEST: LinkState.DONE,
        Stage.MATCH: LinkState.OPEN,
        Stage.EFFECT: LinkState.OPEN,
    }
    assert refused(lambda: step(StepKind.EFFECT)) == "initiative.no-match"
    assert step(StepKind.MATCHED) == step(StepKind.MATCHED) == 2
    assert step(StepKind.EFFECT, period=Period.year(2030)) == 3
    found = chain()
    assert found.state is ChainState.EFFECT
    assert [one.period for one in found.steps] == [None, None, Period.year(2030)]
    assert found.steps[0].seeker == Text(nl="een bedachte school", en="a made-up school")


def test_a_match_names_both_sides_and_keeps_a_hidden_party_hidden() -> None:
    a_request("V-1")
    party()
    from openkader.casework.vocabulary import Role
    from openkader.register.entries import ParticipationEntry
    from openkader.register.hand import writing
    from openkader.register.participations import enter_participations

    with writing(by=HAND["by"], now=NOW, act=None) as hand:
        place = ParticipationEntry(reference="V-1-P1", role=Role.REQUESTER, party="NP-1")
        enter_participations([(models.Request.objects.get(), [place])], hand)
    activity()
    begun()
    step(StepKind.MATCHED, partner=Side("NP-1"))
    assert chain(reader=ADVISER).steps[1].partner_party == "NP-1"
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    found = chain(reader=ADVISER).steps[1]
    assert found.partner_party is None
    assert found.partner is not None
    assert "Bedacht" not in found.partner.nl
    with_role("adviser", AccountRole.ADVISER)
    with pytest.raises(NotFound):
        step(StepKind.MATCHED, partner=Side("NP-1"), hand={"by": "adviser", "now": NOW})


@pytest.mark.parametrize(
    ("kind", "changes", "code"),
    [
        (StepKind.MATCHED, {"partner": Side()}, "initiative.no-partner"),
        (StepKind.NOT_FOUND, {"what": Text(nl="", en="")}, "initiative.no-reason"),
        (StepKind.MATCHED, {"url": "javascript:alert(1)"}, "initiative.bad-address"),
        (StepKind.MATCHED, {"period": Period.day(date(2030, 5, 2))}, "initiative.not-yet"),
        (StepKind.SOUGHT, {}, "initiative.sought-already"),
    ],
)
def test_a_step_out_of_turn_or_without_words_is_refused(
    kind: StepKind, changes: dict[str, Any], code: str
) -> None:
    activity()
    begun()
    assert refused(lambda: step(kind, **changes)) == code
    assert len(chain().steps) == 1


def test_an_initiative_begins_with_what_was_asked_at_what_goes_on() -> None:
    activity()
    activity("NX-2", standing=ActivityStanding.PLANNED)
    models.Activity.objects.filter(reference="NX-2").update(
        standing=ActivityStanding.CANCELLED, cancelled_because="Gaat niet door."
    )
    assert refused(lambda: begun(activity="NX-2")) == "activity.cancelled"
    assert refused(lambda: begun(title=Text(nl=" ", en=" "))) == "initiative.no-title"
    assert refused(lambda: begun(title=Text(nl="x" * 301, en="x"))) == "initiative.no-title"
    from dataclasses import replace

    late = replace(ASKED, kind=StepKind.MATCHED, partner=Side(None, Text(nl="x", en="x")))
    assert refused(lambda: begun(steps=(late,))) == "initiative.not-asked"
    with pytest.raises(NotFound):
        begun(activity="NX-9")


def test_the_initiatives_of_a_case_are_shown_at_its_activity_and_the_other_way_round() -> None:
    a_request("V-1")
    begun(request="V-1", activity=None)
    activity()
    models.Activity.objects.filter(reference="NX-1").update(request=models.Request.objects.get())
    begun()
    for place in ("V-1", "NX-1"):
        found = selectors.initiatives(reader=HOUSE, at=place)
        assert {one.reference for one in found} == {"V-1-I1", "NX-1-I1"}
    assert selectors.initiatives(reader=HOUSE, at="V-9") == ()


def test_what_waits_for_somebody_comes_first() -> None:
    activity()
    for title in ("Een", "Twee", "Drie"):
        begun(title=Text(nl=title, en=title))
    step(StepKind.ENDED, "NX-1-I3")
    step(StepKind.NOT_FOUND, "NX-1-I2")
    found = selectors.initiatives(reader=HOUSE)
    assert [one.state for one in found] == [ChainState.SOUGHT, ChainState.NO_MATCH, ChainState.ENDED]


def test_an_initiative_is_for_who_may_see_its_case() -> None:
    a_request("V-1")
    begun(request="V-1", activity=None)
    assert selectors.initiatives(reader=ADVISER)
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    assert selectors.initiatives(reader=ADVISER) == ()
    with pytest.raises(NotFound):
        chain("V-1-I1", ADVISER)
    with_role("adviser", AccountRole.ADVISER)
    with pytest.raises(NotFound):
        step(StepKind.MATCHED, "V-1-I1", {"by": "adviser", "now": NOW})


def test_the_house_lets_no_evaluator_note_a_step() -> None:
    activity()
    begun()
    with_role("evaluator", AccountRole.EVALUATOR)
    assert refused(lambda: step(StepKind.MATCHED, hand={"by": "evaluator", "now": NOW})) == "role.work"
