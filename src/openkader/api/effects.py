"""Het effect: what those who took part say came of the activities of a year; of how many, and never a nought."""

from django.http import HttpRequest
from ninja import Query, Router

from openkader.api.account_shapes import (
    Effect,
    Effectactiviteit,
    Jaarvraagmoment,
    Reactie,
    Vraagmomenttotaal,
)
from openkader.api.activities import shown_period
from openkader.api.doors import ByToken, caller
from openkader.api.evaluation_shapes import Getal
from openkader.api.mission_words import Vraagmomentstand
from openkader.api.paging import links_after, page_of
from openkader.api.read_shapes import Bladvraag
from openkader.api.shapes import require_known, taken, text_of
from openkader.api.survey_shapes import Antwoordtelling, Vraagtelling
from openkader.api.words import from_house
from openkader.casework.effect import QuestionCount, Reach
from openkader.casework.permissions import Act
from openkader.evaluation.effects import ActivityEffect, WaveEffect, WaveTotal, effects_of
from openkader.register import selectors

router = Router(tags=["Evaluaties"])


@router.get(
    "/{jaar}/effect",
    response=Effect,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Wat er van de activiteiten kwam",
    url_name="api_effects",
    operation_id="effectOpvragen",
)
def show_effects(request: HttpRequest, jaar: int, asked: Query[Bladvraag]) -> Effect:
    """De totalen van elk vraagmoment, en ten hoogste vijftig activiteiten, in de volgorde van hun nummer."""
    who = caller(request)
    require_known(request.GET, Bladvraag)
    selectors.kader_year(jaar)
    found = effects_of(jaar, reader=who.person, today=who.today)
    rows, last = page_of(found.rows, lambda row: row.activity.reference, asked.cursor)
    who.note_readings([row.activity.reference for row in rows])
    return Effect.model_validate(
        {
            "links": links_after(request, last),
            "question": text_of(found.question.text),
            "own_form": text_of(found.form.own_form),
            "smallest": found.form.smallest,
            "totals": [_total(one) for one in found.totals()],
            "withheld": found.beside,
            "rows": [_activity(row) for row in rows],
        }
    )


def _activity(row: ActivityEffect) -> Effectactiviteit:
    activity = row.activity
    return taken(
        Effectactiviteit,
        {},
        activity=activity.reference,
        label=text_of(activity.label),
        number=activity.number,
        period=shown_period(activity.period),
        waves=[_wave(one) for one in row.waves],
    )


def _wave(one: WaveEffect) -> Jaarvraagmoment:
    reach = one.reach
    return taken(
        Jaarvraagmoment,
        {},
        wave=one.wave.id,
        months=one.wave.months,
        took_part=_took_part(reach),
        asked=reach.asked,
        answered=reach.answered if reach.is_asked else None,
        state=from_house(reach.state, Vraagmomentstand),
        opens_on=reach.opens_on,
        counts=[_count(count) for count in one.counts],
        said=[taken(Reactie, {}, words=row.words, name=row.name) for row in one.said],
    )


def _total(one: WaveTotal) -> Vraagmomenttotaal:
    return taken(
        Vraagmomenttotaal,
        {},
        wave=one.wave.id,
        months=one.wave.months,
        took_part=_took_part(one),
        asked=one.asked,
        answered=one.answered if one.is_asked else None,
        told=one.told,
        outcome=None if one.outcome is None else _count(one.outcome),
    )


def _took_part(found: Reach | WaveTotal) -> Getal:
    """How many took part, or at least how many where nobody knows it of all."""
    return taken(Getal, {}, low=found.known, high=found.took_part)


def _count(count: QuestionCount) -> Vraagtelling:
    return taken(
        Vraagtelling,
        {},
        question=count.question.id,
        text=text_of(count.question.text),
        answered=count.answered,
        options=[
            taken(Antwoordtelling, {}, option=one.option.id, text=text_of(one.option.text), number=one.number)
            for one in count.options
        ],
    )
