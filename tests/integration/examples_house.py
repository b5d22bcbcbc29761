"""The fourteen example requests, taken in and carried to the decision that each of them states."""

from openkader.casework.advice import AdviceVerdict
from openkader.casework.life_cycle import State
from openkader.casework.vocabulary import DecisionOutcome, Kind, Level
from openkader.kader import Assessment, Assessor
from openkader.kader.model import Scenario
from openkader.register import advising, cases, models, services, states
from openkader.register.audit import plain
from openkader.register.entries import AnswerEntry, DecisionEntry, RequestEntry
from openkader.register.kaders import assessor_of
from openkader.register.standings import standings_of
from tests.integration.advice_house import a_question, answered
from tests.integration.register_house import HAND, NOW, TITLE, taken

KADER = assessor_of("zuid-holland/2024-01-01").kader
EXAMPLES = [scenario for scenario in KADER.scenarios if scenario.id.startswith("FX-")]
OWN = ("kind", "country", "initiative")
SAID = {"positive_with_conditions": AdviceVerdict.CONDITIONS, "negative": AdviceVerdict.OBJECTION}
ENDS = {
    "take_up": State.GRANTED,
    "take_up_with_conditions": State.GRANTED,
    "refer": State.REFERRED,
    "refuse": State.REFUSED,
}


def taken_in(scenario: Scenario, assessor: Assessor) -> str:
    """The example as a request with its answers, assessed."""
    own = {name: scenario.facts.get(name) for name in OWN}
    entry = RequestEntry(
        reference=scenario.id,
        year=2030,
        title=TITLE,
        kind=Kind(str(own["kind"])),
        country=str(own["country"]),
        initiative=str(own["initiative"]),
        programme="china",
    )
    services.record_request(entry, **HAND)
    answers = [
        AnswerEntry(fact=name, value=plain(value))
        for name, value in scenario.facts.items()
        if name not in OWN
    ]
    services.answer_facts(scenario.id, answers, kader=assessor.kader, **HAND)
    services.assess_request(scenario.id, assessor=assessor, **HAND)
    return scenario.id


def state(reference: str, assessor: Assessor) -> State:
    request = models.Request.objects.get(reference=reference)
    known, screened = advising.assessed_now(request, assessor), standings_of(request)
    proposal = cases.proposal_of(request, cases.newest_assessment(request), screened)
    advised = advising.advised_of(request, known, NOW.date())
    return states.stand_now(request, proposal, advised, screened).state


def consulted(reference: str, assessor: Assessor, outcome: DecisionOutcome) -> list[str]:
    """Every desk that the decision waits for is asked and answers what the example says; then it is weighed anew."""
    said = {
        fact: value
        for scenario in EXAMPLES
        if scenario.id == reference
        for fact, value in scenario.facts.items()
    }
    verdict = SAID.get(str(said.get("national_advice")), AdviceVerdict.NO_OBJECTION)
    request = models.Request.objects.get(reference=reference)
    known = advising.assessed_now(request, assessor)
    lacking = advising.advised_of(request, known, NOW.date()).lacking(outcome)
    for need in lacking:
        question = a_question(reference, desk=need.desk, link=None)
        advice = services.ask_advice(question, assessor=assessor, **HAND)
        assert state(reference, assessor) is State.AWAITING_ADVICE
        answered(advice, verdict=verdict, explanation="Fictief.", conditions=("Fictief.",))
    services.assess_request(reference, assessor=assessor, **HAND)
    return [need.desk for need in lacking]


def proposed(reference: str, assessor: Assessor) -> Assessment:
    return advising.assessed_now(models.Request.objects.get(reference=reference), assessor)


def as_proposed(reference: str, found: Assessment) -> DecisionEntry:
    """The decision that the kader proposes, with everything that a requester has to be told."""
    rows = found.deciding
    desks = [found.kader.lists["desks"].item(desk) for desk in found.refer_to]
    return DecisionEntry(
        reference=f"B-{reference}",
        request=reference,
        year=2030,
        level=Level.REQUEST,
        outcome=DecisionOutcome(found.outcome),
        ground=next((row.ground for row in rows if row.ground), None),
        instrument=next((row.instrument for row in rows if row.instrument), "kader"),
        conditions=tuple(term.nl for row in rows for term in row.terms),
        referred_to=", ".join(desk.text.nl for desk in desks if desk) or None,
        motivation=None if found.settled else "De open vragen veranderen dit niet.",
    )


def carried_to_its_decision(scenario: Scenario, assessor: Assessor) -> str:
    """The example with the decision that the kader proposes on it."""
    request = taken_in(scenario, assessor)
    consulted(request, assessor, DecisionOutcome(scenario.outcome))
    taken(as_proposed(request, proposed(request, assessor)))
    return request
