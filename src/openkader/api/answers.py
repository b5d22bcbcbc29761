"""The questions of the kader in a case, and the answers that a program gives."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from ninja import Router

from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest
from openkader.api.requests import case_at, note_read
from openkader.api.sent import NieuwAntwoord, NieuweAntwoorden
from openkader.api.shapes import Vraag, Vragen, require_known, taken, text_of
from openkader.api.words import Vraagsoort, from_house
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.casework.permissions import Act
from openkader.kader import Assessor, Fact
from openkader.register import selectors, services
from openkader.register.case_kaders import kader_name
from openkader.register.entries import AnswerEntry
from openkader.register.kaders import assessor_of
from openkader.register.selectors import Case, CaseRow, Dossier
from openkader.register.selectors.case import questions_of

router = Router(tags=["Verzoeken"])


@dataclass(frozen=True, slots=True)
class Work:
    """A case that a program works on, as the list and the register have it, and the kader that it is weighed by."""

    row: CaseRow
    found: Dossier
    case: Case
    assessor: Assessor

    @property
    def shown(self) -> Vragen:
        """Its questions with the newest answers."""
        questions = [self._question(fact) for fact in questions_of(self.case)]
        return Vragen.model_validate({"kader": self.assessor.kader.id, "questions": questions})

    def _question(self, fact: Fact) -> Vraag:
        given = self.case.given.get(fact.id, ())
        newest = given[-1] if given else {"value": None, "basis": None}
        options = [{"code": one.code, "text": text_of(one.text)} for one in fact.options]
        return taken(
            Vraag,
            newest,
            fact=fact.id,
            type=from_house(fact.type, Vraagsoort),
            text=text_of(fact.question or fact.label),
            options=options,
            given=len(given),
            is_open=fact in self.case.weighed.open_questions,
        )


def work_at(nummer: str, who: Caller) -> Work:
    """The case that a program works on; one that cannot be weighed on its own is not there."""
    row, found = case_at(nummer, who)
    assessor = assessor_of(kader_name(found, who.today))
    case = selectors.case_of(found, assessor, who.today)
    if case is None:
        raise NotFound("request", nummer)
    return Work(row, found, case, assessor)


@router.get(
    "/{nummer}/antwoorden",
    response=Vragen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De vragen van het kader, met de antwoorden",
    url_name="api_answers",
    operation_id="antwoordenOpvragen",
)
def list_answers(request: HttpRequest, response: HttpResponse, nummer: str) -> Vragen:
    """De vragen die bij dit verzoek worden gesteld, met het nieuwste antwoord."""
    who = caller(request)
    require_known(request.GET)
    work = work_at(nummer, who)
    note_read(work.row, who)
    return marked(response, work.shown)


@router.patch(
    "/{nummer}/antwoorden",
    response=Vragen,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Vragen van het kader beantwoorden",
    url_name="api_answers",
    operation_id="antwoordenGeven",
    openapi_extra=asked_for("de vragen"),
)
def give_answers(request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweAntwoorden) -> Vragen:
    """Voegt antwoorden toe; eerdere blijven bewaard, en het nieuwste telt. Alles of niets."""
    who = case_reader(request)
    work = work_at(nummer, who)
    require_newest(request, mark_of_shape(work.shown))
    services.answer_facts(
        nummer, _entries(work, sent.answers), kader=work.assessor.kader, by=who.hand, now=who.now
    )
    return marked(response, work_at(nummer, who).shown)


def _entries(work: Work, answers: list[NieuwAntwoord]) -> list[AnswerEntry]:
    asked = {fact.id: fact for fact in questions_of(work.case)}
    problems: list[Problem] = []
    found: dict[str, AnswerEntry] = {}
    for place, one in enumerate(answers):
        if one.fact in found:
            problems.append(Problem("interface.twice", f"antwoorden.{place}.vraag"))
        elif one.fact not in asked:
            problems.append(Problem("interface.not-asked", f"antwoorden.{place}.vraag"))
        else:
            seen = len(work.case.given.get(one.fact, ()))
            value = (
                sorted(set(one.value)) if isinstance(one.value, list) else asked[one.fact].restored(one.value)
            )
            found[one.fact] = AnswerEntry(fact=one.fact, value=value, basis=one.basis, seen=seen)
    if problems:
        raise Invalid(problems)
    return list(found.values())
