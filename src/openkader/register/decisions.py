"""Decisions as columns, the same for one taken here and one taken over from a publication."""

from openkader.register.entries import DecisionEntry


def decision_columns(entry: DecisionEntry) -> dict[str, object]:
    """The columns that hold for both."""
    return {
        "year": entry.year,
        "level": entry.level,
        "outcome": entry.outcome,
        "ground": entry.ground,
        "instrument": entry.instrument,
        "motivation": entry.motivation,
    }
