"""The version that a command is asked about: a folder, one of the packs, or one that was adopted here."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import NotFound, Unavailable
from openkader.base.text import Text
from openkader.cli import house
from openkader.cli.words import Screen
from openkader.kader import Kader, load_kader, load_texts, read_texts, versions_of

_NO_REGISTER = Text(
    nl="Het register is niet te lezen; dit zijn alleen de versies uit de packs.",
    en="The register cannot be read; these are the versions of the packs alone.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A version with the texts that it was read from; one that was adopted here has no folder."""

    kader: Kader
    texts: Mapping[str, str]
    organisation: Path
    folder: Path | None = None


def choose(packs: Path, name: str, screen: Screen) -> Chosen:
    """``organisation`` (its newest version), ``organisation/version``, or a folder that somebody is working on."""
    if Path(name).is_dir():
        return _in_folder(Path(name).resolve())
    organisation, _, version = name.partition("/")
    folders = {f"{organisation}/{path.name}": path for path in versions_of(packs, organisation)}
    if name in folders:
        return _in_folder(folders[name])
    known = sorted({*folders, *_adopted(organisation, screen)})
    found = [one for one in known if not version or one == name]
    if not found:
        raise NotFound("kader", name)
    newest = found[-1]
    return _in_folder(folders[newest]) if newest in folders else _adopted_here(packs, newest)


def every_version(packs: Path, screen: Screen) -> list[Chosen]:
    """Every version of every organisation, in the packs and adopted here."""
    folders = sorted(path for path in packs.glob("*/????-??-??") if path.is_dir())
    if not folders:
        raise NotFound("kader", str(packs))
    in_packs = {f"{path.parent.name}/{path.name}" for path in folders}
    organisations = sorted({path.parent.name for path in folders})
    here = [name for organisation in organisations for name in _adopted(organisation, screen)]
    return [
        *map(_in_folder, folders),
        *(_adopted_here(packs, name) for name in here if name not in in_packs),
    ]


def _in_folder(folder: Path) -> Chosen:
    kader = load_kader(folder)  # says what cannot be read at all, so it comes first
    return Chosen(kader=kader, texts=read_texts(folder), organisation=folder.parent, folder=folder)


def _adopted(organisation: str, screen: Screen) -> list[str]:
    """The names of what was adopted here; where there is no register, none is made."""
    if not house.has_register():
        return []
    try:
        house.open_house()
        house.check_database()
    except Unavailable:
        screen.complain(_NO_REGISTER.in_(screen.language))
        return []
    from openkader.register.adopted_kaders import adopted_versions

    return adopted_versions(organisation)


def _adopted_here(packs: Path, name: str) -> Chosen:
    from openkader.register.adopted_kaders import adopted_texts

    texts = adopted_texts(name)
    organisation = packs / name.partition("/")[0]
    return Chosen(kader=load_texts(texts, name), texts=texts, organisation=organisation)
