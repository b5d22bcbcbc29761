"""The words of publication: what can be published, how far that is, and under which category of the Woo it falls."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from openkader.base.text import Text


class Subject(StrEnum):
    """What a publication is about: one thing of the register, which has one publication."""

    AGREEMENT = "agreement"
    ACTIVITY = "activity"
    EVALUATION = "evaluation"


class PublicationState(StrEnum):
    """How far a publication is; a draft beside what is public changes nothing of that."""

    CONCEPT = "concept"
    PUBLISHED = "published"
    REVOKED = "revoked"


class Choice(StrEnum):
    """What somebody chose for a field or a document; of what nobody chose nothing is said outside."""

    PUBLISH = "publish"
    WITHHOLD = "withhold"  # it is said that it is there, and on which ground it is not shown


class ItemForm(StrEnum):
    """What the value of a field is, so that a page can say it in words."""

    TEXT = "text"
    DAY = "day"
    PERIOD = "period"
    COUNTRY = "country"
    KIND = "kind"
    STANDING = "standing"
    STATUS = "status"
    WHOLE = "whole"  # a number
    PARTY = "party"
    DOCUMENT = "document"


class Category(StrEnum):
    """A category of article 3.3 of the Woo, by the number under which its index of sitemaps is known."""

    AGREEMENTS = "011"
    YEARLY_REPORTS = "012"
    RESEARCH = "015"


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryWords:
    """What a category is called, and its address in the national list (TOOI)."""

    label: Text
    uri: str


_TOOI = "https://identifier.overheid.nl/tooi/def/thes/kern/"
CATEGORIES: Mapping[Category, CategoryWords] = {
    Category.AGREEMENTS: CategoryWords(
        label=Text(nl="convenanten", en="agreements"), uri=f"{_TOOI}c_8fc2335c"
    ),
    Category.YEARLY_REPORTS: CategoryWords(
        label=Text(nl="jaarplannen en jaarverslagen", en="yearly plans and reports"),
        uri=f"{_TOOI}c_c6cd1213",
    ),
    Category.RESEARCH: CategoryWords(
        label=Text(nl="onderzoeksrapporten", en="research reports"), uri=f"{_TOOI}c_fdaee95e"
    ),
}
# An activity falls under no category of which the law asks publication; it is published of one's own accord.
CATEGORIES_OF: Mapping[Subject, frozenset[Category]] = {
    Subject.AGREEMENT: frozenset({Category.AGREEMENTS}),
    Subject.ACTIVITY: frozenset(),
    Subject.EVALUATION: frozenset({Category.YEARLY_REPORTS, Category.RESEARCH}),
}
