"""The settings of the front door and of mail, as environment variables give them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from openkader.base.errors import Invalid, Problem

_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
_DIGITS = 80  # of a number that is read at all; thousands of them are an error of the language


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """The server that takes mail; without a host there is none."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = False
    tls: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontDoorSettings:
    """How the front door of an installation is set up."""

    organisation: str
    upload_bytes: int
    proxies: int
    requests_per_hour: int
    status_days: int
    mail: MailServer
    mail_from: str

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "FrontDoorSettings":
        """The settings that the variables give; all that is wrong with them at once."""
        problems: list[Problem] = []
        numbers = Numbers(variables, problems)
        found = cls(
            organisation=variables.get("OPENKADER_ORGANISATION", ""),
            upload_bytes=numbers.read("OPENKADER_UPLOAD_MB", 10, (1, 200)) * 1_000_000,
            proxies=numbers.read("OPENKADER_PROXIES", 0, (0, 9)),
            requests_per_hour=numbers.read("OPENKADER_REQUESTS_PER_HOUR", 10, (1, 10_000)),
            status_days=numbers.read("OPENKADER_STATUS_DAYS", 365, (1, 3650)),
            mail=_server(variables.get("OPENKADER_MAIL_URL", ""), problems),
            mail_from=variables.get("OPENKADER_MAIL_FROM", "").strip(),
        )
        if bool(found.mail.host) != bool(found.mail_from):
            problems.append(Problem("settings.mail-from", "OPENKADER_MAIL_FROM"))
        if problems:
            raise Invalid(problems)
        return found


@dataclass(frozen=True, slots=True)
class Numbers:
    """Reads whole numbers, and notes which are none."""

    variables: Mapping[str, str]
    problems: list[Problem]

    def read(self, name: str, default: int, bounds: tuple[int, int]) -> int:
        """A whole number within its bounds, or a problem."""
        word = self.variables.get(name) or str(default)
        is_number = word.isascii() and word.isdecimal() and len(word) <= _DIGITS
        if is_number and bounds[0] <= int(word) <= bounds[1]:
            return int(word)
        detail = {"value": word[:80], "low": str(bounds[0]), "high": str(bounds[1])}
        self.problems.append(Problem("settings.number", name, detail))
        return default


def _server(url: str, problems: list[Problem]) -> MailServer:
    """The server that an address names; the password stays out of every message."""
    if not url:
        return MailServer()
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        host, port = "", 0
    if not host or not port:
        problems.append(Problem("settings.mail", "OPENKADER_MAIL_URL"))
        return MailServer()
    return MailServer(
        host=host,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+starttls",
        tls=parts.scheme == "smtps",
    )
