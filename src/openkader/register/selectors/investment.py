"""Support of an investment as its page shows it, and the statements of a year; for whoever shares its secrets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.advice import AdviceState, AdviceVerdict, Asked, QuestionDraft
from openkader.casework.investment import (
    Partner,
    StatementState,
    Stood,
    may_ask_partner,
    shows_measure,
)
from openkader.casework.life_cycle import State
from openkader.casework.permissions import Person
from openkader.casework.screening import PartyState, fingerprints
from openkader.casework.vocabulary import Confidentiality, Kind, MeasureStatus
from openkader.kader import Assessor
from openkader.register.advising import asked_of, assessed_on
from openkader.register.investments import newest_case, parties_in
from openkader.register.models import (
    Advice,
    AdviceRequest,
    InvestmentCase,
    InvestmentStatement,
    Measure,
    ReportedStatement,
    Request,
)
from openkader.register.selectors.advice import AdviceRow, advice_row, questions_of
from openkader.register.selectors.parties import party_name
from openkader.register.standings import known_of, standings_of
from openkader.register.visibility import shares_secrets


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One statement of the partner; `is_own` when the partner gave it itself, by its link."""

    reference: str
    advice: str
    dossier: str
    verdict: AdviceVerdict
    grounds: tuple[str, ...]
    conditions: tuple[str, ...]
    explanation: str
    said_on: date
    valid_until: date | None
    number: str | None
    given_by: str
    by: str
    at: datetime
    is_own: bool
    state: StatementState


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestorRow:
    """A party of the dossier that may be the investor, with where its screening stands."""

    reference: str
    label: Text
    state: PartyState


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestmentCaseRow:
    """The case at the partner as it was noted last."""

    number: str | None
    investor: InvestorRow | None
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementMeasure:
    """A measure of an activity that a statement shows."""

    reference: str
    activity: str
    status: MeasureStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestmentFile:
    """Everything about the investment of a dossier; the newest statement and question come first."""

    reference: str
    title: Text
    level: Confidentiality
    is_fictional: bool
    case: InvestmentCaseRow | None
    parties: tuple[InvestorRow, ...]
    asked: tuple[AdviceRow, ...]  # of the partner
    national: tuple[AdviceRow, ...]  # of the other desks
    statements: tuple[StatementRow, ...]
    measures: tuple[StatementMeasure, ...]
    shows: bool  # whether the newest statement, if it still stands, shows that the partner judged
    refusal: str  # why the partner is not asked now; empty when it can be


def investment_file(
    reference: str, partner: Partner, assessor: Assessor, today: date, *, reader: Person
) -> InvestmentFile:
    """The investment of a dossier; for whoever does not share its secrets there is none."""
    query = Request.objects.filter(shares_secrets(reader), kind=Kind.INVESTMENT_SUPPORT)
    request = query.select_related("line", "source").filter(reference=reference).first()
    if request is None:
        raise NotFound("request", reference)
    screened = standings_of(request)
    known = assessed_on(request, assessor, screened)
    rows, values = questions_of(request.advice_requests.all()), known.trace.values
    asked = [advice_row(row, values, today) for row in rows]
    parties, case = _parties(request), newest_case(request)
    now = _Now(today, fingerprints.of_standings(screened), case)
    statements = _statements(_rows(rows), asked, now)
    return InvestmentFile(
        reference=request.reference,
        title=Text(nl=request.title_nl, en=request.title_en),
        level=Confidentiality(request.confidentiality),
        is_fictional=request.source is not None and request.source.fictional,
        case=_case(case, parties),
        parties=tuple(parties.values()),
        asked=tuple(row for row in reversed(asked) if row.desk == partner.desk),
        national=tuple(row for row in asked if row.desk != partner.desk),
        statements=statements,
        measures=_measures(request, partner),
        shows=bool(statements)
        and statements[0].state is StatementState.HOLDS
        and shows_measure(statements[0].verdict),
        refusal=_refusal(request, partner, [asked_of(row, values) for row in rows], today),
    )


def _refusal(request: Request, partner: Partner, asked: Sequence[Asked], today: date) -> str:
    """Why the partner cannot be asked, whatever the question is."""
    any_draft = QuestionDraft(desk=partner.desk, question="?", recipient="?", due_on=today)
    found = may_ask_partner(request.kind, State(request.line.state), any_draft, asked, today)
    return found.code if found else ""


def _parties(request: Request) -> dict[str, InvestorRow]:
    known = known_of(parties_in(request).values())
    return {
        one.party.reference: InvestorRow(
            reference=one.party.reference, label=party_name(one.party), state=one.standing.state
        )
        for one in known
    }


def _case(row: InvestmentCase | None, parties: Mapping[str, InvestorRow]) -> InvestmentCaseRow | None:
    if row is None:
        return None
    investor = parties.get(row.investor.reference) if row.investor else None
    return InvestmentCaseRow(number=row.number, investor=investor, at=row.at, by=row.by)


def _rows(asked: Iterable[AdviceRequest]) -> list[InvestmentStatement]:
    """The statements among what was read of the questions, the newest first."""
    answers = (answer for question in asked for answer in question.answers.all())
    found = [answer.statement for answer in answers if hasattr(answer, "statement")]
    return sorted(found, key=lambda row: row.pk, reverse=True)


@dataclass(frozen=True, slots=True)
class _Now:
    """What a statement is held against today."""

    today: date
    screening: str | None
    case: InvestmentCase | None

    def has_changed(self, row: InvestmentStatement) -> bool:
        """Whether the screening or the case at the partner is another than when it was given."""
        case = self.case.pk if self.case else None
        return row.screening != self.screening or row.case_id != case


def _statements(
    rows: Sequence[InvestmentStatement], asked: Sequence[AdviceRow], now: _Now
) -> tuple[StatementRow, ...]:
    changed = {row.reference for row in asked if row.state is AdviceState.STALE}
    found = []
    for place, row in enumerate(rows):
        is_stale = row.advice.advice_request.reference in changed or now.has_changed(row)
        stood = Stood(valid_until=row.valid_until, is_newest=place == 0, is_stale=is_stale)
        found.append(statement_row(row, stood.state(now.today)))
    return tuple(found)


def statement_row(row: InvestmentStatement, state: StatementState) -> StatementRow:
    """A stored statement as pages show it."""
    answer: Advice = row.advice
    question = answer.advice_request
    return StatementRow(
        reference=row.reference,
        advice=question.reference,
        dossier=question.request.reference,
        verdict=AdviceVerdict(answer.verdict),
        grounds=tuple(row.grounds),
        conditions=tuple(answer.conditions),
        explanation=answer.explanation,
        said_on=row.said_on,
        valid_until=row.valid_until,
        number=row.number,
        given_by=answer.given_by,
        by=answer.by,
        at=answer.at,
        is_own=answer.by == f"link:{question.reference}",
        state=state,
    )


def _measures(request: Request, partner: Partner) -> tuple[StatementMeasure, ...]:
    query = Measure.objects.filter(activity__request=request, code=partner.measure).order_by("id")
    return tuple(
        StatementMeasure(reference=reference, activity=activity, status=MeasureStatus(status))
        for reference, activity, status in query.values_list("reference", "activity__reference", "status")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedRow:
    """What a published year says of statements; `number` None: how many is unknown."""

    reference: str
    year: int
    number: int | None
    verdict: AdviceVerdict
    grounds: tuple[str, ...]
    text: Text
    passage: str
    source: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestmentYear:
    """A year of statements: those in the register, those only reported, and those that lie outside the year."""

    year: int
    statements: tuple[StatementRow, ...]  # the newest of each dossier
    silent: int  # dossiers of the year in which the partner said nothing yet
    reported: tuple[ReportedRow, ...]
    outside: tuple[ReportedRow, ...]


def investments_of(year: int, *, reader: Person) -> InvestmentYear:
    """The statements that were given in a year, as far as the reader shares their secrets."""
    query = InvestmentStatement.objects.filter(
        shares_secrets(reader, "advice__advice_request__request__"), said_on__year=year
    )
    newest: dict[str, InvestmentStatement] = {}
    for row in query.select_related("advice__advice_request__request").order_by("id"):
        newest[row.advice.advice_request.request.reference] = row
    cases = Request.objects.filter(shares_secrets(reader), kind=Kind.INVESTMENT_SUPPORT, year=year)
    told = cases.filter(advice_requests__answers__statement__isnull=False).distinct().count()
    reported = ReportedStatement.objects.select_related("source").order_by("year", "id")
    return InvestmentYear(
        year=year,
        statements=tuple(statement_row(row, StatementState.HOLDS) for row in newest.values()),
        silent=cases.count() - told,
        reported=tuple(map(_reported, reported.filter(year=year))),
        outside=tuple(map(_reported, reported.filter(source__year=year).exclude(year=year))),
    )


def _reported(row: ReportedStatement) -> ReportedRow:
    return ReportedRow(
        reference=row.reference,
        year=row.year,
        number=row.number,
        verdict=AdviceVerdict(row.verdict),
        grounds=tuple(row.grounds),
        text=Text(nl=row.text_nl, en=row.text_en),
        passage=row.passage or "",
        source=Text(nl=row.source.title_nl, en=row.source.title_en) if row.source else None,
    )
