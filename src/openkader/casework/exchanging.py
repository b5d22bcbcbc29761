"""What one organisation may give another, and what may be taken over of it.

No list of names ever goes along: an official one is had from its publisher, as it is today and on the terms of that
publisher; one of our own is about people who were not asked. A list of values goes, unless it is an empty place.
"""

from dataclasses import dataclass
from datetime import date

from openkader.base.errors import Refusal
from openkader.kader.sources import Listing, ListStatus
from openkader.screening.lists import Format


def may_pass_on(listing: Listing) -> Refusal | None:
    """A place that is still empty gives nobody anything."""
    return Refusal("exchange.empty-list") if listing.status is ListStatus.NOT_FOUND else None


def ask_first(listing: Listing) -> Refusal | None:
    """A list of others without a place to find it: whether it may be passed on nobody can see, so somebody says so."""
    is_ours_or_found = listing.publisher is None or listing.url is not None
    return None if is_ours_or_found else Refusal("exchange.no-address")


def why_names_stay(form: Format | None) -> Refusal:
    """Why a list that names are compared with does not go along; one that cannot be read is nobody's to give."""
    return Refusal("exchange.own-names" if form is Format.TABLE else "exchange.others-names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What is asked before figures of another organisation are kept.

    `known_by` says whether this organisation was known here by this very key, `is_checked` that somebody compared the
    mark of the key by another way than the file. `newest` is of when the newest file of it is that is kept.
    """

    organisation: str
    ours: str
    made_on: date
    newest: date | None
    is_kept: bool
    is_known: bool
    is_checked: bool


def may_keep_figures(found: Keeping) -> Refusal | None:
    """Figures of another are kept once, from a key that somebody vouches for, and never older ones over newer."""
    if found.organisation == found.ours:
        return Refusal("exchange.own-figures", {"organisation": found.ours})
    if found.is_kept:
        return Refusal("exchange.kept-already")
    if found.newest is not None and found.made_on < found.newest:
        return Refusal("exchange.older", {"day": found.newest.isoformat()})
    return may_trust(is_known=found.is_known, is_checked=found.is_checked)


def may_trust(*, is_known: bool, is_checked: bool) -> Refusal | None:
    """A key that is not known is vouched for by a person."""
    return None if is_known or is_checked else Refusal("exchange.unknown-key")
