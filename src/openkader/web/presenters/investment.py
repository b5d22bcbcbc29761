"""The investment of a dossier in words, and a year of statements: what is proved, and what is only reported."""

from collections import Counter
from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.casework.advice import AdviceState, AdviceVerdict
from openkader.kader import Kader
from openkader.register.selectors import (
    InvestmentFile,
    InvestmentYear,
    InvestorRow,
    ReportedRow,
    StatementRow,
)
from openkader.web.presenters.advice import grounds_said
from openkader.web.shell import day_words, said, shown_moment


def shown_statement(row: StatementRow, kader: Kader) -> dict[str, object]:
    """One statement: what was said, on which ground, when and by whom, and whether it still stands."""
    told = {"who": row.given_by, "day": day_words(row.said_on)}
    entered = _("entered by %(by)s, %(at)s") % {"by": row.by, "at": shown_moment(row.at)}
    return {
        "reference": row.reference,
        "dossier": row.dossier,
        "url": reverse("investment", args=[row.dossier]) + f"#{row.reference}",
        "verdict": str(row.verdict),
        "state": str(row.state),
        "grounds": grounds_said(row.grounds, kader),
        "conditions": row.conditions,
        "explanation": row.explanation,
        "until": day_words(row.valid_until) if row.valid_until else None,
        "number": row.number,
        "by": _("%(who)s, on %(day)s") % told,
        "way": _("by the partner itself, by its link") if row.is_own else entered,
    }


def shown_investor(row: InvestorRow | None) -> dict[str, object] | None:
    """The investor with where its screening stands."""
    return None if row is None else {"name": said(row.label), "state": str(row.state)}


def shown_case(found: InvestmentFile) -> dict[str, object] | None:
    """The case at the partner as it is known now."""
    case = found.case
    if case is None:
        return None
    return {
        "number": case.number,
        "investor": shown_investor(case.investor),
        "by": _("%(by)s, %(at)s") % {"by": case.by, "at": shown_moment(case.at)},
    }


def standing_of(found: InvestmentFile) -> str:
    """What asks for attention first: the newest statement, or why there is none that counts."""
    waiting = next((row for row in found.asked if row.state.is_open), None)
    if waiting is not None and waiting.state is AdviceState.OVERDUE:
        return _("The partner was asked and has not answered; its answer was due on %(day)s.") % {
            "day": day_words(waiting.due_on)
        }
    if waiting is not None:
        return _("The partner was asked; its answer is due on %(day)s.") % {"day": day_words(waiting.due_on)}
    if not found.statements:
        return _("The partner has said nothing of this investment yet. Ask it below.")
    return {
        "holds": _("The newest statement holds."),
        "stale": _("The facts, the screening or the case changed after the newest statement. Ask again."),
        "ended": _("The last day of the newest statement has passed. Ask again."),
    }[str(found.statements[0].state)]


def shown_year(found: InvestmentYear, kader: Kader) -> dict[str, object]:
    """The year: statements by result and by ground, and beside them what is only reported."""
    return {
        "statements": [shown_statement(row, kader) for row in found.statements],
        "results": _results(found.statements),
        "grounds": _grounds(found.statements, kader),
        "silent": found.silent,
        "reported": [_reported(row, kader) for row in found.reported],
        "outside": [_reported(row, kader) for row in found.outside],
    }


def _results(rows: Sequence[StatementRow]) -> list[dict[str, object]]:
    """Every result with its number, also nought; and how many of them the partner gave itself."""
    counted = Counter(row.verdict for row in rows)
    own = Counter(row.verdict for row in rows if row.is_own)
    return [
        {"verdict": str(one), "number": counted[one], "own": own[one], "told": counted[one] - own[one]}
        for one in AdviceVerdict
    ]


def _grounds(rows: Sequence[StatementRow], kader: Kader) -> list[dict[str, object]]:
    counted = Counter(code for row in rows if row.verdict is AdviceVerdict.OBJECTION for code in row.grounds)
    return [
        {"label": grounds_said([code], kader)[0], "number": number} for code, number in counted.most_common()
    ]


def _reported(row: ReportedRow, kader: Kader) -> dict[str, object]:
    return {
        "reference": row.reference,
        "year": row.year,
        "number": row.number,
        "verdict": str(row.verdict),
        "grounds": grounds_said(row.grounds, kader),
        "text": said(row.text),
        "passage": {"text": row.passage, "source": said(row.source), "language": "nl"},
    }
