"""De adviezen: what desks were asked about a case and what they answered, asked and answered by programs too."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest
from openkader.api.pace import require_pace
from openkader.api.problems import language
from openkader.api.requests import case_at, note_read
from openkader.api.sent_work import Adviesvraag, NieuwAdvies, NieuweVerklaring, Terugname
from openkader.api.shapes import Shape, Stuk, require_known, taken, text_of
from openkader.api.words import from_house, to_house
from openkader.api.work_shapes import (
    Advies,
    Adviesantwoord,
    Adviesbehoefte,
    Adviezen,
    GevraagdAdvies,
    Verklaring,
)
from openkader.api.work_words import Adviesoordeel, Adviesstand
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.casework.advice import AdviceVerdict
from openkader.casework.investment import StatementSaid
from openkader.casework.permissions import Act
from openkader.kader import Assessor
from openkader.kader.facts import Option
from openkader.publication.invitations import invitation
from openkader.publication.links import Addressee, Invitation
from openkader.register import selectors, services
from openkader.register.advice_entries import AdviceEntry, AdviceRequestEntry
from openkader.register.case_kaders import kader_name
from openkader.register.kaders import assessor_of
from openkader.register.partners import partner_here
from openkader.register.selectors import AdviceRow, CaseRow, Coordination

router = Router(tags=["Verzoeken"])


@dataclass(frozen=True, slots=True)
class Around:
    """A case with what was asked of desks about it, and the kader by which."""

    row: CaseRow
    assessor: Assessor
    found: Coordination

    @property
    def desks(self) -> tuple[Option, ...]:
        """The desks that the kader knows."""
        listing = self.assessor.kader.lists.get("desks")
        return listing.items if listing else ()

    @property
    def names(self) -> frozenset[str]:
        """The numbers of the questions that were put."""
        return frozenset(one.reference for one in self.found.asked)

    def advice(self, reference: str) -> AdviceRow:
        """A question of this case; that of another case is not there."""
        for row in self.found.asked:
            if row.reference == reference:
                return row
        raise NotFound("advice", reference[:80])


@router.get(
    "/{nummer}/adviezen",
    response=Adviezen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De adviezen bij een verzoek",
    url_name="api_advices",
    operation_id="adviezenOpvragen",
)
def list_advice(request: HttpRequest, nummer: str) -> Adviezen:
    """Welk advies het kader vraagt, wat aan loketten gevraagd is, en wat zij antwoordden."""
    who = caller(request)
    require_known(request.GET)
    around = around_of(nummer, who)
    note_read(around.row, who)
    lacking = {need.desk for need in around.found.advised.lacking()}
    needs = [
        taken(Adviesbehoefte, asdict(need), is_lacking=need.desk in lacking)
        for need in around.found.advised.needs
    ]
    desks = [{"code": one.code, "text": text_of(one.text)} for one in around.desks]
    asked = [shown_advice(row) for row in around.found.asked]
    return Adviezen.model_validate({"desks": desks, "needs": needs, "asked": asked})


@router.post(
    "/{nummer}/adviezen",
    response={200: GevraagdAdvies, 201: GevraagdAdvies},
    by_alias=True,
    auth=ByToken(Act.ASK_ADVICE),
    summary="Een loket om advies vragen",
    url_name="api_advices",
    operation_id="adviesVragen",
)
def ask(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: Adviesvraag
) -> Status[GevraagdAdvies]:
    """Legt een vraag voor aan een loket, met de feiten die het kader laat zien.

    Dezelfde vraag, zolang zij openstaat, blijft er een (200).
    """
    who = case_reader(request)
    around = around_of(nummer, who)
    _require_fits(sent, around, who)
    require_pace(who)
    invited = _invited(request, sent, who)
    entry = AdviceRequestEntry(
        request=nummer,
        desk=sent.desk,
        question=sent.question,
        recipient=sent.recipient,
        due_on=sent.due_on,
        email=sent.email,
        language=language(),
        link=invited.link,
        mail=invited.mail,
    )
    reference = services.ask_advice(entry, assessor=around.assessor, by=who.hand, now=who.now)
    is_new = reference not in around.names
    address = reverse("api:api_advice", args=[nummer, reference])
    response["Location"] = request.build_absolute_uri(address)
    plain = dict(shown_advice(around_of(nummer, who).advice(reference)))
    link = {"href": invited.address} if is_new else None
    return Status(201 if is_new else 200, GevraagdAdvies.model_validate({**plain, "link": link}))


@router.get(
    "/{nummer}/adviezen/{advies}",
    response=Advies,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een advies",
    url_name="api_advice",
    operation_id="adviesOpvragen",
)
def show_advice(request: HttpRequest, response: HttpResponse, nummer: str, advies: str) -> Advies:
    """De vraag, wat het loket te zien kreeg, en elk antwoord."""
    who = caller(request)
    require_known(request.GET)
    around = around_of(nummer, who)
    shown = shown_advice(around.advice(advies))
    note_read(around.row, who)
    return marked(response, shown)


@router.post(
    "/{nummer}/adviezen/{advies}/antwoorden",
    response={201: Advies},
    by_alias=True,
    auth=ByToken(Act.GIVE_ADVICE),
    summary="Advies geven",
    url_name="api_advice_answers",
    operation_id="adviesGeven",
    openapi_extra=asked_for("het advies"),
)
def give(
    request: HttpRequest, response: HttpResponse, nummer: str, advies: str, sent: NieuwAdvies
) -> Status[Advies]:
    """Voegt het antwoord van een loket toe.

    Tot en met de dag waarop het er moest zijn, is het te verbeteren met een volgend antwoord.
    """
    who = case_reader(request)
    row = around_of(nummer, who).advice(advies)
    require_newest(request, mark_of_shape(shown_advice(row)))
    entry = AdviceEntry(
        advice=row.reference,
        seen=len(row.answers),
        verdict=to_house(sent.verdict, AdviceVerdict),
        explanation=sent.explanation or "",
        conditions=tuple(sent.conditions),
        given_by=sent.given_by,
        statement=_statement(sent.statement, row),
    )
    services.give_advice(entry, by=who.hand, now=who.now, partner=partner_here())
    address = reverse("api:api_advice", args=[nummer, advies])
    response["Location"] = request.build_absolute_uri(address)
    return Status(201, marked(response, shown_advice(around_of(nummer, who).advice(advies))))


@router.put(
    "/{nummer}/adviezen/{advies}/terugname",
    response=Advies,
    by_alias=True,
    auth=ByToken(Act.ASK_ADVICE),
    summary="Een vraag om advies terugnemen",
    url_name="api_advice_withdrawal",
    operation_id="adviesTerugnemen",
)
def take_back(
    request: HttpRequest, response: HttpResponse, nummer: str, advies: str, sent: Terugname
) -> Advies:
    """Wacht niet langer op het antwoord. Wat al gegeven is, blijft; hetzelfde nog eens verandert niets."""
    who = case_reader(request)
    row = around_of(nummer, who).advice(advies)
    services.withdraw_advice_request(row.reference, sent.reason, by=who.hand, now=who.now)
    return marked(response, shown_advice(around_of(nummer, who).advice(advies)))


def around_of(nummer: str, who: Caller) -> Around:
    """A case, as far as the caller may see it, with what was asked about it."""
    row, found = case_at(nummer, who)
    assessor = assessor_of(kader_name(found, who.today))
    return Around(row, assessor, selectors.coordination_of(nummer, assessor, who.today, reader=who.person))


def _require_fits(sent: Adviesvraag, around: Around, who: Caller) -> None:
    problems = []
    if sent.desk not in {one.code for one in around.desks}:
        problems.append(Problem("interface.unknown-word", "loket"))
    if sent.due_on < who.today:
        problems.append(Problem("advice.due-in-the-past", "uiterlijkOp"))
    if problems:
        raise Invalid(problems)


def _invited(request: HttpRequest, sent: Adviesvraag, who: Caller) -> Invitation:
    """The link by which the desk answers without an account, and the mail that brings it."""
    to = Addressee(email=sent.email, language=language(), due_on=sent.due_on)
    return invitation(
        to,
        lambda token: request.build_absolute_uri(reverse("advice_link", args=[token])),
        who.today,
        mails=bool(settings.OPENKADER_MAIL_FROM),
    )


def _statement(sent: NieuweVerklaring | None, row: AdviceRow) -> StatementSaid | None:
    """What the partner of an investment says beside its advice; of another desk it is not asked."""
    partner = partner_here()
    if partner is None or not partner.judges(row.desk, row.kind):
        if sent is not None:
            raise Invalid([Problem("interface.unknown-name", "verklaring")])
        return None
    if sent is None:
        raise Invalid([Problem("interface.missing", "verklaring")])
    return StatementSaid(
        said_on=sent.said_on,
        grounds=tuple(sent.grounds),
        valid_until=sent.valid_until,
        number=sent.number,
    )


def shown_advice(row: AdviceRow) -> Advies:
    """A question as it is shown, with every answer."""
    answers = [
        taken(
            Adviesantwoord,
            _fields(one, Adviesantwoord),
            verdict=from_house(one.verdict, Adviesoordeel),
            conditions=list(one.conditions),
            documents=[taken(Stuk, asdict(document)) for document in one.documents],
            statement=one.statement and taken(Verklaring, asdict(one.statement)),
        )
        for one in row.answers
    ]
    return taken(
        Advies,
        _fields(row, Advies),
        state=from_house(row.state, Adviesstand),
        reminded_on=list(row.reminded_on),
        answers=answers,
    )


def _fields(row: object, shape: type[Shape]) -> dict[str, object]:
    names: Iterable[str] = shape.model_fields
    return {name: getattr(row, name) for name in names}
