"""The letter to a requester about a decision: for each outcome, in Dutch of level B1 and in English.

It is a draft: an official reads it, changes it and sends it. What the register does not know stands between brackets.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openkader.base.text import Text
from openkader.casework.vocabulary import DecisionOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided on a request, each already in the language of the letter; None is unknown."""

    organisation: str
    reference: str
    title: str
    outcome: DecisionOutcome
    day: str
    received: str | None = None
    name: str | None = None
    ground: str | None = None
    instrument: str | None = None
    motivation: str | None = None
    conditions: Sequence[str] = ()
    referred_to: str | None = None
    made_up: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or the points of a list."""

    text: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as it is shown and written."""

    language: str
    organisation: str
    subject: str
    about: tuple[tuple[str, str], ...]
    paragraphs: tuple[Paragraph, ...]
    made_up: str | None = None


_ABOUT = {
    "reference": Text(nl="Ons kenmerk", en="Our reference"),
    "day": Text(nl="Datum", en="Date"),
    "to": Text(nl="Aan", en="To"),
}
_TO = Text(nl="[naam en adres]", en="[name and address]")
_SUBJECT = Text(nl="Uw verzoek: {title}", en="Your request: {title}")
_DEAR = Text(nl="Geachte {name},", en="Dear {name},")
_NAME = Text(nl="heer of mevrouw", en="Sir or Madam")
_ASKED = Text(
    nl="Op {received} vroeg u ons om mee te werken aan: {title}.",
    en="On {received} you asked us to cooperate in: {title}.",
)
_ASKED_ONCE = Text(
    nl="U vroeg ons om mee te werken aan: {title}.", en="You asked us to cooperate in: {title}."
)
_OUTCOMES = {
    DecisionOutcome.TAKE_UP: Text(
        nl="Wij werken graag mee aan uw verzoek. Wij nemen contact met u op over het programma.",
        en="We are pleased to cooperate. We will contact you about the programme.",
    ),
    DecisionOutcome.TAKE_UP_WITH_CONDITIONS: Text(
        nl="Wij werken mee aan uw verzoek. Daarbij gelden deze voorwaarden:",
        en="We will cooperate, under these conditions:",
    ),
    DecisionOutcome.HOLD: Text(
        nl="Wij kunnen nog niet over uw verzoek besluiten. Wij wachten op informatie of advies. "
        "U hoeft nu niets te doen. U hoort van ons zodra wij meer weten.",
        en="We cannot decide on your request yet. We are waiting for information or advice. "
        "You need not do anything now. You will hear from us as soon as we know more.",
    ),
    DecisionOutcome.REFER: Text(
        nl="Uw verzoek hoort niet bij ons. {referred_to} kan u verder helpen. Wij dragen uw verzoek daar over.",
        en="Your request is not ours to handle. {referred_to} can help you. We hand your request over to them.",
    ),
    DecisionOutcome.REFUSE: Text(
        nl="Wij werken niet mee aan uw verzoek.", en="We will not cooperate in your request."
    ),
    DecisionOutcome.WITHDRAWN: Text(
        nl="U heeft uw verzoek ingetrokken. Daarom doen wij er niets meer mee.",
        en="You withdrew your request. So we will not do anything more with it.",
    ),
}
_KEEP = Text(
    nl="Houdt u zich niet aan een voorwaarde? Dan kunnen wij stoppen met onze medewerking.",
    en="If a condition is not kept, we may end our cooperation.",
)
_GROUND = Text(nl="De reden is: {ground}.", en="The reason is: {ground}.")
_RESTS = Text(nl="Dit besluit steunt op: {instrument}.", en="This decision rests on: {instrument}.")
_WHY = Text(nl="Onze uitleg: {motivation}", en="Our explanation: {motivation}")
_OBJECT = Text(
    nl="[Alleen als u tegen deze brief bezwaar kunt maken: hoe, waar en tot wanneer.]",
    en="[Only where an objection to this letter is possible: how, where and until when.]",
)
_QUESTIONS = Text(
    nl="Heeft u vragen? Neem dan contact met ons op. Noem daarbij ons kenmerk {reference}.",
    en="Do you have questions? Please contact us and mention our reference {reference}.",
)
_CLOSING = Text(nl="Met vriendelijke groet,", en="Yours sincerely,")
_SIGNED = Text(nl="[naam en functie]", en="[name and function]")


def letter_of(decided: Decided, language: str) -> Letter:
    """The draft of the letter about a decision."""
    words = {name: str(getattr(decided, name) or "") for name in Decided.__slots__}
    words["name"] = decided.name or _NAME.in_(language)
    words["referred_to"] = decided.referred_to or "[…]"

    def say(text: Text) -> str:
        return text.in_(language).format_map(words)

    about = ((_ABOUT["to"], say(_TO)), (_ABOUT["day"], decided.day), (_ABOUT["reference"], decided.reference))
    body = [
        say(_DEAR),
        say(_ASKED if decided.received else _ASKED_ONCE),
        say(_OUTCOMES[decided.outcome]),
    ]
    reasons = [say(text) for text in _reasons(decided)]
    ending = [say(_QUESTIONS), say(_CLOSING), decided.organisation, say(_SIGNED)]
    points = tuple(decided.conditions) if decided.outcome is DecisionOutcome.TAKE_UP_WITH_CONDITIONS else ()
    return Letter(
        language=language,
        organisation=decided.organisation,
        subject=say(_SUBJECT),
        about=tuple((label.in_(language), value) for label, value in about),
        paragraphs=(
            *map(Paragraph, body),
            *([Paragraph(points=points), Paragraph(say(_KEEP))] if points else []),
            *map(Paragraph, [*reasons, *ending]),
        ),
        made_up=decided.made_up,
    )


def _reasons(decided: Decided) -> list[Text]:
    """Why the door stays closed; of what was granted or withdrawn only what its maker explained."""
    if decided.outcome is DecisionOutcome.WITHDRAWN:
        return []
    closed = decided.outcome.needs_ground
    return [
        *([_GROUND] if closed and decided.ground else []),
        *([_RESTS] if closed and decided.instrument else []),
        *([_WHY] if decided.motivation else []),
        *([_OBJECT] if decided.outcome is DecisionOutcome.REFUSE else []),
    ]
