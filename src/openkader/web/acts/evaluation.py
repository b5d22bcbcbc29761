"""What is done with the written evaluation of a year: begin it, write, comment, send it round, look at a change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound, Refused
from openkader.casework.evaluating import LANGUAGES, ChapterStand, EvaluationState, Readings, figure_key
from openkader.casework.permissions import NOBODY, Act
from openkader.casework.prose import Binding, Bound, Passage, bindings_in, passages_in
from openkader.evaluation.chapters import ChapterPlan, chapters_of
from openkader.evaluation.counting import Count
from openkader.evaluation.document import Block
from openkader.evaluation.frozen import numbers_in
from openkader.evaluation.summary import Summary, counts_in, kept_summary, reading_in
from openkader.kader import Kader
from openkader.publication.yearly.source import Asked
from openkader.register import selectors, services
from openkader.register.evaluation_entries import (
    ChapterEntry,
    CommentEntry,
    EvaluationEntry,
    LookEntry,
    ResolutionEntry,
)
from openkader.register.evaluations import Written
from openkader.register.kaders import assessor_of
from openkader.register.quoting import UsableQuote
from openkader.register.selectors import EvaluationFile, SourceRow
from openkader.web.acts.deeds import Deeds, Manner, Place, plain
from openkader.web.acts.evaluation_parts import parts_now, public
from openkader.web.forms.evaluation import (
    ChapterForm,
    CommentForm,
    EmptyForm,
    PassageForm,
    ResolveForm,
    ReturnForm,
    SendForm,
    StartForm,
)
from openkader.web.shell import language, said

MOST_YEARS, MOST_BOUND_ELSEWHERE = 5, 200  # a text that names a thousand years asks for no more than these


@dataclass(frozen=True, kw_only=True)  # without slots: what is counted is counted once
class Evaluating(Place):
    """The written evaluation of a year, and who stands before it."""

    year: int
    kader: Kader
    plans: tuple[ChapterPlan, ...]
    source: SourceRow | None
    found: EvaluationFile | None
    language: str
    head: str

    @property
    def state(self) -> EvaluationState:
        """How far it is; what nobody began is a draft."""
        return self.found.state if self.found else EvaluationState.DRAFT

    @property
    def languages(self) -> tuple[str, ...]:
        """Those in which it is written."""
        return self.found.languages if self.found else ("nl",)

    @property
    def flat(self) -> tuple[ChapterPlan, ...]:
        """Every chapter in the order of reading."""
        return tuple(one for plan in self.plans for one in plan.whole)

    @property
    def titles(self) -> dict[str, str]:
        """The chapters by name, with their titles in the language of the page."""
        return {one.id: said(one.title) or one.id for one in self.flat}

    @property
    def written(self) -> Mapping[tuple[str, str], Written]:
        """The newest text of each chapter."""
        return self.found.written if self.found else {}

    @cached_property
    def summary(self) -> Summary:
        """What the figures of the year say; they say the same to everybody."""
        return kept_summary(self.year, self.kader, self.head)

    @cached_property
    def figures(self) -> dict[str, Count]:
        """The figures of the year, without the rows behind them."""
        return counts_in(self.summary, self.kader)

    @cached_property
    def _other_years(self) -> dict[int, tuple[Kader, Summary] | None]:
        return {}

    def _other(self, year: int) -> tuple[Kader, Summary] | None:
        """What the figures of another year say; nothing of one that the register does not know."""
        if year not in self._other_years:
            self._other_years[year] = _of_other(year, self.head)
        return self._other_years[year]

    def counts(self, passages: Iterable[Passage]) -> dict[int, dict[str, Count]]:
        """The figures of every year that a text names, of a few years at most."""
        years = sorted({one.year for one in _figures(passages) if one.year and one.year != self.year})
        found = {year: self._other(year) for year in years[-MOST_YEARS:]}
        known = {year: counts_in(other[1], other[0]) for year, other in found.items() if other}
        return {**known, self.year: self.figures}

    def notes(self, passages: Iterable[Passage], language: str) -> dict[Binding, str]:
        """Why a figure is no single number, beside each place where it stands."""
        told = self.summary["figures"]
        bindings = [one for one in _figures(passages) if one.year in (None, self.year) and one.name in told]
        return {one: note for one in bindings if (note := told[one.name]["note"][language])}

    def readings(self, texts: Iterable[str]) -> Readings:
        """What every figure of the year says now, and those of other years that these texts name."""
        found = {name: reading_in(self.summary, name) or {} for name in self.summary["figures"]}
        named = {one for one in _figures(passages_in(texts)) if one.year}
        for binding in sorted(named, key=figure_key)[-MOST_BOUND_ELSEWHERE:]:
            other = self._other(binding.year or self.year)
            reading = reading_in(other[1], binding.name) if other else None
            if reading is not None:
                found[figure_key(binding)] = reading
        return found

    @property
    def in_public(self) -> Asked:
        """The year as everybody may see it, in the language of the text."""
        return public(self.year, self.language, self.now)

    def parts(self, text: str) -> dict[Binding, Block]:
        """The tables, charts and quotes that a text takes."""
        return parts_now(self.in_public, text, self.kader, self.head)

    def numbers(self) -> dict[str, frozenset[int]]:
        """The numbers that each figure stands for, to know a bare one by."""
        return numbers_in(self.summary)


@dataclass(frozen=True, kw_only=True)
class ChapterPlace(Evaluating):
    """One chapter of it in one language."""

    plan: ChapterPlan

    @property
    def one(self) -> Written | None:
        """Its newest version."""
        return self.written.get((self.plan.id, self.language))

    @property
    def stand(self) -> ChapterStand:
        """How far it is."""
        return self.one.stand if self.one else ChapterStand()

    @property
    def quotes(self) -> tuple[UsableQuote, ...]:
        """The quotes that can be put in, as everybody would read them."""
        return selectors.quotes_of(self.year, NOBODY)

    @property
    def key(self) -> dict[str, Any]:
        """The chapter as a service takes it."""
        return {"year": self.year, "chapter": self.plan.id, "language": self.language}


def _of_other(year: int, head: str) -> tuple[Kader, Summary] | None:
    try:
        kader = assessor_of(selectors.kader_year(year).kader).kader
        return kader, kept_summary(year, kader, head)
    except NotFound:
        return None


def _figures(passages: Iterable[Passage]) -> list[Binding]:
    return [one for one in bindings_in(passages) if one.sort is Bound.FIGURE]


def evaluating(request: HttpRequest, now: Any, year: int) -> Evaluating:
    """The evaluation that an address names; of a year that the register does not know there is none."""
    return Evaluating(request=request, now=now, **_of(request, year))


def chapter_place(request: HttpRequest, now: Any, year: int, chapter: str) -> ChapterPlace:
    """The chapter that an address names; one that the kader does not have is not found, nor before it was begun."""
    values = _of(request, year)
    plans = [one for plan in values["plans"] for one in plan.whole if one.id == chapter]
    if not plans:
        raise NotFound("chapter", chapter[:80])
    if values["found"] is None:
        raise NotFound("evaluation", str(year))
    return ChapterPlace(request=request, now=now, plan=plans[0], **values)


def _of(request: HttpRequest, year: int) -> dict[str, Any]:
    of_year = selectors.kader_year(year)
    kader = assessor_of(of_year.kader).kader
    found = selectors.evaluation_file(year)
    asked = request.GET.get("taal") or language()
    languages = found.languages if found else ("nl",)
    return {
        "year": year,
        "kader": kader,
        "plans": chapters_of(kader),
        "source": of_year.source,
        "found": found,
        "head": selectors.register_head(),
        "language": asked if asked in languages else languages[0],
    }


def _start(place: Evaluating, form: forms.Form) -> str:
    languages = LANGUAGES if form.cleaned_data["english"] else LANGUAGES[:1]
    kader = place.kader
    entry = EvaluationEntry(year=place.year, kader=kader.id, kader_digest=kader.digest, languages=languages)
    services.start_evaluation(entry, **place.hand)
    return _("The evaluation is begun. Its chapters stand below.")


def _send(place: Evaluating, _form: forms.Form) -> str:
    services.send_to_review(place.year, place.titles, **place.hand)
    return _("The evaluation lies for review.")


def _return(place: Evaluating, form: forms.Form) -> str:
    services.return_to_draft(place.year, form.cleaned_data["why"], **place.hand)
    return _("The evaluation is a draft again.")


WRITING_ACTS: Deeds[Evaluating] = {
    "start": (Act.EVALUATE, plain(StartForm), _start),
    "send": (Act.EVALUATE, plain(SendForm), _send),
    "return": (Act.EVALUATE, plain(ReturnForm), _return),
}


def _save(place: ChapterPlace, form: forms.Form) -> str:
    text, seen = form.cleaned_data["text"], form.cleaned_data["seen"]
    entry = ChapterEntry(**place.key, text=text, seen=seen, figures=place.readings([text]))
    number = services.save_chapter(entry, **place.hand)
    return _("Version %(number)s is saved.") % {"number": number}


def _leave_empty(place: ChapterPlace, form: forms.Form) -> str:
    words = form.cleaned_data
    entry = ChapterEntry(**place.key, left_empty=words["left_empty"], seen=words["seen"])
    services.save_chapter(entry, **place.hand)
    return _("The chapter stays empty, with the reason.")


def _comment(place: ChapterPlace, form: forms.Form) -> str:
    words = form.cleaned_data
    entry = CommentEntry(**place.key, passage=words["passage"], text=words["comment"])
    services.comment_on_passage(entry, **place.hand)
    return _("Your comment stands at the paragraph.")


def _resolve(place: ChapterPlace, form: forms.Form) -> str:
    words = form.cleaned_data
    entry = ResolutionEntry(year=place.year, comment=words["key"], text=words["answer"])
    services.resolve_comment(entry, **place.hand)
    return _("The comment is settled.")


def _stand(place: ChapterPlace, form: forms.Form) -> str:
    passage = form.cleaned_data["passage"]
    texts = [place.stand.text]
    services.look_at_change(
        LookEntry(**place.key, passage=passage, figures=place.readings(texts)), **place.hand
    )
    return _("The sentence stands, with what its figures say now.")


CHAPTER_ACTS: Deeds[ChapterPlace] = {
    "save": (Act.EVALUATE, plain(ChapterForm), _save),
    "leave_empty": (
        Act.EVALUATE,
        lambda place: EmptyForm(place.request.POST, auto_id="empty_%s"),
        _leave_empty,
    ),
    "comment": (Act.READ_CASES, plain(CommentForm), _comment),
    "resolve": (Act.EVALUATE, plain(ResolveForm), _resolve),
    "stand": (Act.EVALUATE, plain(PassageForm), _stand),
}


def _seen_now(form: forms.Form, error: Refused) -> forms.Form:
    """After another writer saved: the form has seen that version, so that the next save is a choice."""
    if error.refusal.code != "evaluation.meanwhile" or "text" not in form.fields:
        return form
    return ChapterForm(initial={"text": form.cleaned_data["text"]})


WRITING_MANNER = Manner(of="evaluation", to=lambda request, _form: request.get_full_path())
CHAPTER_MANNER = Manner(of="chapter", again=_seen_now, to=lambda request, _form: request.get_full_path())
