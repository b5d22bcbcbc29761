"""The forms of information protection: the steps of a phase at once, a conflict, a ruling and the sign-off."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.messages import sentence
from openkader.casework.protection import (
    LONGEST,
    Catalogue,
    ConflictDraft,
    Kept,
    Outcome,
    Phase,
    StepSaid,
    StepState,
    is_new,
    may_say,
)
from openkader.web.forms.fields import INPUT, TEXT, PlainField, offer
from openkader.web.marks import MARKS
from openkader.web.shell import language

MOST_VERSIONS = 10**6
REST = "rest"  # the button that also says of each step without a choice that it is planned
Choices = Sequence[tuple[str, str]]
_NOTE = {**INPUT, "autocomplete": "off"}


class PhaseForm(forms.Form):
    """Every step of a phase, by somebody who saw this version of each."""

    use_required_attribute = False

    def __init__(
        self, phase: Phase, kept: Mapping[str, Kept], files: Choices, *values: Any, **named: Any
    ) -> None:
        super().__init__(*values, **named)
        self.phase, self.kept, self.evidence = phase, kept, files
        states = [(str(one), MARKS["protection"][one].word) for one in StepState]
        for step in phase.steps:
            now = kept.get(step.id, Kept())
            said = now.now
            self.fields[f"seen_{step.id}"] = forms.IntegerField(
                min_value=0,
                max_value=MOST_VERSIONS,
                required=False,
                initial=now.version,
                widget=forms.HiddenInput,
            )
            self.fields[f"state_{step.id}"] = forms.ChoiceField(
                label=step.id,
                choices=states,
                required=False,
                initial=said.state if said else None,
                widget=forms.RadioSelect,
            )
            self.fields[f"note_{step.id}"] = PlainField(
                label=_("%(step)s: what shows it, or why not") % {"step": step.id},
                required=False,
                max_length=LONGEST,
                initial=said.note if said else "",
                widget=forms.TextInput(attrs=_NOTE),
            )
            if files:
                self._offer_files(step.id, said)

    def _offer_files(self, step: str, said: StepSaid | None) -> None:
        name = f"evidence_{step}"
        self.fields[name] = forms.ChoiceField(
            label=_("%(step)s: evidence") % {"step": step},
            required=False,
            initial=str(said.evidence or "") if said else "",
            widget=forms.Select(attrs=INPUT),
        )
        offer(self, name, [("", _("No evidence")), *self.evidence])

    def clean(self) -> dict[str, Any]:
        """What is left out has a reason; each step says so at its own place."""
        said = super().clean() or {}
        known = [step.id for step in self.phase.steps]
        for name in known:
            one = self._said_of(name, said)
            refusal = may_say(name, one, known) if one else None
            if refusal is not None and f"note_{name}" not in self.errors:
                self.add_error(f"note_{name}", sentence(refusal.code, refusal.detail, language()))
        return said

    def _said_of(self, name: str, said: Mapping[str, Any]) -> StepSaid | None:
        state = said.get(f"state_{name}")
        if not state and REST in self.data:
            state = StepState.PLANNED
        if not state:
            return None
        evidence = said.get(f"evidence_{name}")
        return StepSaid(StepState(state), said.get(f"note_{name}", ""), int(evidence) if evidence else None)

    def said(self) -> dict[str, StepSaid | None]:
        """What was typed of each step; None: nothing."""
        return {step.id: self._said_of(step.id, self.cleaned_data) for step in self.phase.steps}

    def seen(self) -> dict[str, int]:
        """Which version of each step was seen."""
        return {step.id: self.cleaned_data.get(f"seen_{step.id}") or 0 for step in self.phase.steps}

    def brought_up_to_date(self) -> "PhaseForm":
        """The same with what others said meanwhile; what was typed here itself stays, to be saved again."""
        said, seen = self.said(), self.seen()
        data = dict(self.data.items())
        for name, typed in said.items():
            kept = self.kept.get(name, Kept())
            data[f"seen_{name}"] = str(kept.version)
            if kept.now is not None and not is_new(typed, seen[name], kept):
                data[f"state_{name}"] = str(kept.now.state)
                data[f"note_{name}"] = kept.now.note
                data[f"evidence_{name}"] = str(kept.now.evidence or "")
        return PhaseForm(self.phase, self.kept, self.evidence, data, auto_id=self.auto_id)


class ConflictForm(forms.Form):
    """A step that hampers another goal."""

    use_required_attribute = False
    step = forms.ChoiceField(label=_("Which step"), widget=forms.Select(attrs=INPUT))
    goal = forms.ChoiceField(label=_("What it hampers"), widget=forms.Select(attrs=INPUT))
    about = PlainField(
        label=_("What cannot be done because of it"),
        help_text=_("Such as: no post from the fair, for phones stay outside."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={**TEXT, "rows": 2}),
    )

    def __init__(self, catalogue: Catalogue, phases: Sequence[Phase], *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        steps = [step for phase in phases for step in phase.steps]
        offer(self, "step", [(one.id, f"{one.id}: {one.text.in_(language())}") for one in steps])
        offer(self, "goal", [(one.id, one.text.in_(language())) for one in catalogue.goals])

    def draft(self) -> ConflictDraft:
        """What was typed, as the rules know it."""
        said = self.cleaned_data
        return ConflictDraft(step=said["step"], goal=said["goal"], about=said["about"])


class RulingForm(forms.Form):
    """What a decider says of a conflict."""

    use_required_attribute = False
    conflict = forms.IntegerField(min_value=1, max_value=MOST_VERSIONS, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(choices=[(str(one), one) for one in Outcome], widget=forms.HiddenInput)
    reason = PlainField(
        label=_("Reason"), max_length=LONGEST, widget=forms.Textarea(attrs={**TEXT, "rows": 2})
    )


class SignOffForm(forms.Form):
    """The sign-off of an expert who saw the list as it was."""

    use_required_attribute = False
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    note = PlainField(
        label=_("Remark"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={**TEXT, "rows": 2}),
    )
