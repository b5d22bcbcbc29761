"""The settings of the case system of the organisation, as environment variables give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.conf.web_addresses import is_web_address
from openkader.register.case_system.connection import Api, CaseSystem

ADDRESSES = {api: f"OPENKADER_ZGW_{api.name}" for api in Api}
CLIENT, SECRET, MAPPING = "OPENKADER_ZGW_CLIENT", "OPENKADER_ZGW_SECRET", "OPENKADER_ZGW_MAPPING"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSystemSettings:
    """The case system that cases go to; without one they stay here."""

    system: CaseSystem | None = None

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> "CaseSystemSettings":
        """What the variables say; a part of it is refused, rather than taken for none."""
        names = (*ADDRESSES.values(), CLIENT, SECRET, MAPPING)
        said = {name: variables.get(name, "").strip() for name in names}
        if not any(said.values()):
            return cls()
        wrong = [name for name in ADDRESSES.values() if not is_web_address(said[name])]
        wrong += [name for name in (CLIENT, SECRET, MAPPING) if not said[name]]
        if wrong:
            raise Invalid([Problem("settings.zgw", name, {"setting": name}) for name in wrong])
        return cls(
            system=CaseSystem(
                addresses={api: said[name].rstrip("/") for api, name in ADDRESSES.items()},
                client=said[CLIENT],
                secret=said[SECRET],
                mapping=Path(said[MAPPING]),
            )
        )
