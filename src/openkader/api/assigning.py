"""De toewijzing and the overdracht: who treats a case here, and who has it after it was referred."""

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest, require_version
from openkader.api.sent_work import Bevestiging, NieuweToewijzing
from openkader.api.shapes import require_known
from openkader.api.work_shapes import Overdracht, Toewijzing, ToewijzingMetKeuzes
from openkader.base.errors import Invalid, NotFound, Problem, Refusal, Refused
from openkader.casework.permissions import Act
from openkader.casework.work_list import Holder
from openkader.register import selectors, services
from openkader.register.entries import AssignmentEntry
from openkader.register.selectors import Assignment
from openkader.register.selectors.advice import Referral, referral_of

router = Router(tags=["Verzoeken"])


@router.get(
    "/{nummer}/toewijzing",
    response=ToewijzingMetKeuzes,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Wie een verzoek behandelt",
    url_name="api_assignment",
    operation_id="toewijzingOpvragen",
)
def show_assignment(request: HttpRequest, response: HttpResponse, nummer: str) -> ToewijzingMetKeuzes:
    """De behandelaar en het team, en aan wie de zaak te geven is."""
    who = caller(request)
    require_known(request.GET)
    return marked(response, _shown(selectors.assignment(nummer, who.person)))


@router.put(
    "/{nummer}/toewijzing",
    response=Toewijzing,
    by_alias=True,
    auth=ByToken(Act.ASSIGN),
    summary="Een verzoek toewijzen",
    url_name="api_assignment",
    operation_id="verzoekToewijzen",
    openapi_extra=asked_for("de toewijzing"),
)
def assign(request: HttpRequest, nummer: str, sent: NieuweToewijzing) -> Toewijzing:
    """Geeft de zaak aan iemand, aan een team, of terug aan niemand. Wat al zo is, blijft zo."""
    who = case_reader(request)
    found = selectors.assignment(nummer, who.person)
    require_version(request)
    to = Holder(assignee=sent.assignee, team=sent.team)
    if to != found.holder:  # who asks again because no answer came finds it done (RFC 9110, 13.1.1)
        require_newest(request, mark_of_shape(_shown(found)))
        _require_there(to, found)
        entry = AssignmentEntry(request=nummer, to=to, seen=found.holder)
        services.assign_request(entry, by=who.hand, now=who.now)
    # Whoever gave it away may see no more of it than this.
    return Toewijzing.model_validate({"assignee": to.assignee, "team": to.team})


@router.get(
    "/{nummer}/overdracht",
    response=Overdracht,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Aan wie een verzoek is doorverwezen",
    url_name="api_hand_over",
    operation_id="overdrachtOpvragen",
)
def show_hand_over(request: HttpRequest, nummer: str) -> Overdracht:
    """Naar wie het laatste besluit doorverwees, en wie daar bevestigde de zaak te hebben."""
    who = caller(request)
    require_known(request.GET)
    found = referral_of(nummer, reader=who.person)
    if found is None:
        raise NotFound("decision", nummer)
    who.note_reading(nummer)
    return _told(found)


@router.put(
    "/{nummer}/overdracht",
    response={200: Overdracht, 201: Overdracht},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een overdracht bevestigen",
    url_name="api_hand_over",
    operation_id="overdrachtBevestigen",
)
def hand_over(request: HttpRequest, nummer: str, sent: Bevestiging) -> Status[Overdracht]:
    """Legt een keer vast wie bij de andere partij bevestigde de zaak te hebben. Wat er al staat, blijft (200)."""
    who = case_reader(request)
    found = _referral(nummer, who)
    if found.confirmed_by == sent.confirmed_by:
        return Status(200, _told(found))
    services.hand_over(found.decision, sent.confirmed_by, by=who.hand, now=who.now)
    return Status(201, _told(_referral(nummer, who)))


def _referral(nummer: str, who: Caller) -> Referral:
    found = referral_of(nummer, reader=who.person)
    if found is None:
        raise Refused(Refusal("decision.not-referred"))
    return found


def _told(found: Referral) -> Overdracht:
    return Overdracht.model_validate(
        {
            "decision": found.decision,
            "to": found.to,
            "confirmed_by": found.confirmed_by,
            "confirmed_on": found.confirmed_on,
        }
    )


def _shown(found: Assignment) -> ToewijzingMetKeuzes:
    return ToewijzingMetKeuzes.model_validate(
        {
            "assignee": found.holder.assignee,
            "team": found.holder.team,
            "colleagues": list(found.colleagues),
            "teams": list(found.teams),
        }
    )


def _require_there(to: Holder, found: Assignment) -> None:
    """Only colleagues and teams that there are; a list of the page offers no others."""
    wrong = []
    if to.assignee is not None and to.assignee not in found.colleagues:
        wrong.append("behandelaar")
    if to.team is not None and to.team not in found.teams:
        wrong.append("team")
    if wrong:
        raise Invalid([Problem("interface.unknown-word", place) for place in wrong])
