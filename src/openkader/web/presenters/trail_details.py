"""What the trail keeps beside that something was done, in the words of the reader.

The trail itself keeps codes, so that it says the same for ever; a code without words is shown as it is.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from openkader.base.text import Text
from openkader.casework.documents import DocumentForm
from openkader.casework.initiatives import STEPS
from openkader.casework.interviews import CONSENTS
from openkader.casework.mission import STATUSES
from openkader.casework.network import CONTRIBUTIONS
from openkader.casework.recommendations import STATUSES as FOLLOWED
from openkader.casework.role_words import LEVELS as CONFIDENTIALITY
from openkader.casework.role_words import ROLES
from openkader.kader import Kader
from openkader.kader.records import LEVELS
from openkader.register.selectors.trail import Event
from openkader.web.marks import MARKS
from openkader.web.presenters.advice import listed
from openkader.web.presenters.advice_words import VERDICTS
from openkader.web.presenters.names import AGREEMENTS, Words, name_of
from openkader.web.presenters.parties import ROLES as PARTY_ROLES
from openkader.web.presenters.protection_words import OUTCOMES
from openkader.web.presenters.received import CHANNELS
from openkader.web.presenters.screening_words import (
    ADDRESSEES,
    CAME_AS,
    CAUSES,
    SOURCE_KINDS,
    SOURCE_QUALITIES,
)
from openkader.web.shell import language

_DIGEST, _SHORT, _FEW = 64, 12, 3
LABELS: Words = {
    "account": pgettext_lazy("trail", "colleague"),
    "added": pgettext_lazy("trail", "new"),
    "advice": pgettext_lazy("trail", "advice"),
    "after": pgettext_lazy("trail", "now"),
    "answer": pgettext_lazy("trail", "answer of the receiver"),
    "assessment": pgettext_lazy("trail", "assessment"),
    "before": pgettext_lazy("trail", "before"),
    "came_as": pgettext_lazy("trail", "came as"),
    "cause": pgettext_lazy("trail", "cause"),
    "changed": pgettext_lazy("trail", "changed"),
    "channel": pgettext_lazy("trail", "came by"),
    "chapter": pgettext_lazy("trail", "chapter"),
    "chosen": pgettext_lazy("trail", "chosen"),
    "code": pgettext_lazy("trail", "reason"),
    "confidential": pgettext_lazy("trail", "confidential cases"),
    "consent": pgettext_lazy("trail", "consent"),
    "departs_from_proposal": pgettext_lazy("trail", "departs from the proposal"),
    "desk": pgettext_lazy("trail", "desk"),
    "digest": pgettext_lazy("trail", "digest"),
    "documents": pgettext_lazy("trail", "documents"),
    "done": pgettext_lazy("trail", "done"),
    "draft": pgettext_lazy("trail", "draft"),
    "due_by": pgettext_lazy("trail", "due by"),
    "due_on": pgettext_lazy("trail", "answer before"),
    "emptied": pgettext_lazy("trail", "rows that stand there without words"),
    "ends_on": pgettext_lazy("trail", "up to and including"),
    "expires_on": pgettext_lazy("trail", "holds until"),
    "facts": pgettext_lazy("trail", "questions"),
    "facts_digest": pgettext_lazy("trail", "digest of the facts"),
    "failure": pgettext_lazy("trail", "reason"),
    "figure": pgettext_lazy("trail", "figure"),
    "figures": pgettext_lazy("trail", "figures"),
    "file": pgettext_lazy("trail", "digest of the file"),
    "fingerprint": pgettext_lazy("trail", "key of the signature"),
    "follow_up": pgettext_lazy("trail", "follow-up"),
    "form": pgettext_lazy("trail", "form"),
    "form_digest": pgettext_lazy("trail", "digest of the form"),
    "gone": pgettext_lazy("trail", "rows that went"),
    "ground": pgettext_lazy("trail", "ground"),
    "grounds": pgettext_lazy("trail", "grounds"),
    "held_on": pgettext_lazy("trail", "held on"),
    "hit": pgettext_lazy("trail", "hit"),
    "hits_gone": pgettext_lazy("trail", "hits that ended"),
    "in_force_on": pgettext_lazy("trail", "in force from"),
    "initiative": pgettext_lazy("trail", "initiative"),
    "kader": pgettext_lazy("trail", "kader"),
    "kader_digest": pgettext_lazy("trail", "digest of the kader"),
    "language": pgettext_lazy("trail", "language"),
    "languages": pgettext_lazy("trail", "languages"),
    "left_out": pgettext_lazy("trail", "left out"),
    "level": pgettext_lazy("trail", "level"),
    "line": pgettext_lazy("trail", "line to take"),
    "list": pgettext_lazy("trail", "destruction list"),
    "lists": pgettext_lazy("trail", "lists"),
    "lost": pgettext_lazy("trail", "could not be opened any more"),
    "made": pgettext_lazy("trail", "made in the case system"),
    "mandatory": pgettext_lazy("trail", "mandatory"),
    "measures": pgettext_lazy("trail", "measures"),
    "messages": pgettext_lazy("trail", "lines to take"),
    "name": pgettext_lazy("trail", "called"),
    "names": pgettext_lazy("trail", "names compared"),
    "number": pgettext_lazy("trail", "number"),
    "organisation": pgettext_lazy("trail", "organisation"),
    "other": pgettext_lazy("trail", "other party"),
    "outcome": pgettext_lazy("trail", "outcome"),
    "part": pgettext_lazy("trail", "part"),
    "parties": pgettext_lazy("trail", "parties"),
    "party": pgettext_lazy("trail", "party"),
    "planned": pgettext_lazy("trail", "planned"),
    "present": pgettext_lazy("trail", "in force now"),
    "purpose": pgettext_lazy("trail", "purpose"),
    "quality": pgettext_lazy("trail", "reliability"),
    "raised": pgettext_lazy("trail", "raised"),
    "reason": pgettext_lazy("trail", "reason"),
    "records": pgettext_lazy("trail", "records"),
    "release": pgettext_lazy("trail", "release"),
    "removed": pgettext_lazy("trail", "no longer there"),
    "result": pgettext_lazy("trail", "digest of the result"),
    "reviewer": pgettext_lazy("trail", "agreed as"),
    "role": pgettext_lazy("trail", "takes part as"),
    "roles": pgettext_lazy("trail", "roles"),
    "row": pgettext_lazy("trail", "row of the spreadsheet"),
    "rows": pgettext_lazy("trail", "participants"),
    "said_on": pgettext_lazy("trail", "said on"),
    "scheme": pgettext_lazy("trail", "sort of number"),
    "scopes": pgettext_lazy("trail", "for"),
    "seconded_by": pgettext_lazy("trail", "second person"),
    "session": pgettext_lazy("trail", "sort of session"),
    "sessions": pgettext_lazy("trail", "browsers"),
    "settled": pgettext_lazy("trail", "certain"),
    "sha256": pgettext_lazy("trail", "digest of the document"),
    "sort": pgettext_lazy("trail", "sort of item"),
    "source": pgettext_lazy("trail", "source"),
    "spreadsheet": pgettext_lazy("trail", "spreadsheet"),
    "stage": pgettext_lazy("trail", "reminder"),
    "starts_on": pgettext_lazy("trail", "first day"),
    "status": pgettext_lazy("trail", "status"),
    "step": pgettext_lazy("trail", "step"),
    "team": pgettext_lazy("trail", "team"),
    "to": pgettext_lazy("trail", "put before"),
    "token": pgettext_lazy("trail", "through the token"),
    "touched": pgettext_lazy("trail", "parties it may touch"),
    "unreadable": pgettext_lazy("trail", "rows not read"),
    "valid_until": pgettext_lazy("trail", "holds until"),
    "verdict": pgettext_lazy("trail", "verdict"),
    "wave": pgettext_lazy("trail", "wave"),
    "what": pgettext_lazy("trail", "what"),
    "why": pgettext_lazy("trail", "reason"),
    "withheld": pgettext_lazy("trail", "withheld"),
    "years": pgettext_lazy("trail", "years"),
}
PAGES_AND_STEPS: Words = {
    "experiences": gettext_lazy("what came of an activity"),
    "dossier": gettext_lazy("the dossier"),
    "archive": gettext_lazy("what goes to the archive"),
    "activity_calendar": gettext_lazy("an activity, for a calendar"),
    "activity_invitations": gettext_lazy("the invitations to an activity"),
    "publication": gettext_lazy("a publication"),
    "document": gettext_lazy("a document"),
    "mails": gettext_lazy("the mail that came in"),
    "mail": gettext_lazy("a mail that came in"),
    "mail_as_it_came": gettext_lazy("a mail as it came"),
    "letter": gettext_lazy("a letter"),
    "activity": gettext_lazy("an activity"),
    "plan_activity": gettext_lazy("the plan of an activity"),
    "measure": gettext_lazy("a measure"),
    "evidence": gettext_lazy("evidence of a measure"),
    "agreement": gettext_lazy("an agreement"),
    "agreement_document": gettext_lazy("the document of an agreement"),
    "participants": gettext_lazy("the parties"),
    "coordination": gettext_lazy("the page of advice"),
    "investment": gettext_lazy("the investment"),
    "companies": gettext_lazy("the page of companies"),
    "report": gettext_lazy("the reports of an activity"),
    "report_paper": gettext_lazy("the reports of an activity"),
    "protection": gettext_lazy("information protection of an activity"),
    "programme": gettext_lazy("the programme of an activity"),
    "programme_slot": gettext_lazy("the programme of an activity"),
    "programme_calendar": gettext_lazy("the programme of an activity"),
    "programme_paper": gettext_lazy("the programme of an activity"),
    "programme_pdf": gettext_lazy("the programme of an activity"),
    "participant": gettext_lazy("the participants of an activity"),
    "participants_preview": gettext_lazy("the participants of an activity"),
    "initiative": gettext_lazy("an initiative"),
    "initiatives": gettext_lazy("the initiatives"),
    "case_initiatives": gettext_lazy("the initiatives of a case"),
    "activity_initiatives": gettext_lazy("the initiatives of an activity"),
    "activity_network": gettext_lazy("what the network contributed to an activity"),
    "activity_briefing": gettext_lazy("the briefing for an activity"),
    "activity_messages": gettext_lazy("the lines to take for an activity"),
    "activity_public": gettext_lazy("what is public of an activity"),
    "agreement_change": gettext_lazy("an agreement"),
    "publication_file": gettext_lazy("a file of a publication"),
    "member": gettext_lazy("a member of the network"),
    "assign": gettext_lazy("who works on a case"),
    "alike": gettext_lazy("the parties with a name like it"),
    "api": gettext_lazy("by a program"),
    "delegation": gettext_lazy("the delegation list"),
    "delegation_preview": gettext_lazy("the delegation list"),
    "hit": gettext_lazy("a hit"),
    "screened_party": gettext_lazy("the screening of a party"),
    "party": gettext_lazy("a party"),
    "year": gettext_lazy("a year at a glance"),
    "year_rows": gettext_lazy("the rows behind a number"),
    "figure": gettext_lazy("the rows behind a number"),
    "frozen_figure": gettext_lazy("the frozen rows"),
    "coverage": gettext_lazy("the coverage of a year"),
    "effects": gettext_lazy("what came of the activities of a year"),
    "public_account": gettext_lazy("the public account of a year"),
    "investments": gettext_lazy("the investments of a year"),
    "claims": gettext_lazy("the claims of an evaluation"),
    "evaluation_file": gettext_lazy("the evaluation as a file"),
    "kader_draft_replay": gettext_lazy("a replay of history"),
    "dialogue": gettext_lazy("the dialogue with a counterpart"),
    "totp_activated": gettext_lazy("code app set up"),
    "totp_deactivated": gettext_lazy("code app taken away"),
    "webauthn_added": gettext_lazy("passkey set up"),
    "webauthn_removed": gettext_lazy("passkey taken away"),
    "recovery_codes_generated": gettext_lazy("recovery codes made"),
    "reset": gettext_lazy("taken away by an administrator"),
}
_PURPOSES: Words = {
    "confirmation": gettext_lazy("confirmation to the requester"),
    "advice": gettext_lazy("question for advice"),
    "measure": gettext_lazy("reminder of a measure"),
    "self-scan": gettext_lazy("self-scan of a company"),
    "recommendation": gettext_lazy("a recommendation that is late"),
    "agreement": gettext_lazy("end of an agreement"),
    "survey": gettext_lazy("survey of a participant"),
    "calendar": gettext_lazy("invitation to an activity"),
}
_STAGES: Words = {
    "ahead": gettext_lazy("ahead of the last day"),
    "late": gettext_lazy("after the last day"),
}
_MEASURES: Words = {code: mark.word for code, mark in MARKS["measure"].items()}
_OUTCOMES: Words = {code: mark.word for code, mark in MARKS["outcome"].items()}
_WORDS: Mapping[str, Words] = {
    "came_as": CAME_AS,
    "cause": CAUSES,
    "channel": CHANNELS,
    "outcome": _OUTCOMES,
    "purpose": _PURPOSES,
    "quality": SOURCE_QUALITIES,
    "role": PARTY_ROLES,
    "source": SOURCE_KINDS,
    "stage": _STAGES,
    "to": ADDRESSEES,
    "verdict": VERDICTS,
    "what": PAGES_AND_STEPS,
    "conflict.ruled outcome": OUTCOMES,
    "measure.closed before": _MEASURES,
    "measure.closed after": _MEASURES,
    "measure.opened before": _MEASURES,
    "measure.opened after": _MEASURES,
    **{
        f"agreement.{deed} {name}": AGREEMENTS
        for deed in ("signed", "renewed", "ended", "corrected")
        for name in ("before", "after")
    },
}
_ROLES = {str(code): text for code, text in ROLES.items()}
_TEXTS: Mapping[str, Mapping[str, Text]] = {
    "status": {str(code): text for code, text in STATUSES.items()},
    "level": LEVELS | {str(code): text for code, text in CONFIDENTIALITY.items()},
    "roles": _ROLES,
    "contribution.noted sort": {str(code): text for code, text in CONTRIBUTIONS.items()},
    "consent": {str(code): text for code, text in CONSENTS.items()},
    "initiative.stepped step": {str(code): text for code, text in STEPS.items()},
    **{
        f"recommendation.followed-up {name}": {str(code): text for code, text in FOLLOWED.items()}
        for name in ("before", "after")
    },
    "account.roles-changed before": _ROLES,
    "account.roles-changed after": _ROLES,
    "account.reopened before": _ROLES,
    "account.reopened after": _ROLES,
}
_PROOFS = frozenset({"digest", "facts_digest", "kader_digest", "file", "fingerprint", "result", "sha256"})
_LISTS = {"desk": "desks", "ground": "grounds"}


def shown_detail(
    event: Event, kader: Kader | None, *, whole: bool = False, only: Collection[str] = LABELS
) -> str:
    """All of it, or only some; on a page a long list and a digest by their beginning."""
    return "; ".join(_told(event, kader, whole=whole, only=only))


def _told(event: Event, kader: Kader | None, *, whole: bool, only: Collection[str]) -> Iterator[str]:
    # What was before comes first, and what only proves something at the end.
    order = sorted(event.detail.items(), key=lambda one: (one[0] != "before", one[0] in _PROOFS))
    for name, value in order:
        if only is not LABELS and name not in only:
            continue
        said = _said(value, lambda code, name=name: _code(event, name, code, kader), whole=whole)  # type: ignore[misc]
        if said:
            yield f"{name_of(LABELS, name)}: {said}"


def _said(value: object, of: Callable[[str], str], *, whole: bool) -> str:
    """A value with each code in it in words; what is empty, nought or false is not told."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {one}" for name, one in value.items())
    if isinstance(value, list):
        told = [said for one in value if (said := _said(one, of, whole=whole))]
        left = 0 if whole else len(told) - _FEW
        some = ", ".join(told[:_FEW] if left > 0 else told)
        return _("%(first)s and %(count)s more") % {"first": some, "count": left} if left > 0 else some
    if isinstance(value, bool):
        return _("yes") if value else ""
    text = of(str(value)) if value else ""
    return text if whole or len(text) != _DIGEST else f"{text[:_SHORT]}…"


def _code(event: Event, name: str, code: str, kader: Kader | None) -> str:
    """A code in words, where anybody gave it some: the house, or the kader."""
    for key in (f"{event.action} {name}", name):
        if key in _WORDS:
            return name_of(_WORDS[key], code) or code
        if key in _TEXTS:
            return _TEXTS[key][code].in_(language()) if code in _TEXTS[key] else code
    if name.endswith("_on"):
        return _day(parse_date(code), code)
    if name == "form" and code in list(DocumentForm):
        return DocumentForm(code).name.lower()
    return _of_kader(kader, name, code) or code


def _day(day: date | None, written: str) -> str:
    return date_format(day, "j F Y") if day else written


def _of_kader(kader: Kader | None, name: str, code: str) -> str | None:
    """The words of the newest kader; a case that an older one weighed may have codes that it no longer knows."""
    if kader is None:
        return None
    if name in _LISTS:
        return listed(kader, _LISTS[name], code)
    fact = kader.facts.get(code if name == "facts" else "initiative" if name == "initiative" else "")
    if fact is None:
        return None
    if name == "facts":
        return fact.label.in_(language())
    option = fact.option(code)
    return option.text.in_(language()) if option else None
