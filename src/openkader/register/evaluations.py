"""Written evaluations as services see them: how far one is, its newest texts, and what would be frozen."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from openkader.base.errors import NotFound
from openkader.casework.evaluating import (
    Change,
    ChapterStand,
    EvaluationState,
    EvaluationStepKind,
    Readiness,
    Readings,
    changes_in,
    figure_key,
)
from openkader.casework.prose import Binding, Bound, Passage, Sort, bindings_in, passages_in, passages_of
from openkader.register.chain import fingerprint
from openkader.register.evaluation_entries import AdoptionEntry
from openkader.register.models import (
    ChapterText,
    Evaluation,
    EvaluationAdoption,
    EvaluationStep,
    PassageComment,
    PassageLook,
)
from openkader.register.quoting import NamedQuotes, written_quotes

Key = tuple[str, str]  # a chapter in a language


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The newest version of a chapter, with what its figures said when its passages were written or looked at last."""

    row: ChapterText
    then: Mapping[str, Readings]

    @property
    def stand(self) -> ChapterStand:
        """As a rule wants to see it."""
        return stand_of(self.row)

    def changes(self, now: Readings) -> tuple[Change, ...]:
        """The figures that say otherwise since."""
        return changes_in(passages_of(self.row.text), self.then, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """All of an evaluation as adoption looks at it."""

    state: EvaluationState
    languages: Sequence[str]
    writers: Collection[str]
    open_comments: int
    written: Mapping[Key, Written]


def whole_of(evaluation: Evaluation) -> Whole:
    """All of an evaluation that is held."""
    return Whole(
        state=state_of(evaluation),
        languages=evaluation.languages,
        writers=writers_of(evaluation.year),
        open_comments=PassageComment.objects.filter(evaluation=evaluation, resolution=None).count(),
        written=written_chapters(evaluation),
    )


def writers_of(year: int) -> frozenset[str]:
    """Everybody who saved a version."""
    rows = ChapterText.objects.filter(evaluation__year=year).order_by()
    return frozenset(rows.values_list("by", flat=True).distinct())


def readiness(whole: Whole, entry: AdoptionEntry, by: str, quotes: NamedQuotes) -> Readiness:
    """What of all of it still stands in the way of its adoption."""
    texts = [one.row.text for one in whole.written.values()]
    return Readiness(
        state=whole.state,
        by=by,
        writers=whole.writers,
        same=entry.seen
        == shown_digest(
            whole.written, entry.account_digest, entry.figures, bound_in(entry.drawn, quotes.told)
        ),
        missing=missing_of(whole.languages, entry.titles, whole.written),
        open_comments=whole.open_comments,
        unreadable=unreadable_in(texts),
        unknown=unknown_in(texts, entry.figures, [*entry.parts, *quotes.known]),
        withdrawn=written_quotes(quotes.withdrawn),
        not_allowed=written_quotes(quotes.not_allowed),
        marked=sum(len(one.changes(entry.figures)) for one in whole.written.values()),
    )


def evaluation_for_update(year: int) -> Evaluation:
    """The evaluation of a year, held until the transaction ends."""
    found = Evaluation.objects.select_for_update().filter(year=year).first()
    if found is None:
        raise NotFound("evaluation", str(year))
    return found


def state_of(evaluation: Evaluation) -> EvaluationState:
    """How far it is."""
    if EvaluationAdoption.objects.filter(evaluation=evaluation).exists():
        return EvaluationState.ADOPTED
    newest = EvaluationStep.objects.filter(evaluation=evaluation).order_by("-pk").first()
    return state_after(newest.kind if newest else None)


def state_after(step: str | None) -> EvaluationState:
    """How far what was not adopted is, after its newest step."""
    return EvaluationState.REVIEW if step == EvaluationStepKind.SENT_TO_REVIEW else EvaluationState.DRAFT


def stand_of(row: ChapterText | None) -> ChapterStand:
    """How far a chapter is; without a version nothing was saved."""
    if row is None:
        return ChapterStand()
    return ChapterStand(number=row.number, by=row.by, text=row.text, left_empty=row.left_empty)


def newest_text(evaluation: Evaluation, chapter: str, language: str) -> ChapterText | None:
    """The version of a chapter that was saved last."""
    rows = ChapterText.objects.filter(evaluation=evaluation, chapter=chapter, language=language)
    return rows.order_by("-number").first()


def newest_texts(evaluation: Evaluation) -> QuerySet[ChapterText]:
    """The version that counts of every chapter, without those before it."""
    later = ChapterText.objects.filter(
        evaluation=evaluation,
        chapter=OuterRef("chapter"),
        language=OuterRef("language"),
        number__gt=OuterRef("number"),
    )
    return ChapterText.objects.filter(~Exists(later), evaluation=evaluation).order_by("pk")


def written_chapters(evaluation: Evaluation) -> dict[Key, Written]:
    """The newest version of every chapter in every language."""
    texts = {(row.chapter, row.language): row for row in newest_texts(evaluation)}
    looks = list(evaluation.passagelooks.order_by("pk"))
    return {key: Written(row=row, then=known_figures(row, looks)) for key, row in texts.items()}


def known_figures(row: ChapterText, looks: Iterable[PassageLook]) -> dict[str, Readings]:
    """What the figures of each passage said when it was written, or when somebody looked at it last."""
    seen = {
        one.passage: one.figures
        for one in looks
        if (one.chapter, one.language) == (row.chapter, row.language)
    }
    return {digest: {**then, **seen.get(digest, {})} for digest, then in row.figures.items()}


def missing_of(
    languages: Sequence[str], chapters: Mapping[str, str], written: Mapping[Key, Written]
) -> tuple[str, ...]:
    """The titles of the chapters that neither have a text nor a reason for having none, each with its language."""
    return tuple(
        f"{title} ({language})"
        for language in languages
        for name, title in chapters.items()
        if (name, language) not in written
    )


def unreadable_in(texts: Iterable[str]) -> tuple[str, ...]:
    """What was meant to be bound and is not, also a table or a quote in the middle of a sentence."""
    return tuple(words for one in passages_in(texts) for words in _unreadable(one))


def _unreadable(passage: Passage) -> tuple[str, ...]:
    inline = () if passage.sort is Sort.PART else passage.bindings
    misplaced = (one.written("nl") for one in inline if one.sort is not Bound.FIGURE)
    return (*passage.unreadable, *misplaced)


def quotes_in(whole: Whole) -> frozenset[str]:
    """The references of the quotes that its texts name."""
    return quotes_named_in(one.row.text for one in whole.written.values())


def quotes_named_in(texts: Iterable[str]) -> frozenset[str]:
    """The same of some texts; a quote of another year nobody has."""
    bindings = bindings_in(passages_in(texts))
    return frozenset(one.name for one in bindings if one.sort is Bound.QUOTE and one.year is None)


def unknown_in(texts: Iterable[str], known: Iterable[str], parts: Iterable[str]) -> tuple[str, ...]:
    """What is bound to a name that the register does not know."""
    figures, others = frozenset(known), frozenset(parts)
    bindings = bindings_in(passages_in(texts))
    return tuple(one.written("nl") for one in bindings if not _is_known(one, figures, others))


def _is_known(binding: Binding, figures: frozenset[str], parts: frozenset[str]) -> bool:
    if binding.sort is Bound.FIGURE:
        return figure_key(binding) in figures
    return binding.written("nl") in parts


def texts_in(written: Mapping[Key, Written]) -> dict[str, dict[str, str]]:
    """The words of every chapter, by language."""
    found: dict[str, dict[str, str]] = {}
    for (chapter, language), one in written.items():
        found.setdefault(language, {})[chapter] = one.row.text
    return found


def bound_in(drawn: Mapping[str, object], quotes: Mapping[str, object]) -> dict[str, object]:
    """The tables, charts and quotes that a text takes, as far as there are any."""
    return {name: told for name, told in (("parts", drawn), ("quotes", quotes)) if told}


def shown_digest(
    written: Mapping[Key, Written],
    account: str,
    figures: Readings,
    bound: Mapping[str, object] | None = None,
) -> str:
    """The fingerprint of everything that somebody looks at before it is adopted; `account` is that of its rows."""
    return fingerprint([texts_in(written), account, figures, bound or {}])
