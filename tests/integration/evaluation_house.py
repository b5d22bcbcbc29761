"""An evaluation that is written by one and adopted by another; everything is made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openkader.casework.permissions import HouseHand
from openkader.casework.prose import passages_of
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.chain import fingerprint
from openkader.register.evaluation_entries import (
    AdoptionEntry,
    ChapterEntry,
    CommentEntry,
    ErratumEntry,
    EvaluationEntry,
    LookEntry,
    ResolutionEntry,
    RestatementEntry,
)
from openkader.register.evaluations import shown_digest, written_chapters

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {
    "by": HouseHand("cli:adviser"),
    "now": NOW,
}  # as in register_house, which stands on this one
WRITER: dict[str, Any] = {"by": HouseHand("cli:writer"), "now": NOW}
FOUR, FIVE = {"low": 4, "high": 4, "of": None}, {"low": 5, "high": 5, "of": None}
TEXT = "## Inzet\n\nEr waren [[cijfer:visits]] bezoeken."
PASSAGE = passages_of(TEXT)[1].digest
TITLE = {"nl": "Inzet", "en": "Effort"}
ADOPTION = AdoptionEntry(
    year=2030,
    seen="",
    kader_digest="d" * 64,
    chapters=(("effort", TITLE),),
    account={"figures": {"visits": {"value": 4}}},
    account_digest="",
    inside={"figures": {"visits": {"value": 4, "rows": [{"id": "V-1"}]}}},
    figures={"visits": FOUR},
    parts=(),
)


def begun(year: int = 2030, languages: tuple[str, ...] = ("nl",)) -> str:
    entry = EvaluationEntry(year=year, kader="x/1", kader_digest="d" * 64, languages=languages)
    return services.start_evaluation(entry, **WRITER)


def a_text(**changes: Any) -> ChapterEntry:
    entry = ChapterEntry(year=2030, chapter="effort", language="nl", text=TEXT, figures={"visits": FOUR})
    return replace(entry, **changes)


def written(**changes: Any) -> int:
    begun()
    return services.save_chapter(a_text(**changes), **WRITER)


def sent() -> str:
    written()
    return services.send_to_review(2030, {"effort": "Inzet"}, **WRITER)


def commented(**changes: Any) -> int:
    entry = CommentEntry(year=2030, chapter="effort", language="nl", passage=PASSAGE, text="Klopt dit?")
    return services.comment_on_passage(replace(entry, **changes), **HAND)


def resolved(comment: int, year: int = 2030) -> None:
    services.resolve_comment(ResolutionEntry(year=year, comment=comment, text="Nagekeken."), **HAND)


def to_adopt(**changes: Any) -> AdoptionEntry:
    """All of it as it stands now."""
    entry = replace(ADOPTION, **changes)
    evaluation = models.Evaluation.objects.get(year=entry.year)
    return replace(entry, seen=changes.get("seen") or _shown(evaluation, entry))


def _shown(evaluation: models.Evaluation, entry: AdoptionEntry) -> str:
    return shown_digest(written_chapters(evaluation), fingerprint(entry.account), entry.figures)


def adopted() -> str:
    sent()
    return services.adopt_evaluation(to_adopt(), **HAND)


def looked(**changes: Any) -> None:
    entry = LookEntry(year=2030, chapter="effort", language="nl", passage=PASSAGE, figures={"visits": FIVE})
    services.look_at_change(replace(entry, **changes), **HAND)


def corrected(**changes: Any) -> int:
    entry = ErratumEntry(
        year=2030, chapter="effort", language="nl", said="4 bezoeken", must_say="5 bezoeken", why="Telfout."
    )
    return services.add_erratum(replace(entry, **changes), **HAND)


def restated(**changes: Any) -> None:
    entry = RestatementEntry(
        year=2030, figure="visits", now=FIVE, why="Een bezoek kwam later in het register."
    )
    services.restate_figure(replace(entry, **changes), **HAND)


def _after(ready: Callable[[], object], act: Callable[[], object]) -> Callable[..., Callable[[], object]]:
    def prepare(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
        ready()
        return act

    return prepare


def _resolving(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    written()
    comment = commented()
    return lambda: resolved(comment)


START = EvaluationEntry(year=2030, kader="x/1", kader_digest="d" * 64, languages=("nl",))
PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "start_evaluation": _after(lambda: None, lambda: services.start_evaluation(START, **HAND)),
    "save_chapter": _after(begun, lambda: services.save_chapter(a_text(), **HAND)),
    "send_to_review": _after(written, lambda: services.send_to_review(2030, {"effort": "Inzet"}, **HAND)),
    "return_to_draft": _after(sent, lambda: services.return_to_draft(2030, "Nog niet.", **HAND)),
    "comment_on_passage": _after(written, commented),
    "resolve_comment": _resolving,
    "look_at_change": _after(written, looked),
    "adopt_evaluation": _after(sent, lambda: services.adopt_evaluation(to_adopt(), **HAND)),
    "add_erratum": _after(adopted, corrected),
    "restate_figure": _after(adopted, restated),
}
