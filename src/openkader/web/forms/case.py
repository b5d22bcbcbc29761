"""The form in which a case is weighed: the questions of its kader."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from babel import Locale
from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.text import capital
from openkader.kader import Fact, FactType
from openkader.kader.facts import Option
from openkader.register.audit import plain
from openkader.register.entries import AnswerEntry
from openkader.register.selectors import Row
from openkader.web.forms.fields import INPUT, PlainField
from openkader.web.shell import language

# No code of a kader begins so.
UNKNOWN, NONE = "_unknown", "_none"
_TRUTHS: Mapping[str, object] = {"true": True, "false": False, UNKNOWN: None, "": None}


class AnswersForm(forms.Form):
    """The questions of a kader in one case. Who touches nothing says nothing, and ‘unknown’ is an answer."""

    use_required_attribute = False

    def __init__(
        self,
        facts: Iterable[Fact],
        given: Mapping[str, Sequence[Row]],
        data: Mapping[str, object] | None = None,
        *,
        prefix: str | None = None,
    ) -> None:
        super().__init__(data, prefix=prefix)
        self.facts, self.given = tuple(facts), given
        for fact in self.facts:
            newest = given[fact.id][-1] if given.get(fact.id) else None
            self.fields[f"answer-{fact.id}"] = _field(fact, _initial(fact, newest))
            self.fields[f"basis-{fact.id}"] = PlainField(
                label=_("Source"),
                required=False,
                max_length=2000,
                initial=newest["basis"] if newest else "",
                widget=forms.TextInput(attrs=INPUT),
            )
            self.fields[f"seen-{fact.id}"] = forms.IntegerField(
                required=False,
                min_value=0,
                initial=len(given.get(fact.id, ())),
                widget=forms.HiddenInput,
            )

    def clean(self) -> dict[str, object]:
        """‘None’ and ‘unknown’ each stand alone."""
        for fact in self.facts:
            said = self.cleaned_data.get(f"answer-{fact.id}")
            if isinstance(said, list) and len(said) > 1 and {UNKNOWN, NONE} & set(said):
                self.add_error(
                    f"answer-{fact.id}",
                    forms.ValidationError(_("Choose either areas, or ‘none of these’, or ‘unknown’.")),
                )
        return self.cleaned_data

    def entries(self) -> list[AnswerEntry]:
        """The answers that differ from what the form showed when it was opened."""
        return [entry for fact in self.facts if (entry := self._entry(fact)) is not None]

    def _entry(self, fact: Fact) -> AnswerEntry | None:
        rows, seen = self.given.get(fact.id, ()), self._seen(fact)
        shown = rows[seen - 1] if seen else None
        said, basis = self.cleaned_data[f"answer-{fact.id}"], self.cleaned_data[f"basis-{fact.id}"]
        value = _value(fact, said)
        untouched = not said and (shown is None or shown["value"] is None)
        if untouched and basis == ((shown["basis"] or "") if shown else ""):
            return None
        if shown is not None and (plain(value), basis) == (shown["value"], shown["basis"] or ""):
            return None
        return AnswerEntry(fact=fact.id, value=value, basis=basis or None, seen=seen)

    def _seen(self, fact: Fact) -> int:
        """How many answers the form had shown; more than there are was never shown."""
        return min(self.cleaned_data[f"seen-{fact.id}"] or 0, len(self.given.get(fact.id, ())))

    def again(self, given: Mapping[str, Sequence[Row]]) -> "AnswersForm":
        """The same words in a form that has now seen every answer; what nobody touched shows the newest."""
        kept: dict[str, object] = {}
        for entry in self.entries():
            for part in ("answer", "basis"):
                name = f"{part}-{entry.fact}"
                kept[name] = self[name].data
        fresh = AnswersForm(self.facts, given)
        data = {name: kept.get(name, field.initial) for name, field in fresh.fields.items()}
        return AnswersForm(self.facts, given, data)


def _field(fact: Fact, initial: object) -> forms.Field:
    label = capital((fact.question or fact.label).in_(language()))
    named: dict[str, Any] = {
        "label": label,
        "help_text": fact.help.in_(language()) if fact.help else "",
        "required": False,
        "initial": initial,
    }
    match fact.type:
        case FactType.TRUTH:
            return _choice([(code, _said(fact, code)) for code in ("true", "false")], named)
        case FactType.CHOICE:
            return _choice(options_of(fact.options), named)
        case FactType.SEVERAL:
            choices = [*options_of(fact.options), (NONE, _("None of these")), (UNKNOWN, _("Unknown"))]
            return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **named)
        case FactType.NUMBER:
            return forms.FloatField(widget=forms.NumberInput(attrs={**INPUT, "step": "any"}), **named)
        case FactType.DATE:
            return forms.DateField(widget=forms.DateInput(attrs={**INPUT, "type": "date"}), **named)
    countries = sorted(Locale(language()).territories.items(), key=lambda pair: str(pair[1]))
    known = [("", _("Unknown")), *(pair for pair in countries if pair[0].isalpha() and len(pair[0]) == 2)]
    return forms.ChoiceField(choices=known, widget=forms.Select(attrs=INPUT), **named)


def _choice(choices: Sequence[tuple[str, object]], named: Mapping[str, Any]) -> forms.Field:
    return forms.ChoiceField(choices=[*choices, (UNKNOWN, _("Unknown"))], widget=forms.RadioSelect, **named)


def options_of(options: Iterable[Option]) -> list[tuple[str, str]]:
    """The options of a question, each in words."""
    return [(option.code, capital(option.text.in_(language()))) for option in options]


def _said(fact: Fact, code: str) -> str:
    """An answer to a question of yes or no: the statement itself, for a bare ‘no’ is soon misread."""
    statement = fact.yes if code == "true" else fact.no
    word = _("Yes") if code == "true" else _("No")
    return f"{word}: {statement.in_(language())}" if statement else str(word)


def _initial(fact: Fact, newest: Row | None) -> object:
    """What the form shows of the newest answer."""
    if newest is None:
        return None
    value = newest["value"]
    if fact.type is FactType.SEVERAL:
        return [UNKNOWN] if value is None else value or [NONE]
    if fact.type in (FactType.TRUTH, FactType.CHOICE):
        return UNKNOWN if value is None else str(value).lower() if isinstance(value, bool) else value
    return value


def _value(fact: Fact, said: object) -> object:
    """What somebody chose or typed, as the kader wants it."""
    if fact.type is FactType.TRUTH:
        return _TRUTHS[str(said)]
    if isinstance(said, list):
        chosen = [code for code in said if code not in (UNKNOWN, NONE)]
        return sorted(chosen) if chosen or NONE in said else None
    if isinstance(said, date | float):
        return said
    return None if said in (UNKNOWN, "", None) else said
