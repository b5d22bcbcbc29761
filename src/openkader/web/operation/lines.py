"""A line in the log: for people to read, or for a machine to count (decision 27).

Which fields it has is said here, so that nothing comes along that a library hung on a record.
"""

import json
import logging
from datetime import UTC, datetime

from openkader.web.operation.masking import addressless, masked, traced
from openkader.web.operation.seen import CURRENT, Seen, seen_of

# What the line about a request says of it, beside which one it is.
FIGURES = "figures"


class Line(logging.Formatter):
    """A line for people: when, how bad, who says it, what, and of which request."""

    def format(self, record: logging.LogRecord) -> str:
        """One line; only where something went wrong that nobody foresaw do more follow."""
        seen = _seen(record)
        of = " ".join(f"{name}={value}" for name, value in _of(seen).items())
        line = f"{_moment(record)} {record.levelname} {record.name} {_said(record, seen)}{of and f' [{of}]'}"
        trace = _trace(record, seen)
        return "\n    ".join([line, *trace.splitlines()])


class JsonLine(logging.Formatter):
    """The same as one object of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Always one line, and ASCII, whatever somebody sent."""
        seen = _seen(record)
        line: dict[str, object] = {
            "at": _moment(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _said(record, seen),
            **_of(seen),
            **getattr(record, FIGURES, {}),
        }
        trace = _trace(record, seen)
        return json.dumps(line | ({"trace": trace} if trace else {}))


def _seen(record: logging.LogRecord) -> Seen | None:
    return seen_of(getattr(record, "request", None)) or CURRENT.get()


def _of(seen: Seen | None) -> dict[str, object]:
    """Which request, and whose: the number of an account, and never its name."""
    if seen is None:
        return {}
    found = {"request": seen.number, "method": seen.method, "route": seen.route}
    return found | ({} if seen.account is None else {"account": seen.account})


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _said(record: logging.LogRecord, seen: Seen | None) -> str:
    """What is said, on one line and with nothing that a terminal would obey."""
    words = masked(record.getMessage(), seen)
    if record.name.startswith("gunicorn"):
        words = addressless(words)
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in words)


def _trace(record: logging.LogRecord, seen: Seen | None) -> str:
    error = record.exc_info[1] if record.exc_info else None
    if error is None:
        return ""
    words = traced(error, seen)
    return addressless(words) if record.name.startswith("gunicorn") and seen is None else words
