"""What the register says of a claim, in a sentence that a council member can check."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from openkader.base.text import Text
from openkader.evaluation.claims.holding import Held
from openkader.evaluation.claims.model import AddsUp, Part, Refers, States, Way
from openkader.evaluation.definition_words import COLLECTION_NAMES
from openkader.evaluation.explaining import say_count, say_range
from openkader.evaluation.verdict import Status

_CLAIMED = {
    Way.IS: Text(nl="{number}", en="{number}"),
    Way.AT_LEAST: Text(nl="ten minste {number}", en="at least {number}"),
    Way.AT_MOST: Text(nl="ten hoogste {number}", en="at most {number}"),
    Way.ALL: Text(nl="alle", en="all"),
}
_NUMBER = {
    Status.PROVED: Text(nl="Het register komt op {found}.", en="The register comes to {found}."),
    Status.CONTRADICTED: Text(
        nl="Het register komt op {found}; de zin zegt {claimed}.",
        en="The register comes to {found}; the sentence says {claimed}.",
    ),
    Status.INTERVAL: Text(
        nl="De zin zegt {claimed}. Dat kan kloppen: het register laat {found} toe.",
        en="The sentence says {claimed}. That may be right: the register allows {found}.",
    ),
    Status.UNPROVED: Text(
        nl="De zin zegt {claimed}; in het register is het {found}.",
        en="The sentence says {claimed}; in the register it is {found}.",
    ),
}
_SAME = {
    Status.PROVED: Text(nl="Het klopt voor elk ervan.", en="It is right for each of them."),
    Status.CONTRADICTED: Text(
        nl="Zo geteld kan het niet voor elk ervan kloppen.",
        en="Counted like this it cannot be right for each of them.",
    ),
    Status.UNPROVED: Text(
        nl="Of het voor elk ervan klopt, is niet te bewijzen.",
        en="Whether it is right for each of them cannot be proved.",
    ),
}
_MOST = 12


def say_number(held: Held, states: States, status: Status) -> Text:
    """The number of the register beside the number of the sentence."""
    words, claimed = _NUMBER[status], _CLAIMED[states.way]
    return Text(
        nl=words.nl.format(found=_found(held, "nl"), claimed=claimed.nl.format(number=states.number)),
        en=words.en.format(found=_found(held, "en"), claimed=claimed.en.format(number=states.number)),
    )


def _found(held: Held, language: str) -> str:
    """The figure; a zero without a whole says over how many rows it was counted."""
    count = held.count
    said = say_count(count, language)
    if count.range.value != 0 or count.total is not None:
        return said
    name = COLLECTION_NAMES[count.figure.counts].in_(language)
    over = "geteld over" if language == "nl" else "counted over"
    return f"{said} ({over} {held.rows} {name})"


def say_no_year(year: int) -> Text:
    """The register has no such year."""
    return Text(nl=f"Het register heeft niets over {year}.", en=f"The register has nothing on {year}.")


def say_empty(held: Held, year: int) -> Text:
    """There was nothing to count."""
    if held.rows:
        return Text(
            nl=f"Het geheel is in {year} leeg. Nul van nul bewijst niets.",
            en=f"The whole is empty in {year}. None of none proves nothing.",
        )
    return Text(
        nl=f"Het register heeft over {year} geen rijen van deze soort. Daaruit volgt niets.",
        en=f"The register has no rows of this kind on {year}. Nothing follows from that.",
    )


def missing_rows(held: Held, year: int) -> Text:
    """The rows without which nothing can be counted."""
    name = COLLECTION_NAMES[held.count.figure.counts]
    return Text(nl=f"Rijen over {year}: {name.nl}.", en=f"Rows on {year}: {name.en}.")


def say_comparison(years: Sequence[tuple[int, Held]]) -> Text:
    """The figure of each year beside the other."""
    nl, en = (
        "; ".join(f"{year}: {say_count(held.count, language)}" for year, held in years)
        for language in ("nl", "en")
    )
    return Text(nl=f"Het register: {nl}.", en=f"The register: {en}.")


def say_different(stated: Sequence[tuple[str, int]]) -> Text:
    """Sentences that must give one number, and do not."""
    said = ", ".join(f"{name}: {number}" for name, number in stated)
    return Text(
        nl=f"De zinnen geven niet hetzelfde getal ({said}).",
        en=f"The sentences do not give the same number ({said}).",
    )


def say_same(number: int, found: Iterable[tuple[str, Held]], status: Status) -> Text:
    """One number beside what the register counts by each definition."""
    pairs = [(name, held.count.range) for name, held in found]
    nl, en = (
        ", ".join(f"{name}: {say_range(known, language)}" for name, known in pairs)
        for language in ("nl", "en")
    )
    end = _SAME[status]
    return Text(
        nl=f"De zinnen zeggen {number}. Het register komt op {nl}. {end.nl}",
        en=f"The sentences say {number}. The register comes to {en}. {end.en}",
    )


def say_sum(asserts: AddsUp) -> Text:
    """The sum as it comes out; of the parts the register knows nothing."""
    right = sum(asserts.parts, Decimal(0))
    parts = " + ".join(map(str, asserts.parts))
    dutch, total = parts.replace(".", ","), str(right).replace(".", ",")
    return Text(
        nl=f"{dutch} = {total}. Of de delen kloppen zegt het register niet: dat is wat anderen zeggen.",
        en=f"{parts} = {right}. Whether the parts are right the register does not say: that is what others say.",
    )


def say_reference(
    asserts: Refers, named: Sequence[Part], titled: Sequence[Part], parts: Sequence[Part]
) -> Text:
    """Where a reference leads: to nothing, to something else, to several parts, or to what it says."""
    if not named:
        known = ", ".join(_near(asserts.part, parts)[:_MOST])
        return Text(
            nl=f"Het document heeft geen ‘{asserts.part}’. Het heeft: {known}.",
            en=f"The document has no ‘{asserts.part}’. It has: {known}.",
        )
    titles = "’, ‘".join(part.title for part in named[:_MOST])
    elsewhere = "".join(f" ‘{part.title}’ is {part.name}." for part in titled[:_MOST] if part not in named)
    return Text(
        nl=f"‘{asserts.part}’ is ‘{titles}’.{elsewhere}", en=f"‘{asserts.part}’ is ‘{titles}’.{elsewhere}"
    )


def _near(name: str, parts: Sequence[Part]) -> list[str]:
    """The parts of the same sort, such as the annexes; where there are none, all of them."""
    names = list(dict.fromkeys(part.name for part in parts))
    sort = name.casefold().split(maxsplit=1)[:1]
    return [other for other in names if other.casefold().split(maxsplit=1)[:1] == sort] or names


NO_PARTS = Text(
    nl="Het bestand noemt de delen van het document niet.",
    en="The file does not list the parts of the document.",
)
WHICH_PART = Text(
    nl="Welk van de delen met deze naam bedoeld is.", en="Which of the parts with this name is meant."
)
NOTHING_HELD = Text(nl="Het register heeft hier niets over.", en="The register holds nothing of this.")
