"""How the organisation of this installation keeps its network, read once and kept ready."""

from openkader.casework.network import FILE, NetworkPlan, load_network
from openkader.register.pack_files import loaded


def network_here() -> NetworkPlan | None:
    """What it agreed; None where it has no such file, so that nobody is dormant and no line is named."""
    return loaded(FILE, load_network)
