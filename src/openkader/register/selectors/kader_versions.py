"""The versions of a kader with how far each is, and the drafts that somebody works on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypedDict

from django.db.models import Max, Q, QuerySet

from openkader.base.errors import NotFound, Refusal
from openkader.casework.kader_drafting import TAKEN_OVER, KaderState, state_on, why_closed
from openkader.register.chain import fingerprint
from openkader.register.kader_drafts import DraftText, day_of_version, newest_texts
from openkader.register.kaders import versions_here
from openkader.register.models import (
    KaderAdoption,
    KaderDraft,
    KaderDraftStep,
    KaderOrigin,
    KaderWithdrawal,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What is known of the decision by which a version was adopted here."""

    draft: str
    body: str
    adopted_on: date
    in_force_from: date
    digest: str
    sha256: str
    file_name: str
    media_type: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version of a kader; one of the packs has no decision in the register."""

    name: str
    in_force_from: date
    state: KaderState
    decision: DecisionRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """A next version that is written."""

    reference: str
    base: str
    name: str
    at: datetime
    by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step of one file."""

    file: str
    number: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRow:
    """The kader of another organisation that a draft began as, or (`of_words`) of which it holds lines and lists."""

    kader: str
    digest: str
    publisher: str
    fingerprint: str
    sha256: str
    file_name: str
    at: datetime
    by: str
    of_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalRow:
    """Why nobody goes on with a draft."""

    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepText:
    """What a step kept, and the step of the same file before it; the first has none."""

    row: StepRow
    text: str
    before: str | None
    newest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFile:
    """A draft as its page shows it."""

    row: DraftRow
    texts: dict[str, DraftText]
    steps: tuple[StepRow, ...]
    decision: DecisionRow | None = None
    origin: OriginRow | None = None
    withdrawal: WithdrawalRow | None = None

    @property
    def closed(self) -> Refusal | None:
        """Why nothing of it changes any more."""
        return why_closed(is_adopted=self.decision is not None, is_withdrawn=self.withdrawal is not None)

    @property
    def writers(self) -> frozenset[str]:
        """Everybody who wrote on it."""
        return frozenset(step.by for step in self.steps)


class _Ends(TypedDict):
    decision: DecisionRow | None
    origin: OriginRow | None
    withdrawal: WithdrawalRow | None


def versions_in(organisation: str, today: date) -> list[VersionRow]:
    """All versions, the newest first."""
    adopted = KaderAdoption.objects.filter(kader__startswith=f"{organisation}/").select_related("draft")
    decisions = {row.kader: _decision(row) for row in adopted}
    names = sorted({*versions_here(organisation), *decisions})
    found = [
        VersionRow(
            name=name,
            in_force_from=day_of_version(name),
            state=state_on(today, day_of_version(name), _next(names[place + 1 :])),
            decision=decisions.get(name),
        )
        for place, name in enumerate(names)
    ]
    return found[::-1]


def drafts_of(organisation: str) -> list[DraftRow]:
    """What is still written, the last changed first."""
    return [_row(draft) for draft in _of(organisation).filter(adoption=None, withdrawal=None)]


def withdrawn_drafts_of(organisation: str) -> list[tuple[DraftRow, WithdrawalRow]]:
    """The drafts with which nobody goes on, the last changed first."""
    known = {row.draft_id: row for row in KaderWithdrawal.objects.all()}
    found = _of(organisation).filter(id__in=known)
    return [(_row(draft), _withdrawal(known[draft.pk])) for draft in found]


def taken_over_with(fingerprint: str) -> list[OriginRow]:
    """What came in before under the same key, the newest first."""
    return [_origin(row) for row in KaderOrigin.objects.filter(fingerprint=fingerprint).order_by("-id")]


def kader_draft(reference: str) -> DraftFile:
    """A draft with its newest texts and who wrote when."""
    draft = _drafts().filter(reference=reference).first()
    if draft is None:
        raise NotFound("kader-draft", reference[:80])
    steps = KaderDraftStep.objects.filter(draft=draft).order_by("-at", "-id")
    return DraftFile(
        row=_row(draft),
        texts=newest_texts(draft),
        steps=tuple(StepRow(**one) for one in steps.values("file", "number", "at", "by")),
        **_ends(draft.pk),
    )


def kader_step(reference: str, file: str, number: int) -> StepText:
    """One step of a file, beside the one before it."""
    steps = KaderDraftStep.objects.filter(draft__reference=reference, file=file)
    known = {step.number: step for step in steps.filter(Q(number=number) | Q(number=number - 1))}
    step = known.get(number)
    if step is None:
        raise NotFound("kader-draft", f"{reference} {file} {number}"[:80])
    before = known.get(number - 1)
    return StepText(
        row=StepRow(file=step.file, number=step.number, at=step.at, by=step.by),
        text=step.text,
        before=before.text if before else None,
        newest=steps.aggregate(newest=Max("number"))["newest"],
    )


def _ends(draft: int) -> _Ends:
    """Where it came from and how it ended, asked at once."""
    row = KaderDraft.objects.select_related("adoption", "origin", "withdrawal").get(pk=draft)
    adoption, origin, withdrawal = (getattr(row, name, None) for name in ("adoption", "origin", "withdrawal"))
    return {
        "decision": _decision(adoption) if adoption else None,
        "origin": replace(_origin(origin), of_words=_is_of_words(origin)) if origin else None,
        "withdrawal": _withdrawal(withdrawal) if withdrawal else None,
    }


def _is_of_words(row: KaderOrigin) -> bool:
    """Whether what was taken over is one file of the draft, and not all of it."""
    begun = KaderDraftStep.objects.filter(draft=row.draft_id, number=1, file__startswith=TAKEN_OVER)
    return any(fingerprint(step.text) == row.digest for step in begun)


def _origin(row: KaderOrigin) -> OriginRow:
    return OriginRow(
        kader=row.kader,
        digest=row.digest,
        publisher=row.publisher,
        fingerprint=row.fingerprint,
        sha256=row.sha256,
        file_name=row.file_name,
        at=row.at,
        by=row.by,
    )


def _withdrawal(row: KaderWithdrawal) -> WithdrawalRow:
    return WithdrawalRow(reason=row.reason, at=row.at, by=row.by)


def _of(organisation: str) -> QuerySet[KaderDraft]:
    return _drafts().filter(base__startswith=f"{organisation}/")


def _drafts() -> QuerySet[KaderDraft]:
    return KaderDraft.objects.annotate(changed_at=Max("steps__at")).order_by("-changed_at", "-id")


def _row(draft: KaderDraft) -> DraftRow:
    return DraftRow(
        reference=draft.reference,
        base=draft.base,
        name=draft.name,
        at=draft.at,
        by=draft.by,
        changed_at=draft.changed_at,  # type: ignore[attr-defined]
    )


def _next(later: Sequence[str]) -> date | None:
    return day_of_version(later[0]) if later else None


def _decision(row: KaderAdoption) -> DecisionRow:
    return DecisionRow(
        draft=row.draft.reference,
        body=row.body,
        adopted_on=row.adopted_on,
        in_force_from=row.in_force_from,
        digest=row.digest,
        sha256=row.sha256,
        file_name=row.file_name,
        media_type=row.media_type,
        at=row.at,
        by=row.by,
    )
