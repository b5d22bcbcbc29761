"""The package of a year: every file of it in one folder, or in one archive; whole or not at all."""

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.base.text import Text
from openkader.casework.permissions import NOBODY
from openkader.evaluation.account import Account, account_of
from openkader.publication.open_data.fields import FIGURE_ROWS, FIGURES, FILES, GROUNDS, ROW
from openkader.publication.open_data.rows import figure_rows, figures, register_rows
from openkader.publication.open_data.writing import resources, write_descriptor, write_rows

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the day on which archives begin: the same content is the same archive
_TITLE = Text(nl="{0}: het register en de cijfers van {1}", en="{0}: the register and the figures of {1}")
_ABOUT = Text(
    nl="Het openbare deel van het register van een jaar. Wat niet openbaar is, telt mee in de cijfers en staat er "
    "als rij zonder naam. Leeg betekent onbekend, en nooit nee.",
    en="The public part of the register of a year. What is not public is counted in the figures and stands as a row "
    "without a name. Empty means unknown, and never no.",
)


def write_folder(year: int, folder: Path, *, adopted: str | None = None) -> int:
    """Write the package into a folder that is new or empty; how many files there are then.

    `adopted` is the digest of the adopted evaluation of the year. Everything is written beside it first: who looks,
    or is interrupted, never meets half a package.
    """
    target = folder.absolute()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Invalid([Problem("open-data.not-empty", "--open-data", {"folder": str(folder)})])
    try:
        with _beside(target) as beside:
            _write(year, beside, adopted)
            beside.chmod(0o755)
            beside.replace(target)
            return len(list(target.iterdir()))
    except OSError as error:
        known = {"folder": str(folder), "reason": str(error.strerror)}
        raise Unavailable("open-data.not-written", known) from error


def write_archive(year: int, into: IO[bytes], *, adopted: str | None = None) -> None:
    """The same files as one archive; the same content gives the same bytes."""
    with tempfile.TemporaryDirectory(prefix="openkader-") as name:
        folder = Path(name)
        _write(year, folder, adopted)
        with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.iterdir()):
                entry = zipfile.ZipInfo(path.name, _EPOCH)
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as file:
                    shutil.copyfileobj(source, file, 1 << 20)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent))
    try:
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write(year: int, folder: Path, adopted: str | None) -> None:
    account = account_of(year, reader=NOBODY)
    found = []
    for file in FILES:
        fields = (*ROW, *file.fields)
        written = write_rows(folder, file.name, fields, register_rows(file, year))
        found += resources(written, _titled(file.title), fields)
    for file, lines in ((FIGURES, figures(account)), (FIGURE_ROWS, figure_rows(account))):
        found += resources(
            write_rows(folder, file.name, file.fields, lines), _titled(file.title), file.fields
        )
    write_descriptor(folder, _descriptor(account, found, adopted))


def _descriptor(account: Account, found: list[dict[str, object]], adopted: str | None) -> dict[str, object]:
    """A Data Package; a licence is named where the organisation named one, and no pack does so yet."""
    kader = account.kader
    organisation = Text(nl=kader.organisation.nl, en=kader.organisation.en)
    title = Text(
        nl=_TITLE.nl.format(organisation.nl, account.year), en=_TITLE.en.format(organisation.en, account.year)
    )
    about = [_ABOUT] if kader.reconstructed is None else [_ABOUT, kader.reconstructed]
    return {
        "$schema": _PROFILE,
        "name": f"{re.sub(r'[^a-z0-9]+', '-', kader.id.lower()).strip('-')}-{account.year}",
        **_titled(title),
        "description": " ".join(one.nl for one in about),
        "description_en": " ".join(one.en for one in about),
        "year": account.year,
        "kader": {"id": kader.id, "digest": kader.digest},
        "license_known": False,
        "fictional": account.source is not None and account.source.fictional,
        "evaluation": {"adopted": adopted is not None, "sha256": adopted},
        "withheld": {ground: {"nl": why.nl, "en": why.en} for ground, why in GROUNDS.items()},
        "resources": found,
    }


def _titled(title: Text) -> dict[str, str]:
    return {"title": title.nl, "title_en": title.en}
