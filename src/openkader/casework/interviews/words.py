"""For what somebody gave consent in an interview, as people read it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from openkader.base.text import Text


class Consent(StrEnum):
    """What may be done with what somebody said, from most to least; without one nothing may."""

    WITH_NAME = "with_name"
    WITHOUT_NAME = "without_name"
    NOT_QUOTED = "not_quoted"
    WITHDRAWN = "withdrawn"

    @property
    def may_quote(self) -> bool:
        """Whether the words may be used."""
        return self in (Consent.WITH_NAME, Consent.WITHOUT_NAME)

    @property
    def may_count(self) -> bool:
        """Whether it counts in the themes of a text."""
        return self is not Consent.WITHDRAWN


CONSENTS: Mapping[Consent, Text] = {
    Consent.WITH_NAME: Text(nl="gebruik met naam", en="use with the name"),
    Consent.WITHOUT_NAME: Text(nl="gebruik zonder naam", en="use without the name"),
    Consent.NOT_QUOTED: Text(nl="niet citeren", en="not to be quoted"),
    Consent.WITHDRAWN: Text(nl="toestemming ingetrokken", en="consent withdrawn"),
}
GIVEN = (Consent.WITH_NAME, Consent.WITHOUT_NAME, Consent.NOT_QUOTED)


def narrowest(*consents: Consent | None) -> Consent | None:
    """What may be done by all of these; where one is unknown, nothing may, and that is unknown."""
    if Consent.WITHDRAWN in consents:
        return Consent.WITHDRAWN
    known = [one for one in consents if one is not None]
    return max(known, key=list(Consent).index) if known and len(known) == len(consents) else None


def told_beside(consents: Iterable[Consent | None]) -> Consent | None:
    """How far who spoke may be told where all quotes of an interview that may be used stand beside each other.

    As the narrowest of them: by its number each tells of which interview it is. None where none may be used.
    """
    return narrowest(*(one for one in consents if one is not None and one.may_quote))
