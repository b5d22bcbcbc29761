"""Write the tables of Han characters that screening reads names with, from Unihan, OpenCC and sinonym.

Usage: python scripts/han_tables.py UNIHAN SINONYM. The first folder holds the files kMandarin.txt, kTGHZ2013.txt,
kXHC1983.txt, kCantonese.txt, kHangul.txt and kVietnamese.txt of the Unicode character database (unicodetools,
data/ucd), the second familyname_orcid.csv and givenname_orcid.csv of sinonym.
Needs the package opencc, which nothing needs at run time. A row is: reading, characters that have it as their first
reading, characters that have it beside another.
"""

import csv
import importlib
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "src/openkader/screening/names/data"
# A rare third reading would only make two names look alike.
LONGEST = {"pinyin": 3, "jyutping": 2, "hangul": 2, "vietnamese": 3}
# A simplified form outside the first plane is in no font and in no other table.
BEYOND = 0x10000
# 么 stands for itself in modern text, although one table reads it as an old form of 幺.
KEPT = "么"
# Another way to write a character of names, which the tables of OpenCC give no common form for.
OWN = {"煇": "辉"}
Readings = dict[str, list[str]]


def main() -> int:
    """Write all tables anew."""
    source = Path(sys.argv[1])
    simple = simplified()
    write("simplified", (f"{new}\t{''.join(olds)}" for new, olds in turned(simple)))
    modern = read(source / "kTGHZ2013.txt", pinyin)
    older = read(source / "kXHC1983.txt", pinyin)
    every = read(source / "kMandarin.txt", pinyin)
    tables = {
        "pinyin": merged(every, modern, {key: value for key, value in older.items() if key not in modern}),
        "jyutping": read(source / "kCantonese.txt", toneless),
        "hangul": read(source / "kHangul.txt", lambda text: text.split(":")[0]),
        "vietnamese": read(source / "kVietnamese.txt", lambda text: text),
    }
    for name, table in tables.items():
        write(name, by_reading(under_simplified(table, simple), LONGEST[name]))
    people(Path(sys.argv[2]), simple)
    return 0


def simplified() -> dict[str, str]:
    """Each character that is written otherwise in mainland China, with that other one."""
    opencc = importlib.import_module("opencc")
    converters = [opencc.OpenCC(name) for name in ("t2s", "hk2s", "tw2s")]
    found = dict(OWN)
    for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)):
        for converter in converters:
            new = converter.convert(chr(code))
            if len(new) == 1 and new != chr(code) and ord(new) < BEYOND and chr(code) not in KEPT:
                found.setdefault(chr(code), new)
    return {old: found.get(new, new) for old, new in found.items()}


def people(source: Path, simple: dict[str, str]) -> None:
    """The tables of surnames and of characters of given names, from the files of sinonym."""
    for name, file in (("surnames", "familyname_orcid.csv"), ("given_characters", "givenname_orcid.csv")):
        numbers: dict[str, float] = {}
        for row in csv.reader((source / file).read_text(encoding="utf-8").splitlines()[1:]):
            key = (
                row[0]
                if name == "surnames"
                else row[0].translate({ord(old): new for old, new in simple.items()})
            )
            numbers[key] = numbers.get(key, 0.0) + float(row[-1])
        write(
            name,
            (f"{key}\t{numbers[key]:.2f}" for key in sorted(numbers, key=lambda one: (-numbers[one], one))),
        )


def turned(simple: dict[str, str]) -> Iterable[tuple[str, list[str]]]:
    """Each simplified character with those that it stands for."""
    return (
        (new, sorted(old for old in simple if simple[old] == new)) for new in sorted(set(simple.values()))
    )


def read(path: Path, clean: Callable[[str], str]) -> Readings:
    """The readings of each character in one file of Unihan, first ones first."""
    table: Readings = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            codes, values = line.split("\t")[:2]
            words = [clean(word) for value in values.split() for word in unplaced(value).split(",")]
            first, _, last = codes.partition("..")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                table[chr(code)] = list(dict.fromkeys(words))
    return table


def unplaced(value: str) -> str:
    """A reading without the page of the dictionary that stands before it."""
    return value.split(":", 1)[1] if value[0].isdigit() and ":" in value else value


def pinyin(text: str) -> str:
    """Pinyin without its tone; ü is written v."""
    parts = unicodedata.normalize("NFD", text.split("(", maxsplit=1)[0])
    return re.sub("[^a-z]", "", parts.replace("u\u0308", "v"))


def toneless(text: str) -> str:
    """Jyutping without its tone."""
    return text.rstrip("0123456789")


def merged(*tables: Readings) -> Readings:
    """Readings of several sources; the first source says which comes first."""
    return {
        key: list(dict.fromkeys(word for table in tables for word in table.get(key, ()))) for key in tables[0]
    }


def under_simplified(table: Readings, simple: dict[str, str]) -> Readings:
    """All readings of a character and of those that it replaced, under the simplified one."""
    joined: Readings = {key: list(words) for key, words in table.items() if key not in simple}
    for old, new in simple.items():
        known = joined.setdefault(new, [])
        known.extend(word for word in table.get(old, ()) if word not in known)
    return {key: words for key, words in joined.items() if words and 0x3400 <= ord(key) < 0xA000}


def by_reading(table: Readings, longest: int) -> Iterable[str]:
    """Rows of a table, turned around: a reading and its characters."""
    rows: dict[str, tuple[list[str], list[str]]] = {}
    for character in sorted(table):
        for place, word in enumerate(table[character][:longest]):
            rows.setdefault(word, ([], []))[min(place, 1)].append(character)
    return (f"{word}\t{''.join(rows[word][0])}\t{''.join(rows[word][1])}" for word in sorted(rows))


def write(name: str, rows: Iterable[str]) -> None:
    """Write one table."""
    (DATA / f"{name}.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
