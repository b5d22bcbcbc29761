"""The conditions of a rule as lines of a form: a question, how it is compared, and with what."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from openkader.base.flowing import Plain
from openkader.kader import Fact, FactType
from openkader.kader.condition_lines import HOWS, How, Line
from openkader.kader.sources import Listing
from openkader.web.forms.fields import DAY, INPUT, PlainField, offer
from openkader.web.forms.kader_values import (
    Choices,
    Wrong,
    countries_in,
    number_in,
    option_choices,
    truth_choices,
)
from openkader.web.presenters.names import Words
from openkader.web.shell import language

_SHORT = {"class": "form__input form__input--short"}
_BY_LIST = (How.ON_LIST, How.NOT_ON_LIST)
_COUNTED = (How.COUNTS, How.COUNTS_LESS)
_ON = {How.ON_LIST: gettext_lazy("is on the list ‘%(list)s’"),
       How.NOT_ON_LIST: gettext_lazy("is not on the list ‘%(list)s’")}  # fmt: skip
_ONE: Words = {
    How.IS: pgettext_lazy("condition", "is"),
    How.IS_NOT: pgettext_lazy("condition", "is not"),
    How.AT_LEAST: pgettext_lazy("condition", "is at least"),
    How.MORE: pgettext_lazy("condition", "is more than"),
    How.AT_MOST: pgettext_lazy("condition", "is at most"),
    How.LESS: pgettext_lazy("condition", "is less than"),
    How.BEFORE: pgettext_lazy("condition", "is before"),
    How.SINCE: pgettext_lazy("condition", "is on or after"),
}
_OF_MANY: Words = {
    How.IS: pgettext_lazy("condition", "is one of"),
    How.IS_NOT: pgettext_lazy("condition", "is none of"),
}
_SEVERAL: Words = {
    How.IS: pgettext_lazy("condition", "has at least one of"),
    How.IS_NOT: pgettext_lazy("condition", "has none of"),
    How.HAS_ALL: pgettext_lazy("condition", "has all of"),
    How.HAS_NOT_ALL: pgettext_lazy("condition", "does not have all of"),
    How.COUNTS: pgettext_lazy("condition", "are at least so many"),
    How.COUNTS_LESS: pgettext_lazy("condition", "are fewer than"),
}
_HOW_WORDS: Mapping[FactType, Words] = {
    FactType.TRUTH: _ONE,
    FactType.CHOICE: _OF_MANY,
    FactType.COUNTRY: _OF_MANY,
    FactType.SEVERAL: _SEVERAL,
    FactType.NUMBER: _ONE,
    FactType.DATE: _ONE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The questions that a condition may ask here, grouped as they are offered, and the lists of the kader."""

    facts: Mapping[str, Fact]
    groups: Sequence[tuple[str, list[tuple[str, str]]]]
    lists: Mapping[str, Listing]


class LineFields:
    """The fields of one line, made for the question that stands in it."""

    def __init__(
        self, form: forms.Form, number: int, known: Known, source: Mapping[str, Any], group: str = ""
    ) -> None:
        self.form, self.number, self.known = form, number, known
        self.source, self.group = source, group
        self.fact_id = str(source.get(self.name("fact")) or "")
        self.fact = known.facts.get(self.fact_id)
        self._add()

    def name(self, field: str) -> str:
        """A field of this line; a form with conditions of several sorts has them in groups."""
        return f"{field}_{self.group}{self.number}"

    @property
    def is_dropped(self) -> bool:
        """Whether somebody ticked that it goes."""
        return bool(self.form.cleaned_data.get(self.name("drop")))

    @property
    def is_or(self) -> bool:
        """Whether somebody ticked that it or the one before it is enough."""
        return bool(self.form.cleaned_data.get(self.name("or")))

    @property
    def gone(self) -> str:
        """The question that it names and that is not there (any more)."""
        return self.fact_id if self.fact_id and self.fact is None else ""

    def shown(self) -> dict[str, object]:
        """Its fields as the page lays them out; many options are folded."""
        names = [name for name in ("how", "pick", "value", "count") if self.name(name) in self.form.fields]
        pick = self.form[self.name("pick")] if "pick" in names else None
        chosen = len(pick.value() or ()) if pick is not None else 0
        return {
            "number": self.number + 1,
            "was": self.name("was"),
            "fact": self.form[self.name("fact")],
            "fields": [self.form[self.name(name)] for name in names if name != "pick"],
            "pick": pick,
            "chosen": chosen,
            "or": self.form[self.name("or")] if self.number else None,
            "drop": self.form[self.name("drop")],
            "gone": self.gone,
        }

    def read(self) -> Line:
        """What was filled in, or `Wrong`."""
        if not self.fact_id:
            raise Wrong(self.name("fact"), _("Choose a question, or tick that the condition goes."))
        if self.fact is None:
            words = _(
                "The question ‘%(name)s’ is not there any more. Choose another, or tick that the condition goes."
            )
            raise Wrong(self.name("fact"), words % {"name": self.fact_id})
        written = str(self.form.cleaned_data.get(self.name("how")) or "")
        code, _colon, listing = written.partition(":")
        if not code:
            raise Wrong(self.name("how"), _("Choose how the answer is compared."))
        how = How(code)
        if how in _BY_LIST:
            if listing not in self.known.lists:
                raise Wrong(
                    self.name("how"), _("The list ‘%(name)s’ is not there any more.") % {"name": listing}
                )
            return Line(fact=self.fact_id, how=how, values=(listing,))
        return Line(fact=self.fact_id, how=how, values=self._values(how, self.fact))

    def _values(self, how: How, fact: Fact) -> tuple[Plain, ...]:
        said = self.form.cleaned_data
        if how in _COUNTED:
            count = said.get(self.name("count"))
            if count is None:
                raise Wrong(self.name("count"), _("Fill in how many."))
            return (count,)
        match fact.type:
            case FactType.CHOICE | FactType.SEVERAL:
                return _picked(self.name("pick"), said.get(self.name("pick")) or [], fact)
            case FactType.COUNTRY:
                return tuple(countries_in(self.name("value"), str(said.get(self.name("value")) or "")))
            case FactType.TRUTH:
                return (said.get(self.name("value")) == "true",)
            case FactType.NUMBER:
                return (number_in(self.name("value"), str(said.get(self.name("value")) or "")),)
        day = said.get(self.name("value"))
        if not isinstance(day, date):
            raise Wrong(self.name("value"), _("Fill in a day."))
        return (day,)

    def _add(self) -> None:
        fields = self.form.fields
        fields[self.name("fact")] = one = _select(_("Question"))
        more = (
            [(self.fact_id, _("%(name)s (not there any more)") % {"name": self.fact_id})] if self.gone else []
        )
        one.choices = [("", _("Choose")), *more, *self.known.groups]
        fields[self.name("was")] = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
        if self.number:
            fields[self.name("or")] = forms.BooleanField(
                required=False,
                label=_("Or: this one or the one above it is enough"),
                widget=forms.CheckboxInput,
            )
        fields[self.name("drop")] = forms.BooleanField(
            required=False, label=_("This condition goes"), widget=forms.CheckboxInput
        )
        if self.fact is not None:
            self._add_how(self.fact)
            _VALUE_FIELDS[self.fact.type](self, self.fact)

    def _add_how(self, fact: Fact) -> None:
        words = _HOW_WORDS[fact.type]
        choices: Choices = [(str(how), words[how]) for how in HOWS[fact.type] if how not in _BY_LIST]
        if How.ON_LIST in HOWS[fact.type]:
            choices += self._lists(fact)
        self.form.fields[self.name("how")] = one = _select(_("How"))
        one.choices = choices if len(choices) == 1 else [("", _("Choose")), *choices]

    def _lists(self, fact: Fact) -> Iterator[tuple[str, str]]:
        """Every list that the question can be held against, and the one that is named and not there any more."""
        for how in _BY_LIST:
            for name, listing in self.known.lists.items():
                if fits(fact, listing):
                    yield f"{how}:{name}", _ON[how] % {"list": listing.title.in_(language())}
        written = str(self.source.get(self.name("how")) or "")
        name = written.partition(":")[2]
        if name and not (name in self.known.lists and fits(fact, self.known.lists[name])):
            yield written, _("%(name)s (not there any more)") % {"name": name}

    def add_pick(self, fact: Fact) -> None:
        """Options to tick, with those that are chosen and not there any more."""
        field = forms.MultipleChoiceField(
            label=_("Answers"), required=False, widget=forms.CheckboxSelectMultiple
        )
        picked = self.source.get(self.name("pick")) or []
        gone = [code for code in picked if fact.option(str(code)) is None]
        field.choices = [
            *((code, _("%(name)s (not there any more)") % {"name": code}) for code in gone),
            *option_choices(fact),
        ]
        self.form.fields[self.name("pick")] = field

    def add_several(self, fact: Fact) -> None:
        """The same, and a number."""
        self.form.fields[self.name("count")] = forms.IntegerField(
            label=_("How many"),
            help_text=_("Only if you count them."),
            required=False,
            min_value=0,
            max_value=10_000,
            widget=forms.NumberInput(attrs=_SHORT),
        )
        self.add_pick(fact)

    def add_truth(self, fact: Fact) -> None:
        """Its two statements."""
        self.form.fields[self.name("value")] = one = _select(_("Answer"))
        one.choices = truth_choices(fact)

    def add_number(self, _fact: Fact) -> None:
        """A number, written with a comma or a point."""
        self._add_words(_("Number"), "", _SHORT)

    def add_countries(self, _fact: Fact) -> None:
        """One or more countries."""
        self._add_words(
            _("Countries"), _("Two letters each, with a comma between: CN, BE. Not needed for a list."), INPUT
        )

    def add_day(self, _fact: Fact) -> None:
        """A day."""
        self.form.fields[self.name("value")] = forms.DateField(
            label=_("Day"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
        )

    def _add_words(self, label: str, help_text: str, attrs: Mapping[str, str]) -> None:
        self.form.fields[self.name("value")] = PlainField(
            label=label,
            help_text=help_text,
            required=False,
            max_length=2000,
            widget=forms.TextInput(attrs={**attrs}),
        )


_VALUE_FIELDS: Mapping[FactType, Callable[[LineFields, Fact], None]] = {
    FactType.TRUTH: LineFields.add_truth,
    FactType.CHOICE: LineFields.add_pick,
    FactType.SEVERAL: LineFields.add_several,
    FactType.NUMBER: LineFields.add_number,
    FactType.DATE: LineFields.add_day,
    FactType.COUNTRY: LineFields.add_countries,
}


def fits(fact: Fact, listing: Listing) -> bool:
    """Whether every entry of a list can be an answer to the question; an empty list answers nothing."""
    if fact.type is FactType.COUNTRY:
        return bool(listing.codes) and all(map(fact.accepts, listing.codes))
    return bool(listing.codes) and listing.codes <= fact.codes


def line_values(number: int | str, line: Line) -> dict[str, object]:
    """A line as its fields show it; `number` is its place, behind its group where there is one."""
    values = [value.isoformat() if isinstance(value, date) else value for value in line.values]
    first = {True: "true", False: "false"}[values[0]] if isinstance(values[0], bool) else values[0]
    found: dict[str, object] = {f"fact_{number}": line.fact, f"was_{number}": line.fact}
    found |= {f"how_{number}": str(line.how), f"or_{number}": line.is_or}
    if line.how in _BY_LIST:
        return {**found, f"how_{number}": f"{line.how}:{first}"}
    if line.how in _COUNTED:
        return {**found, f"count_{number}": first}
    shown = ", ".join(map(str, values)) if len(values) > 1 else first
    return {**found, f"pick_{number}": list(map(str, values)), f"value_{number}": shown}


def _picked(field: str, codes: Iterable[str], fact: Fact) -> tuple[Plain, ...]:
    found = list(codes)
    gone = [code for code in found if fact.option(code) is None]
    if gone:
        words = _("This answer is not there any more: %(names)s. Take the tick away.")
        raise Wrong(field, words % {"names": ", ".join(gone)})
    if not found:
        raise Wrong(field, _("Tick at least one answer."))
    return tuple(found)


def _select(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, widget=forms.Select(attrs=INPUT))


def offer_facts(form: forms.Form, name: str, known: Known) -> None:
    """Let a field offer every question."""
    offer(form, name, [("", _("Choose")), *known.groups])
