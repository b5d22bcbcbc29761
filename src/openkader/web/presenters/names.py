"""Words for codes that belong to the house and to no kader: who answers, what an event was."""

from collections.abc import Mapping

from babel import Locale
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openkader.base.text import capital
from openkader.kader import FactType
from openkader.kader.facts import Fact, Value
from openkader.web.shell import language

Words = Mapping[str, str | Promise]

ANSWERERS: Words = {
    "adviser": _("the adviser for international affairs"),
    "screening": _("the screening of the parties"),
    "national_government": _("central government"),
}
ACTIONS: Words = {
    "year.imported": _("Year file read in"),
    "spreadsheet.imported": _("Register taken over from a spreadsheet"),
    "case.taken-over": _("Taken over from a spreadsheet"),
    "spreadsheet.asked": _("Taking over a spreadsheet asked for"),
    "spreadsheet.failed": _("Spreadsheet could not be taken over"),
    "spreadsheet.undone": _("Taking over a spreadsheet undone"),
    "party.recorded": _("Party recorded"),
    "request.recorded": _("Request recorded"),
    "document.kept": _("Document kept"),
    "request.received": _("Request came in"),
    "mail.queued": _("Mail waits to be sent"),
    "mail.sent": _("Mail sent"),
    "mail.failed": _("Mail could not be sent"),
    "mail.tried-again": _("Mail tried again"),
    "mail.forgotten": _("Mail never sent, and forgotten"),
    "mail.bounced": _("Mail did not arrive"),
    "mail.delayed": _("Mail did not arrive yet"),
    "mail.received": _("Mail came in"),
    "mail.filed": _("Mail kept with its dossier"),
    "mail.set-aside": _("Mail set aside"),
    "mail.cleared": _("Mails that were set aside forgotten"),
    "facts.answered": _("Questions answered"),
    "request.assessed": _("Request assessed"),
    "request.decided": _("Decision taken"),
    "decision.prepared": _("Decision prepared, waits for a second person"),
    "decision.returned": _("Prepared decision sent back"),
    "decision.handed-over": _("Hand-over confirmed"),
    "advice.asked": _("Advice asked"),
    "advice.answered": _("Advice given"),
    "adviser.reminded": _("Desk reminded of advice"),
    "advice.withdrawn": _("Question for advice taken back"),
    "report.saved": _("Text about an activity saved"),
    "report.finished": _("Text about an activity made final"),
    "evaluation.started": _("Evaluation begun"),
    "evaluation.saved": _("Chapter of the evaluation saved"),
    "evaluation.sent-to-review": _("Evaluation sent to review"),
    "evaluation.returned": _("Evaluation returned to its writers"),
    "evaluation.commented": _("Comment on the evaluation"),
    "evaluation.comment-resolved": _("Comment on the evaluation resolved"),
    "evaluation.looked-at": _("Sentence with a changed figure looked at"),
    "evaluation.adopted": _("Evaluation adopted"),
    "evaluation.corrected": _("Erratum added to the evaluation"),
    "evaluation.restated": _("Figure of an adopted evaluation restated"),
    "kader-draft.started": _("Draft of a next version of the kader begun"),
    "kader-draft.saved": _("Draft of the kader saved"),
    "kader-draft.withdrawn": _("Draft of the kader withdrawn"),
    "kader.taken-over": _("Kader of another organisation taken over as a draft"),
    "kader.exported": _("Version of the kader taken along as a file"),
    "kader-words.taken-over": _("Lines to take or lists of another organisation taken over as a draft"),
    "foreign-figures.kept": _("Figures of another organisation kept"),
    "foreign-figures.dropped": _("Figures of another organisation taken away"),
    "exchange.given": _("File made for another organisation"),
    "kader.adopted": _("Version of the kader adopted"),
    "kader-replay.asked": _("Replay of history asked for"),
    "kader-replay.stopped": _("Replay of history stopped"),
    "kader-replay.finished": _("History replayed"),
    "kader-replay.kept": _("Replay of the command line kept"),
    "kader-replay.failed": _("History not replayed: failed"),
    "publication.started": _("Publication begun"),
    "publication.saved": _("Draft of a publication saved"),
    "publication.file-added": _("Document added to a publication"),
    "publication.published": _("Made public"),
    "publication.revoked": _("Publication revoked"),
    "destruction-list.drawn-up": _("Destruction list drawn up"),
    "destruction-list.exempted": _("Item taken off a destruction list"),
    "destruction-list.agreed": _("Destruction list agreed to"),
    "destruction-list.withdrawn": _("Destruction list withdrawn"),
    "destruction-list.asked": _("Carrying out a destruction list left to the worker"),
    "destruction-list.carried-out": _("Destruction list carried out by the worker"),
    "destruction-list.failed": _("Destruction list not carried out wholly"),
    "destruction-list.stopped": _("Carrying out a destruction list stopped"),
    "dossier.destroyed": _("Records of a dossier destroyed"),
    "dossier.archived": _("Dossier made ready for the archive"),
    "names.compared": _("Names compared with lists by a program"),
    "person.disclosed": _("Overview of all about somebody made"),
    "kader-key.made": _("Key to sign frameworks made"),
    "screening.counted": _("Alerts on harmless people counted"),
    "register.copied": _("Copy to test with made"),
    "investment.noted": _("Case at the partner noted"),
    "statement.given": _("Statement on an investment given"),
    "reported-statement.recorded": _("Reported statement recorded"),
    "waiver.proposed": _("Waiver of advice proposed"),
    "waiver.agreed": _("Waiver of advice agreed to"),
    "self-scan.asked": _("Self-scan asked"),
    "self-scan.linked": _("Another link to a self-scan given out"),
    "company.reminded": _("Company reminded of its self-scan"),
    "self-scan.saved": _("Self-scan saved half-way"),
    "self-scan.handed-in": _("Self-scan handed in"),
    "self-scan.taken-back": _("Question for a self-scan taken back"),
    "self-scan.waiver-proposed": _("Waiver of a self-scan proposed"),
    "self-scan.waived": _("Waiver of a self-scan agreed to"),
    "briefing.noted": _("Briefing session noted"),
    "briefing.struck-out": _("Briefing session struck out"),
    "survey.asked": _("Participant asked what came of it"),
    "survey.linked": _("Another link to a survey given out"),
    "survey.reminded": _("Participant reminded of a survey"),
    "survey.readdressed": _("Survey sent to a better address"),
    "survey.taken-back": _("Question to a participant taken back"),
    "survey.answered": _("Survey answered"),
    "decision.reconstructed": _("Decision taken over from a publication"),
    "activity.planned": _("Activity planned"),
    "activity.moved": _("Activity put on other days"),
    "activity.held": _("Activity took place"),
    "activity.cancelled": _("Activity called off"),
    "measures.required": _("Measures set out"),
    "measure.given": _("Measure given to somebody"),
    "measure.opened": _("Measure opened again"),
    "measure.waiver-proposed": _("Waiver of a measure proposed"),
    "measure.reminded": _("Owner reminded of a measure"),
    "measure.closed": _("Measure closed"),
    "evidence.recorded": _("Evidence recorded"),
    "agreement.recorded": _("Agreement recorded"),
    "agreement.signed": _("Agreement signed"),
    "agreement.renewed": _("Agreement renewed"),
    "agreement.ended": _("Agreement ended"),
    "agreement.corrected": _("Agreement corrected"),
    "agreement.given": _("Agreement given to somebody"),
    "agreement.reminded": _("Colleague reminded of an agreement"),
    "activity.recorded": _("Activity recorded"),
    "programme.planned": _("Part of the programme planned"),
    "programme.changed": _("Part of the programme changed"),
    "programme.removed": _("Part of the programme removed"),
    "programme.copied": _("Programme begun as an earlier one"),
    "participant.enrolled": _("Participant put on the list"),
    "participant.changed": _("Participant changed"),
    "participant.removed": _("Participant taken off the list"),
    "participants.enrolled": _("List of participants taken over"),
    "lesson.noted": _("Lesson noted"),
    "protection.kept": _("Steps of information protection kept"),
    "protection.signed-off": _("Information protection signed off"),
    "conflict.noted": _("Conflict with information protection noted"),
    "conflict.ruled": _("Conflict with information protection decided"),
    "message.noted": _("Line to take noted after the talk"),
    "follow-up.promised": _("Follow-up promised"),
    "follow-up.done": _("Follow-up done"),
    "public-item.recorded": _("Public item recorded"),
    "talk.recorded": _("Talk recorded"),
    "member.joined": _("Party taken into the network"),
    "member.described": _("Expertise of a member changed"),
    "member.stopped": _("Member of the network stopped"),
    "member.resumed": _("Member of the network came back"),
    "contact-point.kept": _("Person within the network kept"),
    "contact-point.removed": _("Person within the network taken out"),
    "contribution.noted": _("Contribution of the network noted"),
    "contribution.struck-out": _("Contribution of the network struck out"),
    "contact.struck-out": _("Talk with the network struck out"),
    "initiative.started": _("Initiative begun"),
    "initiative.stepped": _("Step of an initiative noted"),
    "finding.recorded": _("Finding recorded"),
    "recommendation.recorded": _("Recommendation recorded"),
    "interview.noted": _("Interview noted"),
    "quote.noted": _("Quote of an interview noted"),
    "consent.noted": _("Consent for an interview noted"),
    "consent.withdrawn": _("Consent for an interview withdrawn"),
    "context.recorded": _("Figure of others recorded"),
    "context.struck-out": _("Figure of others struck out"),
    "recommendation.addressed": _("Recommendation addressed to somebody"),
    "recommendation.reminded": _("Reminded of a recommendation whose term has passed"),
    "recommendation.followed-up": _("Follow-up of a recommendation noted"),
    "claim.recorded": _("Sentence of the text recorded"),
    "delegation.added": _("Delegation list saved"),
    "screening.requested": _("Screening asked for"),
    "screening.recorded": _("Party screened"),
    "screening.failed": _("Party not screened: failed"),
    "hit.reviewed": _("Hit judged"),
    "hit.escalated": _("Hit put before others"),
    "source.noted": _("Source noted"),
    "request.assigned": _("Case given to somebody"),
    "cases.exported": _("List taken along as a file"),
    "cases.made-up": _("Cases made up to practise with"),
    "view.kept": _("Choice from the work list kept"),
    "view.forgotten": _("Choice from the work list forgotten"),
    "participant.added": _("Party of a request recorded"),
    "party.named": _("Another name of a party recorded"),
    "party.numbered": _("Number of a party recorded"),
    "parties.joined": _("Two parties said to be one"),
    "parties.kept-apart": _("Two parties said to be two"),
    "parties.reopened": _("Judgement on two parties taken back"),
    "list.renewed": _("List renewed"),
    "trail.exported": _("Part of the trail taken along as a file"),
    "dossier.read": _("Confidential case read"),
    "upload.infected": _("Infected file refused"),
    "account.opened": _("Account opened"),
    "token.opened": _("Token for a program opened"),
    "token.withdrawn": _("Token for a program withdrawn"),
    "calendar.opened": _("Address of a calendar opened"),
    "calendar.withdrawn": _("Address of a calendar withdrawn"),
    "calendar.invited": _("Colleague invited to an activity by mail"),
    "calendar.uninvited": _("Colleague not invited to an activity any more"),
    "request.filed": _("Told to the case system"),
    "subscription.opened": _("Subscription of another system opened"),
    "subscription.withdrawn": _("Subscription of another system ended"),
    "subscription.held": _("Receiver of events does not answer"),
    "subscription.tried-again": _("Receivers of events tried again"),
    "account.welcomed": _("First visit through the organisation"),
    "account.password-changed": _("Password changed"),
    "account.invited": _("Invited by mail to choose a password"),
    "account.invitation-taken-up": _("Invitation taken up, and a password chosen"),
    "account.password-leaked": _("Password found to have leaked elsewhere"),
    "account.address-changed": _("Mail address of reminders changed"),
    "account.second-step-changed": _("Second step changed"),
    "account.second-steps-resealed": _("Second steps locked with the new key"),
    "account.sessions-ended": _("Signed out elsewhere"),
    "account.roles-changed": _("Roles changed"),
    "account.closed": _("Account closed"),
    "account.reopened": _("Account opened again"),
    "register.upgraded": _("Register brought up to a release of Open Kader"),
}
TOPIC_PLACES: Words = {
    "annex": _("in the table of activities"),
    "text": _("only in the running text"),
    "record": _("recorded here while the work was done"),
}
SETTINGS: Words = {"formal": _("on the agenda"), "informal": _("beside the agenda")}
EVIDENCE_KINDS: Words = {
    "report": _("Report"),
    "decision": _("Decision document"),
    "publication": _("Publication"),
    "minutes": _("Minutes"),
    "form": _("Completed form"),
    "other": _("Something else"),
}
AGREEMENTS: Words = {
    "intended": pgettext_lazy("agreement", "intended"),
    "signed": pgettext_lazy("agreement", "signed"),
    "renewed": pgettext_lazy("agreement", "renewed"),
    "expired": pgettext_lazy("agreement", "expired"),
    "not_renewed": pgettext_lazy("agreement", "not renewed"),
    "terminated": pgettext_lazy("agreement", "ended earlier"),
    "abandoned": pgettext_lazy("agreement", "given up"),
}
LIST_STATES: Words = {
    "found": _("complete, from the source"),
    "partial": _("partly checked against the source"),
    "not_found": _("not found: this place is empty"),
    "general_knowledge_unverified": _("general knowledge, not checked"),
}
RECORDS: Words = {
    "agreement": _("Agreement"),
    "decision": _("Decision"),
    "talk": _("Talk"),
    "finding": _("Finding"),
    "recommendation": _("Recommendation"),
}


def name_of(words: Words, code: object) -> str | None:
    """The words of a code; a code without words is shown as it is, and none as none."""
    if code is None:
        return None
    return str(words.get(str(code), str(code).replace("_", " ")))


def actor_words(actor: str) -> str:
    """Who did something; a program, which has a colon in its name, is the system for the reader."""
    return _("the system (%(program)s)") % {"program": actor} if ":" in actor else actor


def country_name(code: object) -> str | None:
    """A country as the reader calls it."""
    if code is None:
        return None
    return str(Locale(language()).territories.get(str(code), str(code)))


def answer_words(fact: Fact, value: Value | None) -> str | None:
    """An answer as it is shown; None where there is none, so that it is shown as unknown."""
    if value is None:
        return None
    if fact.type is FactType.COUNTRY:
        return country_name(value)
    if isinstance(value, bool) and (statement := fact.yes if value else fact.no):
        return capital(statement.in_(language()))
    return capital(fact.say(value, language()))
