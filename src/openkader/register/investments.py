"""Statements of the partner as its services want to see them: the case, what it rests on, what it shows."""

from dataclasses import replace

from openkader.casework.investment import StatementSaid
from openkader.casework.screening import fingerprints
from openkader.register.models import Advice, InvestmentCase, InvestmentStatement, Party, Request
from openkader.register.standings import standings_of


def newest_case(request: Request) -> InvestmentCase | None:
    """The case at the partner as it was noted last."""
    return InvestmentCase.objects.filter(request=request).select_related("investor").order_by("-id").first()


def parties_in(request: Request) -> dict[str, Party]:
    """The named parties of a dossier, of which one may be the investor."""
    rows = Party.objects.filter(participations__request=request).distinct().order_by("id")
    return {row.reference: row for row in rows}


def screening_now(request: Request) -> str | None:
    """The fingerprint of where the screening of a dossier stands."""
    return fingerprints.of_standings(standings_of(request))


def said_with(answer: Advice) -> StatementSaid | None:
    """What was stated with an answer; None: it is no statement."""
    known: InvestmentStatement | None = getattr(answer, "statement", None)
    if known is None:
        return None
    return StatementSaid(
        said_on=known.said_on,
        grounds=tuple(known.grounds),
        valid_until=known.valid_until,
        number=known.number or "",
    )


def is_same_statement(answer: Advice, said: StatementSaid | None) -> bool:
    """Whether an answer was given with this very statement, or with none."""
    if said is None:
        return said_with(answer) is None
    return said_with(answer) == replace(said, grounds=once(said), number=said.number.strip())


def once(said: StatementSaid) -> tuple[str, ...]:
    """The grounds, each once."""
    return tuple(dict.fromkeys(said.grounds))
