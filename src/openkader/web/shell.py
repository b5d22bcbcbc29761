"""The frame around every page: who, which kader, which year, and how fresh the register is."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openkader import __version__
from openkader.base.text import Text
from openkader.kader import Kader
from openkader.publication import periods
from openkader.publication.letters import MADE_UP
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.selectors import SourceRow
from openkader.register.selectors.trail import Event
from openkader.web.front_doors import is_open
from openkader.web.navigation import Way, inside, line_of, row_of
from openkader.web.reader import person

HOUSE_STYLE = "house-style.css"
Crumbs = Sequence[tuple[str, str | None]]


def language() -> str:
    """The language in which the reader reads."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def said(text: Text | None) -> str | None:
    """A bilingual text in the reader's language; None stays unknown."""
    return None if text is None else text.in_(language())


def lazily(text: Text) -> str:
    """The same where it is read later, in whichever language is spoken then."""
    return lazy(lambda: text.in_(language()), str)()


def kader_url(kader: Kader, name: str = "kader", *more: str) -> str:
    """The page of a kader, or of one of its examples."""
    return reverse(name, args=[*kader.id.split("/"), *more])


def made_up(source: SourceRow | None) -> str:
    """The sentence above records that were made up; nothing above real ones."""
    if source is None or not source.fictional:
        return ""
    return _("The records of this year were made up to practise with. They describe no real case.")


def practice(*, is_fictional: bool) -> str:
    """The same sentence above what belongs to a request that was made up."""
    return MADE_UP.in_(language()) if is_fictional else ""


def case_crumbs(reference: str, *more: tuple[str, str | None]) -> Crumbs:
    """The way to a page of a case."""
    dossier = (reference, reverse("dossier", args=[reference]))
    return ((_("Dossiers"), reverse("dossiers")), dossier, *more)


def activity_crumbs(reference: str, *more: tuple[str, str | None]) -> Crumbs:
    """The way to a page of an activity, or to that of the activity itself."""
    own = reverse("activity", args=[reference]) if more else None
    return ((_("Activities in hand"), reverse("activities")), (reference, own), *more)


def shown_moment(moment: datetime) -> str:
    """A moment as a reader reads it, in local time."""
    return periods.shown_moment(moment)


def day_words(day: date) -> str:
    """A day in full."""
    return periods.shown_date(day)


def context(  # noqa: PLR0913  the frame of every page; each by name
    request: HttpRequest,
    *,
    year: int,
    kader: Kader,
    page: Mapping[str, object],
    crumbs: Crumbs = (),
    fictional: str = "",
    newest: Event | None = None,
) -> dict[str, object]:
    """What a page template gets: its own values and the frame around them.

    `fictional` is the sentence that says what on this page was made up, and for what. `newest` is
    the newest entry of the trail, where the page has read it already.
    """
    first = (_("Year %(year)s") % {"year": year}, reverse("year", args=[year]))
    return {
        "page": page,
        "shell": _shell(request, year, kader, newest) | {"fictional": fictional},
        "breadcrumb": [{"label": label, "url": url} for label, url in (first, *crumbs)] if crumbs else [],
    }


def timeless_context(
    request: HttpRequest, *, page: Mapping[str, object], crumbs: Crumbs = (), fictional: str = ""
) -> dict[str, object]:
    """The values of a page that belongs to no year; it stands in the frame of the newest, if there is one."""
    newest = selectors.newest_year()
    if newest is not None:
        kader = assessor_of(newest.kader).kader
        values = context(request, year=newest.year, kader=kader, page=page, fictional=fictional)
    else:
        values = {"page": page, "shell": bare_shell(request) | {"fictional": fictional}}
    return values | {"breadcrumb": [{"label": label, "url": url} for label, url in crumbs]}


def bare_shell(request: HttpRequest) -> dict[str, object]:
    """The frame of a register that holds nothing yet."""
    return {
        "account": _account(request),
        **_navigation(request, {}),
        "home": reverse("home"),
        "version": __version__,
        "accessibility_url": reverse("accessibility"),
        "links": [{"label": _("What was made public"), "url": reverse("public")}],
    }


def _account(request: HttpRequest) -> dict[str, str]:
    """Who is signed in, or where one signs in."""
    user = getattr(request, "user", None)
    name = user.get_username() if user is not None and user.is_authenticated else ""
    return {
        "name": name,
        "sign_in": reverse("sign_in"),
        "sign_out": reverse("sign_out"),
        "url": reverse("account"),
    }


def _shell(request: HttpRequest, year: int, kader: Kader, newest: Event | None) -> dict[str, object]:
    return bare_shell(request) | {
        "organisation": said(kader.organisation),
        **_navigation(request, _of_everyone(year, kader)),
        "reconstructed": said(kader.reconstructed),
        "reconstructed_url": kader_url(kader) + "#sources",
        "kader_id": kader.id,
        "digest": kader.digest,
        "house_style": _house_style(kader),
        "last_event": _said_event(newest or _newest_event()),
    }


def _house_style(kader: Kader) -> str:
    """The file with the organisation's own design tokens; without one the neutral theme stays."""
    organisation = kader.id.partition("/")[0]
    is_there = (Path(settings.OPENKADER_PACKS) / organisation / HOUSE_STYLE).is_file()
    return reverse("house_style", args=[organisation]) if is_there else ""


def _of_everyone(year: int, kader: Kader) -> dict[str, Way]:
    """The places of everyone; the evaluation lies under the year."""
    return {
        "year": Way(_("Year %(year)s") % {"year": year}, reverse("year", args=[year])),
        "evaluation": Way(_("Evaluation"), reverse("evaluation", args=[year])),
        "dossiers": Way(_("Dossiers"), reverse("dossiers")),
        "kader": Way(_("Framework"), kader_url(kader)),
    }


def _navigation(request: HttpRequest, everyone: dict[str, Way]) -> dict[str, object]:
    """The places of everyone, and those of whoever is signed in; everybody else can send a request."""
    if _account(request)["name"]:
        return row_of(request.path, everyone | inside(person(request), without=_without()))
    sending = [Way(_("Send a request"), reverse("request_start"))] if is_open() else []
    return line_of(request.path, [*everyone.values(), *sending])


def _without() -> list[str]:
    """Requests come in only where the front door is open, and mail where there is a mailbox."""
    known = {"quick_entry": is_open(), "mails": bool(settings.MAILBOX.host)}
    return [name for name, is_there in known.items() if not is_there]


def _newest_event() -> Event | None:
    return next(iter(selectors.events(limit=1)), None)


def _said_event(newest: Event | None) -> str | None:
    """The newest entry of the trail, for whoever writes it down elsewhere as proof."""
    if newest is None:
        return None
    return _("number %(sequence)s, %(moment)s") % {
        "sequence": newest.sequence,
        "moment": shown_moment(newest.at),
    }
