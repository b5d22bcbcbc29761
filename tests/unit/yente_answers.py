"""Answers in the form that yente 5.5 publishes, about invented parties and lists."""

import json
from dataclasses import dataclass, field
from typing import Any

from openkader.screening.entities import Entity, ListedName
from openkader.screening.yente import Answered, Asked

VERSION = "20261123064802-abc"
Json = dict[str, Any]


def party(*names: str, schema: str = "Person", **properties: tuple[str, ...]) -> Entity:
    return Entity(
        id="party-1",
        schema=schema,
        dataset="",
        names=tuple(map(ListedName, names)),
        properties={"name": names, **properties},
    )


def dataset(name: str, *children: str, **changes: Any) -> Json:
    return {
        "name": name,
        "title": f"The invented list {name}",
        "updated_at": "2026-11-22T01:00:00",
        "last_export": "2026-11-23T06:48:02",
        "entity_count": 9000,
        "thing_count": 5000,
        "version": VERSION,
        "children": list(children),
        "load": not children,
        "index_version": None,
        "index_current": False,
        **changes,
    }


def catalog(*datasets: Json) -> Json:
    """A catalog; by default `sanctions` is indexed as a whole and holds two lists."""
    found = datasets or (
        dataset("sanctions", "xx_list", "yy_list", index_version=VERSION, index_current=True, load=True),
        dataset("xx_list", load=None),
        dataset("yy_list", load=None, thing_count=None, entity_count=70),
        dataset("zz_other"),
    )
    return {"datasets": list(found), "current": ["sanctions"], "outdated": [], "index_stale": False}


def result(**changes: Any) -> Json:
    return {
        "id": "NK-1",
        "caption": "HO Chun-yan",
        "schema": "Person",
        "properties": {"name": ["HO Chun-yan"], "birthDate": ["1962-05-01"], "topics": ["sanction"]},
        "datasets": ["yy_list", "xx_list"],
        "referents": ["xx-1"],
        "target": True,
        "first_seen": "2026-01-01T12:00:00",
        "last_seen": "2026-11-23T12:00:00",
        "last_change": "2026-02-01T12:00:00",
        "score": 0.95,
        "explanations": {
            "name_match": {
                "score": 0.95,
                "detail": "[ho chun yan]",
                "query": "Ho Chun Yan",
                "candidate": "HO Chun-yan",
            }
        },
        "match": True,
        **changes,
    }


def matches(*results: Json, asked: Json | None = None, **changes: Any) -> Json:
    """The answer of POST /match about one party; `asked` are the properties that the server says back."""
    query = {"id": None, "schema": "Person", "properties": asked or {"name": ["Ho Chun Yan"]}}
    total = {"value": sum(bool(one.get("match")) for one in results), "relation": "eq"}
    one = {"status": 200, "results": list(results), "total": total, "query": query, **changes}
    return {"responses": {"party": one}, "limit": 10}


@dataclass
class Server:
    """A transport that answers from memory, and keeps what it was asked."""

    match: Json = field(default_factory=lambda: matches(result()))
    catalog: Json = field(default_factory=catalog)
    answers: list[Answered] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    server: str = "http://yente.example:8000"

    def __call__(self, asked: Asked) -> Answered:
        self.asked.append(asked)
        if asked.path == "catalog":
            return good(self.catalog)
        return self.answers.pop(0) if self.answers else good(self.match)


def good(data: object) -> Answered:
    return Answered(status=200, body=json.dumps(data).encode())
