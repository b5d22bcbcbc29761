"""De verschillen tussen kaders: in which cases the proposal becomes another, and what else changes."""

from collections.abc import Iterator

from django.http import HttpRequest
from ninja import Router

from openkader.api.difference_shapes import (
    Kaderkant,
    Kaderverschil,
    Onderdeelverschil,
    Uitkomsttelling,
    Uitkomstverschil,
)
from openkader.api.doors import ByToken, caller
from openkader.api.draft_words import Nietuitgerekend
from openkader.api.drafts import read_kader
from openkader.api.problems import language
from openkader.api.shapes import require_known, taken, text_of
from openkader.api.words import Uitkomst, from_house
from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.kader import Kader, Outcome
from openkader.kader.soundness.difference import OutcomeChange
from openkader.kader.soundness.difference_words import STATES, DifferenceWords
from openkader.register.draft_kaders import difference_of
from openkader.register.kaders import assessor_of
from openkader.register.selectors.kader_versions import kader_draft

of_kaders = Router(tags=["Kaders"])
of_drafts = Router(tags=["Kaders"])
_READER = ByToken(Act.READ_CASES)


@of_kaders.get(
    "/{organisatie}/{versie}/verschillen/{andere}",
    response=Kaderverschil,
    by_alias=True,
    auth=_READER,
    summary="Wat een andere versie van een kader verandert",
    url_name="api_kader_difference",
    operation_id="kaderverschilOpvragen",
)
def show_difference(request: HttpRequest, organisatie: str, versie: str, andere: str) -> Kaderverschil:
    """Van elk denkbaar geval, niet van wat binnenkwam. Omgekeerd gevraagd zegt het wat de eerste verandert."""
    require_known(request.GET)
    older, newer = (assessor_of(f"{organisatie}/{name}").kader for name in (versie, andere))
    return _difference(older, newer)


@of_drafts.get(
    "/{nummer}/verschillen",
    response=Kaderverschil,
    by_alias=True,
    auth=_READER,
    summary="Wat een concept verandert",
    url_name="api_draft_difference",
    operation_id="conceptverschilOpvragen",
)
def show_draft_difference(request: HttpRequest, nummer: str) -> Kaderverschil:
    """Van de versie waarvan het uitging. Zolang de teksten geen kader zijn, is er niets (404): zie `fouten`."""
    who = caller(request)
    require_known(request.GET)
    found = kader_draft(nummer)
    draft, _problems = read_kader(found, who)
    if draft is None:
        raise NotFound("kader", nummer[:80])
    return _difference(assessor_of(found.row.base).kader, draft)


def _difference(older: Kader, newer: Kader) -> Kaderverschil:
    found = difference_of(older, newer)
    words = DifferenceWords(found, language())
    return taken(
        Kaderverschil,
        {},
        older=_side(older),
        newer=_side(newer),
        headline=words.headline,
        is_equivalent=found.is_equivalent,
        unsaid=[from_house(one, Nietuitgerekend) for one in found.unsaid],
        number=found.number,
        matrix=[
            taken(Uitkomsttelling, {}, was=_outcome(was), becomes=_outcome(becomes), number=number)
            for (was, becomes), number in found.matrix.items()
        ],
        outcomes=[_change(change, words) for change in found.outcomes],
        parts=list(_parts(words)),
    )


def _side(kader: Kader) -> Kaderkant:
    return taken(Kaderkant, {}, name=kader.id, digest=kader.digest, title=text_of(kader.title))


def _change(change: OutcomeChange, words: DifferenceWords) -> Uitkomstverschil:
    region = change.region
    return taken(
        Uitkomstverschil,
        {},
        was=_outcome(change.was),
        becomes=_outcome(change.becomes),
        number=region.number,
        share=region.share,
        is_stricter=change.becomes.severity > change.was.severity,
        only_open=region.only_open,
        opening=words.opening(change, region.short),
        clauses=words.descriptions(region.short),
        example=words.witness(region),
    )


def _parts(words: DifferenceWords) -> Iterator[Onderdeelverschil]:
    for _title, told in words.parts():
        for one in told:
            yield taken(
                Onderdeelverschil,
                {},
                part=one.key.part,
                name=one.key.name,
                title=one.title,
                state=text_of(STATES[one.state]),
                lines=list(one.lines),
            )


def _outcome(outcome: Outcome) -> Uitkomst:
    return from_house(outcome, Uitkomst)
