"""The set-up file: how an organisation wants its installation, read strictly and with nothing in it that is secret."""

import os
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from openkader.base.document import Entry, read_file
from openkader.base.errors import Invalid, Problem
from openkader.base.reading import Fields, Reader
from openkader.base.text import Language
from openkader.casework.permissions import may_hold
from openkader.casework.vocabulary import AccountRole
from openkader.cli.downloads import absolute_source
from openkader.register.accounts import MOST_OF_TEAM, is_account_name
from openkader.screening.lists import Definition, Format, Lists
from openkader.screening.lists.table import read_mapping

MOST_BYTES = 256 * 1024  # a thousand accounts are some 100 kB
MOST_SECRET = 4096
_SITE = re.compile(r"https?://[A-Za-z0-9.\[\]:-]+(/[A-Za-z0-9._~/-]*)?")
_PLAIN = re.compile(r"[^\"'\\#\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One environment variable as it should be; of a secret only its place may be said."""

    variable: str
    value: str
    where: str
    secret_at: str = ""

    @property
    def shown(self) -> str:
        """The value as anybody may read it."""
        return f"({self.secret_at})" if self.secret_at else self.value


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
        ("organisation", "sign_in", "kader", "accounts", "lists"),
    )
    organisation = parts.entry("organisation")
    sign_in = parts.entry("sign_in")
    found = SetUp(
        settings=(
            *(reader.organisation(organisation) if organisation else ()),
            *(reader.sign_in(sign_in) if sign_in else ()),
        ),
        kader=parts.words_or_none("kader"),
        accounts=reader.accounts(parts.items("accounts")),
        lists=reader.lists(parts.items("lists")),
    )
    reader.finish()
    return found


class _Reading(Reader):
    """Reads the parts; paths in it are meant from the folder of the file."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def organisation(self, entry: Entry) -> list[Setting]:
        """Under which names it is found, and whose pack is the open one."""
        fields = self.mapping(entry, (), ("pack", "address", "hosts", "https", "language"))
        address, language = fields.words_or_none("address"), fields.words_or_none("language")
        if address and not _SITE.fullmatch(address):
            self.report("settings.address", fields.place("address"), value=address[:80])
        if language:
            self._is_one_of(language, Language, fields.place("language"))
        found = [
            *self._word(fields, "pack", "OPENKADER_ORGANISATION"),
            *self._word(fields, "address", "OPENKADER_ADDRESS"),
            *self._word(fields, "language", "OPENKADER_LANGUAGE"),
            *self._truth(fields, "https", "OPENKADER_HTTPS"),
        ]
        if fields.entry("hosts"):
            found += self._setting("OPENKADER_HOSTS", ",".join(fields.codes("hosts")), fields.place("hosts"))
        return found

    def sign_in(self, entry: Entry) -> list[Setting]:
        """Second steps, and the provider with what its groups stand for."""
        fields = self.mapping(entry, (), ("second_step", "confirm_minutes", "provider"))
        found = self._truth(fields, "second_step", "OPENKADER_TWO_STEPS")
        minutes = fields.integer("confirm_minutes")
        if minutes is not None:
            place = fields.place("confirm_minutes")
            found += self._setting("OPENKADER_CONFIRM_MINUTES", str(minutes), place)
        provider = fields.entry("provider")
        return found + (self._provider(provider) if provider else [])

    def _provider(self, entry: Entry) -> list[Setting]:
        optional = ("name", "scopes", "name_claim", "role_claim", "groups")
        fields = self.mapping(entry, ("issuer", "client", "secret"), optional)
        found = [
            *self._word(fields, "issuer", "OIDC_URL"),
            *self._word(fields, "client", "OIDC_CLIENT_ID"),
            *self._secret(fields, "secret", "OIDC_CLIENT_SECRET"),
            *self._word(fields, "name", "OIDC_NAME"),
            *self._word(fields, "name_claim", "OIDC_NAME_CLAIM"),
            *self._word(fields, "role_claim", "OIDC_ROLE_CLAIM"),
        ]
        if fields.entry("scopes"):
            found += self._setting("OIDC_SCOPES", " ".join(fields.codes("scopes")), fields.place("scopes"))
        groups = fields.entry("groups")
        return found + (self._groups(groups) if groups else [])

    def _groups(self, entry: Entry) -> list[Setting]:
        pairs = []
        for word, one in self.pairs(entry):
            role = self.value(one, str, "-")
            if not word.strip() or ";" in word:
                self.report("setup.bad-group", one.where)
            elif self._is_one_of(role, AccountRole, one.where):
                pairs.append(f"{word.strip()}={role}")
        return self._setting("OIDC_ROLES", ";".join(pairs), entry.where) if pairs else []

    def _word(self, fields: Fields, key: str, variable: str) -> list[Setting]:
        words = fields.words_or_none(key)
        return self._setting(variable, words, fields.place(key)) if words else []

    def _truth(self, fields: Fields, key: str, variable: str) -> list[Setting]:
        said = fields.truth(key)
        return [] if said is None else self._setting(variable, "on" if said else "off", fields.place(key))

    def _setting(self, variable: str, value: str, where: str) -> list[Setting]:
        if not _PLAIN.fullmatch(value):
            self.report("setup.bad-value", where, value=value[:80])
            return []
        return [Setting(variable=variable, value=value, where=where)]

    def _secret(self, fields: Fields, key: str, variable: str) -> list[Setting]:
        """What stands where the file says it stands; the secret is in no message."""
        said, where = fields.words_or_none(key), fields.place(key)
        if said is None:
            return []
        kind, _, place = said.partition(":")
        if kind not in ("file", "env") or not place:
            self.report("setup.secret-in-file", where)
            return []
        value = _from_file(self.folder / place) if kind == "file" else os.environ.get(place, "")
        if not _PLAIN.fullmatch(value) or value != value.strip():
            self.report("setup.secret-unreadable", where)
            return []
        return [Setting(variable=variable, value=value, where=where, secret_at=said)]

    def _is_one_of(self, word: str, known: type[StrEnum], where: str) -> bool:
        if word in list(known):
            return True
        self.report("setup.unknown-word", where, value=word[:80], known=", ".join(known))
        return False

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


def _from_file(path: Path) -> str:
    """One line of a small file; nothing where there is none."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_SECRET:
            return ""
        return path.read_text(encoding="utf-8").removesuffix("\n").removesuffix("\r")
    except (OSError, UnicodeDecodeError):
        return ""
