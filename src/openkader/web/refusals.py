"""Why something was refused: said beside its field of the form, and noted in the log."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest

from openkader.base.messages import sentence
from openkader.web.shell import language

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FieldRefusal:
    """Why something in a field was not kept; a code, so that it can be said in either language."""

    field: str
    code: str
    detail: dict[str, str]
    about: str = ""  # which document, where several were chosen


def say_refused(form: forms.Form, wrong: Iterable[FieldRefusal]) -> None:
    """Show in their fields what was not kept, and why."""
    for one in wrong:
        words = sentence(one.code, one.detail, language())
        form.add_error(one.field, f"{one.about}: {words}" if one.about else words)


def note_refused(request: HttpRequest, why: str) -> None:
    """Leave a line of what somebody tried in vain: why not, which account, and where; what was typed is not in it."""
    account = _account(request)
    who = "a visitor" if account is None else f"account {account}"
    logger.warning("refused: %s to %s at %s", why, who, _where(request))


def is_worth_noting(request: HttpRequest) -> bool:
    """Whether a page that is not there means more than an old link: a colleague asked, or a token is not right."""
    return _account(request) is not None or _has_token(request)


def _account(request: HttpRequest) -> int | None:
    user = getattr(request, "user", None)
    return user.pk if user is not None and user.is_authenticated else None


def _has_token(request: HttpRequest) -> bool:
    """Whether the address is one that opens something for whoever has it."""
    match = request.resolver_match
    return match is not None and "token" in match.kwargs


def _where(request: HttpRequest) -> str:
    """The address; of one that opens something only which page it is."""
    if _has_token(request):
        return str(request.resolver_match.url_name)  # type: ignore[union-attr]  # it has one
    return ascii(request.path)
