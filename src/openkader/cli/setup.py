"""``openkader setup FILE``: bring the installation to what one file says, and change nothing that is so already."""

import argparse
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from openkader.base.errors import Invalid, OpenKaderError
from openkader.base.messages import sentences
from openkader.base.text import Text
from openkader.cli.house import now
from openkader.cli.importing import whoever
from openkader.cli.rescreening import rescreen_where_there_is_a_register
from openkader.cli.setup_file import read_set_up
from openkader.cli.setup_plan import Ground, Plan, Step, plan_of
from openkader.cli.setup_settings import check_settings, read_environment
from openkader.cli.words import Screen
from openkader.register.house_lists import house_lists

TO_DO = 1  # something differs still
SAME = Text(nl="Alles is zoals {file} zegt.", en="Everything is as {file} says.")
DRY = Text(nl="Er is niets gewijzigd (--dry-run).", en="Nothing was changed (--dry-run).")
RESTART = Text(
    nl="Start openkader serve en openkader work opnieuw: instellingen worden bij het begin gelezen.",
    en="Start openkader serve and openkader work again: settings are read at the start.",
)
BY_HAND = Text(nl="Nog met de hand:", en="Still by hand:")
WORDS: Mapping[str, Text] = {
    "account.open": Text(nl="account {subject} openen ({detail})", en="open account {subject} ({detail})"),
    "account.roles": Text(nl="{subject} krijgt {detail}", en="{subject} gets {detail}"),
    "account.address": Text(
        nl="{subject} krijgt een ander mailadres", en="{subject} gets another mail address"
    ),
    "account.invite": Text(nl="{subject} per mail uitnodigen", en="invite {subject} by mail"),
    "account.close": Text(nl="account {subject} sluiten", en="close account {subject}"),
    "list.add": Text(nl="lijst {subject} toevoegen ({detail})", en="add list {subject} ({detail})"),
    "setting": Text(nl="{subject}={detail}", en="{subject}={detail}"),
}
FOR_PEOPLE: Mapping[str, Text] = {
    "account.password": Text(
        nl="{subject} heeft nog geen wachtwoord: openkader account password {subject}",
        en="{subject} has no password yet: openkader account password {subject}",
    ),
    "account.reopen": Text(
        nl="{subject} is gesloten: openkader account reopen {subject}",
        en="{subject} is closed: openkader account reopen {subject}",
    ),
    "list.other": Text(
        nl="{subject} is er al, met een andere vorm, bron of ondergrens: openkader lists status {subject}",
        en="{subject} is there already, with another form, source or floor: openkader lists status {subject}",
    ),
    "kader": Text(
        nl="{subject} geldt vandaag niet (wel: {detail}); vaststellen gebeurt in de studio, met het besluit erbij",
        en="{subject} does not hold today ({detail} does); a kader is adopted in the studio, with its decision",
    ),
    "setting": Text(
        nl="in de omgeving: {subject}={detail}",
        en="in the environment: {subject}={detail}",
    ),
}


@dataclass(slots=True, kw_only=True)
class Done:
    """What came of a plan: what was done, and what could not be and why."""

    steps: list[Step] = field(default_factory=list)
    failed: dict[str, list[str]] = field(default_factory=dict)
    code: int = 0


class _Aside(Screen):
    """Where the answer is for a program, what is said on the way goes beside it."""

    def line(self, words: str) -> None:
        """One line, to standard error."""
        self.complain(words)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--environment", type=Path, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Read all, see what differs, change that; the register whole or not at all."""
    wanted = read_set_up(options.file)
    check_settings(wanted.settings)
    path = options.environment
    present = read_environment(path) if path else dict(os.environ)
    ground = Ground(by=whoever(), now=now(), present=present, environment=path)
    plan = plan_of(wanted, ground)
    aside = _Aside(screen.language) if options.json else screen
    done, show = Done(), _as_json if options.json else _as_lines
    try:
        if not options.dry_run:
            _carry_out(plan, ground, aside, done)
    except BaseException:
        if done.steps:  # whatever broke it off: what was done is said
            show(plan, done, options, screen)
        raise
    show(plan, done, options, screen)
    if done.failed:
        return done.code
    return TO_DO if plan.by_hand or (options.dry_run and plan.steps) else 0


def _carry_out(plan: Plan, ground: Ground, screen: Screen, done: Done) -> None:
    """The register and the environment file together or not at all; then each list by itself."""
    with transaction.atomic():
        for step in (*plan.register, *plan.environment[:1]):  # the file is written once for all its lines
            _do(step)
    done.steps += (*plan.register, *plan.environment)
    for step in plan.lists:
        _try(step, done, screen.language)
    if any(step in done.steps for step in plan.lists):
        rescreen_where_there_is_a_register(house_lists(), ground.now, screen)


def _do(step: Step) -> None:
    assert step.do is not None  # noqa: S101 - a plan keeps the others for people
    step.do()


def _try(step: Step, done: Done, language: str) -> None:
    """A source that cannot be reached stops no other."""
    try:
        _do(step)
    except OpenKaderError as error:
        done.failed[step.subject] = sentences(error, language)
        done.code = max(done.code, 2 if isinstance(error, Invalid) else 5)
    else:
        done.steps.append(step)


def _as_lines(plan: Plan, done: Done, options: argparse.Namespace, screen: Screen) -> None:
    for step in plan.steps:
        mark = "+" if step in done.steps or options.dry_run else "!"
        screen.line(f"{mark} {_words(WORDS, step, screen)}")
        screen.lines(f"    {line}" for line in done.failed.get(step.subject, ()))
    if not plan.steps and not plan.by_hand:
        screen.line(SAME.in_(screen.language).format(file=options.file.name))
    if plan.by_hand:
        screen.line(BY_HAND.in_(screen.language))
        screen.lines(f"- {_words(FOR_PEOPLE, step, screen)}" for step in plan.by_hand)
    if options.dry_run and plan.steps:
        screen.line(DRY.in_(screen.language))
    elif plan.environment:
        screen.line(RESTART.in_(screen.language))


def _words(words: Mapping[str, Text], step: Step, screen: Screen) -> str:
    return words[step.kind].in_(screen.language).format(subject=step.subject, detail=step.detail or "-")


def _as_json(plan: Plan, done: Done, options: argparse.Namespace, screen: Screen) -> None:
    said = {
        "file": options.file.name,
        "dry_run": options.dry_run,
        "changes": [{**_plain(step), "done": step in done.steps} for step in plan.steps],
        "by_hand": [_plain(step) for step in plan.by_hand],
        "failed": done.failed,
    }
    screen.line(json.dumps(said, ensure_ascii=False, indent=2))


def _plain(step: Step) -> dict[str, str]:
    return {"kind": step.kind, "subject": step.subject, "detail": step.detail}
