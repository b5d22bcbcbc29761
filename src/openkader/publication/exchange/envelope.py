"""The file itself: what is given, as JSON with a signature over exactly these bytes, and read back strictly.

A field that is not known is refused, as is one that is missing: who reads less than was signed, or fills in what was
not said, would take over something else than was sent.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from openkader.base.errors import Invalid, Problem, Refusal, Refused
from openkader.base.text import Text
from openkader.publication.exchange.content import (
    Bounds,
    Exchange,
    GivenFigure,
    GivenYear,
    KaderPart,
    WordsPart,
)
from openkader.publication.exchange.entries import MOST_TEXT
from openkader.publication.kader_files.signed_json import (
    canonical,
    canonical_or_none,
    has,
    signature_of,
    signer_of,
)

FORM = "openkader-exchange-1"
SUFFIX = ".exchange.json"
MOST_BYTES = 4 << 20
MOST_YEARS, MOST_FIGURES, MOST_WORDS, MOST_NUMBER = 30, 1000, 4000, 10**9
YEARS = range(1900, 2201)
_FORMS = "openkader-exchange-"
_PARTS = {"form", "exchange", "signature"}
_SIGNATURE = {"key": str, "value": str}
_CONTENT = {
    "organisation": str,
    "name": dict,
    "made_on": str,
    "kader": object,
    "messages": object,
    "lists": object,
    "years": list,
}
_TEXT = {"nl": str, "en": str}
_KADER = {"version": str, "digest": str, "files": dict}
_WORDS = {"kader": str, "text": str}
_YEAR = {
    "year": int,
    "kader": str,
    "digest": str,
    "adopted": object,
    "fictional": bool,
    "figures": list,
}
_FIGURE = {
    "id": str,
    "text": dict,
    "says": dict,
    "definition": str,
    "counts": str,
    "unit": object,
    "found": object,
    "of": object,
}
_BOUNDS = {"low": int, "high": object}
_ORGANISATION = re.compile(r"[a-z0-9]+(-[a-z0-9]+){0,20}")
_NAME = re.compile(r"[A-Za-z0-9_.-]{1,120}")
_KADER_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+){0,20}/\d{4}-\d{2}-\d{2}")
_VERSION = re.compile(r"\d{4}-\d{2}-\d{2}")
_DEFINITION = re.compile(r"[0-9a-f]{12}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def packed(given: Exchange, key: Ed25519PrivateKey) -> bytes:
    """One signed file; the same content on the same day is the same bytes."""
    if given.is_empty:
        raise Refused(Refusal("exchange.empty"))
    content = plain_of(given)
    signed = {"form": FORM, "exchange": content, "signature": signature_of(_signed(content), key)}
    written = canonical(signed)
    if len(written) > MOST_BYTES:
        raise too_large(given.organisation)
    return written


def opened(written: bytes, name: str) -> tuple[Exchange, bytes]:
    """What a file holds and the public key that signed it, once the signature holds; nothing is kept."""
    if len(written) > MOST_BYTES:
        raise too_large(name)
    found = _parsed(written, name)
    content = found["exchange"]
    try:
        public = signer_of(_signed(content), found["signature"])
        return _exchange(content), public
    except ValueError as error:
        raise _changed(name) from error


def too_large(name: str) -> Invalid:
    """That a file is larger than one of ours can be."""
    return Invalid([Problem("exchange.too-large", name, {"limit": f"{MOST_BYTES >> 20} MB"})])


def plain_of(given: Exchange) -> dict[str, object]:
    """What is given, as it stands in the file."""
    kader, texts = given.kader, (given.messages, given.lists)
    messages, lists = ({"kader": one.kader, "text": one.text} if one else None for one in texts)
    files = {"version": kader.version, "digest": kader.digest, "files": dict(kader.files)} if kader else None
    return {
        "organisation": given.organisation,
        "name": _both(given.name),
        "made_on": given.made_on.isoformat(),
        "kader": files,
        "messages": messages,
        "lists": lists,
        "years": [plain_year(one) for one in given.years],
    }


def plain_year(year: GivenYear) -> dict[str, object]:
    """The figures of a year, as they stand in the file."""
    return {
        "year": year.year,
        "kader": year.kader,
        "digest": year.digest,
        "adopted": year.adopted,
        "fictional": year.fictional,
        "figures": [_plain_figure(one) for one in year.figures],
    }


def year_of(found: object) -> GivenYear:
    """A year from what stands in a file; `ValueError` for what is none."""
    _require(has(found, _YEAR))
    year: Mapping[str, Any] = found  # type: ignore[assignment]
    _require(_is_number(year["year"]) and year["year"] in YEARS)
    _require(_KADER_NAME.fullmatch(year["kader"]) and _DIGEST.fullmatch(year["digest"]))
    _require(year["adopted"] is None or _matches(_DIGEST, year["adopted"]))
    figures = tuple(_figure(one) for one in _few(year["figures"], MOST_FIGURES))
    _require(len({one.id for one in figures}) == len(figures))
    return GivenYear(**{**year, "figures": figures})


def _parsed(written: bytes, name: str) -> dict[str, Any]:
    """The parts of the envelope, each of the right sort."""
    try:
        found: Any = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise Invalid([Problem("exchange.not-one", name)]) from error
    form = found.get("form") if isinstance(found, dict) else None
    if not isinstance(form, str) or not form.startswith(_FORMS):
        is_kader = isinstance(form, str) and form.startswith("openkader-kader-")
        raise Invalid([Problem("exchange.kader-file" if is_kader else "exchange.not-one", name)])
    if form != FORM:
        raise Invalid([Problem("exchange.other-form", name, {"form": form[:40], "known": FORM})])
    if not found.get("signature"):
        raise Invalid([Problem("exchange.unsigned", name)])
    if found.keys() != _PARTS or not has(found["signature"], _SIGNATURE):
        raise _changed(name)
    if canonical_or_none(found) != written:
        raise _changed(name)
    return dict(found)


def _changed(name: str) -> Invalid:
    return Invalid([Problem("exchange.tampered", name)])


def _exchange(content: object) -> Exchange:
    _require(has(content, _CONTENT))
    found: Mapping[str, Any] = content  # type: ignore[assignment]
    _require(len(found["organisation"]) <= 60 and _ORGANISATION.fullmatch(found["organisation"]))
    years = tuple(year_of(one) for one in _few(found["years"], MOST_YEARS))
    _require(len({one.year for one in years}) == len(years))
    given = Exchange(
        organisation=found["organisation"],
        name=_text(found["name"], 300),
        made_on=date.fromisoformat(found["made_on"]),
        kader=_kader(found["kader"]),
        messages=_words(found["messages"]),
        lists=_words(found["lists"]),
        years=years,
    )
    _require(not given.is_empty)
    return given


def _kader(found: Any) -> KaderPart | None:
    if found is None:
        return None
    _require(has(found, _KADER) and _VERSION.fullmatch(found["version"]))
    _require(_DIGEST.fullmatch(found["digest"]))
    _require(all(isinstance(text, str) for text in found["files"].values()))
    return KaderPart(**found)


def _words(found: Any) -> WordsPart | None:
    if found is None:
        return None
    _require(has(found, _WORDS) and _KADER_NAME.fullmatch(found["kader"]))
    _require(0 < len(found["text"]) <= MOST_TEXT)
    return WordsPart(**found)


def _figure(found: Any) -> GivenFigure:
    _require(has(found, _FIGURE))
    _require(_NAME.fullmatch(found["id"]) and _NAME.fullmatch(found["counts"]))
    _require(_DEFINITION.fullmatch(found["definition"]))
    _require(found["found"] is not None or found["of"] is None)
    return GivenFigure(
        id=found["id"],
        text=_text(found["text"], MOST_WORDS),
        says=_text(found["says"], MOST_WORDS),
        definition=found["definition"],
        counts=found["counts"],
        unit=None if found["unit"] is None else _text(found["unit"], 300),
        found=_bounds(found["found"]),
        of=_bounds(found["of"]),
    )


def _bounds(found: Any) -> Bounds | None:
    if found is None:
        return None
    _require(has(found, _BOUNDS) and _is_number(found["low"]))
    high = found["high"]
    _require(high is None or (_is_number(high) and high >= found["low"]))
    return Bounds(low=found["low"], high=high)


def _text(found: Any, most: int) -> Text:
    _require(has(found, _TEXT) and all(word.strip() and len(word) <= most for word in found.values()))
    return Text(nl=found["nl"], en=found["en"])


def _few(found: Sequence[Any], most: int) -> Sequence[Any]:
    _require(len(found) <= most)
    return found


def _is_number(found: object) -> bool:
    return type(found) is int and 0 <= found <= MOST_NUMBER


def _matches(form: re.Pattern[str], found: object) -> bool:
    return isinstance(found, str) and form.fullmatch(found) is not None


def _require(holds: object) -> None:
    if not holds:
        raise ValueError("exchange")


def _plain_figure(figure: GivenFigure) -> dict[str, object]:
    return {
        "id": figure.id,
        "text": _both(figure.text),
        "says": _both(figure.says),
        "definition": figure.definition,
        "counts": figure.counts,
        "unit": _both(figure.unit) if figure.unit else None,
        "found": _plain_bounds(figure.found),
        "of": _plain_bounds(figure.of),
    }


def _plain_bounds(found: Bounds | None) -> dict[str, object] | None:
    return {"low": found.low, "high": found.high} if found else None


def _both(text: Text) -> dict[str, str]:
    return {"nl": text.nl, "en": text.en}


def _signed(content: object) -> object:
    """What the signature is over: the form, so that it counts for nothing else, and the content."""
    return {"form": FORM, "exchange": content}
