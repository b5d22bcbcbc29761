"""The page that lays the house beside two standards for security: OWASP ASVS and BIO2; its rows are data beside it."""

import csv
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference" / "security"
STATES = {
    "met": "met",
    "setting": "by a setting",
    "part": "in part",
    "not": "**not met**",
    "organisation": "for the organisation",
    "none": "does not apply",
}
CHAPTERS = {
    "1": "Encoding and sanitization",
    "2": "Validation and business logic",
    "3": "Web frontend security",
    "4": "API and web service",
    "5": "File handling",
    "6": "Authentication",
    "7": "Session management",
    "8": "Authorization",
    "9": "Self-contained tokens",
    "10": "OAuth and OIDC",
    "11": "Cryptography",
    "12": "Secure communication",
    "13": "Configuration",
    "14": "Data protection",
    "15": "Secure coding and architecture",
    "16": "Security logging and error handling",
    "17": "WebRTC",
}
HEAD = """\
# Security beside two standards

What the software does about each requirement, and what shows it: a test, a setting or a page. It is our own
judgement; nobody independent has looked, and no penetration test was done. This page is written by `make
reference` from the two files beside it (`asvs.csv`, `bio2.csv`), and a test fails when a test, a setting or a
page that a row names is not there. What is said of a requirement is our own short description; read the
standard for its words.

| word | means |
|---|---|
| met | the software does it, and the row says what shows that |
| by a setting | the software does it once it is set |
| in part | some of it; the row says what is missing |
| **not met** | the software does not do it |
| for the organisation | whoever runs it has to see to it |
| does not apply | there is nothing here that it is about |

## What is locked with what

| what | with | key |
|---|---|---|
| passwords | PBKDF2-SHA-256, with the rounds of the Django in use | none |
| cookies, links of the front door | HMAC-SHA-256 (Django) | `OPENKADER_SECRET_KEY` |
| secrets of second steps | Fernet (AES-128-CBC, HMAC-SHA-256) | made of `OPENKADER_SECRET_KEY` |
| the ID token of a visit, until one signs out | Fernet, in the session | made of `OPENKADER_SECRET_KEY` |
| the link of an invitation by mail | HMAC-SHA-256 (Django); it waits in the queue of mail | `OPENKADER_SECRET_KEY` |
| links of partners | 192 bits of random, of which the digest (SHA-256) is kept | none |
| the audit trail | a chain of SHA-256 | none: it shows a change, and proves no origin |
| backups | age (X25519 or scrypt, ChaCha20-Poly1305) | `--recipients` or a passphrase |
| kader files | Ed25519 | made once, kept in `OPENKADER_DATA` |
| ID tokens | the signature of the provider | its published keys |
"""
ASVS = """
## OWASP ASVS 5.0.0, levels 1 and 2

All {count} requirements of levels 1 and 2 of the
[Application Security Verification Standard 5.0.0](https://github.com/OWASP/ASVS/tree/v5.0.0). {counts}
"""
BIO2 = """
## BIO2, overheidsmaatregelen

The Baseline Informatiebeveiliging Overheid 2 speaks to organisations; these are the {count} of its measures to
which this software contributes, by the numbers of [deel
2](https://github.com/MinBZK/Baseline-Informatiebeveiliging-Overheid) (text of 1.3 as it stands there, which
says of itself that it has no formal status). The first three digits are the control of ISO 27002:2022. All
others are for the organisation. {counts}
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement, and what the house does about it."""

    number: str
    level: str
    about: str
    state: str
    shown_by: str
    remark: str

    @property
    def chapter(self) -> str:
        """The first of its numbers."""
        return self.number.partition(".")[0]


def rows_of(name: str) -> list[Row]:
    """The rows of one standard, in the order of the standard."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file)]


def security() -> str:
    """The whole page."""
    asvs, bio2 = rows_of("asvs"), rows_of("bio2")
    parts = [HEAD, ASVS.format(count=len(asvs), counts=_counts(asvs))]
    for chapter, rows in groupby(asvs, key=lambda row: row.chapter):
        parts.append(f"\n### V{chapter} {CHAPTERS[chapter]}\n\n" + _table(list(rows), with_level=True))
    parts += [BIO2.format(count=len(bio2), counts=_counts(bio2)), "\n" + _table(bio2, with_level=False)]
    return "".join(parts)


def _counts(rows: list[Row]) -> str:
    found = Counter(row.state for row in rows)
    return (
        "Of these: "
        + ", ".join(f"{found[state]} {words}" for state, words in STATES.items() if found[state])
        + "."
    )


def _table(rows: list[Row], *, with_level: bool) -> str:
    level = " level |" if with_level else ""
    lines = [
        f"| number |{level} about | | shown by | |",
        f"|---|{'---|' if with_level else ''}---|---|---|---|",
    ]
    for row in rows:
        its_level = f" {row.level} |" if with_level else ""
        lines.append(
            f"| {row.number} |{its_level} {row.about} | {STATES[row.state]} | {_shown(row.shown_by)} | {row.remark} |"
        )
    return "\n".join(lines) + "\n"


def _shown(word: str) -> str:
    """A test or a setting as it is called, a page as a link."""
    if word.startswith("docs/"):
        return f"[{Path(word).name}]({'../' * 2}{word.removeprefix('docs/')})"
    return f"`{word}`" if word else ""
