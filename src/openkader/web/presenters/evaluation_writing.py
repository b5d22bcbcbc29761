"""The chapters of an evaluation that is written: how far each is, what can be put in, and a text to begin with."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.casework.evaluating import EvaluationState
from openkader.casework.prose import BOUND_WORDS, Binding, Bound
from openkader.evaluation.chapters import ChapterPlan
from openkader.evaluation.counting import Count
from openkader.evaluation.explaining import say_count
from openkader.register.evaluations import Written
from openkader.register.interviews import interviews_here
from openkader.register.quoting import UsableQuote
from openkader.register.selectors import FindingRow, TextVersion
from openkader.web.presenters.figures import figure_url
from openkader.web.shell import said, shown_moment

STATES = {
    EvaluationState.DRAFT: gettext_lazy("draft"),
    EvaluationState.REVIEW: gettext_lazy("lies for review"),
    EvaluationState.ADOPTED: gettext_lazy("adopted"),
}


def said_state(state: EvaluationState) -> str:
    """How far an evaluation is."""
    return str(STATES[state])


def shown_chapter(
    plan: ChapterPlan, one: Written | None, *, open_comments: int, marked: int, bare: int
) -> dict[str, object]:
    """A chapter in the list, with what asks for attention first."""
    stand = one.stand if one else None
    return {
        "id": plan.id,
        "is_there": bool(stand and stand.is_there),
        "left_empty": stand.left_empty if stand else None,
        "by": one.row.by if one else "",
        "at": shown_moment(one.row.at) if one else "",
        "number": one.row.number if one else 0,
        "comments": open_comments,
        "marked": marked,
        "bare": bare,
        "asks": bool(marked or open_comments),
    }


def shown_version(row: TextVersion) -> dict[str, object]:
    """A version as it is read back."""
    return {
        "number": row.number,
        "text": row.text,
        "left_empty": row.left_empty,
        "by": row.by,
        "at": shown_moment(row.at),
    }


def insertable(
    year: int, figures: Mapping[str, Count], plan: ChapterPlan, parts: Collection[str], language: str
) -> list[dict[str, object]]:
    """The figures that a writer can put in by name, those of this chapter first, and then tables and charts."""
    own = [name for name in plan.figures if name in figures]
    rest = [name for name in figures if name not in own]
    shown = {name: _figure(year, name, one, language) for name, one in figures.items()}
    return [
        {"label": _("Figures of this chapter"), "rows": [shown[one] for one in own], "open": True},
        {"label": _("All other figures"), "rows": [shown[one] for one in rest], "open": not own},
        {"label": _("Tables and charts"), "rows": list(_parts(plan, parts, language)), "own_line": True},
    ]


def insertable_quotes(year: int, quotes: Sequence[UsableQuote], language: str) -> dict[str, object]:
    """The quotes of the year with consent, each as a text would show it; without any it leads to the interviews."""
    return {
        "label": _("Quotes with consent"),
        "rows": [
            {
                "code": Binding(Bound.QUOTE, one.reference).written(language),
                "label": f"“{one.words}”",
                "value": one.said_of.in_(language),
                "url": "",
            }
            for one in quotes
        ],
        "own_line": True,
        "none": _("There are none of this year. Words and consent are noted with the interviews."),
        "url": reverse("interviews", args=[year]) if interviews_here() is not None else "",
    }


def _figure(year: int, name: str, one: Count, language: str) -> dict[str, object]:
    return {
        "code": Binding(Bound.FIGURE, name).written(language),
        "label": said(one.figure.text),
        "value": say_count(one, language),
        "url": figure_url(year, name),
    }


def _parts(plan: ChapterPlan, parts: Collection[str], language: str) -> Iterator[dict[str, object]]:
    """The codes of tables and charts, those that this chapter shows anyway last."""
    shown = {*plan.shown.tables, *plan.shown.charts}
    for written in parts:
        sort, _colon, name = written.strip("[]").partition(":")
        bound = next(one for one, words in BOUND_WORDS.items() if sort in (words.nl, words.en))
        code = Binding(bound, name).written(language)
        note = _("stands below this chapter anyway") if name in shown else ""
        yield {"code": code, "label": _part_names().get(name, name), "value": note, "url": ""}


def _part_names() -> dict[str, str]:
    return {
        "figures": _("The figures of the year"),
        "recommendations": _("The recommendations"),
        "outcomes": _("What became of the requests"),
        "annex": _("The register of activities"),
        "context": _("Figures of others"),
        "claims": _("Sentences and what the register says of them"),
        "timeline": _("The activities on a time line"),
        "flow": _("From request to outcome"),
        "coverage": _("What was done of each action line"),
        "core_and_shell": _("Core and shell of the parties"),
        "years": _("The years side by side"),
    }


def first_text(
    plan: ChapterPlan,
    figures: Mapping[str, Count],
    title: str | None,
    finding: FindingRow | None,
    language: str,
) -> str:
    """What the register gives to begin a chapter with, in the words of the source, and marked as taken from it."""
    found = []
    if finding is not None:
        words = finding.passage if language == "nl" and finding.passage else finding.text.in_(language)
        taken, place = (
            ("Overgenomen uit", "het register") if language == "nl" else ("Taken from", "the register")
        )
        found += [f"“{words}”", f"({taken}: {title or place}.)"]
    points = [
        f"- {figures[name].figure.text.in_(language)}: {Binding(Bound.FIGURE, name).written(language)}"
        for name in plan.figures
        if name in figures
    ]
    return "\n\n".join([*found, *(["\n".join(points)] if points else [])])
