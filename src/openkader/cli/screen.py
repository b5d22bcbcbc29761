"""`openkader screen QUERIES --lists FOLDER --output RESULTS`: many names against lists, as one file of answers."""

import argparse
import json
from pathlib import Path

from openkader.cli.words import Screen
from openkader.screening.engine import Engine
from openkader.screening.entities import read_entities
from openkader.screening.evidence import Screening


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("queries", type=Path)
    parser.add_argument("--lists", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=10)


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Screen every query in the order of the file."""
    lists = sorted(options.lists.glob("*.ftm.json"))
    screener = Engine.of(entity for path in lists for entity in read_entities(path))
    with options.output.open("w", encoding="utf-8") as out:
        for party in read_entities(options.queries):
            out.write(json.dumps(_answer(screener.screen(party, options.limit)), ensure_ascii=False) + "\n")
    return 0


def _answer(found: Screening) -> dict[str, object]:
    return {
        "query": found.query,
        "band": found.band,
        "matches": [
            {
                "entity": hit.entity,
                "list": hit.list,
                "score": hit.score,
                "band": hit.band,
                "name": hit.listed,
                "ground": hit.evidence[0].feature,
            }
            for hit in found.hits
        ],
    }
