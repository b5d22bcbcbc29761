"""Write the pages of the reference that follow from the code; `--check` only compares them.

Nobody keeps a list of error codes up to date by hand.
"""

import sys
from itertools import groupby
from pathlib import Path

from openkader.base.messages import MESSAGES

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "reference"
ERROR_CODES = """\
# Error codes

What was handed in may be wrong, a rule may forbid an act, or something may be out of reach. Each of these has a code
that stays the same, and a sentence that says what to do. Words in braces are filled in. This page is written by
`make reference`.

The command `openkader` gives one sentence, no traceback, and an exit code:

| exit code | meaning |
|---|---|
| 2 | what was handed in is wrong; all problems are listed, each with its file and line |
| 3 | a rule forbids it; nothing was changed |
| 4 | there is no such thing |
| 5 | something cannot be reached, such as the database or the port |
"""


def main() -> int:
    """Write the pages, or say which of them is behind."""
    pages = {"error-codes.md": error_codes()}
    if "--check" not in sys.argv:
        for name, text in pages.items():
            (PAGES / name).write_text(text, encoding="utf-8")
        return 0
    behind = [name for name, text in pages.items() if (PAGES / name).read_text(encoding="utf-8") != text]
    print(*(f"docs/reference/{name} is behind; run make reference" for name in behind), sep="\n")
    return int(bool(behind))


def error_codes() -> str:
    """One table for each family of codes."""
    families = groupby(sorted(MESSAGES), key=lambda code: code.partition(".")[0])
    return ERROR_CODES + "".join(family(name, list(codes)) for name, codes in families)


def family(name: str, codes: list[str]) -> str:
    """The codes that begin with the same word, each with both its sentences."""
    rows = (f"| `{code}` | {MESSAGES[code].en} | {MESSAGES[code].nl} |" for code in codes)
    head = (f"\n## {name}\n", "| code | English | Dutch |", "|---|---|---|")
    return "\n".join([*head, *rows, ""])


if __name__ == "__main__":
    sys.exit(main())
