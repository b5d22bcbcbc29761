"""Het naspelen: what becomes of all past cases under a draft."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router

from openkader.api.difference_shapes import (
    Maatregeltelling,
    Naspeelbeperking,
    Naspeeluitkomst,
    Naspeelverschil,
    Naspeelzaak,
    Naspeelzaken,
    Naspeling,
    Naspelingen,
    NaspelingInLijst,
    Uitkomsttelling,
)
from openkader.api.doors import ByToken, Caller, caller
from openkader.api.draft_words import Naspeelkant, Naspeelstand
from openkader.api.drafts import read_kader
from openkader.api.paging import after_in, links_after
from openkader.api.problems import language
from openkader.api.read_shapes import Bladvraag
from openkader.api.shapes import Koppeling, Tekst, require_known, taken, text_of
from openkader.api.words import Uitkomst, from_house
from openkader.base.errors import NotFound
from openkader.base.messages import sentence
from openkader.base.numbers import number_in
from openkader.casework.permissions import Act
from openkader.kader import Outcome
from openkader.kader.replaying.why import Side
from openkader.register.kader_drafts import texts_digest
from openkader.register.selectors.kader_replays import (
    ReplayRow,
    SeenCases,
    how_many_seen,
    replay_found,
    replay_of,
    replays_of,
    seen_cases,
    some_seen,
)
from openkader.register.selectors.kader_versions import DraftFile, kader_draft
from openkader.register.selectors.pages import PER_PAGE

router = Router(tags=["Kaders"])
_READER = ByToken(Act.READ_CASES)
_MOST = 100  # ways of differing, as on the page
_PLAIN = ("reference", "base", "at", "by", "done", "whole", "ended_at", "ended_by", "cases", "changed")
# Why an answer does not fit, as a replay keeps it.
_REASONS: Mapping[str, str] = {
    "type_changed": "ander_soort_antwoord",
    "option_gone": "antwoord_bestaat_niet_meer",
    "no_answer": "geen_antwoord",
}
Data = Mapping[str, Any]


@router.get(
    "/{nummer}/naspelingen",
    response=Naspelingen,
    by_alias=True,
    auth=_READER,
    summary="De keren dat een concept is nagespeeld",
    url_name="api_replays",
    operation_id="naspelingenOpvragen",
)
def list_replays(request: HttpRequest, nummer: str) -> Naspelingen:
    """Hoe ver elk is, de nieuwste eerst."""
    who = caller(request)
    require_known(request.GET)
    found = kader_draft(nummer)
    newest = replays_of(found.row.reference, who.now, _digest(found, who))
    rows = [taken(NaspelingInLijst, _line(row, found)) for row in newest]
    return Naspelingen.model_validate({"rows": rows})


@router.get(
    "/{nummer}/naspelingen/{naspeling}",
    response=Naspeling,
    by_alias=True,
    auth=_READER,
    summary="Wat een naspelen vond",
    url_name="api_replay",
    operation_id="naspelingOpvragen",
)
def show_replay(request: HttpRequest, nummer: str, naspeling: str) -> Naspeling:
    """Van uitkomst naar uitkomst, waarom, en wat de geschiedenis niet zegt. Alle zaken tellen mee."""
    who = caller(request)
    require_known(request.GET)
    return shown_replay(request, kader_draft(nummer), naspeling, who)


@router.get(
    "/{nummer}/naspelingen/{naspeling}/verschillen/{int:verschil}/zaken",
    response=Naspeelzaken,
    by_alias=True,
    auth=_READER,
    summary="De zaken die op een manier anders uitvallen",
    url_name="api_replay_cases",
    operation_id="naspeelzakenOpvragen",
)
def list_cases(
    request: HttpRequest, nummer: str, naspeling: str, verschil: int, asked: Query[Bladvraag]
) -> Naspeelzaken:
    """Alleen wat u mag zien, in de volgorde waarin zij binnenkwamen."""
    who = caller(request)
    require_known(request.GET, Bladvraag)
    row = replay_row(kader_draft(nummer), naspeling, who)
    if all(one["number"] != verschil for one in replay_found(row.reference)["differences"]):
        raise NotFound("kader-replay", f"{naspeling[:70]} {verschil}"[:80])
    first = after_in(asked.cursor, number_in) or 0
    end = first + PER_PAGE
    found = some_seen(row.reference, verschil, reader=who.person, part=slice(first, end))
    has_more = how_many_seen(row.reference, verschil, reader=who.person) > end
    who.note_readings([one.reference for one in found])
    cases = [taken(Naspeelzaak, {}, reference=one.reference, title=text_of(one.title)) for one in found]
    return Naspeelzaken.model_validate(
        {"links": links_after(request, end if has_more else None), "rows": cases}
    )


def _digest(found: DraftFile, who: Caller) -> str:
    """That of its kader, of which replays may have been kept; empty where it is not whole yet."""
    kader, _problems = read_kader(found, who)
    return kader.digest if kader else ""


def shown_replay(request: HttpRequest, draft: DraftFile, naspeling: str, who: Caller) -> Naspeling:
    """A replay of a draft, with what it found where it is done."""
    row = replay_row(draft, naspeling, who)
    found = None if row.cases is None else _found(request, row, draft.row.reference, who)
    return taken(Naspeling, _line(row, draft), found=found)


def replay_row(found: DraftFile, naspeling: str, who: Caller) -> ReplayRow:
    """A replay that the page of this draft shows."""
    return replay_of(found.row.reference, naspeling, who.now, _digest(found, who))


def _line(row: ReplayRow, draft: DraftFile) -> dict[str, object]:
    return {
        **{name: getattr(row, name) for name in _PLAIN},
        "state": from_house(row.state, Naspeelstand),
        "is_late": row.late,
        "is_earlier": row.texts not in (None, texts_digest(draft.texts)),
        "failure": sentence(row.failure, {}, language()) if row.failure else None,
    }


def _found(request: HttpRequest, row: ReplayRow, nummer: str, who: Caller) -> Naspeeluitkomst:
    found = replay_found(row.reference)
    seen = seen_cases(row.reference, reader=who.person, most=0)
    largest = sorted(found["differences"], key=lambda one: -one["cases"])[:_MOST]

    def address(number: int) -> Koppeling:
        place = reverse("api:api_replay_cases", args=[nummer, row.reference, number])
        return Koppeling(href=request.build_absolute_uri(place))

    return taken(
        Naspeeluitkomst,
        {},
        matrix=[
            taken(
                Uitkomsttelling,
                {},
                was=_outcome(one["before"]),
                becomes=_outcome(one["after"]),
                number=one["cases"],
            )
            for one in found["matrix"]
        ],
        measures=list(_measures(found)),
        limits=list(limits_of(found["facts"])),
        differences=[_difference(one, seen, address(one["number"])) for one in largest],
        difference_count=len(found["differences"]),
    )


def _difference(one: Data, seen: Mapping[int, SeenCases], rows: Koppeling) -> Naspeelverschil:
    mine, row = seen.get(one["number"]), one["row"]
    return taken(
        Naspeelverschil,
        {},
        was=_outcome(one["before"]),
        becomes=_outcome(one["after"]),
        number=one["number"],
        why=row and _text(row["why"]),
        side=row and _side(row["kader"]),
        added=one["added"],
        removed=one["removed"],
        cases=one["cases"],
        seen=mine.number if mine else 0,
        rows=rows,
    )


def _measures(found: Data) -> Iterator[Maatregeltelling]:
    added, removed = found["measures"]["added"], found["measures"]["removed"]
    texts = found.get("measure_texts", {})
    for name in sorted({**added, **removed}):
        words = texts.get(name)
        yield taken(
            Maatregeltelling,
            {},
            name=name,
            text=words and _text(words),
            added=added.get(name, 0),
            removed=removed.get(name, 0),
        )


def limits_of(facts: Data) -> Iterator[Naspeelbeperking]:
    """What history lacks, the questions that are new first."""
    for row in facts["unanswered"]:
        yield _limit("nieuwe_vraag" if row["is_new"] else "niet_beantwoord", row)
    for row in facts["unfit"]:
        yield _limit("past_niet", row)
    for row in facts["impossible"]:
        yield _limit("gaat_niet_samen", row)
    for row in facts["options_added"]:
        yield _limit("nieuwe_antwoorden", row)
    for row in facts["dropped"]:
        yield _limit("niet_meer_gevraagd", row)


def _limit(kind: str, row: Data) -> Naspeelbeperking:
    words = row.get("label") or row.get("text")
    return taken(
        Naspeelbeperking,
        {},
        kind=kind,
        name=row.get("fact") or row["constraint"],
        text=words and _text(words),
        side=_side(row["kader"]) if "kader" in row else None,
        reason=_REASONS[row["reason"]] if "reason" in row else None,
        options=row.get("options", []),
        cases=row["cases"],
    )


def _text(words: Data) -> Tekst:
    return Tekst(nl=words["nl"], en=words["en"])


def _side(word: str) -> Naspeelkant:
    return from_house(Side(word), Naspeelkant)


def _outcome(word: str) -> Uitkomst:
    return from_house(Outcome(word), Uitkomst)
