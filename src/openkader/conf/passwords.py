"""The settings of passwords, as environment variables give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Problem
from openkader.conf.front_door import Numbers
from openkader.register.leaked_passwords import LeakedPasswords


@dataclass(frozen=True, slots=True, kw_only=True)
class Passwords:
    """What no password may be (a word of the organisation, or one that leaked), and when a first one ends."""

    words: tuple[str, ...]
    leaked: LeakedPasswords | None
    first_days: int
    invitation_days: int

    @classmethod
    def read(cls, variables: Mapping[str, str], problems: list[Problem]) -> "Passwords":
        """What the variables say; what is wrong with them is added to the problems."""
        numbers = Numbers(variables, problems)
        said = variables.get("OPENKADER_PASSWORD_WORDS", "").split(",")
        path = variables.get("OPENKADER_LEAKED_PASSWORDS", "")
        leaked = LeakedPasswords(Path(path).absolute()) if path else None
        if leaked is not None and not leaked.is_fit():
            problems.append(Problem("settings.leaked-passwords", "OPENKADER_LEAKED_PASSWORDS"))
        return cls(
            words=tuple(word.strip() for word in said if word.strip()),
            leaked=leaked,
            first_days=numbers.read("OPENKADER_FIRST_PASSWORD_DAYS", 7, (1, 90)),
            invitation_days=numbers.read("OPENKADER_INVITATION_DAYS", 7, (1, 90)),
        )
