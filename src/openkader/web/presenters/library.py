"""The library of a kader: what it rests on, which rules lean on which document, and what has to be read again."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.kader import Kader
from openkader.kader.library import Review, Use, followers, up_for_review, uses_of
from openkader.kader.sources import Source
from openkader.web.presenters.kader import Article, Chapter
from openkader.web.shell import said

_PARTS = {
    "constraints": gettext_lazy("Constraint"),
    "preconditions": gettext_lazy("Precondition"),
    "proposal": gettext_lazy("Rule"),
    "action_lines": gettext_lazy("Action line"),
    "measures": gettext_lazy("Measure"),
    "consultations": gettext_lazy("Advice"),
    "fillings": gettext_lazy("Question"),
    "mandates": gettext_lazy("Mandate"),
    "messages": gettext_lazy("Line to take"),
}


def shown_sources(kader: Kader) -> Chapter:
    """Where the kader comes from, and what it means that it was rebuilt."""
    meaning = (
        _(
            "Reconstructed means: the rules were read back from what was published about them. Where the publication "
            "is silent, the framework says so, or marks its own reading as such. An organisation replaces it by its "
            "own adopted text before it decides anything with it."
        )
        if kader.reconstructed
        else None
    )
    reviewed = {one.older for one in up_for_review(kader)}
    return {
        "id": "sources",
        "title": _("Where this framework comes from"),
        "text": said(kader.reconstructed) or said(kader.adopted),
        "paragraphs": [words for words in (meaning, said(kader.note), said(kader.adopted)) if words],
        "articles": [_source(kader, source, reviewed) for source in kader.sources.values()],
    }


def _source(kader: Kader, source: Source, reviewed: Collection[str]) -> Article:
    here = _("Yes") if source.available else _("No: its text could not be read here")
    found = uses_of(kader, source.id)
    newer = ", ".join(f"{said(one.title)} ({one.date})" for one in followers(kader, source.id))
    lines = [
        {"label": _("Publisher"), "value": source.publisher},
        {"label": _("Date"), "value": source.date},
        {"label": _("Available here"), "value": here},
        *([{"label": _("Followed by"), "value": newer}] if newer else []),
    ]
    return {
        "anchor": f"source-{source.id}",
        "title": said(source.title),
        "url": source.url,
        "text": said(source.note),
        "badge": _("To be read again") if source.id in reviewed else None,
        "lines": lines,
        "folded": [f"{named(use)} {passages(use, source.id)}".strip() for use in found],
        "folded_title": ngettext("Cited by %(count)s rule", "Cited by %(count)s rules", len(found))
        % {"count": len(found)},
    }


def named(use: Use) -> str:
    """A rule by its kind, its code and its words."""
    return f"{_PARTS[use.part]} {use.rule}: {said(use.text)}"


def passages(use: Use, source: str) -> str:
    """Where in a source a rule rests on, with the literal words where they are known."""
    places = []
    for one in use.passages:
        if one.source == source and (one.place or one.words):
            words = f"“{one.words}”" if one.words else ""
            places.append(" ".join(part for part in (words, f"({one.place})" if one.place else "") if part))
    return " ".join(places)


def shown_reviews(kader: Kader) -> list[Chapter]:
    """What rests on a document that was followed by a newer one; no chapter where there is nothing."""
    found = up_for_review(kader)
    if not found:
        return []
    text = _("These rest on a document that was followed by a newer one. Somebody has to read them again.")
    articles = [_review(kader, one) for one in found]
    return [{"id": "reviews", "title": _("To be read again"), "text": text, "articles": articles}]


def _review(kader: Kader, one: Review) -> Article:
    older, newer = kader.sources[one.older], kader.sources[one.newer]
    return {
        "title": named(one.use),
        "lines": [
            {"label": _("Rests on"), "value": dated(older)},
            {"label": _("Followed by"), "value": dated(newer)},
        ],
    }


def dated(source: Source) -> str:
    """A document with its date, as far as that is known."""
    return f"{said(source.title)} ({source.date or _('date unknown')})"
