"""The forms of an agreement; what may be stated and what may become of it are rules and stand in `casework`."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openkader.base.text import Text, capital
from openkader.casework.agreements import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_PARTIES,
    MOST_YEARS,
    ClauseStated,
    PartyRole,
    PartyStated,
    Side,
    Stated,
    Term,
    TermKind,
    Whose,
)
from openkader.casework.vocabulary import AgreementStatus
from openkader.web.forms.fields import DAY, INPUT, TEXT, PlainField, offer
from openkader.web.forms.moments import MomentField, moment_shown
from openkader.web.forms.request import countries, files_field
from openkader.web.presenters.agreement_words import NOT_KNOWN, PARTY_ROLES, SIDES, WHOSE
from openkader.web.presenters.names import AGREEMENTS

Choices = Sequence[tuple[str, str]]
_ROWS, _SPARE = 4, 2  # rows for parties: so many at least, and so many empty ones at the end
_REGISTERED = re.compile(r".*\(([A-Za-z0-9][A-Za-z0-9._-]{0,79})\)|([A-Za-z0-9][A-Za-z0-9._-]{0,79})")
_IN, _OUT = "in", "out"
_VALUES = [
    ("", NOT_KNOWN),
    (_IN, pgettext_lazy("value", "it is in it")),
    (_OUT, pgettext_lazy("value", "it is not in it")),
]
NEW_STATUSES = (AgreementStatus.SIGNED, AgreementStatus.INTENDED)
SHORT = {**TEXT, "rows": 2}


def words(label: object, length: int, help_text: object = "", *, required: bool = False) -> PlainField:
    """A longer text, of at most so many letters."""
    widget = forms.Textarea(attrs={**TEXT, "rows": 3})
    return PlainField(
        label=label,  # type: ignore[arg-type]  # a lazy text is a label
        help_text=help_text,  # type: ignore[arg-type]
        required=required,
        max_length=length,
        widget=widget,
    )


def choice(label: object, *, required: bool = False, help_text: object = "") -> forms.ChoiceField:
    """One of some choices, which are offered when the form is made."""
    return forms.ChoiceField(
        label=label,  # type: ignore[arg-type]  # a lazy text is a label
        required=required,
        help_text=help_text,  # type: ignore[arg-type]
        widget=forms.Select(attrs=INPUT),
    )


def _day(label: object, *, help_text: object = "") -> forms.DateField:
    return forms.DateField(
        label=label,  # type: ignore[arg-type]
        required=False,
        help_text=help_text,  # type: ignore[arg-type]
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )


class DocumentForm(forms.Form):
    """Where what is stated can be read: the document itself, an address, the sentence."""

    use_required_attribute = False

    url = forms.URLField(
        label=_("Web address"),
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs=INPUT),
    )

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        self.fields["documents"] = files_field(_("The document"), several=False)


class StatedForm(DocumentForm):
    """All that is known of an agreement."""

    title = PlainField(
        label=_("Name of the agreement"),
        max_length=LONGEST_TITLE,
        widget=forms.TextInput(attrs=INPUT),
    )
    form = choice(_("Form"), required=True)
    status = choice(_("Where it stands"), required=True)
    whose = choice(
        _("Whose it is"),
        help_text=_("Only what is not of another authority counts, and only with an activity."),
    )
    country = choice(_("Country"))
    about = words(_("What it is about"), LONGEST_TEXT)
    on = MomentField(
        label=_("Signed, or last renewed"),
        help_text=_("As exactly as you know: 12-5-2025, 5-2025 or 2025. Leave it empty if you do not know."),
        required=False,
    )
    starts_on = _day(_("In force from"), help_text=_("If that is another day."))
    term = forms.ChoiceField(
        label=_("How it ends"),
        required=False,
        choices=[
            ("", _("That is not known")),
            (str(TermKind.UNTIL), _("On a last day")),
            (str(TermKind.OPEN), _("It says that it has no end")),
        ],
        widget=forms.RadioSelect,
    )
    until = _day(_("Last day"))
    years = forms.IntegerField(
        label=_("Number of years that it states"),
        required=False,
        min_value=1,
        max_value=MOST_YEARS,
        widget=forms.NumberInput(attrs={"class": "form__input form__input--short"}),
    )
    passage = words(_("The sentence that says so, if you took it from a source"), LONGEST_TEXT)

    def __init__(
        self, values: Choices, shapes: Choices, *given: Any, rows: int = _ROWS, **named: Any
    ) -> None:
        super().__init__(*given, **named)
        self.values = list(values)
        offer(self, "form", [("", _("Choose")), *shapes])
        offer(self, "whose", [("", NOT_KNOWN), *((code, capital(str(word))) for code, word in WHOSE.items())])
        offer(self, "country", [("", NOT_KNOWN), *countries()])
        statuses = [str(one) for one in self.statuses()]
        offer(self, "status", [(one, capital(str(AGREEMENTS[one]))) for one in statuses])
        self.rows = max(rows, self._typed_rows())
        for place in range(self.rows):
            self._add_party(place)
        for code, label in self.values:
            self._add_value(code, label)

    def statuses(self) -> Sequence[AgreementStatus]:
        """Where it may stand."""
        return tuple(AgreementStatus)

    def _typed_rows(self) -> int:
        """So many rows for parties were sent."""
        sent = [place for place in range(MOST_PARTIES) if f"party_{place}" in self.data]
        return max(sent, default=-1) + 1

    def _add_party(self, place: int) -> None:
        self.fields[f"party_{place}"] = PlainField(
            label=_("Party %(number)s") % {"number": place + 1},
            required=False,
            max_length=300,
            widget=forms.TextInput(attrs={**INPUT, "list": "known-parties", "autocomplete": "off"}),
        )
        self.fields[f"side_{place}"] = side = choice(_("Stands on the"))
        side.choices = [("", NOT_KNOWN), *SIDES.items()]
        self.fields[f"role_{place}"] = role = choice(_("And"))
        role.choices = list(PARTY_ROLES.items())

    def _add_value(self, code: str, label: str) -> None:
        field = choice(capital(label))
        field.choices = list(_VALUES)
        self.fields[f"value_{code}"] = field
        self.fields[f"words_{code}"] = PlainField(
            label=_("The words of the clause"),
            required=False,
            max_length=LONGEST_TEXT,
            widget=forms.Textarea(attrs=SHORT),
        )

    def party_rows(self) -> list[list[forms.BoundField]]:
        """The fields of each party."""
        return [[self[f"{name}_{place}"] for name in ("party", "side", "role")] for place in range(self.rows)]

    def value_rows(self) -> list[list[forms.BoundField]]:
        """The fields of each value."""
        return [[self[f"value_{code}"], self[f"words_{code}"]] for code, _label in self.values]

    def clean(self) -> dict[str, Any]:
        """The words of a clause belong to one that is in it; a last day to a term that has one."""
        said = super().clean() or {}
        for code, _label in self.values:
            if said.get(f"words_{code}") and said.get(f"value_{code}") != _IN:
                self.add_error(f"value_{code}", _("You gave the words of this clause. Then it is in it."))
        if said.get("until") and not said.get("term"):
            said["term"] = str(TermKind.UNTIL)
        return said

    def stated(self, known: Mapping[str, str], before: Stated | None = None) -> Stated:
        """What was filled in; `known` leads from a name as it is shown to the party of the register."""
        said = self.cleaned_data
        return Stated(
            form=said["form"],
            status=AgreementStatus(said["status"]),
            title=_text(said["title"], before.title if before else None),
            about=_text(said["about"], before.about if before else None),
            whose=Whose(said["whose"]) if said["whose"] else None,
            country=said["country"] or None,
            on=said["on"],
            term=Term(
                starts_on=said["starts_on"],
                kind=TermKind(said["term"]) if said["term"] else None,
                until=said["until"],
                years=said["years"],
            ),
            parties=tuple(
                _party(said, place, known, before) for place in range(self.rows) if said[f"party_{place}"]
            ),
            clauses=tuple(
                ClauseStated(
                    topic=code, is_in=said[f"value_{code}"] == _IN, words=said[f"words_{code}"] or None
                )
                for code, _label in sorted(self.values)
                if said[f"value_{code}"]
            ),
        )


def _text(typed: str, before: Text | None) -> Text | None:
    """What stands as it was keeps its other language."""
    if not typed:
        return None
    return before if before is not None and typed in (before.nl, before.en) else Text(nl=typed, en=typed)


def _party(
    said: Mapping[str, Any], place: int, known: Mapping[str, str], before: Stated | None
) -> PartyStated:
    typed = said[f"party_{place}"]
    match = _REGISTERED.fullmatch(typed)
    named = (match[1] or match[2]) if match else ""
    bound = before.parties if before else ()
    # Who stands in it already stays who it is, also for who may not see that party.
    reference = known.get(named) or next((one.party for one in bound if named and one.party == named), None)
    former = [one.description for one in bound if one.description]
    kept = next((one for one in former if typed in (one.nl, one.en)), None)
    return PartyStated(
        side=Side(said[f"side_{place}"]) if said[f"side_{place}"] else None,
        role=PartyRole(said[f"role_{place}"] or PartyRole.SIGNATORY),
        party=reference,
        description=None if reference else kept or Text(nl=typed, en=typed),
    )


def named_in(data: Mapping[str, Any]) -> set[str]:
    """What may be references of parties in what was sent."""
    typed = [str(data.get(f"party_{place}", "")).strip() for place in range(MOST_PARTIES)]
    matches = [_REGISTERED.fullmatch(one) for one in typed]
    return {match[1] or match[2] for match in matches if match}


def shown_stated(stated: Stated, names: Mapping[str, str], language: str) -> dict[str, object]:
    """What is stated, as the form shows it; `names` are those of registered parties."""
    found: dict[str, object] = {
        "title": stated.title.in_(language) if stated.title else "",
        "form": stated.form,
        "status": str(stated.status),
        "whose": str(stated.whose or ""),
        "country": stated.country or "",
        "about": stated.about.in_(language) if stated.about else "",
        "on": moment_shown(stated.on),
        "starts_on": stated.term.starts_on,
        "term": str(stated.term.kind or ""),
        "until": stated.term.until,
        "years": stated.term.years,
    }
    for place, one in enumerate(stated.parties):
        described = one.description.in_(language) if one.description else ""
        found[f"party_{place}"] = named(one.party, names) if one.party else described
        found[f"side_{place}"], found[f"role_{place}"] = str(one.side or ""), str(one.role)
    for clause in stated.clauses:
        found[f"value_{clause.topic}"] = _IN if clause.is_in else _OUT
        found[f"words_{clause.topic}"] = clause.words or ""
    return found


def named(party: str, names: Mapping[str, str]) -> str:
    """A party of the register as a form shows it: its name with its reference."""
    return f"{names[party]} ({party})" if party in names else party


def rows_for(stated: Stated) -> int:
    """So many rows for parties, with some to spare."""
    return min(max(len(stated.parties) + _SPARE, _ROWS), MOST_PARTIES)
