"""What a replay found, as plain data: for a file, a page, or another program."""

from collections.abc import Iterator
from typing import Any

from openkader.base.text import Text
from openkader.kader.model import Kader
from openkader.kader.replaying.answers import Fit
from openkader.kader.replaying.replay import Changed, Difference, Replay
from openkader.kader.replaying.why import Side

UNFIT = (Fit.TYPE_CHANGED, Fit.OPTION_GONE, Fit.NO_ANSWER)
Data = dict[str, Any]


def kaders(found: Replay) -> Data:
    """Which two versions were compared; the digests say it for good."""
    return {side.value: _kader(one.kader) for side, one in found.assessors.items()}


def case(changed: Changed) -> Data:
    """One case that comes out otherwise, and the number of its difference."""
    return {"case": changed.reference, "difference": changed.difference.number}


def summary(found: Replay) -> Data:
    """Everything that was counted and every difference, once the last case is there."""
    tally = found.tally
    return {
        "cases": tally.cases,
        "changed": tally.changed,
        "matrix": [
            {"before": before.value, "after": after.value, "cases": count}
            for (before, after), count in sorted(tally.matrix.items(), key=lambda one: one[0])
        ],
        "measures": {
            "added": dict(sorted(tally.added.items())),
            "removed": dict(sorted(tally.removed.items())),
        },
        "facts": {
            "unanswered": list(unanswered(found)),
            "unfit": list(unfit(found)),
            "options_added": list(options_added(found)),
            "impossible": list(impossible(found)),
            "dropped": [{"fact": name, "cases": count} for name, count in sorted(tally.dropped.items())],
        },
        "differences": [difference(one) for one in found.differences],
    }


def difference(one: Difference) -> Data:
    """One way in which cases come out otherwise."""
    row = one.row
    return {
        "number": one.number,
        "before": one.before.value,
        "after": one.after.value,
        "row": row
        and {"id": row.id, "kader": row.side.value, "weight": row.weight.value, "why": _text(row.why)},
        "added": list(one.added),
        "removed": list(one.removed),
        "cases": one.cases,
        "examples": list(one.examples),
    }


def unanswered(found: Replay) -> Iterator[Data]:
    """The questions that the new kader needs and the history does not answer; first those that it asks anew."""
    before = found.assessors[Side.OLD]
    facts = found.assessors[Side.NEW].kader.facts
    rows: list[Data] = [
        {
            "fact": name,
            "label": _text(facts[name].label),
            "is_new": name not in before.kader.facts or name in before.tables,
            "cases": fits[Fit.UNANSWERED],
        }
        for name, fits in found.tally.fits[Side.NEW].items()
        if fits[Fit.UNANSWERED]
    ]
    yield from sorted(rows, key=lambda row: (not row["is_new"], -row["cases"]))


def unfit(found: Replay) -> Iterator[Data]:
    """The answers that one of the kaders cannot take, with the reason; they count as unknown there."""
    for side, questions in found.tally.fits.items():
        facts = found.assessors[side].kader.facts
        for name, fits in questions.items():
            for fit in UNFIT:
                if fits[fit]:
                    label = _text(facts[name].label)
                    reason = fit.name.lower()
                    yield {
                        "kader": side.value,
                        "fact": name,
                        "label": label,
                        "reason": reason,
                        "cases": fits[fit],
                    }


def impossible(found: Replay) -> Iterator[Data]:
    """The cases whose answers do not go together, as one of the kaders states it."""
    for side, constraints in found.tally.impossible.items():
        for constraint in found.assessors[side].kader.constraints:
            if cases := constraints[constraint.id]:
                text = _text(constraint.text)
                yield {"kader": side.value, "constraint": constraint.id, "text": text, "cases": cases}


def options_added(found: Replay) -> Iterator[Data]:
    """The options that the new kader offers and the old one did not; nobody who answered could choose them."""
    before = found.assessors[Side.OLD].kader.facts
    for name, fits in found.tally.fits[Side.NEW].items():
        fact = found.assessors[Side.NEW].kader.facts[name]
        old = before.get(name)
        added = [one.code for one in fact.options if old is not None and old.option(one.code) is None]
        if added and fits[Fit.FITS]:
            yield {"fact": name, "label": _text(fact.label), "options": added, "cases": fits[Fit.FITS]}


def _kader(kader: Kader) -> Data:
    return {"kader": kader.id, "digest": kader.digest, "title": _text(kader.title)}


def _text(words: Text) -> Data:
    return {"nl": words.nl, "en": words.en}
