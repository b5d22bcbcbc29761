"""The records of a year file, each read into the value that its service takes."""

from openkader.base.document import Entry
from openkader.base.reading import Fields
from openkader.casework.advice import AdviceVerdict
from openkader.casework.recommendations import FollowUpStatus
from openkader.casework.vocabulary import (
    ClaimOperator,
    Confidentiality,
    DecisionOutcome,
    FindingSubject,
    Kind,
    Level,
    PartyKind,
    Role,
)
from openkader.register.entries import (
    AnswerEntry,
    ClaimEntry,
    DecisionEntry,
    FindingEntry,
    NameEntry,
    ParticipationEntry,
    PartyEntry,
    RecommendationEntry,
    RequestEntry,
    TalkEntry,
)
from openkader.register.investment_entries import ReportedStatementEntry
from openkader.register.yearfile.words import GROUNDED, Words


def party(words: Words, entry: Entry, year: int) -> PartyEntry:
    """A party; with a name, or with the function it is known by."""
    fields = words.reader.mapping(
        entry,
        ("reference", "kind"),
        ("name", "function", "country", "region", "names", "identifiers", *GROUNDED),
    )
    reference = words.reference(fields)
    words.give(reference, fields.place("reference"))
    found = PartyEntry(
        **words.grounded(fields),  # type: ignore[arg-type]
        reference=reference,
        kind=words.word(fields, "kind", PartyKind, PartyKind.PERSON),
        name=fields.words_or_none("name"),
        function=fields.text_or_none("function"),
        country=words.country(fields),
        region=fields.words_or_none("region"),
        names=tuple(_name(words, item) for item in fields.items("names")),
        identifiers=words.plain_words(fields, "identifiers"),
    )
    if found.name is None and found.function is None:
        words.reader.report("register.party-unnamed", fields.where)
    return found


def _name(words: Words, entry: Entry) -> NameEntry:
    fields = words.reader.mapping(entry, ("name",), ("script", "language"))
    return NameEntry(
        name=fields.words("name"),
        script=fields.words_or_none("script"),
        language=fields.words_or_none("language"),
    )


def request(words: Words, entry: Entry, year: int) -> RequestEntry:
    """A request with its requesters and the facts that the source states."""
    fields = words.record(
        entry,
        ("reference", "title"),
        (
            *("year", "received", "kind", "country", "programme", "initiative"),
            *("participations", "answers", "confidentiality"),
        ),
    )
    reference = words.reference(fields)
    return RequestEntry(
        **words.counted(fields, reference),  # type: ignore[arg-type]
        year=words.year(fields, year),
        title=fields.text("title"),
        received=words.period(fields, "received"),
        kind=words.word_or_none(fields, "kind", Kind),
        country=words.country(fields),
        programme=words.code(fields, "programme", "programmes"),
        initiative=words.code(fields, "initiative", "initiative"),
        confidentiality=_confidentiality(words, fields),
        participations=participations(words, fields, reference),
        answers=tuple(_answer(words, item) for item in fields.items("answers")),
    )


def _confidentiality(words: Words, fields: Fields) -> Confidentiality:
    """A year is handed in to account for it; what must stay inside says so, and unknown stays inside too."""
    is_said = "confidentiality" in fields.values
    default = Confidentiality.INTERNAL if is_said else Confidentiality.PUBLIC
    return words.word(fields, "confidentiality", Confidentiality, default)


def _answer(words: Words, entry: Entry) -> AnswerEntry:
    fields = words.reader.mapping(entry, ("fact", "value"), ("basis", *GROUNDED))
    value = fields.entry("value")
    return AnswerEntry(
        **words.grounded(fields),  # type: ignore[arg-type]
        fact=words.code(fields, "fact", "facts") or "",
        value=_plain(value) if value else None,
        basis=fields.words_or_none("basis"),
    )


def _plain(entry: Entry) -> object:
    if isinstance(entry.value, list):
        return [item.value for item in entry.value]
    return entry.value


def participations(words: Words, fields: Fields, owner: str) -> tuple[ParticipationEntry, ...]:
    """Who asked or took part; the references follow from that of the owner."""
    found: list[ParticipationEntry] = []
    for place, item in enumerate(fields.items("participations"), start=1):
        entry = _participation(words, item, f"{owner}-P{place}")
        if entry.party and any((x.party, x.role) == (entry.party, entry.role) for x in found):
            words.reader.report("register.named-twice", item.where)
        found.append(entry)
    return tuple(found)


def _participation(words: Words, entry: Entry, reference: str) -> ParticipationEntry:
    fields = words.record(entry, ("role",), ("party", "description", "dropped_out"))
    found = ParticipationEntry(
        **words.counted(fields, reference),  # type: ignore[arg-type]
        role=words.word(fields, "role", Role, Role.OWN_PARTY),
        party=words.party(fields),
        description=fields.text_or_none("description"),
        dropped_out=fields.truth("dropped_out") or False,
    )
    if found.party is None and found.description is None:
        words.reader.report("register.participation-undescribed", fields.where)
    if found.party is not None and found.number != 1:
        words.reader.report("register.named-is-one", fields.place("number"))
    return found


def decision(words: Words, entry: Entry, year: int) -> DecisionEntry:
    """A decision as a publication states it; without the sentence it cannot be taken over."""
    fields = words.record(
        entry,
        ("reference", "level", "passage"),
        (
            *("year", "request", "outcome", "ground", "instrument", "motivation"),
            *("title", "kind", "programme"),
        ),
    )
    found = DecisionEntry(
        **words.counted(fields, words.reference(fields)),  # type: ignore[arg-type]
        year=words.year(fields, year),
        level=words.word(fields, "level", Level, Level.REQUEST),
        request=words.request(fields),
        outcome=words.word_or_none(fields, "outcome", DecisionOutcome),
        ground=words.code(fields, "ground", "grounds"),
        instrument=words.code(fields, "instrument", "instruments"),
        motivation=fields.words_or_none("motivation"),
        title=fields.text_or_none("title"),
        kind=words.word_or_none(fields, "kind", Kind),
        programme=words.code(fields, "programme", "programmes"),
    )
    if found.request and (found.title or found.kind or found.programme):
        words.reader.report("register.decision-about-twice", fields.where)
    if not found.request and not found.title:
        words.reader.report("register.decision-about-nothing", fields.where)
    return found


def talk(words: Words, entry: Entry, year: int) -> TalkEntry:
    """Talks beside the activities."""
    fields = words.record(
        entry,
        ("reference", "purpose", "title"),
        ("year", "period", "programme", "party"),
    )
    return TalkEntry(
        **words.counted(fields, words.reference(fields)),  # type: ignore[arg-type]
        year=words.year(fields, year),
        purpose=words.code(fields, "purpose", "talk_purposes") or "",
        title=fields.text("title"),
        period=words.period(fields, "period"),
        programme=words.code(fields, "programme", "programmes"),
        party=words.party(fields),
    )


def finding(words: Words, entry: Entry, year: int) -> FindingEntry:
    """What was found about one action line or precondition."""
    fields = words.record(entry, ("reference", "subject", "line", "text"), ("year", "verdict"))
    return FindingEntry(
        **words.counted(fields, words.reference(fields)),  # type: ignore[arg-type]
        year=words.year(fields, year),
        subject=words.word(fields, "subject", FindingSubject, FindingSubject.ACTION_LINE),
        line=words.code(fields, "line", "lines") or "",
        text=fields.text("text"),
        verdict=words.code(fields, "verdict"),
    )


def reported_statement(words: Words, entry: Entry, year: int) -> ReportedStatementEntry:
    """What the source says of statements on investments; without the sentence it cannot be taken over."""
    fields = words.record(entry, ("reference", "result", "text", "passage"), ("year", "grounds"))
    grounds = fields.codes("grounds")
    for code in grounds:
        words.places.codes.append(("investment_grounds", code, fields.place("grounds")))
    return ReportedStatementEntry(
        **words.counted(fields, words.reference(fields)),  # type: ignore[arg-type]
        year=words.year(fields, year),
        verdict=words.word(fields, "result", AdviceVerdict, AdviceVerdict.CANNOT_JUDGE),
        grounds=grounds,
        text=fields.text("text"),
    )


def recommendation(words: Words, entry: Entry, year: int) -> RecommendationEntry:
    """What the organisation advises itself."""
    fields = words.record(entry, ("reference", "text"), ("year", "status", "to", "due"))
    return RecommendationEntry(
        **words.counted(fields, words.reference(fields)),  # type: ignore[arg-type]
        year=words.year(fields, year),
        text=fields.text("text"),
        status=words.word_or_none(fields, "status", FollowUpStatus),
        to=fields.text_or_none("to"),
        due=words.period(fields, "due"),
    )


def claim(words: Words, entry: Entry, year: int) -> ClaimEntry:
    """A sentence about a figure: `is: 27`, `at_least: 3` or `all: true`."""
    fields = words.record(entry, ("reference", "chapter", "figure"), ("year", "derived", *ClaimOperator))
    said = [operator for operator in ClaimOperator if fields.entry(operator)]
    if len(said) != 1:
        words.reader.report("register.claim-operator", fields.where)
    operator = said[0] if said else ClaimOperator.ALL
    found = ClaimEntry(
        **words.counted(fields, words.reference(fields)),  # type: ignore[arg-type]
        year=words.year(fields, year),
        chapter=words.code(fields, "chapter") or "",
        figure=words.code(fields, "figure", "figures") or "",
        operator=operator,
        value=None if operator is ClaimOperator.ALL else fields.integer(operator),
        derived=fields.truth("derived") or False,
    )
    if operator is ClaimOperator.ALL and said and fields.truth("all") is not True:
        words.reader.report("register.claim-operator", fields.where)
    if found.passage is None and not found.derived:
        words.reader.report("register.claim-without-sentence", fields.where)
    return found
