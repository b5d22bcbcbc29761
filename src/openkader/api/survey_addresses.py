"""A survey that went to the wrong address goes to a better one."""

from django.http import HttpRequest
from ninja import Router, Status

from openkader.api.doors import ByToken, case_reader
from openkader.api.marks import asked_for, mark_of_shape, require_newest, still_newest
from openkader.api.pace import require_pace
from openkader.api.survey_shapes import GevraagdeVragenlijst, Vragenlijst, Vragenlijstadres
from openkader.api.surveys import addressee, around_of, link_to, mails, shown_survey, survey_told
from openkader.casework.permissions import Act
from openkader.publication.survey_invitations import survey_invitation
from openkader.register import services
from openkader.register.survey_entries import SurveyAddressEntry

router = Router(tags=["Activiteiten"])


@router.post(
    "/{nummer}/vragenlijsten/{vragenlijst}/adressen",
    response={200: Vragenlijst, 201: GevraagdeVragenlijst},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een vragenlijst naar een beter adres sturen",
    url_name="api_survey_addresses",
    operation_id="vragenlijstAdresseren",
    openapi_extra=asked_for("de vragenlijst"),
)
def readdress(
    request: HttpRequest, nummer: str, vragenlijst: str, sent: Vragenlijstadres
) -> Status[Vragenlijst]:
    """Met een nieuwe koppeling; eerdere werken niet meer. Staat zij daar al, dan blijft dat zo (200), zonder mail."""
    who = case_reader(request)
    here = around_of(nummer, who)
    row = here.row(vragenlijst)
    shown = shown_survey(row)
    require_newest(request, mark_of_shape(shown))
    if (shown.recipient, shown.email) == (sent.recipient, sent.email):
        return Status(200, shown)
    require_pace(who)
    invited = survey_invitation(addressee(here, row, sent.email), link_to(request), who.today, mails=mails())
    entry = SurveyAddressEntry(
        survey=row.reference,
        recipient=sent.recipient,
        email=sent.email,
        link=invited.link,
        mail=invited.mail,
    )
    still = still_newest(request, lambda: shown_survey(around_of(nummer, who).row(vragenlijst)))
    services.readdress_survey(entry, by=who.hand, now=who.now, still=still)
    return Status(201, survey_told(around_of(nummer, who), vragenlijst, invited))
