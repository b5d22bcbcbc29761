"""The core and the shell of those who take part: who came often, who came once, and what nobody can say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.numbers import number_in
from openkader.casework.permissions import Act, Person
from openkader.evaluation.comparing import Column
from openkader.evaluation.core_and_shell import Rule
from openkader.evaluation.taking_part import Took, declared_parties, took_part
from openkader.evaluation.years import columns_of
from openkader.register.selectors.known_years import KnownYear, known_years
from openkader.web.presenters.comparing import framing_year, misread_notes, practised
from openkader.web.presenters.core import (
    PER_PAGE,
    said_rule,
    shown_honesty,
    shown_numbers,
    shown_picture,
    shown_takers,
    shown_years,
)
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.shell import context, said, timeless_context
from openkader.web.year_choice import YEARS, YearChoice, years_in, years_word

PARTICIPATIONS, LEAST_YEARS, FROM = "deelnames", "jaren_minst", "vanaf"
_USUAL = Rule()
_MOST = 99


@dataclass(frozen=True, slots=True)
class _Asked:
    """What stands in the address."""

    choice: YearChoice
    rule: Rule
    start: int
    wrong: tuple[str, ...]


@require_safe
@from_replica
def show_core(request: HttpRequest) -> HttpResponse:
    """Those of the own region who took part in the chosen years; without any, in all that happened."""
    known = known_years()
    asked = _asked(request, known)
    columns = columns_of(asked.choice.years, known)
    counted = [column for column in columns if column.kader is not None]
    page = _frame(asked, known)
    if not counted:
        page["notes"] = misread_notes(asked.choice, columns, asked.wrong)
        return render(request, "web/pages/core.html", timeless_context(request, page=page))
    newest = counted[-1]
    page |= _page(asked, columns, person(request))
    values = context(
        request,
        year=framing_year(counted),
        kader=newest.kader,  # type: ignore[arg-type]
        page=page,
        crumbs=[(_("Years beside each other"), reverse("compare")), (str(page["title"]), None)],
        fictional=practised(columns),
    )
    return render(request, "web/pages/core.html", values)


def _asked(request: HttpRequest, known: Sequence[KnownYear]) -> _Asked:
    """What was made up is shown when somebody asks for it, or when there is nothing else."""
    real = [one.year for one in known if not one.is_made_up]
    times, wrong_times = _least(request, PARTICIPATIONS, _USUAL.participations)
    years, wrong_years = _least(request, LEAST_YEARS, _USUAL.years)
    return _Asked(
        choice=years_in(request.GET.get(YEARS, ""), real or [one.year for one in known]),
        rule=Rule(times, years),
        start=number_in(request.GET.get(FROM, "")) or 0,
        wrong=tuple(word for word in (wrong_times, wrong_years) if word),
    )


def _least(request: HttpRequest, name: str, usual: int) -> tuple[int, str]:
    """A number from one up; what is none is told, and the usual one counts."""
    word = request.GET.get(name, "").strip()
    number = number_in(word)
    if number is not None and 1 <= number <= _MOST:
        return number, ""
    return usual, word[:20]


def _frame(asked: _Asked, known: Sequence[KnownYear]) -> dict[str, Any]:
    made_up = [one.year for one in known if one.is_made_up]
    return {
        "title": _("Core and shell"),
        "lead": _("Who took part often and over the years, and who came once."),
        "years": years_word(asked.choice.years),
        "known": years_word([one.year for one in known]),
        "practice": years_word([year for year in made_up if year not in asked.choice.years]),
        "rule": asked.rule,
        "all_url": reverse("core"),
        "compare_url": f"{reverse('compare')}?{urlencode({YEARS: years_word(asked.choice.years)})}",
    }


def _page(asked: _Asked, columns: Sequence[Column], reader: Person) -> dict[str, Any]:
    counted = [column for column in columns if column.kader is not None]
    took = took_part([column.year for column in counted], asked.rule, reader=reader)
    start = asked.start if asked.start < len(took.seen.takers) else 0
    return {
        "kicker": said(counted[-1].kader.organisation) if counted[-1].kader else "",
        "notes": misread_notes(asked.choice, columns, asked.wrong),
        "said_rule": said_rule(asked.rule),
        "numbers": shown_numbers(took),
        "honesty": shown_honesty(took, _declared(counted, took)),
        "by_year": shown_years(took, columns),
        "takers": shown_takers(took, start, leads=reader.may(Act.READ_CASES)),
        "picture": shown_picture(took, counted, start),
        **_pages(asked, took, start),
    }


def _declared(counted: Sequence[Column], took: Took) -> int | None:
    """Of one year alone; over several nobody declares anything."""
    if len(counted) != 1 or counted[0].kader is None:
        return None
    return declared_parties(counted[0].year, counted[0].kader, took.whole)


def _pages(asked: _Asked, took: Took, start: int) -> dict[str, str]:
    chosen = {
        YEARS: years_word(asked.choice.years),
        PARTICIPATIONS: asked.rule.participations,
        LEAST_YEARS: asked.rule.years,
    }
    following = start + PER_PAGE
    more = following < len(took.seen.takers)
    return {
        "first": urlencode(chosen) if start else "",
        "next": urlencode({**chosen, FROM: following}) if more else "",
    }
