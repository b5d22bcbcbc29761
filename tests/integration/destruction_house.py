"""Dossiers that may go, lists of them, and everything that a register says of its years; all of it made up."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models as columns

from openkader.casework.permissions import HOUSE, NOBODY, HouseHand, Person
from openkader.casework.retention import RecordKind, Reviewer
from openkader.casework.vocabulary import Confidentiality
from openkader.evaluation.account import account_of
from openkader.evaluation.effects import as_json, effects_of
from openkader.evaluation.matrix import matrix_of
from openkader.evaluation.years import years_of
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.destruction_entries import AgreementEntry, ExemptionEntry, Nominated, NominationEntry
from openkader.register.selectors.known_years import known_years

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
ARCHIVIST: dict[str, Any] = {"by": HouseHand("cli:archivist"), "now": NOW}
OWNER: dict[str, Any] = {"by": HouseHand("cli:owner"), "now": NOW}


def years() -> list[int]:
    return sorted({*models.Activity.objects.values_list("year", flat=True)})


def all_figures(today: date) -> dict[str, object]:
    """Every figure of every year for a colleague and for the public: what it counts, and what it covers."""
    found: dict[str, object] = {}
    for reader in (HOUSE, NOBODY):
        for year in years():
            who = f"{year} {'inside' if reader is HOUSE else 'public'}"
            found |= _of_year(year, reader, who, today)
        found[f"years {reader.roles}"] = _over_years(years(), reader)
    return found


def _of_year(year: int, reader: Person, who: str, today: date) -> dict[str, object]:
    figures = account_of(year, reader=reader).figures
    effects = as_json(effects_of(year, reader=reader, today=today), "nl")
    covered = matrix_of(year, reader=reader, today=today)
    return {
        f"{who} figures": {
            name: (repr(one.count.range), repr(one.count.total), one.declared, one.status)
            for name, one in figures.items()
        },
        f"{who} cover": sorted(
            (row.activity.reference, line, str(cell.cover))
            for row in covered.rows
            for line, cell in row.cells.items()
        ),
        f"{who} effects": _without_labels(effects),
    }


def _over_years(asked: Sequence[int], reader: Person) -> object:
    found = years_of(asked, known_years())
    return (
        [line.cells for line in found.comparison().lines],
        found.activities_by("kind"),
        found.closed(),
        found.by_area(reader),
    )


def _without_labels(told: object) -> object:
    if isinstance(told, dict):
        return {name: _without_labels(one) for name, one in told.items() if name not in ("label", "said")}
    return [_without_labels(one) for one in told] if isinstance(told, list) else told


def words_in_register(*but: type[columns.Model]) -> dict[str, set[str]]:
    """Every text of every table, by what table it stands in."""
    found: dict[str, set[str]] = {}
    for model in apps.get_app_config("register").get_models():
        if model in but:
            continue
        names = [
            field.attname
            for field in model._meta.concrete_fields
            if isinstance(field, (columns.CharField, columns.TextField, columns.JSONField))
        ]
        rows = model._default_manager.values_list(*names) if names else []
        found[model.__name__] = {str(value) for row in rows for value in row if value}
    return found


def nominated(*dossiers: str, kind: RecordKind = RecordKind.REQUEST) -> str:
    chosen = [Nominated(dossier=one, kind=kind) for one in dossiers]
    return services.draw_up_destruction_list(NominationEntry(due_by=NOW.date(), chosen=chosen), **HAND)


def agreed(place: str) -> str:
    for reviewer, hand in ((Reviewer.ARCHIVIST, ARCHIVIST), (Reviewer.OWNER, OWNER)):
        services.agree_to_destruction(
            AgreementEntry(list=place, reviewer=reviewer, seen=left_on(place)), **hand
        )
    return place


def left_on(place: str) -> int:
    return models.DestructionItem.objects.filter(list__reference=place, exemption__isnull=True).count()


def made_up_closed(assessor: Assessor, number: int = 40, seed: int = 7) -> list[str]:
    """The made-up dossiers that were closed long ago, and may go by their made-up term."""
    from openkader.cli.fictional_cases import Plan, chunks, prefix

    source = services.enter_fictional_source(prefix(seed), number, assessor=assessor, **HAND)
    plan = Plan(
        source=source,
        number=number,
        seed=seed,
        kader=assessor.kader,
        assignees=[],
        today=date(2026, 5, 1),
    )
    for chunk in chunks(plan):
        services.enter_fictional_cases(chunk, assessor=assessor, **HAND)
    from openkader.register.destroying.dossiers import due_rows
    from openkader.register.retention import retention

    rows = due_rows(retention(), NOW.date(), reader=HOUSE)
    return [row.reference for row in rows if row.kind is RecordKind.REQUEST]


def _drawing_up(assessor: Assessor, _folder: Path) -> Callable[[], object]:
    first, *_ = made_up_closed(assessor, 10)
    return lambda: nominated(first)


def _listed(act: Callable[[str], object]) -> Callable[[Assessor, Path], Callable[[], object]]:
    def prepare(assessor: Assessor, _folder: Path) -> Callable[[], object]:
        place = services.draw_up_destruction_list(
            NominationEntry(
                due_by=NOW.date(),
                chosen=[Nominated(dossier=made_up_closed(assessor, 10)[0], kind=RecordKind.REQUEST)],
            ),
            by=HouseHand("cli:nominator"),
            now=NOW,
        )
        return lambda: act(place)

    return prepare


def _destroying(assessor: Assessor, _folder: Path) -> Callable[[], object]:
    first, *_ = made_up_closed(assessor, 10)
    place = agreed(nominated(first))
    return lambda: services.destroy_dossiers(place, **HAND)


def _asking(assessor: Assessor, _folder: Path) -> Callable[[], object]:
    place = agreed(nominated(made_up_closed(assessor, 10)[0]))
    return lambda: services.ask_destruction(place, **HAND)


def _stopping(assessor: Assessor, folder: Path) -> Callable[[], object]:
    _asking(assessor, folder)()
    place = models.DestructionRound.objects.get().list.reference
    return lambda: services.stop_destruction(place, **HAND)


def _finishing(assessor: Assessor, folder: Path) -> Callable[[], object]:
    _asking(assessor, folder)()
    taken = services.take_destruction("one", now=NOW)
    assert taken is not None
    return lambda: services.finish_destruction(taken, None, **HAND)


PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "draw_up_destruction_list": _drawing_up,
    "withdraw_destruction_list": _listed(
        lambda place: services.withdraw_destruction_list(place, "Fout.", **HAND)
    ),
    "exempt_from_destruction": _listed(
        lambda place: services.exempt_from_destruction(
            ExemptionEntry(list=place, number=1, reason="Er loopt een bezwaar."), **HAND
        )
    ),
    "agree_to_destruction": _listed(
        lambda place: services.agree_to_destruction(
            AgreementEntry(list=place, reviewer=Reviewer.OWNER, seen=1), **HAND
        )
    ),
    "destroy_dossiers": _destroying,
    "ask_destruction": _asking,
    "stop_destruction": _stopping,
    "finish_destruction": _finishing,
    "note_archive": lambda *_: (
        lambda: services.note_archive("R-1", "0" * 64, Confidentiality.INTERNAL, **HAND)
    ),
    "note_disclosure": lambda *_: lambda: services.note_disclosure(1, 12, **HAND),
    "make_kader_key": lambda *_: lambda: services.make_kader_key(b"k" * 32, "0" * 64, **HAND),
    "keep_screening_count": lambda *_: lambda: services.keep_screening_count("{}", **HAND),
    "note_copy": lambda *_: lambda: services.note_copy(12, **HAND),
}
