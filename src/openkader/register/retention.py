"""The retention terms of this installation: those of its organisation, read once and kept ready."""

from openkader.base.errors import Refusal, Refused
from openkader.casework.retention import FILE, Retention, load_retention
from openkader.register.pack_files import loaded


def retention_here() -> Retention | None:
    """The terms that hold here; None where the organisation has none."""
    return loaded(FILE, load_retention)


def retention() -> Retention:
    """The same for whoever wants to destroy; refused where there are none."""
    found = retention_here()
    if found is None:
        raise Refused(Refusal("retention.closed"))
    return found
