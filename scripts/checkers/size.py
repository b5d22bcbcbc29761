"""Files and functions stay as small as the house style asks, and have a name that says something."""

import ast
from collections.abc import Iterator
from pathlib import Path

from checkers.finding import Finding
from checkers.tracked import files

FILE_QUESTION, FILE_END = 300, 500
FUNCTION_END = 40
SAYS_NOTHING = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "manager", "tools"})


def look(root: Path) -> list[Finding]:
    """Every Python file but the migrations, which Django writes."""
    paths = [path for path in files(root, "*.py") if "migrations" not in path.parts]
    return [finding for path in paths for finding in look_at(path, path.relative_to(root))]


def look_at(path: Path, name: Path) -> Iterator[Finding]:
    """The name, the length, and each function of one file."""
    source = path.read_text(encoding="utf-8")
    if path.stem in SAYS_NOTHING:
        yield Finding(f"{name}: call it after what it holds; “{path.stem}” says nothing")
    yield from length_of(source, name)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_END:
                yield Finding(
                    f"{name}:{node.lineno}: {node.name} has {lines} lines; {FUNCTION_END} is the end"
                )


def length_of(source: str, name: Path) -> Iterator[Finding]:
    """300 lines is a question, 500 the end."""
    lines = len(source.splitlines())
    if lines > FILE_END:
        yield Finding(f"{name}: {lines} lines; {FILE_END} is the end")
    elif lines > FILE_QUESTION:
        yield Finding(f"{name}: {lines} lines; is this one thing?", is_note=True)
