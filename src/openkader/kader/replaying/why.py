"""Why a case comes out otherwise under another kader: the row that makes the difference, in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from openkader.base.text import Text
from openkader.kader.assessing import Assessment
from openkader.kader.explaining import because
from openkader.kader.model import ProposalRow
from openkader.kader.records import OUTCOMES


class Side(StrEnum):
    """One of the two kaders of a replay."""

    OLD = "old"
    NEW = "new"


class Weight(StrEnum):
    """How a row leads to an outcome."""

    HOLDS = "holds"
    OPEN = "open"  # it may yet hold, and keeps the case on hold


_UNDER = {
    Side.OLD: Text(nl="Onder het oude kader", en="Under the old kader"),
    Side.NEW: Text(nl="Onder het nieuwe kader", en="Under the new kader"),
}
_WEIGHS = {
    Weight.HOLDS: Text(
        nl="{under} geldt regel ‘{row}’ ({outcome}), want {because}.",
        en="{under} row ‘{row}’ holds ({outcome}), since {because}.",
    ),
    Weight.OPEN: Text(
        nl="{under} kan regel ‘{row}’ ({outcome}) nog gelden, en dat houdt de zaak aan: {because}.",
        en="{under} row ‘{row}’ may yet hold ({outcome}), which keeps the case on hold: {because}.",
    ),
}
_ELSEWHERE = {
    "absent": Text(nl="{under} staat die regel er niet.", en="{under} there is no such row."),
    "false": Text(
        nl="{under} geldt die regel niet, want {because}.", en="{under} it does not hold, since {because}."
    ),
    "unknown": Text(
        nl="{under} is nog niet te zeggen of die regel geldt: {because}.",
        en="{under} it cannot be said yet whether it holds: {because}.",
    ),
    "otherwise": Text(
        nl="{under} leidt die regel tot ‘{outcome}’.", en="{under} that row leads to ‘{outcome}’."
    ),
}
_NO_ROW = Text(nl="{under} geldt geen enkele regel.", en="{under} no row holds.")
_ALWAYS = Text(nl="dat staat er zonder voorwaarde", en="it stands there without a condition")


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRow:
    """The first row that decides under one kader and not under the other."""

    id: str
    side: Side
    weight: Weight
    why: Text


def first_row(old: Assessment, new: Assessment) -> FirstRow | None:
    """The row that makes the difference between two assessments of one case; None where the outcome is the same.

    It is the row behind the more severe outcome: with the other kader it cannot have led there too. Where the
    more severe outcome is only that no row holds, it is the row that the other kader does have.
    """
    if old.outcome is new.outcome:
        return None
    sides = {Side.OLD: old, Side.NEW: new}
    severe = max(sides, key=lambda side: sides[side].outcome.severity)
    if not sides[severe].fired:
        severe = next(side for side in Side if side is not severe)
    other = next(side for side in Side if side is not severe)
    row, weight = _cause(sides[severe])
    words = {language: _sentence(sides, (severe, other), row, weight, language) for language in ("nl", "en")}
    return FirstRow(id=row.id, side=severe, weight=weight, why=Text(**words))


def _cause(found: Assessment) -> tuple[ProposalRow, Weight]:
    """What leads to an outcome where some row holds: the first row that decides, else the first that is open."""
    if found.deciding:
        return found.deciding[0], Weight.HOLDS
    return found.still_open[0], Weight.OPEN


def _sentence(
    sides: Mapping[Side, Assessment],
    places: tuple[Side, Side],
    row: ProposalRow,
    weight: Weight,
    language: str,
) -> str:
    """Where the row leads to the outcome, why, and what becomes of it under the other kader."""
    here, there = places
    said = []
    if not sides[there].fired:
        said.append(_NO_ROW.in_(language).format(under=_UNDER[there].in_(language)))
    said.append(
        _WEIGHS[weight]
        .in_(language)
        .format(
            under=_UNDER[here].in_(language),
            row=row.id,
            outcome=OUTCOMES[row.outcome].in_(language),
            because=_because(sides[here], row, language),
        )
    )
    said.append(_elsewhere(sides[there], row, language).replace("{under}", _UNDER[there].in_(language)))
    return " ".join(said)


def _elsewhere(found: Assessment, row: ProposalRow, language: str) -> str:
    """What the other kader makes of the same row."""
    same = next((one for one in found.kader.proposal if one.id == row.id), None)
    if same is None:
        return _ELSEWHERE["absent"].in_(language)
    truth = found.truth(same.when)
    if truth is False:
        words = _ELSEWHERE["false"]
    elif same.outcome is not row.outcome:
        words = _ELSEWHERE["otherwise"]
    else:
        words = _ELSEWHERE["unknown"]
    return words.in_(language).format(
        under="{under}", outcome=OUTCOMES[same.outcome].in_(language), because=_because(found, same, language)
    )


def _because(found: Assessment, row: ProposalRow, language: str) -> str:
    """The tests that make the row what it is, in words that hold for every case in which they come out so."""
    clauses = because(found, row.when, language, by_test=True)
    return "; ".join(dict.fromkeys(clauses)) or _ALWAYS.in_(language)
