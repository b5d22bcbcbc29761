"""A case as the rules want to see it: the newest facts, the newest proposal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model

from openkader.base.errors import NotFound
from openkader.casework.rules import Proposal
from openkader.casework.screening import Standing, answering, fingerprints
from openkader.casework.vocabulary import Confidentiality, DecisionOutcome
from openkader.kader import Fact, Kader, Value, check_facts
from openkader.register.batches import BATCH
from openkader.register.hand import Hand
from openkader.register.models import Activity, Answer, Assessment, Decision, Hit, Measure, Request
from openkader.register.visibility import of_visible_party, visible_or_alone, visible_requests, visible_to

M = TypeVar("M", bound=Model)
# Questions of a kader that a request answers by itself.
OWN = ("kind", "country", "initiative")


def request_for_update(reference: str, hand: Hand) -> Request:
    """The request, held until the transaction ends; what the hand may not see is not there."""
    query = visible_requests(hand.person).select_for_update()
    return _one(query.filter(reference=reference), "request", reference)


def requests_by_reference(references: Iterable[str | None], hand: Hand) -> dict[str | None, Request | None]:
    """The requests that are pointed at, held until the transaction ends; None points at nothing."""
    wanted = {reference for reference in references if reference}
    found: dict[str | None, Request | None] = {None: None}
    query = visible_requests(hand.person).select_for_update().order_by("id")
    # One question when few are asked for; a database takes only so many names in one question.
    if wanted:
        query = query.filter(reference__in=wanted) if len(wanted) < BATCH else query
        found |= {request.reference: request for request in query}
    for reference in sorted(wanted - set(found)):
        raise NotFound("request", reference)
    return found


def outcomes_on(requests: Iterable[Request]) -> dict[str, list[DecisionOutcome | None]]:
    """What was decided on each request, in the order of the decisions."""
    found: dict[str, list[DecisionOutcome | None]] = {request.reference: [] for request in requests}
    query = Decision.objects.filter(request__isnull=False)
    if len(found) < BATCH:
        query = query.filter(request__reference__in=list(found))
    for reference, outcome in query.order_by("id").values_list("request__reference", "outcome"):
        found.setdefault(reference, []).append(DecisionOutcome(outcome) if outcome else None)
    return found


def activity_for_update(reference: str, hand: Hand) -> Activity:
    """The activity, held until the transaction ends."""
    query = Activity.objects.filter(visible_or_alone(hand.person)).select_for_update(of=("self",))
    return _one(query.filter(reference=reference), "activity", reference)


def level_of(activity: Activity) -> Confidentiality | None:
    """How confidential the request of an activity is; None: it has none."""
    return Confidentiality(activity.request.confidentiality) if activity.request else None


def is_made_up(activity: Activity) -> bool:
    """Whether an activity or its request was made up to practise with."""
    sources = [activity.source, activity.request.source if activity.request else None]
    return any(one is not None and one.fictional for one in sources)


def measure_for_update(reference: str, hand: Hand) -> Measure:
    """The measure with its activity, held until the transaction ends."""
    seen = visible_or_alone(hand.person, "activity__request__")
    query = Measure.objects.filter(seen).select_for_update(of=("self",)).select_related("activity")
    return _one(query.filter(reference=reference), "measure", reference)


def hit_for_update(key: int, hand: Hand) -> Hit:
    """The hit with its party, held until the transaction ends."""
    query = Hit.objects.filter(of_visible_party(hand.person))
    query = query.select_for_update(of=("self",)).select_related("party")
    return _one(query.filter(pk=key), "hit", str(key))


def record_for_update(model: type[M], kind: str, reference: str, hand: Hand) -> M:
    """A record that belongs to a request, with that request, held until the transaction ends."""
    query = model._default_manager.filter(visible_to(hand.person, "request__"))
    query = query.select_for_update(of=("self",)).select_related("request")
    found: M = _one(query.filter(reference=reference), kind, reference)
    return found


def is_taken_over(request: Request) -> bool:
    """Whether the request was read in a publication together with its decision."""
    return request.decisions.filter(reconstructed=True).exists()


def facts_of(request: Request, kader: Kader, screened: Sequence[Standing] = ()) -> dict[str, Value | None]:
    """What is known of a request in the kader's terms: its own fields, the newest answers, the screening.

    What does not fit the kader is refused here; it could otherwise only be skipped.
    """
    own = {name: getattr(request, name) for name in OWN}
    answers = Answer.objects.filter(request=request).order_by("id").values_list("fact", "value")
    return known_facts(own, dict(answers), kader, screened)


def known_facts(
    own: Mapping[str, object],
    answers: Mapping[str, object],
    kader: Kader,
    screened: Sequence[Standing] = (),
) -> dict[str, Value | None]:
    """The same from what was read of a request before: its own fields and its newest answers."""
    facts = {name: own[name] for name in OWN if name in kader.facts} | dict(answers)
    return restored(kader, facts | facts_of_screening(kader, screened, facts))


def facts_of_screening(
    kader: Kader, screened: Sequence[Standing], typed: Mapping[str, object]
) -> dict[str, object]:
    """What the screening answers, where the kader asks for it and somebody has to be screened.

    On warning lists it only adds: of a list that is not loaded here, people have to say.
    """
    if not screened:
        return {}
    listed = kader.facts.get(answering.WARNINGS)
    codes = {option.code for option in listed.options} if listed and _is_screened(listed) else set()
    found: dict[str, object] = {}
    if follows_from_screening(kader, answering.SANCTIONS):
        found[answering.SANCTIONS] = answering.sanctions(screened, codes)
    named = answering.warnings(screened, codes)
    if named:
        said = typed.get(answering.WARNINGS)
        found[answering.WARNINGS] = sorted(named.union(said if isinstance(said, list) else ()))
    return found


def follows_from_screening(kader: Kader, name: str) -> bool:
    """Whether the register answers this question of a kader, for a request with a delegation."""
    fact = kader.facts.get(name)
    return (
        name == answering.SANCTIONS
        and fact is not None
        and _is_screened(fact)
        and {option.code for option in fact.options} >= answering.SANCTIONS_WORDS
    )


def _is_screened(fact: Fact) -> bool:
    return fact.answered_by == "screening"


def restored(kader: Kader, facts: Mapping[str, object]) -> dict[str, Value | None]:
    """Stored facts as the kader wants them, checked against its questions."""
    known = kader.facts
    found = {name: known[name].restored(one) if name in known else one for name, one in facts.items()}
    return check_facts(known, found)


def newest_assessment(request: Request) -> Assessment | None:
    """The assessment that a decision would rest on."""
    return Assessment.objects.filter(request=request).order_by("-id").first()


def proposal_of(
    request: Request, assessment: Assessment | None, screened: Sequence[Standing] = ()
) -> Proposal | None:
    """What the kader proposed, and whether it still stands."""
    if assessment is None:
        return None
    now = Moment(answers=request.answers.count(), screened=screened, is_decided=assessment.decisions.exists())
    return proposal_at(vars(assessment), now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """How far a case is: how many answers there are, where screening stands, and whether it was decided."""

    answers: int
    screened: Sequence[Standing]
    is_decided: bool


def proposal_at(assessment: Mapping[str, Any], now: Moment) -> Proposal:
    """The same from what was read of an assessment before."""
    return Proposal(
        outcome=DecisionOutcome(assessment["outcome"]),
        is_settled=assessment["settled"],
        is_stale=now.answers > assessment["answers_seen"]
        or assessment["screening_seen"] != fingerprints.of_standings(now.screened),
        is_decided=now.is_decided,
    )


def _one(query, kind: str, reference: str):  # type: ignore[no-untyped-def]
    found = query.first()
    if found is None:
        raise NotFound(kind, reference)
    return found
