"""The form of one entry of a section of a draft: its parts below each other, each mistake beside its field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.base.flowing import Plain, same
from openkader.kader import Fact, Kader
from openkader.web.forms.fields import INPUT
from openkader.web.forms.kader_condition_fields import ConditionFields
from openkader.web.forms.kader_entry_parts import Choice, Part, Spot, in_order
from openkader.web.forms.kader_values import Choices

_SNAKE, _IN_PART = r"\A[a-z][a-z0-9_]{0,59}\Z", gettext_lazy("In the part")
RESERVED = "nieuw"  # stands in the address of an entry that is new


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedEntry:
    """What the form of an entry is about: the kader as far as it can be read, and what the entry says now.

    `taken` are the entries of the section by their names. `lists` are where a new one can stand; `name` and `within`
    are how it begins.
    """

    kader: Kader | None
    before: Mapping[str, Plain]
    sources: Mapping[str, str]
    is_new: bool = False
    taken: Mapping[str, Mapping[str, Plain]] = field(default_factory=dict)
    lists: Sequence[tuple[str, str]] = ()
    name: str = ""
    within: str = ""
    older: Kader | None = None  # the version that the draft starts from
    first: int = 0  # of very many parts the one from which the form shows some

    def spot(self, form: forms.Form, key: str) -> Spot:
        """One of its fields, with what it says now."""
        return Spot(form, key, self.before.get(key))

    def facts(self, over: str) -> Mapping[str, Fact]:
        """The fields of the records of a collection; none of what is no collection."""
        return self.kader.records.get(over, {}) if self.kader else {}


MakeParts: TypeAlias = "Callable[[EntryForm, AskedEntry], list[Part]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryShape:
    """What an entry of a section has: its parts in the order in which people write them, and how it is named."""

    parts: MakeParts
    order: tuple[str, ...]
    name_help: str | Promise
    name_pattern: str = _SNAKE
    within_label: str | Promise = _IN_PART
    named_by: str = "id"


class EntryForm(forms.Form):
    """One entry; a name only for one that is new."""

    use_required_attribute = False
    seen = forms.RegexField(r"\A[0-9a-f]{64}\Z", required=False, widget=forms.HiddenInput)

    def __init__(
        self, shape: EntryShape, asked: AskedEntry, data: Any = None, initial: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial={**(initial or {})})
        self.shape, self.asked = shape, asked
        self.written: tuple[str, str] | None = None  # its file and the text of that, once it was worked out
        if asked.is_new:
            self._add_name()
        self.parts = shape.parts(self, asked)

    @property
    def sent(self) -> Mapping[str, Any]:
        """What was sent or typed before; nothing where the entry is shown as it stands."""
        return self.data if self.is_bound else self.initial

    @property
    def main(self) -> str:
        """The field beside which is said what is wrong with the entry as a whole."""
        return next(name for name in self.fields if name != "seen")

    def with_more(self, key: str) -> dict[str, Any]:
        """What was typed, with one more line of the conditions of a field."""
        typed = {name: self[name].data for name in self.fields if self[name].data is not None}
        part = next((one for one in self.parts if isinstance(one, ConditionFields) and one.key == key), None)
        return part.with_more(typed) if part is not None and not part.is_deep else typed

    def typed(self) -> dict[str, Any]:
        """What was typed, good or wrong."""
        return self.with_more("")

    def said(self) -> dict[str, Plain]:
        """The entry as it is written from now on."""
        found: dict[str, Plain] = {part.key: part.said() for part in self.parts}
        kept = {key: one for key, one in self.asked.before.items() if key not in found}
        named_by = self.shape.named_by
        named: dict[str, Plain] = {named_by: self.cleaned_data["name"]} if self.asked.is_new else {}
        stays = {key: one for key, one in found.items() if one is not None or self._was_nothing(key)}
        return in_order((named_by, *self.shape.order), self.asked.before, {**kept, **named, **stays})

    def clean(self) -> dict[str, Any]:
        """Each part checked, and the name not taken."""
        said = super().clean() or {}
        for part in self.parts:
            part.check()
        name = str(said.get("name", ""))
        if not self.errors and self.asked.is_new and (name == RESERVED or self._is_taken(name)):
            self.add_error("name", _("This name is taken already. Choose another."))
        return said

    def _is_taken(self, name: str) -> bool:
        """Another stands there under this name; the same may come twice, as by a second click."""
        known = self.asked.taken.get(name)
        return known is not None and not same({**known}, self.said())

    def _was_nothing(self, key: str) -> bool:
        return key in self.asked.before and self.asked.before[key] is None

    def _add_name(self) -> None:
        self.fields["name"] = forms.RegexField(
            self.shape.name_pattern,
            label=_("Name"),
            help_text=str(self.shape.name_help),
            widget=forms.TextInput(attrs={**INPUT, "autocapitalize": "off", "spellcheck": "false"}),
        )
        self.fields["name"].initial = self.asked.name
        if len(self.asked.lists) > 1:
            choices: Choices = [*self.asked.lists]
            Choice(Spot(self, "within", self.asked.within), str(self.shape.within_label), choices)
