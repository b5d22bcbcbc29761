"""`openkader kader list`: every version of each kader, and the drafts of the next."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from openkader.base.errors import Unavailable
from openkader.base.text import Text
from openkader.casework.kader_drafting import KaderState
from openkader.cli import house
from openkader.cli.words import Screen
from openkader.kader import versions_of

STATES: dict[KaderState, Text] = {
    KaderState.DRAFT: Text(nl="concept", en="draft"),
    KaderState.ADOPTED: Text(nl="vastgesteld, nog niet in werking", en="adopted, not in force yet"),
    KaderState.IN_FORCE: Text(nl="in werking", en="in force"),
    KaderState.REPLACED: Text(nl="vervangen", en="replaced"),
}
_NO_REGISTER = Text(
    nl="Er is hier geen register; dit zijn de versies uit de packs.",
    en="There is no register here; these are the versions of the packs.",
)


def list_versions(screen: Screen, packs: Path) -> int:
    """One line for each version; where no register is open those of the packs alone."""
    try:
        house.open_house()
        house.check_database()
    except Unavailable:
        screen.complain(_NO_REGISTER.in_(screen.language))
        screen.lines(name for organisation in organisations(packs) for name in _in_packs(packs, organisation))
        return 0
    from django.utils import timezone

    today = timezone.localdate(house.now())
    for organisation in organisations(packs):
        screen.lines(_here(organisation, today, screen.language))
    return 0


def _here(organisation: str, today: date, language: str) -> Iterator[str]:
    from openkader.register.selectors.kader_versions import drafts_of, versions_in

    for version in versions_in(organisation, today):
        yield f"{version.name}  {STATES[version.state].in_(language)}"
    for draft in drafts_of(organisation):
        yield f"{draft.reference}  {STATES[KaderState.DRAFT].in_(language)}: {draft.name} ({draft.base})"


def organisations(packs: Path) -> list[str]:
    """Who has versions in the packs, by name."""
    return sorted({path.parent.name for path in packs.glob("*/????-??-??") if path.is_dir()})


def _in_packs(packs: Path, organisation: str) -> list[str]:
    return [f"{organisation}/{path.name}" for path in versions_of(packs, organisation)]
