"""The files that belong to the project: what git tracks, and what it would."""

import subprocess
from pathlib import Path


def files(root: Path, *patterns: str) -> list[Path]:
    """Tracked and new files under `root` that match, without what .gitignore leaves out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    paths = (root / name for name in sorted(set(listed.split("\0"))) if name)
    return [path for path in paths if path.is_file()]
