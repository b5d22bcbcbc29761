"""De boodschappen: which lines to take fit an activity, and what who was there notes of one after the talk."""

from collections import Counter
from dataclasses import asdict, dataclass

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from openkader.api.doors import ByToken, Caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_version
from openkader.api.pace import require_pace
from openkader.api.sent_talks import NieuweBoodschapnotitie
from openkader.api.shapes import taken, text_of
from openkader.api.talk_shapes import (
    Boodschap,
    Boodschapnotitie,
    Boodschapnotities,
    Boodschappen,
    Gesprekspartner,
    Vervolg,
)
from openkader.api.talk_words import Gespreksvorm
from openkader.api.words import known_word, to_house
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Setting
from openkader.evaluation.matrix import known_of
from openkader.kader import Kader
from openkader.kader.model import MessageLine
from openkader.register import selectors, services
from openkader.register.case_kaders import assessor_of_talk
from openkader.register.message_entries import MessageNoteEntry
from openkader.register.selectors import Counterpart, FollowUpRow, MessageRow, TalkFile

router = Router(tags=["Activiteiten"])
NOT_SEEN = -1  # as no number of notes is


@dataclass(frozen=True, slots=True)
class Talked:
    """An activity as a program finds it that reads or notes what was said there."""

    who: Caller
    file: TalkFile

    @property
    def kader(self) -> Kader:
        """The kader whose lines and topics are those of this activity."""
        return assessor_of_talk(self.file, self.who.today).kader

    def parties(self) -> tuple[Counterpart, ...]:
        """Whom it is with."""
        return selectors.counterparts_at(self.file.reference, reader=self.who.person)

    def notes(self) -> tuple[MessageRow, ...]:
        """What was noted of all lines, the newest first."""
        return selectors.notes_of(self.file.reference, reader=self.who.person)

    def notes_on(self, line: str) -> list[MessageRow]:
        """The same of one line; of one that the kader does not have, and that nobody noted, there is nothing."""
        rows = [one for one in self.notes() if one.line == line]
        if not rows and line not in {one.id for one in self.kader.messages}:
            raise NotFound("message", line[:80])
        return rows

    def follow_ups(self) -> tuple[FollowUpRow, ...]:
        """What was promised there."""
        return selectors.open_follow_ups(self.file.reference, reader=self.who.person)


def talk_at(request: HttpRequest, nummer: str) -> Talked:
    """An activity that the caller may see."""
    who = case_reader(request)
    return Talked(who, selectors.talk_file(nummer, reader=who.person))


def talk_read(request: HttpRequest, nummer: str) -> Talked:
    """The same; the trail knows who read it, where its request is confidential."""
    here = talk_at(request, nummer)
    here.who.note_reading(here.file.request, here.file.level)
    return here


def shown_follow_up(row: FollowUpRow) -> Vervolg:
    """A follow-up as it is shown."""
    return taken(Vervolg, asdict(row))


@router.get(
    "/{nummer}/boodschappen",
    response=Boodschappen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Welke boodschappen bij een activiteit passen",
    url_name="api_messages",
    operation_id="boodschappenOpvragen",
)
def list_lines(request: HttpRequest, nummer: str) -> Boodschappen:
    """Elke boodschap van het kader, of zij past bij wat bekend is, en hoe vaak er iets over genoteerd is."""
    here = talk_read(request, nummer)
    assessor = assessor_of_talk(here.file, here.who.today)
    weighed = assessor.assess(known_of(here.file, assessor.kader))
    given = Counter(note.line for note in here.notes())
    lines = [_line(one, weighed.truth(one.when), given[one.id]) for one in assessor.kader.messages]
    return Boodschappen.model_validate({"lines": lines, "parties": [_party(one) for one in here.parties()]})


@router.get(
    "/{nummer}/boodschappen/{boodschap}/notities",
    response=Boodschapnotities,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Wat over een boodschap is genoteerd",
    url_name="api_message_notes",
    operation_id="boodschapnotitiesOpvragen",
)
def list_notes(
    request: HttpRequest, response: HttpResponse, nummer: str, boodschap: str
) -> Boodschapnotities:
    """Of zij bij deze activiteit aan de orde kwam, met wie, en wat zij antwoordden."""
    return marked(response, _shown(talk_read(request, nummer).notes_on(boodschap)))


@router.post(
    "/{nummer}/boodschappen/{boodschap}/notities",
    response={200: Boodschapnotities, 201: Boodschapnotities},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Noteren of een boodschap aan de orde kwam",
    url_name="api_message_notes",
    operation_id="boodschapNoteren",
    openapi_extra=asked_for("de notities bij deze boodschap"),
)
def note(
    request: HttpRequest, response: HttpResponse, nummer: str, boodschap: str, sent: NieuweBoodschapnotitie
) -> Status[Boodschapnotities]:
    """Van wie erbij was, nadat de activiteit begon. Een notitie verandert niet; de nieuwste telt.

    De laatste nog eens gestuurd blijft er een (200), ook met een oudere ETag.
    """
    here = talk_at(request, nummer)
    before = here.notes_on(boodschap)
    seen = require_version(request)
    is_newest = mark_of_shape(_shown(before)) in {one.removeprefix("W/") for one in seen}
    _require_there(sent, here)
    require_pace(here.who)
    entry = MessageNoteEntry(
        activity=here.file.reference,
        line=boodschap,
        raised=sent.raised,
        seen=len(before) if is_newest else NOT_SEEN,
        party=sent.party,
        reason=sent.reason,
        said_by=sent.said_by,
        setting=None if sent.setting is None else to_house(sent.setting, Setting),
        reaction=sent.reaction,
        promise=sent.promise,
    )
    number = services.note_message(entry, kader=here.kader, by=here.who.hand, now=here.who.now)
    is_known = number in {one.number for one in before}
    return Status(200 if is_known else 201, marked(response, _shown(here.notes_on(boodschap))))


def _require_there(sent: NieuweBoodschapnotitie, here: Talked) -> None:
    if sent.party is not None and sent.party not in {one.reference for one in here.parties()}:
        raise Invalid([Problem("interface.unknown-word", "gesprekspartner")])


def _line(line: MessageLine, fits: bool | None, notes: int) -> Boodschap:
    return Boodschap.model_validate(
        {
            "line": line.id,
            "text": text_of(line.text),
            "audience": text_of(line.audience),
            "topic": line.topic,
            "fits": fits,
            "review_on": line.policy.review_on if line.policy else None,
            "notes": notes,
        }
    )


def _party(one: Counterpart) -> Gesprekspartner:
    function = None if one.function is None else text_of(one.function)
    return Gesprekspartner.model_validate(
        {"reference": one.reference, "name": text_of(one.name), "function": function}
    )


def _shown(rows: list[MessageRow]) -> Boodschapnotities:
    return Boodschapnotities.model_validate({"rows": [_note(one) for one in rows]})


def _note(row: MessageRow) -> Boodschapnotitie:
    return taken(
        Boodschapnotitie,
        asdict(row),
        text=text_of(row.text),
        setting=known_word(row.setting, Setting, Gespreksvorm),
        follow_up=None if row.follow_up is None else shown_follow_up(row.follow_up),
    )
