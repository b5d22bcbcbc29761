"""What a receiver answered, as people read it."""

from collections.abc import Mapping

from openkader.base.text import Text
from openkader.casework.subscribing import Silence

SILENCES: Mapping[str, Text] = {
    Silence.TOO_SLOW: Text(nl="geen antwoord binnen de tijd", en="no answer within the time"),
    Silence.UNREACHABLE: Text(nl="niet bereikbaar", en="cannot be reached"),
    Silence.NOT_ALLOWED: Text(
        nl="leidt naar een plaats waar niets heen mag (zie het logboek)",
        en="leads to a place where nothing may go (see the log)",
    ),
    Silence.LOCKED: Text(
        nl="het geheim gaat niet open met de sleutel van deze installatie",
        en="the secret does not open with the key of this installation",
    ),
    Silence.TOO_LARGE: Text(nl="het antwoord is te groot", en="the answer is too large"),
    Silence.UNREADABLE: Text(nl="het antwoord is niet te lezen", en="the answer cannot be read"),
    Silence.ELSEWHERE: Text(
        nl="noemt adressen op een andere plaats dan is ingesteld",
        en="names addresses at another place than was set",
    ),
    Silence.NOT_SET_UP: Text(
        nl="niet of niet goed ingesteld (zie openkader zgw check)",
        en="not set up, or not properly (see openkader zgw check)",
    ),
}


def answer_words(answer: str | None, language: str) -> str:
    """The last answer of a receiver: its status, or why there was none; empty while it was never told anything."""
    said = SILENCES.get(answer or "")
    return said.in_(language) if said else answer or ""
