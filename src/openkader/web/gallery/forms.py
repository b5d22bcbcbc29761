"""Forms: a field, what is wrong with one, the questions of a case and its decision."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.casework.mandate import Mandated
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import AccountRole
from openkader.register.selectors import Case
from openkader.register.selectors.case import questions_of
from openkader.web.forms.case import AnswersForm
from openkader.web.forms.decision import DecisionForm
from openkader.web.forms.screening import EscalationForm, NoteForm
from openkader.web.gallery.example import Example
from openkader.web.presenters.deciding import shown_deciding
from openkader.web.presenters.work import (
    shown_assessing,
    shown_questions,
)

# Whoever may do everything that a form shows.
_READER = Person(name="", roles=frozenset({AccountRole.ADVISER, AccountRole.DECIDER}))


def examples(case: Case) -> list[Example]:
    """The forms in which a case is worked on, as they stand in a dossier."""
    questions = shown_questions(case, AnswersForm(questions_of(case), {}), _READER)
    mandated = Mandated(roles=_READER.roles, mandates=case.weighed.mandates)
    decision = DecisionForm(case.weighed.kader, {}, initial={"seen": 0})
    return [
        *_fields(),
        Example("question", gettext_lazy("A question of the framework"), {"question": _another(case)}),
        Example(
            "assessing",
            gettext_lazy("A button that is off, and why"),
            {"assessing": shown_assessing(case, _READER)},
        ),
        Example("questions", gettext_lazy("All questions of a case"), {"questions": questions}),
        Example(
            "deciding",
            gettext_lazy("Taking a decision"),
            {"deciding": shown_deciding(case, decision, mandated)},
        ),
    ]


def _fields() -> list[Example]:
    wrong = EscalationForm({"to": "", "text": ""}, prefix="gallery")
    wrong.is_valid()
    summary = {"form": wrong, "refusals": [_("Somebody else was first.")]}
    field = NoteForm(prefix="gallery")["published_on"]
    return [
        Example("field", gettext_lazy("A field with help"), {"field": field}),
        Example("field_errors", gettext_lazy("What is wrong with a field"), {"field": wrong["text"]}),
        Example("error_summary", gettext_lazy("Everything that is wrong with a form"), summary),
    ]


def _another(case: Case) -> object:
    """One question apart, under names that the form with all of them does not use."""
    form = AnswersForm(questions_of(case), {}, prefix="gallery")
    answered = shown_questions(case, form, _READER)["answered"]
    assert isinstance(answered, list)  # noqa: S101 - as it is made
    return answered[0] | {"anchor": "q-gallery"}
