"""Who comes along: delegation lists as organisations send them, and what changed between two of them."""

from openkader.casework.delegation.cells import MOST_HANDED_IN
from openkader.casework.delegation.columns import Choice, Column, Field
from openkader.casework.delegation.parties import organisation_of, person_of
from openkader.casework.delegation.reading import read_delegation, read_pasted
from openkader.casework.delegation.sent_rows import SentRow, read_rows
from openkader.casework.delegation.sheet import Delegate, DelegationSheet, Form
from openkader.casework.delegation.versions import Change, Versions, compare_versions

__all__ = [
    "MOST_HANDED_IN",
    "Change",
    "Choice",
    "Column",
    "Delegate",
    "DelegationSheet",
    "Field",
    "Form",
    "SentRow",
    "Versions",
    "compare_versions",
    "organisation_of",
    "person_of",
    "read_delegation",
    "read_pasted",
    "read_rows",
]
