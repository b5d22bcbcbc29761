"""The programme of an activity: its parts, whom one meets, and as which earlier one it begins."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import time

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.bodies import require_empty
from openkader.api.doors import ByToken, Caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest
from openkader.api.mission_shapes import (
    Onderdelen,
    Programmaonderdeel,
    Programmavoorbeeld,
    Programmavoorbeelden,
)
from openkader.api.mission_words import Onderdeelvorm
from openkader.api.missions import mission_at, mission_read, numbered
from openkader.api.pace import require_pace
from openkader.api.sent_mission import NieuwOnderdeel, OnderdeelWijziging, Programmaovername
from openkader.api.shapes import taken, text_of
from openkader.api.words import Deelnemerrol, from_house, to_house
from openkader.base.errors import Invalid, Problem
from openkader.casework.mission import ParticipantRole, SlotDraft
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Setting
from openkader.register import selectors, services
from openkader.register.mission_entries import CopyEntry, SlotEntry
from openkader.register.selectors import Mission, SlotRow

router = Router(tags=["Activiteiten"])


@dataclass(frozen=True, slots=True)
class Planned:
    """A programme that a program reads or works on."""

    who: Caller
    found: Mission

    def at(self, number: int) -> SlotRow:
        """The part of this number that stands in it."""
        return numbered(self.found.slots, number, "slot")

    def keep(self, draft: SlotDraft, row: SlotRow | None = None) -> int:
        """Put a part into it, or another version of one; whom one meets is to be seen, or is named in words."""
        _require_seen(draft.parties, self.who)
        entry = SlotEntry(
            activity=self.found.activity.reference,
            draft=draft,
            number=row.number if row else None,
            seen=row.version if row else 0,
        )
        return services.plan_slot(entry, by=self.who.hand, now=self.who.now)


def programme_of(nummer: str, who: Caller) -> Planned:
    """The programme of an activity that the caller may see."""
    return Planned(who, mission_at(nummer, who))


def programme_read(request: HttpRequest, nummer: str) -> Planned:
    """The programme; the trail knows who read it, where its request is confidential."""
    return Planned(*mission_read(request, nummer))


@router.get(
    "/{nummer}/onderdelen",
    response=Onderdelen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Het programma van een activiteit",
    url_name="api_slots",
    operation_id="onderdelenOpvragen",
)
def list_slots(request: HttpRequest, nummer: str) -> Onderdelen:
    """Wat er op welke dag gebeurt, hoe laat op de klok van de plaats, met wie en voor wie."""
    return _all(programme_read(request, nummer))


@router.post(
    "/{nummer}/onderdelen",
    response={200: Programmaonderdeel, 201: Programmaonderdeel},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een onderdeel in het programma zetten",
    url_name="api_slots",
    operation_id="onderdeelPlannen",
)
def plan(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuwOnderdeel
) -> Status[Programmaonderdeel]:
    """Wat er in alles al zo in staat, komt er geen tweede keer in (200)."""
    who = case_reader(request)
    here = programme_of(nummer, who)
    require_pace(who)
    number = here.keep(_said(sent, SlotDraft(title=sent.title, day=sent.day)))
    address = reverse("api:api_slot", args=[nummer, number])
    response["Location"] = request.build_absolute_uri(address)
    is_known = number in {row.number for row in here.found.slots}
    return Status(200 if is_known else 201, marked(response, _shown(programme_of(nummer, who).at(number))))


@router.get(
    "/{nummer}/onderdelen/{int:onderdeel}",
    response=Programmaonderdeel,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een onderdeel van het programma",
    url_name="api_slot",
    operation_id="onderdeelOpvragen",
)
def show_slot(
    request: HttpRequest, response: HttpResponse, nummer: str, onderdeel: int
) -> Programmaonderdeel:
    """Wat er gebeurt, wanneer, waar, met wie en voor wie."""
    return marked(response, _shown(programme_read(request, nummer).at(onderdeel)))


@router.patch(
    "/{nummer}/onderdelen/{int:onderdeel}",
    response=Programmaonderdeel,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een onderdeel van het programma veranderen",
    url_name="api_slot",
    operation_id="onderdeelWijzigen",
    openapi_extra=asked_for("het onderdeel"),
)
def change(
    request: HttpRequest, response: HttpResponse, nummer: str, onderdeel: int, sent: OnderdeelWijziging
) -> Programmaonderdeel:
    """Eerdere versies blijven bewaard. Wie is uitgenodigd, krijgt bericht zoals na een wijziging op de pagina."""
    here, row = _newest(request, nummer, onderdeel)
    if not sent.model_fields_set:
        raise Invalid([Problem("interface.missing", "")])
    here.keep(_said(sent, row.draft), row)
    return marked(response, _shown(programme_of(nummer, here.who).at(onderdeel)))


@router.delete(
    "/{nummer}/onderdelen/{int:onderdeel}",
    response={204: None},
    auth=ByToken(Act.WORK),
    summary="Een onderdeel uit het programma halen",
    url_name="api_slot",
    operation_id="onderdeelVerwijderen",
    openapi_extra=asked_for("het onderdeel"),
)
def remove(request: HttpRequest, nummer: str, onderdeel: int) -> Status[None]:
    """Een agenda die opnieuw gelezen wordt, laat het als afgezegd zien. Het nummer wordt niet opnieuw gegeven."""
    here, row = _newest(request, nummer, onderdeel)
    require_empty(request)
    services.remove_slot(nummer, onderdeel, row.version, by=here.who.hand, now=here.who.now)
    return Status(204, None)


@router.get(
    "/{nummer}/programmavoorbeelden",
    response=Programmavoorbeelden,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Als welk eerder programma dit kan beginnen",
    url_name="api_programme_templates",
    operation_id="programmavoorbeeldenOpvragen",
)
def list_templates(request: HttpRequest, nummer: str) -> Programmavoorbeelden:
    """Zoals de pagina van een leeg programma ze aanbiedt."""
    here = programme_read(request, nummer)
    rows = selectors.templates_for(here.found.activity, reader=here.who.person)
    shown = [taken(Programmavoorbeeld, asdict(row), title=text_of(row.title)) for row in rows]
    return Programmavoorbeelden.model_validate({"rows": shown})


@router.put(
    "/{nummer}/programmaovername",
    response=Onderdelen,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een eerder programma overnemen",
    url_name="api_programme_copy",
    operation_id="programmaOvernemen",
)
def copy(request: HttpRequest, nummer: str, sent: Programmaovername) -> Onderdelen:
    """Dezelfde onderdelen vanaf een andere eerste dag. Met wie, en wat genoteerd was, gaat niet mee.

    Alleen in een programma waarin niets staat; anders 409, ook wie het nog eens stuurt.
    """
    who = case_reader(request)
    here = programme_of(nummer, who)
    offered = selectors.templates_for(here.found.activity, reader=who.person)
    if sent.template not in {row.reference for row in offered}:
        raise Invalid([Problem("interface.unknown-word", "activiteit")])
    require_pace(who)
    entry = CopyEntry(activity=nummer, template=sent.template, first_day=sent.first_day)
    services.copy_programme(entry, by=who.hand, now=who.now)
    return _all(programme_of(nummer, who))


def _newest(request: HttpRequest, nummer: str, number: int) -> tuple[Planned, SlotRow]:
    """The programme and the part that is to be changed, by who saw the newest version."""
    here = programme_of(nummer, case_reader(request))
    row = here.at(number)
    require_newest(request, mark_of_shape(_shown(row)))
    return here, row


def _require_seen(parties: Iterable[str], who: Caller) -> None:
    known = selectors.party_names(list(parties), reader=who.person)
    wrong = [
        Problem("interface.unknown-word", f"partijen.{place}")
        for place, one in enumerate(parties)
        if one not in known
    ]
    if wrong:
        raise Invalid(wrong)


def _said(sent: NieuwOnderdeel | OnderdeelWijziging, before: SlotDraft) -> SlotDraft:
    """What was sent over what stood there; words that are null are empty in the register."""
    named = {name: getattr(sent, name) for name in sent.model_fields_set}
    for name in {"place", "note"} & named.keys():
        named[name] = named[name] or ""
    for name in {"parties", "counterparts"} & named.keys():
        named[name] = tuple(dict.fromkeys(named[name]))
    if "roles" in named:
        named["roles"] = tuple(dict.fromkeys(to_house(one, ParticipantRole) for one in sent.roles))
    if sent.setting is not None:
        named["setting"] = to_house(sent.setting, Setting)
    return replace(before, **named)


def _all(here: Planned) -> Onderdelen:
    return Onderdelen.model_validate({"rows": [_shown(row) for row in here.found.slots]})


def _shown(row: SlotRow) -> Programmaonderdeel:
    draft = row.draft
    return taken(
        Programmaonderdeel,
        asdict(draft) | {name: getattr(draft, name) or None for name in ("place", "note")},
        number=row.number,
        begins=_hour(draft.begins),
        ends=_hour(draft.ends),
        setting=None if draft.setting is None else from_house(draft.setting, Onderdeelvorm),
        parties=list(draft.parties),
        counterparts=list(draft.counterparts),
        roles=[from_house(role, Deelnemerrol) for role in draft.roles],
        at=row.at,
        by=row.by,
    )


def _hour(at: time | None) -> str | None:
    return None if at is None else f"{at:%H:%M}"
