"""A name is spelt the same in every process, whatever order its sets come in there."""

import os
import subprocess
import sys

from tests.installation import ROOT

# The first can be read as a syllable or as an initial; the others take the other roads.
NAMES = ("Ah Sung", "Ho Chun-yan", "王小明", "عبد الرحمن", "Общество «Вымысел»", "Fictief Handel B.V.")
SPELT = """
import sys
from openkader.screening.names import read_name
for name in sys.argv[1:]:
    print([variant.tokens for variant in read_name(name, "LegalEntity").variants])
    print([variant.tokens for variant in read_name(name, "Person").variants])
"""


def spelt(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
    words = [sys.executable, "-c", SPELT, *NAMES]
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=True).stdout


def test_a_name_has_the_same_spellings_in_every_process() -> None:
    assert len({spelt(seed) for seed in ("0", "3", "5")}) == 1
