"""What a kader lists, in words."""

from openkader.casework.agreements import FORMS
from openkader.kader import Kader
from openkader.kader.model import MessageLine


def entry_words(kader: Kader, listing: str, code: object, language: str) -> str | None:
    """An entry of a list of the kader in a language; None where it is unknown, or not on the list."""
    found = kader.lists.get(listing)
    item = found.item(str(code)) if found and code is not None else None
    return item.text.in_(language) if item else None


def topic_words(kader: Kader, code: str, language: str) -> str:
    """A topic in the words of the kader; one that it no longer lists stands as it is."""
    return entry_words(kader, "topics", code, language) or code


def form_words(kader: Kader | None, code: str, language: str) -> str:
    """The form of an agreement in words: those of the kader, or else of the house."""
    said = entry_words(kader, "agreement_forms", code, language) if kader else None
    if said is None and code in FORMS:
        said = FORMS[code].in_(language)
    return said or code.replace("_", " ")


def policy_words(kader: Kader, line: MessageLine, language: str) -> str | None:
    """The policy that a line to take rests on: its document, its date, and where it stands in it."""
    if line.policy is None:
        return None
    passage = line.policy.rests_on
    source = kader.sources[passage.source]
    named = f"{source.title.in_(language)} ({source.date})"
    return ", ".join(part for part in (named, passage.place, passage.words) if part)
