"""What an organisation keeps beside its kaders: its front door, its lists, its terms, letters and letterhead."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.casework.agreements import FILE as AGREEMENTS
from openkader.casework.agreements import load_renewing
from openkader.casework.calendars import read_deadlines
from openkader.casework.effect import load_survey
from openkader.casework.effect.loading import FILE as SURVEY
from openkader.casework.intake import load_front_door
from openkader.casework.intake.loading import FILE as FRONT_DOOR
from openkader.casework.interviews import FILE as INTERVIEWS
from openkader.casework.interviews import load_interviews
from openkader.casework.network import FILE as NETWORK
from openkader.casework.network import load_network
from openkader.casework.protection import load_protection
from openkader.casework.protection.loading import FILE as PROTECTION
from openkader.casework.publishing.publisher import FILE as PUBLICATION
from openkader.casework.publishing.publisher import load_publisher
from openkader.casework.retention import FILE as RETENTION
from openkader.casework.retention import load_retention
from openkader.casework.self_scan import load_self_scan
from openkader.casework.self_scan.loading import FILE as SELF_SCAN
from openkader.evaluation.claims.reading import FOLDER as CLAIMS
from openkader.evaluation.claims.reading import load_claims
from openkader.kader import Kader, find_kader, load_kader
from openkader.publication.letter_templates import FILE as LETTERS
from openkader.publication.letter_templates import read_templates
from openkader.publication.letterhead import FILE as LETTERHEAD
from openkader.publication.letterhead import read_letterhead

_FILES: tuple[tuple[str, Callable[..., object]], ...] = (
    (SELF_SCAN, load_self_scan),
    (PROTECTION, load_protection),
    (SURVEY, load_survey),
    (NETWORK, load_network),
    (INTERVIEWS, load_interviews),
    (RETENTION, lambda folder, **_beside: load_retention(folder)),
    (AGREEMENTS, lambda folder, **_beside: load_renewing(folder)),
    (PUBLICATION, lambda folder, **_beside: load_publisher(folder)),
)


def check_pack(organisation: Path, kaders: Collection[Kader]) -> None:
    """Read each file that the organisation has; `Invalid` with what is wrong in all of them."""
    letters, door = organisation / LETTERS, organisation / FRONT_DOOR
    problems = _wrong_with(lambda: read_deadlines(organisation))
    if door.is_file():
        problems += _wrong_with(lambda: load_front_door(organisation))
    for file, load in _FILES:
        if (organisation / file).is_file():
            problems += _wrong_with(partial(load, organisation, **_beside(kaders)))
    if letters.is_file():
        grounds = _grounds(organisation, kaders)
        problems += _wrong_with(lambda: read_templates(letters, grounds))
    if (organisation / LETTERHEAD).is_file():
        problems += _wrong_with(lambda: read_letterhead((organisation / LETTERHEAD).read_bytes()))
    for path in sorted((organisation / CLAIMS).glob("*.yaml")):
        problems += _wrong_with(partial(load_claims, path, _kader_of(organisation, kaders)))
    if problems:
        raise Invalid(problems)


def _kader_of(organisation: Path, kaders: Collection[Kader]) -> Callable[[str], Kader]:
    """The versions that are looked at, and else any other."""
    known = {kader.id: kader for kader in kaders}
    return lambda name: known.get(name) or load_kader(find_kader(organisation.parent, name))


def _beside(kaders: Collection[Kader]) -> dict[str, Mapping[str, object]]:
    """The versions that are looked at: what a file cites and shows has to stand in one of them."""
    sources = {name: source for kader in kaders for name, source in kader.sources.items()}
    measures = {measure.id: measure for kader in kaders for measure in kader.measures}
    return {"sources": sources, "measures": measures}


def _wrong_with(read: Callable[[], object]) -> list[Problem]:
    try:
        read()
    except Invalid as error:
        return list(error.problems)
    return []


def _grounds(organisation: Path, kaders: Iterable[Kader]) -> Collection[str]:
    """The grounds of every version: a letter about an older decision is still written.

    Another version that cannot be read is not what was asked about; it has its own check.
    """
    found = {kader.id: kader for kader in kaders}
    for version in organisation.glob("????-??-??"):
        if f"{organisation.name}/{version.name}" not in found:
            with suppress(Invalid):
                found[version.name] = load_kader(version)
    listed = [kader.lists["grounds"].items for kader in found.values() if "grounds" in kader.lists]
    return sorted({item.code for items in listed for item in items})
