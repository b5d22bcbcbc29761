"""Each Dutch word of the interface leads to one thing in the house, and back."""

from enum import StrEnum

import pytest

from openkader.api import (
    delegation_words,
    destruction_words,
    draft_words,
    mission_words,
    outreach_words,
    protection_words,
    publication_words,
    talk_words,
    words,
    work_words,
    year_words,
)
from openkader.casework import interviews
from openkader.casework.advice import AdviceState, AdviceVerdict
from openkader.casework.agreements import DeedKind, PartyRole, Side, Standing, TermKind, Whose
from openkader.casework.case_system import Vertrouwelijkheid
from openkader.casework.effect import Consent, SurveyState, WaveState
from openkader.casework.evaluating import EvaluationState
from openkader.casework.initiatives import ChainState, LinkState, StepKind
from openkader.casework.intake import Channel
from openkader.casework.investment import StatementState
from openkader.casework.kader_drafting import KaderState
from openkader.casework.kader_replaying import ReplayState
from openkader.casework.life_cycle import State
from openkader.casework.mail import MailOutcome
from openkader.casework.mission import ParticipantRole, ParticipantStatus
from openkader.casework.network import ContributionKind, Manner, MemberState
from openkader.casework.protection import Outcome, PhaseName, StepState
from openkader.casework.public_account import Accounted
from openkader.casework.publishing import Choice, ItemForm, PublicationState, Subject
from openkader.casework.recommendations import FollowUpStatus
from openkader.casework.reporting import ReportKind
from openkader.casework.retention import ListState, RecordKind, Reviewer
from openkader.casework.screening import CameAs, HitState, PartyState, Verdict
from openkader.casework.self_scan import Reply, ScanState, Step
from openkader.casework.vocabulary import (
    ActivityStanding,
    AgreementStatus,
    Confidentiality,
    DecisionOutcome,
    EvidenceKind,
    Kind,
    Level,
    MeasureStatus,
    PartyKind,
    Precision,
    PublicKind,
    Role,
    Setting,
)
from openkader.casework.work_list import Order, Scope
from openkader.evaluation.behind import SplitBy
from openkader.evaluation.claims import holding
from openkader.evaluation.claims.model import Trend
from openkader.evaluation.comparing import Change, Origin, Place
from openkader.evaluation.counting import Withheld
from openkader.evaluation.covering import Cover
from openkader.evaluation.verdict import Status
from openkader.kader import FactType, Severity
from openkader.kader.replaying import why as replay_why
from openkader.kader.soundness.difference import Unsaid
from openkader.screening.evidence import Band

PAIRS: list[tuple[type[StrEnum], type[StrEnum]]] = [
    (words.Soort, Kind),
    (words.Binnenkomst, Channel),
    (words.Vraagsoort, FactType),
    (words.Status, State),
    (words.Uitkomst, DecisionOutcome),
    (Vertrouwelijkheid, Confidentiality),
    (words.Bereik, Scope),
    (words.Volgorde, Order),
    (words.Rol, Role),
    (words.Niveau, Level),
    (words.Partijsoort, PartyKind),
    (words.Nauwkeurigheid, Precision),
    (words.Activiteitstand, ActivityStanding),
    (words.Maatregelstatus, MeasureStatus),
    (words.Bewijssoort, EvidenceKind),
    (words.Deelnemerrol, ParticipantRole),
    (words.Deelnemerstatus, ParticipantStatus),
    (words.Overeenkomststatus, AgreementStatus),
    (words.Overeenkomststand, Standing),
    (words.VanWie, Whose),
    (words.Kant, Side),
    (words.Partijrol, PartyRole),
    (words.Looptijdsoort, TermKind),
    (words.Aktesoort, DeedKind),
    (words.Kaderstand, KaderState),
    (work_words.Adviesoordeel, AdviceVerdict),
    (work_words.Adviesstand, AdviceState),
    (work_words.Screeningstand, PartyState),
    (work_words.Trefferstand, HitState),
    (work_words.Trefferoordeel, Verdict),
    (work_words.Band, Band),
    (work_words.Mailuitkomst, MailOutcome),
    (delegation_words.Lijstherkomst, CameAs),
    (protection_words.Fase, PhaseName),
    (protection_words.Stapstand, StepState),
    (protection_words.Voorrang, Outcome),
    (draft_words.Ernst, Severity),
    (draft_words.Nietuitgerekend, Unsaid),
    (draft_words.Naspeelstand, ReplayState),
    (draft_words.Naspeelkant, replay_why.Side),
    (publication_words.Publicatiesoort, Subject),
    (publication_words.Publicatiestand, PublicationState),
    (publication_words.Publicatiekeuze, Choice),
    (publication_words.Onderdeelsoort, ItemForm),
    (year_words.Evaluatiestand, EvaluationState),
    (year_words.Cijferstand, Status),
    (year_words.Achtergehouden, Withheld),
    (mission_words.Onderdeelvorm, Setting),
    (mission_words.Verslagsoort, ReportKind),
    (mission_words.Zelfscanstand, ScanState),
    (mission_words.Zelfscanstap, Step),
    (mission_words.Zelfscanantwoord, Reply),
    (mission_words.Vragenlijststand, SurveyState),
    (mission_words.Vraagmomentstand, WaveState),
    (mission_words.Toestemming, Consent),
    (year_words.Dekkingstand, Cover),
    (year_words.Zijde, holding.Side),
    (year_words.Beweringtrend, Trend),
    (year_words.Interviewtoestemming, interviews.Consent),
    (year_words.Jaarherkomst, Origin),
    (year_words.Celplaats, Place),
    (year_words.Verandering, Change),
    (year_words.Uitsplitsing, SplitBy),
    (outreach_words.Verklaringstand, StatementState),
    (outreach_words.Lidstand, MemberState),
    (outreach_words.Gesprekswijze, Manner),
    (outreach_words.Bijdragesoort, ContributionKind),
    (outreach_words.Stapsoort, StepKind),
    (outreach_words.Initiatiefstand, ChainState),
    (outreach_words.Schakelstand, LinkState),
    (outreach_words.Opvolging, FollowUpStatus),
    (talk_words.Gespreksvorm, Setting),
    (talk_words.Berichtsoort, PublicKind),
    (talk_words.Terugkoppelstand, Accounted),
    (destruction_words.Lijststand, ListState),
    (destruction_words.Beoordelaar, Reviewer),
    (destruction_words.Gegevenssoort, RecordKind),
]


@pytest.mark.parametrize(("dutch", "house"), PAIRS, ids=lambda one: one.__name__)
def test_a_word_leads_there_and_back(dutch: type[StrEnum], house: type[StrEnum]) -> None:
    assert [one.name for one in dutch] == [one.name for one in house]
    for member in house:
        assert words.to_house(words.from_house(member, dutch), house) is member


def test_every_list_of_words_is_held_to_one_of_the_house() -> None:
    modules = (
        *(words, work_words, year_words, publication_words, outreach_words, draft_words, mission_words),
        *(delegation_words, protection_words),
        *(delegation_words, destruction_words, talk_words),
    )
    every = [one for module in modules for one in vars(module).values()]
    named = {one for one in every if isinstance(one, type) and issubclass(one, StrEnum)} - {StrEnum}
    assert named == {dutch for dutch, _ in PAIRS} - {Vertrouwelijkheid}
