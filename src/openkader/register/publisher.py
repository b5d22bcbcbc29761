"""The organisation that publishes from this installation, read once and kept ready."""

from openkader.base.text import Text
from openkader.casework.publishing import Publisher
from openkader.casework.publishing.publisher import FILE, load_publisher
from openkader.register.pack_files import loaded

_NOBODY = Publisher(organisation=Text(nl="Open Kader", en="Open Kader"), tooi="")


def publisher_here() -> Publisher:
    """Who publishes here; where the organisation did not say so, nobody in particular."""
    return loaded(FILE, load_publisher) or _NOBODY
