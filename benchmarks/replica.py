"""What a page of figures costs the database that everybody writes in, with a replica and without.

Usage: python -m benchmarks.replica [--cases N] [--times N]

A server of PostgreSQL and its replica are started for this and thrown away. The cases are made up with `openkader demo
generate`. Counted is the processor time of every process of the primary, as the kernel says it, while each page is
read so many times; after reading it a few times uncounted.
"""

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.installation import Installation
from tests.integration.test_serving import get, served
from tests.replicated import Server, replicated, server_programs

PAGES = ("/jaar/2024/", "/jaar/2024/evaluatie/", "/jaar/vergelijking/", "/jaar/2024/open-data/")
_TICKS = os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    programs = server_programs()
    if programs is None:
        sys.exit("no server of PostgreSQL on this machine")
    with tempfile.TemporaryDirectory() as place, replicated(programs) as (primary, replica):
        house = Installation(Path(place) / "data", primary.url, {"OPENKADER_METRICS": "local"})
        for words in (("demo", "--no-serve"), ("demo", "generate", str(options.cases))):
            done = house.run(*words)
            if done.returncode:
                sys.exit(done.stderr)
        primary.ask("checkpoint")
        both = replace(house, more={**house.more, "DATABASE_REPLICA_URL": replica.url})
        alone, beside = (_measured(one, primary, options.times) for one in (house, both))
    print(
        f"{options.cases} made-up cases; processor milliseconds of the primary for one page, of {options.times}\n"
    )
    print("| page | without a replica | with one |\n|---|---|---|")
    for page in PAGES:
        print(f"| `{page}` | {alone[page]:.1f} | {beside[page]:.1f} |")
    return 0


def _measured(house: Installation, primary: Server, times: int) -> dict[str, float]:
    found = {}
    with served(house, "--workers", "1") as (site, _):
        for page in PAGES:
            _read(site, page, 3)
            before = _processor(primary)
            _read(site, page, times)
            found[page] = (_processor(primary) - before) * 1000 / times
    return found


def _read(site: str, page: str, times: int) -> None:
    for _ in range(times):
        if get(site, page)[0] != 200:
            sys.exit(f"{page} cannot be read")


def _processor(server: Server) -> float:
    """Seconds of the server and of its processes, of those that ended too."""
    head = int((server.data / "postmaster.pid").read_text("ascii").split()[0])
    spent = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("ascii", "replace").rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        if int(fields[1]) == head:
            spent += int(fields[11]) + int(fields[12])
        elif stat.parent.name == str(head):
            spent += sum(map(int, fields[11:15]))
    return spent / _TICKS


if __name__ == "__main__":
    sys.exit(main())
