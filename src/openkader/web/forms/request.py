"""The form of a request, as the front door of the organisation asks for its kind."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from babel import Locale
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from openkader.casework.documents import Purpose
from openkader.casework.documents.sending import MOST_DOCUMENTS, TOGETHER, megabytes
from openkader.casework.intake import UNKNOWN, Question, QuestionType
from openkader.kader import Kader
from openkader.screening.lists.countries import country_code
from openkader.web.forms.fields import INPUT, PlainField
from openkader.web.refusals import FieldRefusal, say_refused
from openkader.web.shell import language

TRAP = "website"
FILES = {"documents": Purpose.ATTACHMENT, "delegation_list": Purpose.DELEGATION_LIST}
ACCEPTED = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.png,.jpg,.jpeg,.txt,.csv"
_LETTERS = {
    QuestionType.LINE: 250,
    QuestionType.TEXT: 10_000,
    QuestionType.EMAIL: 254,
    QuestionType.PHONE: 40,
}


class Files(forms.FileInput):
    """A field in which several files can be chosen."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; that one of them is no document is found out when it is kept."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """The files that were chosen."""
        return [file for file in (data if isinstance(data, list) else [data]) if file]


class RequestForm(forms.Form):
    """The questions of one kind of request; who fills in the trap is asked to clear it."""

    use_required_attribute = False

    def __init__(self, questions: Sequence[Question], kader: Kader, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        self.questions = questions
        for question in questions:
            self.fields[question.id] = field_of(question, kader)
        self.fields["documents"] = files_field(
            _("Documents that you send along"),
            several=True,
            help_text=_(
                "PDF, Word, Excel, PowerPoint, LibreOffice, PNG, JPG, text or CSV. No copies of passports."
            ),
        )
        self.fields[TRAP] = forms.CharField(
            label=_("Leave this field empty"),
            required=False,
            max_length=500,
            widget=forms.TextInput(attrs={**INPUT, "autocomplete": "off", "tabindex": "-1"}),
        )

    def refuse(self, wrong: Iterable[FieldRefusal]) -> None:
        """Show in their fields what was not kept, and why."""
        say_refused(self, wrong)

    def answers(self) -> dict[str, str]:
        """What was typed, whether or not it is right, to be kept."""
        fields = [question.id for question in self.questions if question.id not in FILES]
        return {name: str(self.data.get(name, ""))[:20_000] for name in fields}


def field_of(question: Question, kader: Kader) -> forms.Field:
    """The field of one question."""
    words: dict[str, Any] = {"label": question.label.in_(language()), "required": question.required}
    if question.help:
        words["help_text"] = question.help.in_(language())
    attrs = INPUT | ({"autocomplete": question.autocomplete} if question.autocomplete else {})
    match question.type:
        case QuestionType.INITIATIVE:
            return forms.ChoiceField(choices=initiatives(kader), widget=forms.RadioSelect, **words)
        case QuestionType.COUNTRY:
            choices = [("", _("Choose a country")), *countries()]
            return forms.ChoiceField(choices=choices, widget=forms.Select(attrs=attrs), **words)
        case QuestionType.DELEGATION_LIST:
            return files_field(words["label"], help_text=words.get("help_text", ""))
        case QuestionType.EMAIL:
            widget: forms.Widget = forms.EmailInput(attrs=attrs)
            return forms.EmailField(max_length=254, widget=widget, **words)
        case QuestionType.TEXT:
            widget = forms.Textarea(attrs={**attrs, "rows": 5})
        case QuestionType.PHONE:
            widget = forms.TextInput(attrs={**attrs, "type": "tel"})
        case _:
            widget = forms.TextInput(attrs=attrs)
    return PlainField(max_length=_LETTERS[question.type], widget=widget, **words)


def files_field(label: Any, *, several: bool = False, help_text: Any = "") -> forms.FileField:
    """A field for documents; how large they may be stands above it, before somebody chooses one."""
    kind: type[forms.FileField] = FilesField
    widget = Files if several else forms.FileInput
    return kind(
        label=label,
        help_text=_with_limits(help_text, several),
        required=False,
        widget=widget(attrs={**INPUT, "accept": ACCEPTED}),
    )


def _limits(about: object, several: object) -> str:
    most = settings.OPENKADER_UPLOAD_BYTES
    sizes = {"limit": megabytes(most), "all": megabytes(TOGETHER * most), "number": MOST_DOCUMENTS}
    said = (
        gettext("At most %(limit)s for each file; at most %(number)s files, and %(all)s together.")
        if several
        else gettext("At most %(limit)s.")
    )
    return f"{about} {said % sizes}".strip()


_with_limits = lazy(_limits, str)  # said in the language of the reader, when the form is shown


def initiatives(kader: Kader) -> list[tuple[str, str]]:
    """Who may have taken the initiative, as the kader knows them, and that nobody knows."""
    fact = kader.facts.get("initiative")
    known = [(option.code, option.text.in_(language())) for option in (fact.options if fact else ())]
    return [*known, (UNKNOWN, str(_("unknown")))]


def countries() -> list[tuple[str, str]]:
    """The countries in the reader's language, by name."""
    names: Iterable[tuple[str, str]] = Locale(language()).territories.items()
    found = [(code, name) for code, name in names if len(code) == 2 and country_code(code) == code.lower()]
    return sorted(found, key=lambda pair: unicodedata.normalize("NFD", pair[1]).casefold())
