"""The versions of a kader and their drafts in words: how far each is, what is wrong, what it says otherwise."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from openkader.base.errors import Problem
from openkader.base.messages import MESSAGES
from openkader.base.text import capital
from openkader.casework.kader_drafting import KaderState
from openkader.kader import Finding, Kader
from openkader.kader.explaining import shown_with
from openkader.register.kaders import kader_on
from openkader.register.selectors.kader_versions import DecisionRow, DraftFile, DraftRow, StepRow, VersionRow
from openkader.web.presenters.names import Words, name_of
from openkader.web.shell import day_words, language, shown_moment

_EXCERPT, _MOST_DIGITS = 14, 7  # lines that are shown of a text, and digits of the number of one

Crumb = tuple[str, str | None]
STATES: Words = {
    "draft": pgettext_lazy("kader", "Draft"),
    "adopted": pgettext_lazy("kader", "Adopted, not in force yet"),
    "in_force": pgettext_lazy("kader", "In force"),
    "replaced": pgettext_lazy("kader", "Replaced"),
}
# What stands in a file, by the name it has in the packs; another file has its own name.
FILES: Words = {
    "kader.yaml": pgettext_lazy("kader", "Heading, sources and preconditions"),
    "tables.yaml": pgettext_lazy("kader", "The proposal and what follows from the answers"),
    "facts.yaml": pgettext_lazy("kader", "Questions"),
    "action_lines.yaml": pgettext_lazy("kader", "Action lines, measures and lines to take"),
    "deciding.yaml": pgettext_lazy("kader", "Advice and mandates"),
    "figures.yaml": pgettext_lazy("kader", "Figures"),
    "report.yaml": pgettext_lazy("kader", "Chapters of the evaluation"),
    "scenarios.yaml": pgettext_lazy("kader", "Examples"),
    "library.yaml": pgettext_lazy("kader", "Library: policy and citations"),
    "lists/register.yaml": pgettext_lazy("kader", "Lists of the register"),
    "lists/risk.yaml": pgettext_lazy("kader", "Lists of risks"),
}


def studio_crumbs(organisation: str, today: date, *more: tuple[str, str | None]) -> list[Crumb]:
    """The way to a page of the studio, from the framework that is in force."""
    framework = reverse("kader", args=kader_on(organisation, today).split("/"))
    studio = reverse("kader_studio") if more else None
    return [(_("Framework"), framework), (_("Kader studio"), studio), *more]


def shown_version(row: VersionRow) -> dict[str, object]:
    """A version with how far it is and by which decision."""
    return {
        "name": row.name,
        "url": reverse("kader", args=row.name.split("/")),
        "state": str(row.state),
        "said_state": name_of(STATES, str(row.state)),
        "day": day_words(row.in_force_from),
        "decision": shown_decision(row.decision) if row.decision else None,
        "is_in_force": row.state is KaderState.IN_FORCE,
    }


def shown_decision(row: DecisionRow) -> dict[str, object]:
    """By whom and when a version was adopted, with its document."""
    return {
        "body": row.body,
        "day": day_words(row.adopted_on),
        "in_force": day_words(row.in_force_from),
        "by": row.by,
        "at": shown_moment(row.at),
        "digest": row.digest,
        "file": row.file_name,
        "url": reverse("kader_draft", args=[row.draft]),
        "document_url": reverse("kader_decision", args=[row.draft]),
    }


def shown_draft(row: DraftRow) -> dict[str, object]:
    """A draft in a list."""
    return {
        "reference": row.reference,
        "name": row.name,
        "base": row.base,
        "url": reverse("kader_draft", args=[row.reference]),
        "by": row.by,
        "at": shown_moment(row.changed_at),
    }


def shown_files(found: DraftFile, problems: Sequence[Problem]) -> list[dict[str, object]]:
    """The files of a draft, with how many mistakes stand in each."""
    return [
        {
            "file": name,
            "label": file_words(name),
            "number": one.number,
            "by": one.by,
            "wrong": sum(file_of(problem) == name for problem in problems),
            "url": text_url(found.row.reference, name),
        }
        for name, one in found.texts.items()
    ]


def file_words(name: str) -> str:
    """What stands in a file."""
    return str(FILES[name]) if name in FILES else name


def text_url(reference: str, file: str, line: str = "") -> str:
    """The page on which a file is written, at a line of it."""
    return reverse("kader_draft_text", args=[reference, file]) + (
        f"?regel={line}#regel-{line}" if line else ""
    )


def shown_excerpt(text: str, line: str) -> dict[str, object]:
    """The lines from one on, with their numbers, for who was led there; nothing where there is no such line."""
    lines = text.splitlines()
    first = int(line) if line.isascii() and line.isdigit() and len(line) < _MOST_DIGITS else 0
    if not 0 < first <= len(lines):
        return {}
    numbered = (f"{number}  {words}" for number, words in enumerate(lines[first - 1 :][:_EXCERPT], first))
    return {"line": first, "text": "\n".join(numbered)}


def file_of(problem: Problem) -> str:
    """The file in which a problem stands."""
    return problem.where.rpartition(":")[0] or problem.where


def shown_problem(reference: str, problem: Problem, texts: dict[str, str]) -> dict[str, object]:
    """A mistake with the line on which it stands, and the way there."""
    file, line = file_of(problem), problem.where.rpartition(":")[2]
    known = file in texts
    return {
        "file": file_words(file),
        "line": line if line.isdigit() else "",
        "words": MESSAGES[problem.code].in_(language()).format(**problem.detail),
        "text": _line_of(texts[file], line) if known else "",
        "url": text_url(reference, file, line if line.isdigit() else "") if known else "",
    }


def shown_finding(reference: str, finding: Finding, texts: dict[str, str], kader: Kader) -> dict[str, object]:
    """What the check found, with a case that shows it, and the way to the file where it names one."""
    file = finding.where.rpartition(":")[0]
    return {
        "severity": str(finding.severity),
        "words": finding.text.in_(language()),
        "example": capital(shown_with(kader, finding, language())),
        "where": finding.where,
        "url": text_url(reference, file) if file in texts else "",
    }


def shown_steps(reference: str, steps: Sequence[StepRow], begun_with: int) -> list[dict[str, object]]:
    """Who wrote when; not the copies with which it began."""
    return [shown_step(reference, one) for one in steps[: max(len(steps) - begun_with, 0)]]


def shown_step(reference: str, one: StepRow) -> dict[str, object]:
    """A step, with the way to what it changed."""
    return {
        "file": file_words(one.file),
        "number": one.number,
        "by": one.by,
        "at": shown_moment(one.at),
        "url": reverse("kader_draft_step", args=[reference, one.file, one.number]),
    }


def day_or_unknown(day: date | None) -> str:
    """A day in words; without one that it is not said."""
    return day_words(day) if day else _("not said")


def _line_of(text: str, line: str) -> str:
    lines = text.splitlines()
    return lines[int(line) - 1].strip()[:200] if line.isdigit() and 0 < int(line) <= len(lines) else ""
