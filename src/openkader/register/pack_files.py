"""Where the organisation of this installation keeps what stands beside its kaders."""

from pathlib import Path

from django.conf import settings


def folder_with(file: str) -> Path | None:
    """The folder of the organisation that is set, or of the first, that has this file."""
    packs, chosen = Path(settings.OPENKADER_PACKS), settings.OPENKADER_ORGANISATION
    found = [path.parent for path in sorted(packs.glob(f"*/{file}")) if chosen in ("", path.parent.name)]
    return found[0] if found else None
