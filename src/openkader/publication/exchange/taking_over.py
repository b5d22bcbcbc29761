"""What is in a file of another organisation, as the services of the register take it."""

from collections.abc import Collection
from datetime import date

from openkader.base.errors import Refusal, Refused
from openkader.casework.kader_drafting import TAKEN_OVER
from openkader.publication.exchange.comparing import Standing, beside
from openkader.publication.exchange.envelope import plain_year
from openkader.publication.exchange.library import Ours, library_of, why_not
from openkader.publication.exchange.receiving import Given
from openkader.publication.kader_files.signed import as_signed
from openkader.register.chain import fingerprint
from openkader.register.exchange_entries import ForeignEntry
from openkader.register.kader_draft_entries import KaderTakeOverEntry, SignedKader, WordsTakeOverEntry

_TAKEN = frozenset({Standing.NEW, Standing.CHANGED})


def lines_to_take(given: Given, ours: Ours) -> list[str]:
    """The lines that are new or say otherwise, and can be read here."""
    found = beside(given.lines, ours.lines)
    return [
        one.name
        for one in found
        if one.standing in _TAKEN and one.theirs is not None and not why_not(one.theirs, ours.kader)
    ]


def lists_to_take(given: Given, ours: Ours) -> list[str]:
    """The lists that are new or hold otherwise."""
    return [one.name for one in beside(given.lists, ours.lists) if one.standing in _TAKEN]


def kader_entry(given: Given, base: str, name: str, in_force_from: date) -> KaderTakeOverEntry:
    """The kader in it, to begin a draft as."""
    if given.kader is None:
        raise Refused(Refusal("exchange.no-part"))
    return KaderTakeOverEntry(
        base=base, name=name, in_force_from=in_force_from, signed=as_signed(given.kader)
    )


def words_entry(
    given: Given, ours: Ours, chosen: Collection[str], name: str, in_force_from: date
) -> WordsTakeOverEntry:
    """The lines (``messages.…``) and lists (``lists.…``) that were chosen, to begin a draft with."""
    lines = [one for one in lines_to_take(given, ours) if f"messages.{one}" in chosen]
    lists = [one for one in lists_to_take(given, ours) if f"lists.{one}" in chosen]
    if not lines and not lists:
        raise Refused(Refusal("exchange.nothing-chosen"))
    organisation = given.exchange.organisation
    text = library_of(
        [given.lines[one] for one in lines], [given.lists[one] for one in lists], ours, organisation
    )
    return WordsTakeOverEntry(
        base=ours.kader.id,
        name=name,
        in_force_from=in_force_from,
        signed=SignedKader(
            kader=_stands_in(given),
            digest=fingerprint(text),
            publisher=given.publisher,
            fingerprint=given.fingerprint,
            texts={f"{TAKEN_OVER}{organisation}.yaml": text},
            content=given.content,
            file_name=given.file_name,
        ),
        messages=len(lines),
        lists=len(lists),
    )


def foreign_entry(given: Given, ours: str, *, is_checked: bool) -> ForeignEntry:
    """The figures in it, to be kept beside ours."""
    found = given.exchange
    if not found.years:
        raise Refused(Refusal("exchange.no-part"))
    return ForeignEntry(
        organisation=found.organisation,
        name=found.name,
        ours=ours,
        made_on=found.made_on,
        years=tuple(plain_year(one) for one in found.years),
        fingerprint=given.fingerprint,
        sha256=given.digest,
        file_name=given.file_name,
        is_checked=is_checked,
    )


def _stands_in(given: Given) -> str:
    """The version of theirs in which the lines and lists stand."""
    parts = (given.exchange.messages, given.exchange.lists)
    return next(part.kader for part in parts if part is not None)
