"""The settings of watching the running house, as environment variables give them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.conf.front_door import Numbers

LOGS = ("", "text", "json")
_SHORTEST = 32  # of a token that nobody guesses


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """How the house is watched: the form of its log, from when a question is slow, and who reads its figures."""

    log: str
    slow_ms: int
    metrics: bool
    metrics_token: str = field(repr=False)

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "Operation":
        """What the variables say; all that is wrong with them at once."""
        problems: list[Problem] = []
        token = variables.get("OPENKADER_METRICS_TOKEN", "")
        if token and (len(token) < _SHORTEST or not token.isascii() or not token.isprintable()):
            problems.append(Problem("settings.metrics-token", "OPENKADER_METRICS_TOKEN"))
        found = cls(
            log=variables.get("OPENKADER_LOG", "").lower(),
            slow_ms=Numbers(variables, problems).read("OPENKADER_SLOW_MS", 500, (0, 600_000)),
            metrics=bool(token) or _is_local(variables, problems),
            metrics_token=token,
        )
        if found.log not in LOGS:
            problems.append(Problem("settings.log", "OPENKADER_LOG", {"value": found.log[:40]}))
        if problems:
            raise Invalid(problems)
        return found

    def logging(self, file: Path | None) -> dict[str, object]:
        """Where lines go: all of them to the errors of the process, or only what is wrong, and that to a file too.

        A file that several processes turn over loses lines, so a house that is served writes none.
        """
        formatters = {
            "text": {"()": "openkader.web.operation.lines.Line"},
            "json": {"()": "openkader.web.operation.lines.JsonLine"},
        }
        handlers: dict[str, dict[str, object]] = {
            "screen": {
                "class": "logging.StreamHandler",
                "level": "INFO" if self.log else "ERROR",
                "formatter": self.log or "text",
            }
        }
        if file and not self.log:
            handlers["file"] = _kept(file)
        return {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": formatters,
            "handlers": handlers,
            "root": {"handlers": list(handlers), "level": "WARNING"},
            # The framework would write lines of its own to the screen, with addresses in them.
            "loggers": {
                "django": {"handlers": [], "level": "WARNING"},
                **({name: {"level": "INFO"} for name in ("openkader", "gunicorn.error")} if self.log else {}),
            },
        }


def _kept(file: Path) -> dict[str, object]:
    return {
        "class": "logging.handlers.RotatingFileHandler",
        "filename": file,
        "maxBytes": 1_000_000,
        "backupCount": 3,
        "delay": True,
        "formatter": "text",
    }


def _is_local(variables: Mapping[str, str], problems: list[Problem]) -> bool:
    word = variables.get("OPENKADER_METRICS", "").lower() or "off"
    if word not in ("off", "local"):
        problems.append(Problem("settings.metrics", "OPENKADER_METRICS", {"value": word[:40]}))
    return word == "local"
