"""The settings in a set-up file: under which names the house is found, and how colleagues sign in."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.errors import Invalid
from openkader.base.reading import Fields, Reader
from openkader.base.text import Language
from openkader.casework.case_system import read_mapping
from openkader.casework.vocabulary import AccountRole
from openkader.register.case_system.connection import Api

MOST_SECRET = 4096
_SITE = re.compile(r"https?://[A-Za-z0-9.\[\]:-]+(/[A-Za-z0-9._~/-]*)?")
_PLAIN = re.compile(r"[^\"'\\#\x00-\x1f\x7f]+")
_LISTS: Mapping[str, str] = {"scopes": "OIDC_SCOPES", "acr": "OIDC_ACR", "amr": "OIDC_AMR"}
_NUMBERS: Mapping[str, str] = {
    "confirm_minutes": "OPENKADER_CONFIRM_MINUTES",
    "idle_minutes": "OPENKADER_IDLE_MINUTES",
    "sessions": "OPENKADER_SESSIONS",
    "first_password_days": "OPENKADER_FIRST_PASSWORD_DAYS",
    "invitation_days": "OPENKADER_INVITATION_DAYS",
}


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


class SettingReader(Reader):
    """Reads the settings; paths in them are meant from the folder of the file."""

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
        known = ("second_step", "password_words", "leaked_passwords", *_NUMBERS, "provider")
        fields = self.mapping(entry, (), known)
        found = [
            *self._truth(fields, "second_step", "OPENKADER_TWO_STEPS"),
            *self._word(fields, "leaked_passwords", "OPENKADER_LEAKED_PASSWORDS"),
        ]
        if fields.entry("password_words"):
            words, place = fields.codes("password_words"), fields.place("password_words")
            found += self._setting("OPENKADER_PASSWORD_WORDS", ",".join(words), place)
        for key, variable in _NUMBERS.items():
            number = fields.integer(key)
            if number is not None:
                found += self._setting(variable, str(number), fields.place(key))
        provider = fields.entry("provider")
        return found + (self._provider(provider) if provider else [])

    def documents(self, entry: Entry) -> list[Setting]:
        """The bucket in which documents are kept."""
        fields = self.mapping(entry, ("server", "bucket", "key", "secret"), ("prefix", "region", "style"))
        return [
            *self._word(fields, "server", "OPENKADER_S3_URL"),
            *self._word(fields, "bucket", "OPENKADER_S3_BUCKET"),
            *self._word(fields, "prefix", "OPENKADER_S3_PREFIX"),
            *self._word(fields, "region", "OPENKADER_S3_REGION"),
            *self._word(fields, "style", "OPENKADER_S3_STYLE"),
            *self._word(fields, "key", "OPENKADER_S3_KEY"),
            *self._secret(fields, "secret", "OPENKADER_S3_SECRET"),
        ]

    def case_system(self, entry: Entry) -> list[Setting]:
        """Where the case system is, by what we are known there, and the file that says how it calls what we have."""
        fields = self.mapping(entry, (*(str(api) for api in Api), "client", "secret", "mapping"))
        found = [one for api in Api for one in self._word(fields, api, f"OPENKADER_ZGW_{api.name}")]
        found += self._word(fields, "client", "OPENKADER_ZGW_CLIENT")
        found += self._secret(fields, "secret", "OPENKADER_ZGW_SECRET")
        name = fields.words_or_none("mapping")
        if name:
            try:
                read_mapping(read_file(self.folder / name, name))
            except Invalid as error:
                self.problems += error.problems
            path = str((self.folder / name).absolute())
            found += self._setting("OPENKADER_ZGW_MAPPING", path, fields.place("mapping"))
        return found

    def _provider(self, entry: Entry) -> list[Setting]:
        optional = ("name", "name_claim", "role_claim", "groups", *_LISTS)
        fields = self.mapping(entry, ("issuer", "client", "secret"), optional)
        found = [
            *self._word(fields, "issuer", "OIDC_URL"),
            *self._word(fields, "client", "OIDC_CLIENT_ID"),
            *self._secret(fields, "secret", "OIDC_CLIENT_SECRET"),
            *self._word(fields, "name", "OIDC_NAME"),
            *self._word(fields, "name_claim", "OIDC_NAME_CLAIM"),
            *self._word(fields, "role_claim", "OIDC_ROLE_CLAIM"),
        ]
        for key, variable in _LISTS.items():
            if fields.entry(key):
                found += self._setting(variable, " ".join(fields.codes(key)), fields.place(key))
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


def _from_file(path: Path) -> str:
    """One line of a small file; nothing where there is none."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_SECRET:
            return ""
        return path.read_text(encoding="utf-8").removesuffix("\n").removesuffix("\r")
    except (OSError, UnicodeDecodeError):
        return ""
