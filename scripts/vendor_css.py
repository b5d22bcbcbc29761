"""Renew the parts of NL Design System and the fonts that the pages ship, from pinned npm packages.

    python scripts/vendor_css.py            write src/openkader/web/static/web/vendor/
    python scripts/vendor_css.py --check    write nothing; say what differs and end with 1

npm is needed only here, never where the product runs. Only openly licensed packages may be named below: the
`design-tokens` packages of Utrecht and of the Rijkshuisstijl community carry a house style that nobody else may use.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "src/openkader/web/static/web"
VENDOR = STATIC / "vendor"
FORBIDDEN = frozenset({"@utrecht/design-tokens", "@rijkshuisstijl-community/design-tokens"})
LICENCE_TITLES = {
    "EUPL-1.2": "EUROPEAN UNION PUBLIC LICENCE v. 1.2",
    "OFL-1.1": "SIL Open Font License, Version 1.1",
}
USED = re.compile(r"var\(\s*(--[\w-]+)")
DEFINED = re.compile(r"^\s*(--[\w-]+)\s*:\s*(.+?);", re.MULTILINE)
# A source map or a charset rule means nothing inside a bundle, and a hashing static storage looks for the map's file.
NOISE = re.compile(r"/\*# sourceMappingURL=.*?\*/|@charset [^;]+;")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file taken from one published package."""

    package: str
    version: str
    source: str
    licence: str = "EUPL-1.2"
    licence_file: str = "LICENSE.md"


def _candidate(name: str, version: str) -> Part:
    return Part(package=f"@nl-design-system-candidate/{name}-css", version=version, source=f"dist/{name}.css")


def _utrecht(name: str, version: str) -> Part:
    return Part(package=f"@utrecht/{name}-css", version=version, source="dist/index.css")


def _font(name: str, version: str, style: str) -> Part:
    return Part(
        package=f"@fontsource-variable/{name}",
        version=version,
        source=f"files/{name}-latin-{style}.woff2",
        licence="OFL-1.1",
        licence_file="LICENSE",
    )


COMPONENTS = (
    _candidate("data-badge", "1.0.5"),
    _candidate("heading", "1.1.3"),
    _candidate("link", "2.0.3"),
    _candidate("paragraph", "2.1.3"),
    _candidate("skip-link", "1.0.5"),
    _utrecht("blockquote", "3.0.1"),
    _utrecht("breadcrumb-nav", "3.0.1"),
    _utrecht("data-list", "3.0.1"),
    _utrecht("table", "3.0.1"),
)
TOKENS = Part(
    package="@nl-design-system-unstable/voorbeeld-design-tokens", version="7.4.1", source="dist/theme.css"
)
FONTS = (
    _font("source-sans-3", "5.3.0", "wght-normal"),
    _font("source-serif-4", "5.3.1", "wght-normal"),
)


class Refused(Exception):
    """A package may not be shipped, or is not what its name promises."""


def read_package(part: Part, folder: Path) -> dict[str, bytes]:
    """The files of a published package by their path in it, once its licence has been looked at."""
    if part.package in FORBIDDEN:
        raise Refused(f"{part.package} is not openly licensed")
    spec = f"{part.package}@{part.version}"
    name = subprocess.run(
        ["npm", "pack", spec, "--silent"], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.split()[-1]
    files: dict[str, bytes] = {}
    with tarfile.open(folder / name) as archive:
        for member in archive:
            opened = archive.extractfile(member)
            if opened is not None:
                files[member.name.partition("/")[2]] = opened.read()
    _look_at_licence(part, files)
    return files


def _look_at_licence(part: Part, files: Mapping[str, bytes]) -> None:
    declared = json.loads(files["package.json"])["license"]
    text = files[part.licence_file].decode()
    if declared != part.licence or LICENCE_TITLES[part.licence] not in text:
        raise Refused(
            f"{part.package}: expected {part.licence}, found {declared!r} and a text that does not match"
        )


def bundle(sources: Iterable[tuple[Part, str]]) -> str:
    """All component styles in one layer, each under a line that says where it comes from."""
    pieces = [
        f"/* {part.package} {part.version}, {part.source}, {part.licence} */\n{NOISE.sub('', css).strip()}\n"
        for part, css in sources
    ]
    return "@layer vendor {\n" + "\n".join(pieces) + "}\n"


def prune(theme: str, users: Iterable[str], owners: Iterable[str]) -> str:
    """The tokens of the theme that a style uses and that our own tokens do not define."""
    known = dict(DEFINED.findall(theme))
    own = {name for css in owners for name, _ in DEFINED.findall(css)}
    waiting = [name for css in [*users, *owners] for name in USED.findall(css)]
    needed: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in known and name not in needed and name not in own:
            needed.add(name)
            waiting.extend(USED.findall(known[name]))
    lines = [f"  {name}: {known[name]};" for name in sorted(needed)]
    origin = f"{TOKENS.package} {TOKENS.version}, {TOKENS.source}, {TOKENS.licence}"
    head = f"/* {origin}; {len(needed)} of {len(known)} tokens */"
    return "\n".join([head, "@layer vendor {", ":root {", *lines, "}", "}", ""])


def _entry(part: Part, output: str, content: bytes) -> dict[str, str]:
    return {
        "package": part.package,
        "version": part.version,
        "licence": part.licence,
        "source": part.source,
        "sha256": hashlib.sha256(content).hexdigest(),
        "output": output,
    }


def build(folder: Path) -> dict[str, bytes]:
    """Every file of the vendor folder by its path, made anew."""
    outputs: dict[str, bytes] = {}
    entries = []
    styles = []
    for part in COMPONENTS:
        content = read_package(part, folder)[part.source]
        styles.append((part, content.decode()))
        entries.append(_entry(part, "components.css", content))
    outputs["components.css"] = bundle(styles).encode()
    theme = read_package(TOKENS, folder)[TOKENS.source]
    own = [path.read_text() for path in sorted(STATIC.glob("*.css"))]
    outputs["theme.css"] = prune(theme.decode(), [css for _, css in styles], own).encode()
    entries.append(_entry(TOKENS, "theme.css", theme))
    for part in FONTS:
        files = read_package(part, folder)
        output = f"fonts/{Path(part.source).name}"
        outputs[output] = files[part.source]
        outputs[f"fonts/{part.package.rpartition('/')[2]}-OFL.txt"] = files[part.licence_file]
        entries.append(_entry(part, output, files[part.source]))
    outputs["MANIFEST.json"] = manifest(entries, outputs)
    return outputs


def manifest(entries: list[dict[str, str]], outputs: Mapping[str, bytes]) -> bytes:
    """What was taken from where: the hash of each source file, and of each file as we ship it."""
    shipped = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(outputs.items())}
    return (json.dumps({"parts": entries, "shipped": shipped}, indent=2) + "\n").encode()


def differences(outputs: Mapping[str, bytes]) -> list[str]:
    """The files of the vendor folder that are missing, changed or too many."""
    present = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file()}
    changed = [name for name in outputs if name in present and (VENDOR / name).read_bytes() != outputs[name]]
    return sorted({*changed, *(outputs.keys() ^ present)})


def write(outputs: Mapping[str, bytes]) -> None:
    """Put the files in the vendor folder."""
    for name, content in outputs.items():
        target = VENDOR / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def main() -> int:
    """Write the vendor folder, or with --check say how it differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; end with 1 when something differs"
    )
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as folder:
        outputs = build(Path(folder))
    differing = differences(outputs)
    for name in differing:
        print(f"{'differs' if check else 'wrote'}: {name}")
    if not check:
        write(outputs)
    return 1 if check and differing else 0


if __name__ == "__main__":
    sys.exit(main())
