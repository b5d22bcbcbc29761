"""An evaluation is adopted: its texts, figures, rows and kader are frozen under one digest."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.evaluating import may_adopt
from openkader.casework.permissions import NOBODY, Act
from openkader.register.chain import fingerprint
from openkader.register.evaluation_entries import AdoptionEntry
from openkader.register.evaluations import (
    Key,
    Written,
    bound_in,
    evaluation_for_update,
    quotes_in,
    readiness,
    texts_in,
    whole_of,
)
from openkader.register.hand import require, writing
from openkader.register.models import Evaluation, EvaluationAdoption
from openkader.register.quoting import NamedQuotes, quote_fingerprint
from openkader.register.selectors.quotes import quotes_named


def adopt_evaluation(entry: AdoptionEntry, *, by: str, now: datetime) -> str:
    """Freeze it; the digest. Again by the same hand, as by a second click, is that digest.

    What is frozen is what was shown: when a text or a figure is another one than then, nothing is adopted.
    """
    with writing(by=by, now=now, act=Act.DECIDE) as hand:
        hand.keeps_lines = False
        evaluation = evaluation_for_update(entry.year)
        before = EvaluationAdoption.objects.filter(evaluation=evaluation, by=by).first()
        if before is not None:
            return before.sha256
        require(_of_the_same_kader(evaluation, entry))
        entry = replace(
            entry, account_digest=fingerprint(entry.account)
        )  # what is stored, not what is said of it
        whole = whole_of(evaluation)
        quotes = quotes_named(entry.year, quotes_in(whole), NOBODY)
        require(may_adopt(readiness(whole, entry, by, quotes)))
        content, inside = _frozen(evaluation, whole.written, entry, now)
        content |= _bound(entry, quotes, str(inside["salt"]))
        sha256 = fingerprint(content)
        EvaluationAdoption.objects.create(
            evaluation=evaluation, content=content, inside=inside, sha256=sha256, at=now, by=by
        )
        place = evaluation.reference
        hand.log("evaluation.adopted", "evaluation", place, place, sha256=sha256, kader=evaluation.kader)
    return sha256


def _bound(entry: AdoptionEntry, quotes: NamedQuotes, salt: str) -> dict[str, object]:
    """Tables and charts as they were; of a quote only a fingerprint, as its words can be taken back for good."""
    fingerprints = {name: quote_fingerprint(told, salt) for name, told in quotes.told.items()}
    return bound_in(entry.drawn, fingerprints)


def _of_the_same_kader(evaluation: Evaluation, entry: AdoptionEntry) -> Refusal | None:
    was, now = evaluation.kader_digest, entry.kader_digest
    return None if was == now else Refusal("evaluation.other-kader", {"was": was[:12], "now": now[:12]})


def _frozen(
    evaluation: Evaluation, written: Mapping[Key, Written], entry: AdoptionEntry, now: datetime
) -> tuple[dict[str, object], dict[str, object]]:
    """What is for everybody, and what is for colleagues; a number nobody can guess keeps its digest from telling."""
    empty = {f"{chapter} {language}": one.row.left_empty for (chapter, language), one in written.items()}
    inside: dict[str, object] = {
        "account": entry.inside,
        "left_empty": {key: why for key, why in empty.items() if why},
        "versions": {f"{chapter} {language}": one.row.number for (chapter, language), one in written.items()},
        "salt": secrets.token_hex(16),
    }
    content: dict[str, object] = {
        "reference": evaluation.reference,
        "year": evaluation.year,
        "kader": evaluation.kader,
        "kader_digest": evaluation.kader_digest,
        "adopted_at": now.isoformat(),
        "chapters": [{"id": name, "title": title} for name, title in entry.chapters],
        "texts": texts_in(written),
        "account": entry.account,
        "figures": entry.figures,
        "inside_sha256": fingerprint(inside),
    }
    return content, inside
