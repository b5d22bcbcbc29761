"""The tables of an evaluation, by the names by which a chapter or a writer asks for them.

One that the register cannot fill is not there; it is never filled with something else.
"""

from collections.abc import Callable, Iterator, Mapping

from openkader.base.text import Text
from openkader.evaluation.account import FigureOfYear
from openkader.evaluation.document import Cell, Column, Table
from openkader.evaluation.explaining import STATUS_NAMES, explain_claim, explain_count, say_count
from openkader.evaluation.filling import figure_path
from openkader.publication.yearly.annex import annex_table
from openkader.publication.yearly.context import context_table
from openkader.publication.yearly.outcomes import outcomes_table
from openkader.publication.yearly.recommendations import recommendations_table
from openkader.publication.yearly.source import YearSource
from openkader.register.moments import day_of

Maker = Callable[[YearSource], Table | None]

_FIGURE = Text(nl="Cijfer", en="Figure")
_REGISTER = Text(nl="Register", en="Register")
_DECLARED = Text(nl="Tekst", en="Text")
_VERDICT = Text(nl="Oordeel", en="Verdict")
_ALL_FIGURES = Text(nl="Cijfers van {year}", en="Figures of {year}")
_THESE_FIGURES = Text(nl="Cijfers bij dit hoofdstuk, {year}", en="Figures of this chapter, {year}")
_FIGURES_NOTE = Text(
    nl="‘Tekst’ is het getal dat de gepubliceerde evaluatie noemt. Een bereik betekent dat het register niet preciezer "
    "kan zijn; waarom staat erbij.",
    en="‘Text’ is the number that the published evaluation states. A range means that the register cannot be more "
    "exact; the reason stands beside it.",
)
_NO_FIGURES = Text(nl="Het kader telt geen cijfers.", en="The framework counts no figures.")
_CLAIMS = Text(
    nl="Zinnen uit de gepubliceerde tekst van {year}, naast het register",
    en="Sentences of the published text of {year}, beside the register",
)
_SENTENCE = Text(nl="Zin", en="Sentence")
_NO_CLAIMS = Text(
    nl="Het register kent geen zinnen uit een gepubliceerde tekst over {year}.",
    en="The register has no sentences of a published text about {year}.",
)
_ERRATA = Text(nl="Verbeteringen na de vaststelling", en="Corrections after the adoption")
_ERRATUM = (
    (Text(nl="Nr.", en="No."), 6),
    (Text(nl="Datum", en="Date"), 16),
    (Text(nl="Er staat", en="It says"), 26),
    (Text(nl="Lees", en="Read"), 26),
    (Text(nl="Waarom", en="Why"), 26),
)


def figures_table(source: YearSource, names: tuple[str, ...] | None = None) -> Table:
    """The figures of the year, or those of one chapter."""
    chosen = source.account.figures
    found = [chosen[name] for name in (chosen if names is None else names) if name in chosen]
    caption = _ALL_FIGURES if names is None else _THESE_FIGURES
    return Table(
        id="figures" if names is None else "figures-" + "-".join(names)[:60],
        caption=source.say(caption, year=source.asked.year),
        columns=(
            Column(source.say(_FIGURE), 56),
            Column(source.say(_REGISTER), 16, is_number=True),
            Column(source.say(_DECLARED), 10, is_number=True),
            Column(source.say(_VERDICT), 18),
        ),
        rows=tuple(_figure(source, one) for one in found),
        note=source.say(_FIGURES_NOTE) if names is None else None,
        empty=source.say(_NO_FIGURES),
    )


def _figure(source: YearSource, figure: FigureOfYear) -> tuple[Cell, ...]:
    """Its name with what it counts and why it is a range, the number, and how the text compares."""
    spec, language = figure.count.figure, source.language
    why = [] if figure.count.range.value is not None else explain_count(figure.count, language)
    words = [spec.text.in_(language), spec.definition.in_(language), *why]
    declared = "" if figure.declared is None else str(figure.declared)
    return (
        Cell("\n".join(words)),
        Cell(say_count(figure.count, language), figure_path(source.asked.year, spec.id)),
        Cell(declared),
        Cell(STATUS_NAMES[figure.status].in_(language)),
    )


def claims_table(source: YearSource) -> Table:
    """What the published text says, and how far the register bears it."""
    return Table(
        id="claims",
        caption=source.say(_CLAIMS, year=source.asked.year),
        columns=(
            Column(source.say(_SENTENCE), 48),
            Column(source.say(_VERDICT), 16),
            Column(source.say(_REGISTER), 36),
        ),
        rows=tuple(_claims(source)),
        empty=source.say(_NO_CLAIMS, year=source.asked.year),
    )


def _claims(source: YearSource) -> Iterator[tuple[Cell, ...]]:
    for one in source.account.claims:
        said = explain_claim(one.figure.count, one.claim, one.status, source.language)
        yield (
            Cell(one.claim.sentence or one.claim.reference),
            Cell(STATUS_NAMES[one.status].in_(source.language)),
            Cell(said, figure_path(source.asked.year, one.figure.id)),
        )


def errata_table(source: YearSource) -> Table:
    """What was corrected after the adoption."""
    return Table(
        id="errata",
        caption=source.say(_ERRATA),
        columns=tuple(Column(source.say(name), share) for name, share in _ERRATUM),
        rows=tuple(
            (
                Cell(f"{one.number}"),
                Cell(source.day(day_of(one.at))),
                Cell(one.said),
                Cell(one.must_say),
                Cell(one.why),
            )
            for one in source.asked.errata
        ),
    )


TABLES: Mapping[str, Maker] = {
    "figures": figures_table,
    "recommendations": recommendations_table,
    "outcomes": outcomes_table,
    "annex": annex_table,
    "context": context_table,
    "claims": claims_table,
}
