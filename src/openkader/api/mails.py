"""Het postvak: mail that came in, as it waits for a person, who says on the page what becomes of it."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from ninja import Router

from openkader.api.documents import handed_out
from openkader.api.doors import ByToken, Caller, case_reader
from openkader.api.files import given
from openkader.api.mail_shapes import Mail, Mailbijlage, MailInLijst, Mails
from openkader.api.problems import language, said
from openkader.api.shapes import taken
from openkader.api.words import from_house
from openkader.api.work_words import Mailuitkomst
from openkader.base.messages import sentence
from openkader.casework.mail import MailOutcome
from openkader.casework.permissions import Act
from openkader.register.selectors.received import (
    MailPage,
    MailRow,
    mail_as_it_came,
    mail_waiting,
    one_mail,
)

router = Router(tags=["Postvak"])
_READER = ByToken(Act.READ_CASES)
_AS_IT_CAME = "application/octet-stream"
_CONTENT = given("De mail zoals zij kwam", _AS_IT_CAME)


@router.get(
    "",
    response=Mails,
    by_alias=True,
    auth=ByToken(Act.TAKE_IN),
    summary="De mail die wacht",
    url_name="api_mails",
    operation_id="postvakOpvragen",
)
def list_mails(request: HttpRequest) -> Mails:
    """Van de zaken die u mag zien, en wat bij geen zaak hoort. Uit zichzelf komt er niets van een e-mail."""
    who = case_reader(request)
    rows, total = mail_waiting(reader=who.person)
    who.note_readings([row.dossier for row in rows if row.dossier])
    shown = [taken(MailInLijst, _line(row), refusal=_why(row.refusal, {})) for row in rows]
    return Mails.model_validate({"total": total, "rows": shown})


@router.get(
    "/{nummer}",
    response=Mail,
    by_alias=True,
    auth=_READER,
    summary="Een e-mail die binnenkwam",
    url_name="api_mail",
    operation_id="mailOpvragen",
)
def show_mail(request: HttpRequest, nummer: str) -> Mail:
    """Haar woorden, wat er meekwam, en wat iemand ervan maakte."""
    who = case_reader(request)
    found = _read(nummer, who)
    names = (
        "advice",
        "text",
        "is_cut",
        "written_at",
        "size",
        "is_kept",
        "handled_at",
        "handled_by",
        "reason",
    )
    return taken(
        Mail,
        {**_line(found), **{name: getattr(found, name) for name in names}},
        refusal=_why(found.refusal, found.refused_for),
        attachments=[_attachment(one) for one in found.attachments],
        outcome=None if found.outcome is None else from_house(MailOutcome(found.outcome), Mailuitkomst),
    )


@router.get(
    "/{nummer}/inhoud",
    auth=_READER,
    summary="Een e-mail zoals zij kwam",
    url_name="api_mail_content",
    operation_id="mailInhoudOpvragen",
    openapi_extra=_CONTENT,
)
def hand_out(request: HttpRequest, nummer: str) -> HttpResponse:
    """Om te bewaren. Van wat geweigerd of besmet was, is er geen (404)."""
    who = case_reader(request)
    content = mail_as_it_came(nummer, reader=who.person)
    _read(nummer, who)
    return handed_out(f"{nummer}.eml", _AS_IT_CAME, content)


@router.post("/{nummer}", include_in_schema=False, url_name="api_mail")
def refuse(request: HttpRequest, nummer: str) -> HttpResponse:
    """Say that a person says what becomes of a mail, to whoever tries it here."""
    return said(403, "interface.person-reads-mail")


def _read(nummer: str, who: Caller) -> MailPage:
    found = one_mail(nummer, reader=who.person)
    if found.dossier:
        who.note_readings([found.dossier])
    return found


def _line(row: MailRow) -> dict[str, object]:
    names = (
        "reference",
        "address",
        "name",
        "subject",
        "is_automatic",
        "is_expected",
        "received_at",
        "dossier",
    )
    return {**{name: getattr(row, name) for name in names}, "attachment_count": len(row.attachments)}


def _attachment(one: Mapping[str, object]) -> Mailbijlage:
    detail = one["detail"] if isinstance(one["detail"], dict) else {}
    words = {"name": str(one["name"]), **{str(name): str(value) for name, value in detail.items()}}
    why = _why(str(one["code"]) if one["code"] else None, words)
    return taken(Mailbijlage, {}, name=str(one["name"]), size=int(str(one["size"])), refusal=why)


def _why(code: str | None, detail: Mapping[str, str]) -> str | None:
    return sentence(code, detail, language()) if code else None
