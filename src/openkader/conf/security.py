"""The settings of keeping the house safe, as environment variables give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from openkader.base.errors import Invalid, Problem
from openkader.base.outgoing import Endpoint, Outgoing, endpoint_at, endpoint_in, is_host_name
from openkader.conf.case_system import ADDRESSES
from openkader.conf.documents import s3_server
from openkader.conf.mailbox import GIVER
from openkader.register.virus_scanner import Clamd

_OUTGOING, _INNER = "OPENKADER_OUTGOING", "OPENKADER_INNER"
_CLAMD = "OPENKADER_CLAMD"
_SERVERS = ("SCREENING_URL", "OIDC_URL", GIVER, *ADDRESSES.values())
_CONTACT, _POLICY = "OPENKADER_SECURITY_CONTACT", "OPENKADER_SECURITY_POLICY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """Where somebody who finds a weakness can tell it, the best way first; and where the house may reach out to."""

    contacts: tuple[str, ...]
    policy: str
    outgoing: Outgoing
    clamd: Clamd | None

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "Security":
        """What the variables say; all that is wrong with them at once."""
        contacts = {word: _contact(word) for word in _words(variables, _CONTACT)}
        policy = variables.get(_POLICY, "").strip()
        problems = [
            Problem("settings.security-contact", _CONTACT, {"value": _sayable(word)})
            for word, read in contacts.items()
            if not read
        ]
        if policy and not _is_page(policy):
            problems.append(Problem("settings.security-policy", _POLICY, {"value": _sayable(policy)}))
        outgoing, clamd = _outgoing(variables, problems), _clamd(variables.get(_CLAMD, ""), problems)
        if problems:
            raise Invalid(problems)
        return cls(contacts=tuple(contacts.values()), policy=policy, outgoing=outgoing, clamd=clamd)


def _outgoing(variables: Mapping[str, str], problems: list[Problem]) -> Outgoing:
    """Where the house may reach out to; the servers that the other settings name are among it."""
    hosts = [word.lower() for word in _words(variables, _OUTGOING)]
    inner = {word: endpoint_in(word.lower()) for word in _words(variables, _INNER)}
    wrong = [(_OUTGOING, word) for word in hosts if not is_host_name(word)]
    wrong += [(_INNER, word) for word, found in inner.items() if found is None]
    problems += [Problem("settings.host", name, {"value": _sayable(word)}) for name, word in wrong]
    named = [_server(url) for url in (*(variables.get(name, "") for name in _SERVERS), s3_server(variables))]
    return Outgoing(
        tuple(hosts), tuple(one for one in inner.values() if one), tuple(one for one in named if one.host)
    )


def _sayable(word: str) -> str:
    """As much of it as fits in a sentence; bytes that are no letters would stop the sentence itself."""
    return word[:80].encode("utf-8", "replace").decode("utf-8")


def _words(variables: Mapping[str, str], name: str) -> list[str]:
    return [word.strip() for word in variables.get(name, "").split(",") if word.strip()]


def _clamd(word: str, problems: list[Problem]) -> Clamd | None:
    """The virus scanner; what cannot be read must not mean that there is none."""
    kind, _, rest = word.partition(":")
    if not word:
        return None
    place = endpoint_in(rest.lower()) if kind == "tcp" else None
    if place is not None and place.port and "/" not in place.host:
        return Clamd(host=place.host, port=place.port)
    if kind != "unix" or not rest.startswith("/"):
        problems.append(Problem("settings.clamd", _CLAMD, {"value": _sayable(word)}))
    return Clamd(path=rest)


def _server(url: str) -> Endpoint:
    """Where a server is asked; what is wrong with its address is said by whoever reads that setting."""
    try:
        parts = urlsplit(url)
        return endpoint_at(parts.scheme, parts.hostname, parts.port)
    except ValueError:
        return Endpoint("")


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
