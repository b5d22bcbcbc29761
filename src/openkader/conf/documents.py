"""The settings of where documents are kept, as environment variables give them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from openkader.base.errors import Invalid, Problem
from openkader.conf.web_addresses import is_web_address
from openkader.register.bucket import Bucket
from openkader.register.bucket_signing import Keys

_URL, _BUCKET, _PREFIX = "OPENKADER_S3_URL", "OPENKADER_S3_BUCKET", "OPENKADER_S3_PREFIX"
_REGION, _STYLE = "OPENKADER_S3_REGION", "OPENKADER_S3_STYLE"
_KEY, _SECRET = "OPENKADER_S3_KEY", "OPENKADER_S3_SECRET"
_FORMS = {
    _BUCKET: re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
    _PREFIX: re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,5}"),
    _REGION: re.compile(r"[a-z0-9][a-z0-9-]{0,39}"),
    _STYLE: re.compile(r"path|host"),
}
_FIRST = {_REGION: "us-east-1", _STYLE: "path"}
_UNSAID = {_URL: "", _BUCKET: "", _PREFIX: "", _REGION: "", _STYLE: "", _KEY: "", _SECRET: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """The bucket that documents are kept in; without one they lie in the folder beside the database."""

    bucket: Bucket | None = None

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "Documents":
        """What the variables say; half a bucket is none, and is refused rather than taken for the folder."""
        said = {name: variables.get(name, "").strip() for name in _UNSAID}
        if not any(said.values()):
            return cls()
        said[_PREFIX] = f"{said[_PREFIX].strip('/')}/".removeprefix("/")
        words = said | {name: said[name] or first for name, first in _FIRST.items()}
        problems = [
            Problem("settings.s3-word", name, {"value": _sayable(words[name])})
            for name, form in _FORMS.items()
            if not form.fullmatch(words[name])
        ]
        if not _is_server(words[_URL]):
            problems.append(Problem("settings.s3-url", _URL))
        problems += [
            Problem("settings.s3-key", name) for name in (_KEY, _SECRET) if not _is_plain(words[name])
        ]
        if problems:
            raise Invalid(problems)
        keys = Keys(key=words[_KEY], secret=words[_SECRET], region=words[_REGION])
        return cls(
            bucket=Bucket(
                url=words[_URL].rstrip("/"),
                name=words[_BUCKET],
                keys=keys,
                prefix=words[_PREFIX],
                by_host=words[_STYLE] == "host",
            )
        )


def s3_server(variables: Mapping[str, str]) -> str:
    """The address at which the bucket is asked; nothing where there is none."""
    url, name = variables.get(_URL, ""), variables.get(_BUCKET, "")
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{name}.{rest}" if variables.get(_STYLE) == "host" else url


def _is_server(url: str) -> bool:
    """An address of a server and of nothing on it; a password in it would come along in every message about it."""
    return is_web_address(url) and urlsplit(url).path in ("", "/")


def _is_plain(word: str) -> bool:
    return bool(word) and word.isascii() and word.isprintable() and " " not in word


def _sayable(word: str) -> str:
    return word[:80].encode("utf-8", "replace").decode("utf-8")
