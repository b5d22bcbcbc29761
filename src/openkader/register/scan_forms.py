"""The self-scan of this installation: the form of its organisation, read once and kept ready."""

from functools import lru_cache
from pathlib import Path

from openkader.base.errors import Refusal, Refused
from openkader.casework.self_scan import ScanForm, load_self_scan
from openkader.casework.self_scan.loading import FILE
from openkader.kader import Assessor
from openkader.register.kaders import assessor_of
from openkader.register.pack_files import folder_with


def scan_form_here() -> ScanForm | None:
    """The form that companies fill in here; None where the organisation has none."""
    folder = _folder()
    return None if folder is None else _loaded(folder, (folder / FILE).stat().st_mtime_ns)


def scan_form() -> ScanForm:
    """The same for whoever wants to ask for it; refused where there is none."""
    found = scan_form_here()
    if found is None:
        raise Refused(Refusal("self-scan.closed"))
    return found


def scan_assessor() -> Assessor:
    """The newest kader of the organisation whose form it is."""
    folder = _folder()
    if folder is None:
        raise Refused(Refusal("self-scan.closed"))
    return assessor_of(folder.name)


def _folder() -> Path | None:
    return folder_with(FILE)


@lru_cache(maxsize=8)
def _loaded(folder: Path, written_at: int) -> ScanForm:
    """Read once; a file that was written again is read again."""
    return load_self_scan(folder)
