"""Reading a delegation list: the rows of a workbook, a table in text or a list of names, into delegates."""

from datetime import date

from openkader.casework.delegation.columns import Choice
from openkader.casework.delegation.sheet import DelegationSheet

_AS_RECOGNISED = Choice()


def read_delegation(
    content: bytes, name: str, today: date, choice: Choice = _AS_RECOGNISED
) -> DelegationSheet:
    """The delegates of a file; `name` is only used to say where something stands.

    Where it is not certain what the columns hold, there are no delegates, one problem
    says so, and a person says it by a `choice`. Raises `Invalid` for what is no list at all.
    """
    raise NotImplementedError


def read_pasted(text: str, today: date, choice: Choice = _AS_RECOGNISED) -> DelegationSheet:
    """The delegates of a text: rows copied from a spreadsheet or a document, or one name a line."""
    raise NotImplementedError
