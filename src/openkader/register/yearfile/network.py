"""The network of a year file, and the initiatives that came of it."""

from openkader.base.document import Entry
from openkader.base.reading import Fields
from openkader.casework.initiatives import StepKind, may_follow
from openkader.casework.network import ContributionKind
from openkader.register.initiative_entries import InitiativeEntry, Side, StepEntry
from openkader.register.network_entries import MemberEntry, StatedContribution
from openkader.register.yearfile.words import GROUNDED, Words

# What belongs to a case is known by who took part in it; a file states the rest.
_STATED = (ContributionKind.KADER, ContributionKind.EVALUATION, ContributionKind.MESSAGE)


def member(words: Words, entry: Entry, _year: int) -> tuple[MemberEntry, tuple[StatedContribution, ...]]:
    """A party of the network, with what it contributed to the kader, an evaluation or a line to take."""
    optional = ("since", "expertise", "countries", "contributions")
    fields = words.reader.mapping(entry, ("reference", "party", "why"), (*optional, *GROUNDED))
    reference = words.reference(fields)
    words.give(reference, fields.place("reference"))
    found = MemberEntry(
        **words.grounded(fields),  # type: ignore[arg-type]
        reference=reference,
        party=words.party(fields) or "",
        why=fields.text("why"),
        since=words.period(fields, "since"),
        expertise=_codes(words, fields),
        countries=_countries(words, fields),
    )
    items = enumerate(fields.items("contributions"), start=1)
    return found, tuple(_contribution(words, item, reference, place) for place, item in items)


def _codes(words: Words, fields: Fields) -> tuple[str, ...]:
    codes = fields.codes("expertise")
    words.places.codes += [("expertise", code, fields.place("expertise")) for code in codes]
    return codes


def _countries(words: Words, fields: Fields) -> tuple[str, ...]:
    codes = fields.codes("countries")
    for code in codes:
        if not (len(code) == 2 and code.isascii() and code.isupper()):
            words.reader.report("register.not-a-country", fields.place("countries"), value=code)
    return codes


def _contribution(words: Words, entry: Entry, member: str, place: int) -> StatedContribution:
    fields = words.reader.mapping(entry, ("kind", "what"), ("to", "period", *GROUNDED))
    reference = f"{member}-B{place}"
    words.give(reference, fields.where)
    kind = words.word(fields, "kind", ContributionKind, ContributionKind.KADER)
    if kind not in _STATED:
        known = ", ".join(_STATED)
        words.reader.report("register.unknown-word", fields.place("kind"), value=kind, known=known)
    return StatedContribution(
        **words.grounded(fields),  # type: ignore[arg-type]
        reference=reference,
        member=member,
        kind=kind,
        to=fields.words_or_none("to") or "",
        what=fields.text("what"),
        period=words.period(fields, "period"),
    )


def initiative(words: Words, entry: Entry, _year: int) -> InitiativeEntry:
    """A chain of a request or an activity, each step in its turn."""
    fields = words.record(entry, ("reference", "title", "steps"), ("request", "activity"))
    found = InitiativeEntry(
        **words.counted(fields, words.reference(fields)),  # type: ignore[arg-type]
        title=fields.text("title"),
        request=words.request(fields),
        activity=words.activity(fields),
        steps=tuple(_step(words, item) for item in fields.items("steps")),
    )
    if (found.request is None) == (found.activity is None):
        words.reader.report("register.initiative-of-one", fields.where)
    _check_order(words, fields, found)
    return found


def _step(words: Words, entry: Entry) -> StepEntry:
    optional = ("period", "seeker", "seeker_party", "partner", "partner_party", "url")
    fields = words.reader.mapping(entry, ("kind", "what"), (*optional, *GROUNDED))
    return StepEntry(
        **words.grounded(fields),  # type: ignore[arg-type]
        kind=words.word(fields, "kind", StepKind, StepKind.SOUGHT),
        what=fields.text("what"),
        period=words.period(fields, "period"),
        seeker=Side(words.side(fields, "seeker_party"), fields.text_or_none("seeker")),
        partner=Side(words.side(fields, "partner_party"), fields.text_or_none("partner")),
        url=words.url(fields) or "",
    )


def _check_order(words: Words, fields: Fields, found: InitiativeEntry) -> None:
    """Asked for first, and then one step after another."""
    places = [item.where for item in fields.items("steps")] or [fields.where]
    kinds = [step.kind for step in found.steps]
    if not kinds or kinds[0] is not StepKind.SOUGHT:
        words.reader.report("initiative.not-asked", places[0])
    for number, step in enumerate(found.steps):
        refusal = may_follow(step.kind, kinds[:number])
        if refusal is not None:
            words.reader.report(refusal.code, places[number], **refusal.detail)
        elif step.kind is StepKind.MATCHED and not step.partner.is_named:
            words.reader.report("initiative.no-partner", places[number])
