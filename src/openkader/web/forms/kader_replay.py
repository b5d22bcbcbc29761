"""The forms of a replay: asked with a press, and stopped by its name."""

from django import forms


class AskReplayForm(forms.Form):
    """Nothing has to be filled in."""


class StopReplayForm(forms.Form):
    """Which one: a press on an old page does not stop a newer one."""

    replay = forms.RegexField(r"\A[A-Z0-9-]{1,80}\Z", widget=forms.HiddenInput)
