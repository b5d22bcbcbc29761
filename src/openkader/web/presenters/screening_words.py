"""Words for the codes of screening in a case: verdicts, causes, sources, addressees."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openkader.casework.delegation import Field, Form
from openkader.casework.screening import (
    Addressee,
    CameAs,
    Cause,
    Gone,
    SourceKind,
    SourceQuality,
    Verdict,
)
from openkader.web.presenters.names import Words

VERDICTS: Words = {
    Verdict.TRUE: _("Yes, it is our party"),
    Verdict.FALSE: _("No, it is somebody else"),
    Verdict.UNDECIDED: _("It cannot be told"),
}
ADDRESSEES: Words = {
    Addressee.EMBASSY: _("the embassy"),
    Addressee.CENTRAL_GOVERNMENT: _("central government"),
    Addressee.DESK: _("a national desk"),
    Addressee.EXECUTIVE: _("the executive"),
    Addressee.OTHER: _("somebody else"),
}
SOURCE_KINDS: Words = {
    SourceKind.MEDIA: _("media"),
    SourceKind.CIVIL_SOCIETY: _("civil society organisation"),
    SourceKind.RESEARCH: _("research"),
    SourceKind.GOVERNMENT: _("government"),
    SourceKind.REGISTER: _("public register"),
    SourceKind.PARTY: _("the party itself"),
    SourceKind.OTHER: pgettext_lazy("source", "other"),
}
SOURCE_QUALITIES: Words = {
    SourceQuality.CONFIRMED: _("confirmed by other, independent sources"),
    SourceQuality.RELIABLE: _("reliable"),
    SourceQuality.DOUBTFUL: _("doubtful"),
    SourceQuality.UNKNOWN: _("not known"),
}
CAUSES: Words = {
    Cause.NEW: _("new in the delegation"),
    Cause.CHANGED: _("changed in the delegation"),
    Cause.LIST_UPDATE: _("a list was renewed"),
    Cause.ASKED: _("a colleague asked for it"),
}
GONE: Words = {
    Gone.ENTITY_REMOVED: _("The list no longer names it."),
    Gone.ENTITY_CHANGED: _("The list now says something else of it."),
    Gone.PARTY_CHANGED: _("We now know something else of our party."),
    Gone.NOT_FOUND_AGAIN: _("A later screening no longer came near it."),
}
CAME_AS: Words = {
    CameAs.FILE: _("a file"),
    CameAs.PASTED: _("pasted text"),
    CameAs.TYPED: _("typed by hand"),
}
FIELDS: Words = {
    Field.NAME: pgettext_lazy("column", "name"),
    Field.FAMILY_NAME: _("family name"),
    Field.GIVEN_NAME: _("given name"),
    Field.ORGANISATION: _("organisation"),
    Field.FUNCTION: _("function"),
    Field.BIRTH_DATE: _("date of birth"),
    Field.COUNTRY: _("nationality or country"),
    Field.GENDER: _("gender"),
    Field.NUMBER: _("row number (not kept)"),
    Field.FORM_OF_ADDRESS: _("form of address (not kept)"),
    Field.EMAIL: _("e-mail (not kept)"),
    Field.PHONE: _("telephone (not kept)"),
    Field.ADDRESS: _("address (not kept)"),
    Field.PASSPORT: _("passport number (not kept)"),
    Field.OTHER: _("something else (not kept)"),
}
GENDERS: Words = {"male": _("man"), "female": _("woman")}
FORMS: Words = {
    Form.XLSX: _("workbook"),
    Form.ODS: _("workbook"),
    Form.TABLE: _("table"),
    Form.NAMES: _("one name a line"),
}
SCHEMAS: Words = {
    "Person": _("Persons"),
    "Organization": _("Organisations"),
    "Company": _("Companies"),
    "LegalEntity": _("Persons or organisations"),
    "PublicBody": _("Public bodies"),
    "Vessel": _("Vessels"),
    "Airplane": _("Aircraft"),
}
# What an official calls the form that the administrator chose.
FORMATS: Words = {
    "eu-xml": _("sanctions list of the European Union"),
    "un-xml": _("sanctions list of the United Nations"),
    "nl-ods": _("Dutch national list of terrorism"),
    "ofac-csv": _("American SDN list, tables"),
    "ofac-xml": _("American SDN list, with names in every script"),
    "us-csv": _("American Consolidated Screening List, table"),
    "us-json": _("American Consolidated Screening List"),
    "uk-xml": _("British sanctions list"),
    "uk-csv": _("British sanctions list, table"),
    "ftm": _("FollowTheMoney, as OpenSanctions publishes it"),
    "table": _("a table with columns that the administrator explained"),
}
