"""The years of the demo, taken over once; those of an earlier version stay as they are."""

from pathlib import Path

from django.conf import settings

from openkader.base.errors import Refused
from openkader.base.text import Text
from openkader.cli.demo_accounts import BY
from openkader.cli.importing import take_over

EARLIER = Text(
    nl="{source} staat hier van een eerdere versie en blijft zo. Voor de nieuwe: verwijder {data} en begin opnieuw.",
    en="{source} is here from an earlier version and stays so. For the new one: remove {data} and start again.",
)


def take_over_example(path: Path, language: str) -> str:
    """Take over a year that comes with the demo; a folder that holds an earlier one is no reason to stop."""
    try:
        return take_over(settings.OPENKADER_PACKS / path, by=BY, language=language)
    except Refused as refused:
        if refused.refusal.code != "import.source-known":
            raise
        source = refused.refusal.detail["source"]
        return EARLIER.in_(language).format(source=source, data=settings.OPENKADER_DATA)
