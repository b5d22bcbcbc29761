"""How agreements are kept at this installation: as its organisation says, read once and kept ready."""

from openkader.casework.agreements import FILE, Renewing, load_renewing
from openkader.register.pack_files import loaded


def renewing_here() -> Renewing:
    """What the organisation of this installation agreed; one without a file keeps to the plain way."""
    return loaded(FILE, load_renewing) or Renewing()
