"""The account of one year: every figure of the kader with its rows, every claim with its verdict."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ClaimOperator
from openkader.evaluation.counting import Count, CountedRow, Counter, Row
from openkader.evaluation.defining import definition_digest
from openkader.evaluation.reading import Labels, Told, row_of, rows_of
from openkader.evaluation.verdict import Claim, Status, judge_claim, judge_number
from openkader.kader.model import Kader
from openkader.register import selectors
from openkader.register.kaders import assessor_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureOfYear:
    """One figure of one year: what the register counts beside what the text declares."""

    count: Count
    declared: int | None
    status: Status

    @property
    def id(self) -> str:
        """The name of the figure in the kader."""
        return self.count.figure.id


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedClaim:
    """A sentence of the published text with what the register says of it."""

    claim: Claim
    figure: FigureOfYear
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Everything that the register can say about one year, under one version of a kader.

    `labels` says what each record is called where it is listed behind a figure.
    """

    year: int
    kader: Kader
    figures: Mapping[str, FigureOfYear]
    claims: tuple[JudgedClaim, ...]
    source: selectors.SourceRow | None
    records: Told
    labels: Mapping[str, Text]

    @property
    def counts(self) -> dict[str, Count]:
        """What each figure came to."""
        return {name: figure.count for name, figure in self.figures.items()}

    def version_of(self, figure: str) -> str:
        """The version of the definition of one figure: it changes with how is counted."""
        return definition_digest(self.figures[figure].count.figure, self.kader.tables)

    def claims_on(self, figure: str) -> tuple[JudgedClaim, ...]:
        """The sentences of the text that rest on one figure."""
        return tuple(claim for claim in self.claims if claim.figure.id == figure)


def account_of(
    year: int, figures: Collection[str] | None = None, *, reader: Person, told: Collection[str] = ()
) -> Account:
    """Count the figures of `year` (all, or those asked for) and judge the claims on them.

    One query for each collection that is counted, and two for the year itself.
    The records of a collection are read in full when they are asked for; those of `told` at once, in that one query.
    """
    found = selectors.kader_year(year)
    kader = only_figures(assessor_of(found.kader).kader, figures)
    claims = [_claim(row) for row in selectors.claims_of(year)]
    counted, records = count_year(kader, year, reader=reader, told=told)
    counts = _figures(counted, claims)
    return Account(
        year=year,
        kader=kader,
        figures=counts,
        claims=tuple(_judged(counts[claim.figure], claim) for claim in claims if claim.figure in counts),
        source=found.source,
        records=records,
        labels=Labels(records),
    )


def count_year(
    kader: Kader, year: int, *, reader: Person, told: Collection[str] = ()
) -> tuple[dict[str, Count], Told]:
    """The figures of a kader over a year, with the records that were counted: one query for each collection.

    What the reader may not see is counted like all else and leads nowhere; in public so are rows that
    would tell what screening found. A row has the facts on which the figures rest, and no others.
    """
    counter, counted = Counter(kader), {figure.counts for figure in kader.figures}
    records = Told(year, [name for name in kader.records if name in counted], reader)

    def rows(name: str) -> Iterable[Row]:
        asked = counter.asked(name)
        fields = {field: fact for field, fact in kader.records[name].items() if field in asked}
        if name in told:
            return (row_of(record, fields) for record in records[name])
        return rows_of(name, year, fields, reader=reader)

    return counter.count({name: rows(name) for name in records}), records


def only_figures(kader: Kader, figures: Collection[str] | None) -> Kader:
    """The kader with only some of its figures, so that only their collections are read."""
    if figures is None:
        return kader
    return replace(kader, figures=tuple(figure for figure in kader.figures if figure.id in figures))


def _figures(counts: Mapping[str, Count], claims: Sequence[Claim]) -> dict[str, FigureOfYear]:
    """Each figure beside the first sentence that rests on it."""
    first = {claim.figure: claim for claim in reversed(claims)}
    return {name: _beside(count, first.get(name)) for name, count in counts.items()}


def _beside(count: Count, claim: Claim | None) -> FigureOfYear:
    if claim is None:
        return FigureOfYear(count=count, declared=None, status=judge_number(count, None))
    everything = count.total.value if count.total is not None else None
    declared = everything if claim.operator is ClaimOperator.ALL else claim.number
    return FigureOfYear(count=count, declared=declared, status=judge_claim(count, claim))


def _judged(figure: FigureOfYear, claim: Claim) -> JudgedClaim:
    return JudgedClaim(claim=claim, figure=figure, status=judge_claim(figure.count, claim))


def _claim(row: selectors.ClaimRow) -> Claim:
    return Claim(
        reference=row.id,
        figure=row.figure,
        operator=row.operator,
        number=row.value,
        sentence=row.passage,
        chapter=row.chapter,
        derived=row.derived,
        remark=row.remark,
    )


def as_json(account: Account) -> dict[str, object]:
    """The account as plain data for other programs; the form is documented in the reference."""
    return {
        "year": account.year,
        "kader": account.kader.id,
        "kader_digest": account.kader.digest,
        "figures": {
            name: {"definition": account.version_of(name), **_figure_json(figure)}
            for name, figure in account.figures.items()
        },
        "claims": [_claim_json(judged) for judged in account.claims],
    }


def _figure_json(figure: FigureOfYear) -> dict[str, object]:
    found, total = figure.count.range, figure.count.total
    return {
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "of": None if total is None else {"low": total.low, "high": total.high},
        "declared": figure.declared,
        "status": figure.status,
        "rows": [_row_json(item) for item in figure.count.rows],
    }


def _row_json(item: CountedRow) -> dict[str, object]:
    row = item.row
    return {
        "id": row.reference,
        "dossier": row.dossier,
        "number": row.number,
        "party": row.named_party,
        "counts": item.counts,
    }


def _claim_json(judged: JudgedClaim) -> dict[str, object]:
    claim = judged.claim
    return {
        "id": claim.reference,
        "chapter": claim.chapter,
        "sentence": claim.sentence,
        "derived": claim.derived,
        "figure": claim.figure,
        "says": claim.operator,
        "declared": claim.number,
        "status": judged.status,
    }
