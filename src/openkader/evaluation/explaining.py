"""Why a figure is what it is, in sentences that a council member can check."""

from collections.abc import Iterable, Sequence

from openkader.base.text import Text
from openkader.casework.vocabulary import ClaimOperator
from openkader.evaluation.counting import Count, Range, Row
from openkader.evaluation.verdict import Claim, Status

STATUS_NAMES = {
    Status.PROVED: Text(nl="bewezen", en="proved"),
    Status.INTERVAL: Text(nl="bereik", en="range"),
    Status.CONTRADICTED: Text(nl="weersproken", en="contradicted"),
    Status.UNPROVED: Text(nl="niet te bewijzen", en="cannot be proved"),
}


def say_range(found: Range, language: str) -> str:
    """The number, or the range: ``27``, ``18–37``, ``ten minste 3``."""
    if found.value is not None:
        return str(found.value)
    if found.high is not None:
        return f"{found.low}–{found.high}"
    if found.low == 0:
        return "onbekend" if language == "nl" else "unknown"
    return f"ten minste {found.low}" if language == "nl" else f"at least {found.low}"


def say_count(count: Count, language: str) -> str:
    """The figure with its denominator: ``2 van 4``, ``0 van onbekend``."""
    said = say_range(count.range, language)
    if count.total is None:
        return said
    of = "van" if language == "nl" else "of"
    return f"{said} {of} {say_range(count.total, language)}"


def explain_count(count: Count, language: str) -> list[str]:
    """The reasons behind a range, and what is missing; nothing to say of an exact number."""
    reasons = [_UNRECORDED] if count.unrecorded else []
    if count.figure.distinct and count.range.value is None:
        reasons.append(_missing_names(count))
    unsure = [item.row.reference for item in count.rows if item.counts is None]
    if unsure:
        reasons.append(_unsure(unsure))
    unnumbered = [item.row.reference for item in count.rows if item.row.number is None]
    if unnumbered:
        reasons.append(_unnumbered(unnumbered))
    if count.total is not None and count.total.high is None:
        reasons.append(_UNCOUNTED)
    totals = [item.row for item in count.rows if item.row.party is None and (item.row.number or 0) > 1]
    if totals and not count.figure.distinct:
        reasons.append(_totals(totals))
    return [reason.in_(language) for reason in reasons]


def explain_claim(count: Count, claim: Claim, status: Status, language: str) -> str:
    """What the register says of one sentence of the text."""
    said = say_count(count, language)
    if claim.operator is ClaimOperator.ALL:
        return _ALL[status].in_(language).format(said=said, missing=_missing(count))
    return _NUMBER[status].in_(language).format(said=said, declared=claim.number)


_NUMBER = {
    Status.PROVED: Text(
        nl="Het register komt zelf ook op {said}.",
        en="The register itself comes to {said} as well.",
    ),
    Status.INTERVAL: Text(
        nl="{declared} kan kloppen, maar is niet te bewijzen: het register staat {said} toe, omdat namen ontbreken.",
        en="{declared} may be right but cannot be proved: the register allows {said}, since names are missing.",
    ),
    Status.CONTRADICTED: Text(
        nl="Het register komt op {said} en niet op {declared}.",
        en="The register comes to {said} and not to {declared}.",
    ),
    Status.UNPROVED: Text(
        nl="Het register weet te weinig om {declared} te bewijzen; het komt op {said}.",
        en="The register knows too little to prove {declared}; it comes to {said}.",
    ),
}
_ALL = {
    Status.PROVED: Text(
        nl="Het register toont dit voor alle: {said}.", en="The register shows this for all: {said}."
    ),
    Status.INTERVAL: Text(nl="Het register toont {said}.", en="The register shows {said}."),
    Status.CONTRADICTED: Text(
        nl="Het register toont {said}. Het ontbreekt bij: {missing}.",
        en="The register shows {said}. It is missing for: {missing}.",
    ),
    Status.UNPROVED: Text(
        nl="Het register heeft hiervoor niet bij alle het bewijs: {said}.",
        en="The register does not have the evidence for all of them: {said}.",
    ),
}


_UNCOUNTED = Text(
    nl="Van hoeveel dit een deel is, is niet bekend. Een nul is pas geteld als het geheel geteld is.",
    en="Of how many this is a part is unknown. A zero is counted only where the whole is counted.",
)


_UNRECORDED = Text(
    nl="Het register heeft van dit jaar geen enkele rij waaruit dit cijfer geteld wordt. Of er niets was, of niets is "
    "ingevoerd, is niet te zeggen: dit is geen getelde nul.",
    en="The register has no row at all of this year from which this figure is counted. Whether there was nothing, or "
    "nothing was entered, cannot be told: this is no counted zero.",
)


def _missing(count: Count) -> str:
    """The rows that belong to the whole and do not count."""
    counted = {item.row.reference for item in count.rows}
    return _named(item.row.reference for item in count.total_rows if item.row.reference not in counted)


def _totals(rows: Sequence[Row]) -> Text:
    sizes = _sum_of(row.number for row in rows)
    return Text(
        nl=f"Het register neemt hier totalen over uit de bron ({sizes}); daarachter staan geen aparte rijen.",
        en=f"The register takes totals over from the source here ({sizes}); no separate rows stand behind them.",
    )


def _missing_names(count: Count) -> Text:
    groups: dict[str | None, int] = {}
    for item in count.rows:
        groups[item.row.group] = groups.get(item.row.group, 0) + (item.row.number or 0)
    unnamed = sum(item.row.number or 0 for item in count.rows if item.row.party is None)
    sizes = _sum_of(groups.values())
    low, high = count.range.low, count.range.high
    return Text(
        nl=f"Van {unnamed} deelnames in {len(groups)} activiteiten ({sizes}) kent het register geen naam. "
        f"Kwamen steeds dezelfde partijen, dan waren het er {low}: zoveel als bij de grootste activiteit. "
        f"Kwam niemand twee keer, dan waren het er {high or 'onbekend veel'}: de som.",
        en=f"Of {unnamed} participations in {len(groups)} activities ({sizes}) the register has no name. "
        f"If the same parties came each time, there were {low}: as many as at the largest activity. "
        f"If nobody came twice, there were {high or 'an unknown number'}: the sum.",
    )


def _unsure(references: list[str]) -> Text:
    names = _named(references)
    return Text(
        nl=f"Van {len(references)} rij(en) is niet bekend of zij meetellen: {names}.",
        en=f"Of {len(references)} row(s) it is unknown whether they count: {names}.",
    )


def _unnumbered(references: list[str]) -> Text:
    names = _named(references)
    return Text(
        nl=f"Hoeveel het er waren is niet bekend bij: {names}.",
        en=f"How many there were is unknown for: {names}.",
    )


def _named(references: Iterable[str]) -> str:
    """The first few by name, and how many more there are."""
    names = list(references)
    more = f" … (+{len(names) - _MOST})" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more


def _sum_of(sizes: Iterable[int | None]) -> str:
    """The first terms of a sum, and how many more there are."""
    terms = list(map(str, sizes))
    more = f" + … (+{len(terms) - _MOST_TERMS})" if len(terms) > _MOST_TERMS else ""
    return " + ".join(terms[:_MOST_TERMS]) + more


_MOST, _MOST_TERMS = 6, 20
