"""A made-up next version of the kader of Zuid-Holland: nobody proposed it, and nobody adopted it."""

import shutil
from pathlib import Path

from tests.unit.kader_factories import PACKS

VERSION = "2027-01-01"
_CHANGES = (
    ("kader.yaml", "in_force_from: 2024-01-01", f"in_force_from: {VERSION}"),
    (
        "kader.yaml",
        "title: {nl: Kader voor de relatie met China, en: Framework for the relationship with China}",
        "title: {nl: 'FICTIEF ontwerp, bedacht om te oefenen', en: 'FICTIONAL draft, made up to practise with'}",
    ),
    # A request that does not fit national policy is held instead of refused.
    (
        "tables.yaml",
        "outcome: refuse\n    ground: national_policy",
        "outcome: hold\n    ground: national_policy",
    ),
    # The expert has four weeks instead of three, and agrees on every visit of an office-holder too.
    ("action_lines.yaml", "moment_days: -21", "moment_days: -28"),
    ("action_lines.yaml", "when: {kind: outgoing_mission}\n        owner", "owner"),
    ("figures.yaml", "where: {programme: china, kind: outgoing_mission}", "where: {kind: outgoing_mission}"),
    ("facts.yaml", "nl: de vraag uit Zuid-Holland", "nl: de vraag uit de provincie"),
)


def packs_with_a_draft(folder: Path) -> Path:
    """The packs of the house, with a fictional second version."""
    packs = Path(shutil.copytree(PACKS, folder / "packs"))
    draft = Path(shutil.copytree(packs / "zuid-holland" / "2024-01-01", packs / "zuid-holland" / VERSION))
    for name, old, new in _CHANGES:
        written = (draft / name).read_text("utf-8")
        assert old in written, (name, old)
        (draft / name).write_text(written.replace(old, new, 1), "utf-8")
    return packs
