"""Whether the house can do its work now: what a load balancer and an administrator ask."""

import logging
from enum import StrEnum
from functools import lru_cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from openkader.register.house_lists import house_lists
from openkader.register.releases import disk_steps, later_steps
from openkader.register.replica import REPLICA, replica_state
from openkader.register.shelf import shelf
from openkader.screening.lists import ListState, state_of

logger = logging.getLogger(__name__)


class Part(StrEnum):
    """What has to be there before anybody can be helped."""

    DATABASE = "database"
    MIGRATIONS = "migrations"
    DOCUMENTS = "documents"
    LISTS = "lists"
    SCANNER = "scanner"
    REPLICA = "replica"


# Without these the house works on, with less: somebody has to look, and no balancer has to turn away.
WARNINGS = frozenset({Part.SCANNER, Part.REPLICA})


def readiness() -> dict[Part, bool]:
    """Each part, and whether it is as it should be; why not stands in the log, and nowhere else."""
    found = {Part.DATABASE: _database()}
    found[Part.MIGRATIONS] = found[Part.DATABASE] or _migrations()
    found[Part.DOCUMENTS] = shelf().trouble()
    found[Part.LISTS] = _lists()
    if settings.CLAMD is not None:
        found[Part.SCANNER] = "" if settings.CLAMD.is_there() else "the virus scanner does not answer"
    if REPLICA in settings.DATABASES:
        found[Part.REPLICA] = found[Part.DATABASE] or _replica()
    for part, wrong in found.items():
        if wrong:
            logger.error("not ready: %s: %s", part, wrong)
    return {part: not wrong for part, wrong in found.items()}


def list_states() -> list[ListState]:
    """The lists of this house, and how each stands."""
    return [state_of(folder) for folder in house_lists().all()]


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return type(error).__name__
    return ""


def _migrations() -> str:
    """The newest steps of this version have to be applied, and no step of a later one."""
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError as error:
        return type(error).__name__
    if _newest() - applied:
        return "the database is of an earlier version"
    return "the database is of a later version" if later_steps(applied, disk_steps()) else ""


@lru_cache(maxsize=1)
def _newest() -> frozenset[tuple[str, str]]:
    """The newest steps that this version knows; they do not change while it runs."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _replica() -> str:
    """A moment behind is how replicas are; a minute, or an unknown time, is for somebody to look at."""
    state = replica_state()
    return f"the replica is {state.following}" if state is not None and state.is_late else ""


def _lists() -> str:
    """There is a list to screen with, and none that was there is gone; where a server screens it is that one's task."""
    if settings.SCREENING_URL:
        return ""
    try:
        states = list_states()
    except DatabaseError as error:
        return type(error).__name__
    missing = [one.id for one in states if not one.is_usable]
    return "there is no list" if not states else ", ".join(missing)
