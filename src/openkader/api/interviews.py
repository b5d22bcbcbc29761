"""De interviews van een jaar: what a text may use of them. Who spoke, and who consented to what, people note."""

from collections import Counter
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from ninja import Router

from openkader.api.activities import shown_period
from openkader.api.doors import ByToken, Caller, case_reader
from openkader.api.interview_shapes import Interview, Interviewcitaat, Interviews, Interviewthema
from openkader.api.problems import said
from openkader.api.shapes import taken, text_of
from openkader.api.words import Partijsoort, from_house
from openkader.api.year_words import Interviewtoestemming
from openkader.base.errors import NotFound
from openkader.casework.interviews import InterviewPlan
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.interviews import interviews_here
from openkader.register.quoting import UsableQuote
from openkader.register.selectors.interviews_told import ToldInterview, interviews_told

router = Router(tags=["Evaluaties"])
_READER = ByToken(Act.READ_CASES)


@router.get(
    "/{jaar}/interviews",
    response=Interviews,
    by_alias=True,
    auth=_READER,
    summary="De interviews van een jaar",
    url_name="api_interviews",
    operation_id="interviewsOpvragen",
)
def list_interviews(request: HttpRequest, jaar: int) -> Interviews:
    """Wat een tekst ervan mag gebruiken: themas, soorten organisaties, en citaten waarvoor toestemming is.

    Toestemming kan worden ingetrokken: dan is het hier weg. Vraag daarom opnieuw, en bewaar geen woorden.
    """
    who = case_reader(request)
    plan, rows = _told(jaar, who)
    _note(rows, who)
    return Interviews.model_validate({"themes": _themes(rows, plan), "rows": [_shown(row) for row in rows]})


@router.post("/{jaar}/interviews", include_in_schema=False, url_name="api_interviews")
def refuse(request: HttpRequest, jaar: int) -> HttpResponse:
    """Say that people note interviews, to whoever tries it here."""
    return said(403, "interface.person-interviews")


@router.get(
    "/{jaar}/interviews/{nummer}",
    response=Interview,
    by_alias=True,
    auth=_READER,
    summary="Een interview",
    url_name="api_interview",
    operation_id="interviewOpvragen",
)
def show_interview(request: HttpRequest, jaar: int, nummer: str) -> Interview:
    """Wat ervan gebruikt mag worden. Wie sprak, leest wie dat mag op de pagina."""
    who = case_reader(request)
    rows = [row for row in _told(jaar, who)[1] if row.reference == nummer]
    if not rows:
        raise NotFound("interview", nummer[:80])
    _note(rows, who)
    return _shown(rows[0])


@router.post("/{jaar}/interviews/{nummer}", include_in_schema=False, url_name="api_interview")
def refuse_words(request: HttpRequest, jaar: int, nummer: str) -> HttpResponse:
    """Say the same to whoever tries to keep words here, or to note consent."""
    return said(403, "interface.person-interviews")


def _told(jaar: int, who: Caller) -> tuple[InterviewPlan, Sequence[ToldInterview]]:
    """The themes of the organisation and the interviews of a year, as far as a text may use them."""
    selectors.kader_year(jaar)
    plan = interviews_here()
    if plan is None:
        raise NotFound("interview", str(jaar))
    return plan, interviews_told(jaar, reader=who.person)


def _note(rows: Sequence[ToldInterview], who: Caller) -> None:
    """Let the trail know that it read of what party of a confidential case something was told."""
    who.note_readings({row.dossier for row in rows if row.dossier})


def _themes(rows: Sequence[ToldInterview], plan: InterviewPlan) -> list[Interviewthema]:
    """Every theme of the list and every former one that came up, the most often first."""
    counted = Counter(theme for row in rows for theme in row.themes)
    codes = dict.fromkeys([*(one.code for one in plan.themes), *sorted(counted)])
    return [
        taken(Interviewthema, {}, theme=code, text=text_of(plan.text_of(code)), number=counted[code])
        for code in sorted(codes, key=lambda code: -counted[code])
    ]


def _shown(row: ToldInterview) -> Interview:
    return taken(
        Interview,
        {"reference": row.reference, "may_count": row.may_count, "themes": list(row.themes)},
        period=shown_period(row.period),
        consent=None if row.consent is None else from_house(row.consent, Interviewtoestemming),
        kind=None if row.kind is None else from_house(row.kind, Partijsoort),
        quotes=[_quote(one) for one in row.quotes],
    )


def _quote(one: UsableQuote) -> Interviewcitaat:
    said_words = {"reference": one.reference, "theme": one.theme, "words": one.words}
    return taken(Interviewcitaat, said_words, said_of=text_of(one.said_of))
