"""A next version of a kader is begun: from the newest one here, or as the kader of another organisation."""

from collections.abc import Mapping
from datetime import datetime

from openkader.base.errors import Invalid, Problem, Refusal
from openkader.casework.documents import clean_name
from openkader.casework.kader_drafting import may_add, may_start, may_take_over
from openkader.casework.permissions import Act
from openkader.kader.heading import heading_file, with_heading_day
from openkader.register import audit
from openkader.register.draft_kaders import read_draft
from openkader.register.hand import Hand, claim_references, require, writing
from openkader.register.kader_draft_entries import (
    KaderDraftEntry,
    KaderTakeOverEntry,
    SignedKader,
    WordsTakeOverEntry,
)
from openkader.register.kader_drafts import newest_version
from openkader.register.kaders import assessor_of, texts_of
from openkader.register.models import KaderDraft, KaderDraftStep, KaderOrigin
from openkader.register.numbering import next_reference
from openkader.register.shelf import shelf


def start_kader_draft(entry: KaderDraftEntry, *, by: str, now: datetime) -> str:
    """Copy the texts of that version, with the new day in the heading; the reference of the draft."""
    with writing(by=by, now=now, act=Act.DRAFT_KADER) as hand:
        hand.keeps_lines = False
        require(_may_start(entry))
        draft = _begun(entry, texts_of(entry.base), hand)
        place = draft.reference
        hand.log("kader-draft.started", "kader_draft", place, place, kader=entry.base)
    return draft.reference


def take_over_kader(entry: KaderTakeOverEntry, *, by: str, now: datetime) -> str:
    """Begin a draft as that kader, and note where it comes from; the reference of the draft.

    Whether the signature holds was seen at the door; the file is kept, so that it can be seen again.
    """
    signed = entry.signed
    require(may_take_over(signed.texts, signed.digest, assessor_of(entry.base).kader.digest))
    _check(signed)
    kept = shelf().put(signed.content)  # before others have to wait: a bucket may be slow
    with writing(by=by, now=now, act=Act.DRAFT_KADER) as hand:
        hand.keeps_lines = False
        audit.wait_for_turn()  # the same file twice at once is one draft
        require(_may_start(entry))
        require(_taken_already(signed))
        draft = _begun(entry, signed.texts, hand)
        place, sha256 = draft.reference, _note_origin(draft, signed, kept, hand)
        hand.log(
            "kader.taken-over",
            "kader_draft",
            place,
            place,
            kader=signed.kader,
            kader_digest=signed.digest,
            fingerprint=signed.fingerprint,
            sha256=sha256,
        )
    return draft.reference


def take_over_words(entry: WordsTakeOverEntry, *, by: str, now: datetime) -> str:
    """Begin a draft as our newest version with that one file more; the reference of the draft.

    What would make it unreadable is not taken over, and nothing that stands here is overwritten.
    """
    signed = entry.signed
    texts = texts_of(entry.base)
    require(may_add(signed.texts, texts))
    kader, problems = read_draft({**texts, **signed.texts}, entry.base)
    if kader is None:
        raise Invalid(problems)
    kept = shelf().put(signed.content)
    with writing(by=by, now=now, act=Act.DRAFT_KADER) as hand:
        hand.keeps_lines = False
        audit.wait_for_turn()  # the same file twice at once is one draft
        require(_may_start(entry))
        require(_taken_already(signed))
        draft = _begun(entry, {**texts, **signed.texts}, hand)
        place, sha256 = draft.reference, _note_origin(draft, signed, kept, hand)
        hand.log(
            "kader-words.taken-over",
            "kader_draft",
            place,
            place,
            kader=signed.kader,
            messages=entry.messages,
            lists=entry.lists,
            fingerprint=signed.fingerprint,
            sha256=sha256,
        )
    return draft.reference


def _may_start(entry: KaderDraftEntry) -> Refusal | None:
    assessor_of(entry.base)  # there is such a version
    newest = newest_version(entry.base.partition("/")[0])
    return may_start(entry.name, entry.in_force_from, newest, entry.base)


def _taken_already(signed: SignedKader) -> Refusal | None:
    """Somebody still works on a draft that began as this very kader."""
    open_ = KaderOrigin.objects.filter(draft__adoption=None, draft__withdrawal=None)
    found = open_.filter(digest=signed.digest).values_list("draft__reference", flat=True).first()
    return Refusal("kader-file.taken-already", {"draft": found}) if found else None


def _check(signed: SignedKader) -> None:
    """What is no kader, or not the one that it says, is not taken over."""
    kader, problems = read_draft(signed.texts, signed.kader)
    if kader is None:
        raise Invalid(problems)
    if kader.digest != signed.digest:
        raise Invalid([Problem("kader-file.other-digest", signed.file_name[:120])])


def _begun(entry: KaderDraftEntry, texts: Mapping[str, str], hand: Hand) -> KaderDraft:
    reference = next_reference("KC-")
    claim_references([(reference, reference)], kind="kader_draft")
    draft = KaderDraft.objects.create(
        reference=reference,
        base=entry.base,
        base_digest=assessor_of(entry.base).kader.digest,
        name=entry.name.strip(),
        at=hand.now,
        by=hand.by,
    )
    steps = [(file, 1, text) for file, text in texts.items()]
    heading = heading_file(texts)
    if heading:
        steps.append((heading, 2, with_heading_day(texts[heading], entry.in_force_from)))
    KaderDraftStep.objects.bulk_create(
        KaderDraftStep(draft=draft, file=file, number=number, text=text, at=hand.now, by=hand.by)
        for file, number, text in steps
    )
    return draft


def _note_origin(draft: KaderDraft, signed: SignedKader, kept: str, hand: Hand) -> str:
    """Write down where it came from, and under which digest its file is kept."""
    found = KaderOrigin.objects.create(
        draft=draft,
        kader=signed.kader,
        digest=signed.digest,
        publisher=signed.publisher,
        fingerprint=signed.fingerprint,
        sha256=kept,
        file_name=clean_name(signed.file_name)[:120],
        size=len(signed.content),
        at=hand.now,
        by=hand.by,
    )
    return found.sha256
