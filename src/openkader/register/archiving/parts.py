"""Which tables and columns of a dossier go to the archive, and which stay behind, each with its reason.

A table that has a fate when a dossier is destroyed has a place here too; a test looks. What is named nowhere stays
behind, so that a table that is added later leaves the house only after somebody said that it may.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import Model

from openkader.casework.archiving import StaysBehind
from openkader.register import models as m
from openkader.register.destroying.fates import OF_DOSSIER


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A table of a dossier: the ways to its request, and why it or some of its columns stay behind."""

    model: type[Model]
    ways: tuple[str, ...]
    stays: StaysBehind | None = None
    without: Mapping[str, StaysBehind] = field(default_factory=dict)


_TOLD: tuple[type[Model], ...] = (
    *(m.Request, m.Intake, m.Document, m.Answer, m.Assessment),
    *(m.AdviceRequest, m.Advice, m.AdviceDocument, m.AdviceWithdrawal, m.AdviceReminder),
    *(m.Waiver, m.WaiverAgreement, m.InvestmentCase, m.InvestmentStatement),
    *(m.PreparedDecision, m.PreparedDecisionReturn, m.Decision, m.HandOver),
    *(m.DelegationList, m.Delegate, m.Participation, m.Initiative, m.InitiativeStep),
    *(m.Activity, m.Topic, m.MessageNote, m.PublicItem, m.FollowUp, m.Lesson),
    *(m.ProgrammeTemplate, m.ProgrammeSlot, m.SlotParty, m.Participant),
    *(m.Measure, m.Evidence, m.MeasureWaiver, m.MeasureWaiverAgreement, m.MeasureReminder),
    *(m.ProtectionStep, m.ProtectionConflict, m.ProtectionRuling, m.ProtectionSignOff),
    *(m.ReportDraft, m.ReportFinal, m.Briefing, m.BriefingPresence, m.BriefingCorrection),
    *(m.SelfScan, m.SelfScanResult, m.SelfScanWithdrawal, m.SelfScanReminder),
    *(m.ScanWaiver, m.ScanWaiverAgreement, m.EffectSurvey, m.SurveyWithdrawal, m.SurveyReminder),
)
_STAYS: Mapping[type[Model], StaysBehind] = {
    **dict.fromkeys((m.AdviceLink, m.SelfScanLink, m.SurveyLink), StaysBehind.KEY),
    **dict.fromkeys(
        (m.OutgoingMail, m.CalendarInvitation, m.ReceivedMail, m.SurveyAddress), StaysBehind.CONTACT
    ),
    m.SurveyAnswer: StaysBehind.CONFIDED,
    m.SelfScanSave: StaysBehind.DRAFT,
    **dict.fromkeys(
        (
            m.CaseLine,
            m.CaseSector,
            m.CaseWord,
            m.CasePartyWord,
            m.OutgoingEvent,
            m.CaseFiling,
            m.SpreadsheetRow,
        ),
        StaysBehind.DERIVED,
    ),
    **dict.fromkeys((m.KaderReplayCase, m.NetworkContribution), StaysBehind.ELSEWHERE),
}
_MAIL = {"email": StaysBehind.CONTACT}
_PERSON = dict.fromkeys(("birth_date", "gender"), StaysBehind.PERSONAL)
_WITHOUT: Mapping[type[Model], Mapping[str, StaysBehind]] = {
    m.Intake: {
        **dict.fromkeys(("key", "content", "link", "link_ends"), StaysBehind.KEY),
        **dict.fromkeys(("contact_email", "contact_phone"), StaysBehind.CONTACT),
    },
    **dict.fromkeys((m.AdviceRequest, m.SelfScan, m.EffectSurvey), _MAIL),
    m.Participant: {**_MAIL, "fingerprint": StaysBehind.DERIVED},
    m.Delegate: {**_PERSON, "fingerprint": StaysBehind.DERIVED},
    m.Assessment: {"screening_seen": StaysBehind.SCREENING},
    m.InvestmentStatement: {"screening": StaysBehind.SCREENING},
    m.Party: _PERSON,
}
_WAYS = {fate.model: fate.ways for fate in OF_DOSSIER}
_AGREEMENT = "activity__request"
_AGREED: Mapping[type[Model], str] = {
    m.Agreement: _AGREEMENT,
    m.AgreementDeed: f"agreement__{_AGREEMENT}",
    m.AgreementParty: f"deed__agreement__{_AGREEMENT}",
    m.AgreementClause: f"deed__agreement__{_AGREEMENT}",
    m.AgreementReminder: f"agreement__{_AGREEMENT}",
}
# Of the parties that are spoken of; here the way leads to the party.
OF_PARTY: tuple[Part, ...] = (
    Part(model=m.Party, ways=("pk",), without=_WITHOUT[m.Party]),
    Part(model=m.PartyName, ways=("party",)),
    Part(model=m.PartyIdentifier, ways=("party",), stays=StaysBehind.PERSONAL),
    Part(model=m.PartyWord, ways=("party",), stays=StaysBehind.DERIVED),
    Part(model=m.PartyJudgement, ways=("first", "second"), stays=StaysBehind.ELSEWHERE),
    *(
        Part(model=model, ways=(way,), stays=StaysBehind.SCREENING)
        for model, way in (
            *((m.Screening, "party"), (m.Hit, "party"), (m.SourceNote, "party")),
            *((m.Review, "hit__party"), (m.Escalation, "hit__party")),
        )
    ),
)


def parts() -> Iterator[Part]:
    """Every table of a dossier, in the order in which it is read; what stays behind comes last."""
    for model in _TOLD:
        yield Part(model=model, ways=_WAYS[model], without=_WITHOUT.get(model, {}))
    for model, way in _AGREED.items():
        yield Part(model=model, ways=(way,))
    for fate in OF_DOSSIER:
        if fate.model not in _TOLD:
            yield Part(model=fate.model, ways=fate.ways, stays=_STAYS.get(fate.model, StaysBehind.ELSEWHERE))


def decided() -> frozenset[type[Model]]:
    """The tables about which somebody said whether they go."""
    return frozenset((*_TOLD, *_STAYS, *_AGREED))
