"""What was said in public about an activity is kept, and is evidence where it accounts for a meeting."""

import hashlib
from datetime import datetime

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.casework.permissions import Act
from openkader.casework.public_account import PublicDraft, may_keep
from openkader.casework.raising import may_promise
from openkader.casework.vocabulary import EvidenceKind
from openkader.kader import Kader
from openkader.register.cases import activity_for_update
from openkader.register.entries import EvidenceEntry
from openkader.register.hand import Hand, claim_references, digest, require, writing
from openkader.register.measures import enter_evidence
from openkader.register.message_entries import PublicItemEntry
from openkader.register.models import Activity, Measure, PublicItem
from openkader.register.promises import enter_follow_up


def record_public_item(entry: PublicItemEntry, *, kader: Kader, by: str, now: datetime) -> str:
    """Keep a post, blog, report or media item with its day and its topics; handed in twice, it counts once."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        draft = PublicDraft(
            title=entry.title, published_on=entry.published_on, url=entry.url or "", text=entry.text or ""
        )
        require(may_keep(draft, hand.today))
        require(may_promise(entry.promise))
        _check_topics(entry, kader)
        known = _known(activity, entry)
        if known is not None:
            return known
        row = _store(activity, entry, hand)
        enter_follow_up(row, entry.promise, hand)
        hand.log(
            "public-item.recorded",
            "public-item",
            row.reference,
            activity.reference,
            sort=entry.kind,
            digest=digest(entry),
            sha256=row.sha256,
        )
        if entry.kind.is_own:
            _prove(activity, row, kader, hand)
    return str(row.reference)


def _check_topics(entry: PublicItemEntry, kader: Kader) -> None:
    listing = kader.lists.get("topics")
    problems = [
        Problem("kader.not-on-list", "topics", {"code": code[:60], "list": "topics"})
        for code in entry.topics
        if listing is None or listing.item(code) is None
    ]
    if problems:
        raise Invalid(problems)


def _known(activity: Activity, entry: PublicItemEntry) -> str | None:
    """The item that is this one, by a second click."""
    same = PublicItem.objects.filter(
        activity=activity,
        kind=entry.kind,
        title=entry.title.strip(),
        published_on=entry.published_on,
        url=entry.url or None,
    )
    found = next((one for one in same if (one.text or "") == (entry.text or "").strip()), None)
    return None if found is None else str(found.reference)


def _store(activity: Activity, entry: PublicItemEntry, hand: Hand) -> PublicItem:
    reference = f"{activity.reference}-O{PublicItem.objects.filter(activity=activity).count() + 1}"
    claim_references([(reference, activity.reference)], kind="public-item")
    text = (entry.text or "").strip() or None
    return PublicItem.objects.create(
        reference=reference,
        year=activity.year,
        activity=activity,
        kind=entry.kind,
        title=entry.title.strip(),
        url=entry.url or None,
        published_on=entry.published_on,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest() if text else None,
        topics=list(dict.fromkeys(entry.topics)),
        source_id=hand.source_id,
        recorded_at=hand.now,
        recorded_by=hand.by,
    )


def _prove(activity: Activity, row: PublicItem, kader: Kader, hand: Hand) -> None:
    """The item as evidence of the measure that asks for it, where the activity has that measure."""
    measure = Measure.objects.select_for_update().filter(activity=activity, code=kader.public_account).first()
    if measure is None:
        return
    entry = EvidenceEntry(
        kind=EvidenceKind.PUBLICATION,
        title=Text(nl=row.title, en=row.title),
        url=row.url,
        sha256=row.sha256,
        record=row.reference,
    )
    enter_evidence([(measure, [entry])], hand)
    hand.log(
        "evidence.recorded",
        "measure",
        measure.reference,
        activity.reference,
        digest=digest(entry),
        sha256=row.sha256,
    )
