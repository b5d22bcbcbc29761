"""What has to change for an installation to be as its set-up file says: the difference, and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from openkader.base.errors import NotFound
from openkader.casework.permissions import HouseHand
from openkader.cli.downloads import Download
from openkader.cli.setup_file import AccountWish, SetUp
from openkader.cli.setup_settings import differing, write_environment
from openkader.publication.account_invitations import invitation_mail
from openkader.register.accounts import AccountRow, Post, account_named, accounts, without_way_in
from openkader.register.house_lists import house_lists
from openkader.register.invitations import can_send, is_invited
from openkader.register.kaders import kader_on
from openkader.register.moments import day_of
from openkader.register.services import (
    change_mail_address,
    change_roles,
    close_account,
    invite_account,
    open_account,
)
from openkader.screening.lists import Definition, Terms, add, state_of

SECONDS = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that differs; without `do` a person has to bring it about, and `kind` says how."""

    kind: str
    subject: str
    detail: str = ""
    do: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The steps by what they change: the register as a whole, the environment file, each list by itself."""

    register: tuple[Step, ...] = ()
    environment: tuple[Step, ...] = ()
    lists: tuple[Step, ...] = ()
    by_hand: tuple[Step, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All that the command can do itself, in the order in which it does."""
        return (*self.register, *self.environment, *self.lists)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a plan is made on: who asks and when, what the environment holds, and where that is written."""

    by: HouseHand
    now: datetime
    present: dict[str, str]
    environment: Path | None = None


def plan_of(wanted: SetUp, ground: Ground) -> Plan:
    """The difference between what is wanted and what is there."""
    changed = differing(wanted.settings, ground.present)
    named = {wish.name for wish in wanted.accounts}
    rows = {row.name: row for row in accounts() if row.name in named}
    found = [
        *(step for wish in wanted.accounts for step in _of_account(wish, rows.get(wish.name), ground)),
        *(step for one in wanted.lists for step in _of_list(one, ground)),
        *_of_kader(wanted.kader, ground),
        *_without_way_in(wanted.accounts, list(rows), ground),
    ]
    settled = [Step(kind="setting", subject=one.variable, detail=one.shown) for one in changed]
    if ground.environment and changed:
        written = partial(write_environment, ground.environment, changed)
        settled = [
            Step(kind="setting", subject=one.subject, detail=one.detail, do=written) for one in settled
        ]
    found += settled
    return Plan(
        register=_those(found, "account."),
        environment=_those(found, "setting"),
        lists=_those(found, "list."),
        by_hand=tuple(one for one in found if one.do is None),
    )


def _those(steps: Sequence[Step], kind: str) -> tuple[Step, ...]:
    return tuple(one for one in steps if one.do is not None and one.kind.startswith(kind))


def _of_account(wish: AccountWish, row: AccountRow | None, ground: Ground) -> list[Step]:
    if row is None:
        return _opened(wish, ground) if wish.is_open else []
    if not row.is_open:
        return [Step(kind="account.reopen", subject=wish.name)] if wish.is_open else []
    if not wish.is_open:
        return [_step("account.close", wish, "", partial(close_account, wish.name), ground)]
    return [*_appointed(wish, row, ground), *_addressed(wish, account_named(wish.name).email, ground)]


def _opened(wish: AccountWish, ground: Ground) -> list[Step]:
    """Opened without a password, which no file holds: somebody is invited to choose one, or is given one."""
    post = Post(roles=wish.roles or (), team=wish.team)
    opened = partial(open_account, wish.name, None, post=post)
    return [
        _step("account.open", wish, _said(post), opened, ground),
        *_addressed(wish, "", ground),
        _invited(wish, ground)
        if can_send() and wish.address
        else Step(kind="account.password", subject=wish.name),
    ]


def _without_way_in(wishes: Sequence[AccountWish], names: Sequence[str], ground: Ground) -> list[Step]:
    """Who has no password yet is invited where that can be; whoever was invited lately has the word."""
    wanted = {wish.name: wish for wish in wishes}
    found = []
    for name in without_way_in(names):
        wish, account = wanted[name], account_named(name)
        if is_invited(account, ground.now):
            continue
        can_be = wish.is_open and can_send() and bool(wish.address or account.email)
        found.append(_invited(wish, ground) if can_be else Step(kind="account.password", subject=name))
    return found


def _invited(wish: AccountWish, ground: Ground) -> Step:
    sent = partial(invite_account, wish.name, partial(invitation_mail, wish.name))
    return _step("account.invite", wish, "", sent, ground)


def _appointed(wish: AccountWish, row: AccountRow, ground: Ground) -> list[Step]:
    """What the file leaves out stays as it is."""
    roles = row.roles if wish.roles is None else wish.roles
    team = wish.team or row.team
    if set(roles) == set(row.roles) and team == row.team:
        return []
    post = Post(roles=roles, team=team)
    return [_step("account.roles", wish, _said(post), partial(change_roles, wish.name, post), ground)]


def _addressed(wish: AccountWish, present: str, ground: Ground) -> list[Step]:
    if wish.address is None or wish.address == present:
        return []
    return [_step("account.address", wish, "", partial(change_mail_address, wish.name, wish.address), ground)]


def _step(kind: str, wish: AccountWish, detail: str, change: Callable[..., object], ground: Ground) -> Step:
    return Step(kind=kind, subject=wish.name, detail=detail, do=partial(change, by=ground.by, now=ground.now))


def _said(post: Post) -> str:
    return ", ".join((*sorted(post.roles), *(f"team {one}" for one in [post.team] if one)))


def _of_list(wanted: Definition, ground: Ground) -> list[Step]:
    """A list that is not there is fetched; one that is there under other terms is for a person to judge."""
    lists = house_lists()
    folder = lists.folder(wanted.id)
    if folder not in lists.all():
        fetched = partial(add, lists, wanted, Download(seconds=SECONDS), Terms(now=ground.now))
        return [Step(kind="list.add", subject=wanted.id, detail=str(wanted.format), do=fetched)]
    if state_of(folder).definition == wanted:
        return []
    return [Step(kind="list.other", subject=wanted.id, detail=str(wanted.format))]


def _of_kader(wanted: str | None, ground: Ground) -> list[Step]:
    """A kader is adopted by people, with a decision; here it is only seen whether it holds today."""
    if wanted is None:
        return []
    try:
        holds = kader_on(wanted.partition("/")[0], day_of(ground.now))
    except NotFound:
        holds = ""
    return [] if holds == wanted else [Step(kind="kader", subject=wanted, detail=holds)]
