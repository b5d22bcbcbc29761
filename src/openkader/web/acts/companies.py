"""What is done on the page of the companies of an activity: ask, remind, take back, let off, note a session.

An act has the task that it is of, the form that it takes, and what it does: that gives the sentence said after it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.text import Text
from openkader.casework.measures import may_close_with
from openkader.casework.permissions import Act
from openkader.casework.self_scan import ScanForm, ScanState
from openkader.casework.vocabulary import EvidenceKind
from openkader.publication.scan_invitations import (
    ScanAddressee,
    scan_invitation,
    scan_reminder,
)
from openkader.register import selectors, services
from openkader.register.entries import EvidenceEntry
from openkader.register.self_scan_entries import BriefingEntry, ScanWaiverEntry, SelfScanEntry
from openkader.web.acts.deeds import Deeds, Place, Said, by_words, plain
from openkader.web.acts.proving import close_with, evidence_of
from openkader.web.forms.advice import NoForm, ReasonForm
from openkader.web.forms.companies import ScanAskForm, ScanWaiverForm, SessionForm
from openkader.web.links import told_link
from openkader.web.shell import language


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyPage(Place):
    """The companies of an activity as they are found, and who stands before them."""

    found: selectors.Companies
    scan: ScanForm

    def address(self, token: str) -> str:
        """Where a link leads."""
        return self.request.build_absolute_uri(reverse("self_scan", args=[token]))

    def companies(self) -> list[tuple[str, str]]:
        """Those that can be asked or let off: each that is registered as a party."""
        return [(one.party, one.name.in_(language())) for one in self.found.companies if one.party]

    def kinds(self) -> list[tuple[str, str]]:
        """By whom a session may be given."""
        return [(one.id, one.text.in_(language())) for one in self.scan.sessions]

    def named(self, key: str, known: set[str], kind: str) -> str:
        """The record of this activity that the form names; that of another there is not."""
        named = self.request.POST.get(key, "")
        if named not in known:
            raise NotFound(kind, named[:80])
        return named


def _ask(page: CompanyPage, said: Said) -> str:
    due_on, email = said["due_on"], str(said["email"]) or None
    to = ScanAddressee(
        activity=page.found.title,
        email=email,
        language=str(said["language"]),
        due_on=due_on,
    )
    sent = scan_invitation(to, page.address, page.today, mails=bool(settings.OPENKADER_MAIL_FROM))
    entry = SelfScanEntry(
        activity=page.found.activity,
        party=str(said["party"]),
        recipient=str(said["recipient"]),
        due_on=to.due_on,
        language=to.language,
        email=email,
        link=sent.link,
        mail=sent.mail,
    )
    services.ask_self_scan(entry, form=page.scan, by=page.by, now=page.now)
    return told_link(sent)


def _scan(page: CompanyPage) -> selectors.ScanRow:
    """The scan that the form names, when it was asked for this activity."""
    rows = [one.scan for one in page.found.companies if one.scan and one.scan.is_own]
    named = page.named("scan", {one.reference for one in rows}, "self_scan")
    return next(one for one in rows if one.reference == named)


def _remind(page: CompanyPage, _said: Said) -> str:
    row = _scan(page)
    to = ScanAddressee(activity=page.found.title, email=row.email, language=row.language, due_on=row.due_on)
    sent = scan_reminder(to, page.address, page.today, mails=bool(settings.OPENKADER_MAIL_FROM))
    services.remind_company(row.reference, by=page.by, now=page.now, link=sent.link, mail=sent.mail)
    return told_link(sent)


def _take_back(page: CompanyPage, said: Said) -> str:
    services.take_back_self_scan(_scan(page).reference, str(said["reason"]), by=page.by, now=page.now)
    return _("The question is taken back. Its links no longer work.")


def _waive(page: CompanyPage, said: Said) -> str:
    entry = ScanWaiverEntry(
        activity=page.found.activity,
        party=str(said["party"]),
        reason=str(said["reason"]),
        expires_on=said["expires_on"],
    )
    services.waive_self_scan(entry, by=page.by, now=page.now)
    return _("The waiver is proposed. It holds once a second person agreed.")


def _agree(page: CompanyPage, _said: Said) -> str:
    known = {one.reference for one in page.found.waivers}
    services.agree_to_scan_waiver(page.named("waiver", known, "scan_waiver"), by=page.by, now=page.now)
    return _("You agreed to the waiver.")


def _note(page: CompanyPage, said: Said) -> str:
    entry = BriefingEntry(
        activity=page.found.activity,
        kind=str(said["kind"]),
        held_on=said["held_on"],
        by_whom=str(said["by_whom"]),
        subject=str(said["subject"]),
        present=said["present"],
    )
    services.note_briefing(entry, form=page.scan, by=page.by, now=page.now)
    return _("The session is noted.")


def _strike_out(page: CompanyPage, said: Said) -> str:
    named = page.named("session", {one.reference for one in page.found.sessions}, "briefing")
    services.strike_out_briefing(named, str(said["reason"]), by=page.by, now=page.now)
    return _("The session is struck out. It no longer counts.")


def _ask_form(page: CompanyPage) -> forms.Form:
    return ScanAskForm(page.companies(), page.request.POST, auto_id="ask_%s")


def _waiver_form(page: CompanyPage) -> forms.Form:
    return ScanWaiverForm(page.companies(), page.request.POST, auto_id="waive_%s")


def _session_form(page: CompanyPage) -> forms.Form:
    form = SessionForm(page.kinds(), page.found.members, page.request.POST, auto_id="session_%s")
    if form.is_valid():
        form.cleaned_data["present"] = form.present()
    return form


def why_not_proved(page: CompanyPage, code: str | None) -> Refusal | None:
    """Why a measure cannot be closed with what stands here."""
    measure = page.found.measures.get(code or "")
    refusal = may_close_with(measure.status if measure else None)
    if refusal is not None or code != page.scan.measure:
        return refusal
    return next(iter(page.found.reasons), None if page.found.companies else Refusal("self-scan.no-company"))


def _prove_scans(page: CompanyPage, _said: Said) -> str:
    """Each scan that counts, and each waiver that holds, is evidence; then the measure is done."""
    found: list[EvidenceEntry] = []
    for one in page.found.companies:
        name = one.name.in_(language())
        if one.scan and one.scan.state is ScanState.VALID:
            title = Text(nl=f"Zelfscan: {name}", en=f"Self-scan: {name}")
            found.append(evidence_of(EvidenceKind.FORM, title, one.scan.reference))
    for waiver in page.found.waivers:
        if waiver.agreed_by and waiver.expires_on >= page.found.day:
            title = Text(nl=f"Ontheffing: {waiver.company}", en=f"Waiver: {waiver.company}")
            found.append(evidence_of(EvidenceKind.DECISION, title, waiver.reference))
    return _prove(page, page.scan.measure, found)


def _prove_session(page: CompanyPage, _said: Said) -> str:
    """A session that was held is evidence of its measure, and that is done."""
    known = {one.reference: one for one in page.found.sessions if one.struck_out is None}
    session = known[page.named("session", set(known), "briefing")]
    kind = page.scan.session(session.kind)
    title = Text(
        nl=f"Voorlichting door {session.by_whom}, {session.held_on.isoformat()}",
        en=f"Session by {session.by_whom}, {session.held_on.isoformat()}",
    )
    entry = evidence_of(EvidenceKind.MINUTES, title, session.reference)
    return _prove(page, kind.measure if kind else None, [entry])


def _prove(page: CompanyPage, code: str | None, evidence: Iterable[EvidenceEntry]) -> str:
    refusal = why_not_proved(page, code)
    if refusal is not None:
        raise Refused(refusal)
    return close_with(page.found.measures[code or ""].reference, evidence, page)


ACTS: Deeds[CompanyPage] = {
    "ask": (Act.WORK, _ask_form, by_words(_ask)),
    "remind": (Act.WORK, plain(NoForm), by_words(_remind)),
    "take_back": (Act.WORK, plain(ReasonForm), by_words(_take_back)),
    "waive": (Act.WORK, _waiver_form, by_words(_waive)),
    "agree_waiver": (Act.WAIVE_SCAN, plain(NoForm), by_words(_agree)),
    "session": (Act.WORK, _session_form, by_words(_note)),
    "strike_out": (Act.WORK, plain(ReasonForm), by_words(_strike_out)),
    "prove_scans": (Act.WORK, plain(NoForm), by_words(_prove_scans)),
    "prove_session": (Act.WORK, plain(NoForm), by_words(_prove_session)),
}
