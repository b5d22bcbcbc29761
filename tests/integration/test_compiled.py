"""The compiled package makes the same index and gives the same answers as the sources, to the last byte."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Builds an index of invented people and of organisations, asks others of the same origins, and says what came out.
PROGRAM = """
import hashlib, sys
from pathlib import Path
from openkader.screening.entities import Entity, ListedName
from openkader.screening.matching import meeting
from openkader.screening.origins import invented_names
from openkader.screening.screener import Screener

folder = Path(sys.argv[1])
FIRMS = ["深圳市比广贸易有限公司", "Shenzhen Biguang Trading Co., Ltd.", "Hebei University of Technology",
         "河北工业大学", "ООО Восток", "شركة النور", "Stichting De Linden", "Jiangsu Overseas Group", "삼한전자"]
STRANGE = ["", "???", "x" * 10_000, "\\u202eabc", "🙂 王", "1 2 3", "Li 李 Ли"]

def organisation(name):
    listed, properties = (ListedName(name),), {"name": (name,)}
    return Entity(id=name[:40], schema="Organization", dataset="d", names=listed, properties=properties)

people = [named.party for named in invented_names(12)]
Screener.of([*people[::2], *map(organisation, FIRMS[::2])]).write(folder)
screener = Screener.stored(folder)
answers = hashlib.sha256()
for party in [*people, *map(organisation, FIRMS + STRANGE)]:
    answers.update(repr(screener.screen(party)).encode())
index = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(folder.iterdir())))
print(meeting.__file__.rpartition(".")[2], len(people), index.hexdigest(), answers.hexdigest())
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("compiled")
    command = [sys.executable, "scripts/compiled.py", "--draft", str(place)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=900)
    with zipfile.ZipFile(next(place.glob("*.whl"))) as wheel:
        wheel.extractall(place / "package")
    return place / "package"


def said(package: Path, folder: Path) -> list[str]:
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        env={**os.environ, "PYTHONPATH": str(package), "PYTHONHASHSEED": "random"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_the_compiled_package_answers_as_the_sources_do(compiled: Path, tmp_path: Path) -> None:
    kind, asked, *plain = said(ROOT / "src", tmp_path / "plain")
    other_kind, other_asked, *machine = said(compiled, tmp_path / "machine")
    assert (kind, other_kind) == ("py", "so")
    assert int(asked) == int(other_asked) > 150
    assert machine == plain


def test_what_is_compiled_leaves_the_sources_as_they_were(compiled: Path) -> None:
    assert list((compiled / "openkader/screening/matching").glob("*.so"))
    assert not list((ROOT / "src").rglob("*.so"))
