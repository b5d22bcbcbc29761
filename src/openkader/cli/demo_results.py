"""What came of the made-up visit of the demo, and a made-up investment; all of it to be looked at and tried."""

from datetime import datetime, timedelta

from django.utils import timezone

from openkader.casework.advice import AdviceVerdict
from openkader.casework.effect import Answered, Consent
from openkader.casework.investment import CaseDraft, StatementSaid
from openkader.cli.demo_accounts import BY
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.advice_entries import AdviceEntry, AdviceRequestEntry
from openkader.register.investment_entries import InvestmentCaseEntry
from openkader.register.partners import partner_of_house
from openkader.register.survey_entries import SurveyEntry, SurveySaidEntry
from openkader.register.survey_forms import survey_form

INVESTMENT, INVESTOR = "FICTIEF-INVESTERING", "FICTIEF-P-koel"
_ANSWERS = {
    "P1": Answered(
        chosen={"outcome": ("talk", "cooperation"), "enabled": ("door",), "hindered": ("language",)},
        words="Zonder dit bezoek was het gesprek er niet gekomen (verzonnen).",
        consent=Consent.UNNAMED,
    ),
    "P2": None,  # asked, and did not answer yet
}


def show_results(visit: str, assessor: Assessor, moment: datetime) -> None:
    """Ask who was there, and let the partner state on an investment."""
    _ask_what_came_of_it(visit, moment)
    _ask_the_partner(assessor, moment)


def _ask_what_came_of_it(visit: str, moment: datetime) -> None:
    for member, said in _ANSWERS.items():
        entry = SurveyEntry(
            activity=visit,
            member=member,
            wave="month",
            recipient="A. Verzonnen",
            due_on=timezone.localdate(moment) + timedelta(weeks=4),
        )
        survey = services.ask_survey(entry, form=survey_form(), by=BY, now=moment)
        if said is not None:
            services.answer_survey(SurveySaidEntry(survey=survey, said=said), by=BY, now=moment)


def _ask_the_partner(assessor: Assessor, moment: datetime) -> None:
    case = InvestmentCaseEntry(request=INVESTMENT, draft=CaseDraft(number="VERZONNEN-7", investor=INVESTOR))
    services.note_investment_case(case, by=BY, now=moment)
    question = AdviceRequestEntry(
        request=INVESTMENT,
        desk="innovationquarter",
        question="Kunt u met dit bedrijf werken? (verzonnen)",
        recipient="A. Verzonnen",
        due_on=timezone.localdate(moment) + timedelta(weeks=1),
    )
    partner = partner_of_house()
    advice = services.ask_partner(question, partner=partner, assessor=assessor, by=BY, now=moment)
    said = StatementSaid(said_on=timezone.localdate(moment))
    answer = AdviceEntry(
        advice=advice,
        seen=0,
        verdict=AdviceVerdict.NO_OBJECTION,
        given_by="A. Verzonnen",
        statement=said,
    )
    services.give_advice(answer, partner=partner, by=BY, now=moment)
