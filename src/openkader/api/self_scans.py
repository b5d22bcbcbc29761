"""De zelfscans: how far each company of an activity is, what it answered, and a scan that a program asks for.

To let a company come along without one is a judgement of two persons, on the page.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.bodies import require_empty
from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.mission_words import Zelfscanantwoord, Zelfscanstand, Zelfscanstap
from openkader.api.pace import require_pace
from openkader.api.problems import language
from openkader.api.scan_shapes import (
    Bedrijf,
    Bedrijven,
    Dekking,
    GevraagdeZelfscan,
    NieuweZelfscan,
    Scanontheffing,
    Voorlichting,
    Zelfscan,
    ZelfscanMetAntwoorden,
    Zelfscanterugname,
)
from openkader.api.shapes import require_known, taken, text_of
from openkader.api.words import from_house
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.base.messages import sentence
from openkader.casework.permissions import Act
from openkader.casework.self_scan import Coverage, Reply, ScanForm, ScanStep
from openkader.publication.links import Invitation
from openkader.publication.scan_invitations import ScanAddressee, scan_invitation, scan_reminder
from openkader.register import selectors, services
from openkader.register.scan_forms import scan_form
from openkader.register.selectors import Companies, CompanyRow, ScanRow, SessionRow
from openkader.register.selectors.companies import MemberRow
from openkader.register.self_scan_entries import SelfScanEntry

router = Router(tags=["Activiteiten"])


@dataclass(frozen=True, slots=True)
class Asked:
    """The companies of an activity as they are found, and who asks."""

    who: Caller
    form: ScanForm
    found: Companies

    def of(self, scan: str) -> tuple[CompanyRow, ScanRow]:
        """The company with the scan of this number."""
        for one in self.found.companies:
            if one.scan is not None and one.scan.reference == scan:
                return one, one.scan
        raise NotFound("self_scan", scan[:80])

    def own(self, scan: str) -> ScanRow:
        """The scan of this number, when it was asked for this activity."""
        row = self.of(scan)[1]
        if not row.is_own:
            raise NotFound("self_scan", scan[:80])
        return row

    def addressee(self, to: ScanRow | NieuweZelfscan) -> ScanAddressee:
        """To whom an invitation or a reminder goes."""
        return ScanAddressee(
            activity=self.found.title, email=to.email, language=to.language, due_on=to.due_on
        )


def asked_at(nummer: str, who: Caller) -> Asked:
    """The companies of an activity that the caller may see; refused where the organisation has no self-scan."""
    form = scan_form()
    return Asked(who, form, selectors.companies_page(nummer, form, who.today, reader=who.person))


@router.get(
    "/{nummer}/bedrijven",
    response=Bedrijven,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De bedrijven van een activiteit en hun zelfscans",
    url_name="api_companies",
    operation_id="bedrijvenOpvragen",
)
def list_companies(request: HttpRequest, nummer: str) -> Bedrijven:
    """Wie de zelfscan deed, wie zonder mee mag, wie voorgelicht is, en wat nog in de weg staat."""
    return _all(asked_read(request, nummer))


@router.get(
    "/{nummer}/zelfscans/{zelfscan}",
    response=ZelfscanMetAntwoorden,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een zelfscan",
    url_name="api_self_scan",
    operation_id="zelfscanOpvragen",
)
def show_scan(request: HttpRequest, nummer: str, zelfscan: str) -> ZelfscanMetAntwoorden:
    """Hoe ver hij is, en wat het bedrijf antwoordde. De koppeling waarmee het invult, is niet te lezen."""
    company, row = asked_read(request, nummer).of(zelfscan)
    steps = [_step(row, step) for step in row.form.steps] if row.counts else []
    return ZelfscanMetAntwoorden.model_validate(
        {**_fields(row), "party": company.party, "name": text_of(company.name), "steps": steps}
    )


@router.post(
    "/{nummer}/zelfscans",
    response={200: GevraagdeZelfscan, 201: GevraagdeZelfscan},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een bedrijf om een zelfscan vragen",
    url_name="api_self_scans",
    operation_id="zelfscanVragen",
)
def ask(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweZelfscan
) -> Status[GevraagdeZelfscan]:
    """Dezelfde vraag, zolang zij openstaat, blijft er een (200); er gaat geen tweede mail, de koppeling is nieuw."""
    who = case_reader(request)
    here = asked_at(nummer, who)
    if sent.party not in {one.party for one in here.found.companies}:
        raise Invalid([Problem("interface.unknown-word", "partij")])
    require_pace(who)
    invited = _invited(request, here, here.addressee(sent), scan_invitation)
    entry = SelfScanEntry(
        activity=nummer,
        party=sent.party,
        recipient=sent.recipient,
        due_on=sent.due_on,
        language=sent.language,
        email=sent.email,
        link=invited.link,
        mail=invited.mail,
    )
    reference = services.ask_self_scan(entry, form=here.form, by=who.hand, now=who.now)
    response["Location"] = request.build_absolute_uri(reverse("api:api_self_scan", args=[nummer, reference]))
    known = {one.scan.reference for one in here.found.companies if one.scan is not None}
    return Status(200 if reference in known else 201, _told(asked_at(nummer, who), reference, invited))


@router.post(
    "/{nummer}/zelfscans/{zelfscan}/herinneringen",
    response={201: GevraagdeZelfscan},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een bedrijf aan zijn zelfscan herinneren",
    url_name="api_self_scan_reminders",
    operation_id="zelfscanHerinneren",
)
def remind(request: HttpRequest, nummer: str, zelfscan: str) -> Status[GevraagdeZelfscan]:
    """Met een nieuwe koppeling. Een bedrijf hoort ten hoogste een keer per week van ons (409)."""
    who = case_reader(request)
    require_empty(request)
    here = asked_at(nummer, who)
    row = here.own(zelfscan)
    require_pace(who)
    sent = _invited(request, here, here.addressee(row), scan_reminder)
    services.remind_company(row.reference, by=who.hand, now=who.now, link=sent.link, mail=sent.mail)
    return Status(201, _told(asked_at(nummer, who), zelfscan, sent))


@router.put(
    "/{nummer}/zelfscans/{zelfscan}/terugname",
    response={204: None},
    auth=ByToken(Act.WORK),
    summary="Een zelfscan niet meer vragen",
    url_name="api_self_scan_withdrawal",
    operation_id="zelfscanTerugnemen",
)
def take_back(request: HttpRequest, nummer: str, zelfscan: str, sent: Zelfscanterugname) -> Status[None]:
    """De koppelingen werken niet meer. Wat ingeleverd is, blijft. Daarna staat de vraag er niet meer (404)."""
    who = case_reader(request)
    row = asked_at(nummer, who).own(zelfscan)
    services.take_back_self_scan(row.reference, sent.reason, by=who.hand, now=who.now)
    return Status(204, None)


def asked_read(request: HttpRequest, nummer: str) -> Asked:
    """The companies; the trail knows who read of them, where the request is confidential."""
    who = caller(request)
    require_known(request.GET)
    here = asked_at(nummer, who)
    who.note_reading(here.found.dossier, here.found.level)
    return here


def _invited(
    request: HttpRequest, here: Asked, to: ScanAddressee, wording: Callable[..., Invitation]
) -> Invitation:
    """A new link by which the company answers without an account, and the mail that brings it."""
    return wording(
        to,
        lambda token: request.build_absolute_uri(reverse("self_scan", args=[token])),
        here.who.today,
        mails=bool(settings.OPENKADER_MAIL_FROM),
    )


def _told(here: Asked, scan: str, sent: Invitation) -> GevraagdeZelfscan:
    plain = _fields(here.own(scan))
    return GevraagdeZelfscan.model_validate({**plain, "link": {"href": sent.address}})


def _fields(row: ScanRow) -> dict[str, object]:
    plain = {name: getattr(row, name) for name in Zelfscan.model_fields}
    return plain | {"state": from_house(row.state, Zelfscanstand), "given_by": row.given_by or None}


def _step(row: ScanRow, step: ScanStep) -> dict[str, object]:
    counts = row.counts.get(str(step.step), {})
    answers = [
        {
            "question": text_of(one.text),
            "reply": from_house(given.reply, Zelfscanantwoord),
            "reason": given.reason or None,
        }
        for one in step.questions
        if (given := row.said.get(one.id)) is not None and given.reply is not None
    ]
    return {
        "step": from_house(step.step, Zelfscanstap),
        "title": text_of(step.title),
        "counts": {from_house(one, Zelfscanantwoord): counts.get(str(one), 0) for one in Reply},
        "answers": answers,
    }


def _all(here: Asked) -> Bedrijven:
    found = here.found
    return Bedrijven.model_validate(
        {
            "day": found.day,
            "is_needed": found.is_needed,
            "reasons": [
                {"code": one.code, "detail": sentence(one.code, one.detail, language())}
                for one in found.reasons
            ],
            "scanned": _share(found.scanned),
            "briefed": _share(found.briefed),
            "briefed_by": {kind: _share(one) for kind, one in found.briefed_by.items()},
            "companies": [_company(one) for one in found.companies],
            "members": [_member(one) for one in found.members],
            "waivers": [taken(Scanontheffing, asdict(one)) for one in found.waivers],
            "sessions": [shown_session(one, found) for one in found.sessions],
        }
    )


def _share(found: Coverage) -> Dekking:
    return Dekking.model_validate({name: getattr(found, name) for name in Dekking.model_fields})


def _company(one: CompanyRow) -> Bedrijf:
    plain = {name: getattr(one, name) for name in ("party", "number", "is_certain", "is_let_off")}
    scan = None if one.scan is None else Zelfscan.model_validate(_fields(one.scan))
    return Bedrijf.model_validate({**plain, "name": text_of(one.name), "scan": scan})


def _member(row: MemberRow) -> dict[str, object]:
    return {
        "key": row.key,
        "name": text_of(row.name),
        "organisation": row.organisation or None,
        "number": row.number,
    }


def shown_session(one: SessionRow, found: Companies) -> Voorlichting:
    """A session as it is shown, with each that takes part."""
    present = [{**_member(row), "number": one.present.get(row.key)} for row in found.members]
    return taken(Voorlichting, asdict(one), subject=one.subject or None, present=present)
