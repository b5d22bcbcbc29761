"""Requests that nobody made, as many as asked, the same ones for the same seed; each as far as cases get.

What is asked and answered comes from the examples of a kader, so that every kader can be practised with.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.vocabulary import Confidentiality, DecisionOutcome, Kind, Precision, Role
from openkader.cli.fictional_names import LANDS, MARK, a_party, countries
from openkader.kader import Kader, Value
from openkader.register.entries import AnswerEntry, ParticipationEntry, PartyEntry, RequestEntry
from openkader.register.fictional import FictionalCase, FictionalCases, Stage

CHUNK = 2000
_OWN = ("kind", "country", "initiative")
_YEARS = 8
# Of a hundred cases, so many got no further than this.
_STAGES = {
    Stage.RECEIVED: 6,
    Stage.ANSWERED: 7,
    Stage.ASSESSED: 9,
    Stage.DECIDED: 30,
    Stage.CARRIED_OUT: 18,
    Stage.CLOSED: 30,
}
_LEVELS = {
    Confidentiality.PUBLIC: 10,
    Confidentiality.LIMITED_PUBLIC: 8,
    Confidentiality.INTERNAL: 52,
    Confidentiality.CASE_CONFIDENTIAL: 14,
    Confidentiality.CONFIDENTIAL: 11,
    Confidentiality.CONFIDENTIAL_HIGH: 3,
    Confidentiality.SECRET: 2,
}
TEAMS = ("internationaal", "economie", "kennis", "landbouw")
_PEOPLE_A_CASE = 0.5  # new parties for each case; others have taken part before
_TITLES: Mapping[str, Text] = {
    Kind.INCOMING_DELEGATION: Text(nl="delegatie uit {place}", en="delegation from {place}"),
    Kind.OUTGOING_MISSION: Text(nl="missie naar {place}", en="mission to {place}"),
    Kind.EMBASSY_TALK: Text(nl="gesprek met de ambassade over {place}", en="embassy talk about {place}"),
    Kind.EVENT: Text(nl="evenement met gasten uit {place}", en="event with guests from {place}"),
    Kind.AGREEMENT: Text(nl="overeenkomst met {place}", en="agreement with {place}"),
    Kind.INVESTMENT_SUPPORT: Text(
        nl="steun bij een investering uit {place}", en="support of an investment from {place}"
    ),
    Kind.EXCHANGE: Text(nl="kennisuitwisseling met {place}", en="exchange of knowledge with {place}"),
}
_ABOUT = (
    Text(nl="glastuinbouw", en="greenhouse horticulture"),
    Text(nl="havenlogistiek", en="port logistics"),
    Text(nl="waterbeheer", en="water management"),
    Text(nl="biotechnologie", en="biotechnology"),
    Text(nl="circulaire economie", en="circular economy"),
    Text(nl="halfgeleiders", en="semiconductors"),
    Text(nl="hoger onderwijs", en="higher education"),
    Text(nl="robotica", en="robotics"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to make: how many cases, from which seed, under which kader, worked on by whom, up to which day."""

    source: int
    number: int
    seed: int
    kader: Kader
    assignees: Sequence[str]
    today: date


def chunks(plan: Plan) -> Iterator[FictionalCases]:
    """All cases, some at a time."""
    luck = Random(plan.seed)  # noqa: S311 - the same cases every time is the point
    known: dict[str, list[str]] = {country: [] for country in LANDS}
    for start in range(0, plan.number, CHUNK):
        numbers = range(start, min(start + CHUNK, plan.number))
        parties = _parties(plan, numbers, luck, known)
        cases = tuple(_case(plan, number, luck, known) for number in numbers)
        yield FictionalCases(source=plan.source, parties=parties, cases=cases)


def _parties(plan: Plan, numbers: range, luck: Random, known: dict[str, list[str]]) -> tuple[PartyEntry, ...]:
    """The parties that are new in these cases; each country has somebody from the first on."""
    chosen = countries(luck, max(1, int(len(numbers) * _PEOPLE_A_CASE)))
    chosen += [country for country, there in known.items() if not there]
    entries = tuple(
        a_party(f"{prefix(plan.seed)}-P{numbers.start + place:06}", country, luck)
        for place, country in enumerate(chosen)
    )
    for entry in entries:
        known[entry.country or ""].append(entry.reference)
    return entries


def prefix(seed: int) -> str:
    """What the references of one seed begin with."""
    return f"FICTIEF-{seed}"


def _case(plan: Plan, number: int, luck: Random, known: Mapping[str, Sequence[str]]) -> FictionalCase:
    facts = _facts(plan.kader, luck)
    (country,) = countries(luck, 1)
    stage = luck.choices(list(_STAGES), list(_STAGES.values()))[0]
    # What is not decided is recent; the rest lies in the years behind us.
    most = 100 if stage < Stage.DECIDED else _YEARS * 365
    received = plan.today - timedelta(days=luck.randint(1, most))
    reference = f"{prefix(plan.seed)}-{number:06}"
    facts |= {"country": country} if "country" in plan.kader.facts else {}
    return FictionalCase(
        request=_request(reference, facts, country, received, _Luck(plan, luck, known)),
        facts=facts,
        answers=_answers(facts, plan.kader, stage, luck),
        stage=stage,
        assignee=luck.choice([*plan.assignees, None]),
        decided_on=min(plan.today, received + timedelta(days=luck.randint(2, 70))),
        departs=luck.random() < _DEPARTURES,
        other=luck.choice((DecisionOutcome.HOLD, DecisionOutcome.TAKE_UP)),
        withdrawn=luck.random() < _WITHDRAWN,
    )


_DEPARTURES = 0.08
_WITHDRAWN = 0.04


@dataclass(frozen=True, slots=True)
class _Luck:
    """The dice, with what they are thrown over."""

    plan: Plan
    dice: Random
    known: Mapping[str, Sequence[str]]


def _facts(kader: Kader, luck: Random) -> dict[str, Value | None]:
    """The facts of one of the examples of the kader."""
    return dict(luck.choice(kader.scenarios).facts)


def _request(
    reference: str, facts: Mapping[str, Value | None], country: str, received: date, luck: _Luck
) -> RequestEntry:
    dice, land = luck.dice, LANDS[country]
    kind = Kind(str(facts.get("kind") or Kind.OTHER))
    place, about = dice.choice(land.places)[0], dice.choice(_ABOUT)
    title = _TITLES.get(kind, Text(nl="verzoek over {place}", en="request about {place}"))
    said = {
        language: f"{mark}: {title.in_(language).format(place=place)}, {about.in_(language)}"
        for language, mark in (("nl", MARK), ("en", "Fictional"))
    }
    initiative = facts.get("initiative")
    return RequestEntry(
        reference=reference,
        year=received.year,
        title=Text(nl=said["nl"], en=said["en"]),
        received=Period(received, received, Precision.DAY),
        kind=kind,
        country=country,
        programme=_programme(luck.plan.kader, country),
        initiative=str(initiative) if initiative else None,
        confidentiality=dice.choices(list(_LEVELS), list(_LEVELS.values()))[0],
        team=dice.choice(TEAMS),
        participations=tuple(_participations(reference, luck.known[country], dice)),
    )


def _programme(kader: Kader, country: str) -> str | None:
    """The first relation of the kader for its first country, and the last one for others."""
    field = kader.records["requests"].get("programme")
    options = [option.code for option in field.options] if field else []
    if not options:
        return None
    return options[0] if country == next(iter(LANDS)) else options[-1]


def _participations(reference: str, known: Sequence[str], dice: Random) -> Iterator[ParticipationEntry]:
    parties = dict.fromkeys(dice.choice(known) for _ in range(dice.randint(1, 2)))
    for number, party in enumerate(parties):
        role = Role.COUNTERPART if number else Role.REQUESTER
        yield ParticipationEntry(reference=f"{reference}-D{number + 1}", role=role, party=party)


def _answers(
    facts: Mapping[str, Value | None], kader: Kader, stage: Stage, luck: Random
) -> tuple[AnswerEntry, ...]:
    """What was answered so far: nothing, a part, or everything that the example knows."""
    if stage is Stage.RECEIVED:
        return ()
    asked = [name for name in facts if name not in _OWN and name in kader.facts]
    if stage is Stage.ANSWERED:
        asked = asked[: luck.randint(1, max(1, len(asked) - 1))]
    return tuple(AnswerEntry(fact=name, value=facts[name], basis=MARK) for name in asked)
