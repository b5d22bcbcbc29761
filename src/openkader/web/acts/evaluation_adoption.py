"""What is done with a whole evaluation: adopt it, and once it is adopted correct it and say why a figure changed."""

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound, Refusal
from openkader.casework.evaluating import LANGUAGES, in_the_way
from openkader.casework.permissions import HOUSE, NOBODY, Act
from openkader.evaluation.account import account_of, as_json
from openkader.evaluation.frozen import Difference, changed_figures, differences
from openkader.evaluation.summary import Summary, reading_in
from openkader.register import selectors, services
from openkader.register.evaluation_entries import AdoptionEntry, ErratumEntry, RestatementEntry
from openkader.register.evaluations import bound_in, quotes_named_in, readiness, shown_digest
from openkader.register.quoting import NamedQuotes
from openkader.register.selectors import AdoptedRow
from openkader.web.acts.deeds import Deeds, Manner
from openkader.web.acts.evaluation import Evaluating, evaluating
from openkader.web.acts.evaluation_parts import parts_known, parts_to_freeze
from openkader.web.forms.evaluation import AdoptForm, ErratumForm, RestateForm
from openkader.web.shell import said


@dataclass(frozen=True, kw_only=True)
class Adopting(Evaluating):
    """A whole evaluation, before and after it was adopted."""

    adopted: AdoptedRow | None

    def entry(self, seen: str, account: dict[str, Any], inside: dict[str, Any]) -> AdoptionEntry:
        """All of it as it would be frozen now; to look at, without the rows."""
        texts = [one.row.text for one in self.written.values()]
        return AdoptionEntry(
            year=self.year,
            seen=seen,
            kader_digest=self.kader.digest,
            chapters=tuple((one.id, {"nl": one.title.nl, "en": one.title.en}) for one in self.flat),
            account=account,
            account_digest=self.summary["digest"],
            inside=inside,
            figures=self.readings(texts),
            parts=parts_known(),
            drawn=self.drawn,
        )

    @cached_property
    def drawn(self) -> dict[str, dict[str, Any]]:
        """The tables and charts that its texts take, as they would be frozen now."""
        return parts_to_freeze(self.in_public, self.written, self.kader, self.head)

    @cached_property
    def quotes(self) -> NamedQuotes:
        """The quotes that its texts name, with what consent there is."""
        texts = [one.row.text for one in self.written.values()]
        return selectors.quotes_named(self.year, quotes_named_in(texts), NOBODY)

    @cached_property
    def shown(self) -> str:
        """The digest of what is shown."""
        entry = self.entry("", {}, {})
        bound = bound_in(self.drawn, self.quotes.told)
        return shown_digest(self.written, entry.account_digest, entry.figures, bound)

    def refusals(self) -> tuple[Refusal, ...]:
        """Everything that keeps it from being adopted by whoever reads this."""
        if self.found is None:
            return ()
        entry = self.entry(self.shown, {}, {})
        return in_the_way(readiness(selectors.whole_evaluation(self.found), entry, self.by, self.quotes))

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """The figures that count otherwise than when it was adopted."""
        return differences_since(self.adopted, self.summary) if self.adopted else ()

    def erratum_form(self, data: Any = None) -> ErratumForm:
        """The form of a correction, with the chapters of this evaluation in their languages."""
        found = [
            (f"{one.id} {language}", f"{said(one.title)} ({language})")
            for one in self.flat
            for language in self.languages
        ]
        return ErratumForm(found, data)


def adopting(request: HttpRequest, now: Any, year: int) -> Adopting:
    """The whole evaluation that an address names; one that nobody began is not found."""
    place = evaluating(request, now, year)
    if place.found is None:
        raise NotFound("evaluation", str(year))
    values = {one.name: getattr(place, one.name) for one in fields(place)}
    adopted = selectors.adopted_evaluation(year) if place.found.sha256 else None
    return Adopting(**values, adopted=adopted)


def differences_since(adopted: AdoptedRow, summary: Summary) -> tuple[Difference, ...]:
    """The figures that count otherwise since, as everybody may see them; only their rows are read."""
    content = adopted.content
    changed = changed_figures(content["account"], summary)
    if not changed:
        return ()
    return differences(content["account"], as_json(account_of(content["year"], changed, reader=NOBODY)))


def _adopt(place: Adopting, form: forms.Form) -> str:
    public, inside = (as_json(account_of(place.year, reader=reader)) for reader in (NOBODY, HOUSE))
    entry = place.entry(form.cleaned_data["seen"], public, inside)
    sha256 = services.adopt_evaluation(entry, **place.hand)
    return _("The evaluation is adopted, under the digest %(digest)s.") % {"digest": sha256[:12]}


def _correct(place: Adopting, form: forms.Form) -> str:
    words = form.cleaned_data
    chapter, _space, language = words["chapter"].rpartition(" ")
    entry = ErratumEntry(
        year=place.year,
        chapter=chapter,
        language=language or LANGUAGES[0],
        said=words["said"],
        must_say=words["must_say"],
        why=words["why"],
    )
    number = services.add_erratum(entry, **place.hand)
    return _("Erratum %(number)s stands with the evaluation.") % {"number": number}


def _restate(place: Adopting, form: forms.Form) -> str:
    words = form.cleaned_data
    now = reading_in(place.summary, words["figure"])
    if now is None:
        raise NotFound("figure", words["figure"])
    entry = RestatementEntry(year=place.year, figure=words["figure"], now=now, why=words["reason"])
    services.restate_figure(entry, **place.hand)
    return _("It is noted that this figure counts otherwise, and why.")


ADOPTION_ACTS: Deeds[Adopting] = {
    "adopt": (Act.DECIDE, lambda place: AdoptForm(place.request.POST), _adopt),
    "correct": (Act.EVALUATE, lambda place: place.erratum_form(place.request.POST), _correct),
    "restate": (Act.EVALUATE, lambda place: RestateForm(place.request.POST), _restate),
}
ADOPTION_MANNER = Manner(of="evaluation")
