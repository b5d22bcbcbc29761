"""The evaluation of 2024 in its three forms, at the activities of that year and at ten and a hundred times as many.

Usage: python -m benchmarks.documents [--quick] [--json]

Composing and each form are measured several times within one process, as a server makes them, and the median counts.
`command` is all three by `openkader evaluate`, one after the other: what one waits, and how much of that is work (a
machine that does other things as well makes one wait longer). The peer is LibreOffice, which makes a PDF of our Word
document in the same run, where it is there. The target is 5 s for the three of 2024 together.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

TARGET_S, TIMES = 5.0, (1, 10, 100)
FORMS = ("docx", "pdf", "html")
LINE = (
    "{rows:>5} activities: composed {compose:.2f} s, docx {docx:.2f} s, pdf {pdf:.2f} s, html {html:.2f} s; "
)
BESIDE = "{memory_mb:.0f} MB, pdf of {pages} pages"


def main() -> int:
    """Measure, and show; 1 when the target is missed."""
    options = _options()
    if options.inside:
        print(json.dumps(_inside(options.inside, options.runs, options.folder)))
        return 0
    times = TIMES[:2] if options.quick else TIMES
    with tempfile.TemporaryDirectory() as folder:
        found = _all(times, 2 if options.quick else 5, Path(folder))
    print(json.dumps(found, indent=1) if options.json else "\n".join(_shown(found)))
    return int(found["together_s"] > TARGET_S)


def _all(times: tuple[int, ...], runs: int, folder: Path) -> dict[str, Any]:
    environment = {**os.environ, "OPENKADER_DATA": str(folder / "data"), "DATABASE_URL": ""}
    openkader = [sys.executable, "-m", "openkader"]
    _run([*openkader, "demo", "--no-serve"], environment)
    worked = _worked()
    found: dict[str, Any] = {"command_s": _timed(lambda: _commands(openkader, environment, folder))}
    found["command_work_s"] = _worked() - worked
    found["libreoffice_s"] = _peer(folder)
    inside = [sys.executable, "-m", "benchmarks.documents", "--folder", str(folder), "--runs", str(runs)]
    found["sizes"] = [json.loads(_run([*inside, "--inside", str(size)], environment)) for size in times]
    first = found["sizes"][0]
    found["together_s"] = sum(first["compose"] + first[form] for form in FORMS)
    return found


def _commands(openkader: list[str], environment: dict[str, str], folder: Path) -> None:
    for form in FORMS:
        _run(
            [*openkader, "evaluate", "2024", "--format", form, "--output", str(folder / f"e.{form}")],
            environment,
        )


def _peer(folder: Path) -> float | None:
    """How long LibreOffice takes for a PDF of the Word document; the first time makes its profile and is left out."""
    office = shutil.which("soffice")
    if office is None:
        return None
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder / "peer"),
        "e.docx",
    ]
    times = [_timed(lambda: _run(command, dict(os.environ), folder)) for _run_again in range(3)]
    return min(times[1:])


def _inside(size: int, runs: int, folder: Path) -> dict[str, Any]:
    """Within the house, with so many times the activities of 2024."""
    from openkader.cli import house

    house.open_house()
    from datetime import UTC, datetime

    from openkader.casework.permissions import NOBODY
    from openkader.publication.yearly.asking import asked_for, edition_of, written
    from openkader.publication.yearly.composing import document_of

    rows = _grown(size)
    now = datetime(2025, 5, 1, 12, tzinfo=UTC)
    asked, edition = asked_for(2024, "nl", reader=NOBODY, writer=NOBODY, today=now.date()), edition_of(now)
    composed = document_of(asked)
    found: dict[str, Any] = {"times": size, "rows": rows}
    found["compose"] = _median(lambda: document_of(asked), runs)
    for form in FORMS:
        found[form] = _median(lambda form=form: written(composed, form, edition), runs)  # type: ignore[misc]
    content = written(composed, "pdf", edition)
    found["pages"] = content.count(b"/Type/Page/") + content.count(b"/Type/Page\n")
    found["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def _grown(size: int) -> int:
    """As many activities as asked for, copies of one that has everything; how many there are then."""
    from openkader.register import models

    found = models.Activity.objects.filter(year=2024)
    copy = models.Activity.objects.get(reference="ZH-2024-06")
    copy.request = None
    first = models.Activity.objects.filter(year=2024, reference__startswith="ZH-").count()
    more = []
    for place in range(found.count(), size * first):
        values = {field.attname: getattr(copy, field.attname) for field in copy._meta.concrete_fields}
        more.append(models.Activity(**{**values, "id": None, "reference": f"BENCH-{place}"}))
    models.Activity.objects.bulk_create(more)
    return int(found.count())


def _worked() -> float:
    """The time that the commands so far kept a processor busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(command: list[str], environment: dict[str, str], folder: Path | None = None) -> str:
    told = subprocess.run(command, env=environment, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    return told.stdout


def _median(act: Callable[[], object], runs: int) -> float:
    return statistics.median(_timed(act) for _run_again in range(runs))


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _shown(found: dict[str, Any]) -> list[str]:
    peer = found["libreoffice_s"]
    own = found["sizes"][0]["pdf"]
    lines = [
        f"the three together: {found['together_s']:.2f} s (target {TARGET_S:.0f} s)",
        f"by three commands: {found['command_s']:.1f} s, of which {found['command_work_s']:.1f} s are work",
    ]
    if peer is not None:
        lines.append(f"pdf of the docx by LibreOffice: {peer:.1f} s, {peer / own:.1f} times our pdf")
    return [*lines, *((LINE + BESIDE).format(**one) for one in found["sizes"])]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.documents", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="within a minute")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    parser.add_argument("--inside", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, default=5, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
