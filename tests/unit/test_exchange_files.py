"""What organisations give each other: the same bytes each time, and nothing is read that is not whole and signed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from openkader.base.errors import Invalid, Refused
from openkader.publication.exchange import MOST_BYTES, content_of, packed, received
from openkader.publication.kader_files import fingerprint_of, public_key
from openkader.publication.kader_files import packed as packed_kader
from openkader.publication.kader_files.signed_json import canonical, signature_of
from tests.unit.exchange_factories import DAY, KEY, NAME, given, kader, rewritten, small, texts

MARK = fingerprint_of(public_key(KEY))
FILE = "verweg.exchange.json"
Change = Callable[[Any], object]


def code_of(content: bytes) -> str:
    with pytest.raises(Invalid) as raised:
        received(content, FILE)
    return raised.value.problems[0].code


def test_what_is_packed_is_read_back_whole_and_the_same_is_the_same_bytes() -> None:
    content = packed(given(), KEY)
    assert packed(given(), KEY) == content
    found = received(content, FILE, MARK)
    assert found.exchange == given()
    assert (found.publisher, found.fingerprint, len(found.digest)) == (NAME.nl, MARK, 64)
    assert found.kader
    assert found.kader.kader.digest == kader().digest
    assert list(found.lists) == ["desks", "topics"]
    assert found.lines["water_line"].review_on
    assert packed(found.exchange, KEY) == content


def test_nothing_chosen_is_no_file() -> None:
    with pytest.raises(Refused, match=r"exchange.empty"):
        packed(given(kader=None, messages=None, lists=None, years=()), KEY)


def test_a_key_that_was_named_is_the_only_one_that_is_accepted() -> None:
    other = Ed25519PrivateKey.generate()
    assert received(packed(small(), other), FILE).fingerprint != MARK
    with pytest.raises(Refused, match=r"kader-file.not-trusted"):
        received(packed(small(), other), FILE, MARK)


def _figure(found: Any) -> Any:
    return found["years"][0]["figures"][0]


REFUSED: dict[str, Change] = {
    "a field more": lambda found: found.update(more=1),
    "a field less": lambda found: found.pop("lists"),
    "a field more in a year": lambda found: found["years"][0].update(more=1),
    "a field more in a figure": lambda found: _figure(found).update(names=["Jan"]),
    "a truth for a number": lambda found: _figure(found)["found"].update(low=True, high=True),
    "a decimal": lambda found: _figure(found)["found"].update(low=1.5, high=2),
    "below nought": lambda found: _figure(found)["found"].update(low=-1),
    "beyond counting": lambda found: _figure(found)["found"].update(high=10**40),
    "upside down": lambda found: _figure(found)["found"].update(low=9, high=3),
    "a whole of nothing": lambda found: _figure(found).update(found=None, of={"low": 3, "high": 3}),
    "no definition": lambda found: _figure(found).update(definition="as we like"),
    "a text without Dutch": lambda found: _figure(found).update(text={"nl": " ", "en": "a"}),
    "a text without end": lambda found: _figure(found).update(text={"nl": "a" * 5000, "en": "a"}),
    "a figure twice": lambda found: found["years"][0]["figures"].append(_figure(found)),
    "a year twice": lambda found: found["years"].append(found["years"][0]),
    "a year of nobody": lambda found: found["years"][0].update(year=20250),
    "many years": lambda found: found.update(
        years=[{**found["years"][0], "year": 1900 + n} for n in range(31)]
    ),
    "an adoption that is none": lambda found: found["years"][0].update(adopted="yes"),
    "no day": lambda found: found.update(made_on="yesterday"),
    "another house": lambda found: found.update(organisation="../verweg"),
    "a kader by a path": lambda found: found["messages"].update(kader="../../etc"),
    "no words": lambda found: found["messages"].update(text=""),
    "nothing at all": lambda found: found.update(messages=None, lists=None, years=[]),
    "a list for a part": lambda found: found.update(kader=[]),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_does_not_belong_there_is_refused_even_when_signed(what: str) -> None:
    assert code_of(rewritten(REFUSED[what])) == "exchange.tampered"


UNREADABLE: dict[str, tuple[Change, str]] = {
    "anchors that unfold": (
        lambda found: found["messages"].update(text="messages: &a [1]\nsources: *a\n"),
        "document.syntax",
    ),
    "a section more": (lambda found: found["lists"].update(text="facts: []\n"), "document.unknown-key"),
    "a list twice": (
        lambda found: found["lists"].update(text=found["lists"]["text"] * 2),
        "document.duplicate-key",
    ),
    "a policy of no line": (
        lambda found: found["messages"].update(
            text=found["messages"]["text"].replace("id: water_line", "id: other_line")
        ),
        "kader.unknown-name",
    ),
    "a source that is not there": (
        lambda found: found["messages"].update(text=found["messages"]["text"].split("sources:")[0]),
        "kader.unknown-source",
    ),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_words_that_cannot_be_read_strictly_are_refused_with_their_place(what: str) -> None:
    change, code = UNREADABLE[what]
    assert code_of(rewritten(change)) == code


def test_a_kader_in_it_is_read_as_strictly_as_in_a_file_of_its_own() -> None:
    def outside(found: Any) -> None:
        found["kader"]["files"]["../../etc/passwd.yaml"] = "a: 1\n"

    def another(found: Any) -> None:
        found["kader"]["digest"] = "b" * 64

    assert code_of(rewritten(outside, given())) == "kader-file.bad-path"
    assert code_of(rewritten(another, given())) == "kader-file.other-digest"


def test_a_signature_counts_for_these_bytes_and_this_form_only() -> None:
    assert (
        code_of(rewritten(lambda found: found.update(organisation="elders"), sign=False))
        == "exchange.tampered"
    )
    found = json.loads(packed(small(), KEY))
    found["signature"] = signature_of({"form": "openkader-kader-1", "exchange": found["exchange"]}, KEY)
    assert code_of(canonical(found)) == "exchange.tampered"
    found["signature"] = {"key": "###", "value": ""}
    assert code_of(canonical(found)) == "exchange.tampered"
    found["signature"] = {"key": "AAAA"}
    assert code_of(canonical(found)) == "exchange.tampered"
    found["signature"] = None
    assert code_of(canonical(found)) == "exchange.unsigned"


def test_what_is_written_in_another_way_is_refused_so_that_all_read_the_same() -> None:
    content = packed(small(), KEY)
    assert code_of(content + b"\n") == "exchange.tampered"
    twice = content.replace(b'{\n "exchange"', b'{\n "form": "openkader-exchange-1",\n "exchange"', 1)
    assert code_of(twice) == "exchange.tampered"
    assert code_of(content.replace(b'"verweg"', b'"verwe\\u0067"', 1)) == "exchange.tampered"


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("openkader-exchange-0", "exchange.other-form"),
        ("openkader-exchange-2", "exchange.other-form"),
        ("openkader-kader-1", "exchange.kader-file"),
        ("openkader", "exchange.not-one"),
        (7, "exchange.not-one"),
    ],
)
def test_only_this_form_is_read_an_older_one_neither(form: object, code: str) -> None:
    found = json.loads(packed(small(), KEY))
    assert code_of(canonical({**found, "form": form})) == code


def test_a_kader_file_is_no_exchange_and_says_where_it_belongs() -> None:
    assert code_of(packed_kader(kader(), texts(), KEY)) == "exchange.kader-file"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"PK\x03\x04", b"\xff\xfe", b"[" * 200_000, b'{"form":' * 50_000, b"9" * 5000],
    ids=["empty", "cut off", "list", "zip", "no text", "deep", "deep too", "digits"],
)
def test_what_is_no_file_of_ours_is_refused_in_one_sentence(content: bytes) -> None:
    assert code_of(content) == "exchange.not-one"


def test_a_file_too_large_or_not_there_is_refused(tmp_path: Path) -> None:
    assert code_of(b" " * (MOST_BYTES + 1)) == "exchange.too-large"
    large = tmp_path / FILE
    large.write_bytes(b" " * (MOST_BYTES + 1))
    with pytest.raises(Invalid, match=r"exchange.too-large"):
        content_of(large)
    with pytest.raises(Invalid, match=r"document.unreadable"):
        content_of(tmp_path / "nowhere")
    large.write_bytes(b"here")
    assert content_of(large) == b"here"


def test_a_file_that_would_be_too_large_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.publication.exchange.envelope.MOST_BYTES", 10)
    with pytest.raises(Invalid, match=r"exchange.too-large"):
        packed(small(), KEY)


def test_the_name_of_an_organisation_moves_no_cursor() -> None:
    found = rewritten(lambda found: found.update(name={"nl": "\x1b[2JVer\nweg", "en": "a"}))
    assert received(found, FILE).publisher == "[2JVer weg"
    assert received(found, FILE).exchange.made_on == DAY
