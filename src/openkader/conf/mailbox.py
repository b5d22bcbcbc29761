"""The mailbox that answers come in at, as environment variables give it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.conf.front_door import Numbers
from openkader.conf.web_addresses import is_web_address
from openkader.register.mailbox_sign_in import TokenGiver

_PORT = 993
GIVER = "OPENKADER_IMAP_TOKEN_URL"
_CLIENT, _SCOPE = "OPENKADER_IMAP_CLIENT", "OPENKADER_IMAP_SCOPE"
_WHOLE = ("OPENKADER_IMAP_HOST", "OPENKADER_IMAP_USER", "OPENKADER_IMAP_PASSWORD_FILE")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxSettings:
    """Where the mailbox is; without a host there is none. Its password stays in its file until it is used.

    With `tokens` that file holds the secret by which a token is asked for.
    """

    host: str = ""
    port: int = _PORT
    user: str = ""
    password_file: Path = Path()
    folder: str = "INBOX"
    done: str = "Open Kader"
    tokens: TokenGiver | None = None

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "MailboxSettings":
        """The settings that the variables give; all that is wrong with them at once."""
        problems: list[Problem] = []
        found = cls(
            host=variables.get("OPENKADER_IMAP_HOST", "").strip(),
            port=Numbers(variables, problems).read("OPENKADER_IMAP_PORT", _PORT, (1, 65_535)),
            user=variables.get("OPENKADER_IMAP_USER", ""),
            password_file=Path(variables.get("OPENKADER_IMAP_PASSWORD_FILE", "")),
            folder=variables.get("OPENKADER_IMAP_FOLDER", "") or "INBOX",
            done=variables.get("OPENKADER_IMAP_DONE", "") or "Open Kader",
            tokens=_tokens(variables, problems),
        )
        said = [name for name in _WHOLE if variables.get(name, "").strip()]
        is_asked = bool(said or found.tokens)
        problems += [Problem("settings.imap", name) for name in _WHOLE if is_asked and name not in said]
        if found.folder == found.done or any(mark in found.folder + found.done for mark in '"\\\r\n'):
            problems.append(Problem("settings.imap-folder", "OPENKADER_IMAP_DONE"))
        if problems:
            raise Invalid(problems)
        return found


def _tokens(variables: Mapping[str, str], problems: list[Problem]) -> TokenGiver | None:
    """Who gives tokens for the mailbox; half of it is refused, rather than taken for a password."""
    url, client, scope = (variables.get(name, "").strip() for name in (GIVER, _CLIENT, _SCOPE))
    if not url + client + scope:
        return None
    if not is_web_address(url, barred=" @#", only_safe=True):
        problems.append(Problem("settings.imap-tokens", GIVER))
    if not client:
        problems.append(Problem("settings.imap-tokens", _CLIENT))
    return TokenGiver(url, client, scope)
