"""What of a case goes to the case system of the organisation, and how it is called there."""

from openkader.casework.case_system.mapping import CatalogueMapping, Vertrouwelijkheid, read_mapping
from openkader.casework.case_system.wanting import CaseNow, DecisionNow, DocumentNow, Wanted, wanted

__all__ = [
    "CaseNow",
    "CatalogueMapping",
    "DecisionNow",
    "DocumentNow",
    "Vertrouwelijkheid",
    "Wanted",
    "read_mapping",
    "wanted",
]
