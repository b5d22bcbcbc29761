"""Where kaders lie: under their organisation a folder for each version, named by its date."""

from pathlib import Path

from openkader.base.errors import NotFound


def versions_of(packs: Path, organisation: str) -> list[Path]:
    """The folders of an organisation's kaders, the newest version last."""
    folder = packs / organisation
    found = [path for path in folder.glob("????-??-??") if path.is_dir()] if _is_plain(organisation) else []
    return sorted(found)


def find_kader(packs: Path, name: str) -> Path:
    """The folder of ``organisation`` (its newest version) or ``organisation/version``."""
    organisation, _, version = name.partition("/")
    versions = versions_of(packs, organisation)
    chosen = [path for path in versions if not version or path.name == version]
    if not chosen:
        raise NotFound("kader", name)
    return chosen[-1]


def read_texts(folder: Path) -> dict[str, str]:
    """The texts of the files of a version, by their names; exactly as they lie there."""
    paths = sorted(folder.rglob("*.yaml"))
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8") for path in paths}


def _is_plain(name: str) -> bool:
    return name.replace("-", "").isalnum()
