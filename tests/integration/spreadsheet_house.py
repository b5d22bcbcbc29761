"""A sheet of one made-up row, to take over and to undo."""

from collections.abc import Callable
from typing import Any

from openkader.casework.spreadsheet import TakenRow
from openkader.register import services
from openkader.register.spreadsheet_entries import SpreadsheetEntry

SHEET = SpreadsheetEntry(
    file_name="register.xlsx",
    sheet="Blad1",
    digest="c" * 64,
    mapping={},
    rows=(TakenRow(row=2, title="Bezoek", year=2029, words="Onderwerp: Bezoek"),),
    bad=0,
)


def prepared(hand: dict[str, Any]) -> dict[str, Callable[..., Callable[[], object]]]:
    """What taking it over and undoing that need, and the one call that is the change."""
    return {
        "import_spreadsheet": lambda *_: lambda: services.import_spreadsheet(SHEET, **hand),
        "undo_spreadsheet": lambda *_: _undoing(hand),
        "ask_spreadsheet": lambda *_: lambda: services.ask_spreadsheet(SHEET, "e" * 64, **hand),
        "fail_spreadsheet": lambda *_: _failing(hand),
    }


def _failing(hand: dict[str, Any]) -> Callable[[], object]:
    services.ask_spreadsheet(SHEET, "e" * 64, **hand)
    waiting = services.take_spreadsheet(now=hand["now"])
    assert waiting is not None
    return lambda: services.fail_spreadsheet(waiting.key, "spreadsheet.gone", **hand)


def _undoing(hand: dict[str, Any]) -> Callable[[], object]:
    reference = services.import_spreadsheet(SHEET, **hand).reference
    return lambda: services.undo_spreadsheet(reference, **hand)
