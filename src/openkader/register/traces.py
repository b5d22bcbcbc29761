"""What was deleted leaves no trace in the file of the embedded database."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def written_over() -> Iterator[None]:
    """SQLite leaves what was deleted in its file until it is written over; told so, it writes over it at once."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = ON")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = OFF")
