"""The figures as a page of the reference; aggregated, and without any name from the data."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from benchmarks.screening.peers import COMPILED, OURS, PEER, PLAIN

FEW = 10
HEAD = """\
# Benchmark of screening

```
python -m benchmarks.screening [--quick] [--json] [--grow] [--write] [--alone] [--compiled] [--runs N] [--harness PATH]
```

This page is written by `python -m benchmarks.screening --write`. The harness, its lists and its names are not
part of the project, since some of them may not be published again; `--harness` says where they are
(`../shared/screening`, or what `SCREENING_HARNESS` says). The peers are installed by themselves in `out/venv`.
`--quick` takes under a minute: two of the lists, fewer questions, and the peers as they were measured last, or
on a small sample. `--grow` adds the curve to a million entities, which takes long; without it the last curve is
shown. `--alone` leaves the peers out, `--compiled` also measures the package as machine code (ADR 17), `--runs`
says how often each engine is asked (3). `--json` gives every figure by its name with those of the peers and the
ratio beside it. The exit code is 1 when a target is missed.
"""
ALIAS = """\
One name of each entity is taken off the list and asked. *Candidate*: the entity is among the first ten;
*alert*: and a person is told to look. Many aliases are other names altogether (a nickname, an acronym, a
former name), so a comparison of names stays well below 1.
"""
BENIGN = """\
The share of harmless people and organisations that raise an alert. Names equal to a listed name were left
out. One that is left among the Chinese organisations is on the OFAC list all the same, under its English name
(中国精密机械进出口公司, China Precision Machinery Import/Export Corporation): whoever reads characters finds it.
"""
WORSE = """\
An origin is worse off when the whole 95 % interval of its rate (Wilson) lies above that of all others together,
and more than one was bothered. For Chinese names in pinyin there is a reason that no engine takes away: pinyin
without tones writes many different names alike. Characters or a birth date do.
"""
INVENTED = """\
The invented names that come with the project and that `openkader screening report` counts, against the three
lists at once: matches + checks, with the 95 % interval of the rate; bold where an origin is worse off. They are
combinations of the commonest names of each origin, so the hardest there are. Names of somebody on a list were
left out.
"""
RELIABILITY = """\
Every hit of the alias task by its score, and the share of these hits that is the right entity. In a
calibrated score the two are alike. The table holds for questions whose answer is on the list; among people of
whom hardly anybody is listed, the same score means less.
"""
SPEED = """\
All questions over OFAC, EU and UN together, on one core, as a process: from its start to the last answer. Our
engine keeps the lists made ready: `wall_s` and `names_per_s` are those of a process that finds them so,
`cold_wall_s` and `cold_names_per_s` those of the very first, which reads the lists and makes the index. The peer
keeps nothing and begins anew each time. The memory is the most that any of these took.
"""
GROWTH = """\
The three lists, and made entities up to the number: each takes the form of a real one with the last part of
another's names. No new parts come, so more names share their parts than in a real list of that size.
"""
LIMITS = """\
## Limits

One machine, whose other cores were in use: times vary by some 30 %, so that ratios travel better than
seconds. Small classes (fewer than twenty) are anecdotes. The pairs in Wade-Giles, in the spelling of Hong
Kong and in Palladius are made by rule, not attested. Who tunes to these data measures himself: the engine is
to be checked on other lists and names as well.
"""


def page(found: Mapping[str, Any]) -> str:
    """The whole page."""
    parts = (
        HEAD,
        "\n".join(_made(found)),
        _part("What it must reach", "", _targets(found)),
        _part("Found on the lists", ALIAS, _alias(found)),
        *(_part(f"{name}, by class", "", _classes(found, name)) for name in _lists(found)),
        _part("Harmless people who raise an alert", BENIGN, _benign(found)),
        _part("Who is worse off", WORSE, _worse(found)),
        _part("Invented names by origin", INVENTED, _invented(found)),
        _part("Pairs that are one name: found", "", _pairs(found, "pair")),
        _part("Pairs that are two names: taken for one", "", _pairs(found, "pair-negative")),
        _part("How true the scores are", RELIABILITY, _reliability(found)),
        _part("Speed", SPEED, _speed(found)),
        _part("Growth", GROWTH, _growth(found)),
        _part("Data", "", _data(found)),
        LIMITS,
    )
    return "\n".join(part for part in parts if part)


def _part(title: str, words: str, rows: Iterable[str]) -> str:
    """A chapter, unless there is nothing to show in it."""
    shown = "\n".join(rows)
    return f"## {title}\n\n{words}{'' if not words else chr(10)}{shown}\n" if shown else ""


def _made(found: Mapping[str, Any]) -> Iterator[str]:
    machine, effort = found["machine"], found["effort"]
    versions = ", ".join(f"{name} {version}" for name, version in found["versions"].items())
    runs = f"the median of {effort['runs']} runs in turn" if effort["runs"] > 1 else "one run"
    yield f"Measured {found['made_at'][:10]} ({effort['name']}), {runs} of each engine;"
    yield f"{effort['queries']} questions a list, up to {effort['benign']} harmless names of each origin."
    yield f"{machine['processor']}, {machine['cores']} cores of which one is used, {machine['system']}."
    yield f"Python {machine['python']}, {versions}.\n"
    for name, of in found["engines"].items():
        if "kept_from" in of:
            yield f"The figures of {name} are those of {of['kept_from'][:10]}, over the full sample.\n"
        elif "sample" in of:
            yield f"The figures of {name} are over a small sample only.\n"
        elif of["runs"] > 1:
            yield f"{name} gave {'the same answers' if of['repeats'] else 'other answers'} in each run.  "


def _targets(found: Mapping[str, Any]) -> Iterator[str]:
    rows = (
        (
            row["target"],
            f"{'≤' if row['is_most'] else '≥'} {_short(row['bound'])}",
            _short(row["ours"]),
            _short(row["peer"]),
            "yes" if row["is_reached"] else "not measured" if row["ours"] is None else "**no**",
        )
        for row in found["targets"]
    )
    yield from table(("what", "target", OURS.name, PEER, "reached"), rows)


def _alias(found: Mapping[str, Any]) -> Iterator[str]:
    kinds = ("candidate", "alert", "rank1", "mrr")
    rows = [
        (name, engine, *(_short(_at(of, name, "alias", "ALL", kind)) for kind in kinds))
        for name in _lists(found)
        for engine, of in _reports(found).items()
    ]
    yield from table(("list", "engine", *kinds), rows)


def _classes(found: Mapping[str, Any], name: str) -> Iterator[str]:
    reports = _reports(found)
    ours = reports[OURS.name][name]["alias"]
    rows = [
        (label, figures["n"], *(_three(of, name, label) for of in reports.values()))
        for label, figures in sorted(ours.items(), key=lambda one: -one[1]["n"])
        if figures["n"] >= FEW and label != "ALL"
    ]
    yield from table(("class", "n", *(f"{engine} candidate / alert / rank1" for engine in reports)), rows)


def _three(report: Mapping[str, Any], name: str, label: str) -> str:
    return " / ".join(
        _short(_at(report, name, "alias", label, kind)) for kind in ("candidate", "alert", "rank1")
    )


def _benign(found: Mapping[str, Any]) -> Iterator[str]:
    reports, lists = _reports(found), _lists(found)
    origins = sorted({origin for name in lists for origin in reports[OURS.name][name].get("benign", {})})
    rows = [
        (
            origin.removeprefix("benign-"),
            _at(reports[OURS.name], lists[0], "benign", origin, "n"),
            *(
                " / ".join(_short(_at(of, name, "benign", origin, "alert")) for of in reports.values())
                for name in lists
            ),
        )
        for origin in (*(one for one in origins if one != "ALL"), "ALL")
    ]
    yield from table(("origin", "n", *lists), rows)
    yield f"\nEach cell: {' / '.join(reports)}."
    above = found["engines"][OURS.name].get("origins_above")
    if above:
        yield f"\nAbove the peer: {'; '.join(above)}."


def _worse(found: Mapping[str, Any]) -> Iterator[str]:
    rows = [
        (
            engine,
            row["list"],
            f"{row['origin'].removeprefix('benign-')} {row['script']}",
            row["n"],
            row["match"],
            row["check"],
            f"{row['low']:.1%} to {row['high']:.1%}",
        )
        for engine, of in found["engines"].items()
        for row in of.get("harm", ())
        if row["worse_off"]
    ]
    yield from table(("engine", "list", "origin", "n", "match", "check", "alert, 95 % interval"), rows)


def _invented(found: Mapping[str, Any]) -> Iterator[str]:
    held = {name: of["invented"] for name, of in found["engines"].items() if "invented" in of}
    cells = {(name, row["origin"], row["script"]): _rate(row) for name, rows in held.items() for row in rows}
    rows = [
        (
            row["origin"],
            row["script"],
            row["n"],
            *(cells[name, row["origin"], row["script"]] for name in held),
        )
        for row in held.get(OURS.name, ())
    ]
    yield from table(("origin", "script", "n", *held), rows)


def _rate(row: Mapping[str, Any]) -> str:
    """Matches and checks of an origin, in bold where it is worse off."""
    shown = f"{row['match']} + {row['check']} ({row['low']:.1%} to {row['high']:.1%})"
    return f"**{shown}**" if row["worse_off"] else shown


def _pairs(found: Mapping[str, Any], kind: str) -> Iterator[str]:
    reports = _reports(found)
    ours = reports[OURS.name].get("pairs", {}).get(kind, {})
    rows = [
        (label, figures["n"], *(_short(_at(of, "pairs", kind, label, "alert")) for of in reports.values()))
        for label, figures in sorted(ours.items(), key=lambda one: (one[0] == "ALL", one[0]))
    ]
    yield from table(("class", "n", *reports), rows)


def _reliability(found: Mapping[str, Any]) -> Iterator[str]:
    held = {name: of["reliability"] for name, of in found["engines"].items() if "reliability" in of}
    cells = {(name, one["low"]): one for name, of in held.items() for one in of["bins"]}
    edges = sorted({(one["low"], one["high"]) for of in held.values() for one in of["bins"]})
    rows = [
        (f"{low:g} to {high:g}", *(cell for name in held for cell in _bin(cells.get((name, low)))))
        for low, high in edges
    ]
    heads = (f"{name}: {what}" for name in held for what in ("hits", "score", "true"))
    yield from table(("score", *heads), rows)
    for name, of in held.items():
        yield (
            f"\n{name}: expected calibration error {_short(of['expected_error'])} over {of['hits']} hits, "
            f"{_short(of['expected_error_of_best'])} over the best hit of each question."
        )


def _bin(one: Mapping[str, Any] | None) -> tuple[str, str, str]:
    return ("", "", "") if one is None else (str(one["hits"]), _short(one["score"]), _short(one["true"]))


def _speed(found: Mapping[str, Any]) -> Iterator[str]:
    held = {name: of["speed"] for name, of in found["engines"].items() if "speed" in of}
    compiled = found["engines"][OURS.name].get("compiled")
    if compiled:
        held = {OURS.name: held[OURS.name], COMPILED.name: compiled["speed"], **held}
        yield f"The compiled package gave {'the same' if compiled['is_the_same'] else '**other**'} answers.\n"
    names = tuple(dict.fromkeys(figure for of in held.values() for figure in of))
    yield from table(
        ("figure", *held),
        [(figure, *(_short(of.get(figure)) for of in held.values())) for figure in names],
    )


def _growth(found: Mapping[str, Any]) -> Iterator[str]:
    if not found["growth"]:
        return
    yield f"Measured {found['growth']['made_at'][:10]}.\n"
    for name in (OURS.name, PEER):
        rows = found["growth"].get(name, [])
        if rows:
            yield f"{name}:\n"
            yield from table(tuple(rows[0]), [tuple(_short(cell) for cell in row.values()) for row in rows])
            yield ""


def _data(found: Mapping[str, Any]) -> Iterator[str]:
    yield from table(("file", "SHA-256"), [(name, f"`{digest}`") for name, digest in found["data"].items()])


def _reports(found: Mapping[str, Any]) -> dict[str, Any]:
    """The reports, ours first."""
    engines = found["engines"]
    return {name: engines[name]["report"] for name in (OURS.name, PEER, PLAIN) if name in engines}


def _lists(found: Mapping[str, Any]) -> list[str]:
    return [name for name in found["effort"]["lists"] if name in found["engines"][OURS.name]["report"]]


def _at(found: Any, *path: str) -> Any:
    for name in path:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _short(figure: float | None) -> str:
    """A figure as far as it means something; a dash where nothing was measured."""
    if figure is None:
        return "–"
    if isinstance(figure, int) or abs(figure) >= 1000:
        return f"{figure:,.0f}"
    return f"{figure:.3f}".rstrip("0").rstrip(".") if abs(figure) < 10 else f"{figure:.1f}".removesuffix(".0")


def table(head: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """A Markdown table; none without rows."""
    held = list(rows)
    for row in (head, ("---",) * len(head), *held) if held else ():
        yield "| " + " | ".join(str(cell) for cell in row) + " |"
