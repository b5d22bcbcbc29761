"""The year 2024 in a database of its own, loaded once for all the tests of a process that ask for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from openkader.casework.permissions import HouseHand
from openkader.cli.importing import take_over
from tests.installation import YEAR

SUFFIX = "2024"
IN_MEMORY = f"file:memorydb_{SUFFIX}?mode=memory&cache=shared"


@contextmanager
def year_database() -> Iterator[BaseDatabaseWrapper]:
    """A copy of the test database with the year in it, assessed, as `openkader demo` loads it; gone afterwards."""
    empty = connections[DEFAULT_DB_ALIAS]
    with _copy_of(empty) as year:
        with in_place_of_the_empty_one(year):
            take_over(YEAR, by=HouseHand("cli:demo"), language="en")
        yield year


@contextmanager
def in_place_of_the_empty_one(year: BaseDatabaseWrapper) -> Iterator[None]:
    """Whoever asks the database meanwhile, asks this one."""
    empty = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = year
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = empty


@contextmanager
def _copy_of(empty: BaseDatabaseWrapper) -> Iterator[BaseDatabaseWrapper]:
    copy = empty.copy()
    if empty.vendor == "sqlite":
        copy.settings_dict["NAME"] = IN_MEMORY
        for one in (empty, copy):
            one.ensure_connection()
        empty.connection.backup(copy.connection)
        yield copy  # it is gone with this process
        return
    empty.creation.clone_test_db(SUFFIX, verbosity=0)
    copy.settings_dict = empty.creation.get_test_db_clone_settings(SUFFIX)
    try:
        yield copy
    finally:
        copy.close()
        empty.creation.destroy_test_db(suffix=SUFFIX, verbosity=0)
