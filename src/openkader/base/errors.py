"""The small family of errors; what is not in it is a bug and keeps its traceback."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with what somebody handed in.

    `code` is stable and has a sentence in `base.messages`; `where` is a place a
    person can open, such as ``figures.yaml:41``.
    """

    code: str
    where: str
    detail: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act is not allowed now; the same reason stands on the disabled button."""

    code: str
    detail: Mapping[str, str] = field(default_factory=dict)


class OpenKaderError(Exception):
    """Anything that the house refuses or cannot do, for a reason that it can name."""


class Invalid(OpenKaderError):
    """What was handed in is wrong; all problems at once, so that one round mends them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.where}: {p.code}" for p in self.problems))


class Refused(OpenKaderError):
    """A rule forbids the act; nothing was changed."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(refusal.code)


class NotFound(OpenKaderError):
    """There is no such thing, or it may not be seen: the answer is the same."""

    def __init__(self, kind: str, name: str) -> None:
        self.kind = kind
        self.name = name
        super().__init__(f"{kind}: {name}")


class Unavailable(OpenKaderError):
    """A thing the house depends on cannot be reached; `code` has a sentence."""

    def __init__(self, code: str, detail: Mapping[str, str] | None = None) -> None:
        self.code = code
        self.detail: Mapping[str, str] = detail or {}
        super().__init__(code)
