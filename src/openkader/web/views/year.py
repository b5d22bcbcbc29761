"""A year at a glance: its figures, its months, its activities, and what is not known of it."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act, Person
from openkader.evaluation.account import Account, account_of
from openkader.evaluation.explaining import say_range
from openkader.register import selectors
from openkader.register.partners import partner_here
from openkader.register.selectors.annex import first_activities, undated_activities
from openkader.register.survey_forms import survey_form_here
from openkader.web.doors import note_readings
from openkader.web.presenters.activities import shown_activity, shown_moment_of
from openkader.web.presenters.figures import shown_figure
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.shell import context, language, made_up, said

_CHOSEN = (
    "activities",
    "incoming_delegations",
    "participations",
    "parties_distinct",
    "agreements_signed",
    "exploratory_talks",
    "other_country_activities",
    "responsible_business_incoming",
)

_MOST = 200


@require_safe
@from_replica
def show_year(request: HttpRequest, year: int) -> HttpResponse:
    """The overview of one year."""
    account = account_of(year, _CHOSEN, reader=person(request))
    activities, is_cut = first_activities(year, _MOST, reader=person(request))
    note_readings(request, [str(row["id"]) for row in activities])
    own = [row for row in activities if row["number"] == 1]
    undated = (
        undated_activities(year, reader=person(request))
        if is_cut
        else sum(row["period"] is None for row in own)
    )
    page = {
        "year": year,
        "kicker": _("Register of %(year)s") % {"year": year},
        "title": _title(account),
        "lead": _(
            "Every figure is counted from the register and leads back to its dossiers. "
            "What the source does not say is shown as unknown."
        ),
        "figures": _cards(account),
        "investments_url": _investments_url(year, person(request)),
        "coverage_url": reverse("coverage", args=[year]),
        "effects_url": reverse("effects", args=[year]) if survey_form_here() else "",
        "evaluation_url": reverse("evaluation", args=[year]),
        "moments": []
        if is_cut  # of so many a drawing shows nothing
        else [shown_moment_of(row, mark, account.kader) for mark, row in enumerate(own, 1)],
        "timeline_title": _("Activities of %(year)s by month and kind") % {"year": year},
        "activities": [shown_activity(row, mark, account.kader) for mark, row in enumerate(own, 1)],
        "annex_caption": _("Activities of %(year)s") % {"year": year},
        "annex_lead": _lead(is_cut=is_cut),
        "annex_total": _total(account),
        "others": [shown_activity(row, None, account.kader) for row in activities if row["number"] != 1],
        "gaps": _gaps(account, undated, person(request)),
    }
    fictional = made_up(account.source)
    values = context(request, year=year, kader=account.kader, page=page, fictional=fictional)
    return render(request, "web/pages/year.html", values)


def _lead(*, is_cut: bool) -> str:
    """What the table holds; where it is only a part, that all of it stands behind the figure."""
    words = _("Only activities that were asked for and got a green light, as in the annex of the evaluation.")
    if not is_cut:
        return words
    more = _("These are the first %(most)s by date. All stand behind the figure ‘activities’ above.")
    return f"{words} {more % {'most': _MOST}}"


def _investments_url(year: int, reader: Person) -> str:
    """Where a colleague reads what the partner stated of investments; where there is a partner at all."""
    is_there = partner_here() is not None and reader.may(Act.READ_CASES)
    return reverse("investments", args=[year]) if is_there else ""


def _title(account: Account) -> str:
    return _("%(title)s: the year %(year)s") % {"title": said(account.kader.title), "year": account.year}


def _cards(account: Account) -> list[dict[str, object]]:
    """The figures that open the year, as far as the kader has them."""
    return [shown_figure(account, account.figures[name]) for name in _CHOSEN if name in account.figures]


def _total(account: Account) -> dict[str, object]:
    def number(name: str) -> str | None:
        figure = account.figures.get(name)
        return None if figure is None else say_range(figure.count.range, language())

    return {
        "label": _("Together (participations, not different parties)"),
        "parties": number("participations"),
        "agreements": number("agreements_signed"),
    }


def _gaps(account: Account, undated: int, reader: Person) -> list[Mapping[str, object]]:
    """What nobody can count: rows of which the number is unknown, and what a row lacks."""
    gaps: list[Mapping[str, object]] = [
        {"label": said(title), "value": None, "why": said(remark) or ""}
        for title, remark in selectors.unnumbered_of(account.year, reader=reader).values()
    ]
    unnamed = account.figures.get("parties_distinct")
    if unnamed is not None and unnamed.count.range.value is None:
        words = _("Therefore the number of different parties is a range.")
        gaps.append({"label": _("Names of the parties that took part"), "value": None, "why": words})
    if undated:
        gaps.append({"label": _("Date of %(count)s activities") % {"count": undated}, "value": None})
    return gaps
