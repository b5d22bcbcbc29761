"""Publications in words: fields and their values, choices and grounds, for colleagues and for everybody."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openkader.base.text import capital
from openkader.casework.period import Period
from openkader.casework.publishing import CATEGORIES, GROUNDS, Category, ItemForm, PublicationState, Subject
from openkader.casework.vocabulary import Precision
from openkader.publication.periods import shown_period
from openkader.web.marks import MARKS
from openkader.web.presenters.names import AGREEMENTS, Words, country_name, name_of
from openkader.web.presenters.parties import CASE_KINDS
from openkader.web.shell import language, said

Shown = dict[str, object]
SUBJECTS: Words = {
    Subject.AGREEMENT: _("Agreement"),
    Subject.ACTIVITY: _("Activity"),
    Subject.EVALUATION: _("Evaluation"),
}
STATES: Words = {
    PublicationState.CONCEPT: pgettext_lazy("publication", "not public yet"),
    PublicationState.PUBLISHED: pgettext_lazy("publication", "public"),
    PublicationState.REVOKED: pgettext_lazy("publication", "revoked"),
}
STANDINGS: Words = {code: mark.word for code, mark in MARKS["standing"].items()}
LABELS: Words = {
    "title": _("Name"),
    "about": _("What it is about"),
    "aim": _("Aim"),
    "status": _("How it stands"),
    "standing": _("How it stands"),
    "kind": _("Kind"),
    "country": _("Country"),
    "place": _("Place"),
    "signed": _("Day of signing, or of the newest change"),
    "from": _("In force from"),
    "until": _("Until"),
    "years": _("Number of years that it states"),
    "period": _("When"),
    "party": pgettext_lazy("publication", "Organisation"),
    "file": _("Document"),
    "year": _("Year"),
    "adopted": _("Adopted on"),
    "digest": _("Digest of everything that was adopted"),
}


def label_of(code: str) -> str:
    """What a field is called."""
    return name_of(LABELS, code) or code


def shown_value(form: str, value: Any) -> str | None:
    """The value of a field in words; None where nobody knows it."""
    if value is None:
        return None
    say = _SAID.get(ItemForm(form))
    return say(value) if say else str(value)


def _period(value: Mapping[str, str]) -> str | None:
    first, last = date.fromisoformat(value["from"]), date.fromisoformat(value["to"])
    return shown_period(Period(first, last, Precision(value["precision"])))


def _word_of(words: Words) -> Callable[[Any], str | None]:
    return lambda code: capital(name_of(words, code) or "")


def _in_language(value: Mapping[str, str]) -> str:
    return value[language()]


_SAID: Mapping[ItemForm, Callable[[Any], str | None]] = {
    ItemForm.TEXT: _in_language,
    ItemForm.PARTY: _in_language,
    ItemForm.DOCUMENT: lambda value: f"{value['name']} ({filesizeformat(value['size'])})",
    ItemForm.DAY: lambda value: date_format(date.fromisoformat(value), "j F Y"),
    ItemForm.PERIOD: _period,
    ItemForm.COUNTRY: country_name,
    ItemForm.KIND: _word_of(CASE_KINDS),
    ItemForm.STANDING: _word_of(STANDINGS),
    ItemForm.STATUS: _word_of(AGREEMENTS),
}


def shown_items(items: Iterable[Mapping[str, Any]]) -> list[Shown]:
    """The fields of what was frozen; several organisations stand under one label."""
    found: dict[str, list[str]] = {}
    for item in items:
        found.setdefault(label_of(item["label"]), []).append(shown_value(item["form"], item["value"]) or "–")
    return [
        {"label": label, "points": values} if len(values) > 1 else {"label": label, "value": values[0]}
        for label, values in found.items()
    ]


def shown_withheld(items: Iterable[Mapping[str, Any]]) -> list[Shown]:
    """What is not shown, each with its ground and where that stands in the law."""
    return [
        {
            "label": label_of(item["label"]),
            "ground": ground_words(item["ground"]),
            "url": GROUNDS[item["ground"]].url,
        }
        for item in items
    ]


def ground_words(code: str) -> str:
    """A ground with its place in the law and what it protects."""
    ground = GROUNDS[code]
    return f"{said(ground.place)}: {said(ground.protects)}"


def category_words(category: Category | None) -> str:
    """What a category is called; empty where there is none."""
    return capital(said(CATEGORIES[category].label) or "") if category else ""
