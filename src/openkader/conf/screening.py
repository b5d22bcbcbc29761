"""The settings of screening, as environment variables give them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from openkader.base.errors import Invalid, Problem
from openkader.conf.web_addresses import is_web_address

_DATASET = re.compile(r"[a-z0-9_]{1,100}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningServer:
    """The yente server of an installation; without a `url` there is none, and its own lists serve."""

    url: str
    dataset: str
    api_key: str = field(repr=False)
    check_from: float
    match_from: float

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "ScreeningServer":
        """The server that the variables name; all that is wrong with them at once."""
        problems: list[Problem] = []
        found = cls(
            url=_url(variables.get("SCREENING_URL", ""), problems),
            dataset=_dataset(variables.get("SCREENING_DATASET") or "sanctions", problems),
            api_key=_key(variables.get("SCREENING_API_KEY", "").strip(), problems),
            check_from=_score(variables.get("SCREENING_CHECK_FROM") or "0.70"),
            match_from=_score(variables.get("SCREENING_MATCH_FROM") or "0.90"),
        )
        if not 0 < found.check_from <= found.match_from <= 1:
            detail = {
                "check": variables.get("SCREENING_CHECK_FROM") or "0.70",
                "match": variables.get("SCREENING_MATCH_FROM") or "0.90",
            }
            problems.append(Problem("settings.screening-scores", "SCREENING_CHECK_FROM", detail))
        if problems:
            raise Invalid(problems)
        return found


def _url(text: str, problems: list[Problem]) -> str:
    """The address of the server; a password in it would come along in every message about it."""
    if text and not is_web_address(text):
        problems.append(Problem("settings.screening-url", "SCREENING_URL"))
    return text


def _dataset(word: str, problems: list[Problem]) -> str:
    if not _DATASET.fullmatch(word):
        problems.append(Problem("settings.screening-dataset", "SCREENING_DATASET", {"value": word}))
    return word


def _key(key: str, problems: list[Problem]) -> str:
    if not key.isascii() or not key.isprintable():
        problems.append(Problem("settings.screening-key", "SCREENING_API_KEY"))
    return key


def _score(word: str) -> float:
    """A score, or one that is refused with the others."""
    try:
        return float(word)
    except ValueError:
        return float("nan")
