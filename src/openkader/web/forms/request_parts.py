"""The form of a request in its parts: the fields under their headings, and what was answered."""

from django.utils.translation import gettext as _

from openkader.casework.intake import FrontDoor
from openkader.web.forms.request import FILES, RequestForm
from openkader.web.shell import language


def shown_sections(door: FrontDoor, form: RequestForm) -> list[dict[str, object]]:
    """The questions under their headings; documents and the trap stand apart."""
    return [
        {
            "id": section.id,
            "title": section.title.in_(language()),
            "fields": [form[question.id] for question in form.questions if question.section == section.id],
        }
        for section in door.sections
        if any(question.section == section.id for question in form.questions)
    ]


def shown_answers(door: FrontDoor, form: RequestForm) -> list[dict[str, object]]:
    """What was answered, under the same headings; a question that was left open says so."""
    return [
        {"id": part["id"], "title": part["title"], "items": _items(form, door, str(part["id"]))}
        for part in shown_sections(door, form)
    ]


def _items(form: RequestForm, door: FrontDoor, section: str) -> list[dict[str, object]]:
    asked = [one for one in form.questions if one.section == section and one.id not in FILES]
    return [
        {
            "label": one.label.in_(language()),
            "points": (_said(form, one.id) or _("not filled in")).split("\n"),
        }
        for one in asked
    ]


def _said(form: RequestForm, name: str) -> str:
    """An answer in words; of a choice the word that was chosen."""
    value = str(form.cleaned_data.get(name) or "")
    choices = getattr(form.fields[name], "choices", ())
    return str(dict(choices).get(value, value)) if value else ""
