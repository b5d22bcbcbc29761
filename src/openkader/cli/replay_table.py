"""A replay as it is printed: how much changes, from what to what, why, and what the history does not answer."""

from collections.abc import Iterator

from openkader.base.text import Text
from openkader.cli.words import WIDTH, indented
from openkader.kader.model import Outcome
from openkader.kader.records import OUTCOMES
from openkader.kader.replaying import Difference, Replay, Side, report

MOST = 20  # differences that are printed; the file holds them all
STOPPED = Text(
    nl="Gestopt na {0} zaken, waarvan er {1} anders uitvallen. Er is niets bewaard.",
    en="Stopped after {0} cases, of which {1} come out otherwise. Nothing was kept.",
)
KEPT = Text(nl="Bewaard in het register als {0}.", en="Kept in the register as {0}.")
WRITTEN = Text(nl="Bewaard in {0}.", en="Kept in {0}.")
_NAMES = {
    "head": Text(
        nl="{old} ({old_digest}) naast {new} ({new_digest})",
        en="{old} ({old_digest}) beside {new} ({new_digest})",
    ),
    "none": Text(nl="Er zijn nog geen getoetste zaken.", en="There are no assessed cases yet."),
    "same": Text(
        nl="{cases} zaken: geen enkele valt anders uit.", en="{cases} cases: none comes out otherwise."
    ),
    "changed": Text(
        nl="{cases} zaken: {changed} vallen anders uit.", en="{cases} cases: {changed} come out otherwise."
    ),
    "matrix": Text(nl="Van uitkomst naar uitkomst", en="From outcome to outcome"),
    "why": Text(nl="Wat er anders wordt, en waarom", en="What becomes otherwise, and why"),
    "more": Text(
        nl="En nog {0} verschillen; --output FILE bewaart ze alle.",
        en="And {0} differences more; --output FILE keeps them all.",
    ),
    "cases": Text(nl="{cases} × {before} → {after}", en="{cases} × {before} → {after}"),
    "stays": Text(nl="{cases} × blijft {before}", en="{cases} × stays {before}"),
    "added": Text(nl="erbij: {0}", en="added: {0}"),
    "removed": Text(nl="vervalt: {0}", en="removed: {0}"),
    "example": Text(nl="bijvoorbeeld {0}", en="for example {0}"),
    "measures": Text(nl="Maatregelen", en="Measures"),
    "measure": Text(
        nl="{measure}: {added} × erbij, {removed} × vervalt",
        en="{measure}: {added} × added, {removed} × removed",
    ),
    "facts": Text(nl="Wat de geschiedenis niet beantwoordt", en="What the history does not answer"),
    "new": Text(
        nl="{cases} × {label}: een nieuwe vraag, dus onbekend",
        en="{cases} × {label}: a new question, so unknown",
    ),
    "open": Text(nl="{cases} × {label}: niet beantwoord", en="{cases} × {label}: not answered"),
    "options": Text(
        nl="{cases} × {label}: beantwoord voordat men kon kiezen uit {options}",
        en="{cases} × {label}: answered before one could choose {options}",
    ),
    "dropped": Text(
        nl="{cases} × ‘{fact}’: het nieuwe kader vraagt dit niet",
        en="{cases} × ‘{fact}’: the new kader does not ask this",
    ),
}
_SIDES = {
    Side.OLD: Text(nl="voor het oude kader onbekend", en="unknown to the old kader"),
    Side.NEW: Text(nl="voor het nieuwe kader onbekend", en="unknown to the new kader"),
}
_NEVER = {
    Side.OLD: Text(nl="kan niet volgens het oude kader", en="cannot be, says the old kader"),
    Side.NEW: Text(nl="kan niet volgens het nieuwe kader", en="cannot be, says the new kader"),
}
_REASONS = {
    "type_changed": Text(
        nl="de vraag is van een ander soort geworden", en="the question has become of another type"
    ),
    "option_gone": Text(
        nl="een gekozen antwoord bestaat niet meer", en="an answer that was chosen is no longer there"
    ),
    "no_answer": Text(
        nl="wat er staat is geen antwoord op deze vraag", en="what stands there is no answer to this question"
    ),
}


def table(found: Replay, language: str) -> Iterator[str]:
    """What a reader wants to know, the most important first."""
    tally = found.tally
    kaders = {side: one.kader for side, one in found.assessors.items()}
    yield _say(
        "head",
        language,
        old=kaders[Side.OLD].id,
        old_digest=kaders[Side.OLD].digest[:12],
        new=kaders[Side.NEW].id,
        new_digest=kaders[Side.NEW].digest[:12],
    )
    if not tally.cases:
        yield _say("none", language)
        return
    yield _say("changed" if tally.changed else "same", language, cases=tally.cases, changed=tally.changed)
    yield from _matrix(found, language)
    yield from _differences(found, language)
    yield from _measures(found, language)
    yield from _facts(found, language)


def _matrix(found: Replay, language: str) -> Iterator[str]:
    yield from _title("matrix", language)
    for before in Outcome:
        for after in Outcome:
            if cases := found.tally.matrix[before, after]:
                mark = " " if before is after else "!"
                yield f"{mark} {cases:>9}  {OUTCOMES[before].in_(language):<28} → {OUTCOMES[after].in_(language)}"


def _differences(found: Replay, language: str) -> Iterator[str]:
    if not found.differences:
        return
    yield from _title("why", language)
    ordered = sorted(found.differences, key=lambda one: -one.cases)
    for one in ordered[:MOST]:
        yield from _difference(one, language)
    if len(ordered) > MOST:
        yield _say("more", language, len(ordered) - MOST)


def _difference(one: Difference, language: str) -> Iterator[str]:
    before, after = (OUTCOMES[outcome].in_(language) for outcome in (one.before, one.after))
    yield _say("cases" if one.row else "stays", language, cases=one.cases, before=before, after=after)
    if one.row:
        yield from indented(one.row.why.in_(language))
    for name, measures in (("added", one.added), ("removed", one.removed)):
        if measures:
            yield from indented(_say(name, language, ", ".join(measures)))
    yield from indented(_say("example", language, ", ".join(one.examples)))


def _measures(found: Replay, language: str) -> Iterator[str]:
    tally = found.tally
    names = sorted(tally.added.keys() | tally.removed.keys())
    if names:
        yield from _title("measures", language)
    for name in names:
        yield _say("measure", language, measure=name, added=tally.added[name], removed=tally.removed[name])


def _facts(found: Replay, language: str) -> Iterator[str]:
    lines = list(_fact_lines(found, language))
    if lines:
        yield from _title("facts", language)
    yield from lines


def _fact_lines(found: Replay, language: str) -> Iterator[str]:
    for row in report.unanswered(found):
        yield _say(
            "new" if row["is_new"] else "open", language, cases=row["cases"], label=row["label"][language]
        )
    for row in report.unfit(found):
        side, reason = _SIDES[Side(row["kader"])].in_(language), _REASONS[row["reason"]].in_(language)
        yield f"{row['cases']} × {row['label'][language]}: {side}, {reason}"
    for row in report.impossible(found):
        side = _NEVER[Side(row["kader"])].in_(language)
        yield f"{row['cases']} × ‘{row['text'][language]}’: {side}"
    for row in report.options_added(found):
        options = ", ".join(row["options"])
        yield _say("options", language, cases=row["cases"], label=row["label"][language], options=options)
    for name, cases in sorted(found.tally.dropped.items()):
        yield _say("dropped", language, cases=cases, fact=name)


def _title(name: str, language: str) -> Iterator[str]:
    yield ""
    yield _say(name, language)
    yield "-" * WIDTH


def _say(name: str, language: str, *args: object, **more: object) -> str:
    return _NAMES[name].in_(language).format(*args, **more)
