"""What goes to another organisation, and what comes from one beside what is here, as pages show it."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from openkader.base.errors import Invalid, Problem
from openkader.base.messages import sentence, sentences
from openkader.base.text import Text
from openkader.kader.sources import ListStatus
from openkader.publication.exchange import Exchange, Given, GivenYear
from openkader.publication.exchange.comparing import (
    Beside,
    Standing,
    T,
    figures_beside,
    items_beside,
)
from openkader.publication.exchange.composing import LeftOut
from openkader.publication.exchange.entries import Line, ListIn, read_lists, read_messages
from openkader.publication.exchange.words import STANDINGS, WAYS, say_figure
from openkader.publication.kader_files import shown
from openkader.register.kader_key import kader_key_fingerprint
from openkader.register.selectors.foreign import ForeignRow, Known, known_of
from openkader.web.presenters.names import LIST_STATES, name_of
from openkader.web.shell import day_words, language

Row = dict[str, object]


def shown_exchange(given: Exchange) -> Row:
    """Exactly what would leave the house."""
    messages, lists = given.messages, given.lists
    return {
        "kader": f"{given.organisation}/{given.kader.version}" if given.kader else "",
        "files": sorted(given.kader.files) if given.kader else [],
        "lines": [_line(one) for one in read_messages(messages.text, "messages").values()]
        if messages
        else [],
        "lists": [_listing(one) for one in read_lists(lists.text, "lists").values()] if lists else [],
        "years": [_year(one) for one in given.years],
    }


def shown_left_out(found: Iterable[LeftOut]) -> list[Row]:
    """What stays, and why."""
    return [
        {"label": _said(one.title), "value": sentence(one.why.code, one.why.detail, language())}
        for one in found
    ]


def shown_given(given: Given) -> Row:
    """Whose a file says to be, and what this installation knows of its key."""
    organisation = given.exchange.organisation
    known = known_of(organisation, given.fingerprint, given.digest)
    return {
        "publisher": given.publisher,
        "organisation": organisation,
        "day": day_words(given.exchange.made_on),
        "file": given.file_name,
        "fingerprint": shown(given.fingerprint),
        "known": _known(given.fingerprint, known),
        "before": ", ".join(known.from_file),
    }


def shown_lines(found: Sequence[Beside[Line]], why: dict[str, tuple[Problem, ...]]) -> list[Row]:
    """Each line of theirs and ours, with what keeps one from being taken over."""
    return [
        {
            "title": _said(_one(one).text),
            "note": one.name,
            "cells": [
                _cell(_("Beside ours"), _said(STANDINGS[one.standing])),
                _cell(_("Ours"), _said(one.ours.text) if _is_changed(one) and one.ours else "–"),
                _cell(_("Rests on"), _rests_on(_one(one))),
                _cell(_("In the way"), " ".join(_reasons(why.get(one.name, ()))) or "–"),
            ],
        }
        for one in found
    ]


def shown_lists(found: Sequence[Beside[ListIn]]) -> list[Row]:
    """Each list of theirs and ours, with what is in one and not in the other."""
    return [
        {
            "title": _said(_one(one).listing.title),
            "note": one.name,
            "cells": [
                _cell(_("Beside ours"), _said(STANDINGS[one.standing])),
                _cell(_("Source"), _one(one).listing.publisher or _("its own")),
                _cell(_("State"), _state(_one(one).listing.status)),
                _cell(_("What differs"), _items(one)),
            ],
        }
        for one in found
    ]


def shown_figures(theirs: GivenYear, ours: GivenYear | None) -> list[Row]:
    """Each figure of a year, there and here, and whether the two compare."""
    return [
        {
            "title": _said((one.theirs or one.ours).text),  # type: ignore[union-attr]  # it is of one of the two
            "cells": [
                _cell(_("There"), say_figure(one.theirs, language())),
                _cell(_("Here"), say_figure(one.ours, language())),
                _cell(_("Counted"), _said(WAYS[one.way])),
            ],
        }
        for one in figures_beside(theirs.figures, ours.figures if ours else ())
    ]


def basis_of(year: GivenYear) -> str:
    """On what the figures of a year rest."""
    if year.fictional:
        return _("made up, to practise with")
    return _("as in the adopted evaluation") if year.adopted else _("as the register counts")


def shown_kept(row: ForeignRow) -> Row:
    """A file of which the figures are kept."""
    return {
        "reference": row.reference,
        "name": _said(row.name),
        "years": [year["year"] for year in row.years],
        "day": day_words(row.made_on),
        "by": row.by,
        "file": row.file_name,
        "fingerprint": shown(row.fingerprint),
    }


def _year(year: GivenYear) -> Row:
    return {
        "year": year.year,
        "basis": basis_of(year),
        "kader": year.kader,
        "rows": [
            {"title": _said(one.text), "cells": [_cell(_("Number"), say_figure(one, language()))]}
            for one in year.figures
        ],
        "name": f"figures-{year.year}",
    }


def _line(line: Line) -> Row:
    return {"text": _said(line.text), "note": f"{_said(line.audience)} · {_rests_on(line)}"}


def _listing(found: ListIn) -> Row:
    listing = found.listing
    note = " · ".join((listing.publisher or _("of our own"), _state(listing.status), listing.url or ""))
    items = ", ".join(_said(item.text) for item in listing.items)
    return {"text": _said(listing.title), "note": note.rstrip(" ·"), "items": items}


def _rests_on(line: Line) -> str:
    source = line.source
    if source is None:
        return _("no policy is named")
    return ", ".join(filter(None, (_said(source.title), source.publisher, source.date)))


def _items(one: Beside[ListIn]) -> str:
    if one.theirs is None or one.ours is None:
        found = one.theirs or one.ours
        return _("%(number)s items") % {"number": len(found.listing.items) if found else 0}
    differ = items_beside(one.theirs, one.ours)
    words = (
        (_("more: %(codes)s"), differ.more),
        (_("less: %(codes)s"), differ.less),
        (_("called otherwise: %(codes)s"), differ.other),
    )
    told = [form % {"codes": ", ".join(codes)} for form, codes in words if codes]
    if told or one.standing is Standing.SAME:
        return "; ".join(told) or "–"
    return _("its title, source or note")


def _known(fingerprint: str, known: Known) -> Row:
    """What to say of a key, and whether somebody has to vouch for it."""
    if fingerprint == kader_key_fingerprint():
        return {"is_known": True, "words": _("That is the key of this installation itself.")}
    if known.by_this_key:
        return {"is_known": True, "words": _("By this key this organisation is known here.")}
    if known.by_another:
        words = _(
            "This organisation was known here by ANOTHER key. Ask them why, before you take anything over."
        )
        return {"is_known": False, "words": words}
    words = _("This key is not known here. Ask the sender by another way for the mark, and compare it.")
    return {"is_known": False, "words": words}


def _reasons(problems: Sequence[Problem]) -> list[str]:
    return list(sentences(Invalid(problems), language())) if problems else []


def _one(one: Beside[T]) -> T:
    found = one.theirs or one.ours
    assert found is not None  # noqa: S101 - it is of one of the two
    return found


def _is_changed(one: Beside[Line]) -> bool:
    return one.standing is Standing.CHANGED


def _state(status: ListStatus) -> str:
    return name_of(LIST_STATES, str(status)) or ""


def _cell(label: str, value: str) -> Row:
    return {"label": label, "value": value}


def _said(text: Text) -> str:
    return text.in_(language())
