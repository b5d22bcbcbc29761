"""What is done with interviews: one is noted, words are kept, and consent is noted or withdrawn."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from openkader.casework.interviews import Consent, ConsentDraft, InterviewPlan
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.interview_entries import ConsentEntry, InterviewEntry, QuoteEntry, WithdrawalEntry
from openkader.register.selectors.interviews import InterviewRow
from openkader.web.acts.deeds import Deeds, Manner, Place, Said, by_words
from openkader.web.forms.interviews import ConsentForm, InterviewForm, QuoteForm, WithdrawForm
from openkader.web.reader import person
from openkader.web.shell import said as words


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewsPage(Place):
    """The interviews of a year, and who stands before them."""

    year: int
    plan: InterviewPlan
    rows: tuple[InterviewRow, ...]

    def themes(self) -> list[tuple[str, str]]:
        """Every theme as a form offers it."""
        return [(one.code, words(one.text) or "") for one in self.plan.themes]

    @property
    def named(self) -> str:
        """Which interview the form is of."""
        return self.request.POST.get("record", "")

    def row(self) -> InterviewRow | None:
        """That interview, where there is one."""
        return next((one for one in self.rows if one.reference == self.named), None)

    def themes_of(self, row: InterviewRow | None) -> list[tuple[str, str]]:
        """The themes of one interview."""
        mine = row.themes if row else ()
        return [(code, words(self.plan.text_of(code)) or "") for code in mine]


def quotes_in(row: InterviewRow | None) -> list[str]:
    """The quotes of an interview whose words are still there."""
    return [one.reference for one in row.quotes if one.words is not None] if row else []


def _note(page: InterviewsPage, form: forms.Form) -> str:
    assert isinstance(form, InterviewForm)  # noqa: S101 - made so below
    who = str(form.cleaned_data["who"])
    known = selectors.parties_meant([who], reader=person(page.request)) if who else ()
    entry = InterviewEntry(year=page.year, draft=form.draft(tuple(known)))
    reference = services.note_interview(entry, plan=page.plan, **page.hand)
    return _("The interview is noted as %(reference)s.") % {"reference": reference}


def _quote(page: InterviewsPage, form: forms.Form) -> str:
    assert isinstance(form, QuoteForm)  # noqa: S101 - made so below
    entry = QuoteEntry(interview=page.named, draft=form.draft())
    reference = services.note_quote(entry, plan=page.plan, **page.hand)
    return _("The words are kept as %(reference)s.") % {"reference": reference}


def _consent(page: InterviewsPage, said: Said) -> str:
    draft = ConsentDraft(consent=Consent(said["consent"]), how=str(said["how"]), seen=int(said["seen"]))
    services.note_consent(
        ConsentEntry(interview=page.named, draft=draft, quote=said["about"] or None), **page.hand
    )
    return _("The consent is noted.")


def _withdraw(page: InterviewsPage, said: Said) -> str:
    entry = WithdrawalEntry(interview=page.named, how=str(said["how"]), quote=said["about"] or None)
    services.withdraw_consent(entry, **page.hand)
    return _("The consent is withdrawn; the words are taken out.")


def _all_quotes(page: InterviewsPage) -> list[str]:
    """Every quote of the interview, also one that was taken out: that is refused with its reason."""
    row = page.row()
    return [one.reference for one in row.quotes] if row else []


INTERVIEW_ACTS: Deeds[InterviewsPage] = {
    "note": (
        Act.EVALUATE,
        lambda page: InterviewForm(page.themes(), page.request.POST, auto_id="note_%s"),
        _note,
    ),
    "quote": (Act.EVALUATE, lambda page: QuoteForm(page.themes_of(page.row()), page.request.POST), _quote),
    "consent": (
        Act.EVALUATE,
        lambda page: ConsentForm(_all_quotes(page), page.request.POST),
        by_words(_consent),
    ),
    "withdraw": (
        Act.EVALUATE,
        lambda page: WithdrawForm(_all_quotes(page), page.request.POST),
        by_words(_withdraw),
    ),
}
INTERVIEW_MANNER = Manner(of="interview")
