"""What the form asks of an action line, an advice, a mandate, a line to take, a chapter and a source."""

from collections.abc import Iterable, Mapping
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.base.text import Text, capital
from openkader.kader import Outcome
from openkader.kader.model import DecidingRole, DecisionLevel, Pillar
from openkader.kader.records import LEVELS, OUTCOMES, ROLES
from openkader.web.forms.kader_asked import known_to
from openkader.web.forms.kader_condition_fields import ConditionFields
from openkader.web.forms.kader_entries import AskedEntry, EntryForm, EntryShape
from openkader.web.forms.kader_entry_parts import Both, Choice, Listed, Part, Truth, Whole, Words
from openkader.web.forms.kader_entry_rows import Cites
from openkader.web.forms.kader_question_parts import Ticked
from openkader.web.forms.kader_values import Choices
from openkader.web.presenters.coverage import PILLARS
from openkader.web.shell import language

_CODE = r"\A[A-Za-z][A-Za-z0-9_-]{0,59}\Z"


def _action_line(form: EntryForm, asked: AskedEntry) -> list[Part]:
    at = partial(asked.spot, form)
    pillars: Choices = [(str(one), capital(str(PILLARS[one]))) for one in Pillar]
    return [
        Both(at("text"), (_("The action line, in Dutch"), _("The action line, in English")), needed=True),
        Choice(at("pillar"), _("Pillar"), pillars),
        Whole(at("number"), _("Number within its pillar"), "", needed=True),
        Listed(at("measures")),
        _when(form, asked, "applies", _("It applies if")),
        Cites(at("cites"), asked.sources, form.sent),
    ]


def _consultation(form: EntryForm, asked: AskedEntry) -> list[Part]:
    at = partial(asked.spot, form)
    facts: Choices = [
        (fact.id, capital(fact.label.in_(language())))
        for fact in (asked.kader.facts.values() if asked.kader else ())
    ]
    return [
        Both(at("reason"), (_("Why, in Dutch"), _("Why, in English")), needed=True),
        Both(
            at("question"), (_("What is asked, in Dutch"), _("What is asked, in English")), needed=False,
        ),
        _when(form, asked, "when", _("This desk is asked if")),
        Truth(
            at("mandatory"), _("Its advice is mandatory"), _("The decision waits for it."), says_no=True
        ),
        Whole(at("term_days"), _("Within how many working days"), _("Empty: no term is named.")),
        Ticked(
            at("before"), _("Which outcomes wait for it"), _words(Outcome, OUTCOMES),
            _("None ticked: all of them but holding."),
        ),
        Ticked(
            at("shows"), _("What the desk is shown"), facts,
            _("None ticked: the questions of its condition."),
        ),
        Cites(at("cites"), asked.sources, form.sent),
    ]  # fmt: skip


def _mandate(form: EntryForm, asked: AskedEntry) -> list[Part]:
    at = partial(asked.spot, form)
    return [
        Choice(at("role"), _("Who decides"), _words(DecidingRole, ROLES)),
        Ticked(at("outcomes"), _("Which outcomes"), _words(Outcome, OUTCOMES), _("None ticked: all of them.")),
        Ticked(at("levels"), _("Which decisions"), _words(DecisionLevel, LEVELS), _("None ticked: all of them.")),
        ConditionFields(
            at("when"), known_to(asked.kader, asked.kader.facts if asked.kader else {}), label=_("In which cases"),
            note=_("An unknown answer gives nobody a mandate. Without a condition: in all cases."),
        ),
        Truth(at("second_person"), _("A second person agrees"), ""),
        Both(at("reason"), (_("Why, in Dutch"), _("Why, in English")), needed=True),
        Cites(at("cites"), asked.sources, form.sent),
    ]  # fmt: skip


def _message(form: EntryForm, asked: AskedEntry) -> list[Part]:
    at = partial(asked.spot, form)
    topics = asked.kader.lists.get("topics") if asked.kader else None
    known: Choices = [
        (one.code, capital(one.text.in_(language()))) for one in (topics.items if topics else ())
    ]
    return [
        Both(at("text"), (_("The line, in Dutch"), _("The line, in English")), needed=True),
        Choice(at("topic"), _("Topic"), known),
        Both(at("audience"), (_("For whom, in Dutch"), _("For whom, in English")), needed=True),
        _when(form, asked, "when", _("It is offered if")),
        Cites(at("cites"), asked.sources, form.sent),
    ]


def _chapter(form: EntryForm, asked: AskedEntry) -> list[Part]:
    at, kader = partial(asked.spot, form), asked.kader
    return [
        Both(at("title"), (_("The title, in Dutch"), _("The title, in English")), needed=True),
        Ticked(
            at("figures"), _("Figures that it shows"),
            _named((one.id, one.text) for one in (kader.figures if kader else ())), "",
        ),
        Ticked(
            at("action_lines"), _("Action lines that it shows"),
            _named((one.id, one.text) for one in (kader.action_lines if kader else ())), "",
        ),
        Ticked(
            at("preconditions"), _("Preconditions that it shows"),
            _named((one.id, one.text) for one in (kader.preconditions if kader else ())), "",
        ),
    ]  # fmt: skip


def _source(form: EntryForm, asked: AskedEntry) -> list[Part]:
    at = partial(asked.spot, form)
    others: Choices = [(one, title) for one, title in asked.sources.items() if one != asked.before.get("id")]
    return [
        Both(at("title"), (_("The title, in Dutch"), _("The title, in English")), needed=True),
        Words(at("publisher"), _("Who published it"), needed=True),
        Words(at("date"), _("Date"), _("As the source gives it, such as 2023-06-14.")),
        Words(at("url"), _("Address of the source")),
        Truth(
            at("available"), _("We have read it"), _("Untick it where only its place is known."),
            says_no=True, without=True,
        ),
        Both(at("note"), (_("A note, in Dutch"), _("A note, in English")), needed=False),
        Ticked(
            at("supersedes"), _("Takes the place of"), others,
            _("What rests only on these comes on the list to be read again."),
        ),
    ]  # fmt: skip


def _when(form: EntryForm, asked: AskedEntry, key: str, label: str) -> ConditionFields:
    """A condition that has to be there."""
    known = known_to(asked.kader, asked.kader.facts if asked.kader else {})
    return ConditionFields(asked.spot(form, key), known, label=label, note="", needed=True)


def _words(kinds: Iterable[str], words: Mapping[str, Text]) -> Choices:
    return [(str(one), capital(words[one].in_(language()))) for one in kinds]


def _named(parts: Iterable[tuple[str, Text]]) -> Choices:
    return [(name, f"{name}: {text.in_(language())}") for name, text in parts]


DECIDING_SHAPES: Mapping[str, EntryShape] = {
    "action_lines": EntryShape(
        parts=_action_line,
        order=("pillar", "number", "text", "applies", "cites", "measures"),
        name_pattern=r"\A[A-Za-z][A-Za-z0-9_]{0,19}\Z",
        name_help=gettext_lazy(
            "A letter and a number, such as E6. Its measures are named after it. It stays."
        ),
    ),
    "consultations": EntryShape(
        parts=_consultation,
        order=("when", "mandatory", "before", "reason", "question", "term_days", "shows", "cites"),
        named_by="desk",
        name_help=gettext_lazy("The code of the desk, as the list of desks has it, such as nctv."),
    ),
    "mandates": EntryShape(
        parts=_mandate,
        order=("role", "outcomes", "levels", "when", "second_person", "reason", "cites"),
        name_help=gettext_lazy("Small letters, digits and underscores, such as decider_alone. It stays."),
    ),
    "messages": EntryShape(
        parts=_message,
        order=("topic", "text", "audience", "when", "cites"),
        name_help=gettext_lazy("Small letters, digits and underscores, such as policy_line. It stays."),
    ),
    "report": EntryShape(
        parts=_chapter,
        order=("title", "figures", "action_lines", "preconditions"),
        name_help=gettext_lazy("Small letters, digits and underscores, such as summary. It stays."),
    ),
    "sources": EntryShape(
        parts=_source,
        order=("title", "publisher", "date", "url", "available", "note", "supersedes"),
        name_pattern=_CODE,
        name_help=gettext_lazy("Letters, digits and dashes, such as STRAT. Passages name it so. It stays."),
    ),
}
