"""What the words of a register in a spreadsheet mean, in Dutch and English; no other is guessed at."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from openkader.casework.delegation.cleaning import folded
from openkader.casework.vocabulary import DecisionOutcome, Kind

E = TypeVar("E", bound=StrEnum)


class Outcome(StrEnum):
    """How a case ended as the sheet says it: as a decision, as something that took place, or not yet."""

    CARRIED_OUT = "carried_out"
    TAKE_UP = "take_up"
    TAKE_UP_WITH_CONDITIONS = "take_up_with_conditions"
    HOLD = "hold"
    REFER = "refer"
    REFUSE = "refuse"
    WITHDRAWN = "withdrawn"
    OPEN = "open"

    @property
    def decision(self) -> DecisionOutcome | None:
        """The decision that it speaks of; what was carried out was taken up, and what is open was not decided."""
        if self is Outcome.OPEN:
            return None
        return DecisionOutcome.TAKE_UP if self is Outcome.CARRIED_OUT else DecisionOutcome(self.value)


_OUTCOMES: dict[Outcome, str] = {
    Outcome.CARRIED_OUT: """
        uitgevoerd; doorgegaan; gehouden; plaatsgevonden; heeft plaatsgevonden; gerealiseerd; bezoek afgelegd;
        carried out; took place; executed; realised
    """,
    Outcome.TAKE_UP: """
        akkoord; toegekend; toegezegd; goedgekeurd; groen licht; gehonoreerd; uitvoeren; opgepakt; ja; approved;
        granted; accepted; take up; green light; yes
    """,
    Outcome.TAKE_UP_WITH_CONDITIONS: """
        onder voorwaarden; akkoord onder voorwaarden; uitvoeren onder voorwaarden; toegekend onder voorwaarden; ja mits;
        under conditions; approved with conditions; take up with conditions
    """,
    Outcome.HOLD: "aangehouden; aanhouden; on hold; opgeschort; hold",
    Outcome.REFER: "doorverwezen; doorverwijzen; verwezen; doorgestuurd; referred; refer",
    Outcome.REFUSE: """
        geweigerd; weigeren; afgewezen; niet akkoord; nee; niet gehonoreerd; refused; rejected; declined; no
    """,
    Outcome.WITHDRAWN: "ingetrokken; teruggetrokken; withdrawn",
    Outcome.OPEN: "open; lopend; in behandeling; nieuw; onder handen; in progress; pending; new",
}
_KINDS: dict[Kind, str] = {
    Kind.INCOMING_DELEGATION: """
        inkomende delegatie; inkomend bezoek; inkomend; ontvangst; delegatiebezoek; bezoek inkomend;
        incoming delegation; incoming visit; incoming; reception
    """,
    Kind.OUTGOING_MISSION: """
        uitgaande missie; uitgaand bezoek; uitgaand; missie; handelsmissie; werkbezoek buitenland; dienstreis;
        roadshow; outgoing mission; outgoing visit; outgoing; mission; trade mission
    """,
    Kind.EMBASSY_TALK: """
        ambassadegesprek; gesprek ambassade; gesprek ambassadeur; ambassade; ambassadeur; embassy talk; embassy;
        ambassador
    """,
    Kind.EVENT: "evenement; deelname evenement; beurs; congres; symposium; event; fair; conference",
    Kind.AGREEMENT: "overeenkomst; mou; convenant; samenwerkingsovereenkomst; agreement; memorandum of understanding",
    Kind.INVESTMENT_SUPPORT: "investering; investeringssteun; investment; investment support",
    Kind.EXCHANGE: "uitwisseling; kennisuitwisseling; exchange",
    Kind.OTHER: "overig; overige; anders; other",
}
_YES = frozenset("ja j yes y x true waar".split())  # noqa: SIM905
_NO = frozenset("nee n no false onwaar".split())  # noqa: SIM905


def _by_word(words: Mapping[E, str]) -> dict[str, str]:
    said = {word.strip(): str(code) for code, text in words.items() for word in text.split(";")}
    return said | {str(code): str(code) for code in words}


OUTCOMES = _by_word(_OUTCOMES)
KINDS = _by_word(_KINDS)


def truth_of(text: str) -> bool | None:
    """Yes or no; None for anything else."""
    word = folded(text)
    return True if word in _YES else False if word in _NO else None
