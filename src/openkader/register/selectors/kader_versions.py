"""The versions of a kader with how far each is, and the drafts that somebody works on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, QuerySet

from openkader.base.errors import NotFound
from openkader.casework.kader_drafting import KaderState, state_on
from openkader.register.kader_drafts import DraftText, day_of_version, newest_texts
from openkader.register.kaders import versions_here
from openkader.register.models import KaderAdoption, KaderDraft, KaderDraftStep


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
class DraftFile:
    """A draft as its page shows it."""

    row: DraftRow
    texts: dict[str, DraftText]
    steps: tuple[StepRow, ...]
    decision: DecisionRow | None = None

    @property
    def writers(self) -> frozenset[str]:
        """Everybody who wrote on it."""
        return frozenset(step.by for step in self.steps)


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
    return [_row(draft) for draft in _drafts().filter(adoption=None, base__startswith=f"{organisation}/")]


def kader_draft(reference: str) -> DraftFile:
    """A draft with its newest texts and who wrote when."""
    draft = _drafts().filter(reference=reference).first()
    if draft is None:
        raise NotFound("kader-draft", reference[:80])
    steps = KaderDraftStep.objects.filter(draft=draft).order_by("-at", "-id")
    adoption = KaderAdoption.objects.filter(draft=draft).select_related("draft").first()
    return DraftFile(
        row=_row(draft),
        texts=newest_texts(draft),
        steps=tuple(StepRow(**one) for one in steps.values("file", "number", "at", "by")),
        decision=_decision(adoption) if adoption else None,
    )


def kader_step(reference: str, file: str, number: int) -> str:
    """The text that a step kept."""
    steps = KaderDraftStep.objects.filter(draft__reference=reference, file=file, number=number)
    found = steps.values_list("text", flat=True).first()
    if found is None:
        raise NotFound("kader-draft", reference[:80])
    return found


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
