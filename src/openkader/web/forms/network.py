"""The forms of the network: who joins, who was spoken to, what came of it; the rules stand in `casework`."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.network import (
    CONTRIBUTIONS,
    MANNERS,
    ContactDraft,
    ContactPointDraft,
    ContributionDraft,
    ContributionKind,
    Manner,
)
from openkader.web.forms.fields import INPUT, MOST_LETTERS, TEXT, PlainField, offer
from openkader.web.forms.moments import MomentField
from openkader.web.forms.request import countries
from openkader.web.shell import language

Choices = Sequence[tuple[str, str]]
SHORT = {**TEXT, "rows": 2}
FURTHER = "further"  # a talk that is none of those that are counted together


class ProfileForm(forms.Form):
    """What a member knows of."""

    use_required_attribute = False
    seen = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    expertise = forms.MultipleChoiceField(
        label=_("Expertise"), required=False, widget=forms.CheckboxSelectMultiple
    )
    countries = forms.MultipleChoiceField(
        label=_("Countries that it knows"),
        help_text=_("You can choose more than one."),
        required=False,
        widget=forms.SelectMultiple(attrs={**INPUT, "size": 6}),
    )

    def __init__(self, expertise: Choices, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "expertise", expertise)
        offer(self, "countries", countries())


class JoinForm(ProfileForm):
    """A party that joins: why, and since when."""

    field_order = ("why", "since", "expertise", "countries")
    why = PlainField(
        label=_("Why it is in the network"), max_length=MOST_LETTERS, widget=forms.Textarea(attrs=SHORT)
    )
    since = MomentField(label=_("Since when"), required=False)


class ContactForm(forms.Form):
    """A conversation with a member, and perhaps with others at once."""

    use_required_attribute = False
    moment = MomentField(label=_("When"))
    manner = forms.ChoiceField(label=_("How"), required=False, widget=forms.Select(attrs=INPUT))
    purpose = forms.ChoiceField(label=_("For what"), widget=forms.Select(attrs=INPUT))
    by_whom = PlainField(label=_("Who of us"), max_length=200, widget=forms.TextInput(attrs=INPUT))
    whom = PlainField(
        label=_("Whom we spoke to"),
        help_text=_("Names of people, if they matter. Leave them out otherwise."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=INPUT),
    )
    withheld = forms.ChoiceField(
        label=_("Did they ask not to be named?"),
        choices=[("", _("Not said")), ("yes", _("Yes: only advisers see the names")), ("no", _("No"))],
        required=False,
        widget=forms.Select(attrs=INPUT),
    )
    about = PlainField(
        label=_("What it was about"),
        help_text=_("Every colleague reads this. Write no name here of somebody who asked not to be named."),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs=SHORT),
    )
    others = forms.MultipleChoiceField(
        label=_("Other members in the same talk"),
        help_text=_("It stays one talk, and counts once."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    group = forms.ChoiceField(
        label=_("Is it counted already?"),
        help_text=_("Of some years talks are counted together. One of those must not count again."),
        required=False,
        widget=forms.Select(attrs=INPUT),
    )

    def __init__(self, offered: Mapping[str, Choices], *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        known = [(str(one), MANNERS[one].in_(language())) for one in Manner]
        offer(self, "manner", [("", _("Not known")), *known])
        offer(self, "purpose", offered["purposes"])
        offer(self, "others", offered["others"])
        further = (FURTHER, _("No, this is a further talk"))
        offer(
            self,
            "group",
            [("", _("Not said")), *([further, *offered["groups"]] if offered["groups"] else [])],
        )
        for name in ("others", "group"):
            if not offered["groups" if name == "group" else name]:
                del self.fields[name]

    def draft(self) -> ContactDraft:
        """The conversation as it was filled in."""
        said = self.cleaned_data
        group = said.get("group") or None
        return ContactDraft(
            period=said["moment"],
            purpose=said["purpose"],
            by_whom=said["by_whom"],
            about=said["about"],
            manner=Manner(said["manner"]) if said["manner"] else None,
            whom=said["whom"],
            withheld={"yes": True, "no": False}.get(said["withheld"]),
            group="" if group == FURTHER else group,
        )


class ContributionForm(forms.Form):
    """What a member contributed: to what, what it was, and when."""

    use_required_attribute = False
    kind = forms.ChoiceField(label=_("To what"), widget=forms.Select(attrs=INPUT))
    to = PlainField(
        label=_("Which one"),
        help_text=_(
            "Its reference, the name of the line to take, or the year. Leave it empty for the framework."
        ),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={**INPUT, "spellcheck": "false"}),
    )
    what = PlainField(
        label=_("What it contributed"), max_length=MOST_LETTERS, widget=forms.Textarea(attrs=SHORT)
    )
    moment = MomentField(label=_("When"), required=False)

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "kind", [(str(one), CONTRIBUTIONS[one].in_(language())) for one in ContributionKind])

    def draft(self) -> ContributionDraft:
        """The contribution as it was filled in."""
        said = self.cleaned_data
        kind = ContributionKind(said["kind"])
        return ContributionDraft(kind=kind, to=said["to"], what=said["what"], period=said["moment"])


class ActivityContributionForm(forms.Form):
    """What a member contributed to the activity of the page."""

    use_required_attribute = False
    member = forms.ChoiceField(label=_("Who"), widget=forms.Select(attrs=INPUT))
    what = PlainField(
        label=_("What it contributed"), max_length=MOST_LETTERS, widget=forms.Textarea(attrs=SHORT)
    )
    moment = MomentField(label=_("When"), required=False)

    def __init__(self, members: Choices, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "member", members)


class PointForm(forms.Form):
    """A person within a member."""

    use_required_attribute = False
    name = PlainField(label=_("Name"), max_length=200, widget=forms.TextInput(attrs=INPUT))
    function = PlainField(
        label=_("Position"), required=False, max_length=200, widget=forms.TextInput(attrs=INPUT)
    )
    email = forms.EmailField(
        label=_("E-mail address"), required=False, max_length=200, widget=forms.EmailInput(attrs=INPUT)
    )
    phone = PlainField(
        label=_("Telephone"), required=False, max_length=200, widget=forms.TextInput(attrs=INPUT)
    )

    def draft(self) -> ContactPointDraft:
        """The person as they were filled in."""
        return ContactPointDraft(**self.cleaned_data)
