"""Opening the house for a command: the settings, the kaders, and a database that is up to date."""

import os
from datetime import UTC, datetime
from pathlib import Path

import openkader
from openkader.base.errors import Unavailable

SETTINGS = "openkader.conf.settings"


def packs() -> Path:
    """Where the kaders lie; known without the settings, so that a kader needs no installation."""
    return Path(os.environ.get("OPENKADER_PACKS") or Path(openkader.__file__).parent / "packs").absolute()


def open_house() -> None:
    """Read the settings; the data folder and its key are made on first use."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()


def check_database() -> None:
    """A command that only reads changes nothing: the database must be of exactly this version."""
    if steps_to_go():
        raise Unavailable("database.older")


def bring_up_to_date() -> int:
    """Create the database or bring it up to date; the number of steps that took."""
    from django.core.management import call_command

    steps = steps_to_go()
    if steps:
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    return steps


def steps_to_go() -> int:
    """How many migrations are still to be applied; a database of a later version is refused."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    graph, apps = executor.loader.graph, executor.loader.migrated_apps
    later = [
        f"{app} {name}"
        for app, name in executor.loader.applied_migrations
        if app in apps and (app, name) not in graph.nodes
    ]
    if later:
        raise Unavailable("database.newer", {"steps": ", ".join(sorted(later))})
    return len(executor.migration_plan(graph.leaf_nodes()))


def now() -> datetime:
    """The moment at the door; everything inside gets it handed."""
    return datetime.now(UTC)
