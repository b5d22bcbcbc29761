"""Agreements as their pages show them: the list, one with everything on it, and what became of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.text import capital
from openkader.casework.agreements import Stated, TermKind, lost_values
from openkader.kader import Kader
from openkader.publication import kader_words
from openkader.publication.periods import shown_period
from openkader.register.agreements import VALUES
from openkader.register.selectors import AgreementDeedRow, AgreementFile, AgreementLine
from openkader.web.presenters.agreement_words import DEEDS, PARTY_ROLES, SIDES, WHOSE
from openkader.web.presenters.listings import choices_of
from openkader.web.presenters.names import AGREEMENTS, country_name, name_of
from openkader.web.shell import language, said, shown_moment

Shown = dict[str, object]
_SAID_BY_KIND = ("signed", "renewed")  # of which the name says how it stands since


def form_words(kader: Kader | None, code: str) -> str:
    """The form of an agreement in the reader's words."""
    return kader_words.form_words(kader, code, language())


def count_words(count: int) -> str:
    """How many there are."""
    return ngettext("%(n)s agreement", "%(n)s agreements", count) % {"n": count}


def shown_list(lines: Sequence[AgreementLine], kader: Kader | None, *, name: str, caption: str) -> Shown:
    """The agreements as a table; an empty one is none."""
    if not lines:
        return {}
    return {
        "name": name,
        "caption": caption,
        "columns": [
            {"label": _("Agreement")},
            {"label": _("Parties")},
            {"label": _("Whose")},
            {"label": _("Until")},
            {"label": _("How it stands")},
        ],
        "rows": [_row(line, kader) for line in lines],
    }


def _row(line: AgreementLine, kader: Kader | None) -> Shown:
    stated = line.stated
    return {
        "title": title_of(line, kader),
        "url": reverse("agreement", args=[line.reference]),
        "aside": " · ".join(
            part for part in (line.reference, country_name(stated.country), _several(line.number)) if part
        ),
        "cells": [
            {
                "value": ", ".join(said(one.name) or "" for one in line.parties) or None,
                "label": _("Parties"),
            },
            {"value": name_of(WHOSE, stated.whose), "label": _("Whose")},
            {"value": until_words(stated), "label": _("Until"), "short": True},
            {"status": line.standing, "kind": "agreement", "label": _("How it stands")},
        ],
    }


def _several(number: int | None) -> str:
    if number == 1:
        return ""
    return _("number not known") if number is None else _("%(count)s of them") % {"count": number}


def title_of(line: AgreementLine, kader: Kader | None) -> str:
    """Its name, or else its form."""
    return said(line.stated.title) or capital(form_words(kader, line.stated.form))


def until_words(stated: Stated) -> str | None:
    """Until when it holds; what is reckoned from its years is called so, and unknown stays unknown."""
    if stated.term.kind is TermKind.OPEN:
        return _("no end")
    if stated.ends_by is None:
        return None
    day = date_format(stated.ends_by, "j F Y")
    return day if stated.term.until else _("%(day)s at the earliest, as reckoned") % {"day": day}


def until_said(stated: Stated) -> str | None:
    """The same within a sentence."""
    words = until_words(stated)
    return _("until %(day)s") % {"day": words} if stated.term.until else words


def shown_items(found: AgreementFile, kader: Kader) -> list[Shown]:
    """What it is, from when until when, and where that stands."""
    stated, newest = found.line.stated, found.deeds[0]
    term = stated.term
    return [
        {"label": _("Form"), "value": capital(form_words(kader, stated.form))},
        {"label": _("Whose it is"), "value": capital(name_of(WHOSE, stated.whose) or "") or None},
        {"label": _("Country"), "value": country_name(stated.country)},
        {"label": _("What it is about"), "value": said(stated.about)},
        {"label": _on_label(newest), "value": shown_period(stated.on) if stated.on else None},
        {"label": _("In force from"), "value": _day(term.starts_on)},
        {"label": _("Until"), "value": until_words(stated), "note": _reckoned(stated)},
        {"label": _("Number of years that it states"), "value": _years(term.years)},
        *_activity(found),
    ]


def _on_label(newest: AgreementDeedRow) -> str:
    status = newest.stated.status
    if status in ("signed", "intended"):
        return _("Signed")
    return _("Renewed") if status == "renewed" else _("Ended")


def _reckoned(stated: Stated) -> str:
    """From what the last day was reckoned, where it is not stated."""
    if stated.term.until or stated.ends_by is None or stated.term.years is None:
        return ""
    begins = _day(stated.term.starts_on) or (shown_period(stated.on) if stated.on else "")
    return _("Reckoned: %(years)s from %(begin)s. The last day itself is not stated.") % {
        "years": _years(stated.term.years),
        "begin": begins,
    }


def _years(years: int | None) -> str | None:
    return None if years is None else ngettext("%(n)s year", "%(n)s years", years) % {"n": years}


def _day(day: date | None) -> str | None:
    return date_format(day, "j F Y") if day else None


def _activity(found: AgreementFile) -> list[Shown]:
    if found.line.activity is None:
        return []
    url = reverse("activity", args=[found.line.activity])
    return [{"label": _("Activity"), "value": said(found.activity_title), "url": url}]


def shown_parties(found: AgreementFile) -> list[Shown]:
    """Whom it binds, a side at a time; of whom the side is not known comes last."""
    sides: list[Shown] = []
    for side in (*SIDES, None):
        mine = [one for one in found.line.parties if one.side == side]
        if mine:
            sides.append(
                {
                    "label": capital(str(SIDES[side])) if side else _("Side not known"),
                    "parties": [
                        {
                            "name": said(one.name),
                            "url": reverse("party", args=[one.reference]) if one.reference else "",
                            "role": name_of(PARTY_ROLES, one.role),
                        }
                        for one in mine
                    ],
                }
            )
    return sides


def shown_values(stated: Stated, kader: Kader) -> list[Shown]:
    """Every value of the kader: in it with its words, not in it, or not known."""
    listing = choices_of(kader, VALUES)
    more = [(one.topic, one.topic) for one in stated.clauses if one.topic not in dict(listing)]
    return [_value(code, label, stated) for code, label in (*listing, *more)]


def _value(code: str, label: str, stated: Stated) -> Shown:
    clause = stated.clause(code)
    state = "unknown" if clause is None else "in" if clause.is_in else "out"
    return {"label": capital(label), "state": state, "words": clause.words if clause else None}


def shown_deeds(found: AgreementFile, kader: Kader) -> list[Shown]:
    """What became of it, the newest first, each with what it changed."""
    former = [*found.deeds[1:], None]
    return [
        _deed(one, before, found.line.reference, kader)
        for one, before in zip(found.deeds, former, strict=True)
    ]


def _deed(row: AgreementDeedRow, before: AgreementDeedRow | None, reference: str, kader: Kader) -> Shown:
    stated, values = row.stated, dict(choices_of(kader, VALUES))
    lost = lost_values(before.stated, stated) if before else ()
    return {
        "kind": name_of(DEEDS, row.kind),
        "status": "" if row.kind in _SAID_BY_KIND else capital(name_of(AGREEMENTS, stated.status) or ""),
        "on": shown_period(stated.on) if stated.on else None,
        "until": until_said(stated),
        "changed": changed_words(before.stated, stated) if before else [],
        "lost": [values.get(code, code) for code in lost],
        "evaluation": row.evaluation,
        "reason": row.reason,
        "url": row.url,
        "file": reverse("agreement_document", args=[reference, row.number]) if row.state == "here" else None,
        "name": row.name,
        "state": row.state,
        "digest": row.sha256,
        "passage": row.passage,
        "remark": said(row.remark),
        "by": row.by,
        "at": shown_moment(row.at),
    }


def changed_words(before: Stated, after: Stated) -> list[str]:
    """What is stated otherwise than before."""
    pairs: Mapping[str, tuple[object, object]] = {
        _("name"): (before.title, after.title),
        _("form"): (before.form, after.form),
        _("status"): (before.status, after.status),
        _("whose it is"): (before.whose, after.whose),
        _("country"): (before.country, after.country),
        _("what it is about"): (before.about, after.about),
        _("day"): (before.on, after.on),
        _("term"): (before.term, after.term),
        _("parties"): (before.parties, after.parties),
        _("values"): (before.clauses, after.clauses),
    }
    return [name for name, (old, new) in pairs.items() if old != new]


def asks_words(line: AgreementLine) -> str:
    """What the end of an agreement asks; empty where it asks nothing."""
    if not line.asks or line.stated.ends_by is None:
        return ""
    day = date_format(line.stated.ends_by, "j F Y")
    if line.standing == "passed":
        return _("Its last day was %(day)s. Say what came of it: renewed, or ended.") % {"day": day}
    return _("It ends on %(day)s. Say in time what was done with it, and whether it is renewed.") % {
        "day": day
    }


def shown_endings(lines: Sequence[AgreementLine], kader: Kader) -> list[Shown]:
    """The agreements of which a colleague has to say what will come, as their list of work tells of them."""
    return [
        {
            "title": title_of(line, kader),
            "url": reverse("agreement", args=[line.reference]),
            "until": until_said(line.stated),
        }
        for line in lines
    ]


def shown_filter(name: str, label: str, options: Sequence[tuple[str, str]], chosen: str) -> Shown:
    """A choice above the list."""
    return {
        "name": name,
        "label": label,
        "options": [{"value": code, "label": word, "selected": code == chosen} for code, word in options],
    }


def party_choices(names: Mapping[str, str]) -> list[str]:
    """Parties of the register as a field suggests them."""
    return [f"{name} ({reference})" for reference, name in sorted(names.items(), key=lambda one: one[1])]
