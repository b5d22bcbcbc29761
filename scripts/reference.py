"""Write the pages of the reference that follow from the code; `--check` only compares them.

Nobody keeps a list of error codes up to date by hand.
"""

import sys
from itertools import groupby
from pathlib import Path

from openkader.base.messages import MESSAGES
from openkader.casework.permissions import MAY, REACH, Act
from openkader.casework.role_words import DUTIES, LEVELS, ROLES
from openkader.casework.vocabulary import AccountRole, Confidentiality

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
LEVELS_INTRO = """\
Those of Dutch case standards (ZGW, vertrouwelijkheidaanduiding). A request that is taken in here is internal until
somebody says otherwise; a year that is handed in is public. Information security sees only requests that are screened
or ask for its advice.
"""
PERMISSIONS = """\
# Who may see and do what

Who may do what is one table, `openkader.casework.permissions`; this page is written from it by `make reference`.
Administrator and auditor do not go with another role, and nobody gives roles to themselves. Where two persons are needed,
such as for a hit that is confirmed, no role replaces the second one.
"""


def main() -> int:
    """Write the pages, or say which of them is behind."""
    pages = {"error-codes.md": error_codes(), "permissions.md": permissions()}
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


def permissions() -> str:
    """What each role is for, what it may do, and how far it may look."""
    roles = [f"| {ROLES[role].nl} | `{role}` | {DUTIES[role].en} |" for role in AccountRole]
    acts = [
        "| "
        + " | ".join([f"`{act.removeprefix('role.')}`", *(_mark(role, act) for role in AccountRole)])
        + " |"
        for act in Act
    ]
    levels = [f"| {LEVELS[level].nl} | `{level}` | {_seen_by(level)} |" for level in Confidentiality]
    return "\n".join(
        (
            PERMISSIONS,
            *("## Roles\n", "| Dutch | in code | task |", "|---|---|---|", *roles, ""),
            *("## Acts\n", "| act | " + " | ".join(ROLES[role].en for role in AccountRole) + " |"),
            *("|---" * (len(AccountRole) + 1) + "|", *acts, ""),
            *(
                "## Levels of confidentiality\n",
                LEVELS_INTRO,
                "| Dutch | in code | seen by |",
                "|---|---|---|",
            ),
            *(*levels, ""),
        )
    )


def _mark(role: AccountRole, act: Act) -> str:
    return "yes" if role in MAY[act] else ""


def _seen_by(level: Confidentiality) -> str:
    """Who looks this far into any case, and who only into those of the own team."""
    if level is Confidentiality.PUBLIC:
        return "everybody"
    any_case = [ROLES[role].en for role, reach in REACH.items() if reach.any_case.rank >= level.rank]
    of_team = [
        f"{ROLES[role].en} of the team"
        for role, reach in REACH.items()
        if reach.team.rank >= level.rank > reach.any_case.rank
    ]
    return ", ".join((*any_case, *of_team, "the assignee"))


if __name__ == "__main__":
    sys.exit(main())
