"""A secret that is written once, for its owner alone."""

import os
from pathlib import Path


def keep_once(path: Path, content: bytes) -> None:
    """Write it beside `path` and link it there, so that two at once keep the same; one that is there stays."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
