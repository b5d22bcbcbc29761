"""The assessments of an archived dossier: what the kader proposed, each rule with its truth, and on what it rests."""

from collections.abc import Iterator

from openkader.kader import Assessment, Condition, Speaker
from openkader.kader.explaining import because
from openkader.kader.records import OUTCOMES
from openkader.publication.archive.shown import PAIR, Grid, Section
from openkader.publication.archive.words import TRUTHS
from openkader.register.archiving.dossier import ArchivedDossier, Weighed

_NL = "nl"
_RULES = ("Regel", "Waarheid", "Wanneer", "Waarop het rust")
_SHARES = (6, 3, 7, 8)


def assessments(found: ArchivedDossier) -> Iterator[Section]:
    """Each assessment, the oldest first; one whose kader is gone is told as it was stored."""
    for number, one in enumerate(found.assessments, 1):
        grids = tuple(_explained(one.again)) if one.again else ()
        yield Section(
            anchor=f"toetsing-{number}",
            title=f"Toetsing {one.reference}",
            notes=tuple(_notes(one)),
            grids=tuple(grid for grid in grids if grid.rows),
        )


def _notes(one: Weighed) -> Iterator[str]:
    stands = (
        "Geen open vraag kon het voorstel nog strenger maken."
        if one.settled
        else "Er stonden nog vragen open."
    )
    yield f"Voorstel van het kader {one.kader}: {OUTCOMES[one.outcome].nl}. {stands}"
    yield f"Getoetst op {one.at} door {one.by}. Het kader stelt voor; een mens besluit."
    if one.again is None:
        yield (
            "Het kader dat deze toetsing maakte, is hier niet meer in dezelfde vorm. De uitkomst en de feiten staan "
            "bij de vastgelegde toetsingen; de regels zijn niet opnieuw uit te leggen."
        )


def _explained(again: Assessment) -> Iterator[Grid]:
    kader = again.kader
    asked = ((fact.label.nl, fact.say(again.value(fact.id), _NL)) for fact in kader.facts.values())
    yield Grid(columns=PAIR, rows=tuple(asked), shares=(3, 2), caption="Feiten")
    rules = (
        _rule(again, f"{row.id}: {OUTCOMES[row.outcome].nl}. {row.reason.nl}", row.when)
        for row in kader.proposal
    )
    yield _grid("Regels van het voorstel", rules)
    yield _grid("Randvoorwaarden", (_rule(again, one.text.nl, one.holds) for one in kader.preconditions))
    yield _grid("Actielijnen", (_rule(again, one.text.nl, one.applies) for one in kader.action_lines))
    asks = (_rule(again, f"{one.desk}: {one.reason.nl}", one.when) for one in kader.consultations)
    yield _grid("Wie om advies wordt gevraagd", asks)


def _grid(caption: str, rows: Iterator[tuple[str, ...]]) -> Grid:
    return Grid(columns=_RULES, rows=tuple(rows), shares=_SHARES, caption=caption)


def _rule(again: Assessment, name: str, condition: Condition) -> tuple[str, ...]:
    speaker = Speaker(again.kader.facts, again.kader.lists, _NL)
    rests = "; ".join(because(again, condition, _NL))
    return (name, TRUTHS[again.truth(condition)], speaker.say(condition), rests)
