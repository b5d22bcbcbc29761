"""What an organisation says of its reports: the measure that one shows, and the action lines that are left out."""

from dataclasses import dataclass
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Reader
from openkader.kader import Kader
from openkader.register.pack_files import loaded

FILE = "reports.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSettings:
    """Without a file there is no measure, and nothing of the measures is composed into any report."""

    measure: str | None = None
    left_out_lines: tuple[str, ...] | None = None

    def leaves_out(self, line: str) -> bool:
        """Whether the measures of an action line stay out of every draft."""
        return self.left_out_lines is None or line in self.left_out_lines


def report_settings() -> ReportSettings:
    """Those of this installation."""
    return loaded(FILE, read_report_settings) or ReportSettings()


def read_report_settings(folder: Path, kader: Kader | None = None) -> ReportSettings:
    """Those in a folder, or `Invalid` with everything that is wrong; `kader` is the one beside which they stand."""
    reader = Reader()
    document = reader.mapping(read_file(folder / FILE, FILE, reader.problems), ("reports",))
    entry = document.entry("reports") or Entry({}, document.where)
    fields = reader.mapping(entry, ("measure", "left_out_lines"))
    found = ReportSettings(measure=fields.words("measure"), left_out_lines=fields.codes("left_out_lines"))
    if kader is not None:
        known = {one.id for one in kader.measures} | {one.id for one in kader.action_lines}
        for word in (found.measure or "", *(found.left_out_lines or ())):
            if word not in known:
                reader.report("report.unknown-measure", fields.where, word=word[:40])
    reader.finish()
    return found
