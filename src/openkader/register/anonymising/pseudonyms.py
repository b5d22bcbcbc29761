"""What stands in a copy instead of a name, a text or a reference: the same for the same, and made up.

Each stand-in follows from what it stands for and a secret that is thrown away when the copy is made. So a name that
stands in two places is one name in the copy, and nobody can work back what it was.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field

_HAN = re.compile(r"[\u3400-\u9fff]")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_RANGE = 10**9
HOUSE = frozenset({"cli:demo", "cli:migrate"})  # hands of the house itself, behind which nobody stands
_OWN_WORDS = re.compile(r"[a-z].*")


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """The stand-ins of one copy."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def number(self, text: str) -> str:
        """Nine digits that stand for a text."""
        return f"{int.from_bytes(self._mark(text)[:8]) % _RANGE:09d}"

    def name(self, text: str) -> str:
        """A name in the script of the name it stands for, so that screening and search have something to read."""
        number = self.number(text)
        return f"样名{number.translate(_DIGITS)}" if _HAN.search(text) else f"Naam {number}"

    def account(self, text: str) -> str:
        """Who of us did something; what comes before the colon says from where it was done, and stays."""
        if text in HOUSE or not text:
            return text
        door, colon, who = text.rpartition(":")
        return f"{door}{colon}collega-{self.number(who)}"

    def reference(self, text: str) -> str:
        """Numbers that we gave stay; a reference with words in it may be a name, and gets a number for them."""
        parts = text.split("-")
        spoken = [part for part in parts if _OWN_WORDS.match(part)]
        if not spoken:
            return text
        kept = [part for part in parts if part not in spoken]
        return "-".join([*kept, self.number(text)])

    def address(self, text: str) -> str:
        """An address to which no mail can go."""
        return f"persoon-{self.number(text)}@voorbeeld.invalid"

    def page(self, text: str) -> str:
        """A page that is nowhere."""
        return f"https://voorbeeld.invalid/{self.number(text)}"

    def digest(self, text: str) -> str:
        """Another mark in place of a mark; from that of a name the name could be guessed."""
        return hashlib.sha256(self._mark(text)).hexdigest()

    def text(self, text: str, *, english: bool = False) -> str:
        """That there was a text, and how long it was."""
        length = len(text)
        said = (
            f"Anonymised text, {length} characters" if english else f"Geanonimiseerde tekst, {length} tekens"
        )
        return f"{self.number(text)}: {said}."

    def _mark(self, text: str) -> bytes:
        return hmac.digest(self.secret, text.encode("utf-8", "surrogatepass"), "sha256")
