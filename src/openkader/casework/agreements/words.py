"""The words of agreements: whose they are, who stands in them, how they end, and how they stand."""

from collections.abc import Mapping
from enum import StrEnum

from openkader.base.text import Text
from openkader.casework.vocabulary import AgreementStatus


class Whose(StrEnum):
    """Whose agreement it is; where nobody said so it is unknown, and not ours by that."""

    OWN = "own"
    ACCOMPANIED = "accompanied"  # of a party from the own area; the organisation was only there
    OTHER_AUTHORITY = "other_authority"  # of another authority, kept as a reference


class Side(StrEnum):
    """On which side of the table a party stands."""

    OWN = "own"
    OTHER = "other"


class PartyRole(StrEnum):
    """As what a party stands in an agreement."""

    SIGNATORY = "signatory"
    CARRIES_OUT = "carries_out"  # does the work, and did not sign
    WITNESS = "witness"


class TermKind(StrEnum):
    """How an agreement ends; None beside it: not known."""

    UNTIL = "until"
    OPEN = "open"  # it says that it has no end


class DeedKind(StrEnum):
    """What is written down of an agreement; each is added and none is changed."""

    NOTED = "noted"
    SIGNED = "signed"
    RENEWED = "renewed"
    ENDED = "ended"
    CORRECTED = "corrected"


class Standing(StrEnum):
    """How an agreement stands today; what asks for attention comes first."""

    PASSED = "passed"  # its last day is over, and nobody said what came of it
    ENDS_SOON = "ends_soon"
    INTENDED = "intended"
    UNKNOWN = "unknown"  # it was signed; until when, is not known
    RUNS = "runs"
    OPEN = "open"
    OVER = "over"


IN_FORCE = frozenset({AgreementStatus.SIGNED, AgreementStatus.RENEWED})
OVER = frozenset(
    {
        AgreementStatus.EXPIRED,
        AgreementStatus.NOT_RENEWED,
        AgreementStatus.TERMINATED,
        AgreementStatus.ABANDONED,
    }
)
# That somebody signed it, whatever came of it later.
WAS_SIGNED = frozenset(AgreementStatus) - {AgreementStatus.INTENDED, AgreementStatus.ABANDONED}
# In which form one can be, where a kader has no words of its own for it.
FORMS: Mapping[str, Text] = {
    "mou": Text(nl="intentieverklaring (MoU)", en="memorandum of understanding (MoU)"),
    "letter_of_intent": Text(nl="intentieverklaring", en="letter of intent"),
    "contract": Text(nl="contract", en="contract"),
    "mou_or_contract": Text(nl="MoU of contract", en="MoU or contract"),
}
