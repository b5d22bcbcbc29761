"""What every command waits for before it begins."""

from pathlib import Path

from tests.installation import Installation

# Each brings tens of megabytes along, and only some commands want it.
FETCHED_WHERE_WANTED = ("numpy", "openpyxl", "pypdf", "typst", "docx")
LOADED = f"import sys; print(*[name for name in {FETCHED_WHERE_WANTED} if name in sys.modules])"


def test_a_command_loads_no_library_that_only_some_want(tmp_path: Path) -> None:
    said, wrong = Installation(tmp_path / "data").script(LOADED).communicate(timeout=60)
    assert wrong == ""
    assert said.split() == []
