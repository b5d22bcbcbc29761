"""The parts of a kader that hold or apply at times, each with what it means that it never does."""

from collections.abc import Iterator
from typing import NamedTuple

from openkader.base.text import Text
from openkader.kader.assessing import measure_condition
from openkader.kader.conditions import Condition
from openkader.kader.model import Kader


class Part(NamedTuple):
    """One part: its code and name in a finding, when it holds, and the sentence that it never does."""

    code: str
    name: str
    when: Condition
    never: Text


def parts_of_kader(kader: Kader) -> Iterator[Part]:
    """Every part that a case can meet, in the order of the kader."""
    for row in kader.proposal:
        yield _part(
            "never-holds", row.id, row.when, "De regel", "kan nooit gelden", "The row", "can never hold"
        )
    for one in kader.preconditions:
        yield _part(
            "never-met",
            one.id,
            one.holds,
            "Aan de randvoorwaarde",
            "kan nooit worden voldaan",
            "The precondition",
            "can never be met",
        )
    for line in kader.action_lines:
        yield _applies(line.id, line.applies, "De actielijn", "The action line")
        for measure in line.measures:
            yield _applies(measure.id, measure_condition(line, measure), "De maatregel", "The measure")
    for consultation in kader.consultations:
        yield _part(
            "never-asked",
            consultation.desk,
            consultation.when,
            "Het advies van",
            "wordt nooit gevraagd",
            "The advice of",
            "is never asked",
        )
    for mandate in kader.mandates:
        yield _part(
            "never-held", mandate.id, mandate.when, "Het mandaat", "geldt nooit", "The mandate", "never holds"
        )
    for message in kader.messages:
        yield _applies(message.id, message.when, "De boodschap", "The line to take")


def _applies(name: str, when: Condition, what: str, what_en: str) -> Part:
    return _part("never-applies", name, when, what, "kan nooit gelden", what_en, "can never apply")


def _part(code: str, name: str, when: Condition, *words: str) -> Part:
    what, never, what_en, never_en = words
    return Part(code, name, when, Text(nl=f"{what} ‘{name}’ {never}.", en=f"{what_en} ‘{name}’ {never_en}."))
