"""The written evaluation of a year: its newest texts, what was said of them, and what was adopted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTransform

from openkader.base.errors import NotFound
from openkader.casework.evaluating import EvaluationState, Readings
from openkader.casework.permissions import Act, Person
from openkader.register.evaluations import (
    Key,
    Whole,
    Written,
    newest_texts,
    state_after,
    writers_of,
    written_chapters,
)
from openkader.register.models import (
    AuditHead,
    ChapterText,
    Erratum,
    Evaluation,
    EvaluationAdoption,
    EvaluationStep,
    PassageComment,
    Restatement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRow:
    """What was said of a passage, and the answer that settled it."""

    id: int
    chapter: str
    language: str
    passage: str
    words: str
    text: str
    at: datetime
    by: str
    answer: str | None
    answered_by: str | None

    @property
    def is_open(self) -> bool:
        """Whether nobody settled it."""
        return self.answer is None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedRow:
    """What was adopted, by whom and when; `content` has the digest `sha256`."""

    content: Mapping[str, Any]
    sha256: str
    at: datetime
    by: str

    @property
    def figures(self) -> Readings:
        """What each figure said."""
        found: Readings = self.content["figures"]
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationFile:
    """An evaluation as colleagues see it."""

    reference: str
    year: int
    kader: str
    kader_digest: str
    languages: tuple[str, ...]
    at: datetime
    by: str
    state: EvaluationState
    returned_because: str | None
    written: Mapping[Key, Written]
    comments: tuple[CommentRow, ...]
    sha256: str | None  # of what was adopted


@dataclass(frozen=True, slots=True, kw_only=True)
class ErratumRow:
    """A correction of what was adopted."""

    number: int
    chapter: str
    language: str
    said: str
    must_say: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RestatementRow:
    """A figure that counted otherwise later, and why."""

    figure: str
    was: Mapping[str, object]
    became: Mapping[str, object]
    why: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """One version of a chapter."""

    number: int
    text: str
    left_empty: str | None
    at: datetime
    by: str


def evaluation_texts(year: int, language: str, *, reader: Person) -> Mapping[str, str]:
    """The text of each chapter: as adopted, or else the newest drafts, which only colleagues read."""
    adopted = adopted_evaluation(year)
    if adopted is not None:
        found: Mapping[str, str] = adopted.content["texts"].get(language, {})
        return found
    if not reader.may(Act.READ_CASES):
        return {}
    rows = ChapterText.objects.none()
    evaluation = Evaluation.objects.filter(year=year).first()
    if evaluation is not None:
        rows = newest_texts(evaluation).filter(language=language)
    return {row.chapter: row.text for row in rows if row.text}


def adopted_evaluation(year: int) -> AdoptedRow | None:
    """What was adopted of a year, for everybody."""
    row = EvaluationAdoption.objects.filter(evaluation__year=year).defer("inside").first()
    if row is None:
        return None
    return AdoptedRow(content=row.content, sha256=row.sha256, at=row.at, by=row.by)


def frozen_rows(year: int, figure: str) -> Sequence[Mapping[str, Any]]:
    """The rows of a figure that were adopted, also of cases that not everybody may see: the page withholds those."""
    rows: Any = "inside"  # of all that is kept there only this is read
    for name in ("account", "figures", figure, "rows"):
        rows = KeyTransform(name, rows)
    found = EvaluationAdoption.objects.filter(evaluation__year=year).values_list(rows, flat=True).first()
    if found is None:
        raise NotFound("figure", figure)
    return list(found)


def evaluation_file(year: int) -> EvaluationFile | None:
    """The evaluation of a year, or none when nobody began it; for colleagues."""
    newest = EvaluationStep.objects.filter(evaluation=OuterRef("pk")).order_by("-pk")
    adoption = EvaluationAdoption.objects.filter(evaluation=OuterRef("pk"))
    row = (
        Evaluation.objects.filter(year=year)
        .annotate(
            step=Subquery(newest.values("kind")[:1]),
            step_why=Subquery(newest.values("why")[:1]),
            sha256=Subquery(adoption.values("sha256")[:1]),
        )
        .first()
    )
    return None if row is None else _file(row)


def _file(row: Any) -> EvaluationFile:
    comments = row.passagecomments.select_related("resolution").order_by("pk")
    return EvaluationFile(
        reference=row.reference,
        year=row.year,
        kader=row.kader,
        kader_digest=row.kader_digest,
        languages=tuple(row.languages),
        at=row.at,
        by=row.by,
        state=EvaluationState.ADOPTED if row.sha256 else state_after(row.step),
        returned_because=row.step_why,
        written=written_chapters(row),
        comments=tuple(map(_comment, comments)),
        sha256=row.sha256,
    )


def _comment(row: PassageComment) -> CommentRow:
    resolution = getattr(row, "resolution", None)
    return CommentRow(
        id=row.pk,
        chapter=row.chapter,
        language=row.language,
        passage=row.passage,
        words=row.words,
        text=row.text,
        at=row.at,
        by=row.by,
        answer=resolution.text if resolution else None,
        answered_by=resolution.by if resolution else None,
    )


def whole_evaluation(found: EvaluationFile) -> Whole:
    """All of it as adoption looks at it; who wrote on it is asked for nothing else."""
    return Whole(
        state=found.state,
        languages=found.languages,
        writers=writers_of(found.year),
        open_comments=sum(one.is_open for one in found.comments),
        written=found.written,
    )


def text_versions(year: int, chapter: str, language: str) -> tuple[TextVersion, ...]:
    """Every version of a chapter, the newest first; for colleagues."""
    rows = ChapterText.objects.filter(evaluation__year=year, chapter=chapter, language=language)
    return tuple(
        TextVersion(number=row.number, text=row.text, left_empty=row.left_empty, at=row.at, by=row.by)
        for row in rows.order_by("-number")
    )


def text_before(year: int, chapter: str, language: str) -> tuple[int, str] | None:
    """The newest earlier year of which this chapter was written, with its text; for colleagues."""
    rows = ChapterText.objects.filter(evaluation__year__lt=year, chapter=chapter, language=language)
    row = rows.exclude(text="").order_by("-evaluation__year", "-number").first()
    return None if row is None else (row.evaluation.year, row.text)


def errata_of(year: int) -> tuple[ErratumRow, ...]:
    """The corrections of what was adopted of a year, in order."""
    rows: QuerySet[Erratum] = Erratum.objects.filter(evaluation__year=year).order_by("number")
    return tuple(
        ErratumRow(
            number=row.number,
            chapter=row.chapter,
            language=row.language,
            said=row.said,
            must_say=row.must_say,
            why=row.why,
            at=row.at,
        )
        for row in rows
    )


def restatements_of(year: int) -> tuple[RestatementRow, ...]:
    """The figures of a year that were restated after it was adopted, in order."""
    rows: QuerySet[Restatement] = Restatement.objects.filter(evaluation__year=year).order_by("pk")
    return tuple(
        RestatementRow(figure=row.figure, was=row.was, became=row.became, why=row.why, at=row.at)
        for row in rows
    )


def register_head() -> str:
    """The digest of the newest event; as long as it is the same nothing was changed."""
    return AuditHead.objects.values_list("hash", flat=True).first() or ""
