"""What the form of a measure, a figure and a list asks, each with the parts that the reader of a kader knows of it."""

from collections.abc import Mapping
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.base.text import capital
from openkader.evaluation.definition_words import COLLECTION_NAMES
from openkader.kader.facts import Fact
from openkader.kader.sources import ListStatus
from openkader.web.forms.kader_asked import known_to
from openkader.web.forms.kader_condition_fields import ConditionFields
from openkader.web.forms.kader_conditions import Known
from openkader.web.forms.kader_deciding_shapes import DECIDING_SHAPES
from openkader.web.forms.kader_entries import AskedEntry, EntryForm, EntryShape
from openkader.web.forms.kader_entry_parts import Both, Choice, Part, Truth, Whole, Words
from openkader.web.forms.kader_entry_rows import Cites, Items
from openkader.web.forms.kader_question_shapes import QUESTION_SHAPES
from openkader.web.forms.kader_values import Choices
from openkader.web.presenters.names import LIST_STATES
from openkader.web.shell import language


def _measure(form: EntryForm, asked: AskedEntry) -> list[Part]:
    at = partial(asked.spot, form)
    facts = asked.kader.facts if asked.kader else {}
    return [
        Both(at("text"), (_("The measure, in Dutch"), _("The measure, in English")), needed=True),
        Both(
            at("evidence"), (_("The evidence, in Dutch"), _("The evidence, in English")),
            needed=True, help_text=_("What shows afterwards that it was done."),
        ),
        Both(at("owner"), (_("Who sees to it, in Dutch"), _("Who sees to it, in English")),
             needed=False),
        Whole(
            at("moment_days"), _("When, in days from the activity"),
            _("-21 is three weeks before, 0 on the first day, 14 within two weeks after. Empty: no moment is named."),
        ),
        ConditionFields(
            at("when"), known_to(asked.kader, facts), label=_("In which cases"),
            note=_("It applies only where its action line does. Without a condition: in all cases of that line."),
        ),
        Cites(at("cites"), asked.sources, form.sent),
    ]  # fmt: skip


def _figure(form: EntryForm, asked: AskedEntry) -> list[Part]:
    at, was = partial(asked.spot, form), asked.before
    over = str(form.sent.get("counts") or was.get("counts") or "")
    known = _fields_of(asked, asked.facts(over))
    return [
        Both(at("text"), (_("The figure, in Dutch"), _("The figure, in English")), needed=True),
        Both(
            at("definition"), (_("What is counted, in Dutch"), _("What is counted, in English")), needed=True,
            help_text=_("In words: what counts and what does not. It stands below the figure."),
        ),
        Choice(
            at("counts"), _("What it counts"), _collections(asked),
            help_text=_("The conditions ask about these."),
        ),
        Truth(at("distinct"), _("Each party counts once"),
              _("However often it takes part.")),
        Truth(
            at("absence_is_unknown"), _("Without evidence it is unknown"),
            _("What does not count may have been done all the same."),
        ),
        Both(at("unit"), (_("The unit, in Dutch"), _("The unit, in English")), needed=False),
        ConditionFields(
            at("where"), known, label=_("What counts"),
            note=_("Without a condition all of them count."),
        ),
        ConditionFields(
            at("of"), known, label=_("Out of which"),
            note=_("Only for a figure such as ‘2 of 4’: these are the four. Without a condition it is a number alone."),
        ),
    ]  # fmt: skip


def _listing(form: EntryForm, asked: AskedEntry) -> list[Part]:
    at, was = partial(asked.spot, form), asked.before
    others: Choices = [
        (one.id, capital(one.title.in_(language())))
        for one in (asked.kader.lists.values() if asked.kader else ())
        if one.id != was.get("id")
    ]
    states: Choices = [(str(one), capital(str(LIST_STATES[one]))) for one in ListStatus]
    return [
        Both(at("title"), (_("The title, in Dutch"), _("The title, in English")), needed=True),
        Choice(
            at("status"), _("How much of it is here"), states,
            help_text=_("A list that was not found stays empty, so that its place is seen."),
        ),
        Words(at("publisher"), _("Who published it")),
        Words(at("date"), _("Date of the list"), _("As the source gives it, such as 2023-06-14.")),
        Words(at("url"), _("Address of the source")),
        Both(at("note"), (_("A note, in Dutch"), _("A note, in English")), needed=False),
        Choice(
            at("stands_in_for"), _("Stands in for the list"), others, none=_("None"),
        ),
        Items(at("items"), form.sent),
    ]  # fmt: skip


def _fields_of(asked: AskedEntry, facts: Mapping[str, Fact]) -> Known:
    """The fields of a collection in one group: nobody answers them, they stand in the register."""
    named = [(fact.id, capital(fact.label.in_(language()))) for fact in facts.values()]
    groups = [(_("What the register knows of it"), named)]
    return Known(facts=facts, groups=groups, lists=asked.kader.lists if asked.kader else {})


def _collections(asked: AskedEntry) -> Choices:
    known = asked.kader.records if asked.kader else {}
    return [(name, capital(COLLECTION_NAMES[name].in_(language()))) for name in known]


SHAPES: Mapping[str, EntryShape] = {
    **QUESTION_SHAPES,
    **DECIDING_SHAPES,
    "measures": EntryShape(
        parts=_measure,
        order=("text", "when", "owner", "moment_days", "evidence", "cites"),
        name_pattern=r"\A[A-Za-z][A-Za-z0-9_]{0,19}(\.[a-z0-9_]{1,40})?\Z",
        name_help=gettext_lazy(
            "The action line, a point, and small letters or underscores, such as E1.risk_list. It stays."
        ),
        within_label=gettext_lazy("Of the action line"),
    ),
    "figures": EntryShape(
        parts=_figure,
        order=("text", "definition", "counts", "where", "of", "distinct", "absence_is_unknown", "unit"),
        name_help=gettext_lazy("Small letters, digits and underscores, such as exploratory_talks. It stays."),
    ),
    "lists": EntryShape(
        parts=_listing,
        order=("title", "publisher", "date", "url", "status", "stands_in_for", "note", "items"),
        name_help=gettext_lazy("Small letters, digits and underscores, such as risk_sectors. It stays."),
    ),
}
