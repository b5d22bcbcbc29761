"""The forms of a programme, its participants and its lessons; what may stand there is a rule of `casework`."""

from collections.abc import Iterable, Sequence
from typing import Any

from babel.core import get_global
from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.mission import (
    ROLES,
    STATUSES,
    ParticipantDraft,
    ParticipantRole,
    ParticipantStatus,
    SlotDraft,
    zone_of,
)
from openkader.casework.vocabulary import Setting
from openkader.web.forms.fields import DAY, INPUT, TEXT, PlainField, lines_of, offer
from openkader.web.presenters.mission import SETTINGS
from openkader.web.shell import language

MOST_COUNTERPARTS = 60
_LONGEST_WORDS = 300
_TIME = {"class": "form__input form__input--short", "type": "time"}
Choices = Sequence[tuple[str, str]]


def zones_near(country: str | None, used: Iterable[str | None], own: str) -> list[str]:
    """The zones that are likely here: those of the programme, those of the country, and that of the organisation."""
    there = get_global("territory_zones").get(country or "", ())
    known = dict.fromkeys([*filter(None, used), *there, own])
    return [zone for zone in known if zone_of(zone) == zone]


class SlotForm(forms.Form):
    """A part of a programme, by somebody who saw this version of it."""

    use_required_attribute = False

    seen = forms.IntegerField(required=False, min_value=0, max_value=10**6, widget=forms.HiddenInput)
    title = PlainField(label=_("What takes place"), max_length=300, widget=forms.TextInput(attrs=INPUT))
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    begins = forms.TimeField(
        label=_("Begins at"),
        help_text=_("On the clock of the place. Without a time it lasts all day."),
        required=False,
        widget=forms.TimeInput(attrs=_TIME, format="%H:%M"),
    )
    ends = forms.TimeField(
        label=_("Ends at"), required=False, widget=forms.TimeInput(attrs=_TIME, format="%H:%M")
    )
    zone = forms.ChoiceField(
        label=_("Time zone of the place"), required=False, widget=forms.Select(attrs=INPUT)
    )
    other_zone = PlainField(
        label=_("Another time zone"),
        help_text=_("As the world writes it, such as Asia/Tokyo."),
        required=False,
        max_length=64,
        widget=forms.TextInput(attrs={**INPUT, "spellcheck": "false", "autocapitalize": "off"}),
    )
    place = PlainField(label=_("Place"), required=False, max_length=300, widget=forms.TextInput(attrs=INPUT))
    setting = forms.ChoiceField(
        label=_("Formal or informal"), required=False, widget=forms.Select(attrs=INPUT)
    )
    parties = forms.MultipleChoiceField(
        label=_("Parties of this activity whom you meet"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_parties = PlainField(
        label=_("Other parties of the register"),
        help_text=_("Their references, one on each line."),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={**TEXT, "rows": 2, "spellcheck": "false"}),
    )
    counterparts = PlainField(
        label=_("Whom else you meet"),
        help_text=_("In your own words, one on each line."),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={**TEXT, "rows": 2}),
    )
    roles = forms.MultipleChoiceField(
        label=_("For whom"),
        help_text=_("Tick nothing if it is for everybody."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    note = PlainField(
        label=_("Note"),
        help_text=_("For colleagues: it goes into no calendar and no document."),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={**TEXT, "rows": 2}),
    )

    def __init__(self, zones: Iterable[str], parties: Choices, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "zone", [("", _("Choose")), *((zone, zone.replace("_", " ")) for zone in zones)])
        offer(self, "setting", [("", _("not known")), *((str(one), SETTINGS[one]) for one in Setting)])
        offer(self, "parties", parties)
        offer(self, "roles", [(str(role), ROLES[role].in_(language())) for role in ParticipantRole])
        if not parties:
            del self.fields["parties"]

    def clean_counterparts(self) -> tuple[str, ...]:
        """Each line that says something."""
        return tuple(line[:_LONGEST_WORDS] for line in lines_of(self.cleaned_data["counterparts"]))[
            :MOST_COUNTERPARTS
        ]

    def clean_other_parties(self) -> tuple[str, ...]:
        """The references that were typed."""
        return lines_of(self.cleaned_data["other_parties"])[:MOST_COUNTERPARTS]

    def clean_other_zone(self) -> str:
        """The zone as the world writes it, however it was typed."""
        typed = str(self.cleaned_data["other_zone"])
        if typed and zone_of(typed) is None:
            raise forms.ValidationError(
                _("There is no time zone of this name. Write it like Europe/Amsterdam or Asia/Shanghai.")
            )
        return zone_of(typed) or ""

    def draft(self) -> SlotDraft:
        """What was typed, as the rules know it."""
        said = self.cleaned_data
        named = dict.fromkeys([*said.get("parties", ()), *said["other_parties"]])
        return SlotDraft(
            title=said["title"],
            day=said["day"],
            begins=said["begins"],
            ends=said["ends"],
            zone=said["other_zone"] or said["zone"] or None,
            place=said["place"],
            setting=Setting(said["setting"]) if said["setting"] else None,
            parties=tuple(named),
            counterparts=said["counterparts"],
            roles=tuple(map(ParticipantRole, said["roles"])),
            note=said["note"],
        )


def slot_words(draft: SlotDraft, offered: Iterable[str]) -> dict[str, object]:
    """A stored part as its form shows it."""
    shown = set(offered)
    return {
        "title": draft.title,
        "day": draft.day,
        "begins": draft.begins,
        "ends": draft.ends,
        "zone": draft.zone or "",
        "place": draft.place,
        "setting": str(draft.setting or ""),
        "parties": [one for one in draft.parties if one in shown],
        "other_parties": "\n".join(one for one in draft.parties if one not in shown),
        "counterparts": "\n".join(draft.counterparts),
        "roles": [str(role) for role in draft.roles],
        "note": draft.note,
    }


class ParticipantForm(forms.Form):
    """A participant, by somebody who saw this version of them."""

    use_required_attribute = False

    seen = forms.IntegerField(required=False, min_value=0, max_value=10**6, widget=forms.HiddenInput)
    name = PlainField(label=_("Name"), max_length=300, widget=forms.TextInput(attrs=INPUT))
    function = PlainField(
        label=_("Function"), required=False, max_length=300, widget=forms.TextInput(attrs=INPUT)
    )
    party = forms.ChoiceField(
        label=_("Organisation in the register"), required=False, widget=forms.Select(attrs=INPUT)
    )
    organisation = PlainField(
        label=_("Organisation in your own words"),
        help_text=_("If it is not in the register, or not known to be the same."),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs=INPUT),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs=INPUT),
    )
    role = forms.ChoiceField(label=_("Comes along as"), required=False, widget=forms.Select(attrs=INPUT))
    status = forms.ChoiceField(label=_("Status"), widget=forms.Select(attrs=INPUT))
    reason = forms.ChoiceField(
        label=_("Why somebody dropped out"), required=False, widget=forms.Select(attrs=INPUT)
    )
    note = PlainField(
        label=_("Note"), required=False, max_length=5000, widget=forms.Textarea(attrs={**TEXT, "rows": 2})
    )

    def __init__(self, parties: Choices, reasons: Choices, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "party", [("", _("None of these")), *parties])
        offer(
            self,
            "role",
            [("", _("not known")), *((str(role), ROLES[role].in_(language())) for role in ParticipantRole)],
        )
        offer(self, "status", status_choices())
        offer(self, "reason", [("", _("does not apply")), *reasons])

    def clean_name(self) -> str:
        """The name with one space between its words."""
        return " ".join(str(self.cleaned_data["name"]).split())

    def draft(self) -> ParticipantDraft:
        """What was typed, as the rules know it."""
        said = self.cleaned_data
        return ParticipantDraft(
            name=said["name"],
            function=said["function"],
            email=said["email"],
            organisation=said["organisation"],
            party=said["party"] or None,
            role=ParticipantRole(said["role"]) if said["role"] else None,
            status=ParticipantStatus(said["status"]),
            reason=said["reason"] or None,
            note=said["note"],
        )


def status_choices() -> list[tuple[str, str]]:
    """Every status in the reader's words."""
    return [(str(one), STATUSES[one].in_(language())) for one in ParticipantStatus]


class LessonForm(forms.Form):
    """A lesson."""

    use_required_attribute = False
    text = PlainField(
        label=_("What you would do again, or otherwise"),
        max_length=2000,
        widget=forms.Textarea(attrs={**TEXT, "rows": 3}),
    )


class CopyForm(forms.Form):
    """An earlier programme, and the first day of the new one."""

    use_required_attribute = False
    template = forms.ChoiceField(label=_("Earlier activity"), widget=forms.Select(attrs=INPUT))
    first_day = forms.DateField(
        label=_("First day of the new programme"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )

    def __init__(self, templates: Choices, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "template", templates)
