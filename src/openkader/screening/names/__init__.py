"""What a name can look like: in every script, in every spelling, each way with its reason."""

from openkader.screening.names.chinese import chinese_readings
from openkader.screening.names.organisations import OrganisationName, organisation_words
from openkader.screening.names.spelling import read_name
from openkader.screening.names.vocabulary import Name, Reading, Reason, Script, Step, Variant

__all__ = [
    "Name",
    "OrganisationName",
    "Reading",
    "Reason",
    "Script",
    "Step",
    "Variant",
    "chinese_readings",
    "organisation_words",
    "read_name",
]
