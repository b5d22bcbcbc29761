"""What somebody types in a form is kept as it can be read: a title of signs that nobody sees is no title."""

import ast
from pathlib import Path

import pytest
from django.forms import Form

from openkader.base.text import typed_words
from openkader.web import forms
from openkader.web.forms.fields import PlainField

FOLDER = Path(forms.__file__).parent
# Handed back as it was given, kept as it came, or never to be kept.
OTHER_WORDS = ("forms.HiddenInput", "strip=False", "TRAP")


class Said(Form):
    """One field that has to be filled in."""

    title = PlainField(max_length=20)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Bezoek\r\naan Hebei ", "Bezoek\naan Hebei"),
        ("Bezoek \u202eneiv", "Bezoek neiv"),
        ("a\u0301", "á"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # a sign that is not seen, and of which the word is made
        ("\u200b\u2060\ufeff", ""),
        ("\u3164\u2800", ""),
        ("\u0301", ""),
        ("–", "–"),
        ("公", "公"),
    ],
)
def test_words_are_kept_as_they_can_be_read(typed: str, kept: str) -> None:
    assert typed_words(typed) == kept
    form = Said({"title": typed})
    assert form.is_valid() is bool(kept)
    assert form.cleaned_data.get("title", "") == kept


def test_every_form_takes_words_in_this_manner() -> None:
    other = [
        f"{path.name}:{node.lineno}"
        for path in sorted(FOLDER.glob("*.py"))
        for statement in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(statement, ast.stmt) and not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "forms.CharField"
        if not any(word in ast.unparse(statement) for word in OTHER_WORDS)
    ]
    assert other == []
