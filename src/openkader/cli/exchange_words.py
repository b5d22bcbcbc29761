"""What a file between organisations holds, and how it stands beside what is here, in lines of a terminal."""

from collections.abc import Iterator

from openkader.base.errors import Invalid
from openkader.base.messages import sentences
from openkader.base.text import Text
from openkader.cli.words import NAMES
from openkader.publication.exchange import Given, GivenYear
from openkader.publication.exchange.comparing import Standing, beside, figures_beside
from openkader.publication.exchange.composing import given_years
from openkader.publication.exchange.library import Ours, why_not
from openkader.publication.exchange.words import STANDINGS, WAYS, say_figure
from openkader.publication.kader_files import shown
from openkader.register.draft_kaders import difference_of
from openkader.register.exchange_entries import ExchangeEntry

_SIGNED = Text(
    nl="De handtekening klopt. Het bestand zegt van ‘{publisher}’ te zijn, van {day}. De sleutel:\n  {key}",
    en="The signature holds. The file says that it is of ‘{publisher}’, of {day}. The key:\n  {key}",
)
_OWN = Text(
    nl="Dat is de sleutel van deze installatie zelf.", en="That is the key of this installation itself."
)
_KADER = Text(
    nl="Kader {kader}: {parts} onderdelen verschillen van {ours}, {changes} voorbeelden komen anders uit.",
    en="Kader {kader}: {parts} parts differ from {ours}, {changes} outcomes become others.",
)
_SAME_KADER = Text(nl="Kader {kader}: hetzelfde als {ours}.", en="Kader {kader}: the same as {ours}.")
_PARTS = {
    "kader": Text(nl="het kader {0}", en="the kader {0}"),
    "messages": Text(nl="{0} boodschappen", en="{0} lines to take"),
    "lists": Text(nl="{0} lijsten", en="{0} lists"),
    "years": Text(nl="cijfers van {0}", en="figures of {0}"),
    "withheld": Text(nl="{0} cijfers achtergehouden", en="{0} figures withheld"),
}
_HEADS = {
    "messages": Text(nl="Boodschappen", en="Lines to take"),
    "lists": Text(nl="Lijsten", en="Lists"),
}
_YEAR = Text(
    nl="Cijfers van {year}, geteld met {kader} ({basis})",
    en="Figures of {year}, counted by {kader} ({basis})",
)
_MADE_UP = Text(nl="verzonnen, om mee te oefenen", en="made up, to practise with")
_BASIS = {
    True: Text(nl="vastgestelde evaluatie", en="adopted evaluation"),
    False: Text(nl="register", en="register"),
}
_BESIDE = Text(nl="  {text}: {theirs} | hier {ours} | {way}", en="  {text}: {theirs} | here {ours} | {way}")


def say_parts(entry: ExchangeEntry, language: str) -> str:
    """How much of each part is in a file, in one phrase."""
    counted = {
        "kader": entry.kader,
        "messages": entry.messages,
        "lists": entry.lists,
        "years": entry.years,
        "withheld": entry.withheld,
    }
    found = (_PARTS[name].in_(language).format(_listed(one)) for name, one in counted.items() if one)
    return ", ".join(found)


def _listed(number: object) -> str:
    return ", ".join(map(str, number)) if isinstance(number, tuple) else str(number)


def shown_file(given: Given, ours: Ours, language: str, own: str) -> Iterator[str]:
    """Whose it is, and each part beside what is here."""
    key = shown(given.fingerprint)
    day = given.exchange.made_on.isoformat()
    yield from _SIGNED.in_(language).format(publisher=given.publisher, day=day, key=key).splitlines()
    if key == own:
        yield _OWN.in_(language)
    yield from _kader(given, ours, language)
    yield from _lines(given, ours, language)
    yield from _lists(given, ours, language)
    here = {one.year: one for one in given_years({one.year for one in given.exchange.years})}
    for year in given.exchange.years:
        yield from _year(year, here.get(year.year), language)


def _kader(given: Given, ours: Ours, language: str) -> Iterator[str]:
    if given.kader is None:
        return
    theirs, here = given.kader.kader, ours.kader
    if theirs.digest == here.digest:
        yield _SAME_KADER.in_(language).format(kader=theirs.id, ours=here.id)
        return
    found = difference_of(here, theirs)
    yield _KADER.in_(language).format(
        kader=theirs.id, ours=here.id, parts=len(found.parts), changes=len(found.outcomes)
    )


def _lines(given: Given, ours: Ours, language: str) -> Iterator[str]:
    if given.lines:
        yield _HEADS["messages"].in_(language)
        for one in beside(given.lines, ours.lines):
            line = one.theirs or one.ours
            assert line is not None  # noqa: S101 - it is of one of the two
            yield f"  {STANDINGS[one.standing].in_(language)}: {one.name}: {line.text.in_(language)}"
            if one.theirs is not None and one.standing in (Standing.NEW, Standing.CHANGED):
                problems = why_not(one.theirs, ours.kader)
                yield from (
                    f"    ! {words}" for words in (sentences(Invalid(problems), language) if problems else ())
                )


def _lists(given: Given, ours: Ours, language: str) -> Iterator[str]:
    if given.lists:
        yield _HEADS["lists"].in_(language)
        for one in beside(given.lists, ours.lists):
            found = one.theirs or one.ours
            assert found is not None  # noqa: S101 - it is of one of the two
            listing = found.listing
            status, source = NAMES[listing.status].in_(language), listing.publisher or "-"
            standing = STANDINGS[one.standing].in_(language)
            yield f"  {standing}: {one.name}: {listing.title.in_(language)} ({source}; {status}; {len(listing.items)})"


def _year(theirs: GivenYear, ours: GivenYear | None, language: str) -> Iterator[str]:
    basis = _MADE_UP.in_(language) if theirs.fictional else _BASIS[theirs.adopted is not None].in_(language)
    yield _YEAR.in_(language).format(year=theirs.year, kader=theirs.kader, basis=basis)
    for one in figures_beside(theirs.figures, ours.figures if ours else ()):
        figure = one.theirs or one.ours
        assert figure is not None  # noqa: S101 - it is of one of the two
        yield _BESIDE.in_(language).format(
            text=figure.text.in_(language),
            theirs=say_figure(one.theirs, language),
            ours=say_figure(one.ours, language),
            way=WAYS[one.way].in_(language),
        )
