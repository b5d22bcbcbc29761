"""Hits and screenings of invented parties, for the tests."""

from typing import Any

from openkader.screening.evidence import Band, Compared, Evidence, Feature, Hit, ListUsed, Screening
from openkader.screening.names import Reason, Step

UN = ListUsed(id="un", snapshot="2026-11-23-0f3a9c2d", read_at="2026-11-23T06:00:00+00:00", entities=5123)
HONG_KONG = Step(Reason.HONG_KONG, "何俊仁", "Ho Chun-yan")


def hit(**changes: Any) -> Hit:
    fields: dict[str, Any] = {
        "entity": "un-1",
        "list": "un",
        "schema": "Person",
        "caption": "HO Chun-yan",
        "score": 0.9,
        "band": Band.MATCH,
        "asked": "何俊仁",
        "listed": "HO Chun-yan",
        "evidence": (Evidence(Feature.SAME_READING, 3.2, "何俊仁", "HO Chun-yan"),),
        "asked_steps": (HONG_KONG,),
        "missing": (Compared.BIRTH_DATE, Compared.IDENTIFIER),
        "properties": {"name": ("HO Chun-yan",), "birthDate": ("1962",)},
    }
    return Hit(**{**fields, **changes})


def screening(*hits: Hit, **changes: Any) -> Screening:
    fields: dict[str, Any] = {
        "query": "party-1",
        "band": hits[0].band if hits else Band.CLEAR,
        "hits": hits,
        "lists": (UN,),
        "compared": (Compared.NAME, Compared.COUNTRY),
        "missing": (Compared.BIRTH_DATE,),
    }
    return Screening(**{**fields, **changes})
