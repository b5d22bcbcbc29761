"""The forms of a page, as a browser would send them: every field with what stands in it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_TYPED = ("submit", "button", "reset", "image", "file")  # nothing is sent of these unless pressed or chosen
_CHOSEN = ("radio", "checkbox")


@dataclass(slots=True)
class Form:
    """Where it goes, what it holds, and between what can be chosen."""

    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, **changes: str) -> dict[str, list[str]]:
        """What is sent, after these fields were filled in otherwise."""
        return {**self.values, **{name: [value] for name, value in changes.items()}}


def forms_in(text: str) -> dict[str, Form]:
    """The forms of a page by where they go."""
    reader = _Reader()
    reader.feed(text)
    return {form.action: form for form in reader.forms}


class _Reader(HTMLParser):
    """Reads forms; whatever stands outside of them is passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._name = ""  # of the list or the text that is being read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A form begins, or something in it."""
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(said.get("action", ""))
            self.forms.append(self._form)
        elif self._form is None:
            return
        elif tag == "input":
            self._input(self._form, said)
        elif tag in ("select", "textarea"):
            self._name = said.get("name", "")
            self._form.values.setdefault(self._name, [])
        elif tag == "option" and self._name:
            self._choice(self._form, self._name, said, is_chosen="selected" in said)

    def handle_data(self, data: str) -> None:
        """What stands in a text that is being read; words of a list are not what is sent."""
        if self._form is not None and self._name and self._name not in self._form.choices and data.strip():
            self._form.values[self._name].append(data)

    def handle_endtag(self, tag: str) -> None:
        """It ends."""
        if tag == "form":
            self._form = None
        elif tag in ("select", "textarea"):
            self._close()

    def _close(self) -> None:
        """Of a list in which nothing is chosen, a browser sends the first."""
        form, name = self._form, self._name
        if form is not None and name in form.choices and not form.values[name]:
            form.values[name] = form.choices[name][:1]
        self._name = ""

    def _input(self, form: Form, said: dict[str, str]) -> None:
        name, kind = said.get("name", ""), said.get("type", "text")
        if not name or kind in _TYPED:
            return
        if kind in _CHOSEN:
            self._choice(form, name, said, is_chosen="checked" in said)
        else:
            form.values.setdefault(name, []).append(said.get("value", ""))

    @staticmethod
    def _choice(form: Form, name: str, said: dict[str, str], *, is_chosen: bool) -> None:
        value = said.get("value", "on")
        form.choices.setdefault(name, []).append(value)
        if is_chosen:
            form.values.setdefault(name, []).append(value)
