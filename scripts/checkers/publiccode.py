"""publiccode.yml says what catalogues of public software need, and says it of this version.

The required keys are those of version 0.5 of the publiccode.yml standard.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from checkers.finding import Finding

REQUIRED = (
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description",
    "legal.license",
    "maintenance.type",
    "maintenance.contacts",
    "localisation.localisationReady",
    "localisation.availableLanguages",
)
LANGUAGES = ("nl", "en")
SHORT_AT_MOST = 150
LONG_BETWEEN = range(150, 10_001)


def look(root: Path) -> list[Finding]:
    """Keys, descriptions in both languages, and the version of the package."""
    said = yaml.safe_load((root / "publiccode.yml").read_text(encoding="utf-8"))
    missing = [f"{key} is missing" for key in REQUIRED if value_at(said, key) in (None, "", [])]
    wrong = [*missing, *version(said, root), *descriptions(said.get("description") or {})]
    return [Finding(f"publiccode.yml: {what}") for what in wrong]


def value_at(said: Any, key: str) -> Any:
    """The value under a dotted key, or None."""
    for part in key.split("."):
        said = said.get(part) if isinstance(said, Mapping) else None
    return said


def version(said: Mapping[str, Any], root: Path) -> Iterator[str]:
    """The version here, in the package and in the change log is one version."""
    package = (root / "src/openkader/__init__.py").read_text(encoding="utf-8")
    current = re.search(r'__version__ = "(.+)"', package)
    number = current.group(1) if current else ""
    if said.get("softwareVersion") != number:
        yield f"softwareVersion is {said.get('softwareVersion')}, the package is {number}"
    if f"## [{number}]" not in (root / "CHANGELOG.md").read_text(encoding="utf-8"):
        yield f"CHANGELOG.md has no chapter for {number}"


def descriptions(by_language: Mapping[str, Any]) -> Iterator[str]:
    """Both languages, within the lengths that catalogues show."""
    for language in LANGUAGES:
        text = by_language.get(language) or {}
        if not 0 < len(text.get("shortDescription") or "") <= SHORT_AT_MOST:
            yield f"description.{language}.shortDescription must have 1 to {SHORT_AT_MOST} characters"
        if len(text.get("longDescription") or "") not in LONG_BETWEEN:
            yield f"description.{language}.longDescription must have 150 to 10,000 characters"
        if not text.get("features"):
            yield f"description.{language}.features is missing"
