"""Taking over the sheets that wait, beside screening: each whole or not at all, under the name of whoever asked."""

from django.utils import timezone

from openkader.base.errors import Invalid, Refused
from openkader.casework.permissions import HouseHand
from openkader.casework.spreadsheet import open_sheet
from openkader.cli.house import now
from openkader.cli.stopping import Stop
from openkader.register import services
from openkader.register.kept_drafts import forget_waiting, waiting_files
from openkader.register.spreadsheet_entries import WaitingSpreadsheet
from openkader.register.spreadsheet_reading import entry_of, mapping_from, read_here

BY = HouseHand("cli:work")


def take_over_waiting(stop: Stop) -> int:
    """Take over every sheet that waits, one after the other; how many ended."""
    ended = 0
    while waiting := services.take_spreadsheet(now=now()):
        with stop.held_off():  # it is one transaction: what is stopped half-way would begin anew
            _end(waiting)
        ended += 1
    return ended


def _end(waiting: WaitingSpreadsheet) -> None:
    try:
        code = "spreadsheet.gave-up" if waiting.gives_up else _taken_over(waiting)
    except Invalid as error:
        code = error.problems[0].code
    except Refused as error:
        code = error.refusal.code
    if code and code != "spreadsheet.overtaken":
        services.fail_spreadsheet(waiting.key, code, by=BY, now=now())
    forget_waiting(waiting.draft)


def _taken_over(waiting: WaitingSpreadsheet) -> str:
    """Read the file again and take it over; the code of why not, or nothing."""
    content = next(iter(waiting_files(waiting.draft).values()), None)
    if content is None:
        return "spreadsheet.gone"
    moment, mapping = now(), mapping_from(waiting.mapping)
    read = read_here(
        open_sheet(content, waiting.file_name, mapping.sheet), mapping, timezone.localdate(moment)
    )
    entry = entry_of(read, mapping, content, leaves_out=bool(waiting.mapping["leaves_out"]))
    services.import_spreadsheet(entry, by=waiting.by, now=moment, waiting=waiting.key)
    return ""
