"""The lists of a house as the database of these tests has them: in the folder, or in rows that machines share."""

from pathlib import Path

from openkader.register.house_lists import are_shared
from openkader.register.models import ListSnapshot, NameList
from openkader.register.shared_lists import SharedLists
from openkader.screening.lists import Lists


def lists_in(data: Path) -> Lists:
    """Those of the house with this data folder."""
    return SharedLists(data / "lists") if are_shared() else Lists(data / "lists")


def a_damaged_list(data: Path, name: str) -> None:
    """One of which nobody can tell what it is."""
    if are_shared():
        NameList.objects.create(name=name, definition="{", is_adopted=True)
        return
    (data / "lists" / name).mkdir()
    (data / "lists" / name / "list.json").write_text("{")


def never_read(data: Path, name: str) -> None:
    """Of this list nothing is in force any more."""
    if are_shared():
        NameList.objects.filter(name=name).update(current=None)
        return
    (data / "lists" / name / "current").unlink()


def without_its_snapshot(data: Path, name: str) -> None:
    """What is in force of this list cannot be read any more."""
    if are_shared():
        ListSnapshot.objects.filter(list__name=name).update(manifest="{}")
        return
    (data / "lists" / name / "current").write_text("nergens", encoding="utf-8")


def broken_off(data: Path, name: str) -> None:
    """An attempt to renew this list ended without a word."""
    if are_shared():
        NameList.objects.filter(name=name).update(is_begun=True)
        return
    (data / "lists" / name / ".draft").mkdir()
