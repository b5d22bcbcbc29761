"""Year files as a test needs them: small by default, large or wrong where it asks."""

from pathlib import Path

HEAD = """\
register:
  reference: {reference}
  organisation: {{nl: Voorbeeld, en: Example}}
  year: 2030
  title: {{nl: Een fictief jaar, en: A fictional year}}
  fictional: true
"""
PARTY = "  - {{reference: {0}, kind: company, name: Fictief bedrijf {0}}}\n"


def year_file(folder: Path, body: str = "", *, reference: str = "FX-2030", name: str = "year.yaml") -> Path:
    """A file with a sound head and the body that the test gives."""
    path = folder / name
    path.write_text(HEAD.format(reference=reference) + body, encoding="utf-8")
    return path


def large_year_file(folder: Path, rows: int, wrong: int = 0) -> tuple[Path, list[int]]:
    """`rows` talks, `wrong` of which cannot be right, spread evenly; and the lines of those."""
    start = len(HEAD.splitlines()) + 2
    lines = ["talks:\n"]
    bad: list[int] = []
    for number in range(rows):
        is_wrong = bool(wrong) and number % (rows // wrong) == 7 and len(bad) < wrong
        count = "-4" if is_wrong else "1"
        if is_wrong:
            bad.append(start + number)
        lines.append(
            f"  - {{reference: FT-{number}, purpose: exploration, number: {count},"
            " title: {nl: Gesprek, en: Talk}}\n"
        )
    return year_file(folder, "".join(lines)), bad
