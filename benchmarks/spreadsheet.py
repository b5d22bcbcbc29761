"""A register in a spreadsheet, taken over and undone: seconds, memory, and whether each bad row is named.

Usage: python -m benchmarks.spreadsheet [--quick] [--json] [--rows N ...] [--bad PART]

The register is made up: one row in a hundred is wrong, in five ways. Each piece of work is a process of its own, as
somebody at the command line has it. The peer is openpyxl, which only reads the cells of the same file. On PostgreSQL
when BENCH_POSTGRES names a database that may be filled; else on SQLite.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook

ROOT = Path(__file__).resolve().parents[1]
SIZES, QUICK = (200, 2_000, 20_000), (200, 2_000)
HEADINGS = (
    *("Zaaknr", "Ontvangen op", "Datum", "Onderwerp", "Soort", "Land", "Aanvrager", "Delegatie"),
    *("Deelnemers", "Aantal deelnemers", "Besluit", "Motivering", "Plaats", "Opmerkingen", "Telefoon"),
)
KINDS = ("Inkomende delegatie", "Uitgaande missie", "Ambassadegesprek", "Evenement", "Uitwisseling")
COUNTRIES = ("China", "Japan", "Marokko", "Duitsland", "Zuid-Korea", "India")
OUTCOMES = (
    *("Uitgevoerd",) * 6,
    "Akkoord",
    "Onder voorwaarden",
    "Geweigerd",
    "Doorverwezen",
    "In behandeling",
)
WRONG = ((2, "ergens in het najaar"), (5, "Atlantis"), (10, "zie mail"), (3, None), (9, "een stuk of vijf"))
READ = """
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
print(sum(1 for row in book.worksheets[0].iter_rows(values_only=True)))
"""


@dataclass(frozen=True, slots=True)
class Took:
    """One piece of work on a file of so many rows: seconds of the clock and of the processor, and its most memory."""

    rows: int
    what: str
    seconds: float
    busy: float
    megabytes: int


def main() -> int:
    """Measure, and show."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rows", type=int, nargs="+", metavar="N")
    parser.add_argument("--bad", type=float, default=0.01, metavar="PART")
    options = parser.parse_args()
    found = [
        one for rows in options.rows or (QUICK if options.quick else SIZES) for one in _one(rows, options.bad)
    ]
    shown = (
        json.dumps([asdict(one) for one in found], indent=1)
        if options.json
        else "\n".join(map(_shown, found))
    )
    print(shown)
    return 0


def _one(rows: int, bad: float) -> Iterator[Took]:
    with tempfile.TemporaryDirectory(prefix="openkader-") as folder:
        file = Path(folder, "register.xlsx")
        wrong = made_up(file, rows, round(rows * bad))
        url = os.environ.get("BENCH_POSTGRES", "")
        told = {"OPENKADER_DATA": f"{folder}/data", "DATABASE_URL": url, "OPENKADER_LANGUAGE": "en"}
        house = {**os.environ, **told, "PYTHONPATH": str(ROOT / "src")}
        command = ("-m", "openkader")
        _process(rows, "", house, *command, "migrate")
        yield _process(rows, "openpyxl only reads", house, "-c", READ, str(file))[0]
        dry, _, _ = _process(rows, "dry run", house, *command, "import", str(file), "--dry-run")
        yield dry
        done, said, complained = _process(
            rows, "take over", house, *command, "import", str(file), "--leave-out"
        )
        named = sorted({int("".join(filter(str.isdecimal, line.split(":")[1]))) for line in complained})
        if named != wrong:
            raise SystemExit(f"{len(named)} of the {len(wrong)} bad rows of {rows} were named")
        yield done
        reference = said[-1].partition(":")[0]
        yield _process(rows, "undo", house, *command, "import", "--undo", reference)[0]


def made_up(file: Path, rows: int, bad: int) -> list[int]:
    """Write a register of so many rows; the numbers of those that are wrong."""
    drawn = random.Random(1)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Register")
    sheet.append(["Verzonnen register"])
    sheet.append(HEADINGS)
    wrong = set(drawn.sample(range(rows), bad))
    for number in range(rows):
        row = _row(number, drawn)
        if number in wrong:
            place, value = drawn.choice(WRONG)
            row[place] = value
        sheet.append(row)
    book.save(file)
    return sorted(number + 3 for number in wrong)


def _row(number: int, drawn: random.Random) -> list[object]:
    received = date(2018, 1, 1) + timedelta(days=drawn.randrange(2_800))
    parties = list(
        dict.fromkeys(f"Voorbeeldbedrijf {drawn.randrange(3_000)}" for _ in range(drawn.randrange(4)))
    )
    return [
        *(f"Z-{number:06}", received, received + timedelta(days=drawn.randrange(30))),
        *(f"Verzonnen bezoek {number} over tuinbouw en water", drawn.choice(KINDS), drawn.choice(COUNTRIES)),
        *(f"Aanvrager Fictief {drawn.randrange(800)}", f"Delegatie Fictief {drawn.randrange(1_500)}"),
        *("; ".join(parties) or None, len(parties) + drawn.randrange(5), drawn.choice(OUTCOMES)),
        *("volgens het protocol", "Den Haag", "Een opmerking zoals zij er staat.", "06-00000000"),
    ]


def _process(rows: int, what: str, house: dict[str, str], *words: str) -> tuple[Took, list[str], list[str]]:
    """A process until it ends, and what it said and complained of."""
    begin = time.monotonic()
    with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as complained:
        process = subprocess.Popen((sys.executable, *words), env=house, stdout=said, stderr=complained)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        said.seek(0), complained.seek(0)
        lines, faults = said.read().splitlines(), complained.read().splitlines()
    if status:
        raise SystemExit(f"{what}: ended with {status}: {' '.join(faults[-3:])}")
    busy = used.ru_utime + used.ru_stime
    return Took(rows, what, round(seconds, 1), round(busy, 1), used.ru_maxrss // 1024), lines, faults


def _shown(one: Took) -> str:
    return (
        f"{one.rows:>7} rows  {one.what:<20} {one.seconds:>7} s  ({one.busy} s busy)  {one.megabytes:>5} MB"
    )


if __name__ == "__main__":
    raise SystemExit(main())
