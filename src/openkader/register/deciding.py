"""What a decision rests on, and its entry in the register."""

from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from openkader.base.errors import Refusal
from openkader.casework import rules
from openkader.casework.advice import Advised
from openkader.casework.mandate import SECONDS, Mandated
from openkader.casework.permissions import Person
from openkader.casework.screening import Standing
from openkader.kader import Assessment as Assessed
from openkader.kader import Kader
from openkader.register.advising import advised_of
from openkader.register.cases import newest_assessment, proposal_of, restored
from openkader.register.decisions import decision_columns
from openkader.register.entries import DecisionEntry
from openkader.register.hand import Hand, parties
from openkader.register.kaders import assessor_of
from openkader.register.models import Assessment, Decision, Request
from openkader.register.people import acting_as, colleagues_with
from openkader.register.standings import standings_of
from openkader.register.visibility import sees_everything, visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Everything that a decision on a case rests on now."""

    request: Request
    assessment: Assessment | None
    proposal: rules.Proposal | None
    screened: list[Standing]
    advised: Advised
    mandated: Mandated
    kader: Kader | None


def basis_of(request: Request, hand: Hand, by: str, *, second: str | None = None) -> Basis:
    """What a decision by this person would rest on; with a `second` it is agreed to at this moment."""
    assessment, screened = newest_assessment(request), standings_of(request)
    known = _reassessed(assessment) if assessment else None
    mandated = mandated_of(known, acting_as(by), request.reference)
    return Basis(
        request=request,
        assessment=assessment,
        proposal=proposal_of(request, assessment, screened),
        screened=screened,
        advised=advised_of(request, known, hand.today),
        mandated=replace(mandated, has_second=True) if second else mandated,
        kader=known.kader if known else None,
    )


def mandated_of(known: Assessed | None, person: Person, case: str) -> Mandated:
    """What this person may decide in a case, as the kader says of what is known of it."""
    mandates = known.mandates if known else ()
    asks_second = any(mandate.second_person for mandate in mandates)
    return Mandated(
        roles=person.roles,
        mandates=mandates,
        is_open=known is not None and not known.kader.mandates,
        has_second=not asks_second or _has_second(person, case),
    )


def _has_second(besides: Person, case: str) -> bool:
    """Whether somebody else is there who may see the case, and may agree to what this person decides."""
    others = [one for one in colleagues_with(SECONDS) if one.name.casefold() != besides.name.casefold()]
    if not others or any(map(sees_everything, others)):
        return bool(others)
    request = Request.objects.filter(reference=case)
    mine = request.values_list("assignee__username", flat=True).first()
    # Who they are matters for what is assigned to them only; there are few sorts of colleagues beside that.
    sorts = {one if one.name == mine else replace(one, name="") for one in others}
    return request.filter(reduce(or_, map(visible_to, sorts))).exists()


def _reassessed(assessment: Assessment) -> Assessed:
    """The proposal again, with its trace, from the facts that were stored with it."""
    assessor = assessor_of(assessment.kader)
    return assessor.assess(restored(assessor.kader, assessment.facts))


def draft_of(entry: DecisionEntry) -> rules.DecisionDraft:
    """A decision as the rules want to see it."""
    return rules.DecisionDraft(
        outcome=entry.outcome,
        level=entry.level,
        ground=entry.ground,
        instrument=entry.instrument,
        motivation=entry.motivation,
        conditions=entry.conditions,
        referred_to=entry.referred_to,
        party=entry.party,
    )


def why_not(entry: DecisionEntry, basis: Basis) -> Refusal | None:
    """The reason why this decision may not be taken, if there is one.

    An assessment is decided on once at each level, and once of each organisation.
    """
    proposal = basis.proposal
    if proposal is not None and basis.assessment is not None:
        same = basis.assessment.decisions.filter(level=entry.level, party__reference=entry.party)
        proposal = replace(proposal, is_decided=same.exists())
    refusal = rules.may_decide(proposal, draft_of(entry), basis.screened, basis.advised, basis.mandated)
    return refusal or _is_listed(entry, basis.kader)


def _is_listed(entry: DecisionEntry, kader: Kader | None) -> Refusal | None:
    """A ground and an instrument are coded: they stand on the lists of the kader."""
    for code, name in ((entry.ground, "grounds"), (entry.instrument, "instruments")):
        listing = kader.lists.get(name) if kader else None
        if code is not None and listing is not None and listing.item(code) is None:
            return Refusal("decision.not-listed", {"code": code})
    return None


def enter_decision(entry: DecisionEntry, basis: Basis, hand: Hand, *, by: str, second: str | None) -> None:
    """Store a decision beside the proposal; departing from it is counted."""
    departs = rules.departs(basis.proposal, draft_of(entry)) if basis.proposal else None
    assessment = basis.assessment
    Decision.objects.create(
        **hand.counted(entry),
        **decision_columns(entry),
        request=basis.request,
        assessment=assessment,
        departs_from_proposal=departs,
        conditions=[one.strip() for one in entry.conditions if one.strip()],
        referred_to=entry.referred_to,
        party_id=parties([entry.party], hand)[entry.party],
        decided_on=hand.today,
        decided_by=by,
        seconded_by=second,
        reconstructed=False,
    )
    hand.log(
        "request.decided",
        "decision",
        entry.reference,
        basis.request.reference,
        level=entry.level,
        outcome=entry.outcome,
        ground=entry.ground,
        assessment=assessment.reference if assessment else None,
        departs_from_proposal=departs,
        seconded_by=second,
    )
