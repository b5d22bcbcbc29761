"""What becomes of each table when a dossier goes: its rows go, or they stay without words.

A row stays only where a figure of its year counts it. Of such a row numbers, days, truths and links stay, and of its
texts only those that are named here: references, and words of closed lists. Every other text is emptied, so that a
column that is added later is emptied too, until somebody says here that it is a code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from openkader.casework.retention import RecordKind
from openkader.register import models as m

GONE_NL, GONE_EN = "Vernietigd dossier", "Destroyed dossier"
NO_DIGEST = "0" * 64
_REQUEST, _ACTIVITY = "request", "activity__request"
_WHOLE = frozenset({RecordKind.REQUEST})
_PEOPLE_LISTED = _WHOLE | {RecordKind.DELEGATION_LIST}
_PEOPLE_ALONG = _WHOLE | {RecordKind.PARTICIPANTS}
_SCANNED = _WHOLE | {RecordKind.SELF_SCAN}
_SURVEYED = _WHOLE | {RecordKind.SURVEY_ANSWERS}
_RELATED = ("reference", "kind", "country", "programme", "precision")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What becomes of one table: the ways to its request, and with which sorts of records it goes.

    `keeps` are the texts that stay, None where the rows go; `says` is what stands in a column instead.
    """

    model: type[Model]
    ways: tuple[str, ...]
    kinds: frozenset[RecordKind] = _WHOLE
    keeps: frozenset[str] | None = None
    says: Mapping[str, object] = field(default_factory=dict)


def _goes(model: type[Model], *ways: str, kinds: frozenset[RecordKind] = _WHOLE) -> Fate:
    return Fate(model=model, ways=ways, kinds=kinds)


def _stays(
    model: type[Model],
    way: str | tuple[str, ...],
    keeps: tuple[str, ...] = (),
    kinds: frozenset[RecordKind] = _WHOLE,
    **says: Any,
) -> Fate:
    ways = (way,) if isinstance(way, str) else way
    return Fate(model=model, ways=ways, kinds=kinds, keeps=frozenset(keeps), says=says)


_OF_CASE = (
    _stays(m.Request, "pk", (*_RELATED, "initiative", "confidentiality", "team")),
    _stays(m.Answer, _REQUEST, ("fact", "value"), basis=None),
    _stays(
        m.Assessment,
        _REQUEST,
        ("reference", "kader", "kader_digest", "outcome", "facts"),
    ),
    _stays(
        m.Decision,
        _REQUEST,
        ("reference", "level", "outcome", "ground", "instrument", "kind", "programme"),
    ),
    _stays(m.HandOver, "decision__request"),
    _stays(m.KaderReplayCase, _REQUEST),
    _goes(m.PreparedDecision, _REQUEST),
    _goes(m.PreparedDecisionReturn, "prepared__request"),
    _goes(m.Document, _REQUEST),
    _goes(m.Intake, _REQUEST),
    _goes(m.ReceivedMail, _REQUEST),
    _goes(m.OutgoingMail, _REQUEST),
    _goes(m.OutgoingEvent, _REQUEST),
    _goes(m.CaseFiling, _REQUEST),
    _goes(m.CaseLine, _REQUEST),
    _goes(m.CaseSector, _REQUEST),
    _goes(m.CaseWord, _REQUEST),
    _goes(m.CasePartyWord, _REQUEST),
    _goes(m.SpreadsheetRow, _REQUEST),
    _stays(
        m.AdviceRequest,
        _REQUEST,
        ("reference", "language", "desk", "kader", "kader_digest"),
        email=None,
        facts_digest=NO_DIGEST,
    ),
    _stays(m.Advice, "advice_request__request", ("verdict",)),
    _stays(m.AdviceWithdrawal, "advice_request__request"),
    _goes(m.AdviceLink, "advice_request__request"),
    _stays(m.AdviceReminder, "advice_request__request", ()),
    _goes(m.AdviceDocument, "advice__advice_request__request"),
    _stays(m.Waiver, _REQUEST, ("reference", "desk")),
    _stays(m.WaiverAgreement, "waiver__request"),
    _stays(m.InvestmentCase, _REQUEST),
    _stays(m.InvestmentStatement, "advice__advice_request__request", ("reference", "grounds")),
    _stays(
        m.DelegationList,
        _REQUEST,
        ("reference", "came_as"),
        _PEOPLE_LISTED,
        digest=NO_DIGEST,
        content=NO_DIGEST,
    ),
    _goes(m.Delegate, "delegation_list__request", kinds=_PEOPLE_LISTED),
)
_EVERYWHERE = (_REQUEST, _ACTIVITY)
_OF_ACTIVITY = (
    _stays(m.Activity, _REQUEST, (*_RELATED, "standing", "regions")),
    _stays(m.Participation, _EVERYWHERE, ("reference", "role")),
    _stays(m.Topic, _ACTIVITY, ("code", "stated_in", "setting")),
    _stays(
        m.MessageNote,
        _ACTIVITY,
        ("kader", "line", "topic", "text_nl", "text_en", "setting"),
    ),
    _stays(
        m.PublicItem,
        _ACTIVITY,
        ("reference", "kind", "topics"),
        url=None,
        text=GONE_NL,
        sha256=NO_DIGEST,
    ),
    _goes(m.FollowUp, _ACTIVITY),
    _goes(m.CalendarInvitation, _ACTIVITY),
    _stays(m.Measure, _ACTIVITY, ("reference", "line", "code", "status"), owner=None, waived_until=None),
    _stays(
        m.Evidence,
        "measure__activity__request",
        ("kind",),
        url=None,
        name=None,
        media_type=None,
        size=None,
        record=None,
        sha256=NO_DIGEST,
    ),
    _stays(m.MeasureWaiver, "measure__activity__request", ("reference",)),
    _stays(m.MeasureWaiverAgreement, "waiver__measure__activity__request"),
    _stays(m.MeasureReminder, "measure__activity__request", ("stage",)),
    _goes(m.Lesson, _ACTIVITY),
    _goes(m.ProgrammeSlot, _ACTIVITY),
    _goes(m.SlotParty, "slot__activity__request"),
    _goes(m.ProgrammeTemplate, _ACTIVITY, "template__request"),
    _stays(m.ProtectionStep, _ACTIVITY, ("step", "state")),
    _stays(m.ProtectionConflict, _ACTIVITY, ("step", "goal")),
    _stays(m.ProtectionRuling, "conflict__activity__request", ("outcome",)),
    _stays(m.ProtectionSignOff, _ACTIVITY, ("reference", "catalogue", "steps", "conflicts")),
    _stays(m.ReportDraft, _ACTIVITY, ("kind", "language")),
    _stays(m.ReportFinal, "draft__activity__request", ("reference",), sha256=NO_DIGEST),
    _stays(m.Briefing, _ACTIVITY, ("reference", "kind")),
    _stays(m.BriefingPresence, "briefing__activity__request"),
    _stays(m.BriefingCorrection, "briefing__activity__request"),
    _stays(m.Initiative, _EVERYWHERE, ("reference",)),
    _stays(
        m.InitiativeStep,
        ("initiative__request", "initiative__activity__request"),
        ("kind", "precision"),
        url=None,
    ),
    _stays(m.NetworkContribution, _EVERYWHERE, ("reference", "kind", "record", "precision")),
)
_OF_PEOPLE = (
    _stays(
        m.Participant,
        _ACTIVITY,
        ("role", "status", "reason"),
        _PEOPLE_ALONG,
        fingerprint=NO_DIGEST,
    ),
    _stays(m.SelfScan, _ACTIVITY, ("reference", "language", "form", "form_digest"), _SCANNED, email=None),
    _stays(m.SelfScanResult, "scan__activity__request", ("counts",), _SCANNED),
    _stays(m.SelfScanWithdrawal, "scan__activity__request", (), _SCANNED),
    _goes(m.SelfScanSave, "scan__activity__request", kinds=_SCANNED),
    _goes(m.SelfScanLink, "scan__activity__request", kinds=_SCANNED),
    _stays(m.SelfScanReminder, "scan__activity__request", (), _SCANNED),
    _stays(m.ScanWaiver, _ACTIVITY, ("reference",), _SCANNED),
    _stays(m.ScanWaiverAgreement, "waiver__activity__request", (), _SCANNED),
    _stays(
        m.EffectSurvey,
        _ACTIVITY,
        ("reference", "language", "wave", "form", "form_digest"),
        _SURVEYED,
        email=None,
    ),
    _stays(m.SurveyAnswer, "survey__activity__request", ("chosen", "consent"), _SURVEYED, own_words=""),
    _stays(m.SurveyWithdrawal, "survey__activity__request", (), _SURVEYED),
    _goes(m.SurveyAddress, "survey__activity__request", kinds=_SURVEYED),
    _goes(m.SurveyLink, "survey__activity__request", kinds=_SURVEYED),
    _stays(m.SurveyReminder, "survey__activity__request", (), _SURVEYED),
)
OF_DOSSIER: tuple[Fate, ...] = (*_OF_CASE, *_OF_ACTIVITY, *_OF_PEOPLE)
# The same for a party of which nothing living speaks any more; here the ways lead to the party.
OF_PARTY: tuple[Fate, ...] = (
    _stays(
        m.Party,
        "pk",
        ("reference", "kind", "country"),
        name=None,
        function_nl="Vernietigd",
        function_en="Destroyed",
        region=None,
        birth_date=None,
        gender=None,
        passage=None,
        remark_nl=None,
        remark_en=None,
    ),
    _goes(m.PartyName, "party"),
    _goes(m.PartyIdentifier, "party"),
    _goes(m.PartyWord, "party"),
    _goes(m.Screening, "party"),
    _goes(m.Hit, "party"),
    _goes(m.Review, "hit__party"),
    _goes(m.Escalation, "hit__party"),
    _goes(m.SourceNote, "party"),
    _stays(m.PartyJudgement, ("first", "second"), ("verdict",)),
)
# What belongs to no dossier, or is kept whatever happens to one; who stands here is spoken of by something living.
STAYS: tuple[type[Model], ...] = (
    *(m.Agreement, m.AgreementClause, m.AgreementDeed, m.AgreementParty, m.AgreementReminder),
    *(m.AuditEvent, m.AuditHead, m.Reference, m.RegisterSource),
    *(m.Claim, m.Finding, m.Talk, m.TalkMember),
    *(m.ContextCorrection, m.ContextFigure, m.ContextPart),
    *(m.Evaluation, m.EvaluationStep, m.EvaluationAdoption, m.ChapterText, m.PassageLook),
    *(m.PassageComment, m.CommentResolution, m.Erratum, m.Restatement),
    *(m.Interview, m.InterviewConsent, m.InterviewQuote, m.InterviewSpeaker),
    *(m.InterviewTheme, m.InterviewWords),
    *(m.KaderAdoption, m.KaderDraft, m.KaderDraftStep, m.KaderOrigin, m.KaderWithdrawal),
    *(m.KaderReplay, m.KaderReplayResult),
    *(m.NetworkMember, m.NetworkProfile, m.NetworkStanding, m.NetworkCorrection, m.ContactPoint),
    *(m.Recommendation, m.RecommendationAddress, m.RecommendationFollowUp, m.RecommendationReminder),
    *(m.ReportedStatement, m.ListRenewal, m.ScreeningTask, m.NameWord, m.NearWord),
    *(m.HeldRole, m.TeamMember, m.DuePassword, m.SavedView, m.ApiToken, m.KeptDraft, m.KeptDraftFile),
    *(m.ScreeningCount, m.KaderKey, m.NameList, m.ListSnapshot, m.ListPiece, m.EventSubscription),
    m.ForeignFigures,
    m.MadeOnce,
    m.SpreadsheetImport,
    m.CalendarFeed,
    # What was made public stays so; a draft holds choices and the words of a colleague, and nothing of the dossier.
    *(m.Publication, m.PublicationDraft, m.PublicationFile),
    *(m.PublicationRelease, m.PublicationRevocation),
    *(m.DestructionList, m.DestructionItem, m.DestructionExemption, m.DestructionAgreement),
    *(m.DestructionWithdrawal, m.DestructionRound, m.Destruction, m.Tombstone, m.DiscardedFile),
)
