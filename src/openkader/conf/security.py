"""The settings of keeping the house safe, as environment variables give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from openkader.base.errors import Invalid, Problem

_CONTACT, _POLICY = "OPENKADER_SECURITY_CONTACT", "OPENKADER_SECURITY_POLICY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """Where somebody who finds a weakness can tell it, the best way first; and how that is handled."""

    contacts: tuple[str, ...]
    policy: str

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "Security":
        """What the variables say; all that is wrong with them at once."""
        words = [word.strip() for word in variables.get(_CONTACT, "").split(",") if word.strip()]
        contacts = {word: _contact(word) for word in words}
        policy = variables.get(_POLICY, "").strip()
        problems = [
            Problem("settings.security-contact", _CONTACT, {"value": word[:80]})
            for word, read in contacts.items()
            if not read
        ]
        if policy and not _is_page(policy):
            problems.append(Problem("settings.security-policy", _POLICY, {"value": policy[:80]}))
        if problems:
            raise Invalid(problems)
        return cls(contacts=tuple(contacts.values()), policy=policy)


def _contact(word: str) -> str:
    """A way to reach somebody as an address (RFC 9116 asks for that); nothing when it is none."""
    if _is_page(word):
        return word
    kind, _, rest = word.rpartition(":")
    if kind == "tel" and rest.lstrip("+").replace("-", "").isdecimal() and rest.isascii():
        return word
    name, _, domain = rest.partition("@")
    is_mail = kind in ("", "mailto") and name and "." in domain and "@" not in domain and _is_plain(rest)
    return f"mailto:{rest}" if is_mail else ""


def _is_page(word: str) -> bool:
    try:
        parts = urlsplit(word)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc and _is_plain(word)


def _is_plain(word: str) -> bool:
    """On one line, so that it cannot say more than it should."""
    return word.isascii() and word.isprintable() and " " not in word
