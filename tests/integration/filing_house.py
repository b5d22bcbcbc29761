"""Cases that go to a case system, for the tests of the register."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.test import override_settings

from openkader.casework.vocabulary import AccountRole
from openkader.conf.case_system import CaseSystemSettings
from openkader.conf.security import Security
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.accounts import Post
from openkader.register.case_system.connection import CaseSystem
from openkader.register.case_system.filed import Filed
from tests.case_system import MAPPING
from tests.integration.token_house import HAND
from tests.web_pages import PASSWORD

NOWHERE = {
    f"OPENKADER_ZGW_{word}": f"https://zaken.example.nl/{word.lower()}/api/v1"
    for word in ("ZAKEN", "DOCUMENTEN", "CATALOGI", "BESLUITEN")
}


def a_case_system(
    folder: Path, variables: dict[str, str] | None = None, mapping: str = MAPPING
) -> CaseSystem:
    """The case system of the settings; without any, one that is never asked."""
    path = folder / "zgw.yaml"
    path.write_text(mapping, encoding="utf-8")
    names = {"OPENKADER_ZGW_CLIENT": "x", "OPENKADER_ZGW_SECRET": "x", **NOWHERE, **(variables or {})}
    found = CaseSystemSettings.read({**names, "OPENKADER_ZGW_MAPPING": str(path)}).system
    assert found is not None
    return found


def inside() -> Any:
    """What may be reached by a test that plays a server."""
    return Security.read({"OPENKADER_INNER": "127.0.0.1"}).outgoing


def connected(account: str = "koppeling") -> None:
    """An account of a case system, connected."""
    services.open_account(account, PASSWORD, post=Post(roles=[AccountRole.EVALUATOR]), **HAND)
    services.connect_case_system(account, **HAND)


def connecting(_: Assessor, folder: Path) -> Callable[[], object]:
    services.open_account("koppeling", PASSWORD, **HAND)

    def connect() -> None:
        with override_settings(CASE_SYSTEM=a_case_system(folder)):
            services.connect_case_system("koppeling", **HAND)

    return connect


def filing_again(assessor: Assessor, folder: Path) -> Callable[[], object]:
    connecting(assessor, folder)()
    return lambda: services.file_cases_again(everything=True, **HAND)


def noting(assessor: Assessor, _: Path) -> Callable[[], object]:
    from tests.integration.register_house import a_request  # it stands on this one

    filed = Filed(case=a_request(), made={"zaak": "https://zaken.example.nl/1"}, told="a" * 64)
    return lambda: services.note_filing(filed, **HAND)


CHANGES: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "connect_case_system": connecting,
    "file_cases_again": filing_again,
    "note_filing": noting,
}
