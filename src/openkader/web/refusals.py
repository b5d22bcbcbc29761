"""Why something in a field of a form was not kept, said beside that field."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms

from openkader.base.messages import sentence
from openkader.web.shell import language


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
