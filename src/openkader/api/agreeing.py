"""A program records an agreement, adds a deed to it, and says who sees to it, as the pages do."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Status

from openkader.api.agreements import router, shown_agreement, shown_deed
from openkader.api.documents import named_document
from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest, still_newest
from openkader.api.once import Key, once_of
from openkader.api.pace import require_pace
from openkader.api.read_shapes import Akte, Overeenkomst
from openkader.api.sent_acts import text_in
from openkader.api.sent_agreements import (
    NieuweAkte,
    NieuweOvereenkomst,
    Overeenkomstinhoud,
    OvereenkomstWijziging,
    PartijGesteld,
)
from openkader.api.shapes import require_fits, require_known
from openkader.api.words import Aktesoort, to_house
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.base.text import Text
from openkader.casework.agreements import (
    ClauseStated,
    PartyRole,
    PartyStated,
    Side,
    Stated,
    Term,
    TermKind,
    Whose,
)
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import AgreementStatus
from openkader.register import selectors, services
from openkader.register.agreement_entries import DeedEntry, EndEntry, NewAgreementEntry
from openkader.register.case_kaders import kader_here
from openkader.register.renewing import renewing_here
from openkader.register.selectors import AgreementFile

__all__ = ["router"]
# What may be said of one that is new: it was signed or is intended, or ended long ago.
_NEW = frozenset(
    {AgreementStatus.SIGNED, AgreementStatus.INTENDED, AgreementStatus.RENEWED, AgreementStatus.EXPIRED}
)
_GROUNDS = frozenset({"url", "passage", "document"})
# For each deed: what has to be said, and what can be.
_SAYS: Mapping[Aktesoort, tuple[frozenset[str], frozenset[str]]] = {
    Aktesoort.SIGNED: (frozenset({"stated"}), _GROUNDS),
    Aktesoort.RENEWED: (frozenset({"stated"}), _GROUNDS | {"evaluation"}),
    Aktesoort.CORRECTED: (frozenset({"stated"}), _GROUNDS | {"reason"}),
    Aktesoort.ENDED: (frozenset({"end"}), frozenset({"evaluation", "url", "document"})),
}
_DEEDS: Mapping[Aktesoort, Callable[..., int]] = {
    Aktesoort.SIGNED: services.sign_agreement,
    Aktesoort.RENEWED: services.renew_agreement,
    Aktesoort.CORRECTED: services.correct_agreement,
}


@router.post(
    "",
    response={201: Overeenkomst},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een overeenkomst vastleggen",
    url_name="api_agreements",
    operation_id="overeenkomstVastleggen",
)
def record(
    request: HttpRequest, response: HttpResponse, sent: NieuweOvereenkomst, key: Key
) -> Status[Overeenkomst]:
    """Bij een activiteit, of op zichzelf. Wat de bron niet zegt, blijft onbekend."""
    who = case_reader(request)
    activity = selectors.activity_file(sent.activity, reader=who.person) if sent.activity else None
    require_pace(who)
    _require_colleague(sent.owner)
    if to_house(sent.stated.status, AgreementStatus) not in _NEW:
        raise Invalid([Problem("interface.unknown-word", "inhoud.status")])
    once = once_of(request, who, key, sent)
    entry = NewAgreementEntry(
        key=once.key,
        prefix=renewing_here().prefix,
        stated=_stated(sent.stated, None, who),
        activity=sent.activity,
        owner=sent.owner,
        url=sent.url,
        passage=sent.passage,
        once=once,
    )
    file = named_document(activity.request if activity else None, sent.document, who)[0]
    reference = services.record_agreement(
        entry, kader=kader_here(who.today), file=file, by=who.hand, now=who.now
    )
    response["Location"] = request.build_absolute_uri(reverse("api:api_agreement", args=[reference]))
    return Status(201, marked(response, shown_agreement(_at(reference, who))))


@router.patch(
    "/{nummer}",
    response=Overeenkomst,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Zeggen wie naar een overeenkomst omkijkt",
    url_name="api_agreement",
    operation_id="overeenkomstWijzigen",
    openapi_extra=asked_for("de overeenkomst"),
)
def give(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: OvereenkomstWijziging
) -> Overeenkomst:
    """Wat van haar bekend is, verandert alleen door een akte."""
    who = case_reader(request)
    require_newest(request, mark_of_shape(shown_agreement(_at(nummer, who))))
    _require_colleague(sent.owner)
    still = still_newest(request, lambda: shown_agreement(_at(nummer, who)))
    services.give_agreement(nummer, sent.owner, by=who.hand, now=who.now, still=still)
    return marked(response, shown_agreement(_at(nummer, who)))


@router.post(
    "/{nummer}/akten",
    response={201: Akte},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Vastleggen wat er van een overeenkomst werd",
    url_name="api_deeds",
    operation_id="akteToevoegen",
    openapi_extra=asked_for("de overeenkomst"),
)
def add_deed(request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweAkte) -> Status[Akte]:
    """Ondertekend, verlengd, verbeterd of geëindigd. Een tweede keer met dezelfde ETag is te laat (412)."""
    who = case_reader(request)
    found = _at(nummer, who)
    require_newest(request, mark_of_shape(shown_agreement(found)))
    require_fits(sent, "kind", *_SAYS[sent.kind])
    require_pace(who)
    number = _add(found, sent, who)
    address = reverse("api:api_deed", args=[nummer, number])
    response["Location"] = request.build_absolute_uri(address)
    return Status(201, _deed(_at(nummer, who), number))


@router.get(
    "/{nummer}/akten/{akte}",
    response=Akte,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een akte van een overeenkomst",
    url_name="api_deed",
    operation_id="akteOpvragen",
)
def show_deed(request: HttpRequest, nummer: str, akte: int) -> Akte:
    """Wat er op dat moment is opgeschreven."""
    who = caller(request)
    require_known(request.GET)
    found = _at(nummer, who)
    shown = _deed(found, akte)
    who.note_reading(found.request, found.level)
    return shown


def _at(nummer: str, who: Caller) -> AgreementFile:
    return selectors.agreement_file(nummer, reader=who.person, today=who.today)


def _deed(found: AgreementFile, number: int) -> Akte:
    for one in found.deeds:
        if one.number == number:
            return shown_deed(one)
    raise NotFound("agreement", str(number)[:20])


def _require_colleague(name: str | None) -> None:
    if name is not None and name not in selectors.case_readers():
        raise Invalid([Problem("interface.unknown-word", "eigenaar")])


def _add(found: AgreementFile, sent: NieuweAkte, who: Caller) -> int:
    file = named_document(found.request, sent.document, who)[0]
    named: dict[str, Any] = {
        "agreement": found.line.reference,
        "seen": found.deeds[0].number,
        "evaluation": sent.evaluation,
        "url": sent.url,
    }
    if sent.end is not None:
        status = to_house(sent.end.status, AgreementStatus)
        end = EndEntry(**named, status=status, on=sent.end.on.period)
        return services.end_agreement(end, file=file, by=who.hand, now=who.now)
    assert sent.stated is not None  # noqa: S101 - every other deed asks for it
    stated = _stated(sent.stated, found.line.stated, who)
    entry = DeedEntry(**named, stated=stated, reason=sent.reason, passage=sent.passage)
    kader = kader_here(who.today)
    return _DEEDS[sent.kind](entry, kader=kader, file=file, by=who.hand, now=who.now)


def _stated(sent: Overeenkomstinhoud, before: Stated | None, who: Caller) -> Stated:
    """What was sent, as the rules know it; what stands as it was keeps its other language."""
    term = sent.term
    return Stated(
        form=sent.form,
        status=to_house(sent.status, AgreementStatus),
        title=text_in(sent.title, before.title if before else None),
        about=text_in(sent.about, before.about if before else None),
        whose=None if sent.whose is None else to_house(sent.whose, Whose),
        country=sent.country,
        on=None if sent.on is None else sent.on.period,
        term=Term(
            starts_on=term.starts_on,
            kind=None if term.kind is None else to_house(term.kind, TermKind),
            until=term.until,
            years=term.years,
        ),
        parties=_parties(sent.parties, before, who),
        clauses=tuple(
            ClauseStated(topic=one.topic, is_in=one.is_in, words=one.words)
            for one in sorted(sent.clauses, key=lambda one: one.topic)
        ),
    )


def _parties(sent: list[PartijGesteld], before: Stated | None, who: Caller) -> tuple[PartyStated, ...]:
    """The parties; one that is named has to be in the register, for who asks."""
    named = [one.party for one in sent if one.party is not None]
    known = selectors.party_names(named, reader=who.person) if named else {}
    wrong = []
    for place, one in enumerate(sent):
        if (one.party is None) is (one.name is None):
            wrong.append(Problem("interface.one-thing", f"inhoud.partijen.{place}"))
        elif one.party is not None and one.party not in known:
            wrong.append(Problem("interface.unknown-word", f"inhoud.partijen.{place}.relatie"))
    if wrong:
        raise Invalid(wrong)
    former = [one.description for one in before.parties if one.description] if before else []
    return tuple(_party(one, former) for one in sent)


def _party(sent: PartijGesteld, former: list[Text]) -> PartyStated:
    same = next((one for one in former if sent.name in (one.nl, one.en)), None)
    return PartyStated(
        side=None if sent.side is None else to_house(sent.side, Side),
        role=to_house(sent.role, PartyRole),
        party=sent.party,
        description=text_in(sent.name, same),
    )
