"""The activities of a year file, with all that belongs to each."""

from openkader.base.document import Entry
from openkader.base.reading import Fields
from openkader.casework.vocabulary import (
    EvidenceKind,
    Kind,
    MeasureStatus,
    Setting,
    TopicSource,
)
from openkader.register.entries import (
    ActivityEntry,
    AgreementEntry,
    EvidenceEntry,
    MeasureEntry,
    TopicEntry,
)
from openkader.register.yearfile.agreements import agreement_at
from openkader.register.yearfile.sections import participations
from openkader.register.yearfile.words import GROUNDED, Words

_OPTIONAL = (
    *("year", "request", "kind", "period", "country", "programme", "aim", "place", "regions"),
    *("office_holder", "foreign_delegation", "itemised"),
    *("participations", "topics", "agreements", "measures"),
)


def activity(words: Words, entry: Entry, year: int) -> ActivityEntry:
    """What took place; the references of its parts follow from its own."""
    fields = words.record(entry, ("reference", "title"), _OPTIONAL)
    reference = words.reference(fields)
    return ActivityEntry(
        **words.counted(fields, reference),  # type: ignore[arg-type]
        year=words.year(fields, year),
        title=fields.text("title"),
        request=words.request(fields),
        kind=words.word_or_none(fields, "kind", Kind),
        period=words.period(fields, "period"),
        country=words.country(fields),
        programme=words.code(fields, "programme", "programmes"),
        aim=fields.text_or_none("aim"),
        place=fields.words_or_none("place"),
        regions=fields.codes("regions"),
        office_holder=fields.truth("office_holder"),
        foreign_delegation=fields.truth("foreign_delegation"),
        itemised=fields.truth("itemised") or False,
        participations=participations(words, fields, reference),
        topics=_topics(words, fields),
        agreements=_agreements(words, fields, reference),
        measures=_measures(words, fields, reference),
    )


def _topics(words: Words, fields: Fields) -> tuple[TopicEntry, ...]:
    topics = []
    seen: set[tuple[str, str]] = set()
    for item in fields.items("topics"):
        topic = _topic(words, item)
        if (topic.code, topic.stated_in) in seen:
            words.reader.report("register.topic-twice", item.where, topic=topic.code)
        seen.add((topic.code, topic.stated_in))
        topics.append(topic)
    return tuple(topics)


def _topic(words: Words, entry: Entry) -> TopicEntry:
    fields = words.reader.mapping(entry, ("code", "stated_in"), ("party", "setting", "reaction", *GROUNDED))
    return TopicEntry(
        **words.grounded(fields),  # type: ignore[arg-type]
        code=words.code(fields, "code", "topics") or "",
        stated_in=words.word(fields, "stated_in", TopicSource, TopicSource.RECORD),
        party=words.party(fields),
        setting=words.word_or_none(fields, "setting", Setting),
        reaction=fields.words_or_none("reaction"),
    )


def _agreements(words: Words, fields: Fields, owner: str) -> tuple[AgreementEntry, ...]:
    items = enumerate(fields.items("agreements"), start=1)
    return tuple(agreement_at(words, item, f"{owner}-A{place}") for place, item in items)


def _measures(words: Words, fields: Fields, owner: str) -> tuple[MeasureEntry, ...]:
    return tuple(_measure(words, item, owner) for item in fields.items("measures"))


def _measure(words: Words, entry: Entry, owner: str) -> MeasureEntry:
    fields = words.record(entry, ("line", "measure", "status"), ("evidence",))
    code = words.code(fields, "measure", "measures") or ""
    found = MeasureEntry(
        **words.counted(fields, f"{owner}-{code}"),  # type: ignore[arg-type]
        line=words.code(fields, "line", "action_lines") or "",
        code=code,
        status=words.word(fields, "status", MeasureStatus, MeasureStatus.OPEN),
        evidence=tuple(_evidence(words, item) for item in fields.items("evidence")),
    )
    if found.status is MeasureStatus.DONE and not found.evidence:
        words.reader.report("register.done-without-evidence", fields.place("status"))
    if found.status in (MeasureStatus.WAIVED, MeasureStatus.NOT_APPLICABLE):
        words.reader.report("register.set-aside-in-file", fields.place("status"))
    return found


def _evidence(words: Words, entry: Entry) -> EvidenceEntry:
    fields = words.reader.mapping(entry, ("kind", "title"), ("url", "sha256", *GROUNDED))
    found = EvidenceEntry(
        **words.grounded(fields),  # type: ignore[arg-type]
        kind=words.word(fields, "kind", EvidenceKind, EvidenceKind.OTHER),
        title=fields.text("title"),
        url=words.url(fields),
        sha256=words.sha256(fields),
    )
    if found.url is None and found.sha256 is None:
        words.reader.report("register.evidence-nowhere", fields.where)
    return found
