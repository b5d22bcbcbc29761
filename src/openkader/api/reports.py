"""De verslagen: the texts that are written about an activity, and a version that a program keeps.

That a version is final a person says on the page, who read it.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest, require_version
from openkader.api.mission_words import Verslagsoort
from openkader.api.pace import require_pace
from openkader.api.report_shapes import (
    NieuweVerslagtekst,
    Verslag,
    Verslagen,
    VerslagInLijst,
    Verslagplaats,
    Verslagversie,
    VerslagversieMetTekst,
)
from openkader.api.shapes import require_known, taken
from openkader.api.words import from_house, to_house
from openkader.base.errors import NotFound, Refused
from openkader.base.text import plain_lines
from openkader.casework.permissions import Act
from openkader.casework.raising import may_look_back
from openkader.casework.reporting import LANGUAGES, ReportKind, gaps_of, may_write
from openkader.casework.vocabulary import ActivityStanding, Confidentiality
from openkader.register import selectors, services
from openkader.register.report_entries import ReportEntry
from openkader.register.selectors import ActivityFile, DraftRow

router = Router(tags=["Activiteiten"])


@dataclass(frozen=True, slots=True)
class Writing:
    """The texts of an activity, and who reads them or writes on them."""

    who: Caller
    found: ActivityFile

    @property
    def level(self) -> Confidentiality | None:
        """How confidential its request is; None: it belongs to none."""
        level = self.found.row["request__confidentiality"]
        return Confidentiality(str(level)) if level else None

    def drafts(self, kind: ReportKind, language: str) -> Sequence[DraftRow]:
        """The versions of a text, the newest first."""
        return selectors.report_drafts(int(str(self.found.row["id"])), kind, language)

    def require_open(self) -> None:
        """Stop where nothing is written of it now: it was called off, or has not begun."""
        period, standing = self.found.period, self.found.standing
        first, is_cancelled = period.starts_on if period else None, standing is ActivityStanding.CANCELLED
        refusal = may_look_back(first, self.who.today, is_cancelled=is_cancelled)
        if refusal is not None:
            raise Refused(refusal)


@dataclass(frozen=True, slots=True)
class Text:
    """One text, by its kind and its language."""

    kind: ReportKind
    language: str
    drafts: Sequence[DraftRow]

    @property
    def newest(self) -> DraftRow | None:
        """The version that counts."""
        return self.drafts[0] if self.drafts else None


@router.get(
    "/{nummer}/verslagen",
    response=Verslagen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De verslagen over een activiteit",
    url_name="api_reports",
    operation_id="verslagenOpvragen",
)
def list_reports(request: HttpRequest, nummer: str) -> Verslagen:
    """Welke teksten er zijn, en hoe ver zij zijn: voor de Staten, voor iedereen en voor wie meedeed."""
    here = texts_read(request, nummer)
    return Verslagen.model_validate(
        {"rows": [_line(here, kind, language) for kind in ReportKind for language in LANGUAGES]}
    )


@router.get(
    "/{nummer}/verslagen/{soort}/{taal}",
    response=Verslag,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een verslag over een activiteit",
    url_name="api_report",
    operation_id="verslagOpvragen",
)
def show_report(request: HttpRequest, response: HttpResponse, place: Path[Verslagplaats]) -> Verslag:
    """De nieuwste versie, en wie er wanneer een bewaarde. Wat het register zou opstellen, staat onder `opgesteld`."""
    return marked(response, _shown(text_at(texts_read(request, place.nummer), place)))


@router.get(
    "/{nummer}/verslagen/{soort}/{taal}/versies/{int:versie}",
    response=VerslagversieMetTekst,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een eerdere versie van een verslag",
    url_name="api_report_version",
    operation_id="verslagversieOpvragen",
)
def show_version(request: HttpRequest, place: Path[Verslagplaats], versie: int) -> VerslagversieMetTekst:
    """De tekst zoals zij toen bewaard werd."""
    for row in text_at(texts_read(request, place.nummer), place).drafts:
        if row.version == versie:
            return taken(VerslagversieMetTekst, asdict(row))
    raise NotFound("report", str(versie)[:20])


@router.put(
    "/{nummer}/verslagen/{soort}/{taal}",
    response=Verslag,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een versie van een verslag bewaren",
    url_name="api_report",
    operation_id="verslagBewaren",
    openapi_extra=asked_for("het verslag"),
)
def save(
    request: HttpRequest, response: HttpResponse, place: Path[Verslagplaats], sent: NieuweVerslagtekst
) -> Verslag:
    """Eerdere versies blijven bewaard. Dezelfde tekst, nog eens gestuurd, blijft een versie.

    Dat een versie definitief is, zegt een mens op de pagina, na lezing; dat kan een programma niet.
    """
    who = case_reader(request)
    here = Writing(who, selectors.activity_file(place.nummer, reader=who.person))
    found = text_at(here, place)
    here.require_open()
    require_version(request)
    if _is_known(found, sent, who):
        return marked(response, _shown(found))
    require_newest(request, mark_of_shape(_shown(found)))
    require_pace(who)
    services.save_report(_entry(found, place.nummer, sent), by=who.hand, now=who.now)
    return marked(response, _shown(text_at(here, place)))


def _is_known(found: Text, sent: NieuweVerslagtekst, who: Caller) -> bool:
    newest = found.newest
    return newest is not None and newest.text == plain_lines(sent.text) and newest.by == str(who.hand)


def _entry(found: Text, nummer: str, sent: NieuweVerslagtekst) -> ReportEntry:
    """What the register composed when a person looked last, if one did, goes on to stand beside it."""
    newest = found.newest
    return ReportEntry(
        activity=nummer,
        kind=found.kind,
        language=found.language,
        text=sent.text,
        seen=newest.version if newest else 0,
        sections=newest.sections if newest else {},
    )


def texts_read(request: HttpRequest, nummer: str) -> Writing:
    """The texts; the trail knows who read them, where the request is confidential."""
    who = caller(request)
    require_known(request.GET)
    here = Writing(who, selectors.activity_file(nummer, reader=who.person))
    who.note_reading(here.found.request, here.level)
    return here


def text_at(here: Writing, place: Verslagplaats) -> Text:
    """The text that an address names; of a confidential case none for people outside."""
    if place.soort not in list(Verslagsoort) or place.taal not in LANGUAGES:
        raise NotFound("report", f"{place.soort} {place.taal}"[:60])
    kind = to_house(Verslagsoort(place.soort), ReportKind)
    refusal = may_write(kind, here.level)
    if refusal is not None:
        raise Refused(refusal)
    return Text(kind, place.taal, here.drafts(kind, place.taal))


def _line(here: Writing, kind: ReportKind, language: str) -> VerslagInLijst:
    is_shut = may_write(kind, here.level) is not None
    rows = () if is_shut else here.drafts(kind, language)
    return VerslagInLijst.model_validate(
        {
            "kind": from_house(kind, Verslagsoort),
            "language": language,
            "is_shut": is_shut,
            "newest": _version(rows[0]) if rows else None,
        }
    )


def _shown(found: Text) -> Verslag:
    text = found.newest.text if found.newest else None
    return Verslag.model_validate(
        {
            "kind": from_house(found.kind, Verslagsoort),
            "language": found.language,
            "text": text,
            "gaps": list(gaps_of(text or "")),
            "versions": [_version(row) for row in found.drafts],
        }
    )


def _version(row: DraftRow) -> Verslagversie:
    return taken(Verslagversie, asdict(row))
