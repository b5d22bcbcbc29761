"""The evaluation of 2024 as somebody began to write it: bound and bare numbers, a gap, a marked sentence, a comment."""

from datetime import datetime
from typing import Any

from openkader.casework.permissions import HOUSE, NOBODY, HouseHand
from openkader.casework.prose import passages_of
from openkader.evaluation.account import account_of, as_json
from openkader.evaluation.chapters import chapters_of
from openkader.evaluation.frozen import readings_in
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.chain import fingerprint
from openkader.register.evaluation_entries import (
    AdoptionEntry,
    ChapterEntry,
    CommentEntry,
    EvaluationEntry,
    ResolutionEntry,
)
from openkader.register.evaluations import bound_in, quotes_named_in, shown_digest

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


def adopt_evaluation(assessor: Assessor, now: datetime) -> None:
    """The evaluation of the made-up year 2025 as it was adopted, with what was not written left empty."""
    writer: dict[str, Any] = {"by": HouseHand("cli:tests"), "now": now}
    kader, year = assessor.kader, 2025
    entry = EvaluationEntry(year=year, kader=kader.id, kader_digest=kader.digest, languages=("nl",))
    services.start_evaluation(entry, **writer)
    chapters = {one.id: one.title for plan in chapters_of(kader) for one in plan.whole}
    file = selectors.evaluation_file(year)
    assert file is not None
    for chapter in chapters.keys() - {name for name, _language in file.written}:
        empty = ChapterEntry(year=year, chapter=chapter, language="nl", left_empty="Verzonnen jaar.")
        services.save_chapter(empty, **writer)
    services.send_to_review(year, {name: title.nl for name, title in chapters.items()}, **writer)
    file = selectors.evaluation_file(year)
    assert file is not None
    texts = [one.row.text for one in file.written.values()]
    account, inside = (as_json(account_of(year, reader=reader)) for reader in (NOBODY, HOUSE))
    quotes = selectors.quotes_named(year, quotes_named_in(texts), NOBODY)
    figures = readings_in(account)
    seen = shown_digest(file.written, fingerprint(account), figures, bound_in({}, quotes.told))
    whole = AdoptionEntry(
        year=year,
        seen=seen,
        kader_digest=kader.digest,
        chapters=tuple((name, {"nl": title.nl, "en": title.en}) for name, title in chapters.items()),
        account=account,
        account_digest=fingerprint(account),
        inside=inside,
        figures=figures,
        parts=(),
    )
    services.adopt_evaluation(whole, by=HouseHand("cli:decider"), now=now)
