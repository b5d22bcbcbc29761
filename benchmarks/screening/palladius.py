"""Chinese names as Russian writes them, made from the harness's own by another's table (pypinyin).

Usage, in the environment of the peers: palladius.py PAIRS.csv OUT.csv

The engine has a table of its own; measured against that, it would only agree with itself.
"""

import csv
import sys
from collections.abc import Iterator

from pypinyin import Style
from pypinyin.style import convert

FROM = "09 tone digits"
CLASS = "23 Palladius to pinyin"


def main() -> None:
    """Read the pairs that spell every syllable with its tone, and write them in Cyrillic."""
    pairs, out = sys.argv[1:]
    with open(pairs, encoding="utf-8", newline="") as file:  # noqa: PTH123  the peers' Python runs this alone
        rows = [row for row in csv.DictReader(file) if row["class"] == FROM]
    with open(out, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123
        writer = csv.writer(file)
        writer.writerow(("class", "schema", "a", "b", "match"))
        writer.writerows((CLASS, row["schema"], " ".join(words(row["a"])), row["b"], 1) for row in rows)


def words(spelt: str) -> Iterator[str]:
    """`Ding1 Ru3 chang1` in two words: a capital begins a word."""
    found: list[str] = []
    for syllable in spelt.split():
        cyrillic = convert(syllable.lower().replace("u:", "ü"), Style.CYRILLIC, False, None).rstrip("012345")
        if syllable[0].isupper() or not found:
            found.append(cyrillic)
        else:
            found[-1] += cyrillic
    return (word.capitalize() for word in found)


if __name__ == "__main__":
    main()
