"""What stands in the chapter of an action line or a precondition: the finding, and its measures with their evidence."""

from collections import Counter
from collections.abc import Iterator

from openkader.base.text import Text
from openkader.evaluation.covering import Cover, Part
from openkader.evaluation.document import Block, Cell, Column, Notice, Paragraph, Quote, Table, Words
from openkader.kader.model import ActionLine
from openkader.publication.yearly.source import YearSource
from openkader.publication.yearly.wording import FINDING, FINDING_UNKNOWN, QUOTED, VERDICTS
from openkader.register.selectors import FindingRow

_MEASURES = Text(nl="Maatregelen van {line} in {year}", en="Measures of {line} in {year}")
_COLUMNS = (
    (Text(nl="Maatregel", en="Measure"), 52),
    (Text(nl="Gevraagd", en="Asked"), 16),
    (Text(nl="Met bewijs", en="With evidence"), 16),
    (Text(nl="Niet te zeggen", en="Cannot be told"), 16),
)
_NOTE = Text(
    nl="In activiteiten. ‘Niet te zeggen’: er ontbreken gegevens om te weten of de maatregel gevraagd was.",
    en="In activities. ‘Cannot be told’: facts are missing to know whether the measure was asked.",
)
_EMPTY = Text(nl="Deze lijn vraagt geen maatregelen.", en="This line asks no measures.")
_SOURCE = "nl"  # in which the passages of a source are
_ASKED = (Cover.OPEN, Cover.WAIVED, Cover.FULL)


def line_blocks(source: YearSource, line: str) -> Iterator[Block]:
    """The finding of a line or a precondition, and what the register holds of its measures."""
    mine = [one for one in source.findings if one.line == line]
    for one in mine:
        yield from _finding(source, one)
    if not mine:
        yield Notice(source.say(FINDING_UNKNOWN))
    found = next((one for one in source.kader.action_lines if one.id == line), None)
    if found is not None:
        yield _measures(source, found)


def _finding(source: YearSource, found: FindingRow) -> Iterator[Block]:
    words = [source.say(FINDING, text=found.text.in_(source.language))]
    if found.verdict in VERDICTS:
        words.append(source.say(VERDICTS[found.verdict]))
    if found.remark:
        words.append(found.remark.in_(source.language))
    yield Paragraph((Words(" ".join(words)),))
    origin = source.account.source
    if found.passage and origin is not None:
        said_by = origin.title.in_(source.language)
        if source.language == _SOURCE:
            yield Quote(text=found.passage, said_by=said_by)
        else:
            yield Quote(text=found.passage, said_by=source.say(QUOTED, source=said_by), language=_SOURCE)


def _measures(source: YearSource, line: ActionLine) -> Table:
    found: dict[str, Counter[Cover]] = {one.id: Counter() for one in line.measures}
    for part in _parts(source, line.id):
        found.setdefault(part.code, Counter())[part.cover] += 1
    names = {one.id: one.text.in_(source.language) for one in line.measures}
    return Table(
        id=f"measures-{line.id}",
        caption=source.say(_MEASURES, line=line.id, year=source.asked.year),
        columns=tuple(
            Column(source.say(name), share, is_number=place > 1)
            for place, (name, share) in enumerate(_COLUMNS, 1)
        ),
        rows=tuple(
            (
                Cell(names.get(code, code)),
                Cell(str(sum(counted[cover] for cover in _ASKED))),
                Cell(str(counted[Cover.FULL])),
                Cell(str(counted[Cover.UNKNOWN])),
            )
            for code, counted in found.items()
        ),
        note=source.say(_NOTE),
        empty=source.say(_EMPTY),
    )


def _parts(source: YearSource, line: str) -> Iterator[Part]:
    for row in source.matrix.rows:
        if row.cells:
            yield from row.cells[line].parts
