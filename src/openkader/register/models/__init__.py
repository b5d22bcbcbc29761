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
from openkader.register.models.calendar import CalendarFeed, CalendarInvitation
from openkader.register.models.case_line import (
    CaseLine,
    CasePartyWord,
    CaseSector,
    CaseWord,
    SavedView,
)
from openkader.register.models.colleague import DuePassword, HeldRole, TeamMember
from openkader.register.models.context import ContextCorrection, ContextFigure, ContextPart
from openkader.register.models.decision import (
    Assessment,
    Decision,
    HandOver,
    PreparedDecision,
    PreparedDecisionReturn,
)
from openkader.register.models.delegation import Delegate, DelegationList
from openkader.register.models.destruction import (
    Destruction,
    DestructionAgreement,
    DestructionExemption,
    DestructionItem,
    DestructionList,
    DestructionRound,
    DestructionWithdrawal,
    DiscardedFile,
    Tombstone,
)
from openkader.register.models.document import Document
from openkader.register.models.effect import (
    EffectSurvey,
    SurveyAddress,
    SurveyAnswer,
    SurveyLink,
    SurveyReminder,
    SurveyWithdrawal,
)
from openkader.register.models.evaluation import (
    ChapterText,
    CommentResolution,
    Erratum,
    Evaluation,
    EvaluationAdoption,
    EvaluationStep,
    PassageComment,
    PassageLook,
    Restatement,
)
from openkader.register.models.foreign import ForeignFigures
from openkader.register.models.initiative import Initiative, InitiativeStep
from openkader.register.models.intake import Intake, OutgoingMail
from openkader.register.models.interview import (
    Interview,
    InterviewConsent,
    InterviewQuote,
    InterviewSpeaker,
    InterviewTheme,
    InterviewWords,
)
from openkader.register.models.investment import InvestmentCase, InvestmentStatement, ReportedStatement
from openkader.register.models.kader_draft import KaderAdoption, KaderDraft, KaderDraftStep
from openkader.register.models.kader_draft_end import KaderOrigin, KaderWithdrawal
from openkader.register.models.kader_key import KaderKey
from openkader.register.models.kader_replay import KaderReplay, KaderReplayCase, KaderReplayResult
from openkader.register.models.kept_draft import KeptDraft, KeptDraftFile
from openkader.register.models.made_once import MadeOnce
from openkader.register.models.measure import (
    Evidence,
    Measure,
    MeasureReminder,
    MeasureWaiver,
    MeasureWaiverAgreement,
)
from openkader.register.models.message import FollowUp, MessageNote, PublicItem
from openkader.register.models.mission import Lesson, Participant, ProgrammeSlot, ProgrammeTemplate, SlotParty
from openkader.register.models.name_list import ListPiece, ListSnapshot, NameList
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
from openkader.register.models.publication import (
    Publication,
    PublicationDraft,
    PublicationFile,
    PublicationRelease,
    PublicationRevocation,
)
from openkader.register.models.queue import ListRenewal, ScreeningTask
from openkader.register.models.received import ReceivedMail
from openkader.register.models.recommending import (
    RecommendationAddress,
    RecommendationFollowUp,
    RecommendationReminder,
)
from openkader.register.models.report import ReportDraft, ReportFinal
from openkader.register.models.request import Answer, Request
from openkader.register.models.screening import Escalation, Hit, Review, Screening, SourceNote
from openkader.register.models.screening_count import ScreeningCount
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
from openkader.register.models.spreadsheet import SpreadsheetImport, SpreadsheetRow
from openkader.register.models.subscription import CaseFiling, EventSubscription, OutgoingEvent
from openkader.register.models.token import ApiToken
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
    "ApiToken",
    "Assessment",
    "AuditEvent",
    "AuditHead",
    "Briefing",
    "BriefingCorrection",
    "BriefingPresence",
    "CalendarFeed",
    "CalendarInvitation",
    "CaseFiling",
    "CaseLine",
    "CasePartyWord",
    "CaseSector",
    "CaseWord",
    "ChapterText",
    "Claim",
    "CommentResolution",
    "ContactPoint",
    "ContextCorrection",
    "ContextFigure",
    "ContextPart",
    "Decision",
    "Delegate",
    "DelegationList",
    "Destruction",
    "DestructionAgreement",
    "DestructionExemption",
    "DestructionItem",
    "DestructionList",
    "DestructionRound",
    "DestructionWithdrawal",
    "DiscardedFile",
    "Document",
    "DuePassword",
    "EffectSurvey",
    "Erratum",
    "Escalation",
    "Evaluation",
    "EvaluationAdoption",
    "EvaluationStep",
    "EventSubscription",
    "Evidence",
    "Finding",
    "FollowUp",
    "ForeignFigures",
    "HandOver",
    "HeldRole",
    "Hit",
    "Initiative",
    "InitiativeStep",
    "Intake",
    "Interview",
    "InterviewConsent",
    "InterviewQuote",
    "InterviewSpeaker",
    "InterviewTheme",
    "InterviewWords",
    "InvestmentCase",
    "InvestmentStatement",
    "KaderAdoption",
    "KaderDraft",
    "KaderDraftStep",
    "KaderKey",
    "KaderOrigin",
    "KaderReplay",
    "KaderReplayCase",
    "KaderReplayResult",
    "KaderWithdrawal",
    "KeptDraft",
    "KeptDraftFile",
    "Lesson",
    "ListPiece",
    "ListRenewal",
    "ListSnapshot",
    "MadeOnce",
    "Measure",
    "MeasureReminder",
    "MeasureWaiver",
    "MeasureWaiverAgreement",
    "MessageNote",
    "NameList",
    "NameWord",
    "NearWord",
    "NetworkContribution",
    "NetworkCorrection",
    "NetworkMember",
    "NetworkProfile",
    "NetworkStanding",
    "OutgoingEvent",
    "OutgoingMail",
    "Participant",
    "Participation",
    "Party",
    "PartyIdentifier",
    "PartyJudgement",
    "PartyName",
    "PartyWord",
    "PassageComment",
    "PassageLook",
    "PreparedDecision",
    "PreparedDecisionReturn",
    "ProgrammeSlot",
    "ProgrammeTemplate",
    "ProtectionConflict",
    "ProtectionRuling",
    "ProtectionSignOff",
    "ProtectionStep",
    "PublicItem",
    "Publication",
    "PublicationDraft",
    "PublicationFile",
    "PublicationRelease",
    "PublicationRevocation",
    "ReceivedMail",
    "Recommendation",
    "RecommendationAddress",
    "RecommendationFollowUp",
    "RecommendationReminder",
    "Reference",
    "RegisterSource",
    "ReportDraft",
    "ReportFinal",
    "ReportedStatement",
    "Request",
    "Restatement",
    "Review",
    "SavedView",
    "ScanWaiver",
    "ScanWaiverAgreement",
    "Screening",
    "ScreeningCount",
    "ScreeningTask",
    "SelfScan",
    "SelfScanLink",
    "SelfScanReminder",
    "SelfScanResult",
    "SelfScanSave",
    "SelfScanWithdrawal",
    "SlotParty",
    "SourceNote",
    "SpreadsheetImport",
    "SpreadsheetRow",
    "SurveyAddress",
    "SurveyAnswer",
    "SurveyLink",
    "SurveyReminder",
    "SurveyWithdrawal",
    "Talk",
    "TalkMember",
    "TeamMember",
    "Tombstone",
    "Topic",
    "Waiver",
    "WaiverAgreement",
]
