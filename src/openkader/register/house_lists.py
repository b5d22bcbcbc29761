"""The lists of this installation: in its folder, or known to every machine where those share their database."""

from functools import lru_cache

from django.conf import settings
from django.db import connection

from openkader.register.shared_lists import SharedLists
from openkader.screening.lists import Lists


def house_lists() -> Lists:
    """Where names are compared with, and what a command renews."""
    here = settings.OPENKADER_DATA / "lists"
    return SharedLists(here) if are_shared() else Lists(here)


def are_shared() -> bool:
    """Whether the database says what is in force; one that was never filled, or not yet by this release, does not."""
    if connection.vendor != "postgresql":
        return False
    name = str(connection.settings_dict["NAME"])
    if not _is_there(name):
        _is_there.cache_clear()
        return False
    return True


@lru_cache(maxsize=1)
def _is_there(_database: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('register_namelist')")
        return cursor.fetchone()[0] is not None
