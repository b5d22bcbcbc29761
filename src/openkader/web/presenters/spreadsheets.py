"""A register in a spreadsheet before and after it is taken over, as its pages show it."""

from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.base.errors import Problem
from openkader.base.messages import MESSAGES, sentence
from openkader.casework.spreadsheet import Column, Field, Read, TakenRow, WorkedOn
from openkader.casework.spreadsheet import Mapping as Chosen
from openkader.casework.spreadsheet.summary import summary_of
from openkader.casework.spreadsheet.words import Outcome
from openkader.register.selectors.spreadsheets import SpreadsheetLine
from openkader.web.columns_asked import column_name
from openkader.web.presenters.names import ACTIONS, country_name, name_of
from openkader.web.presenters.parties import CASE_KINDS
from openkader.web.shell import language, shown_moment

SHOWN_ROWS = 20
SHOWN_PROBLEMS = 2_000
_MOST_WORDS = 12
FIELDS: Mapping[Field, str | Promise] = {
    Field.NUMBER: gettext_lazy("number of the case"),
    Field.TITLE: gettext_lazy("subject (needed)"),
    Field.KIND: gettext_lazy("kind of request"),
    Field.COUNTRY: gettext_lazy("country"),
    Field.PROGRAMME: gettext_lazy("relation"),
    Field.RECEIVED: gettext_lazy("received on"),
    Field.HELD: gettext_lazy("took place on, or from"),
    Field.HELD_UNTIL: gettext_lazy("took place until"),
    Field.YEAR: gettext_lazy("year"),
    Field.REQUESTER: gettext_lazy("who asked (organisation)"),
    Field.COUNTERPART: gettext_lazy("foreign party (organisation)"),
    Field.OWN_PARTY: gettext_lazy("own parties (organisations)"),
    Field.OWN_NUMBER: gettext_lazy("number of own parties"),
    Field.OUTCOME: gettext_lazy("outcome"),
    Field.REASON: gettext_lazy("reason of the outcome"),
    Field.AIM: gettext_lazy("aim"),
    Field.PLACE: gettext_lazy("place"),
    Field.OFFICE_HOLDER: gettext_lazy("office-holder present, yes or no"),
    Field.AGREEMENT_FORM: gettext_lazy("agreement: its form"),
    Field.SIGNED: gettext_lazy("agreement: signed on"),
    Field.RUNS_UNTIL: gettext_lazy("agreement: runs until"),
    Field.NOTE: gettext_lazy("remark, kept word for word"),
    Field.IGNORED: gettext_lazy("not taken over"),
}
OUTCOMES: Mapping[Outcome, str | Promise] = {
    Outcome.CARRIED_OUT: gettext_lazy("carried out"),
    Outcome.TAKE_UP: gettext_lazy("agreed"),
    Outcome.TAKE_UP_WITH_CONDITIONS: gettext_lazy("agreed with conditions"),
    Outcome.HOLD: gettext_lazy("on hold"),
    Outcome.REFER: gettext_lazy("referred"),
    Outcome.REFUSE: gettext_lazy("refused"),
    Outcome.WITHDRAWN: gettext_lazy("withdrawn"),
    Outcome.OPEN: gettext_lazy("still open"),
}
_UNREAD = {"spreadsheet.no-outcome": Field.OUTCOME, "spreadsheet.no-kind": Field.KIND}


def shown_sheet(read: Read, mapping: Chosen, known: int) -> dict[str, object]:
    """Everything that was read, in the order in which somebody checks it."""
    return {
        "counts": _counts(read, known),
        "years": ", ".join(f"{year}: {number}" for year, number in read.by_year.items()),
        "columns_wrong": said_problems(read.columns_wrong),
        "problems": said_problems(read.problems[:SHOWN_PROBLEMS]),
        "more_problems": max(0, len(read.problems) - SHOWN_PROBLEMS),
        "bad": len(read.bad),
        "columns": [_column(column) for column in read.layout.columns],
        "words": list(_words(read, mapping)),
        "sheets": _sheets(read),
        "all_held": mapping.all_held,
        "rows": [_row(row) for row in read.rows[:SHOWN_ROWS]],
        "more": max(0, len(read.rows) - SHOWN_ROWS),
        "new": len(read.rows) - known,
    }


def _counts(read: Read, known: int) -> list[dict[str, object]]:
    found = summary_of(read.rows)
    return [
        {"label": _("Dossiers"), "value": found.cases - known},
        {"label": _("Wrong rows"), "value": len(read.bad)},
        {"label": _("Here already"), "value": known},
        {"label": _("Took place"), "value": found.held},
        {"label": _("Without an outcome"), "value": found.undecided, "note": _("They stand open.")},
        {
            "label": _("Without a relation"),
            "value": found.without_relation,
            "note": _("They count in no figure of a relation."),
        },
        {
            "label": _("Agreements signed"),
            "value": found.agreements,
            "note": _("They are noted with their form and days. Whom they bind is unknown."),
        },
        {
            "label": _("Agreements without a form"),
            "value": found.unnoted,
            "note": _("Note each under Agreements yourself: the row does not say of what form it is."),
        },
    ]


def _sheets(read: Read) -> list[dict[str, object]]:
    """The sheets to choose from; of a file without sheets none."""
    names = [read.sheet, *read.sheets] if read.sheets else []
    return [{"value": name, "label": name, "selected": name == read.sheet} for name in names]


def _column(column: Column) -> dict[str, object]:
    is_taken = column.field is not Field.IGNORED
    return {
        "name": column_name(column.position),
        "letter": column.letter,
        "heading": column.heading,
        "examples": column.examples if is_taken or column.is_guessed else (),
        "options": [
            {"value": str(one), "label": FIELDS[one], "selected": one is column.field} for one in Field
        ],
    }


def _words(read: Read, mapping: Chosen) -> Iterable[dict[str, object]]:
    """The words that nobody knows here, each with what it could mean; and those that somebody said already."""
    asked: dict[tuple[Field, str], str] = {
        (field, word): code for field, words in mapping.words.items() for word, code in words.items()
    }
    for problem in read.problems:
        field = _UNREAD.get(problem.code)
        if field and len(asked) < _MOST_WORDS:
            asked.setdefault((field, problem.detail["value"]), "")
    for place, ((field, word), chosen) in enumerate(asked.items()):
        known = OUTCOMES if field is Field.OUTCOME else CASE_KINDS
        codes = [(str(code), label) for code, label in known.items()]
        yield {
            "id": f"word-{place}",
            "name": f"word-{field}-{word}",
            "word": word,
            "field": FIELDS[field],
            "options": [
                {"value": "", "label": _("not known"), "selected": not chosen},
                *({"value": code, "label": label, "selected": code == chosen} for code, label in codes),
            ],
        }


def _row(row: TakenRow) -> dict[str, object]:
    named = (*row.parties.requesters, *row.parties.counterparts, *row.parties.own)
    return {
        "row": row.row,
        "title": row.title,
        "year": row.year,
        "kind": name_of(CASE_KINDS, row.kind),
        "country": country_name(row.country) if row.country else None,
        "outcome": OUTCOMES[row.outcome] if row.outcome else None,
        "parties": ", ".join(named) or None,
    }


def said_problems(problems: Iterable[Problem]) -> list[str]:
    """What is wrong, one line each, with its cell."""
    return [f"{_place(one.where)}: {sentence(one.code, one.detail, language())}" for one in problems]


def _place(where: str) -> str:
    """A row, a column or a cell."""
    number = "".join(filter(str.isdecimal, where))
    letters = "".join(filter(str.isalpha, where))
    if not number:
        return _("Column %(letter)s") % {"letter": letters}
    row = _("Row %(number)s") % {"number": number}
    return _("%(row)s, column %(letter)s") % {"row": row, "letter": letters} if letters else row


def shown_line(line: SpreadsheetLine) -> dict[str, object]:
    """One sheet in the list of those that were taken over."""
    return {
        "reference": line.reference,
        "url": reverse("spreadsheet", args=[line.reference]),
        "file": line.file_name,
        "sheet": line.sheet,
        "when": shown_moment(line.at),
        "by": line.by,
        "stand": _stand(line),
    }


def _stand(line: SpreadsheetLine) -> str:
    if line.waits:
        return _("waits to be taken over")
    if line.failure:
        return _("not taken over")
    number = line.rows or 0
    told = ngettext("%(count)s dossier", "%(count)s dossiers", number) % {"count": number}
    return _("undone (%(dossiers)s)") % {"dossiers": told} if line.undone_at else told


def shown_spreadsheet(
    line: SpreadsheetLine, worked_on: list[WorkedOn], adopted: list[int]
) -> dict[str, object]:
    """A sheet that was taken over, with what stands in the way of undoing it."""
    return shown_line(line) | {
        "waits": line.waits,
        "failure": sentence(line.failure, {}, language()) if line.failure in MESSAGES else line.failure,
        "rows": line.rows,
        "known": line.known,
        "left_out": line.left_out,
        "digest": line.digest,
        "undone": shown_moment(line.undone_at) if line.undone_at else "",
        "undone_by": line.undone_by,
        "worked_on": [_worked_on(one) for one in worked_on],
        "adopted": ", ".join(map(str, adopted)),
    }


def _worked_on(one: WorkedOn) -> dict[str, object]:
    return {
        "row": one.row,
        "dossier": one.dossier,
        "url": reverse("dossier", args=[one.dossier]),
        "action": name_of(ACTIONS, one.action),
        "by": one.by,
    }
