"""De evaluaties: how far that of each year is, what is written, and what was adopted.

A person writes and adopts one; a program reads it.
"""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from openkader.api.doors import ByToken
from openkader.api.evaluation_shapes import (
    Erratum,
    Evaluatie,
    EvaluatieInLijst,
    Evaluaties,
    Herrekening,
    Hoofdstuk,
    Hoofdstukken,
    Hoofdstuktekst,
    Vaststellingsmoment,
)
from openkader.api.figures import shown_reading
from openkader.api.problems import said
from openkader.api.shapes import Shape, require_known, taken, text_of
from openkader.api.words import from_house
from openkader.api.year_words import Evaluatiestand
from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.evaluation.chapters import ChapterPlan, chapters_of
from openkader.register import selectors
from openkader.register.chain import canonical
from openkader.register.kaders import assessor_of
from openkader.register.selectors import AdoptedRow, EvaluationFile
from openkader.register.selectors.known_years import KnownYear, known_year, known_years
from openkader.register.selectors.written_years import states_of_years

router = Router(tags=["Evaluaties"])
_READER = ByToken(Act.READ_CASES)


@router.get(
    "",
    response=Evaluaties,
    by_alias=True,
    auth=_READER,
    summary="De jaren en hoe ver hun evaluatie is",
    url_name="api_evaluations",
    operation_id="evaluatiesOpvragen",
)
def list_evaluations(request: HttpRequest) -> Evaluaties:
    """Elk jaar dat het register kent, het nieuwste eerst."""
    require_known(request.GET)
    states = states_of_years()
    rows = []
    for year in reversed(known_years()):
        state = states.get(year.year)
        shown = None if state is None else from_house(state, Evaluatiestand)
        rows.append(taken(EvaluatieInLijst, _of_year(year), state=shown))
    return Evaluaties.model_validate({"rows": rows})


@router.get(
    "/{jaar}",
    response=Evaluatie,
    by_alias=True,
    auth=_READER,
    summary="De evaluatie van een jaar",
    url_name="api_evaluation",
    operation_id="evaluatieOpvragen",
)
def show_evaluation(request: HttpRequest, jaar: int) -> Evaluatie:
    """Hoe ver zij is, en wat er na de vaststelling aan verbeterd en anders geteld is."""
    require_known(request.GET)
    found, adopted = selectors.evaluation_file(jaar), selectors.adopted_evaluation(jaar)
    return Evaluatie.model_validate(
        {
            **_of_year(known_year(jaar)),
            **_begun(found),
            "adopted": adopted and taken(Vaststellingsmoment, _fields(adopted, Vaststellingsmoment)),
            "errata": [taken(Erratum, _fields(one, Erratum)) for one in selectors.errata_of(jaar)],
            "restatements": [
                taken(
                    Herrekening,
                    _fields(one, Herrekening),
                    was=shown_reading(one.was),
                    became=shown_reading(one.became),
                )
                for one in selectors.restatements_of(jaar)
            ],
        }
    )


@router.get(
    "/{jaar}/vaststelling",
    response=dict[str, Any],
    auth=_READER,
    summary="Wat van een jaar is vastgesteld",
    url_name="api_adoption",
    operation_id="evaluatievaststellingOpvragen",
)
def show_adopted(request: HttpRequest, jaar: int) -> HttpResponse:
    """Teksten, cijfers en regels zoals zij zijn vastgesteld, byte voor byte waarvan `sha256` is genomen.

    De namen zijn die waaronder het is vastgelegd, zoals in het bestand op de pagina.
    """
    require_known(request.GET)
    content = _adopted(jaar).content
    return HttpResponse(canonical(content).encode(), content_type="application/json")


@router.post("/{jaar}/vaststelling", include_in_schema=False, url_name="api_adoption")
def refuse(request: HttpRequest, jaar: int) -> HttpResponse:
    """Say that a person adopts an evaluation, to whoever tries it here."""
    return said(403, "interface.person-adopts")


@router.get(
    "/{jaar}/hoofdstukken",
    response=Hoofdstukken,
    by_alias=True,
    auth=_READER,
    summary="De hoofdstukken van een evaluatie",
    url_name="api_chapters",
    operation_id="hoofdstukkenOpvragen",
)
def list_chapters(request: HttpRequest, jaar: int) -> Hoofdstukken:
    """Wat is vastgesteld; zolang dat niet zo is, de nieuwste teksten."""
    require_known(request.GET)
    kader = assessor_of(selectors.kader_year(jaar).kader).kader
    texts = _texts(jaar)
    plans = [pair for plan in chapters_of(kader) for pair in _flat(plan, None)]
    return Hoofdstukken.model_validate(
        {
            "chapters": [
                taken(
                    Hoofdstuk,
                    {"id": plan.id, "line": plan.line, "inside": inside, "figures": list(plan.figures)},
                    title=text_of(plan.title),
                    texts=texts.get(plan.id, []),
                )
                for plan, inside in plans
            ]
        }
    )


def _of_year(year: KnownYear) -> dict[str, object]:
    return {name: getattr(year, name) for name in ("year", "kader", "is_real", "is_made_up")}


def _begun(found: EvaluationFile | None) -> dict[str, object]:
    """What is known of the writing; of what nobody began nothing."""
    if found is None:
        nothing = ("state", "reference", "written_by", "at", "by", "returned_because")
        return {**dict.fromkeys(nothing), "languages": [], "open_comments": 0}
    return {
        "state": from_house(found.state, Evaluatiestand),
        "reference": found.reference,
        "written_by": found.kader,
        "languages": list(found.languages),
        "at": found.at,
        "by": found.by,
        "returned_because": found.returned_because,
        "open_comments": sum(one.is_open for one in found.comments),
    }


def _adopted(year: int) -> AdoptedRow:
    found = selectors.adopted_evaluation(year)
    if found is None:
        raise NotFound("evaluation", str(year)[:20])
    return found


def _texts(year: int) -> dict[str, list[Hoofdstuktekst]]:
    """The texts of each chapter, by language: as adopted, or else the newest."""
    texts: dict[str, list[Hoofdstuktekst]] = {}
    adopted = selectors.adopted_evaluation(year)
    if adopted is not None:
        known = {"left_empty": None, "number": None, "at": adopted.at, "by": adopted.by}
        for language, chapters in sorted(adopted.content["texts"].items()):
            for chapter, text in chapters.items():
                one = taken(Hoofdstuktekst, known, language=language, text=text)
                texts.setdefault(chapter, []).append(one)
        return texts
    found = selectors.evaluation_file(year)
    for (chapter, language), written in sorted(found.written.items()) if found else ():
        row = _fields(written.row, Hoofdstuktekst)
        texts.setdefault(chapter, []).append(taken(Hoofdstuktekst, row, language=language))
    return texts


def _flat(plan: ChapterPlan, inside: str | None) -> Iterator[tuple[ChapterPlan, str | None]]:
    yield plan, inside
    for one in plan.chapters:
        yield from _flat(one, plan.id)


def _fields(row: object, shape: type[Shape]) -> dict[str, object]:
    return {name: getattr(row, name) for name in shape.model_fields if hasattr(row, name)}
