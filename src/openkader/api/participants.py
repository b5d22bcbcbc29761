"""The list of participants of an activity: who is on it, and whom a program puts on it, changes or takes off."""

from dataclasses import asdict, dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.act_shapes import Deelnemer, Deelnemers
from openkader.api.bodies import require_empty
from openkader.api.doors import ByToken, Caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest
from openkader.api.missions import mission_at, mission_read, numbered
from openkader.api.pace import require_pace
from openkader.api.sent_acts import DeelnemerWijziging, NieuweDeelnemer
from openkader.api.shapes import taken
from openkader.api.words import Deelnemerrol, Deelnemerstatus, from_house, to_house
from openkader.base.errors import Invalid, Problem
from openkader.casework.mission import ParticipantDraft, ParticipantRole, ParticipantStatus
from openkader.casework.permissions import Act
from openkader.register import services
from openkader.register.case_kaders import kader_of_mission
from openkader.register.kaders import codes
from openkader.register.mission_entries import ParticipantEntry, Reasons
from openkader.register.selectors import Mission, ParticipantRow

router = Router(tags=["Activiteiten"])
REASONS = "dropout_reasons"


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of participants that a program works on."""

    who: Caller
    found: Mission

    def at(self, number: int) -> ParticipantRow:
        """Who has this number on it."""
        return numbered(self.found.participants, number, "participant")

    def keep(self, draft: ParticipantDraft, row: ParticipantRow | None = None) -> int:
        """Put somebody on it, or another version of them; a party is one of the activity, or was named there before."""
        if draft.party not in {None, *self.found.offered, row.draft.party if row else None}:
            raise Invalid([Problem("interface.unknown-word", "partij")])
        kader = kader_of_mission(self.found.activity)
        reasons = Reasons(codes=codes(kader, REASONS) if kader else ())
        entry = ParticipantEntry(
            activity=self.found.activity.reference,
            draft=draft,
            number=row.number if row else None,
            seen=row.version if row else 0,
        )
        return services.enrol_participant(entry, reasons, by=self.who.hand, now=self.who.now)


def listed(nummer: str, who: Caller) -> Listed:
    """The list of an activity that the caller may see."""
    return Listed(who, mission_at(nummer, who))


@router.get(
    "/{nummer}/deelnemers",
    response=Deelnemers,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De deelnemerslijst van een activiteit",
    url_name="api_participants",
    operation_id="deelnemersOpvragen",
)
def list_participants(request: HttpRequest, nummer: str) -> Deelnemers:
    """Wie meegaat of meeging, en wie afviel."""
    rows = _read(request, nummer).found.participants
    return Deelnemers.model_validate({"rows": [_shown(row) for row in rows]})


@router.post(
    "/{nummer}/deelnemers",
    response={200: Deelnemer, 201: Deelnemer},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Iemand op de deelnemerslijst zetten",
    url_name="api_participants",
    operation_id="deelnemerToevoegen",
)
def enrol(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweDeelnemer
) -> Status[Deelnemer]:
    """Wie er al op staat (naam, organisatie en e-mailadres), komt er geen tweede keer op (200)."""
    who = case_reader(request)
    here = listed(nummer, who)
    require_pace(who)
    number = here.keep(_said(sent, ParticipantDraft(name=sent.name)))
    address = reverse("api:api_participant", args=[nummer, number])
    response["Location"] = request.build_absolute_uri(address)
    is_known = number in {row.number for row in here.found.participants}
    return Status(200 if is_known else 201, marked(response, _shown(listed(nummer, who).at(number))))


@router.get(
    "/{nummer}/deelnemers/{deelnemer}",
    response=Deelnemer,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een deelnemer",
    url_name="api_participant",
    operation_id="deelnemerOpvragen",
)
def show_participant(request: HttpRequest, response: HttpResponse, nummer: str, deelnemer: int) -> Deelnemer:
    """Wie het is, namens wie, en of zij of hij meegaat."""
    return marked(response, _shown(_read(request, nummer).at(deelnemer)))


@router.patch(
    "/{nummer}/deelnemers/{deelnemer}",
    response=Deelnemer,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een deelnemer veranderen",
    url_name="api_participant",
    operation_id="deelnemerWijzigen",
    openapi_extra=asked_for("de deelnemer"),
)
def change_participant(
    request: HttpRequest, response: HttpResponse, nummer: str, deelnemer: int, sent: DeelnemerWijziging
) -> Deelnemer:
    """Wie afvalt, blijft op de lijst, met de reden. Eerdere versies blijven bewaard."""
    here, row = _newest(request, nummer, deelnemer)
    if not sent.model_fields_set:
        raise Invalid([Problem("interface.missing", "")])
    here.keep(_said(sent, row.draft), row)
    return marked(response, _shown(listed(nummer, here.who).at(deelnemer)))


@router.delete(
    "/{nummer}/deelnemers/{deelnemer}",
    response={204: None},
    auth=ByToken(Act.WORK),
    summary="Iemand van de deelnemerslijst halen",
    url_name="api_participant",
    operation_id="deelnemerVerwijderen",
    openapi_extra=asked_for("de deelnemer"),
)
def remove_participant(request: HttpRequest, nummer: str, deelnemer: int) -> Status[None]:
    """Alleen van wie er bij vergissing op kwam; wie afviel, blijft staan met de reden."""
    here, row = _newest(request, nummer, deelnemer)
    require_empty(request)
    services.remove_participant(nummer, deelnemer, row.version, by=here.who.hand, now=here.who.now)
    return Status(204, None)


def _newest(request: HttpRequest, nummer: str, number: int) -> tuple[Listed, ParticipantRow]:
    """The list and the participant that is to be changed, by who saw the newest version."""
    who = case_reader(request)
    here = listed(nummer, who)
    row = here.at(number)
    require_newest(request, mark_of_shape(_shown(row)))
    return here, row


def _read(request: HttpRequest, nummer: str) -> Listed:
    """The list; the trail knows who read it, where its request is confidential."""
    return Listed(*mission_read(request, nummer))


def _said(sent: NieuweDeelnemer | DeelnemerWijziging, before: ParticipantDraft) -> ParticipantDraft:
    """What was sent over what stood there; words that are null are empty in the register."""
    named = {name: getattr(sent, name) for name in sent.model_fields_set}
    for name in {"function", "email", "organisation", "note"} & named.keys():
        named[name] = named[name] or ""
    if "name" in named:
        named["name"] = " ".join(sent.name.split())
    if sent.role is not None:
        named["role"] = to_house(sent.role, ParticipantRole)
    if "status" in named:
        named["status"] = to_house(sent.status, ParticipantStatus)
    return replace(before, **named)


def _shown(row: ParticipantRow) -> Deelnemer:
    draft = row.draft
    words = {name: getattr(draft, name) or None for name in ("function", "email", "organisation", "note")}
    return taken(
        Deelnemer,
        asdict(draft) | words,
        number=row.number,
        role=None if draft.role is None else from_house(draft.role, Deelnemerrol),
        status=from_house(draft.status, Deelnemerstatus),
        at=row.at,
        by=row.by,
    )
