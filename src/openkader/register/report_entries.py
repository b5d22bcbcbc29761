"""What is handed to the services of reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from openkader.casework.reporting import ReportKind
from openkader.register.documents import DocumentEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """A text as somebody saves it, having seen a version; `sections` are the digests of what the register composed."""

    activity: str
    kind: ReportKind
    language: str
    text: str
    seen: int
    sections: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalEntry:
    """The version that is made final; with its paper and the measure that this shows, if it shows one."""

    activity: str
    kind: ReportKind
    language: str
    seen: int
    paper: DocumentEntry | None = None
    measure: str | None = None
