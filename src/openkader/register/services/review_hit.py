"""Somebody judges a hit."""

from datetime import datetime

from openkader.casework import screening
from openkader.casework.permissions import Act
from openkader.casework.screening import Given, HitState, ReviewDraft, Verdict
from openkader.register.cases import hit_for_update
from openkader.register.hand import Hand, digest, require, writing
from openkader.register.models import Hit, Review
from openkader.register.screening_entries import ReviewEntry
from openkader.register.screenings import dossier_of


def review_hit(entry: ReviewEntry, *, by: str, now: datetime) -> HitState:
    """Add what somebody says of a hit; where the hit stands now. Handed in twice, it counts once."""
    with writing(by=by, now=now, act=Act.REVIEW) as hand:
        hit = hit_for_update(entry.hit, hand)
        reviews = list(hit.reviews.order_by("number"))
        given = [Given(review.by, Verdict(review.verdict)) for review in reviews]
        if len(reviews) == entry.seen + 1 and _is_same(reviews[-1], entry, by):
            return HitState(hit.state)
        draft = ReviewDraft(by=by, seen=entry.seen, verdict=entry.verdict, reason=entry.reason)
        require(screening.may_review(given, draft, gone=hit.gone_at is not None))
        state = _store(hit, entry, given, hand)
        hand.log(
            "hit.reviewed",
            "party",
            hit.party.reference,
            dossier_of(hit.party.reference),
            hit=hit.pk,
            number=entry.seen + 1,
            digest=digest(entry),
        )
    return state


def _is_same(review: Review, entry: ReviewEntry, by: str) -> bool:
    return (review.by, review.verdict, review.reason) == (by, entry.verdict, entry.reason.strip())


def _store(hit: Hit, entry: ReviewEntry, given: list[Given], hand: Hand) -> HitState:
    assert entry.verdict is not None  # noqa: S101 - the rule asked for it
    number, reason = entry.seen + 1, entry.reason.strip()
    Review.objects.create(
        hit=hit, number=number, verdict=entry.verdict, reason=reason, at=hand.now, by=hand.by
    )
    state = screening.state_of([*given, Given(hand.by, entry.verdict)])
    Hit.objects.filter(pk=hit.pk).update(state=state, reviews_given=number)
    return state
