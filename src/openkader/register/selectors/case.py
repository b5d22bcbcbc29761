"""A case as it is weighed now: the answers with who gave them, the proposal, who has to be screened."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openkader.casework.rules import Proposal
from openkader.casework.screening import Standing
from openkader.kader import Assessment, Assessor
from openkader.register.cases import Moment, follows_from_screening, known_facts, proposal_at
from openkader.register.models import Request
from openkader.register.selectors.collections import Row
from openkader.register.selectors.delegation import party_row
from openkader.register.selectors.dossier import Dossier
from openkader.register.selectors.screening_rows import PartyRow
from openkader.register.standings import known_of
from openkader.register.watched import parties_of


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

    @property
    def screened(self) -> tuple[Standing, ...]:
        """Where the screening of each party stands, as the rules want to see it."""
        return tuple(party.standing for party in self.parties)


def case_of(found: Dossier, assessor: Assessor) -> Case | None:
    """What can be done with a dossier; None where there is no request, or a row stands for several."""
    row = found.request
    if row is None or row["number"] != 1:
        return None
    parties = tuple(party_row(known) for known in known_of(parties_of(Request(pk=int(str(row["id"]))))))
    standings = [party.standing for party in parties]
    facts = known_facts(row, found.facts, assessor.kader, standings)
    follows = (name for name in assessor.kader.facts if follows_from_screening(assessor.kader, name))
    return Case(
        reference=str(row["reference"]),
        weighed=assessor.assess(facts),
        given=_given(found),
        from_screening=frozenset(follows) if parties else frozenset(),
        parties=parties,
        proposal=_proposal(found, standings),
        is_taken_over=any(decision["reconstructed"] for decision in found.decisions),
        decisions=len(found.decisions),
    )


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
