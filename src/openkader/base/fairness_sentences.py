"""The sentences about whom screening bothers."""

from openkader.base.text import Text

FAIRNESS: dict[str, Text] = {
    "screening.no-names": Text(
        nl="In deze map staan geen namen (*.jsonl, één bestand per herkomst), dus er is niets geteld.",
        en="There are no names in this folder (*.jsonl, one file for each origin), so nothing was counted.",
    ),
}
