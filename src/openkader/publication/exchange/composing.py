"""What this house can give another: the version in force, its lines and lists, and the figures of its years."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework.exchanging import ask_first, may_pass_on, why_names_stay
from openkader.evaluation.comparing import Column, Origin
from openkader.evaluation.counting import Range
from openkader.evaluation.years import years_of
from openkader.kader import Kader
from openkader.kader.sources import Listing
from openkader.publication.exchange.anonymous import given_figures, withheld
from openkader.publication.exchange.content import Exchange, GivenYear, KaderPart, WordsPart
from openkader.publication.exchange.entries import (
    Line,
    ListIn,
    lists_text,
    messages_text,
    read_lists,
    read_messages,
)
from openkader.publication.exchange.library import Ours
from openkader.register.exchange_entries import ExchangeEntry
from openkader.register.kaders import assessor_of, kader_on, texts_of
from openkader.register.readiness import list_states
from openkader.register.selectors import adopted_evaluation
from openkader.register.selectors.known_years import known_years


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody chose to give of a version: whether all of it, and which of its lines, lists and years."""

    kader: bool = False
    messages: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A list that does not leave the house, and why."""

    name: str
    title: Text
    why: Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """All that can be given."""

    kader: Kader
    lines: Mapping[str, Line]
    lists: Mapping[str, ListIn]
    years: tuple[int, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def ours(self) -> Ours:
        """The same as what others are compared with."""
        return Ours(kader=self.kader, lines=self.lines, lists=self.lists)

    @property
    def asked(self) -> tuple[LeftOut, ...]:
        """The lists that go only when somebody says so, and why."""
        found = ((one, ask_first(one.listing)) for one in self.lists.values())
        return tuple(_left_out(one.listing, why) for one, why in found if why is not None)

    @property
    def usual(self) -> frozenset[str]:
        """The lists that go unless somebody says otherwise."""
        return frozenset(self.lists) - {one.name for one in self.asked}


def stock_of(organisation: str, today: date, version: str | None = None) -> Stock:
    """What there is to give, of the version in force or the one that is named."""
    name = version or kader_on(organisation, today)
    kader, ours = assessor_of(name).kader, ours_of(name)
    kept = {one: why for one, listing in kader.lists.items() if (why := may_pass_on(listing))}
    return Stock(
        kader=kader,
        lines=ours.lines,
        lists={one: found for one, found in ours.lists.items() if one not in kept},
        years=tuple(one.year for one in known_years()),
        left_out=(
            *(_left_out(kader.lists[one], why) for one, why in kept.items()),
            *_screening_lists(),
        ),
    )


def ours_of(version: str) -> Ours:
    """A version here, as what others give is compared with it."""
    kader, texts = assessor_of(version).kader, texts_of(version)
    messages = messages_text(texts, {one.id for one in kader.messages})
    lists = lists_text(texts, kader.lists)
    return Ours(
        kader=kader,
        lines=read_messages(messages, "messages") if messages else {},
        lists=read_lists(lists, "lists") if lists else {},
    )


def composed(organisation: str, wanted: Wanted, stock: Stock, today: date) -> Exchange:
    """What was chosen of the stock, as it would leave the house; what there is not, or may not go, is not in it."""
    texts, kader = texts_of(stock.kader.id), stock.kader
    messages = messages_text(texts, wanted.messages & stock.lines.keys())
    lists = lists_text(texts, wanted.lists & stock.lists.keys())
    return Exchange(
        organisation=organisation,
        name=kader.organisation,
        made_on=today,
        kader=_kader(kader, texts) if wanted.kader else None,
        messages=WordsPart(kader=kader.id, text=messages) if messages else None,
        lists=WordsPart(kader=kader.id, text=lists) if lists else None,
        years=given_years(wanted.years),
    )


def given_years(years: Collection[int]) -> tuple[GivenYear, ...]:
    """The figures of these years without names: as adopted where they were, else as the register counts them."""
    if not years:
        return ()
    return tuple(_year(one) for one in years_of(years, known_years()).columns if one.counts is not None)


def _year(column: Column) -> GivenYear:
    kader, counts = column.kader, column.counts
    assert kader is not None and counts is not None  # noqa: S101, PT018 - seen before
    adopted = adopted_evaluation(column.year)
    is_adopted = adopted is not None and _counted_by(adopted.content, kader)
    return GivenYear(
        year=column.year,
        kader=kader.id,
        digest=kader.digest,
        adopted=adopted.sha256 if adopted is not None and is_adopted else None,
        fictional=column.origin is not Origin.REAL,
        figures=given_figures(
            kader, counts, _said(adopted.figures, counts) if adopted is not None and is_adopted else {}
        ),
    )


def _counted_by(content: Mapping[str, Any], kader: Kader) -> bool:
    """Whether an adopted evaluation was counted by the kader that counts its year now."""
    return bool(content["account"]["kader_digest"] == kader.digest)


def _said(figures: Mapping[str, Any], names: Collection[str]) -> dict[str, tuple[Range, Range | None]]:
    return {
        name: (_range(said), _range(said["of"]) if said["of"] else None)
        for name, said in figures.items()
        if name in names
    }


def _range(found: Mapping[str, Any]) -> Range:
    return Range(found["low"], found["high"])


def entry_of(content: bytes, given: Exchange) -> ExchangeEntry:
    """What is in a file, as the trail keeps it."""
    messages, lists = given.messages, given.lists
    return ExchangeEntry(
        sha256=hashlib.sha256(content).hexdigest(),
        kader=f"{given.organisation}/{given.kader.version}" if given.kader else "",
        messages=len(read_messages(messages.text, "messages")) if messages else 0,
        lists=len(read_lists(lists.text, "lists")) if lists else 0,
        years=tuple(one.year for one in given.years),
        withheld=sum(withheld(one.figures) for one in given.years),
    )


def _kader(kader: Kader, texts: Mapping[str, str]) -> KaderPart:
    return KaderPart(version=kader.id.partition("/")[2], digest=kader.digest, files=dict(texts))


def _left_out(listing: Listing, why: Refusal) -> LeftOut:
    return LeftOut(name=listing.id, title=listing.title, why=why)


def _screening_lists() -> tuple[LeftOut, ...]:
    """The lists that names are compared with: none of them ever leaves the house."""
    if settings.SCREENING_URL:
        return ()
    found = ((one.id, one.definition.format if one.definition else None) for one in list_states())
    return tuple(
        LeftOut(name=name, title=Text(nl=name, en=name), why=why_names_stay(form)) for name, form in found
    )
