"""The form of one rule of a draft: what follows, in which cases, why, and where that is written."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.base.flowing import Plain, same
from openkader.base.text import capital
from openkader.casework.kader_rows import MOST_CONDITIONS, MOST_REASON
from openkader.kader import Outcome
from openkader.kader.condition_lines import Joint, Lines, written
from openkader.kader.records import OUTCOMES
from openkader.web.forms.fields import INPUT, TEXT
from openkader.web.forms.kader_asked import Asked
from openkader.web.forms.kader_condition_lines import read_lines, turn_lines
from openkader.web.forms.kader_conditions import LineFields, line_values, offer_facts
from openkader.web.forms.kader_entry_parts import Spot
from openkader.web.forms.kader_entry_rows import Cites
from openkader.web.forms.kader_row_parts import RowParts, in_order, part_values
from openkader.web.forms.kader_texts import LANGUAGES, FoldedField, both_said, folded
from openkader.web.forms.kader_values import count_in, shown_value, typed_value, value_field
from openkader.web.shell import language

_OWN = frozenset({"ground", "instrument", "refer_to", "terms", "cites"})  # said by the parts


class RowForm(forms.Form):
    """One rule; a mistake is said beside its field."""

    use_required_attribute = False
    seen = forms.RegexField(r"\A[0-9a-f]{64}\Z", widget=forms.HiddenInput)
    lines = forms.IntegerField(min_value=0, max_value=10_000, widget=forms.HiddenInput)
    joined = forms.ChoiceField(
        label=gettext_lazy("The rule holds if"),
        choices=[
            (str(Joint.ALL), gettext_lazy("all of these conditions hold")),
            (str(Joint.ANY), gettext_lazy("at least one of these conditions holds")),
        ],
        widget=forms.Select(attrs=INPUT),
    )
    new_fact = forms.ChoiceField(
        label=gettext_lazy("A condition about"), required=False, widget=forms.Select(attrs=INPUT)
    )

    def __init__(self, asked: Asked, data: Any = None, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={**row_values(asked), **(initial or {})})
        self.asked, self.found = asked, Lines(joint=Joint.ALL, lines=())
        self.turned: set[int] = set()
        if data is not None:
            self.data = self._with_other_questions(data)
        source = self.data if data is not None else self.initial
        if asked.gives is None:
            self._add_rule()
        else:
            self.fields["value"] = value_field(asked.gives)
        offer_facts(self, "new_fact", asked.known)
        self.typed_lines = count_in(source.get("lines"))
        number = min(self.typed_lines, MOST_CONDITIONS)
        listed = _Listed(source)
        self.rows = [LineFields(self, place, asked.known, listed) for place in range(number)]
        self.parts = RowParts(self, asked, listed) if asked.gives is None else None
        spot = Spot(self, "cites", asked.before.get("cites"))
        self.cited = Cites(spot, asked.sources, source) if asked.gives is not None else None
        if asked.is_deep:
            del self.fields["joined"], self.fields["new_fact"]

    @property
    def main(self) -> str:
        """The field beside which is said what is wrong with the rule as a whole."""
        return "outcome" if self.asked.gives is None else "value"

    def line_rows(self) -> list[dict[str, object]]:
        """The lines as the page lays them out."""
        return [row.shown() for row in self.rows]

    def as_typed(self) -> dict[str, Any]:
        """What was typed, good or wrong, to show it again in a form of other fields."""
        return {name: self[name].data for name in self.fields if self[name].data is not None}

    def said(self) -> dict[str, Plain]:
        """The rule as it is written from now on; what stays keeps the form in which it stands."""
        before, words = self.asked.before, self.cleaned_data
        when = before.get("when") if self.asked.is_deep else self._when()
        if self.asked.gives is not None:
            cites = self.cited.said() if self.cited is not None else None
            kept = {key: one for key, one in before.items() if key != "cites"}
            return {**kept, "when": when, "value": words["value"], **({"cites": cites} if cites else {})}
        rest = {key: one for key, one in before.items() if key not in _OWN}
        named: dict[str, Plain] = {"id": words["name"]} if self.asked.is_new else {}
        reason = both_said(before.get("reason"), {name: words[f"reason_{name}"] for name in LANGUAGES})
        parts = self.parts.said() if self.parts is not None else {}
        said = {**rest, **named, "outcome": words["outcome"], "when": when, "reason": {**reason}, **parts}
        return in_order(before, said)

    def clean(self) -> dict[str, Any]:
        """Each condition read, and said what is wrong with it."""
        said = super().clean() or {}
        if self.typed_lines > MOST_CONDITIONS:
            words = _("At most %(most)s conditions fit here. Write the rule in the text.")
            self.add_error(
                "joined" if "joined" in self.fields else self.main, words % {"most": MOST_CONDITIONS}
            )
        if not self.asked.is_deep:
            self._read_lines(said)
        for part in (self.parts, self.cited):
            if part is not None:
                part.check()
        if not self.errors and self.asked.is_new and self._is_taken(said):
            self.add_error("name", _("There is a rule with this name already."))
        return said

    def _is_taken(self, said: Mapping[str, Any]) -> bool:
        known = self.asked.taken.get(str(said.get("name", "")))
        return known is not None and not same({**known}, self.said())

    def clean_value(self) -> Plain:
        """The value that a table gives, in its own type."""
        return typed_value(self.asked.gives, self.cleaned_data["value"])

    def _read_lines(self, said: Mapping[str, Any]) -> None:
        lines = read_lines(self, self.rows, self.turned)
        if not lines and not self.errors:
            self.add_error("new_fact", _("Say when the rule holds: it needs at least one condition."))
        self.found = Lines(joint=Joint(said.get("joined") or Joint.ALL), lines=tuple(lines))

    def _when(self) -> Plain:
        before = self.asked.before.get("when")
        return before if self.found.is_same(self.asked.lines) else {**written(self.found, before)}

    def _add_rule(self) -> None:
        if self.asked.is_new:
            self.fields["name"] = forms.RegexField(
                r"\A[a-z][a-z0-9_]{0,59}\Z",
                label=_("Name of the rule"),
                help_text=_("Small letters, digits and underscores, such as listed_and_sensitive. It stays."),
                widget=forms.TextInput(attrs={**INPUT, "autocapitalize": "off", "spellcheck": "false"}),
            )
        self.fields["outcome"] = outcome = forms.ChoiceField(
            label=_("What is proposed"), widget=forms.Select(attrs=INPUT)
        )
        severe_first = sorted(Outcome, key=lambda one: -one.severity)
        outcome.choices = [
            ("", _("Choose")),
            *((str(one), capital(OUTCOMES[one].in_(language()))) for one in severe_first),
        ]
        for name, label in (("nl", _("The reason, in Dutch")), ("en", _("The reason, in English"))):
            self.fields[f"reason_{name}"] = FoldedField(
                label=label,
                max_length=MOST_REASON,
                error_messages={
                    "required": _("Write the reason in this language too: it stands in letters and on pages.")
                },
                widget=forms.Textarea(attrs={**TEXT, "rows": 3, "lang": name}),
            )

    def _with_other_questions(self, data: Any) -> Any:
        """What was sent; a line of which the question was changed has no comparison of its own yet."""
        sent = data.copy()
        number = min(count_in(data.get("lines")), MOST_CONDITIONS)
        self.turned = turn_lines(sent, number, self.asked.known.facts)
        return sent


class _Listed(Mapping[str, Any]):
    """What was sent or stands there; of what is ticked every one."""

    def __init__(self, source: Any) -> None:
        self._source = source

    def __getitem__(self, name: str) -> Any:
        listed = getattr(self._source, "getlist", None)
        return listed(name) if listed and _is_listed(name) else self._source[name]

    def __iter__(self) -> Any:
        return iter(self._source)

    def __len__(self) -> int:
        return len(self._source)


def row_values(asked: Asked) -> dict[str, Any]:
    """A rule as its form shows it."""
    lines = asked.lines or Lines(joint=Joint.ALL, lines=())
    shown = () if asked.is_deep else lines.lines
    found: dict[str, Any] = {"joined": str(lines.joint), "lines": len(shown)}
    for place, line in enumerate(shown):
        found |= line_values(place, line)
    if asked.gives is not None:
        return found | {"value": shown_value(asked.before.get("value"))}
    reason = asked.before.get("reason")
    texts = reason if isinstance(reason, dict) else {}
    found |= {f"reason_{name}": folded(texts.get(name)) for name in LANGUAGES}
    found["outcome"] = asked.before.get("outcome") or ""
    return found | part_values(asked.before)


def _is_listed(name: str) -> bool:
    return name == "refer_to" or name.startswith("pick_")
