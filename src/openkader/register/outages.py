"""Whether the database is away, or something of ours is wrong."""

from django.db import DatabaseError, DataError, IntegrityError


def is_outage(error: BaseException | None) -> bool:
    """A mistake of ours in what is stored is none, and keeps its traceback."""
    return isinstance(error, DatabaseError) and not isinstance(error, DataError | IntegrityError)
