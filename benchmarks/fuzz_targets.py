"""Everything of the house that reads what strangers send: with samples, and what must hold for any input.

A workbook and a spreadsheet are attacked in two ways: as they are, and in one part that
is packed again, since a zip with a wrong checksum is refused before anyone reads it.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks.fuzz_readers import readers
from openkader.base.errors import Invalid
from openkader.base.messages import sentences
from openkader.casework.delegation import Choice, DelegationSheet, Field, read_delegation, read_pasted
from openkader.screening.entities import read_entities
from openkader.screening.lists import Format, Reading, Source, read_list, read_listed
from openkader.screening.lists.table import read_mapping
from openkader.screening.names import read_name
from tests.unit.delegations import repacked, unpacked
from tests.unit.test_delegation_hostile import PARTS, WORKBOOK
from tests.unit.test_delegation_hostile import SAMPLES as DELEGATIONS
from tests.unit.test_screening_lists_ftm import NESTED, WREN, lines
from tests.unit.test_screening_lists_hostile import SAMPLES as LISTS
from tests.unit.test_screening_lists_tables import MAPPING, NL

TODAY = date(2026, 11, 24)
NAMES = (
    "Wang Xiaoming 王小明",
    "Hsiao-p'ing Deng",
    "Владимир Тестов",
    "محمد علي",
    "홍길동",
    "深圳市测试公司",
    "O'Wren",
)
_CHOSEN = Choice(fields={0: Field.NAME, 1: Field.BIRTH_DATE, 2: Field.COUNTRY, 3: Field.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Target:
    """One reader, inputs that it accepts, and a check that raises for what may not happen."""

    samples: tuple[bytes, ...]
    check: Callable[[bytes], None]


def targets() -> dict[str, Target]:
    """All readers by name."""
    found = {f"list {form}": Target(content[:1], _list(form, content[1:])) for form, content in LISTS.items()}
    found["list nl-ods, inside"] = Target((unpacked(NL, "content.xml"),), _inside_ods)
    found["list mapping"] = Target((MAPPING.encode(),), _on_file(lambda path: [read_mapping(path)]))
    found["snapshot"] = Target((lines(WREN, NESTED).encode(),), _on_file(read_listed))
    found["entities"] = Target((lines(WREN, NESTED).encode(),), _on_file(read_entities))
    found["name of a person"] = Target(tuple(map(str.encode, NAMES)), _name("Person"))
    found["name of an organisation"] = Target(tuple(map(str.encode, NAMES)), _name("Organization"))
    found["delegation, file"] = Target(tuple(DELEGATIONS.values()), _delegation)
    found["delegation, paste"] = Target((DELEGATIONS["csv"], DELEGATIONS["names"]), _paste)
    for name, (samples, check) in readers(_file).items():
        found[name] = Target(samples, check)
    for part in PARTS:
        found[f"delegation, {part}"] = Target((unpacked(WORKBOOK, part),), _part(part))
    return found


@cache
def _folder() -> Path:
    """Where files lie for a moment: in memory, if the machine has such a place."""
    memory = Path("/dev/shm")  # noqa: S108
    return Path(tempfile.mkdtemp(prefix="fuzz-", dir=memory if memory.is_dir() else None))


def _file(name: str, content: bytes) -> Path:
    path = _folder() / name
    path.write_bytes(content)
    return path


def _list(form: Format, others: tuple[bytes, ...]) -> Callable[[bytes], None]:
    def check(content: bytes) -> None:
        reading = Reading("fuzz")
        files = tuple(_file(f"{number}.txt", piece) for number, piece in enumerate((content, *others)))
        mapping = _file("mapping.yaml", MAPPING.encode())
        try:
            for listed in read_list(Source(format=form, files=files, mapping=mapping), reading):
                listed.as_line().encode("utf-8")
        except Invalid as error:
            _say(error)
        _say(Invalid(reading.problems))

    return check


def _inside_ods(content: bytes) -> None:
    _list(Format.NL_ODS, ())(repacked(NL, {"content.xml": content}))


def _on_file(read: Callable[[Path], Iterator[object] | list[object]]) -> Callable[[bytes], None]:
    def check(content: bytes) -> None:
        try:
            for one in read(_file("file", content)):
                repr(one)
        except Invalid as error:
            _say(error)

    return check


def _name(schema: str) -> Callable[[bytes], None]:
    def check(content: bytes) -> None:
        for errors in ("replace", "surrogateescape"):  # half characters come from forms as well
            for variant in read_name(content.decode("utf-8", errors), schema).variants:
                if not all(variant.tokens):
                    raise AssertionError(f"an empty word in {variant}")
                "".join(variant.tokens).encode("utf-8")

    return check


def _delegation(content: bytes) -> None:
    _hold(lambda: read_delegation(content, "list.xlsx", TODAY))
    _hold(lambda: read_delegation(content, "list.xlsx", TODAY, _CHOSEN))


def _paste(content: bytes) -> None:
    text = content.decode("utf-8", "surrogateescape")
    _hold(lambda: read_pasted(text, TODAY))
    _hold(lambda: read_pasted(text, TODAY, _CHOSEN))


def _part(part: str) -> Callable[[bytes], None]:
    return lambda content: _delegation(repacked(WORKBOOK, {part: content}))


def _hold(read: Callable[[], DelegationSheet]) -> None:
    """What comes out can be stored, shown and compared; what does not, has a sentence."""
    try:
        sheet = read()
    except Invalid as error:
        _say(error)
        return
    _say(Invalid((*sheet.problems, *sheet.doubts, *sheet.ignored)))
    for delegate in sheet.delegates:
        delegate.fingerprint.encode()
        if not all(name.strip() and name.encode("utf-8") for name in delegate.names):
            raise AssertionError(f"a name of nothing in {delegate}")


def _say(error: Invalid) -> None:
    if not all(line.encode("utf-8") for line in sentences(error, "nl")):
        raise AssertionError("a problem without a sentence")
