"""The set-up file: how an organisation wants its installation, read strictly and with nothing in it that is secret."""

from dataclasses import dataclass, replace
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from openkader.base.document import Entry, read_file
from openkader.base.errors import Invalid, Problem
from openkader.base.reading import Fields
from openkader.casework.permissions import may_hold
from openkader.casework.vocabulary import AccountRole
from openkader.cli.downloads import absolute_source
from openkader.cli.setup_reading import Setting, SettingReader
from openkader.register.accounts import MOST_OF_TEAM, is_account_name
from openkader.screening.lists import Definition, Format, Lists
from openkader.screening.lists.table import read_mapping

MOST_BYTES = 256 * 1024  # a thousand accounts are some 100 kB


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountWish:
    """An account as it should be; None leaves that part to others, such as the provider."""

    name: str
    where: str
    is_open: bool
    roles: tuple[AccountRole, ...] | None
    team: str | None
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """All that the file says."""

    settings: tuple[Setting, ...] = ()
    kader: str | None = None
    accounts: tuple[AccountWish, ...] = ()
    lists: tuple[Definition, ...] = ()


def read_set_up(path: Path) -> SetUp:
    """The file, or `Invalid` with every problem and its line."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Invalid([Problem("setup.too-large", path.name, {"limit": str(MOST_BYTES >> 10)})])
    except OSError as error:
        raise Invalid(
            [Problem("document.unreadable", path.name, {"reason": error.strerror or ""})]
        ) from error
    reader = _Reading(path.absolute().parent)
    parts = reader.mapping(
        read_file(path, problems=reader.problems),
        (),
        ("organisation", "sign_in", "documents", "case_system", "kader", "accounts", "lists"),
    )
    organisation = parts.entry("organisation")
    sign_in, documents = parts.entry("sign_in"), parts.entry("documents")
    case_system = parts.entry("case_system")
    found = SetUp(
        settings=(
            *(reader.organisation(organisation) if organisation else ()),
            *(reader.sign_in(sign_in) if sign_in else ()),
            *(reader.documents(documents) if documents else ()),
            *(reader.case_system(case_system) if case_system else ()),
        ),
        kader=parts.words_or_none("kader"),
        accounts=reader.accounts(parts.items("accounts")),
        lists=reader.lists(parts.items("lists")),
    )
    reader.finish()
    return found


class _Reading(SettingReader):
    """Reads the settings, the accounts and the lists."""

    def accounts(self, entries: list[Entry]) -> tuple[AccountWish, ...]:
        """Every account once, whatever its capitals."""
        found: dict[str, AccountWish] = {}
        for entry in entries:
            one = self._account(entry)
            if one.name.casefold() in found:
                self.report("setup.twice", one.where, value=one.name)
            found[one.name.casefold()] = one
        return tuple(found.values())

    def _account(self, entry: Entry) -> AccountWish:
        fields = self.mapping(entry, ("name",), ("open", "roles", "team", "mail"))
        name, team, address = (fields.words_or_none(key) for key in ("name", "team", "mail"))
        if name and not is_account_name(name):
            self.report("account.bad-name", fields.place("name"), name=name[:80])
        if team and len(team) > MOST_OF_TEAM:
            self.report("account.long-team", fields.place("team"), most=str(MOST_OF_TEAM))
        if address and not _is_address(address):
            self.report("setup.bad-address", fields.place("mail"), value=address[:80])
        return AccountWish(
            name=name or "",
            where=entry.where,
            is_open=fields.truth("open") is not False,
            roles=self._roles(fields) if "roles" in fields.values else None,
            team=team,
            address=address,
        )

    def _roles(self, fields: Fields) -> tuple[AccountRole, ...]:
        place = fields.place("roles")
        roles = tuple(
            AccountRole(word) for word in fields.codes("roles") if self._is_one_of(word, AccountRole, place)
        )
        refusal = may_hold(roles)
        if refusal is not None:
            self.report(refusal.code, place)
        return roles

    def lists(self, entries: list[Entry]) -> tuple[Definition, ...]:
        """Every list once."""
        found: dict[str, Definition] = {}
        for entry in entries:
            one = self._list(entry)
            if one is not None and one.id in found:
                self.report("setup.twice", entry.where, value=one.id)
            elif one is not None:
                found[one.id] = one
        return tuple(found.values())

    def _list(self, entry: Entry) -> Definition | None:
        fields = self.mapping(entry, ("name", "format", "sources"), ("mapping", "at_least"))
        form, percent = fields.words("format"), fields.integer("at_least")
        if not self._is_one_of(form, Format, fields.place("format")):
            return None
        if percent is not None and not 1 <= percent <= 100:
            self.report("setup.bad-value", fields.place("at_least"), value=str(percent))
        mapping = fields.words_or_none("mapping")
        if (Format(form) is Format.TABLE) != bool(mapping):
            code = "list.mapping-not-wanted" if mapping else "list.no-mapping"
            self.report(code, fields.place("mapping"))
            return None
        try:
            return Definition(
                id=Lists(self.folder).folder(fields.words("name")).id,
                format=Format(form),
                sources=tuple(self._source(one) for one in fields.codes("sources")),
                mapping=self._mapping(mapping) if mapping else "",
                at_least=(90 if percent is None else percent) / 100,
            )
        except Invalid as error:
            self.problems += [replace(one, where=f"{entry.where}: {one.where}") for one in error.problems]
            return None

    def _source(self, source: str) -> str:
        here = self.folder / source
        return absolute_source(str(here) if here.is_file() else source)

    def _mapping(self, name: str) -> str:
        read_mapping(self.folder / name)
        return (self.folder / name).read_text(encoding="utf-8")


def _is_address(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return len(address) <= 254
