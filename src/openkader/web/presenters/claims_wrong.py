"""What is wrong with a claims file that was handed in: each problem with its line, and what stands there."""

from openkader.base.errors import Invalid
from openkader.base.messages import sentence
from openkader.web.shell import language

MOST_SHOWN = 30
_LONGEST_LINE, _LONGEST_SENTENCE = 120, 600


def shown_wrong(error: Invalid, text: str) -> dict[str, object]:
    """The problems in the order of the file; of very many only the first."""
    lines = text.splitlines()
    return {
        "problems": [
            {
                "line": _line(problem.where),
                "said": sentence(problem.code, problem.detail, language())[:_LONGEST_SENTENCE],
                "text": _typed(lines, _line(problem.where)),
            }
            for problem in error.problems[:MOST_SHOWN]
        ],
        "more": max(0, len(error.problems) - MOST_SHOWN),
    }


def _line(where: str) -> int | None:
    """The line of a place such as ``claims.yaml:12``; a whole file has none."""
    number = where.rpartition(":")[2]
    return int(number) if number.isdecimal() and ":" in where else None


def _typed(lines: list[str], line: int | None) -> str:
    if line is None or not 0 < line <= len(lines):
        return ""
    typed = "".join(one if one.isprintable() else "�" for one in lines[line - 1].strip())
    return f"{typed[:_LONGEST_LINE]}…" if len(typed) > _LONGEST_LINE else typed
