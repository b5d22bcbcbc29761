"""What a draft makes is worked out once for each text that it had."""

import pytest

from openkader.kader.soundness import proving
from openkader.register import draft_kaders
from openkader.register.draft_kaders import difference_of, findings_of, read_draft
from openkader.register.kaders import assessor_of, texts_of
from tests.integration.kader_house import BASE, NEXT, STRICTER


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    for known in (draft_kaders._read, draft_kaders._proved, draft_kaders._compared):
        known.cache_clear()


def stricter() -> dict[str, str]:
    texts = texts_of(BASE)
    return texts | {"tables.yaml": texts["tables.yaml"].replace("proposal:\n", f"proposal:\n{STRICTER}")}


def test_the_same_texts_are_read_proved_and_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    base = assessor_of(BASE).kader
    first, _none = read_draft(stricter(), NEXT)
    assert first
    found, differs = findings_of(first), difference_of(base, first)
    for name in ("load_texts", "prove", "difference"):
        monkeypatch.setattr(draft_kaders, name, None)  # called again it falls over
    again, _none = read_draft(stricter(), NEXT)
    assert again is first
    assert findings_of(first) is found
    assert difference_of(base, first) is differs


def test_another_text_or_name_is_another_kader() -> None:
    first, _none = read_draft(stricter(), NEXT)
    plain, _none = read_draft(texts_of(BASE), NEXT)
    named, _none = read_draft(stricter(), BASE)
    assert first
    assert plain
    assert named
    assert (first.digest != plain.digest, named.id) == (True, BASE)
    assert difference_of(plain, first).outcomes
    assert not difference_of(plain, plain).outcomes
    assert findings_of(plain) == tuple(proving.prove(plain))


def test_texts_that_make_no_kader_say_why_each_time() -> None:
    texts = texts_of(BASE) | {"tables.yaml": "proposal: 3\n"}
    kader, problems = read_draft(texts, NEXT)
    assert (kader, read_draft(texts, NEXT)[1]) == (None, problems)
    assert problems


def test_what_lies_beside_the_rules_is_compared_too_though_no_digest_has_it() -> None:
    """The library decides nothing, so the digest leaves it out; a word of it is a change all the same."""
    texts = texts_of(BASE)
    was, becomes = "De provincie werkt vraaggericht samen", "De provincie werkt naar vraag samen"
    other = texts | {"library.yaml": texts["library.yaml"].replace(was, becomes)}
    before, _none = read_draft(texts, NEXT)
    after, _none = read_draft(other, NEXT)
    assert before
    assert after
    assert (before.digest, before.id) == (after.digest, after.id)
    assert not difference_of(before, before).parts
    assert [one.key.name for one in difference_of(before, after).parts] == ["policy_line"]
