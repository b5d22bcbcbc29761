"""The list for information protection of this installation: that of its organisation, read once and kept ready."""

from openkader.base.errors import Refusal, Refused
from openkader.casework.protection import Catalogue, load_protection
from openkader.casework.protection.loading import FILE
from openkader.register.pack_files import loaded


def catalogue_here() -> Catalogue | None:
    """The list that is kept here; None where the organisation has none."""
    return loaded(FILE, load_protection)


def catalogue() -> Catalogue:
    """The same for whoever wants to keep it; refused where there is none."""
    found = catalogue_here()
    if found is None:
        raise Refused(Refusal("protection.closed"))
    return found
