"""Somebody says whether two parties are one; what was said before stays, and the newest counts."""

from datetime import datetime

from openkader.casework.joining import JudgementDraft, Pair, Sameness, may_judge
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import PartyKind
from openkader.register.entries import PartyJudgementEntry
from openkader.register.hand import Hand, digest, require, writing
from openkader.register.joined import all_led_by
from openkader.register.models import Party, PartyJudgement
from openkader.register.screenings import dossier_of, parties_for_update
from openkader.register.visibility import visible_parties

_HIDDEN = "…"


def judge_parties(entry: PartyJudgementEntry, *, by: str, now: datetime) -> None:
    """Keep a judgement on two parties; the same one of the same person, handed in twice, counts once."""
    with writing(by=by, now=now, act=Act.MERGE_PARTIES) as hand:
        held = {party.reference: party for party in parties_for_update([entry.leading, entry.other], hand)}
        leading, other = held[entry.leading], held[entry.other]
        rows = list(_said_of(leading, other))
        if len(rows) == entry.seen + 1 and _is_same(rows[-1], entry, by):
            return
        draft = JudgementDraft(verdict=entry.verdict, reason=entry.reason, seen=entry.seen)
        require(may_judge(_pair(leading, other, rows), draft, _led_by(leading, other, hand)))
        _store(leading, other, entry, hand)


def _said_of(leading: Party, other: Party) -> list[PartyJudgement]:
    first, second = sorted((leading.pk, other.pk))
    return list(PartyJudgement.objects.filter(first=first, second=second).order_by("number"))


def _is_same(row: PartyJudgement, entry: PartyJudgementEntry, by: str) -> bool:
    return (row.by, row.verdict, row.reason) == (by, entry.verdict, entry.reason.strip())


def _pair(leading: Party, other: Party, rows: list[PartyJudgement]) -> Pair:
    persons = {party.kind == PartyKind.PERSON for party in (leading, other)}
    return Pair(
        leading=leading.reference,
        other=other.reference,
        are_of_one_sort=len(persons) == 1,
        said=Sameness(rows[-1].verdict) if rows else None,
        judgements=len(rows),
    )


def _led_by(leading: Party, other: Party, hand: Hand) -> dict[str, str]:
    """Who is shown with whom around this pair, what the pair itself said aside; hidden parties have no name."""
    pairs = all_led_by([leading.pk, other.pk])
    keys = {*pairs, *pairs.values()}
    seen = visible_parties(hand.person).filter(pk__in=keys).values_list("pk", "reference")
    names = {**dict.fromkeys(keys, _HIDDEN), **dict(seen)}
    mine = {leading.pk, other.pk}
    return {names[led]: names[by] for led, by in pairs.items() if {led, by} != mine}


def _store(leading: Party, other: Party, entry: PartyJudgementEntry, hand: Hand) -> None:
    first, second = sorted((leading, other), key=lambda party: party.pk)
    PartyJudgement.objects.create(
        first=first,
        second=second,
        number=entry.seen + 1,
        verdict=entry.verdict,
        leading=leading if entry.verdict is Sameness.SAME else None,
        reason=entry.reason.strip(),
        at=hand.now,
        by=hand.by,
    )
    hand.log(
        f"parties.{_ACTS[entry.verdict]}",
        "party",
        leading.reference,
        dossier_of(leading.reference),
        other=other.reference,
        digest=digest(entry),
    )


_ACTS = {Sameness.SAME: "joined", Sameness.OTHER: "kept-apart", Sameness.OPEN: "reopened"}
