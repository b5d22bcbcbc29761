"""What the form of a question asks, and of what no case can be."""

from collections.abc import Mapping
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.base.text import capital
from openkader.web.forms.kader_asked import known_to
from openkader.web.forms.kader_condition_fields import ConditionFields
from openkader.web.forms.kader_entries import AskedEntry, EntryForm, EntryShape
from openkader.web.forms.kader_entry_parts import Both, Choice, Part
from openkader.web.forms.kader_entry_rows import Cites
from openkader.web.forms.kader_options import Options
from openkader.web.forms.kader_question_parts import Kind, Ticked, Worsens
from openkader.web.forms.kader_values import Choices
from openkader.web.presenters.kader_readings import all_words, readings_in, uses_of_codes
from openkader.web.presenters.names import ANSWERERS
from openkader.web.shell import language


def _question(form: EntryForm, asked: AskedEntry) -> list[Part]:
    at, name = partial(asked.spot, form), str(asked.before.get("id") or "")
    read = readings_in(asked.kader).get(name, ())
    known = asked.older.facts.get(name) if asked.older else None
    answerers: Choices = [(code, capital(str(words))) for code, words in ANSWERERS.items()]
    return [
        Both(
            at("label"), (_("What it is about, in Dutch"), _("What it is about, in English")), needed=True,
            help_text=_("As it stands in a sentence: the kind of request."),
        ),
        Both(
            at("question"), (_("The question, in Dutch"), _("The question, in English")), needed=False,
            help_text=_("Needed where somebody is asked. A question that a table answers has none."),
        ),
        Both(
            at("help"), (_("Help with the question, in Dutch"), _("Help with the question, in English")), needed=False,
        ),
        Choice(at("answered_by"), _("Who is asked"), answerers, none=_("Nobody: a table answers it")),
        Kind(at("type"), all_words(read), known.type if known else None),
        Both(
            at("yes"), (_("If so, in Dutch"), _("If so, in English")), needed=False,
            help_text=_("For yes or no, and for several answers: the sentence if it is so, or if there are any."),
        ),
        Both(at("no"), (_("If not, in Dutch"), _("If not, in English")), needed=False),
        Ticked(
            at("options_from"), _("Answers from lists"), _lists(asked),
            _("All that stands on these lists can be answered too."),
        ),
        Worsens(at("worsens")),
        Options(at("options"), form.sent, asked.first, uses_of_codes(read)),
    ]  # fmt: skip


def _constraint(form: EntryForm, asked: AskedEntry) -> list[Part]:
    at, facts = partial(asked.spot, form), asked.kader.facts if asked.kader else {}
    return [
        Both(at("text"), (_("What cannot be, in Dutch"), _("What cannot be, in English")), needed=True),
        ConditionFields(
            at("never"), known_to(asked.kader, facts), label=_("No case is so that"),
            note=_("It changes no proposal. A dossier whose answers are so is told that they do not go together."),
        ),
        Cites(at("cites"), asked.sources, form.sent),
    ]  # fmt: skip


def _lists(asked: AskedEntry) -> Choices:
    known = asked.kader.lists.values() if asked.kader else ()
    return [(one.id, capital(one.title.in_(language()))) for one in known]


QUESTION_SHAPES: Mapping[str, EntryShape] = {
    "facts": EntryShape(
        parts=_question,
        order=(
            "type", "label", "question", "help", "yes", "no", "answered_by", "worsens", "options", "options_from",
        ),
        name_help=gettext_lazy("Small letters, digits and underscores, such as own_line. Rules name it so. It stays."),
    ),
    "constraints": EntryShape(
        parts=_constraint,
        order=("text", "never", "cites"),
        name_help=gettext_lazy("Small letters, digits and underscores, such as talk_has_nobody. It stays."),
    ),
}  # fmt: skip
