"""How far the screening of a delegation is, in words."""

from dataclasses import dataclass

from openkader.base.text import Text
from openkader.casework.screening import Tally

_LABELS = (
    Text(nl="Gescreend", en="Screened"),
    Text(nl="Niet gescreend", en="Not screened"),
    Text(nl="Bevindingen", en="Findings"),
    Text(nl="Geweigerd om de screening", en="Refused because of screening"),
)
_OF = Text(nl="{0} van {1}", en="{0} of {1}")
_TO = Text(nl="{0} tot en met {1}", en="{0} to {1}")
_REST = Text(
    nl="De rest is nog niet gescreend of niet beoordeeld.", en="The rest is not screened or not judged yet."
)


@dataclass(frozen=True, slots=True)
class TallyLine:
    """A figure of the screening with its name; `note` says why it is no single number."""

    label: str
    value: str | int
    note: str | None = None


def tally_lines(tally: Tally, language: str) -> list[TallyLine]:
    """Counted zeros: so many of how many; what is not known makes a range and no number."""
    screened, not_screened, findings, refused = (one.in_(language) for one in _LABELS)
    lines = [
        TallyLine(screened, _OF.in_(language).format(tally.screened, tally.parties)),
        TallyLine(not_screened, _OF.in_(language).format(tally.not_screened, tally.parties)),
    ]
    if tally.findings == tally.most_findings:
        lines.append(TallyLine(findings, tally.findings))
    else:
        between = _TO.in_(language).format(tally.findings, tally.most_findings)
        lines.append(TallyLine(findings, between, _REST.in_(language)))
    return [*lines, TallyLine(refused, tally.refused)]
