"""What becomes of every column of the register in a copy to test with.

Numbers, days, truths and links stay. A text stays only where the database holds it to a closed list, where it is said
here that it is a code, or where it is a word that the kaders themselves use. Every other text gets a stand-in, so that
a column that is added later is emptied too until somebody says here what it is.
"""

from collections.abc import Mapping

from django.db.models import CheckConstraint, Field, Model

from openkader.register import models as m
from openkader.register.destroying.fates import OF_DOSSIER

# These are made anew in the copy, mean nothing there, or open a door to somebody outside.
LEFT_OUT: frozenset[type[Model]] = frozenset(
    {
        *(
            m.AuditEvent,
            m.AuditHead,
            m.NameWord,
            m.NearWord,
            m.PartyWord,
            m.CaseWord,
            m.CasePartyWord,
            m.CaseLine,
            m.CaseSector,
        ),
        *(m.Screening, m.Hit, m.Review, m.Escalation, m.SourceNote, m.ScreeningTask, m.ListRenewal),
        *(m.ScreeningCount, m.KaderKey, m.NameList, m.ListSnapshot, m.ListPiece),
        *(m.EventSubscription, m.OutgoingEvent, m.CaseFiling),
        *(
            m.AdviceLink,
            m.SelfScanLink,
            m.SelfScanSave,
            m.SurveyLink,
            m.SurveyAddress,
            m.OutgoingMail,
            m.ReceivedMail,
            m.Intake,
        ),
        *(m.EvaluationStep, m.EvaluationAdoption, m.Erratum, m.Restatement),
        *(m.KaderReplay, m.KaderReplayCase, m.KaderReplayResult, m.DiscardedFile, m.SavedView, m.DuePassword),
        *(m.SpreadsheetImport, m.SpreadsheetRow, m.DestructionRound),
        *(m.ApiToken, m.MadeOnce, m.KeptDraft, m.KeptDraftFile),
        *(m.CalendarFeed, m.CalendarInvitation),
        *(m.Publication, m.PublicationDraft, m.PublicationFile),
        *(m.PublicationRelease, m.PublicationRevocation),
    }
)
_KEPT = frozenset(
    {
        *("action", "object_kind", "kader", "kader_digest", "base", "base_digest", "form", "form_digest"),
        *("catalogue", "zone", "script", "scheme", "language", "country", "team", "media_type"),
    }
)
# A kader is public policy, and without its text there is nothing to test.
_KEPT_OF: Mapping[type[Model], frozenset[str]] = {
    m.KaderDraftStep: frozenset({"file", "text"}),
    m.KaderAdoption: frozenset({"digest", "steps"}),
    m.KaderOrigin: frozenset({"digest"}),
}
_CODES = {fate.model: (fate.keeps or frozenset()) - {"reference", "record"} for fate in OF_DOSSIER}

ACCOUNTS = frozenset(
    {
        *("by", "recorded_by", "actor", "decided_by", "seconded_by", "queued_by", "taken_by", "requested_by"),
        *("ended_by", "done_by", "owner", "account"),
    }
)
NAMES = frozenset(
    {
        *("name", "names", "organisation_names", "organisation", "given_by", "recipient", "said_by", "whom"),
        *("by_whom", "who", "contact_name", "shown_by", "called", "confirmed_by"),
    }
)
ADDRESSES = frozenset({"email", "contact_email", "to"})
NUMBERS = frozenset({"value", "number", "phone", "contact_phone"})
REFERENCES = frozenset({"reference", "object_reference", "dossier", "record"})
PAGES = frozenset({"url"})
BIRTH = "birth_date"
_DIGEST = 64


def is_kept(model: type[Model], field: Field) -> bool:
    """Whether a text stays as it is: a word of a closed list, or a code."""
    if field.name in _KEPT or field.name in _KEPT_OF.get(model, ()):
        return True
    if field.name in _CODES.get(model, ()):
        return True
    closed = f"{model._meta.label_lower.replace('.', '_')}_{field.name}_word"
    return any(isinstance(one, CheckConstraint) and one.name == closed for one in model._meta.constraints)


def is_file_name(model: type[Model], field: Field) -> bool:
    """Whether a column holds how a file is called."""
    return field.name == "file_name" or (field.name == "name" and _has(model, "media_type"))


def shelved(model: type[Model]) -> str | None:
    """The column that leads to a document on the shelf, where there is one."""
    if not (_has(model, "size") or model is m.ReportFinal):
        return None
    return next((name for name in ("sha256", "digest") if _has(model, name)), None)


def is_mark(field: Field) -> bool:
    """Whether a column holds a digest; one of a name would let somebody guess the name."""
    return field.max_length == _DIGEST


def _has(model: type[Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.concrete_fields)
