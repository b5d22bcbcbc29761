"""The evaluation of 2024 as somebody began to write it: bound and bare numbers, a gap, a marked sentence, a comment."""

from datetime import datetime
from typing import Any

from openkader.casework.permissions import HouseHand
from openkader.casework.prose import passages_of
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.evaluation_entries import (
    ChapterEntry,
    CommentEntry,
    EvaluationEntry,
    ResolutionEntry,
)

_TEXT = """## Gesprekken

Er waren [[cijfer:exploratory_talks]] gesprekken en [[cijfer:parties_distinct]] partijen; vier kwamen er twee keer.

- Een punt met [[cijfer:bestaat_niet]] en [[onleesbaar]].

[[grafiek:timeline]]"""


def fill_evaluation(assessor: Assessor, now: datetime) -> None:
    """It is a draft in two languages; the first talk in it was counted otherwise when its sentence was written."""
    hand: dict[str, Any] = {"by": HouseHand("cli:tests"), "now": now}
    kader = assessor.kader
    entry = EvaluationEntry(year=2024, kader=kader.id, kader_digest=kader.digest, languages=("nl", "en"))
    services.start_evaluation(entry, **hand)
    before = {"low": 9, "high": 9, "of": None}
    key: dict[str, Any] = {"year": 2024, "chapter": "effort", "language": "nl"}
    services.save_chapter(ChapterEntry(**key, text=_TEXT, figures={"exploratory_talks": before}), **hand)
    passage = passages_of(_TEXT)[1].digest
    comment = services.comment_on_passage(
        CommentEntry(**key, passage=passage, text="Zijn dit er niet meer?"), **hand
    )
    services.resolve_comment(ResolutionEntry(year=2024, comment=comment, text="Nageteld."), **hand)
    services.comment_on_passage(CommentEntry(**key, passage=passage, text="En welke?"), **hand)
