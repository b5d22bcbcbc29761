"""The settings of a set-up file beside the environment, which is and stays where they are read from."""

import os
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from openkader.base.errors import Invalid, Problem
from openkader.base.on_disk import settle
from openkader.cli.setup_reading import Setting
from openkader.register.case_system.connection import Api

MOST_BYTES = 1 << 20
_LINE = re.compile(r"\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)")
_ON = ("1", "true", "on", "yes")


def _words(value: str, mark: str | None) -> object:
    return sorted(filter(None, (word.strip() for word in value.split(mark))))


# What is the same though it is written otherwise: the order of names, and the many words for on.
_MEANING: Mapping[str, Callable[[str], object]] = {
    "OPENKADER_HOSTS": lambda value: _words(value, ","),
    "OPENKADER_HTTPS": lambda value: value.lower() in _ON,
    "OPENKADER_TWO_STEPS": lambda value: value.lower() in _ON,
    "OPENKADER_ADDRESS": lambda value: value.rstrip("/"),
    "OPENKADER_PASSWORD_WORDS": lambda value: _words(value, ","),
    "OIDC_URL": lambda value: value.rstrip("/"),
    "OPENKADER_S3_URL": lambda value: value.rstrip("/"),
    **{f"OPENKADER_ZGW_{api.name}": lambda value: value.rstrip("/") for api in Api},
    "OPENKADER_S3_PREFIX": lambda value: value.strip("/"),
    "OIDC_SCOPES": lambda value: _words(value, None),
    "OIDC_ACR": lambda value: _words(value, None),
    "OIDC_AMR": lambda value: _words(value, None),
    "OIDC_ROLES": lambda value: _words(value, ";"),
}


def check_settings(wanted: Sequence[Setting]) -> None:
    """Refuse at its line what the house would refuse at its start."""
    said = {one.variable: one for one in wanted}
    _check_pack(said.get("OPENKADER_ORGANISATION"))
    values = {name: one.value for name, one in said.items()}
    problems: list[Problem] = []
    for kind in (type(settings.OIDC), type(settings.DOCUMENTS), type(settings.ZGW)):
        try:
            kind.read(values)
        except Invalid as error:
            problems += error.problems
    if problems:
        lines = {name: one.where for name, one in said.items()}
        raise Invalid([replace(one, where=lines.get(one.where, one.where)) for one in problems])


def _check_pack(pack: Setting | None) -> None:
    known = sorted(path.parent.name for path in Path(settings.OPENKADER_PACKS).glob("*/front-door.yaml"))
    if pack is not None and pack.value not in known:
        detail = {"value": pack.value[:80], "known": ", ".join(known)}
        raise Invalid([Problem("setup.unknown-word", pack.where, detail)])


def differing(wanted: Sequence[Setting], present: Mapping[str, str]) -> list[Setting]:
    """The settings that are not as they should be."""
    return [one for one in wanted if not _is_same(one, present)]


def _is_same(one: Setting, present: Mapping[str, str]) -> bool:
    meaning = _MEANING.get(one.variable, str)
    return one.variable in present and meaning(one.value) == meaning(present[one.variable])


def read_environment(path: Path) -> dict[str, str]:
    """The variables of an environment file, as systemd and podman read it; one that is not there holds none."""
    found = (_LINE.fullmatch(line) for line in _text(path).splitlines())
    return {one[1]: one[2].strip() for one in found if one}


def write_environment(path: Path, changed: Sequence[Setting]) -> None:
    """Replace these lines and no other, whole or not at all; readable by its owner only."""
    waiting = {one.variable: f"{one.variable}={one.value}" for one in changed}
    lines = []
    for line in _text(path).splitlines():
        found = _LINE.fullmatch(line)
        if found and found[1] in {one.variable for one in changed}:
            # The last of two lines of one name counts: only one is left.
            if found[1] in waiting:
                lines.append(waiting.pop(found[1]))
            continue
        lines.append(line)
    content = "".join(f"{line}\n" for line in [*lines, *waiting.values()])
    try:
        _replace(path.resolve(), content)
    except OSError as error:
        raise _unusable(path, error) from error


def _replace(path: Path, content: str) -> None:
    descriptor, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # made as 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            kept = path.stat()
            Path(draft).chmod(kept.st_mode & 0o640)
            with suppress(PermissionError):
                os.chown(draft, kept.st_uid, kept.st_gid)
        Path(draft).replace(path)
        settle(path.parent)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _text(path: Path) -> str:
    try:
        if path.exists() and path.stat().st_size > MOST_BYTES:
            raise Invalid([Problem("setup.too-large", path.name, {"limit": str(MOST_BYTES >> 10)})])
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: Exception) -> Invalid:
    reason = getattr(error, "strerror", None) or "utf-8"
    return Invalid([Problem("setup.unreadable-environment", path.name, {"reason": str(reason)})])
