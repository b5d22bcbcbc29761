"""All sections of a draft that are changed in forms, by the name that they have in the address."""

from collections.abc import Mapping

from openkader.web.presenters.kader_deciding import DECIDING_SECTIONS
from openkader.web.presenters.kader_questions import QUESTION_SECTIONS
from openkader.web.presenters.kader_rows import address
from openkader.web.presenters.kader_sections import SECTIONS, Section

ALL_SECTIONS: tuple[Section, ...] = (*QUESTION_SECTIONS, *SECTIONS, *DECIDING_SECTIONS)


def section_of(slug: str) -> Section | None:
    """The section that an address names."""
    return next((one for one in ALL_SECTIONS if one.slug == slug), None)


def ways_to_change(reference: str) -> list[Mapping[str, object]]:
    """The pages of a draft on which these are read and changed."""
    return [
        {"title": one.title, "url": address("kader_entries", reference, one.slug)} for one in ALL_SECTIONS
    ]
