"""The partner that judges investments for this installation, read once and kept ready."""

from openkader.base.errors import Refusal, Refused
from openkader.casework.investment import FILE, Partner, load_partner
from openkader.register.pack_files import loaded


def partner_here() -> Partner | None:
    """The partner of this organisation; None where it has none."""
    return loaded(FILE, load_partner)


def partner_of_house() -> Partner:
    """The same for whoever wants its statement; refused where there is none."""
    found = partner_here()
    if found is None:
        raise Refused(Refusal("investment.closed"))
    return found
