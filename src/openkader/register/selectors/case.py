"""A case as it is weighed now: the answers with who gave them, the proposal, who has to be screened."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from openkader.base.text import Text
from openkader.casework.advice import Advised, needs_of
from openkader.casework.rules import Proposal
from openkader.casework.screening import Standing
from openkader.casework.vocabulary import Level, PartyKind
from openkader.kader import Assessment, Assessor, Fact
from openkader.register.advising import asked_from, waiver_from
from openkader.register.cases import OWN, Moment, follows_from_screening, known_facts, proposal_at
from openkader.register.models import Party
from openkader.register.selectors.delegation import party_row
from openkader.register.selectors.dossier import Dossier
from openkader.register.selectors.screening_rows import PartyRow
from openkader.register.standings import known_of
from openkader.register.together import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What somebody works on: nothing of `weighed` is stored, `proposal` is the newest that is."""

    reference: str
    weighed: Assessment  # what the kader says of all that is known this moment
    given: Mapping[str, Sequence[Row]]  # every answer on each question, the oldest first
    from_screening: frozenset[str]  # the questions that the register answers by itself
    parties: tuple[PartyRow, ...]
    proposal: Proposal | None
    is_taken_over: bool
    decisions: int
    advised: Advised
    decided: frozenset[Level] = frozenset()  # on the newest assessment; each level once
    organisations: Mapping[str, str] = field(default_factory=dict)  # by reference, those with a name

    @property
    def screened(self) -> tuple[Standing, ...]:
        """Where the screening of each party stands, as the rules want to see it."""
        return tuple(party.standing for party in self.parties)


def case_of(found: Dossier, assessor: Assessor, today: date) -> Case | None:
    """What can be done with a dossier; None where there is no request, or a row stands for several."""
    row = found.request
    if row is None or row["number"] != 1:
        return None
    parties = tuple(party_row(known) for known in known_of(Party(**party) for party in found.screened))
    standings = [party.standing for party in parties]
    facts = known_facts(row, found.facts, assessor.kader, standings)
    follows = (name for name in assessor.kader.facts if follows_from_screening(assessor.kader, name))
    weighed = assessor.assess(facts)
    return Case(
        reference=str(row["reference"]),
        weighed=weighed,
        given=_given(found),
        from_screening=frozenset(follows) if parties else frozenset(),
        parties=parties,
        proposal=_proposal(found, standings),
        is_taken_over=any(decision["reconstructed"] for decision in found.decisions),
        decisions=len(found.decisions),
        advised=_advised(found, weighed, today),
        decided=_decided(found),
        organisations=_organisations(found, parties),
    )


def questions_of(case: Case) -> list[Fact]:
    """What people answer: not what the screening answers, nor what the request says by itself."""
    known = {name for name in OWN if case.weighed.value(name) is not None and not case.given.get(name)}
    return [
        fact
        for fact in case.weighed.kader.asked
        if fact.id not in case.from_screening and fact.id not in known
    ]


def _advised(found: Dossier, weighed: Assessment, today: date) -> Advised:
    """Everything about the advice of a case, from what was read of it with the case."""
    verdicts = {
        row["advice_request__reference"]: str(row["verdict"])
        for row in sorted(found.advice, key=lambda row: int(str(row["number"])))
    }
    values = weighed.trace.values
    return Advised(
        today=today,
        needs=needs_of(weighed),
        asked=[
            asked_from(
                row,
                verdicts.get(row["reference"]),
                values,
                is_withdrawn=row["withdrawal__by"] is not None,
            )
            for row in found.advice_requests
        ],
        waivers=[waiver_from(row, is_agreed=row["agreement__by"] is not None) for row in found.waivers],
    )


def _organisations(found: Dossier, parties: Sequence[PartyRow]) -> Mapping[str, str]:
    """The organisations that a decision can be about: those that come along, and those that take part."""
    named = {
        str(row["party"]): label.nl
        for row in found.participations
        if isinstance(label := row["party_label"], Text) and row["party__kind"] != PartyKind.PERSON
    }
    return named | {party.reference: party.name for party in parties if not party.is_person}


def _decided(found: Dossier) -> frozenset[Level]:
    """The levels at which the newest assessment was decided on; of organisations each is decided on its own."""
    newest = found.assessments[-1]["reference"] if found.assessments else None
    mine = (row for row in found.decisions if newest and row["assessment__reference"] == newest)
    return frozenset(Level(str(row["level"])) for row in mine) - {Level.ORGANISATION}


def _given(found: Dossier) -> Mapping[str, Sequence[Row]]:
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for row in found.answers:
        rows[str(row["fact"])].append(row)
    return rows


def _proposal(found: Dossier, screened: Sequence[Standing]) -> Proposal | None:
    if not found.assessments:
        return None
    newest = found.assessments[-1]
    decided = {decision["assessment__reference"] for decision in found.decisions}
    is_decided = newest["reference"] in decided
    return proposal_at(newest, Moment(answers=len(found.answers), screened=screened, is_decided=is_decided))
