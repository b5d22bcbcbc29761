"""De concepten van het kader: what is written of a next version, and what is wrong with it. People write and adopt."""

from collections.abc import Sequence

from django.http import HttpRequest
from ninja import Router

from openkader.api.doors import ByToken, Caller, caller
from openkader.api.draft_shapes import (
    Bevinding,
    Conceptbestand,
    Conceptfout,
    ConceptIntrekking,
    Conceptstap,
    Herkomst,
    Kaderconcept,
    Kaderconcepten,
    KaderconceptInLijst,
)
from openkader.api.draft_words import Ernst
from openkader.api.kaders import organisation_here
from openkader.api.problems import language
from openkader.api.read_shapes import Vaststelling
from openkader.api.shapes import Shape, require_known, taken, text_of
from openkader.api.words import from_house
from openkader.base.errors import Problem
from openkader.base.messages import sentence
from openkader.casework.permissions import Act
from openkader.kader import Finding, Kader
from openkader.kader.heading import heading_day
from openkader.register.draft_kaders import findings_of, read_draft
from openkader.register.kader_drafts import plain
from openkader.register.selectors.kader_versions import (
    DraftFile,
    DraftRow,
    WithdrawalRow,
    drafts_of,
    kader_draft,
    withdrawn_drafts_of,
)

router = Router(tags=["Kaders"])
_MOST = 100  # of mistakes; who has more mends these first


@router.get(
    "",
    response=Kaderconcepten,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De concepten van het kader",
    url_name="api_drafts",
    operation_id="kaderconceptenOpvragen",
)
def list_drafts(request: HttpRequest) -> Kaderconcepten:
    """Waaraan geschreven wordt, en waarmee niemand verdergaat. Wat is vastgesteld, staat bij `/kaders`."""
    who = caller(request)
    require_known(request.GET)
    organisation = organisation_here(who)
    rows = [_line(row, None) for row in drafts_of(organisation)]
    rows += [_line(row, withdrawn) for row, withdrawn in withdrawn_drafts_of(organisation)]
    return Kaderconcepten.model_validate({"rows": [KaderconceptInLijst.model_validate(one) for one in rows]})


@router.get(
    "/{nummer}",
    response=Kaderconcept,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een concept van een kader",
    url_name="api_draft",
    operation_id="kaderconceptOpvragen",
)
def show_draft(request: HttpRequest, nummer: str) -> Kaderconcept:
    """De teksten, wie wanneer schreef, wat eraan mis is, en of het is vastgesteld of ingetrokken."""
    who = caller(request)
    require_known(request.GET)
    found = kader_draft(nummer)
    kader, problems = read_kader(found, who)
    return Kaderconcept.model_validate(
        {
            **_line(found.row, found.withdrawal),
            "decision": found.decision and _of(Vaststelling, found.decision),
            "origin": found.origin and _of(Herkomst, found.origin),
            "texts": [_of(Conceptbestand, one) for one in found.texts.values()],
            "steps": [_of(Conceptstap, one) for one in found.steps],
            "problems": [_problem(one) for one in problems[:_MOST]],
            "findings": None if kader is None else [_finding(one) for one in findings_of(kader)],
        }
    )


def read_kader(found: DraftFile, who: Caller) -> tuple[Kader | None, Sequence[Problem]]:
    """The kader that its texts make, on the day from which it says that it is in force."""
    texts = plain(found.texts)
    day = heading_day(texts) or who.today
    return read_draft(texts, f"{found.row.base.partition('/')[0]}/{day.isoformat()}")


def _line(row: DraftRow, withdrawn: WithdrawalRow | None) -> dict[str, object]:
    names = ("reference", "name", "base", "at", "by", "changed_at")
    return {
        **{name: getattr(row, name) for name in names},
        "withdrawal": withdrawn and _of(ConceptIntrekking, withdrawn),
    }


def _of(shape: type[Shape], row: object) -> Shape:
    return taken(shape, {name: getattr(row, name) for name in shape.model_fields})


def _problem(one: Problem) -> Conceptfout:
    detail = sentence(one.code, one.detail, language())
    return Conceptfout.model_validate({"where": one.where, "code": one.code, "detail": detail})


def _finding(one: Finding) -> Bevinding:
    return Bevinding.model_validate(
        {
            "severity": from_house(one.severity, Ernst),
            "code": one.code,
            "where": one.where,
            "text": text_of(one.text),
        }
    )
