"""The answers of a question come out of their form as they went in: reworded, moved, added and taken away."""

from typing import Any

from django import forms
from django.http import QueryDict
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from openkader.base.flowing import Plain
from openkader.base.text import typed_words
from openkader.kader.rewriting import said_at, with_value
from openkader.web.forms.kader_entry_parts import Spot
from openkader.web.forms.kader_options import Options

CODES = ("a", "b c", "中", "d", "é")
TEXT = "facts:\n  - id: x   # eerst\n    options:\n{lines}    help: {{nl: a, en: b}}\n  # daarna\n  - id: z\n"


def dutch(code: str) -> str:
    """Words with an accent that stands apart, as some keyboards write it."""
    return f"n{code}e\u0301"


LINES = "".join(
    f"      - {{code: {code},   nl: {dutch(code)}, en: e{code}}}  # bij {code}\n" for code in CODES
)
BEFORE = said_at(TEXT.format(lines=LINES), ("facts", 0, "options"))
WORDS = (
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)
    .map(typed_words)
    .filter(bool)
)
PLACES = range(len(CODES))


def bound(sent: dict[str, Any], before: Plain = BEFORE) -> tuple[forms.Form, Options]:
    data = QueryDict(mutable=True)
    data.update({name: str(value) for name, value in sent.items()})
    form = forms.Form(data)
    part = Options(Spot(form, "options", before), form.data, 0, {})
    form.is_valid()
    part.check()
    return form, part


def shown() -> dict[str, Any]:
    """What the form sends if nobody touches it."""
    form = forms.Form()
    Options(Spot(form, "options", BEFORE), {}, 0, {})
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, False)}


def test_what_nobody_touched_is_the_same() -> None:
    form, part = bound(shown())
    assert not form.errors
    assert part.said() == BEFORE


@settings(deadline=None, max_examples=80, phases=[Phase.generate])
@given(
    st.dictionaries(st.sampled_from(PLACES), st.tuples(WORDS, WORDS)),
    st.sets(st.sampled_from(PLACES), max_size=3),
    st.none() | st.tuples(st.sampled_from(PLACES), st.integers(1, 9)),
    st.none() | st.sampled_from(["new", "a_1", "0"]),
)
def test_what_is_done_is_done_and_nothing_else(
    called: dict[int, tuple[str, str]], dropped: set[int], moved: tuple[int, int] | None, added: str | None
) -> None:
    sent = shown()
    for place, said in called.items():
        sent |= {f"opt_nl_{place}": said[0], f"opt_en_{place}": said[1]}
    sent |= {f"opt_drop_{place}": "on" for place in dropped}
    if moved:
        sent[f"opt_place_{moved[0]}"] = moved[1]
    if added:
        sent |= {"opt_code_5": added, "opt_nl_5": "nieuw", "opt_en_5": "new"}
    form, part = bound(sent)
    assert not form.errors
    wanted: list[Plain] = []
    for place, code in enumerate(CODES):
        said = called.get(place, (dutch(code), f"e{code}"))
        wanted += [] if place in dropped else [{"code": code, "nl": said[0], "en": said[1]}]
    wanted += [{"code": added, "nl": "nieuw", "en": "new"}] if added else []
    if moved and moved[0] not in dropped and moved[1] != moved[0] + 1:
        one = next(one for one in wanted if isinstance(one, dict) and one["code"] == CODES[moved[0]])
        wanted.remove(one)
        wanted.insert(moved[1] - 1, one)
    assert part.said() == wanted
    text = TEXT.format(lines=LINES)
    written = with_value(text, ("facts", 0, "options"), wanted)
    assert said_at(written, ("facts", 0, "options")) == wanted
    assert written.startswith("facts:\n  - id: x   # eerst\n    options:\n")
    assert written.endswith("    help: {nl: a, en: b}\n  # daarna\n  - id: z\n")


def test_a_row_that_is_sent_twice_or_made_up_counts_once() -> None:
    sent = shown() | {"opt_was_1": "a", "opt_number": "99999"}
    form, part = bound(sent)
    assert not form.errors
    said = part.said()
    assert isinstance(said, list)
    assert [one["code"] for one in said if isinstance(one, dict)] == [*CODES]
    assert bound({"opt_number": "x"})[1].said() == BEFORE
