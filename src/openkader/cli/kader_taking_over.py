"""`openkader kader import FILE --draft NAME`: the kader of another organisation begins a draft in the studio."""

import argparse
from datetime import date

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.cli.house import check_database, now, open_house, packs
from openkader.cli.kader_versions import organisations
from openkader.cli.words import Screen
from openkader.publication.kader_files import Received

_TAKEN = Text(
    nl="{id} is overgenomen als concept {draft}. Er is niets in werking getreden.",
    en="{id} was taken over as draft {draft}. Nothing came into force.",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What taking over needs to know."""
    parser.add_argument("--draft", metavar="NAME")
    parser.add_argument("--from", dest="in_force_from", metavar="DAY")
    parser.add_argument("--organisation")


def check(options: argparse.Namespace) -> None:
    """A draft has a day from which it should be in force."""
    if options.draft is not None and day_in(options.in_force_from) is None:
        raise Invalid([Problem("kader-file.no-day", "--from")])


def take_over(found: Received, options: argparse.Namespace, screen: Screen) -> None:
    """Begin the draft, by the service that the studio uses."""
    open_house()
    check_database()
    from openkader.cli.importing import whoever
    from openkader.publication.kader_files.signed import as_signed
    from openkader.register.kader_draft_entries import KaderTakeOverEntry
    from openkader.register.kader_drafts import newest_version
    from openkader.register.services import take_over_kader

    day = day_in(options.in_force_from)
    assert day is not None  # noqa: S101  - seen before anything was read
    entry = KaderTakeOverEntry(
        base=newest_version(options.organisation or house_organisation())[0],
        name=options.draft,
        in_force_from=day,
        signed=as_signed(found),
    )
    draft = take_over_kader(entry, by=whoever(), now=now())
    screen.line(_TAKEN.in_(screen.language).format(id=found.kader.id, draft=draft))


def plain(words: str) -> str:
    """What somebody else wrote, without signs that move a cursor or colour a screen."""
    return "".join(sign if sign.isprintable() else "·" for sign in words)


def day_in(words: str | None) -> date | None:
    """The day that somebody wrote, None for what is none."""
    try:
        return date.fromisoformat(words or "")
    except ValueError:
        return None


def house_organisation() -> str:
    """Whose house it is: the organisation that is set, or the only one there is."""
    from django.conf import settings

    found = organisations(packs())
    chosen = settings.OPENKADER_ORGANISATION or (found[0] if len(found) == 1 else "")
    if not chosen:
        raise Invalid([Problem("kader-file.no-organisation", "--organisation")])
    return str(chosen)
