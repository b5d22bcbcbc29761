"""A program notes what was done with the network, as the pages do: who joined, talks, contributions, who stopped."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Status

from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest
from openkader.api.network import (
    member_at,
    router,
    shown_contact,
    shown_contribution,
    shown_member,
)
from openkader.api.outreach_shapes import Bijdrage, Lid, Netwerkgesprek
from openkader.api.outreach_words import Bijdragesoort
from openkader.api.pace import require_pace
from openkader.api.sent_agreements import Moment
from openkader.api.sent_outreach import (
    Doorhaling,
    Lidmaatschap,
    LidWijziging,
    NieuweBijdrage,
    NieuwGesprek,
    NieuwLid,
)
from openkader.api.shapes import require_known
from openkader.api.words import to_house
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.base.text import Text
from openkader.casework.network import ContactDraft, ContributionDraft, ContributionKind, Manner, MemberState
from openkader.casework.period import Period
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.case_kaders import kader_here
from openkader.register.network import words_of
from openkader.register.network_entries import ContactEntry, ContributionEntry, MemberEntry, ProfileEntry
from openkader.register.selectors import ContactRow, ContributionRow, MemberFile

__all__ = ["router"]


@router.post(
    "",
    response={201: Lid},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een partij in het netwerk opnemen",
    url_name="api_members",
    operation_id="lidOpnemen",
)
def join(request: HttpRequest, response: HttpResponse, sent: NieuwLid) -> Status[Lid]:
    """Een partij is er een keer in (409). Onder welk nummer, zegt de lijst met `relatie`."""
    who = case_reader(request)
    _require_party(sent.party, who)
    require_pace(who)
    entry = MemberEntry(
        party=sent.party,
        why=Text(nl=sent.why, en=sent.why),
        since=_when(sent.since),
        expertise=tuple(sent.expertise),
        countries=tuple(sent.countries),
    )
    words = words_of(kader_here(who.today))
    reference = services.join_network(entry, words=words, by=who.hand, now=who.now)
    response["Location"] = request.build_absolute_uri(reverse("api:api_member", args=[reference]))
    return Status(201, marked(response, shown_member(member_at(reference, who))))


@router.patch(
    "/{nummer}",
    response=Lid,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Zeggen wat een lid weet",
    url_name="api_member",
    operation_id="lidWijzigen",
    openapi_extra=asked_for("het lid"),
)
def describe(request: HttpRequest, response: HttpResponse, nummer: str, sent: LidWijziging) -> Lid:
    """Wat het weet en welke landen het kent; eerdere versies blijven bewaard."""
    who = case_reader(request)
    found = member_at(nummer, who)
    require_newest(request, mark_of_shape(shown_member(found)))
    named = sent.model_fields_set
    entry = ProfileEntry(
        member=found.row.reference,
        expertise=tuple(sent.expertise) if "expertise" in named else found.row.expertise,
        countries=tuple(sent.countries) if "countries" in named else found.row.countries,
        seen=found.row.version,
    )
    words = words_of(kader_here(who.today))
    services.describe_member(entry, words=words, by=who.hand, now=who.now)
    return marked(response, shown_member(member_at(nummer, who)))


@router.put(
    "/{nummer}/lidmaatschap",
    response=Lid,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Zeggen dat een lid stopt of terugkomt",
    url_name="api_membership",
    operation_id="lidmaatschapWijzigen",
)
def stop_or_resume(request: HttpRequest, response: HttpResponse, nummer: str, sent: Lidmaatschap) -> Lid:
    """Wat genoteerd is, blijft. Is het al zo, dan blijft het zo."""
    who = case_reader(request)
    found = member_at(nummer, who)
    if sent.is_active is (found.row.state is MemberState.STOPPED):
        change = services.resume_member if sent.is_active else services.stop_member
        change(found.row.reference, sent.reason, by=who.hand, now=who.now)
    return marked(response, shown_member(member_at(nummer, who)))


@router.post(
    "/{nummer}/gesprekken",
    response={200: Netwerkgesprek, 201: Netwerkgesprek},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een gesprek met een lid noteren",
    url_name="api_member_talks",
    operation_id="gesprekNoteren",
)
def note_talk(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuwGesprek
) -> Status[Netwerkgesprek]:
    """Een gesprek dat gevoerd is. Hetzelfde nog eens gestuurd blijft er een (200), ook met meer leden."""
    who = case_reader(request)
    found = member_at(nummer, who)
    _require_others(sent, found)
    require_pace(who)
    entry = ContactEntry(members=(found.row.reference, *sent.others), draft=_talk(sent))
    number = services.note_contact(entry, kader=kader_here(who.today), by=who.hand, now=who.now)
    address = reverse("api:api_member_talk", args=[nummer, number])
    response["Location"] = request.build_absolute_uri(address)
    is_known = number in {one.reference for one in found.contacts}
    return Status(200 if is_known else 201, shown_contact(_talk_of(member_at(nummer, who), number)))


@router.get(
    "/{nummer}/gesprekken/{gesprek}",
    response=Netwerkgesprek,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een gesprek met een lid",
    url_name="api_member_talk",
    operation_id="netwerkgesprekOpvragen",
)
def show_talk(request: HttpRequest, nummer: str, gesprek: str) -> Netwerkgesprek:
    """Wanneer, waarvoor en waarover."""
    who = caller(request)
    require_known(request.GET)
    found = member_at(nummer, who)
    shown = shown_contact(_talk_of(found, gesprek))
    who.note_reading(found.dossier)
    return shown


@router.put(
    "/{nummer}/gesprekken/{gesprek}/doorhaling",
    response=Netwerkgesprek,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een gesprek doorhalen dat fout genoteerd is",
    url_name="api_member_talk_struck",
    operation_id="gesprekDoorhalen",
)
def strike_talk(request: HttpRequest, nummer: str, gesprek: str, sent: Doorhaling) -> Netwerkgesprek:
    """Voor elk lid met wie het was. Het blijft te lezen, en telt niet meer; met dezelfde reden verandert niets."""
    who = case_reader(request)
    row = _talk_of(member_at(nummer, who), gesprek)
    if row.struck_out != sent.reason:
        services.strike_out_contact(nummer, row.reference, sent.reason, by=who.hand, now=who.now)
    return shown_contact(_talk_of(member_at(nummer, who), gesprek))


@router.post(
    "/{nummer}/bijdragen",
    response={200: Bijdrage, 201: Bijdrage},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een bijdrage van een lid noteren",
    url_name="api_contributions",
    operation_id="bijdrageNoteren",
)
def contribute(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweBijdrage
) -> Status[Bijdrage]:
    """Wat het register al uit zichzelf weet, wordt niet nog eens genoteerd (409).

    Twee keer hetzelfde is er een (200).
    """
    who = case_reader(request)
    found = member_at(nummer, who)
    _require_target(sent)
    require_pace(who)
    draft = ContributionDraft(
        kind=to_house(sent.kind, ContributionKind),
        to=sent.to or "",
        what=sent.what,
        period=_when(sent.period),
    )
    entry = ContributionEntry(member=found.row.reference, draft=draft)
    kader = kader_here(who.today)
    try:
        number = services.note_contribution(entry, kader=kader, by=who.hand, now=who.now)
    except NotFound as error:  # what it was contributed to: the member is there
        raise Invalid([Problem("interface.unknown-word", "waaraan")]) from error
    address = reverse("api:api_contribution", args=[nummer, number])
    response["Location"] = request.build_absolute_uri(address)
    is_known = number in {one.proof for one in found.contributions}
    return Status(200 if is_known else 201, shown_contribution(_given(member_at(nummer, who), number)))


@router.get(
    "/{nummer}/bijdragen/{bijdrage}",
    response=Bijdrage,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een bijdrage van een lid",
    url_name="api_contribution",
    operation_id="bijdrageOpvragen",
)
def show_given(request: HttpRequest, nummer: str, bijdrage: str) -> Bijdrage:
    """Wat een lid bijdroeg, zoals het genoteerd is."""
    who = caller(request)
    require_known(request.GET)
    found = member_at(nummer, who)
    shown = shown_contribution(_given(found, bijdrage))
    who.note_reading(found.dossier)
    return shown


@router.put(
    "/{nummer}/bijdragen/{bijdrage}/doorhaling",
    response=Bijdrage,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een bijdrage doorhalen die fout genoteerd is",
    url_name="api_contribution_struck",
    operation_id="bijdrageDoorhalen",
)
def strike_given(request: HttpRequest, nummer: str, bijdrage: str, sent: Doorhaling) -> Bijdrage:
    """Zij blijft te lezen, en telt niet meer; met dezelfde reden verandert niets."""
    who = case_reader(request)
    row = _given(member_at(nummer, who), bijdrage)
    if row.struck_out != sent.reason:
        services.strike_out_contribution(nummer, row.proof, sent.reason, by=who.hand, now=who.now)
    return shown_contribution(_given(member_at(nummer, who), bijdrage))


def _when(sent: Moment | None) -> Period | None:
    return None if sent is None else sent.period


def _require_party(named: str, who: Caller) -> None:
    if not selectors.party_names([named], reader=who.person):
        raise Invalid([Problem("interface.unknown-word", "relatie")])


def _require_others(sent: NieuwGesprek, found: MemberFile) -> None:
    """Other members that the caller may know of; and of a group it is one, or it is a further talk."""
    known = {reference for reference, _name in found.others}
    wrong = [
        Problem("interface.unknown-word", f"andereLeden.{place}")
        for place, one in enumerate(sent.others)
        if one not in known
    ]
    if sent.is_further and sent.part_of is not None:
        wrong.append(Problem("interface.one-thing", "isExtra"))
    if wrong:
        raise Invalid(wrong)


def _require_target(sent: NieuweBijdrage) -> None:
    """To the kader is said without a name; to anything else with it."""
    is_kader = sent.kind is Bijdragesoort.KADER
    if is_kader is (sent.to is not None):
        raise Invalid([Problem("interface.unknown-name" if is_kader else "interface.missing", "waaraan")])


def _talk(sent: NieuwGesprek) -> ContactDraft:
    return ContactDraft(
        period=sent.period.period,
        purpose=sent.purpose,
        by_whom=sent.by_whom,
        about=sent.about,
        manner=None if sent.manner is None else to_house(sent.manner, Manner),
        whom=sent.whom or "",
        withheld=sent.is_withheld,
        group="" if sent.is_further else sent.part_of,
    )


def _talk_of(found: MemberFile, number: str) -> ContactRow:
    for one in found.contacts:
        if one.reference == number:
            return one
    raise NotFound("talk", number[:80])


def _given(found: MemberFile, number: str) -> ContributionRow:
    """What was noted here; what the register knows by itself is read where it stands."""
    for one in found.contributions:
        if one.proof == number and not one.is_known:
            return one
    raise NotFound("contribution", number[:80])
