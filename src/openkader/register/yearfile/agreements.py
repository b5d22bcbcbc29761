"""The agreements of a year file: those of an activity, and those that stand on their own."""

from openkader.base.document import Entry
from openkader.base.reading import Fields
from openkader.casework.agreements import (
    ClauseStated,
    PartyRole,
    PartyStated,
    Side,
    Stated,
    Term,
    TermKind,
    Whose,
    fits,
    may_value,
)
from openkader.casework.vocabulary import AgreementStatus
from openkader.register.entries import AgreementEntry
from openkader.register.yearfile.words import Words

_TERM = ("starts", "term", "until", "years")
_OPTIONAL = ("title", "about", "whose", "country", "on", *_TERM, "parties", "clauses")


def agreement(words: Words, entry: Entry, year: int) -> AgreementEntry:
    """One that belongs to no activity, such as that of another authority."""
    fields = words.record(entry, ("reference", "title", "form", "status"), ("year", *_OPTIONAL))
    return _read(words, fields, words.reference(fields), words.year(fields, year))


def agreement_at(words: Words, entry: Entry, reference: str) -> AgreementEntry:
    """One that was signed or intended at an activity."""
    return _read(words, words.record(entry, ("form", "status"), _OPTIONAL), reference, None)


def _read(words: Words, fields: Fields, reference: str, year: int | None) -> AgreementEntry:
    stated = Stated(
        form=words.code(fields, "form") or "",
        status=words.word(fields, "status", AgreementStatus, AgreementStatus.INTENDED),
        title=fields.text_or_none("title"),
        about=fields.text_or_none("about"),
        whose=words.word_or_none(fields, "whose", Whose),
        country=words.country(fields),
        on=words.period(fields, "on"),
        term=Term(
            starts_on=fields.day("starts"),
            kind=words.word_or_none(fields, "term", TermKind),
            until=fields.day("until"),
            years=fields.integer("years"),
        ),
        parties=tuple(_party(words, item) for item in fields.items("parties")),
        clauses=tuple(_clause(words, item) for item in fields.items("clauses")),
    )
    refusal = fits(stated) or may_value(stated.clauses, [one.topic for one in stated.clauses])
    if refusal is not None:
        words.reader.report(refusal.code, fields.where, **refusal.detail)
    return AgreementEntry(
        **words.counted(fields, reference),  # type: ignore[arg-type]
        stated=stated,
        year=year,
    )


def _party(words: Words, entry: Entry) -> PartyStated:
    fields = words.reader.mapping(entry, (), ("party", "description", "side", "role"))
    return PartyStated(
        side=words.word_or_none(fields, "side", Side),
        role=words.word(fields, "role", PartyRole, PartyRole.SIGNATORY),
        party=words.party(fields),
        description=fields.text_or_none("description"),
    )


def _clause(words: Words, entry: Entry) -> ClauseStated:
    fields = words.reader.mapping(entry, ("value", "is_in"), ("words",))
    return ClauseStated(
        topic=words.code(fields, "value", "agreement_values") or "",
        is_in=bool(fields.truth("is_in")),
        words=fields.words_or_none("words"),
    )
