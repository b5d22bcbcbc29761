"""`openkader lists add|update|status|diff`: the lists that names are compared with."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from openkader.base.errors import Invalid, OpenKaderError, Problem, Refusal, Refused
from openkader.base.messages import sentences
from openkader.base.text import Text
from openkader.cli.downloads import Download, absolute_source
from openkader.cli.house import now
from openkader.cli.list_standing import remark, server_status, status_of
from openkader.cli.progress import Progress
from openkader.cli.rescreening import rescreen_where_there_is_a_register
from openkader.cli.words import Screen
from openkader.register.house_lists import house_lists
from openkader.screening.lists import (
    Definition,
    Difference,
    Format,
    ListFolder,
    Lists,
    Outcome,
    Snapshot,
    Terms,
    add,
    compare,
    state_of,
    update,
)
from openkader.screening.lists.table import read_mapping

RENEWED = Text(
    nl="{list}: vernieuwd, {entities} entiteiten ({change}), van kracht als {snapshot}.",
    en="{list}: renewed, {entities} entities ({change}), in force as {snapshot}.",
)
UNCHANGED = Text(
    nl="{list}: ongewijzigd, {snapshot} blijft van kracht.",
    en="{list}: unchanged, {snapshot} stays in force.",
)
KEPT = Text(
    nl="{list}: niet vernieuwd; {snapshot} blijft van kracht.",
    en="{list}: not renewed; {snapshot} stays in force.",
)
NOTHING_IN_FORCE = Text(
    nl="{list}: niet vernieuwd; er is nog niets van kracht.",
    en="{list}: not renewed; nothing is in force yet.",
)
FETCHING = Text(nl="{list}, ophalen", en="{list}, fetching")
NOT_ADDED = Text(nl="{list}: niet toegevoegd.", en="{list}: not added.")
NO_LISTS = Text(
    nl="Er zijn nog geen lijsten. Voeg er een toe: openkader lists add NAAM --format VORM ADRES.",
    en="There are no lists yet. Add one: openkader lists add NAME --format FORMAT ADDRESS.",
)
DIFFERENCE = Text(
    nl="{list}: van {former} naar {present}: {added} erbij, {removed} eraf, {changed} gewijzigd.",
    en="{list}: from {former} to {present}: {added} added, {removed} removed, {changed} changed.",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="add|update|status|diff")
    add = verbs.add_parser("add")
    add.add_argument("list", metavar="LIST")
    add.add_argument("sources", nargs="+", metavar="SOURCE")
    add.add_argument("--format", required=True, choices=[str(one) for one in Format])
    add.add_argument("--mapping", type=Path, metavar="FILE")
    add.add_argument("--at-least", type=_percent, default=90, metavar="PERCENT")
    renew = verbs.add_parser("update")
    renew.add_argument("lists", nargs="*", metavar="LIST")
    renew.add_argument("--accept-shrunken", action="store_true")
    for verb in (add, renew):
        verb.add_argument("--timeout", type=_seconds, default=900, metavar="SECONDS")
    verbs.add_parser("status").add_argument("lists", nargs="*", metavar="LIST")
    diff = verbs.add_parser("diff")
    diff.add_argument("list", metavar="LIST")
    diff.add_argument("former", nargs="?", metavar="FORMER")
    diff.add_argument("present", nargs="?", metavar="PRESENT")


def _percent(word: str) -> int:
    """A share of the list; none at all would let half a list through."""
    if not 1 <= int(word) <= 100:
        raise ValueError
    return int(word)


def _seconds(word: str) -> float:
    """A time in which something can still be done."""
    if not 0 < float(word) < 1e6:
        raise ValueError
    return float(word)


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Do what was asked; the answer is the exit code."""
    lists, moment = house_lists(), now()
    match options.verb:
        case "add" | "update" as verb:
            renew = _add if verb == "add" else _update_all
            code = renew(lists, options, moment, screen)
            rescreen_where_there_is_a_register(lists, moment, screen)
            return code
        case "status" if settings.SCREENING_URL and not options.lists:
            return server_status(screen)
        case "status":
            return _status(_chosen(lists, options.lists), moment, screen)
        case _:
            return _diff(lists.known(options.list), options, screen)


def _chosen(lists: Lists, names: list[str]) -> list[ListFolder]:
    return [lists.known(name) for name in names] if names else lists.all()


def _add(lists: Lists, options: argparse.Namespace, moment: datetime, screen: Screen) -> int:
    """Write down what the list is and take its first snapshot; without one it is not added."""
    definition, folder = _defined(options), lists.folder(options.list)
    if folder in lists.all() and not _is_locked(folder):
        raise Refused(Refusal("list.known", {"name": options.list}))
    try:
        with Progress(folder.id) as bar:
            add(lists, definition, *_means(folder, options, moment, bar, screen))
    except OpenKaderError:
        screen.complain(NOT_ADDED.in_(screen.language).format(list=folder.id))
        raise
    return _said(folder, None, Outcome.RENEWED, screen)


def _is_locked(folder: ListFolder) -> bool:
    """Whether nobody can tell where the list comes from: then it is added once more, and keeps its snapshots."""
    damage = state_of(folder).damage
    return damage is not None and damage.code == "list.locked"


def _defined(options: argparse.Namespace) -> Definition:
    form, mapping = Format(options.format), options.mapping
    if form is Format.TABLE and mapping is None:
        raise Invalid([Problem("list.no-mapping", "--mapping")])
    if form is not Format.TABLE and mapping is not None:
        raise Invalid([Problem("list.mapping-not-wanted", "--mapping")])
    if mapping is not None:
        read_mapping(mapping)  # at once: a wrong one is reported under the name of its own file
    return Definition(
        id=options.list,
        format=form,
        sources=tuple(absolute_source(source) for source in options.sources),
        mapping=mapping.read_text(encoding="utf-8") if mapping else "",
        at_least=options.at_least / 100,
    )


def _means(
    folder: ListFolder, options: argparse.Namespace, moment: datetime, bar: Progress, screen: Screen
) -> tuple[Download, Terms]:
    """How a list is fetched and on what terms, with a bar for the download and then for the reading."""
    former, fetching = state_of(folder).current, FETCHING.in_(screen.language).format(list=folder.id)
    terms = Terms(
        now=moment,
        accept_shrunken=getattr(options, "accept_shrunken", False),
        progress=lambda done: bar.called(folder.id).show(done, former.entities if former else None),
    )
    return Download(
        seconds=options.timeout, watch=lambda done, end: bar.called(fetching).show(done, end)
    ), terms


def _update_all(lists: Lists, options: argparse.Namespace, moment: datetime, screen: Screen) -> int:
    """Renew every list that was asked for; one that fails does not stop the others."""
    folders = _chosen(lists, options.lists)
    if not folders:
        screen.line(NO_LISTS.in_(screen.language))
    return max((_update_one(folder, options, moment, screen) for folder in folders), default=0)


def _update_one(folder: ListFolder, options: argparse.Namespace, moment: datetime, screen: Screen) -> int:
    former = state_of(folder).current
    try:
        with Progress(folder.id) as bar:
            outcome = update(folder, *_means(folder, options, moment, bar, screen))
    except OpenKaderError as error:
        text = KEPT if former else NOTHING_IN_FORCE
        screen.complain(
            text.in_(screen.language).format(list=folder.id, snapshot=former.name if former else "")
        )
        for line in sentences(error, screen.language):
            screen.complain(f"  {line}")
        return 2 if isinstance(error, Invalid) else 5
    return _said(folder, former, outcome, screen)


def _said(folder: ListFolder, former: Snapshot | None, outcome: Outcome, screen: Screen) -> int:
    """What came of it; a list with records that could not be read is in force, with a warning."""
    current = folder.current()
    assert current is not None  # noqa: S101 - an update that ends well leaves one in force
    change = f"{current.entities - (former.entities if former else 0):+}"
    text = RENEWED if outcome is Outcome.RENEWED else UNCHANGED
    words = {"list": folder.id, "entities": current.entities, "change": change, "snapshot": current.name}
    screen.line(text.in_(screen.language).format(**words))
    return remark(folder.id, current, screen)


def _status(folders: list[ListFolder], moment: datetime, screen: Screen) -> int:
    """Every list with its age; 1 when the last attempt at one of them failed, or left records out."""
    if not folders:
        screen.line(NO_LISTS.in_(screen.language))
    return max((status_of(folder, moment, screen) for folder in folders), default=0)


def _diff(folder: ListFolder, options: argparse.Namespace, screen: Screen) -> int:
    """What changed between two snapshots: those named, or the last two."""
    names = folder.names()
    if len(names) < 2 and not options.former:
        raise Invalid([Problem("list.one-snapshot", folder.id, {"name": folder.id})])
    present = folder.snapshot(options.present) if options.present else folder.current()
    former = folder.snapshot(options.former) if options.former else _before(folder, present)
    assert present is not None  # noqa: S101 - a list with snapshots has one in force
    difference = compare(folder.entities(former), folder.entities(present))
    text = DIFFERENCE.in_(screen.language)
    counts = {name: len(getattr(difference, name)) for name in ("added", "removed", "changed")}
    screen.line(text.format(list=folder.id, former=former.name, present=present.name, **counts))
    screen.lines(_differences(difference))
    return 0


def _before(folder: ListFolder, present: Snapshot | None) -> Snapshot:
    """The snapshot that was in force before; two of one day go by the moment they were read."""
    others = [folder.snapshot(name) for name in folder.names() if present is None or name != present.name]
    return max(others, key=lambda snapshot: snapshot.read_at)


def _differences(difference: Difference) -> Iterator[str]:
    yield from (f"+ {name}  {caption}" for name, caption in difference.added.items())
    yield from (f"- {name}  {caption}" for name, caption in difference.removed.items())
    for change in difference.changed:
        yield f"~ {change.id}  {change.caption}"
        for sign, values in (("-", change.lost), ("+", change.gained)):
            for name, found in values.items():
                yield from (f"    {sign} {name}: {value}" for value in found)
