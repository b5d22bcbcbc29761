"""The evaluation of a year: what the text declares beside what the register can count."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act, Person
from openkader.evaluation.account import Account, JudgedClaim, account_of
from openkader.evaluation.claims.checking import shipped_claims
from openkader.evaluation.verdict import Status
from openkader.kader.model import Pillar
from openkader.register import selectors
from openkader.register.interviews import interviews_here
from openkader.web.presenters.activities import said_of
from openkader.web.presenters.figures import shown_claim, shown_figure, shown_passage
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.shell import context, kader_url, made_up, said


@require_safe
@from_replica
def show_evaluation(request: HttpRequest, year: int) -> HttpResponse:
    """The figures and sentences of one year, each with its verdict and the way to its dossiers."""
    account = account_of(year, reader=person(request), told=("findings", "recommendations"))
    lost, newest = selectors.lost_evidence_and_newest(year)
    page = {
        "kicker": said(account.kader.organisation),
        "title": _("Evaluation of the year %(year)s") % {"year": year},
        "lead": _(
            "What the published evaluation says, beside what the register can count. "
            "Every number leads to the dossiers behind it."
        ),
        "papers": _papers(year),
        "ways": _ways(year, person(request)),
        "tally": _tally(account),
        "lost": len(lost),
        "claims": [
            shown_claim(account, judged) for judged in account.claims if judged.status is not Status.PROVED
        ],
        "borne": [_borne(account, judged) for judged in account.claims if judged.status is Status.PROVED],
        "borne_columns": [{"label": _("Sentence")}, {"label": _("Register"), "number": True}],
        "figures": [shown_figure(account, figure) for figure in account.figures.values()],
        "figures_caption": _("Figures of %(year)s") % {"year": year},
        "pillars": _findings(account),
        "recommendations": _recommendations(account),
    }
    crumbs = [(_("Evaluation"), None)]
    fictional = made_up(account.source)
    values = context(
        request,
        year=year,
        kader=account.kader,
        page=page,
        crumbs=crumbs,
        fictional=fictional,
        newest=newest,
    )
    return render(request, "web/pages/evaluation.html", values)


def _papers(year: int) -> list[dict[str, str]]:
    """The same as a file: to edit, to keep, and to send on as a page."""
    labels = {"docx": "Word", "pdf": "PDF", "html": _("one page (HTML)")}
    return [
        {"label": label, "url": reverse("evaluation_file", args=[year, paper])}
        for paper, label in labels.items()
    ]


def _ways(year: int, reader: Person) -> list[dict[str, str]]:
    """Where the evaluation of the year goes on; what is written and who was spoken to is for colleagues."""
    works_here = reader.may(Act.READ_CASES)
    found = [
        (True, "evaluation_text", _("Text of the evaluation")),
        (works_here, "evaluation_writing", _("Write the evaluation")),
        (
            shipped_claims(year) is not None,
            "claims",
            _("Claims: the published text checked sentence by sentence"),
        ),
        (True, "coverage", _("Coverage: which action lines are proved for each activity")),
        (True, "context", _("What others say")),
        (works_here and interviews_here() is not None, "interviews", _("Interviews")),
        (True, "open_data", _("Open data: the public part of the register and the figures as files")),
    ]
    ways = [
        {"label": label, "url": reverse(name, args=[year])} for is_there, name, label in found if is_there
    ]
    return [*ways, {"label": _("Beside other years"), "url": reverse("compare")}]


def _tally(account: Account) -> list[dict[str, object]]:
    """How many sentences came out how."""
    found = Counter(judged.status for judged in account.claims)
    return [{"count": found[status], "status": status} for status in Status if found[status]]


def _borne(account: Account, judged: JudgedClaim) -> dict[str, object]:
    """A sentence that the register bears, in one line."""
    figure = shown_figure(account, judged.figure)
    return {
        "title": figure["label"],
        "url": figure["url"],
        "note": f"“{judged.claim.sentence}”",
        "cells": [{"value": figure["value"], "number": True, "label": _("Register")}],
    }


def _findings(account: Account) -> list[dict[str, object]]:
    """What the year's evaluation found on the preconditions and on each action line."""
    found = {str(row["line"]): said_of(row, "label") for row in account.records.get("findings", ())}
    url = kader_url(account.kader)
    names = {Pillar.ECONOMIC: _("Economic risks"), Pillar.HUMAN_RIGHTS: _("Human rights")}
    parts = [("preconditions", _("Preconditions"), [(x.id, x.text) for x in account.kader.preconditions])]
    parts += [
        (pillar, name, [(line.id, line.text) for line in account.kader.action_lines if line.pillar is pillar])
        for pillar, name in names.items()
    ]
    return [
        {
            "id": part,
            "label": name,
            "note": _("With the finding of the evaluation."),
            "lines": [
                {"id": line, "text": said(text), "finding": found.get(line), "url": f"{url}#{line}"}
                for line, text in lines
            ],
        }
        for part, name, lines in parts
    ]


def _recommendations(account: Account) -> list[dict[str, object]]:
    return [
        {
            "id": str(row["id"]).rpartition("-")[2],
            "text": said_of(row, "label"),
            "url": reverse("recommendation", args=[row["id"]]),
            "passage": shown_passage(row["passage"], account.source),
        }
        for row in account.records.get("recommendations", ())
    ]


def evaluation_crumb(year: int) -> tuple[str, str]:
    """The way back to the evaluation."""
    return _("Evaluation"), reverse("evaluation", args=[year])
