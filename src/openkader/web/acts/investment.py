"""What is done on the page of an investment: note the case, ask the partner, enter what it said, close the measure."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.text import Text
from openkader.casework.investment import CaseDraft, Partner
from openkader.casework.measures import may_close_with
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import EvidenceKind
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.investment_entries import InvestmentCaseEntry
from openkader.register.selectors import AdviceRow, InvestmentFile, StatementMeasure
from openkader.web.acts.answering import answer_form, give
from openkader.web.acts.coordination import asking_entry
from openkader.web.acts.deeds import Deeds, Place, Said, by_words, plain
from openkader.web.acts.proving import close_with, evidence_of
from openkader.web.forms.advice import NoForm, QuestionForm
from openkader.web.forms.investment import InvestmentCaseForm
from openkader.web.links import told_link
from openkader.web.reader import person
from openkader.web.shell import said as in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Investing(Place):
    """The investment of a dossier, and who stands before it."""

    found: InvestmentFile
    partner: Partner
    assessor: Assessor

    def case_form(self, *values: object, **named: object) -> InvestmentCaseForm:
        """The form of the case, with the parties of this dossier."""
        parties = [(one.reference, str(in_words(one.label))) for one in self.found.parties]
        return InvestmentCaseForm(parties, *values, auto_id="case_%s", **named)

    def question(self) -> AdviceRow:
        """The question to the partner that the form names; another there is not."""
        named = self.request.POST.get("advice", "")
        for row in self.found.asked:
            if row.reference == named:
                return row
        raise NotFound("advice", named[:80])

    def measure(self) -> StatementMeasure:
        """The measure that the form names."""
        named = self.request.POST.get("measure", "")
        for row in self.found.measures:
            if row.reference == named:
                return row
        raise NotFound("measure", named[:80])


def investing(place: Place, reference: str, partner: Partner, assessor: Assessor) -> Investing:
    """The page of the investment of a dossier, for whoever shares its secrets."""
    reader = person(place.request)
    found = selectors.investment_file(reference, partner, assessor, place.today, reader=reader)
    return Investing(request=place.request, now=place.now, found=found, partner=partner, assessor=assessor)


def _note(place: Investing, said: Said) -> str:
    draft = CaseDraft(number=said["number"], investor=said["investor"] or None)
    entry = InvestmentCaseEntry(request=place.found.reference, draft=draft)
    services.note_investment_case(entry, **place.hand)
    return _("The case at the partner is noted.")


def _ask(place: Investing, said: Said) -> str:
    sent, entry = asking_entry(place.found.reference, place.partner.desk, said, place)
    services.ask_partner(entry, partner=place.partner, assessor=place.assessor, **place.hand)
    return told_link(sent)


def _answer(place: Investing, said: Said) -> str:
    give(place.question(), said, place.hand)
    return _("The statement is recorded.")


def _answer_form(place: Investing) -> forms.Form:
    return answer_form(place.request, place.question(), is_told=True)


def why_not_closed(found: InvestmentFile, measure: StatementMeasure) -> Refusal | None:
    """Why a measure cannot be closed with the newest statement."""
    nothing = None if found.shows else Refusal("investment.nothing-to-show")
    return may_close_with(measure.status) or nothing


def _close(place: Investing, _said: Said) -> str:
    """The newest statement is evidence of the measure, and that is done."""
    measure = place.measure()
    refusal = why_not_closed(place.found, measure)
    if refusal is not None:
        raise Refused(refusal)
    newest = place.found.statements[0]
    title = Text(
        nl=f"Oordeel over de investering, {newest.said_on.isoformat()}",
        en=f"Statement on the investment, {newest.said_on.isoformat()}",
    )
    return close_with(measure.reference, [evidence_of(EvidenceKind.FORM, title, newest.reference)], place)


ACTS: Deeds[Investing] = {
    "case": (Act.WORK, lambda place: place.case_form(place.request.POST), by_words(_note)),
    "ask": (
        Act.ASK_ADVICE,
        lambda place: QuestionForm(place.request.POST, auto_id="ask_%s"),
        by_words(_ask),
    ),
    "answer": (Act.GIVE_ADVICE, _answer_form, by_words(_answer)),
    "close": (Act.WORK, plain(NoForm), by_words(_close)),
}
