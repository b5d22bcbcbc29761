"""What came of the made-up visit of the demo, and a made-up investment; all of it to be looked at and tried."""

from datetime import datetime, timedelta

from django.utils import timezone

from openkader.base.text import Text
from openkader.casework.advice import AdviceVerdict
from openkader.casework.agreements import ClauseStated, PartyStated, Stated, Term, TermKind, Whose
from openkader.casework.agreements import Side as AgreementSide
from openkader.casework.effect import Answered, Consent
from openkader.casework.initiatives import StepKind
from openkader.casework.investment import CaseDraft, StatementSaid
from openkader.casework.network import ContactDraft, ContributionDraft, ContributionKind, Manner
from openkader.casework.period import Period
from openkader.casework.vocabulary import AgreementStatus
from openkader.cli.demo_accounts import BY
from openkader.kader import Assessor, Kader
from openkader.register import services
from openkader.register.advice_entries import AdviceEntry, AdviceRequestEntry
from openkader.register.agreement_entries import NewAgreementEntry
from openkader.register.initiative_entries import InitiativeEntry, Side, StepEntry
from openkader.register.investment_entries import InvestmentCaseEntry
from openkader.register.network import words_of
from openkader.register.network_entries import ContactEntry, ContributionEntry, MemberEntry
from openkader.register.partners import partner_of_house
from openkader.register.survey_entries import SurveyEntry, SurveySaidEntry
from openkader.register.survey_forms import survey_form

INVESTMENT, INVESTOR = "FICTIEF-INVESTERING", "FICTIEF-P-koel"
FOUNDATION = "FICTIEF-P-stichting"
_ANSWERS = {
    "A. Verzonnen": Answered(
        chosen={"outcome": ("talk", "cooperation"), "enabled": ("door",), "hindered": ("language",)},
        words="Zonder dit bezoek was het gesprek er niet gekomen (verzonnen).",
        consent=Consent.UNNAMED,
    ),
    "B. Verzonnen": None,  # asked, and did not answer yet
}


def show_results(visit: str, assessor: Assessor, moment: datetime) -> None:
    """What was agreed, who was asked, who of the network helped, and what the partner states on an investment."""
    _keep_an_agreement(visit, assessor.kader, moment)
    _ask_what_came_of_it(visit, moment)
    _use_the_network(visit, assessor.kader, moment)
    _ask_the_partner(assessor, moment)


def _keep_an_agreement(visit: str, kader: Kader, moment: datetime) -> None:
    """Signed at the visit between others, and ending within months, so that it asks for attention."""
    today = timezone.localdate(moment)
    stated = Stated(
        form="mou",
        status=AgreementStatus.SIGNED,
        title=Text(nl="Verzonnen afspraak over waterhergebruik", en="Made-up agreement on reuse of water"),
        whose=Whose.ACCOMPANIED,
        country="CN",
        on=Period.day(today - timedelta(weeks=6)),
        term=Term(kind=TermKind.UNTIL, until=today + timedelta(weeks=16)),
        parties=(
            PartyStated(side=AgreementSide.OWN, party="FICTIEF-P-kas"),
            PartyStated(side=AgreementSide.OTHER, party="FICTIEF-P-bureau"),
        ),
        clauses=(ClauseStated(topic="chain_transparency", is_in=True, words="Verzonnen bepaling."),),
    )
    entry = NewAgreementEntry(key="demo", prefix="OVK", stated=stated, activity=visit)
    services.record_agreement(entry, kader=kader, by=BY, now=moment)


def _ask_what_came_of_it(visit: str, moment: datetime) -> None:
    for place, (name, said) in enumerate(_ANSWERS.items(), start=1):
        entry = SurveyEntry(
            activity=visit,
            member=f"P{place}",
            wave="month",
            recipient=name,
            due_on=timezone.localdate(moment) + timedelta(weeks=4),
        )
        survey = services.ask_survey(entry, form=survey_form(), by=BY, now=moment)
        if said is not None:
            services.answer_survey(SurveySaidEntry(survey=survey, said=said), by=BY, now=moment)


def _use_the_network(visit: str, kader: Kader, moment: datetime) -> None:
    """A made-up foundation was talked with, helped at the visit, and was linked to a company there."""
    talked = Period.day(timezone.localdate(moment) - timedelta(weeks=8))
    entry = MemberEntry(
        party=FOUNDATION,
        why=Text(
            nl="Kent de keten in de tuinbouw (verzonnen).", en="Knows the chain in horticulture (made up)."
        ),
        expertise=("responsible_business",),
        countries=("CN",),
    )
    member = services.join_network(entry, words=words_of(kader), by=BY, now=moment)
    talk = ContactDraft(
        period=talked,
        purpose="exploration",
        by_whom="demo-adviseur",
        about="Wat er speelt in de keten (verzonnen).",
        manner=Manner.MEETING,
        whom="D. Verzonnen",
    )
    services.note_contact(ContactEntry(members=(member,), draft=talk), kader=kader, by=BY, now=moment)
    helped = ContributionDraft(
        kind=ContributionKind.ACTIVITY, to=visit, what="Gaf vragen mee voor de rondetafel (verzonnen)."
    )
    services.note_contribution(ContributionEntry(member=member, draft=helped), kader=kader, by=BY, now=moment)
    _start_a_chain(visit, moment)


def _start_a_chain(visit: str, moment: datetime) -> None:
    sought = StepEntry(
        kind=StepKind.SOUGHT,
        what=Text(nl="Zoekt kennis van de keten (verzonnen).", en="Seeks knowledge of the chain (made up)."),
        seeker=Side("FICTIEF-P-kas", None),
    )
    title = Text(
        nl="Verzonnen: ketenkennis voor een teler", en="Made up: knowledge of the chain for a grower"
    )
    chain = InitiativeEntry(title=title, steps=(sought,), activity=visit)
    initiative = services.start_initiative(chain, by=BY, now=moment).reference
    matched = StepEntry(
        kind=StepKind.MATCHED,
        what=Text(
            nl="Aan elkaar voorgesteld tijdens het bezoek (verzonnen).",
            en="Introduced at the visit (made up).",
        ),
        partner=Side(FOUNDATION, None),
    )
    services.add_initiative_step(initiative, matched, by=BY, now=moment)


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
