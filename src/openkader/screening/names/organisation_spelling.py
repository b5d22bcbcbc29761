"""The spellings of an organisation: in canonical words, without legal form, and its acronym."""

from collections.abc import Iterator

from openkader.screening.names.organisations import organisation_readings
from openkader.screening.names.vocabulary import Reason, Script, Step, Variant


def variants(text: str, steps: tuple[Step, ...] = ()) -> Iterator[Variant]:
    """The name in English words and pinyin: whole, without its legal form, without its place, as an acronym."""
    parts, *others = organisation_readings(text)
    whole = parts.words
    chain = (*steps, Step(Reason.ORGANISATION_WORDS, text, " ".join(whole)))
    yield Variant(whole, Script.LATIN, chain)
    bare = (*parts.place, *parts.brand, *parts.industry)
    if parts.legal_form and bare:
        step = Step(Reason.LEGAL_FORM, " ".join(whole), " ".join(bare))
        yield Variant(bare, Script.LATIN, (*chain, step))
    core = (*parts.brand, *parts.industry)
    if parts.place and parts.brand:
        yield Variant(core, Script.LATIN, (*chain, Step(Reason.SHORTENED, " ".join(whole), " ".join(core))))
    for other in others:
        step = Step(Reason.OTHER_WORDS, " ".join(whole), " ".join(other.words))
        yield Variant(other.words, Script.LATIN, (*chain, step))
    for acronym in parts.acronyms:
        yield Variant((acronym,), Script.LATIN, (*chain, Step(Reason.ACRONYM, text, acronym)))
