"""Write the pages of the reference that follow from the code; `--check` only compares them.

Nobody keeps a list of error codes up to date by hand.
"""

import sys
from itertools import groupby
from pathlib import Path

from openkader.base.messages import MESSAGES
from openkader.casework.life_cycle import TRANSITIONS, State, Transition
from openkader.casework.life_cycle_words import ACTS, STATES
from permission_page import permissions
from security_page import security

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
LIFE_CYCLE = """\
# The life cycle of a case

Where a case stands is not stored: it follows from what the register holds of it. What comes in after a decision opens
the case again; a decision is not the end. This page is written by `make reference` from the table in
`src/openkader/casework/life_cycle.py`, and `make check` fails when the two differ.
"""
LANGUAGES = {"nl": "In het Nederlands", "en": "In English"}


def main() -> int:
    """Write the pages, or say which of them is behind."""
    pages = {
        "error-codes.md": error_codes(),
        "life-cycle.md": life_cycle(),
        "permissions.md": permissions(),
        "security/index.md": security(),
    }
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


def life_cycle() -> str:
    """The diagram and the table of the life cycle, in both languages."""
    parts = [
        part for language, title in LANGUAGES.items() for part in (f"\n## {title}\n", *moves(language), "")
    ]
    return LIFE_CYCLE + "\n".join(parts)


def moves(language: str) -> list[str]:
    """The states with the acts that lead from one to another, drawn and in rows."""
    names = [f"    {state}: {STATES[state].in_(language)}" for state in State]
    pairs = {(one.source, one.target) for one in TRANSITIONS}
    arrows = [
        f"    {source} --> {target}: {labels(source, target, language)}" for source, target in sorted(pairs)
    ]
    drawn = ["```mermaid", "stateDiagram-v2", *names, f"    [*] --> {State.RECEIVED}", *arrows, "```", ""]
    head = {
        "nl": "| van | handeling | naar | de regel die zegt waarom niet |",
        "en": "| from | act | to | the rule that says why not |",
    }
    return [*drawn, head[language], "|---|---|---|---|", *(row(one, language) for one in TRANSITIONS)]


def labels(source: State, target: State, language: str) -> str:
    """The acts on one arrow."""
    return ", ".join(
        ACTS[one.act].in_(language) for one in TRANSITIONS if (one.source, one.target) == (source, target)
    )


def row(one: Transition, language: str) -> str:
    """One transition as a row of the table."""
    words = (STATES[one.source], ACTS[one.act], STATES[one.target])
    guard = f"`{one.guard}`" if one.guard else ""
    return "| " + " | ".join([*(text.in_(language) for text in words), guard]) + " |"


if __name__ == "__main__":
    sys.exit(main())
