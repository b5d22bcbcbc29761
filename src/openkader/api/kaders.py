"""De kaders: which versions there are, and the rules of each as data. A person adopts one, and no program."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from openkader.api.decisions import refuse
from openkader.api.doors import ByToken, Caller, caller
from openkader.api.read_shapes import Kader, KaderInLijst, Kaders, Vaststelling
from openkader.api.shapes import require_known, taken, text_of
from openkader.api.words import Kaderstand, from_house
from openkader.base.document import read_text
from openkader.base.flowing import plain
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.front_doors import newest_kader_id
from openkader.register.kaders import assessor_of, texts_of
from openkader.register.selectors.kader_versions import DecisionRow, VersionRow, versions_in

router = Router(tags=["Kaders"])


@router.get(
    "",
    response=Kaders,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De versies van het kader",
    url_name="api_kaders",
    operation_id="kadersOpvragen",
)
def list_kaders(request: HttpRequest) -> Kaders:
    """Alle versies van het kader van de organisatie, de nieuwste eerst; met het besluit waarmee zij is vastgesteld."""
    who = caller(request)
    require_known(request.GET)
    return Kaders.model_validate({"rows": [_version(row) for row in _versions(who)]})


@router.post("", include_in_schema=False, url_name="api_kaders")
def adopt(request: HttpRequest) -> HttpResponse:
    """Say that a person adopts a kader, to whoever tries it here."""
    return refuse(request)


@router.get(
    "/{organisatie}/{versie}",
    response=Kader,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een versie van een kader, met haar regels",
    url_name="api_kader",
    operation_id="kaderOpvragen",
)
def show_kader(request: HttpRequest, organisatie: str, versie: str) -> Kader:
    """De vragen, regels, maatregelen en cijfers van een versie, zoals zij geschreven zijn."""
    require_known(request.GET)
    name = f"{organisatie}/{versie}"
    kader = assessor_of(name).kader
    return taken(
        Kader,
        {},
        name=kader.id,
        title=text_of(kader.title),
        organisation=text_of(kader.organisation),
        in_force_from=kader.in_force_from,
        digest=kader.digest,
        parts={file: plain(read_text(text, file)) for file, text in texts_of(name).items()},
    )


def organisation_here(who: Caller) -> str:
    """Whoever has the front door, or else that of the newest year; empty where there is neither."""
    name = newest_kader_id(who.today)
    if not name:
        newest = selectors.newest_year()
        name = newest.kader if newest is not None else ""
    return name.partition("/")[0]


def _versions(who: Caller) -> list[VersionRow]:
    organisation = organisation_here(who)
    return versions_in(organisation, who.today) if organisation else []


def _version(row: VersionRow) -> KaderInLijst:
    return taken(
        KaderInLijst,
        {},
        name=row.name,
        in_force_from=row.in_force_from,
        state=from_house(row.state, Kaderstand),
        digest=assessor_of(row.name).kader.digest,
        decision=None if row.decision is None else _decision(row.decision),
    )


def _decision(row: DecisionRow) -> Vaststelling:
    return taken(Vaststelling, {name: getattr(row, name) for name in Vaststelling.model_fields})
