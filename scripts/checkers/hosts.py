"""No committed file says where it was made: no package index, no path of one machine."""

import re
from pathlib import Path

from checkers.finding import Finding
from checkers.tracked import files

# Written in pieces, so that this file does not find itself.
INDEX_HOSTS = ("py" + "pi.org", "python" + "hosted.org", "registry." + "npmjs", "deb." + "debian.org")
MACHINE_PATHS = r"(?<![\w.~-])/(?:root|work|home/\w+|Users/\w+|tmp/\w+)/"
TELLS = re.compile("|".join([*map(re.escape, INDEX_HOSTS), MACHINE_PATHS]))
LOCKS = "requirements*.txt"


def look(root: Path) -> list[Finding]:
    """Every line of every text file; in a lock, no address at all."""
    found = [finding for path in files(root) for finding in look_at(path, path.relative_to(root))]
    locks = [path for path in files(root, LOCKS) if "://" in path.read_text(encoding="utf-8")]
    return found + [Finding(f"{path.name}: holds an address; run make lock") for path in locks]


def look_at(path: Path, name: Path) -> list[Finding]:
    """The lines of one file that tell on a machine; what is not text tells nothing."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []
    hits = ((number, TELLS.search(line)) for number, line in enumerate(lines, start=1))
    return [Finding(f"{name}:{number}: {hit.group()}") for number, hit in hits if hit]
