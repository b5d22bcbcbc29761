"""The verdicts as plain data for other programs; the form is documented in the reference."""

from openkader.base.text import Text
from openkader.evaluation.claims.checking import ORDER, Checked
from openkader.evaluation.claims.holding import Bearing
from openkader.evaluation.claims.judging import Verdict
from openkader.evaluation.claims.model import FiledClaim

MOST_ROWS = 100  # behind one claim; a figure of a large year stands whole in the account of that year


def as_json(checked: Checked) -> dict[str, object]:
    """Every claim with its verdict, what is missing, and the rows that bear on it."""
    file = checked.file
    return {
        "title": _both(file.title),
        "organisation": _both(file.organisation),
        "year": file.year,
        "kader": file.kader.id,
        "kader_digest": file.kader.digest,
        "source": file.source,
        "fictional": file.fictional,
        "tally": {status: len(checked.with_status(status)) for status in ORDER},
        "claims": [_claim(claim, verdict) for claim, verdict in checked.verdicts],
    }


def _claim(claim: FiledClaim, verdict: Verdict) -> dict[str, object]:
    return {
        "id": claim.reference,
        "chapter": claim.chapter,
        "sentence": claim.sentence,
        "status": verdict.status,
        "said": _both(verdict.said),
        "missing": [_both(words) for words in verdict.missing],
        "rows": [_row(bearing) for bearing in verdict.rows[:MOST_ROWS]],
        "row_count": len(verdict.rows),
        "remark": _both(claim.remark),
    }


def _row(bearing: Bearing) -> dict[str, object]:
    row = bearing.row
    return {
        "id": row.reference,
        "dossier": row.dossier,
        "number": row.number,
        "party": row.named_party,
        "side": bearing.side,
    }


def _both(text: Text | None) -> dict[str, str] | None:
    return None if text is None else {"nl": text.nl, "en": text.en}
