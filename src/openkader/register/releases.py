"""Which release of Open Kader brought the database up last: the trail knows, for that is a change like any other."""

import json
from collections.abc import Collection, Iterable
from functools import lru_cache

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from openkader.base.releases import FIRST

UPGRADED = "register.upgraded"
_TRAIL = "register_auditevent"


def newest_step() -> str:
    """The newest step of the register that this program has."""
    return max(name for app, name in disk_steps() if app == "register")


@lru_cache(maxsize=1)
def disk_steps() -> frozenset[tuple[str, str]]:
    """Every step that this program knows, which do not change while it runs; no database is asked."""
    return frozenset(MigrationLoader(None).disk_migrations)


def later_steps(applied: Iterable[tuple[str, str]], known: Collection[tuple[str, str]]) -> list[str]:
    """What was applied of our own parts that this program does not know: steps of a later version, sorted."""
    ours = {app for app, _ in known}
    return sorted(f"{app} {name}" for app, name in applied if app in ours and (app, name) not in known)


def last_upgrade() -> tuple[str, str]:
    """The release and its newest step, of whatever step the database itself is; empty where nothing was made yet.

    Asked in the words of the database: the models are those of this release, and the tables may not be.
    """
    if _TRAIL not in connection.introspection.table_names():
        return "", ""
    with connection.cursor() as cursor:
        query = f"SELECT detail FROM {_TRAIL} WHERE action = %s ORDER BY id DESC LIMIT 1"  # noqa: S608 - our own name
        cursor.execute(query, [UPGRADED])
        row = cursor.fetchone()
    detail = json.loads(row[0]) if row else {"release": FIRST, "step": ""}
    return str(detail["release"]), str(detail["step"])
