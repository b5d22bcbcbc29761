"""What a check of a kader found: each with its place, a sentence, and where it can be shown, an example case."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from openkader.base.text import Text
from openkader.kader.facts import Value


class Severity(StrEnum):
    """An error keeps a kader from being adopted; a warning is for a person to weigh; a note is good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that the check found.

    `cases` are examples that show it: one, or two that differ in what the finding is about. An answer
    that a case does not have does not matter to it.
    """

    severity: Severity
    code: str
    where: str
    text: Text
    cases: tuple[Mapping[str, Value | None], ...] = ()


def error(code: str, where: str, text: Text, *cases: Mapping[str, Value | None]) -> Finding:
    """What keeps a kader from being adopted."""
    return Finding(severity=Severity.ERROR, code=code, where=where, text=text, cases=cases)


def warning(code: str, where: str, text: Text, *cases: Mapping[str, Value | None]) -> Finding:
    """What a person weighs."""
    return Finding(severity=Severity.WARNING, code=code, where=where, text=text, cases=cases)


def note(code: str, where: str, text: Text, *cases: Mapping[str, Value | None]) -> Finding:
    """What is good to know."""
    return Finding(severity=Severity.NOTE, code=code, where=where, text=text, cases=cases)
