"""What takes several columns in a row, as one value."""

from collections.abc import Mapping
from typing import Any

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.vocabulary import Precision

PERIOD = ("starts_on", "ends_on", "precision")


def period_of(row: Mapping[str, Any], before: str = "") -> Period | None:
    """When something is or was, as exactly as is known; `before` is the way to its columns, as in ``talk__``."""
    first, last, precision = (row[f"{before}{name}"] for name in PERIOD)
    return None if precision is None else Period(first, last, Precision(precision))


def pair(nl: str | None, en: str | None) -> Text | None:
    """Both languages, or nothing where the source says nothing."""
    return None if nl is None or en is None else Text(nl=nl, en=en)
