"""Delegates and lists to test with; everybody on them is made up."""

from openkader.casework.delegation import Delegate


def delegate(*names: str, row: int = 2, organisation: tuple[str, ...] = (), **rest: str) -> Delegate:
    """A delegate with these names."""
    return Delegate(row=row, names=names, organisation_names=organisation, **rest)
