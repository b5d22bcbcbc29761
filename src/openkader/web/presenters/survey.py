"""A survey in words, for the participant who answers it."""

from collections.abc import Mapping

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.casework.effect import Answered, Consent, QuestionSort, SurveyForm, SurveyQuestion
from openkader.register.selectors import SurveyPage
from openkader.web.shell import day_words, language

CONSENTS: Mapping[Consent, str | Promise] = {
    Consent.NAMED: gettext_lazy("Yes, with my name and organisation"),
    Consent.UNNAMED: gettext_lazy("Yes, without my name"),
    Consent.NONE: gettext_lazy("No"),
}


def shown_survey(row: SurveyPage, form: forms.Form | None, *, is_told: bool = False) -> dict[str, object]:
    """Everything that the page says; with what was answered only where that is told."""
    survey = row.form
    return {
        "kicker": _("Your experience"),
        "title": survey.title.in_(language()),
        "introduction": survey.introduction.in_(language()),
        "activity": row.activity.in_(language()),
        "wave": row.wave.text.in_(language()),
        "recipient": row.recipient,
        "due": day_words(row.due_on),
        "said": [text.in_(language()) for text in (survey.own_form, survey.use)],
        "privacy": [survey.privacy.in_(language()), kept_words(survey)],
        "answered": day_words(row.answered_on) if row.answered_on else "",
        "answers": shown_answers(survey, row.said) if is_told and row.said else [],
        "fields": [form[one.id] for one in survey.questions] if form else [],
    }


def kept_words(survey: SurveyForm) -> str:
    """How long answers are kept; where the organisation has no term for it, that."""
    if survey.kept is not None:
        return survey.kept.in_(language())
    return _("How long we keep this has not been laid down yet. You may ask us to see, correct or remove it.")


def shown_answers(survey: SurveyForm, said: Answered) -> list[dict[str, object]]:
    """Each question with what was answered to it."""
    return [
        {"question": one.text.in_(language()), "answers": _answered(one, said)} for one in survey.questions
    ]


def _answered(question: SurveyQuestion, said: Answered) -> list[str]:
    if question.sort is QuestionSort.CONSENT:
        return [str(CONSENTS[said.consent])]
    if question.sort is QuestionSort.WORDS:
        return [said.words] if said.words else []
    chosen = said.chosen.get(question.id, ())
    return [one.text.in_(language()) for one in question.options if one.id in chosen]
