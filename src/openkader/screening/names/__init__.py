"""What a name can look like: in every script, in every spelling, each way with its reason."""

from openkader.screening.names.bearers import telling
from openkader.screening.names.chinese import chinese_readings
from openkader.screening.names.given_names import OTHER, SHORT, form, kin_of
from openkader.screening.names.han import simplify
from openkader.screening.names.han_organisations import brand_characters
from openkader.screening.names.korean import korean
from openkader.screening.names.organisations import OrganisationName, organisation_words, parts_of
from openkader.screening.names.particles import PARTICLES
from openkader.screening.names.scripts import script_of
from openkader.screening.names.skeleton import latin_skeleton
from openkader.screening.names.spelling import read_name
from openkader.screening.names.vocabulary import Name, Part, Reading, Reason, Script, Step, Variant

__all__ = [
    "OTHER",
    "PARTICLES",
    "SHORT",
    "Name",
    "OrganisationName",
    "Part",
    "Reading",
    "Reason",
    "Script",
    "Step",
    "Variant",
    "brand_characters",
    "chinese_readings",
    "form",
    "kin_of",
    "korean",
    "latin_skeleton",
    "organisation_words",
    "parts_of",
    "read_name",
    "script_of",
    "simplify",
    "telling",
]
