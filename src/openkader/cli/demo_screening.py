"""What the demo adds to try screening: a made-up list and a made-up delegation."""

import hashlib
import logging
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from openkader.base.errors import OpenKaderError
from openkader.casework.delegation import read_delegation
from openkader.casework.permissions import HOUSE
from openkader.casework.screening import CameAs
from openkader.cli.demo_accounts import BY
from openkader.cli.demo_years import take_over_example
from openkader.cli.downloads import Download
from openkader.cli.house import alone, now
from openkader.cli.stopping import Stop
from openkader.cli.words import Screen
from openkader.cli.work import PAUSE, work_beside
from openkader.register import selectors, services
from openkader.register.house_lists import house_lists
from openkader.register.screening_entries import DelegationEntry
from openkader.screening.lists import Definition, Format, Terms, update

logger = logging.getLogger(__name__)

FOLDER = Path("zuid-holland", "demo")
YEAR = Path("zuid-holland", "registers", "fictief-2026.yaml")
LIST = "fictief"
REQUEST = "FICTIEF-2026-01"


def prepare_screening(language: str) -> str:
    """Take over the made-up request, its delegation and the list; done before, nothing changes."""
    folder = settings.OPENKADER_PACKS / FOLDER
    with alone():
        said = take_over_example(YEAR, language)
        _add_list(folder / "fictieve-lijst.ftm.json", now())
        if not selectors.delegation(REQUEST, reader=HOUSE).versions:
            _add_delegation(folder / "fictieve-delegatie.csv", now())
    return said


def screen_on(screen: Screen, stop: Stop) -> None:
    """Screen whoever waits, as `openkader work` does, as long as the demo is served."""
    with suppress(KeyboardInterrupt):
        while True:
            try:
                work_beside(screen, stop)
            except (OpenKaderError, DatabaseError) as error:
                logger.warning("screening stopped, and starts again: %s", error)
            stop.pause(PAUSE)


def _add_list(source: Path, moment: datetime) -> None:
    folder = house_lists().folder(LIST)
    if folder.names():
        return
    folder.define(Definition(id=LIST, format=Format.FTM, sources=(str(source),)))
    update(folder, Download(seconds=60), Terms(now=moment))


def _add_delegation(path: Path, moment: datetime) -> None:
    content = path.read_bytes()
    sheet = read_delegation(content, path.name, timezone.localdate(moment))
    entry = DelegationEntry(
        request=REQUEST,
        seen=0,
        came_as=CameAs.FILE,
        digest=hashlib.sha256(content).hexdigest(),
        delegates=sheet.delegates,
        problems=sheet.problems,
        file_name=path.name,
    )
    services.add_delegation_list(entry, by=BY, now=moment)
