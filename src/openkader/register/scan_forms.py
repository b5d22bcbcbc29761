"""The self-scan of this installation: the form of its organisation, read once and kept ready."""

from datetime import date

from openkader.base.errors import Refusal, Refused
from openkader.casework.self_scan import ScanForm, load_self_scan
from openkader.casework.self_scan.loading import FILE
from openkader.kader import Assessor
from openkader.register.kaders import assessor_of, kader_on
from openkader.register.pack_files import folder_with, loaded


def scan_form_here() -> ScanForm | None:
    """The form that companies fill in here; None where the organisation has none."""
    return loaded(FILE, load_self_scan)


def scan_form() -> ScanForm:
    """The same for whoever wants to ask for it; refused where there is none."""
    found = scan_form_here()
    if found is None:
        raise Refused(Refusal("self-scan.closed"))
    return found


def scan_assessor(day: date) -> Assessor:
    """The kader of the organisation whose form it is, as it is in force on a day."""
    folder = folder_with(FILE)
    if folder is None:
        raise Refused(Refusal("self-scan.closed"))
    return assessor_of(kader_on(folder.name, day))
