"""Where kaders lie: a name finds the newest version of an organisation, and nothing outside the packs."""

from pathlib import Path

import pytest

from openkader.base.errors import NotFound
from openkader.kader import find_kader, load_kader, versions_of
from tests.unit.kader_factories import write_pack


def test_an_empty_folder_holds_no_kader(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as raised:
        load_kader(tmp_path)
    assert (raised.value.kind, raised.value.name) == ("kader", str(tmp_path))


def test_the_newest_version_is_found_unless_another_is_asked(tmp_path: Path) -> None:
    write_pack(tmp_path)
    newest = tmp_path / "province" / "2025-06-01"
    newest.mkdir()
    (tmp_path / "province" / "registers").mkdir()
    (tmp_path / "province" / "2026-01-01").write_text("a file")
    assert [path.name for path in versions_of(tmp_path, "province")] == ["2024-01-01", "2025-06-01"]
    assert find_kader(tmp_path, "province") == newest
    assert find_kader(tmp_path, "province/2024-01-01").name == "2024-01-01"


def test_a_folder_outside_the_packs_is_not_found(tmp_path: Path) -> None:
    outside = write_pack(tmp_path)
    packs = outside.parent / "packs"
    packs.mkdir()
    assert versions_of(packs, "..") == []
    with pytest.raises(NotFound) as raised:
        find_kader(packs, "../2024-01-01")
    assert (raised.value.kind, raised.value.name) == ("kader", "../2024-01-01")


@pytest.mark.parametrize(
    "name", ["elsewhere", "province/2023-01-01", "", "..", "../province", "*", "province/../province", "/"]
)
def test_a_name_that_is_no_kader_is_not_found(tmp_path: Path, name: str) -> None:
    write_pack(tmp_path)
    with pytest.raises(NotFound):
        find_kader(tmp_path, name)
