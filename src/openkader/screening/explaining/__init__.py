"""A screening in sentences that an official can read aloud, in Dutch and in English."""

from dataclasses import dataclass

from openkader.base.text import Text
from openkader.screening.evidence import Hit, Screening
from openkader.screening.explaining.hits import (
    say_evidence,
    say_meeting,
    say_questions,
    say_reason,
    say_value,
    say_weight,
)
from openkader.screening.explaining.listing import say_list, say_listing, sources_of
from openkader.screening.explaining.screenings import is_whole, say_band, say_reach
from openkader.screening.explaining.words import BANDS, COMPARED, FEATURES, NOT_SCREENED, REASONS, BandWords


@dataclass(frozen=True, slots=True, kw_only=True)
class HitExplained:
    """Why an entity came up: how the names meet, what speaks for and against, what the list says, what to ask.

    `sources` are addresses of the web and nothing else, so that a page may link to them.
    """

    band: BandWords
    meeting: tuple[Text, ...]
    evidence: tuple[Text, ...]
    listing: tuple[Text, ...]
    sources: tuple[str, ...]
    questions: tuple[Text, ...]


def explain_hit(hit: Hit, screening: Screening) -> HitExplained:
    """Everything there is to say about one hit of a screening."""
    return HitExplained(
        band=BANDS[hit.band],
        meeting=say_meeting(hit),
        evidence=say_evidence(hit),
        listing=say_listing(hit, screening),
        sources=sources_of(hit),
        questions=say_questions(hit),
    )


__all__ = [
    "BANDS",
    "COMPARED",
    "FEATURES",
    "NOT_SCREENED",
    "REASONS",
    "BandWords",
    "HitExplained",
    "explain_hit",
    "is_whole",
    "say_band",
    "say_evidence",
    "say_list",
    "say_listing",
    "say_meeting",
    "say_questions",
    "say_reach",
    "say_reason",
    "say_value",
    "say_weight",
    "sources_of",
]
