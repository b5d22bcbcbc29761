"""De informatiebeveiliging of an activity: each step with how far it is, what it hampers, and the sign-offs.

A program says how far steps are and what they hamper, as a colleague does. To sign off, and to say what comes first,
is for people.
"""

from collections.abc import Collection, Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest
from openkader.api.pace import require_pace
from openkader.api.problems import said
from openkader.api.protection_shapes import (
    Beveiligingsakkoord,
    Beveiligingsstap,
    Botsing,
    Informatiebeveiliging,
    NieuweBotsing,
    Stapmelding,
    Stapmeldingen,
    Stappenfase,
    Uitspraak,
)
from openkader.api.protection_words import Fase, Stapstand, Voorrang
from openkader.api.shapes import known_text, require_known, text_of
from openkader.api.words import from_house, to_house
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.casework.permissions import Act
from openkader.casework.protection import (
    Catalogue,
    ConflictDraft,
    Kept,
    Phase,
    Step,
    StepSaid,
    StepState,
    is_stale,
)
from openkader.register import selectors, services
from openkader.register.protection_entries import ConflictEntry, ProtectionEntry
from openkader.register.protection_lists import catalogue
from openkader.register.selectors import ConflictRow, ProtectionFile, SignOffRow

router = Router(tags=["Activiteiten"])


@router.get(
    "/{nummer}/informatiebeveiliging",
    response=Informatiebeveiliging,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De informatiebeveiliging van een activiteit",
    url_name="api_protection",
    operation_id="informatiebeveiligingOpvragen",
)
def show_protection(request: HttpRequest, response: HttpResponse, nummer: str) -> Informatiebeveiliging:
    """De stappen per fase en hoe ver zij zijn, wat zij hinderen, en of een deskundige instemde."""
    who = caller(request)
    require_known(request.GET)
    listed = catalogue()
    found = selectors.protection_file(nummer, listed, reader=who.person)
    who.note_reading(found.activity.request)
    return marked(response, _shown(found, listed))


@router.patch(
    "/{nummer}/informatiebeveiliging",
    response=Informatiebeveiliging,
    by_alias=True,
    auth=ByToken(Act.PROTECT),
    summary="Zeggen hoe ver stappen zijn",
    url_name="api_protection",
    operation_id="informatiebeveiligingBijhouden",
    openapi_extra=asked_for("de informatiebeveiliging"),
)
def keep_protection(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: Stapmeldingen
) -> Informatiebeveiliging:
    """Alles wat gestuurd is, of niets. Wat al zo was, verandert niets; wat iemand eerder zei, blijft bewaard.

    Instemmen met de lijst doet de deskundige, en zeggen wat voorgaat een beslisser, op de pagina.
    """
    who = case_reader(request)
    listed = catalogue()
    found = selectors.protection_file(nummer, listed, reader=who.person)
    require_newest(request, mark_of_shape(_shown(found, listed)))
    said_now = _said(sent, found)
    entry = ProtectionEntry(
        activity=nummer, said=said_now, seen={step: _kept(found, step).version for step in said_now}
    )
    services.keep_protection(entry, catalogue=listed, by=who.hand, now=who.now)
    return marked(response, _now(nummer, listed, who))


@router.post("/{nummer}/informatiebeveiliging", include_in_schema=False, url_name="api_protection")
def refuse(request: HttpRequest, nummer: str) -> HttpResponse:
    """Say that an expert signs off, to whoever tries it here."""
    return said(403, "interface.person-signs-off")


@router.post(
    "/{nummer}/informatiebeveiliging/botsingen",
    response={200: Botsing, 201: Botsing},
    by_alias=True,
    auth=ByToken(Act.PROTECT),
    summary="Een botsing met een ander doel noteren",
    url_name="api_conflicts",
    operation_id="botsingNoteren",
)
def note(request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweBotsing) -> Status[Botsing]:
    """Veiligheid gaat voor, tot een beslisser op de pagina iets anders zegt. Dezelfde nog eens is er een (200)."""
    who = case_reader(request)
    listed = catalogue()
    found = selectors.protection_file(nummer, listed, reader=who.person)
    _require_known(sent, found, listed)
    require_pace(who)
    entry = ConflictEntry(
        activity=nummer, draft=ConflictDraft(step=sent.step, goal=sent.goal, about=sent.about)
    )
    number = services.note_conflict(entry, catalogue=listed, by=who.hand, now=who.now)
    response["Location"] = request.build_absolute_uri(reverse("api:api_conflict", args=[nummer, number]))
    is_known = number in {row.number for row in found.conflicts}
    return Status(200 if is_known else 201, _conflict(_noted(nummer, number, who)))


@router.get(
    "/{nummer}/informatiebeveiliging/botsingen/{int:botsing}",
    response=Botsing,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een botsing met een ander doel",
    url_name="api_conflict",
    operation_id="botsingOpvragen",
)
def show_conflict(request: HttpRequest, nummer: str, botsing: int) -> Botsing:
    """Wat de stap hindert, wat voorgaat, en wie dat zei."""
    who = case_reader(request)
    shown = _conflict(_noted(nummer, botsing, who))
    who.note_readings([nummer])
    return shown


@router.post(
    "/{nummer}/informatiebeveiliging/botsingen/{int:botsing}",
    include_in_schema=False,
    url_name="api_conflict",
)
def refuse_ruling(request: HttpRequest, nummer: str, botsing: int) -> HttpResponse:
    """Say that a decider says what comes first, to whoever tries it here."""
    return said(403, "interface.person-rules")


def _noted(nummer: str, number: int, who: Caller) -> ConflictRow:
    for row in selectors.protection_file(nummer, catalogue(), reader=who.person).conflicts:
        if row.number == number:
            return row
    raise NotFound("conflict", str(number)[:80])


def _require_known(sent: NieuweBotsing, found: ProtectionFile, listed: Catalogue) -> None:
    """A step of the list of this activity, and a goal of the organisation."""
    wrong = [
        Problem("interface.unknown-word", place)
        for place, word, known in (
            ("stap", sent.step, {step.id for one in found.phases for step in one.steps}),
            ("doel", sent.goal, {goal.id for goal in listed.goals}),
        )
        if word not in known
    ]
    if wrong:
        raise Invalid(wrong)


def _now(nummer: str, listed: Catalogue, who: Caller) -> Informatiebeveiliging:
    return _shown(selectors.protection_file(nummer, listed, reader=who.person), listed)


def _said(sent: Stapmeldingen, found: ProtectionFile) -> dict[str, StepSaid]:
    """What was sent of each step, once; evidence is that of this activity, as its page offers it."""
    files = {row["id"] for rows in found.activity.evidence.values() for row in rows if not row["record"]}
    problems = list(_wrong(sent.steps, {step.id for one in found.phases for step in one.steps}, files))
    if problems:
        raise Invalid(problems)
    return {
        one.step: StepSaid(to_house(one.state, StepState), one.note or "", one.evidence) for one in sent.steps
    }


def _wrong(
    sent: Collection[Stapmelding], known: Collection[str], files: Collection[object]
) -> Iterator[Problem]:
    seen = set[str]()
    for number, one in enumerate(sent):
        place = f"stappen.{number}"
        if one.step in seen:
            yield Problem("interface.twice", f"{place}.stap")
        if one.step not in known:
            yield Problem("interface.unknown-word", f"{place}.stap")
        if one.evidence is not None and one.evidence not in files:
            yield Problem("interface.unknown-word", f"{place}.bewijsstuk")
        if one.state is Stapstand.LEFT_OUT and not one.note:
            yield Problem("interface.missing", f"{place}.toelichting")
        seen.add(one.step)


def _kept(found: ProtectionFile, step: str) -> Kept:
    return found.kept.get(step, Kept())


def _shown(found: ProtectionFile, listed: Catalogue) -> Informatiebeveiliging:
    return Informatiebeveiliging.model_validate(
        {
            "introduction": text_of(listed.introduction),
            "partial": text_of(listed.partial),
            "phases": [_phase(one, found) for one in found.phases],
            "rule": text_of(listed.rule),
            "goals": [{"code": one.id, "text": text_of(one.text)} for one in listed.goals],
            "conflicts": [_conflict(one) for one in found.conflicts],
            "sign_offs": [_sign_off(one, found) for one in found.sign_offs],
        }
    )


def _phase(phase: Phase, found: ProtectionFile) -> Stappenfase:
    return Stappenfase.model_validate(
        {
            "phase": from_house(phase.phase, Fase),
            "title": text_of(phase.title),
            "prepares": phase.prepares,
            "steps": [_step(one, found) for one in phase.steps],
        }
    )


def _step(step: Step, found: ProtectionFile) -> Beveiligingsstap:
    kept, row = _kept(found, step.id), found.rows.get(step.id)
    now = kept.now
    return Beveiligingsstap.model_validate(
        {
            "id": step.id,
            "text": text_of(step.text),
            "caution": known_text(step.caution),
            "sources": list(step.sources),
            "version": kept.version,
            "state": from_house(now.state, Stapstand) if now else None,
            "note": (now.note or None) if now else None,
            "evidence": now.evidence if now else None,
            "at": row.at if row else None,
            "by": row.by if row else None,
        }
    )


def _conflict(row: ConflictRow) -> Botsing:
    names = ("number", "step", "goal", "about", "at", "by")
    rulings = [
        Uitspraak.model_validate(
            {"outcome": from_house(one.outcome, Voorrang), "reason": one.reason, "at": one.at, "by": one.by}
        )
        for one in row.rulings
    ]
    plain = {name: getattr(row, name) for name in names}
    return Botsing.model_validate({**plain, "outcome": from_house(row.outcome, Voorrang), "rulings": rulings})


def _sign_off(row: SignOffRow, found: ProtectionFile) -> Beveiligingsakkoord:
    plain = {name: getattr(row, name) for name in ("reference", "note", "at", "by")}
    return Beveiligingsakkoord.model_validate({**plain, "is_stale": is_stale(row.signed, found.now)})
