"""Whatever bytes a publisher sends: entities, or a problem that has a sentence; never a crash."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openkader.base.errors import Invalid
from openkader.base.messages import sentences
from openkader.screening.lists import Format, Reading, Source, read_list
from tests.unit.screening_lists import END, EU, OFAC_ADD, OFAC_ALT, OFAC_SDN, UK_CSV, UK_XML, UN
from tests.unit.test_screening_lists_advanced import ADVANCED
from tests.unit.test_screening_lists_ftm import NESTED, SANCTION, WREN, lines
from tests.unit.test_screening_lists_tables import CSL, MAPPING, NL, TABLE, results
from tests.unit.test_screening_lists_tables import WREN as CSL_WREN

SAMPLES: dict[Format, tuple[bytes, ...]] = {
    Format.FTM: (lines(WREN, NESTED, SANCTION).encode(),),
    Format.EU_XML: (EU.encode(),),
    Format.UN_XML: (UN.encode(),),
    Format.NL_ODS: (NL,),
    Format.OFAC_CSV: ((OFAC_SDN + END).encode(), (OFAC_ALT + END).encode(), (OFAC_ADD + END).encode()),
    Format.OFAC_XML: (ADVANCED.encode(),),
    Format.UK_XML: (UK_XML.encode(),),
    Format.UK_CSV: (UK_CSV.encode(),),
    Format.US_CSV: (CSL.encode(),),
    Format.US_JSON: (results(CSL_WREN).encode(),),
    Format.TABLE: (TABLE.encode(),),
}
# The others may end after any row; there it is the shrinking that tells.
WITH_AN_END = [
    form for form in SAMPLES if form not in (Format.FTM, Format.UK_CSV, Format.US_CSV, Format.TABLE)
]
ODD = st.sampled_from(
    [
        "",
        "\x00",
        "\x1a",
        "²",
        "\u202e",
        "٣",
        '"',
        "'",
        ",",
        ";",
        "(",
        "]",
        "<",
        "&",
        "&amp;",
        "-0- ",
        "\r",
        "\n",
        "{",
        "null",
        "[]",
    ]
).map(str.encode)
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), ODD | st.binary(max_size=8)), min_size=1, max_size=6
)


def spoilt(content: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """The content with some pieces replaced by others."""
    for place, length, piece in changes:
        start = int(place * len(content))
        content = content[:start] + piece + content[start + length :]
    return content


def is_refused(form: Format, contents: tuple[bytes, ...]) -> bool:
    """Read to the end; what is told must be sayable, and what is read must be storable."""
    reading, refusal = Reading("test"), Invalid([])
    with tempfile.TemporaryDirectory() as folder:
        mapping = Path(folder, "mapping.yaml")
        mapping.write_text(MAPPING)
        files = tuple(Path(folder, f"{number}.txt") for number in range(len(contents)))
        for path, content in zip(files, contents, strict=True):
            path.write_bytes(content)
        try:
            for listed in read_list(Source(format=form, files=files, mapping=mapping), reading):
                listed.as_line().encode("utf-8")
        except Invalid as error:
            refusal = error
    for told in (refusal, Invalid(reading.problems)):
        assert len([line for line in sentences(told, "nl") if line]) == len(told.problems)
    return bool(refusal.problems)


def test_every_form_has_a_sample() -> None:
    assert SAMPLES.keys() == set(Format)


@pytest.mark.parametrize("form", SAMPLES)
@settings(max_examples=60, deadline=None)
@given(changes=CHANGES)
def test_a_spoilt_list_ends_in_entities_or_in_a_sentence(
    form: Format, changes: list[tuple[float, int, bytes]]
) -> None:
    first, *others = SAMPLES[form]
    is_refused(form, (spoilt(first, changes), *others))


@pytest.mark.parametrize("form", SAMPLES)
@settings(max_examples=15, deadline=None)
@given(content=st.binary(max_size=300))
def test_any_bytes_end_in_a_sentence(form: Format, content: bytes) -> None:
    is_refused(form, (content, *SAMPLES[form][1:]))


@pytest.mark.parametrize("form", WITH_AN_END)
@settings(max_examples=25, deadline=None)
@given(share=st.floats(0, 0.98))
def test_a_list_of_a_form_with_an_end_is_refused_wherever_it_was_cut(form: Format, share: float) -> None:
    first, *others = SAMPLES[form]
    assert is_refused(form, (first[: int(share * len(first))], *others))


def test_of_a_list_in_lines_only_whole_ones_are_read_wherever_it_was_cut(tmp_path: Path) -> None:
    path, whole = tmp_path / "cut.json", SAMPLES[Format.FTM][0]
    for end in range(1, len(whole)):
        path.write_bytes(whole[:end])
        reading, source = Reading("test"), Source(format=Format.FTM, files=(path,))
        if b"\n" in whole[end - 1 : end + 1]:
            assert list(read_list(source, reading))
            assert not reading.problems
        else:
            with pytest.raises(Invalid, match=r"list\.cut|document\.not-utf8"):
                list(read_list(source, reading))
