"""Why an entity of a list came up: the way the names meet, the evidence, and what would settle it."""

import math
from collections.abc import Callable, Iterator, Mapping

from openkader.base.text import Text
from openkader.screening.evidence import Compared, Evidence, Feature, Hit
from openkader.screening.explaining.values import (
    filled,
    said_country,
    said_date,
    said_gender,
    said_language,
    same,
    several,
    shown,
)
from openkader.screening.explaining.words import FEATURES, QUESTIONS, REASONS
from openkader.screening.names import OTHER, SHORT, Reason, Step, form
from openkader.screening.particulars import particulars

# A weight is in log-odds: 1 makes it not quite three times as likely, 3 some twenty times.
STRONG, PLAIN = 3.0, 1.0
_FOR = (
    Text(nl="sterk voor", en="strongly for"),
    Text(nl="voor", en="for"),
    Text(nl="een beetje voor", en="slightly for"),
)
_AGAINST = (
    Text(nl="sterk tegen", en="strongly against"),
    Text(nl="tegen", en="against"),
    Text(nl="een beetje tegen", en="slightly against"),
)
_NEITHER = Text(nl="telt niet mee", en="does not count")

_ASKED_SIDE = Text(nl="Gevraagd", en="Asked")
_LISTED_SIDE = Text(nl="Op de lijst", en="On the list")
_STEP = Text(nl="{side}: {before} → {after}: {reason}.", en="{side}: {before} → {after}: {reason}.")
_AS_WRITTEN = Text(nl="{side}: {name}, zoals het geschreven staat.", en="{side}: {name}, as it is written.")
_IN_LANGUAGE = Text(nl="{language} voor dezelfde naam", en="{language} for the same name")
_SHORT_FORM = Text(
    nl="de een is een korte vorm van de ander", en="one of the two is a short form of the other"
)
_BOTH = Text(
    nl="{feature}: gevraagd ‘{asked}’, op de lijst ‘{listed}’ ({weight}).",
    en="{feature}: asked ‘{asked}’, on the list ‘{listed}’ ({weight}).",
)
_ALIKE = Text(nl="{feature}: ‘{listed}’ ({weight}).", en="{feature}: ‘{listed}’ ({weight}).")
_BARE = Text(nl="{feature} ({weight}).", en="{feature} ({weight}).")
_NO_EVIDENCE = Text(
    nl="Waarom deze vermelding in de buurt kwam, is er niet bij gezegd. Vergelijk zelf met de bron.",
    en="It was not said why this entry came near. Compare it with the source yourself.",
)
_NOTHING_TO_ASK = Text(
    nl="De lijst geeft niets waarnaar nog gevraagd kan worden. Vergelijk met de bron, of vraag advies.",
    en="The list gives nothing that could still be asked. Compare with the source, or ask for advice.",
)

_SAID: Mapping[Compared, Callable[[str], Text]] = {
    Compared.BIRTH_DATE: said_date,
    Compared.COUNTRY: said_country,
    Compared.GENDER: said_gender,
}
_ABOUT: Mapping[Feature, Compared] = {
    Feature.SAME_BIRTH_DATE: Compared.BIRTH_DATE,
    Feature.SAME_BIRTH_YEAR: Compared.BIRTH_DATE,
    Feature.OTHER_BIRTH_DATE: Compared.BIRTH_DATE,
    Feature.SAME_COUNTRY: Compared.COUNTRY,
    Feature.OTHER_COUNTRY: Compared.COUNTRY,
    Feature.OTHER_GENDER: Compared.GENDER,
}


def say_meeting(hit: Hit) -> tuple[Text, ...]:
    """The way from each name as written to the spelling in which the two meet, one sentence a step."""
    return (
        *_chain(_ASKED_SIDE, hit.asked, hit.asked_steps),
        *_chain(_LISTED_SIDE, hit.listed, hit.listed_steps),
    )


def _chain(side: Text, name: str, steps: tuple[Step, ...]) -> Iterator[Text]:
    taken = [step for step in steps if step.code is not Reason.AS_WRITTEN]
    if not taken:
        yield filled(_AS_WRITTEN, side=side, name=shown(name))
    for step in taken:
        words = {"before": shown(step.before), "after": shown(step.after)}
        yield filled(_STEP, side=side, reason=say_reason(step), **words)


def say_reason(step: Step) -> Text:
    """Why one spelling may stand for another; of a form of a name in which language it is that."""
    found = form(step.before, step.after) if step.code is Reason.NAME_FORM else None
    if found is None or found == OTHER:
        return REASONS[step.code]
    if found == SHORT:
        return _SHORT_FORM
    return filled(_IN_LANGUAGE, language=said_language(found))


def say_evidence(hit: Hit) -> tuple[Text, ...]:
    """Each piece of evidence with its values and its weight, what speaks for it first."""
    ordered = sorted(hit.evidence, key=lambda evidence: -evidence.weight)
    return tuple(map(_piece, ordered)) or (_NO_EVIDENCE,)


def _piece(evidence: Evidence) -> Text:
    words = {"feature": FEATURES[evidence.feature], "weight": say_weight(evidence.weight)}
    asked, listed = (say_value(evidence.feature, value) for value in (evidence.asked, evidence.listed))
    if not evidence.asked and not evidence.listed:
        return filled(_BARE, **words)
    if evidence.asked == evidence.listed:
        return filled(_ALIKE, listed=listed, **words)
    return filled(_BOTH, asked=asked, listed=listed, **words)


def say_value(feature: Feature, value: str) -> Text:
    """The value of a piece of evidence; dates, countries and genders can be several, with commas."""
    what = _ABOUT.get(feature)
    if what is None:
        return _as_it_is(value)
    return several(_SAID[what](part.strip()) for part in value.split(","))


def say_weight(weight: float) -> Text:
    """A weight in words: which way it points, and how strongly."""
    size = abs(weight)
    if not size > 0 or math.isnan(weight):
        return _NEITHER
    words = _FOR if weight > 0 else _AGAINST
    return words[0 if size >= STRONG else 1 if size >= PLAIN else 2]


def say_questions(hit: Hit) -> tuple[Text, ...]:
    """What to ask: each particular that was not compared, and that the list does give."""
    found = []
    for what in hit.missing:
        if values := particulars(hit.properties, what):
            said = several(map(_SAID.get(what, _as_it_is), values))
            found.append(filled(QUESTIONS[what], values=said))
    return tuple(found) or (_NOTHING_TO_ASK,)


def _as_it_is(value: str) -> Text:
    return same(shown(value))
