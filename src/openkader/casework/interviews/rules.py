"""What may be noted of an interview, quoted from it, and taken back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from openkader.base.errors import Refusal
from openkader.casework.interviews.words import GIVEN, Consent
from openkader.casework.period import Period

LONGEST_NAME = 200
_ORDER = list(Consent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """With whom it was: a party of the register, or a name; neither where that is withheld at their request."""

    party: str | None = None
    name: str = ""
    is_withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewDraft:
    """An interview as somebody wants to note it.

    `called` is how the speaker may be called without the name, such as ``a grower``. `consent` None is unknown.
    """

    speaker: Speaker
    period: Period | None
    by_whom: str
    themes: tuple[str, ...] = ()
    called: str = ""
    consent: Consent | None = None
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteDraft:
    """Words of an interview, with the theme that they are about and for what consent was given."""

    words: str
    theme: str
    consent: Consent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDraft:
    """Consent that was given, and how; `seen` is how many were noted when they looked."""

    consent: Consent | None
    how: str
    seen: int


def may_interview(draft: InterviewDraft, themes: Collection[str], today: date) -> Refusal | None:
    """With somebody, at some time, by somebody of us, about themes of the list."""
    refusal = _is_somebody(draft.speaker)
    if refusal is not None:
        return refusal
    if draft.period is None:
        return Refusal("interview.no-moment")
    if draft.period.starts_on > today:
        return Refusal("interview.not-yet")
    if not 0 < len(draft.by_whom.strip()) <= LONGEST_NAME or len(draft.called) > LONGEST_NAME:
        return Refusal("interview.nobody", {"limit": str(LONGEST_NAME)})
    strange = next((code for code in draft.themes if code not in themes), None)
    if strange is not None:
        return Refusal("interview.unknown-theme", {"code": strange[:60]})
    return _is_given(draft.consent, draft.speaker, draft.how)


def _is_somebody(speaker: Speaker) -> Refusal | None:
    """One of three: a party, a name, or withheld; nothing that was withheld is kept."""
    said = [speaker.party is not None, bool(speaker.name.strip()), speaker.is_withheld]
    if said.count(True) != 1:
        return Refusal("interview.who")
    return (
        None
        if len(speaker.name) <= LONGEST_NAME
        else Refusal("interview.nobody", {"limit": str(LONGEST_NAME)})
    )


def _is_given(consent: Consent | None, speaker: Speaker, how: str) -> Refusal | None:
    if consent is Consent.WITH_NAME and speaker.is_withheld:
        return Refusal("interview.withheld")
    if consent is not None and consent not in GIVEN:
        return Refusal("interview.no-consent")
    return None if len(how) <= LONGEST_NAME else Refusal("interview.long-how", {"limit": str(LONGEST_NAME)})


def may_quote(draft: QuoteDraft, themes: Collection[str], most: int, given: Consent | None) -> Refusal | None:
    """Words of a bearable length, about a theme of the interview, with no more consent than it has itself."""
    if given is Consent.WITHDRAWN:
        return Refusal("interview.withdrawn")
    if not draft.words.strip():
        return Refusal("interview.no-words", {"limit": str(most)})
    if len(draft.words.strip()) > most:
        return Refusal("interview.long-quote", {"limit": str(most), "number": str(len(draft.words.strip()))})
    if draft.theme not in themes:
        return Refusal("interview.unknown-theme", {"code": draft.theme[:60]})
    return _is_within(draft.consent, given)


def _is_within(consent: Consent | None, given: Consent | None) -> Refusal | None:
    """A quote has no more consent than its interview."""
    if consent is None:
        return None
    if consent not in GIVEN:
        return Refusal("interview.no-consent")
    is_wider = given is None or _ORDER.index(consent) < _ORDER.index(given)
    return Refusal("interview.wider") if is_wider else None


def may_consent(draft: ConsentDraft, given: Consent | None, speaker: Speaker, number: int) -> Refusal | None:
    """Consent is noted anew, with how it was given; what was withdrawn is not given again."""
    if given is Consent.WITHDRAWN:
        return Refusal("interview.withdrawn")
    if draft.seen != number:
        return Refusal("interview.meanwhile")
    if draft.consent is None:
        return Refusal("interview.no-consent")
    if not draft.how.strip():
        return Refusal("interview.no-how")
    return _is_given(draft.consent, speaker, draft.how)


def may_withdraw(how: str, given: Consent | None) -> Refusal | None:
    """Consent is withdrawn once, and nobody has to say why; how it was said is noted."""
    if given is Consent.WITHDRAWN:
        return Refusal("interview.withdrawn-already")
    return None if 0 < len(how.strip()) <= LONGEST_NAME else Refusal("interview.no-how")
