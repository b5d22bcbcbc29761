"""The tokens with which programs come in, in words; never the secret of one."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from openkader.casework.token_words import SCOPES
from openkader.register.tokens import TokenRow
from openkader.web.shell import day_words, language


def shown_tokens(rows: Sequence[TokenRow], today: date) -> list[dict[str, object]]:
    """Each token with what it is for, and whether a program still comes in with it."""
    return [
        {
            "name": row.name,
            "scopes": ", ".join(SCOPES[scope].in_(language()) for scope in row.scopes),
            "used": day_words(row.last_used_on) if row.last_used_on else _("not yet"),
            "state": _state(row, today),
            "holds": row.holds(today),
        }
        for row in rows
    ]


def _state(row: TokenRow, today: date) -> str:
    if row.withdrawn_at is not None:
        return _("withdrawn")
    words = _("up to and including %(day)s") if row.holds(today) else _("ended on %(day)s")
    return words % {"day": day_words(row.ends_on)}
