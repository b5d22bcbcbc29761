"""The list for information protection, for the tests of its rules."""

from pathlib import Path

from openkader.casework.protection import Catalogue, Kept, StepSaid, StepState, load_protection

PACK = Path(__file__).resolve().parents[2] / "src/openkader/packs/zuid-holland"
FILE = (PACK / "protection.yaml").read_text(encoding="utf-8")
DONE, PLANNED = StepSaid(StepState.DONE), StepSaid(StepState.PLANNED)


def a_catalogue() -> Catalogue:
    return load_protection(PACK)


def all_said(names: list[str], said: StepSaid = DONE) -> dict[str, Kept]:
    return {name: Kept((said,)) for name in names}
