"""The measures of an activity: what the kader asks, who sees to it, what shows it, and whether it is done.

To leave one undone, or to find that it does not apply, is a judgement: a person does so on the page.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.act_shapes import Bewijsstuk, Maatregelen, MaatregelMetBewijs, Uitstel
from openkader.api.activities import shown_measure
from openkader.api.bodies import require_empty
from openkader.api.documents import CONTENT, handed_out, named_document
from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest, still_newest
from openkader.api.pace import require_pace
from openkader.api.sent_acts import MaatregelWijziging, NieuwBewijsstuk
from openkader.api.shapes import require_known, taken, text_of
from openkader.api.words import Bewijssoort, Maatregelstatus, from_house, to_house
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.base.text import Text
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import EvidenceKind, MeasureStatus
from openkader.register import selectors, services
from openkader.register.case_kaders import assessor_for
from openkader.register.entries import EvidenceEntry
from openkader.register.selectors import ActivityFile
from openkader.register.together import Row

router = Router(tags=["Activiteiten"])


@router.get(
    "/{nummer}/maatregelen",
    response=Maatregelen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De maatregelen van een activiteit",
    url_name="api_measures",
    operation_id="maatregelenOpvragen",
)
def list_measures(request: HttpRequest, nummer: str) -> Maatregelen:
    """Wat het kader van deze activiteit vraagt, en hoe ver dat is."""
    who = caller(request)
    require_known(request.GET)
    return _listed(_read(nummer, who))


@router.post(
    "/{nummer}/maatregelen",
    response=Maatregelen,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Nagaan welke maatregelen het kader nu vraagt",
    url_name="api_measures",
    operation_id="maatregelenBepalen",
)
def renew_measures(request: HttpRequest, nummer: str) -> Maatregelen:
    """Wat het kader zeker vraagt en er nog niet is, komt erbij; er gaat niets af. Nog eens vragen verandert niets."""
    who = case_reader(request)
    require_empty(request)
    found = selectors.activity_file(nummer, reader=who.person)
    services.renew_measures(nummer, assessor=assessor_for(found, who.today), by=who.hand, now=who.now)
    return _listed(selectors.activity_file(nummer, reader=who.person))


@router.get(
    "/{nummer}/maatregelen/{maatregel}",
    response=MaatregelMetBewijs,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een maatregel, met wat haar laat zien",
    url_name="api_measure",
    operation_id="maatregelOpvragen",
)
def show_measure(
    request: HttpRequest, response: HttpResponse, nummer: str, maatregel: str
) -> MaatregelMetBewijs:
    """Wie ervoor zorgt, tot wanneer, en wat laat zien dat zij is uitgevoerd."""
    who = caller(request)
    require_known(request.GET)
    return marked(response, _whole(_read(nummer, who), maatregel))


@router.patch(
    "/{nummer}/maatregelen/{maatregel}",
    response=MaatregelMetBewijs,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een maatregel afronden, weer openen of aan iemand geven",
    url_name="api_measure",
    operation_id="maatregelWijzigen",
    openapi_extra=asked_for("de maatregel"),
)
def change_measure(
    request: HttpRequest, response: HttpResponse, nummer: str, maatregel: str, sent: MaatregelWijziging
) -> MaatregelMetBewijs:
    """Afronden vraagt om bewijs. Uitstellen, en zeggen dat zij hier niet geldt, doet een mens op de pagina."""
    who = case_reader(request)
    require_newest(request, mark_of_shape(_at(nummer, maatregel, who)))
    match sorted(sent.model_fields_set):
        case ["status"] if sent.status is Maatregelstatus.DONE:
            services.close_measure(maatregel, MeasureStatus.DONE, by=who.hand, now=who.now)
        case ["status"]:
            services.reopen_measure(maatregel, by=who.hand, now=who.now)
        case ["owner"]:
            still = still_newest(request, lambda: _at(nummer, maatregel, who))
            services.give_measure(maatregel, sent.owner, by=who.hand, now=who.now, still=still)
        case _:
            raise Invalid([Problem("interface.one-thing", "")])
    return marked(response, _at(nummer, maatregel, who))


@router.post(
    "/{nummer}/maatregelen/{maatregel}/bewijsstukken",
    response={200: Bewijsstuk, 201: Bewijsstuk},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een bewijsstuk bij een maatregel toevoegen",
    url_name="api_evidence_list",
    operation_id="bewijsstukToevoegen",
)
def prove(
    request: HttpRequest, response: HttpResponse, nummer: str, maatregel: str, sent: NieuwBewijsstuk
) -> Status[Bewijsstuk]:
    """Of de maatregel gedaan is, zegt wie haar afrondt. Hetzelfde bewijs nog eens is er een (200)."""
    who = case_reader(request)
    found = selectors.activity_file(nummer, reader=who.person)
    before = {one.number for one in _whole(found, maatregel).evidence}
    require_pace(who)
    file, digest = named_document(found.request, sent.document, who)
    entry = EvidenceEntry(
        kind=to_house(sent.kind, EvidenceKind), title=Text(nl=sent.title, en=sent.title), url=sent.url
    )
    if sent.url is None and file is None:
        raise Invalid([Problem("interface.missing", "adres")])
    services.record_evidence(maatregel, entry, file=file, by=who.hand, now=who.now)
    there = _at(nummer, maatregel, who).evidence
    kept = next(one for one in there if (one.url, one.sha256, one.record) == (sent.url, digest, None))
    address = reverse("api:api_evidence", args=[nummer, maatregel, kept.number])
    response["Location"] = request.build_absolute_uri(address)
    return Status(200 if kept.number in before else 201, kept)


@router.get(
    "/{nummer}/maatregelen/{maatregel}/bewijsstukken/{bewijsstuk}",
    response=Bewijsstuk,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een bewijsstuk",
    url_name="api_evidence",
    operation_id="bewijsstukOpvragen",
)
def show_evidence(request: HttpRequest, nummer: str, maatregel: str, bewijsstuk: int) -> Bewijsstuk:
    """Wat het is, en waar het te vinden is."""
    who = caller(request)
    require_known(request.GET)
    return _evidence(_read(nummer, who), maatregel, bewijsstuk)


@router.get(
    "/{nummer}/maatregelen/{maatregel}/bewijsstukken/{bewijsstuk}/inhoud",
    auth=ByToken(Act.READ_CASES),
    summary="De inhoud van een bewijsstuk",
    url_name="api_evidence_content",
    operation_id="bewijsstukInhoudOpvragen",
    openapi_extra=CONTENT,
)
def hand_out_evidence(request: HttpRequest, nummer: str, maatregel: str, bewijsstuk: int) -> HttpResponse:
    """Het bestand zoals het kwam. Een bewijsstuk dat alleen een adres heeft, heeft geen inhoud (404)."""
    who = caller(request)
    require_known(request.GET)
    found = selectors.activity_file(nummer, reader=who.person)
    proof = _evidence(found, maatregel, bewijsstuk)
    content = selectors.evidence_file(nummer, proof.number, reader=who.person)
    who.note_reading(found.request)
    return handed_out(*content)


def _read(nummer: str, who: Caller) -> ActivityFile:
    """The activity; the trail knows who read it, where its request is confidential."""
    found = selectors.activity_file(nummer, reader=who.person)
    who.note_reading(found.request)
    return found


def _at(nummer: str, maatregel: str, who: Caller) -> MaatregelMetBewijs:
    return _whole(selectors.activity_file(nummer, reader=who.person), maatregel)


def _evidence(found: ActivityFile, measure: str, number: int) -> Bewijsstuk:
    for one in _whole(found, measure).evidence:
        if one.number == number:
            return one
    raise NotFound("document", str(number)[:20])


def _listed(found: ActivityFile) -> Maatregelen:
    return Maatregelen.model_validate({"rows": [shown_measure(row) for row in found.measures.values()]})


def _whole(found: ActivityFile, measure: str) -> MaatregelMetBewijs:
    row = found.measures.get(measure)
    if row is None:
        raise NotFound("measure", measure)
    waivers = [shown_waiver(one) for one in found.waivers.get(measure, ())]
    return taken(
        MaatregelMetBewijs,
        dict(shown_measure(row)),
        evidence=[_proof(one) for one in found.evidence.get(measure, ())],
        waivers=waivers,
    )


def shown_waiver(row: Row) -> Uitstel:
    """A proposal to leave a measure undone, as it is stored."""
    return taken(Uitstel, row, agreed_at=row["agreement__at"], agreed_by=row["agreement__by"])


def _proof(row: Row) -> Bewijsstuk:
    return taken(
        Bewijsstuk,
        row,
        number=row["id"],
        kind=from_house(EvidenceKind(str(row["kind"])), Bewijssoort),
        title=text_of(Text(nl=str(row["title_nl"]), en=str(row["title_en"]))),
    )
