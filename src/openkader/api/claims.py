"""De beweringen: what the published evaluation of a year says, sentence by sentence, beside what the register shows."""

from dataclasses import dataclass, replace

from django.http import HttpRequest
from ninja import Query, Router

from openkader.api.account_shapes import Bewering, Beweringen, BeweringInLijst, Beweringregel
from openkader.api.doors import ByToken, Caller, caller
from openkader.api.paging import after_in, links_after
from openkader.api.read_shapes import Bladvraag
from openkader.api.shapes import known_text, require_known, taken, text_of
from openkader.api.words import from_house
from openkader.api.year_words import Cijferstand, Zijde
from openkader.base.errors import NotFound
from openkader.base.numbers import number_in
from openkader.casework.permissions import Act
from openkader.evaluation.claims.checking import Checked, check_claims, shipped_claims
from openkader.evaluation.claims.holding import Bearing
from openkader.evaluation.claims.judging import Verdict
from openkader.evaluation.claims.model import ClaimsFile, Compares, FiledClaim, SameNumber, States
from openkader.register import selectors
from openkader.register.selectors.pages import PER_PAGE

router = Router(tags=["Evaluaties"])
_READER = ByToken(Act.READ_CASES)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with what came of it."""

    claim: FiledClaim
    verdict: Verdict


@router.get(
    "/{jaar}/beweringen",
    response=Beweringen,
    by_alias=True,
    auth=_READER,
    summary="De beweringen van de gepubliceerde evaluatie",
    url_name="api_claims",
    operation_id="beweringenOpvragen",
)
def list_claims(request: HttpRequest, jaar: int) -> Beweringen:
    """Elke zin die de organisatie bijhoudt, met of het register haar bewijst, weerspreekt of niet kan bewijzen."""
    who = caller(request)
    require_known(request.GET)
    file = shipped_claims(jaar)
    if file is None:
        nothing = dict.fromkeys(("title", "source", "note"))
        kader = selectors.kader_year(jaar).kader
        return taken(Beweringen, nothing, kader=kader, is_made_up=False, claims=[])
    checked = _checked(file, who)
    rows = [Judged(*pair) for pair in checked.verdicts]
    return Beweringen.model_validate(
        {
            "kader": file.kader.id,
            "title": text_of(file.title),
            "source": file.source,
            "note": known_text(file.note),
            "is_made_up": file.fictional,
            "claims": [taken(BeweringInLijst, shown_claim(checked, one)) for one in rows],
        }
    )


@router.get(
    "/{jaar}/beweringen/{bewering}",
    response=Bewering,
    by_alias=True,
    auth=_READER,
    summary="Een bewering met de regels erachter",
    url_name="api_claim",
    operation_id="beweringOpvragen",
)
def show_claim(request: HttpRequest, jaar: int, bewering: str, asked: Query[Bladvraag]) -> Bewering:
    """Van de zin naar de dossiers. Wat u niet mag zien, telt mee en leidt nergens heen."""
    who = caller(request)
    require_known(request.GET, Bladvraag)
    file = shipped_claims(jaar)
    claim = next((one for one in file.claims if one.reference == bewering), None) if file else None
    if file is None or claim is None:
        raise NotFound("claim", bewering[:80])
    checked = _checked(_only(file, claim), who)
    one = next(Judged(*pair) for pair in checked.verdicts if pair[0] is claim)
    rows, first = one.verdict.rows, after_in(asked.cursor, number_in) or 0
    end = first + PER_PAGE
    who.note_readings([dossier for bearing in rows[first:end] if (dossier := bearing.row.dossier)])
    return taken(
        Bewering,
        shown_claim(checked, one),
        links=links_after(request, end if end < len(rows) else None),
        rows=[shown_row(checked, bearing) for bearing in rows[first:end]],
    )


def _only(file: ClaimsFile, claim: FiledClaim) -> ClaimsFile:
    """The file with this claim and those that it is held against, so that no other figure is counted."""
    beside = claim.asserts.claims if isinstance(claim.asserts, SameNumber) else ()
    return replace(file, claims=tuple(one for one in file.claims if one is claim or one.reference in beside))


def _checked(file: ClaimsFile, who: Caller) -> Checked:
    """Every claim beside the register; of a year that it does not know there is no page."""
    checked = check_claims(file, reader=who.person)
    if file.year not in checked.known.years:
        raise NotFound("year", str(file.year))
    return checked


def shown_claim(checked: Checked, one: Judged) -> dict[str, object]:
    """The fields of a claim with what the register says of it."""
    claim, verdict = one.claim, one.verdict
    return {
        "reference": claim.reference,
        "sentence": claim.sentence,
        "chapter": claim.chapter,
        "status": from_house(verdict.status, Cijferstand),
        "said": text_of(verdict.said),
        "missing": [text_of(words) for words in verdict.missing],
        "remark": known_text(claim.remark),
        "row_count": len(verdict.rows),
        **_counted(checked.file, claim),
    }


def _counted(file: ClaimsFile, claim: FiledClaim) -> dict[str, object]:
    """What was counted; a figure of the file itself has an address nowhere."""
    if not isinstance(claim.asserts, States | Compares):
        return {"figure": None, "counted": None, "definition": None}
    figure = next(one for one in file.kader.figures if one.id == claim.asserts.figure)
    return {
        "figure": None if figure in file.figures else figure.id,
        "counted": text_of(figure.text),
        "definition": text_of(figure.definition),
    }


def shown_row(checked: Checked, bearing: Bearing) -> Beweringregel:
    """A row that bears on a claim, and on which side."""
    row = bearing.row
    return Beweringregel.model_validate(
        {
            "reference": row.reference,
            "dossier": row.dossier,
            "number": row.number,
            "label": known_text(checked.labels.get(row.reference)),
            "side": from_house(bearing.side, Zijde),
        }
    )
