"""The records of the register; only `openkader.register` touches them."""

from openkader.register.models.account import Claim, Finding, Recommendation, Talk
from openkader.register.models.activity import Activity, Participation, Topic
from openkader.register.models.advice import (
    Advice,
    AdviceDocument,
    AdviceLink,
    AdviceReminder,
    AdviceRequest,
    AdviceWithdrawal,
    Waiver,
    WaiverAgreement,
)
from openkader.register.models.agreement import (
    Agreement,
    AgreementClause,
    AgreementDeed,
    AgreementParty,
    AgreementReminder,
)
from openkader.register.models.case_line import CaseLine, CaseSector, CaseWord, SavedView
from openkader.register.models.colleague import HeldRole, TeamMember
from openkader.register.models.decision import (
    Assessment,
    Decision,
    HandOver,
    PreparedDecision,
    PreparedDecisionReturn,
)
from openkader.register.models.delegation import Delegate, DelegationList
from openkader.register.models.document import Document
from openkader.register.models.effect import (
    EffectSurvey,
    SurveyAddress,
    SurveyAnswer,
    SurveyLink,
    SurveyReminder,
    SurveyWithdrawal,
)
from openkader.register.models.initiative import Initiative, InitiativeStep
from openkader.register.models.intake import Intake, OutgoingMail
from openkader.register.models.investment import InvestmentCase, InvestmentStatement, ReportedStatement
from openkader.register.models.measure import (
    Evidence,
    Measure,
    MeasureReminder,
    MeasureWaiver,
    MeasureWaiverAgreement,
)
from openkader.register.models.message import FollowUp, MessageNote, PublicItem
from openkader.register.models.mission import Lesson, Participant, ProgrammeSlot, ProgrammeTemplate, SlotParty
from openkader.register.models.network import (
    ContactPoint,
    NetworkContribution,
    NetworkCorrection,
    NetworkMember,
    NetworkProfile,
    NetworkStanding,
    TalkMember,
)
from openkader.register.models.party import Party, PartyIdentifier, PartyJudgement, PartyName
from openkader.register.models.protection import (
    ProtectionConflict,
    ProtectionRuling,
    ProtectionSignOff,
    ProtectionStep,
)
from openkader.register.models.queue import ListRenewal, ScreeningTask
from openkader.register.models.report import ReportDraft, ReportFinal
from openkader.register.models.request import Answer, Request
from openkader.register.models.screening import Escalation, Hit, Review, Screening, SourceNote
from openkader.register.models.search import NameWord, NearWord, PartyWord
from openkader.register.models.self_scan import (
    Briefing,
    BriefingCorrection,
    BriefingPresence,
    ScanWaiver,
    ScanWaiverAgreement,
    SelfScan,
    SelfScanLink,
    SelfScanReminder,
    SelfScanResult,
    SelfScanSave,
    SelfScanWithdrawal,
)
from openkader.register.models.source import RegisterSource
from openkader.register.models.trail import AuditEvent, AuditHead, Reference

__all__ = [
    "Activity",
    "Advice",
    "AdviceDocument",
    "AdviceLink",
    "AdviceReminder",
    "AdviceRequest",
    "AdviceWithdrawal",
    "Agreement",
    "AgreementClause",
    "AgreementDeed",
    "AgreementParty",
    "AgreementReminder",
    "Answer",
    "Assessment",
    "AuditEvent",
    "AuditHead",
    "Briefing",
    "BriefingCorrection",
    "BriefingPresence",
    "CaseLine",
    "CaseSector",
    "CaseWord",
    "Claim",
    "ContactPoint",
    "Decision",
    "Delegate",
    "DelegationList",
    "Document",
    "EffectSurvey",
    "Escalation",
    "Evidence",
    "Finding",
    "FollowUp",
    "HandOver",
    "HeldRole",
    "Hit",
    "Initiative",
    "InitiativeStep",
    "Intake",
    "InvestmentCase",
    "InvestmentStatement",
    "Lesson",
    "ListRenewal",
    "Measure",
    "MeasureReminder",
    "MeasureWaiver",
    "MeasureWaiverAgreement",
    "MessageNote",
    "NameWord",
    "NearWord",
    "NetworkContribution",
    "NetworkCorrection",
    "NetworkMember",
    "NetworkProfile",
    "NetworkStanding",
    "OutgoingMail",
    "Participant",
    "Participation",
    "Party",
    "PartyIdentifier",
    "PartyJudgement",
    "PartyName",
    "PartyWord",
    "PreparedDecision",
    "PreparedDecisionReturn",
    "ProgrammeSlot",
    "ProgrammeTemplate",
    "ProtectionConflict",
    "ProtectionRuling",
    "ProtectionSignOff",
    "ProtectionStep",
    "PublicItem",
    "Recommendation",
    "Reference",
    "RegisterSource",
    "ReportDraft",
    "ReportFinal",
    "ReportedStatement",
    "Request",
    "Review",
    "SavedView",
    "ScanWaiver",
    "ScanWaiverAgreement",
    "Screening",
    "ScreeningTask",
    "SelfScan",
    "SelfScanLink",
    "SelfScanReminder",
    "SelfScanResult",
    "SelfScanSave",
    "SelfScanWithdrawal",
    "SlotParty",
    "SourceNote",
    "SurveyAddress",
    "SurveyAnswer",
    "SurveyLink",
    "SurveyReminder",
    "SurveyWithdrawal",
    "Talk",
    "TalkMember",
    "TeamMember",
    "Topic",
    "Waiver",
    "WaiverAgreement",
]
