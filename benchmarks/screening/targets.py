"""What screening must reach, figure by figure, and whether it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

PINYIN = "benign-cn-pinyin-dev Latin"
HANZI = ("12 simplified to pinyin", "13 traditional to pinyin", "14 spaced hanzi to pinyin")
SCRIPTS = ("15 traditional to simplified", "51 organisation, traditional to simplified")
HONG_KONG = ("18 Cantonese to pinyin", "19 traditional to Cantonese")
WADE_GILES = ("16 Wade-Giles to pinyin", "17 traditional to Wade-Giles")
SHORTENED = ("10 initials", "11 one given syllable missing")
Of = Callable[[Mapping[str, Any]], float | None]


@dataclass(frozen=True, slots=True)
class Target:
    """A figure with its bound; `of` finds it among the figures of one engine."""

    name: str
    bound: float
    of: Of
    is_most: bool = False
    may_be_left_out: bool = False

    def is_reached(self, figure: float | None) -> bool:
        """What was not measured was not reached."""
        if figure is None:
            return False
        return figure <= self.bound if self.is_most else figure >= self.bound


def alias(name: str, figure: str) -> Of:
    """A figure over all questions of the alias task of a list."""
    return lambda of: _at(of, "report", name, "alias", "ALL", figure)


def worst_pair(*classes: str, kind: str = "pair") -> Of:
    """The worst of some classes of pairs."""
    worst = min if kind == "pair" else max

    def figure(of: Mapping[str, Any]) -> float | None:
        found = [_at(of, "report", "pairs", kind, name, "alert") for name in classes]
        return worst(known) if (known := [one for one in found if one is not None]) else None

    return figure


def worst_benign(of: Mapping[str, Any]) -> float | None:
    """The highest share of harmless people with a pinyin name that any list gives an alert on."""
    found = [_at(lists, "benign", PINYIN, "alert") for lists in of.get("report", {}).values()]
    return max((one for one in found if one is not None), default=None)


def worst_knowing(what: str) -> Of:
    """The same, with more known of these people."""

    def figure(of: Mapping[str, Any]) -> float | None:
        found = [_at(lists, what, "alert") for lists in of.get("knowing_more", {}).values()]
        return max((one for one in found if one is not None), default=None)

    return figure


def of_speed(figure: str, *where: str) -> Of:
    """A figure of the speed."""
    return lambda of: _at(of, *where, "speed", figure)


TARGETS = (
    Target("UN, alert recall", 0.58, alias("un-2026-02", "alert")),
    Target("EU, alert recall", 0.65, alias("eu-2026-08", "alert")),
    Target("OFAC, alert recall", 0.79, alias("ofac-sdn", "alert")),
    Target("UN, candidate recall at 10", 0.85, alias("un-2026-02", "candidate")),
    Target("EU, candidate recall at 10", 0.85, alias("eu-2026-08", "candidate")),
    Target("OFAC, candidate recall at 10", 0.90, alias("ofac-sdn", "candidate")),
    Target(
        "origins with more benign alerts than the peer",
        0,
        lambda of: of.get("origins_above_peer"),
        is_most=True,
    ),
    Target("hanzi → pinyin", 0.95, worst_pair(*HANZI)),
    Target("traditional ↔ simplified", 1.0, worst_pair(*SCRIPTS)),
    Target("Hong Kong spelling ↔ hanzi and pinyin", 0.90, worst_pair(*HONG_KONG)),
    Target("Wade-Giles", 0.95, worst_pair(*WADE_GILES)),
    Target("initials, a missing syllable", 0.90, worst_pair(*SHORTENED)),
    Target("Palladius", 0.90, worst_pair("23 Palladius to pinyin")),
    Target("hanzi organisation → English", 0.70, worst_pair("50 organisation, simplified to English")),
    Target(
        "same surname, other given name",
        0.01,
        worst_pair(
            "N2 same surname, other given name",
            "N3 same surname in hanzi, other given name",
            kind="pair-negative",
        ),
        is_most=True,
    ),
    Target(
        "last syllable differs",
        0.10,
        worst_pair("N4 last syllable differs", kind="pair-negative"),
        is_most=True,
    ),
    Target("benign pinyin names, by name alone", 0.05, worst_benign, is_most=True),
    Target("the same with a birth date", 0.01, worst_knowing("birth-date"), is_most=True),
    Target("the same with hanzi", 0.01, worst_knowing("hanzi"), is_most=True),
    Target("names a second, end to end from the stored index, one core", 1000, of_speed("names_per_s")),
    Target("p99 of a name, ms", 5, of_speed("p99_ms"), is_most=True),
    Target("names a second, compiled", 1000, of_speed("names_per_s", "compiled"), may_be_left_out=True),
    Target(
        "p99 of a name, compiled, ms", 5, of_speed("p99_ms", "compiled"), is_most=True, may_be_left_out=True
    ),
    Target("memory, MB", 300, of_speed("peak_mb"), is_most=True),
    Target("start from the stored index, s", 1, of_speed("start_s"), is_most=True),
    Target("build for 30,000 entities, s", 60, of_speed("build_30000_s"), is_most=True),
)


def judged(ours: Mapping[str, Any], peer: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Every target with our figure, that of the peer, and whether ours reaches it."""
    rows = []
    for target in TARGETS:
        figure = target.of(ours)
        if figure is None and target.may_be_left_out:
            continue
        rows.append(
            {
                "target": target.name,
                "bound": target.bound,
                "is_most": target.is_most,
                "ours": figure,
                "peer": target.of(peer),
                "is_reached": target.is_reached(figure),
            }
        )
    return rows


def origins_above(ours: Mapping[str, Any], peer: Mapping[str, Any]) -> list[str] | None:
    """The lists and origins in which we bother more harmless people than the peer; None if none can be compared."""
    theirs = {
        (name, origin): figures["alert"]
        for name, tasks in peer.items()
        for origin, figures in tasks.get("benign", {}).items()
        if origin != "ALL"
    }
    if not theirs:
        return None
    rates = {key: _at(ours, key[0], "benign", key[1], "alert") for key in theirs}
    return [
        f"{name}: {origin}" for (name, origin), rate in rates.items() if rate and rate > theirs[name, origin]
    ]


def _at(found: Any, *path: str) -> Any:
    for name in path:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found
