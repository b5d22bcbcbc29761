"""Claims files as a test needs them, read by the small kader of the other tests."""

from pathlib import Path
from textwrap import dedent

from openkader.base.errors import Invalid, NotFound, Problem
from openkader.evaluation.claims.model import ClaimsFile
from openkader.evaluation.claims.reading import load_claims
from openkader.kader import Kader, load_kader
from tests.unit.kader_factories import ZUID_HOLLAND

NAME = "zuid-holland/2024-01-01"
KADER = load_kader(ZUID_HOLLAND)
HEAD = """\
evaluation:
  organisation: {nl: Voorbeeld, en: Example}
  title: {nl: Een fictieve evaluatie, en: A fictional evaluation}
  year: 2030
  kader: zuid-holland/2024-01-01
  fictional: true
"""
LINES = HEAD.count("\n")


def kader_of(name: str) -> Kader:
    if name != NAME:
        raise NotFound("kader", name)
    return KADER


def claims_path(folder: Path, body: str, head: str = HEAD) -> Path:
    path = folder / "claims.yaml"
    path.write_text(head + dedent(body), encoding="utf-8")
    return path


def claims_file(folder: Path, body: str, head: str = HEAD) -> ClaimsFile:
    return load_claims(claims_path(folder, body, head), kader_of)


def claim_problems(folder: Path, body: str, head: str = HEAD) -> list[tuple[int, str]]:
    """The line in the body and the code of everything that is wrong; a line of the head is 0 or less."""
    return [(int(found.where.rpartition(":")[2]) - LINES, found.code) for found in raised(folder, body, head)]


def raised(folder: Path, body: str, head: str = HEAD) -> tuple[Problem, ...]:
    try:
        claims_file(folder, body, head)
    except Invalid as error:
        return error.problems
    return ()


def one(asserts: str) -> str:
    """A file with one claim."""
    return f"claims:\n  - {{reference: c, sentence: Een zin., {asserts}}}\n"
