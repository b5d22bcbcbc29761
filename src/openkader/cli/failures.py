"""What a database says when it cannot go on, as a sentence that says what to do.

The databases only give words, so words are what is looked for; what is not
recognised here is a bug and keeps its traceback.
"""

import sys

from openkader.base.errors import OpenKaderError, Unavailable

# What SQLite and PostgreSQL write, and the code of our sentence.
SIGNS = (
    ("readonly database", "database.read-only"),
    ("read-only transaction", "database.read-only"),
    ("unable to open database file", "database.not-opened"),
    ("file is not a database", "database.damaged"),
    ("disk image is malformed", "database.damaged"),
    ("database or disk is full", "database.full"),
    ("no space left on device", "database.full"),
    ("database is locked", "database.busy"),
    ("no such table", "database.incomplete"),
    ("no such column", "database.incomplete"),
    ("has no column named", "database.incomplete"),
    ("already exists", "database.incomplete"),
    ("does not exist", "database.incomplete"),
)


def translated(error: Exception) -> OpenKaderError | None:
    """The outage behind a database error, or None when it is not one we know."""
    database = sys.modules.get("django.db")
    if "psycopg" in str(error) and type(error).__name__ == "ImproperlyConfigured":
        return Unavailable("database.no-driver")
    if database is None or not isinstance(error, database.DatabaseError):
        return None
    reason = str(error).strip().split("\n")[0]
    for sign, code in SIGNS:
        if sign in reason.lower() and not _refused_connection(error, database):
            return Unavailable(code, {"reason": reason, "place": _place(database)})
    if isinstance(error, database.OperationalError):
        return Unavailable("database.unreachable", {"reason": reason})
    return None


def _refused_connection(error: Exception, database) -> bool:  # type: ignore[no-untyped-def]
    """A server that turns us away says 'does not exist' of a database or a role."""
    return isinstance(error, database.OperationalError) and "connection" in str(error).lower()


def _place(database) -> str:  # type: ignore[no-untyped-def]
    return str(database.connection.settings_dict["NAME"])
