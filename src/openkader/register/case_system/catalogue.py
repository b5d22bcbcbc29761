"""The types of a catalogue, found by the words of the mapping; one that is not there is said by its name."""

from dataclasses import dataclass
from datetime import date

from openkader.base.errors import Refusal
from openkader.casework.case_system import CatalogueMapping
from openkader.register.case_system.calling import Calls, Denied, Found
from openkader.register.case_system.connection import Api


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The catalogue of the mapping, as it is on a day."""

    calls: Calls
    mapping: CatalogueMapping
    today: date

    def url(self) -> str:
        """Where the catalogue itself is."""
        found = self.calls.find(Api.CATALOGI, "catalogussen", domein=self.mapping.catalogue)
        if not found:
            raise missing("catalogus", self.mapping.catalogue)
        return str(found[0]["url"])

    def case_types(self) -> list[Found]:
        """Every published version of the zaaktype."""
        name = self.mapping.case_type
        query = {"catalogus": self.url(), "identificatie": name, "status": "definitief"}
        if not (found := self.calls.find(Api.CATALOGI, "zaaktypen", **query)):
            raise missing("zaaktype", name)
        return found

    def case_type_on(self, versions: list[Found], day: date) -> Found:
        """The version that held on a day; where the zaaktype is younger than the case, that of today."""
        for moment in (day, self.today):
            if found := [one for one in versions if _holds(one, moment)]:
                return found[-1]
        raise missing("zaaktype", self.mapping.case_type)

    def status_type(self, case_type: str, name: str) -> str:
        """Where the statustype of this description is."""
        return self._of_case_type("statustypen", "statustype", case_type, name)

    def result_type(self, case_type: str, name: str) -> str:
        """Where the resultaattype of this description is."""
        return self._of_case_type("resultaattypen", "resultaattype", case_type, name)

    def decision_type(self, case_type: str, name: str) -> str:
        """Where the besluittype of this description is, that may be used with the zaaktype today."""
        found = self.calls.find(Api.CATALOGI, "besluittypen", zaaktypen=case_type, status="definitief")
        return self._today("besluittype", found, name)

    def document_type(self, case_type: Found, name: str) -> str:
        """Where the informatieobjecttype of this description is, that may be used with the zaaktype today."""
        catalogue = str(case_type["catalogus"])
        found = self.calls.find(
            Api.CATALOGI, "informatieobjecttypen", catalogus=catalogue, status="definitief"
        )
        allowed = case_type.get("informatieobjecttypen")
        known = [one for one in found if isinstance(allowed, list) and one["url"] in allowed]
        return self._today("informatieobjecttype", known, name)

    def _of_case_type(self, path: str, kind: str, case_type: str, name: str) -> str:
        found = self.calls.find(Api.CATALOGI, path, zaaktype=case_type)
        return _named(kind, found, name)

    def _today(self, kind: str, found: list[Found], name: str) -> str:
        return _named(kind, [one for one in found if _holds(one, self.today)], name)


def missing(kind: str, name: str) -> Denied:
    """That the catalogue does not have something of this name."""
    return Denied(Refusal("filing.no-type", {"kind": kind, "name": name}))


def _named(kind: str, found: list[Found], name: str) -> str:
    for one in found:
        if one.get("omschrijving") == name:
            return str(one["url"])
    raise missing(kind, name)


def _holds(found: Found, day: date) -> bool:
    """Whether a version is in force on a day; the days are written as ISO has them, and compare as words."""
    begins, ends = str(found.get("beginGeldigheid") or ""), str(found.get("eindeGeldigheid") or "")
    return begins <= day.isoformat() and (not ends or day.isoformat() <= ends)
