"""A self-scan in words, for the company that fills it in."""

from collections.abc import Mapping

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.casework.self_scan import Reply, unanswered
from openkader.register.selectors import ScanPage
from openkader.web.shell import day_words, language, shown_moment

REPLIES: Mapping[Reply, str | Promise] = {
    Reply.IN_PLACE: gettext_lazy("In place"),
    Reply.PARTLY: gettext_lazy("Partly"),
    Reply.NOT_YET: gettext_lazy("Not yet"),
    Reply.NOT_APPLICABLE: gettext_lazy("Does not apply"),
}


def shown_scan(row: ScanPage, form: forms.Form | None) -> dict[str, object]:
    """Everything that the page says, with the fields of each step."""
    scan = row.form
    return {
        "kicker": _("Self-scan"),
        "title": scan.title.in_(language()),
        "introduction": scan.introduction.in_(language()),
        "activity": row.activity.in_(language()),
        "company": row.company,
        "due": day_words(row.due_on),
        "said": [text.in_(language()) for text in (scan.own_form, scan.use, scan.privacy, scan.source)],
        "counts": _counts(scan.months),
        "saved": shown_moment(row.saved_at) if row.saved_at else "",
        "progress": _progress(row),
        "handed_in": day_words(row.handed_in_on) if row.handed_in_on else "",
        "until": day_words(row.valid_until) if row.valid_until else "",
        "steps": _steps(row, form) if form else [],
    }


def _counts(months: int) -> str:
    return ngettext(
        "A scan that you hand in counts for %(months)s month, also for a next mission.",
        "A scan that you hand in counts for %(months)s months, also for a next mission.",
        months,
    ) % {"months": months}


def _progress(row: ScanPage) -> str:
    every = len(row.form.questions)
    return _("%(done)s of %(every)s questions answered.") % {
        "done": every - len(unanswered(row.form, row.said)),
        "every": every,
    }


def _steps(row: ScanPage, form: forms.Form) -> list[dict[str, object]]:
    return [
        {
            "number": number,
            "id": str(step.step),
            "title": step.title.in_(language()),
            "about": step.about.in_(language()),
            "questions": [
                {"reply": form[f"reply-{one.id}"], "reason": form[f"reason-{one.id}"]}
                for one in step.questions
            ],
        }
        for number, step in enumerate(row.form.steps, 1)
    ]
