"""The documentation describes what is there, and links to what exists."""

import re
from pathlib import Path

import pytest

from openkader.base.messages import MESSAGES

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "openkader"
REFERENCE = ROOT / "docs" / "reference"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))
SETTING = re.compile(r"""["']((?:OPENKADER|SCREENING|OIDC)_[A-Z_]+|DATABASE_(?:REPLICA_)?URL)["']""")
LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
CODE = re.compile(r"""(?:Problem|Refusal|Unavailable|report)\(\s*["']([a-z]+[.-][a-z.-]+)["']""")
AUDITED = re.compile(r"""["']([a-z]+\.(?:[a-z]+ed))["']""")
MOST_WORDS = 300


def in_source(pattern: re.Pattern[str], folder: Path) -> set[str]:
    return {found for path in folder.rglob("*.py") for found in pattern.findall(path.read_text("utf-8"))}


def settings_that_are_read() -> set[str]:
    readers = (
        "src/openkader/conf/environment.py",
        "src/openkader/conf/screening.py",
        "src/openkader/conf/front_door.py",
        "src/openkader/conf/operation.py",
        "tests/conftest.py",
        "src/openkader/conf/signing_in.py",
    )
    return {name for path in readers for name in SETTING.findall((ROOT / path).read_text(encoding="utf-8"))}


def anchors(document: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(document: Path) -> list[str]:
    found = []
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        path, _, anchor = link.partition("#")
        target = (document.parent / path) if path else document
        if "://" in link:
            continue
        if not target.exists() or (anchor and anchor not in anchors(target)):
            found.append(link)
    return found


def test_every_setting_is_described() -> None:
    described = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    assert [name for name in settings_that_are_read() if f"`{name}`" not in described] == []


def test_every_error_code_is_described() -> None:
    described = (REFERENCE / "error-codes.md").read_text(encoding="utf-8")
    assert [code for code in MESSAGES if f"`{code}`" not in described] == []


def test_every_error_code_that_is_used_has_its_sentence() -> None:
    assert sorted(in_source(CODE, SOURCE) - set(MESSAGES)) == []


def test_every_audit_event_is_described() -> None:
    described = (REFERENCE / "audit-events.md").read_text(encoding="utf-8")
    events = in_source(AUDITED, SOURCE / "register" / "services")
    assert sorted(event for event in events if f"`{event}`" not in described) == []


@pytest.mark.parametrize("document", PAGES, ids=lambda document: str(document.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    assert broken_links(document) == []


@pytest.mark.parametrize("document", PAGES, ids=lambda document: str(document.relative_to(ROOT)))
def test_every_make_command_that_a_page_names_exists(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"(?:^|`)make ([a-z]+)", document.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []


@pytest.mark.parametrize("document", DECISIONS, ids=lambda document: document.stem)
def test_a_decision_is_short_and_says_what_was_rejected(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert len(text.split()) <= MOST_WORDS
    assert "## Rejected" in text


def test_every_page_of_the_documentation_is_reachable_from_its_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    listed = {(ROOT / "docs" / link).resolve() for link in LINK.findall(index)}
    pages = set((ROOT / "docs").glob("*/*.md")) - set(DECISIONS)
    assert pages <= listed


def test_both_readmes_tell_the_same_story() -> None:
    dutch, english = (ROOT / name for name in ("README.md", "README.en.md"))
    chapters = [
        re.findall(r"^(#+) ", page.read_text(encoding="utf-8"), re.MULTILINE) for page in (dutch, english)
    ]
    assert chapters[0] == chapters[1]
