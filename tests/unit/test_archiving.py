"""When a dossier goes to the archive, its metadata by MDTO, and a folder that was tampered with; all of it made up."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from openkader.base.errors import Invalid
from openkader.casework.archiving import may_archive
from openkader.publication.archive.mdto import (
    NAMESPACE,
    OURS,
    Concept,
    FileObject,
    Happening,
    InformationObject,
    Name,
    Term,
    file_xml,
    object_xml,
)
from openkader.publication.archive.verifying import EVENTS, MANIFEST, Wrong, verify
from openkader.register.chain import BEGINNING, Link

NOW = datetime(2030, 5, 2, 9, 30, tzinfo=UTC)
# The elements of each group in their order, as the metadata schema of MDTO describes them; ! is mandatory.
IDENTITY = ("identificatieKenmerk!", "identificatieBron!")
GROUPS: Mapping[str, tuple[str, ...]] = {
    "informatieobject": (
        *("identificatie!", "naam!", "aggregatieniveau", "classificatie", "trefwoord", "omschrijving"),
        *("raadpleeglocatie", "dekkingInTijd", "dekkingInRuimte", "taal", "event", "waardering!"),
        *("bewaartermijn", "informatiecategorie", "isOnderdeelVan", "bevatOnderdeel", "heeftRepresentatie"),
        *("aanvullendeMetagegevens", "gerelateerdInformatieobject", "archiefvormer!", "betrokkene"),
        *("activiteit", "beperkingGebruik!"),
    ),
    "bestand": (
        *("identificatie!", "naam!", "omvang!", "bestandsformaat!", "checksum!", "URLBestand"),
        "isRepresentatieVan!",
    ),
    "identificatie": IDENTITY,
    "verwijzingIdentificatie": IDENTITY,
    **dict.fromkeys(
        ("isOnderdeelVan", "bevatOnderdeel", "heeftRepresentatie", "archiefvormer", "isRepresentatieVan"),
        ("verwijzingNaam!", "verwijzingIdentificatie"),
    ),
    **dict.fromkeys(
        ("begripBegrippenlijst", "eventVerantwoordelijkeActor"),
        ("verwijzingNaam!", "verwijzingIdentificatie"),
    ),
    **dict.fromkeys(
        (
            *("aggregatieniveau", "dekkingInTijdType", "eventType", "waardering", "informatiecategorie"),
            *("beperkingGebruikType", "termijnTriggerStartLooptijd", "bestandsformaat", "checksumAlgoritme"),
        ),
        ("begripLabel!", "begripCode", "begripBegrippenlijst!"),
    ),
    "dekkingInTijd": ("dekkingInTijdType!", "dekkingInTijdBegindatum!", "dekkingInTijdEinddatum"),
    "event": ("eventType!", "eventTijd", "eventVerantwoordelijkeActor", "eventResultaat"),
    "bewaartermijn": (
        *("termijnTriggerStartLooptijd", "termijnStartdatumLooptijd", "termijnLooptijd", "termijnEinddatum"),
    ),
    "beperkingGebruik": (
        *("beperkingGebruikType!", "beperkingGebruikNadereBeschrijving", "beperkingGebruikDocumentatie"),
        "beperkingGebruikTermijn",
    ),
    "checksum": ("checksumAlgoritme!", "checksumWaarde!", "checksumDatum!"),
}
DOSSIER = Name("Bezoek uit Verzonnenstad", "V-1", "Open Kader, Provincie X")
LETTER = Name("brief.pdf", "V-1/documenten/001", "Open Kader, Provincie X")
WHOLE = InformationObject(
    about=DOSSIER,
    level="Dossier",
    described=["Een dossier."],
    covers=(date(2020, 1, 1), date(2020, 6, 1)),
    events=[Happening(kind=Concept(label="Creatie", listing=OURS), at=NOW, actor="nora")],
    valuation=Concept(label="Tijdelijk te bewaren", listing=OURS, code="V"),
    term=Term(
        begins=Concept(label="Afsluiting", listing=OURS),
        starts_on=date(2020, 6, 1),
        years=5,
        ends_on=date(2025, 6, 1),
    ),
    category=Concept(label="Verzoek", listing="Selectielijst", code="1.1"),
    part_of=DOSSIER,
    parts=[LETTER],
    files=[LETTER],
    maker="Provincie X",
    restriction=Concept(label="intern", listing=OURS),
    restricted="Zie het besluit.",
)
BARE = replace(
    WHOLE, described=[], covers=(date(2020, 1, 1), None), events=[], term=None, category=None, part_of=None
)
FILE = FileObject(
    about=LETTER, size=12, media_type="application/pdf", sha256="0" * 64, at=NOW, represents=DOSSIER
)
XMLS = {"whole": object_xml(WHOLE), "bare": object_xml(BARE), "file": file_xml(FILE)}


def wrong_in(element: Element) -> Iterator[str]:
    """Where the elements inside do not stand as the schema has them."""
    name = element.tag.removeprefix(f"{{{NAMESPACE}}}")
    inside = [one.tag.removeprefix(f"{{{NAMESPACE}}}") for one in element]
    if not inside:
        yield from () if (element.text or "").strip() else (f"{name} is empty",)
        return
    order = [one.rstrip("!") for one in GROUPS[name]]
    places = [order.index(one) for one in inside]
    if places != sorted(places):
        yield f"{name}: {inside}"
    yield from (
        f"{name} without {one}" for one in GROUPS[name] if one.endswith("!") and one[:-1] not in inside
    )
    for one in element:
        yield from wrong_in(one)


@pytest.mark.parametrize("name", XMLS)
def test_metadata_stand_in_the_order_of_the_schema_and_what_is_mandatory_is_there(name: str) -> None:
    root = fromstring(XMLS[name])  # noqa: S314 - written a moment ago
    assert root.tag == f"{{{NAMESPACE}}}MDTO"
    assert len(root) == 1
    assert list(wrong_in(root[0])) == []


# The schema has no licence that lets us bring it along: whoever has it names it. A skipped test would close the gate.
if SCHEMA := os.environ.get("OPENKADER_MDTO_XSD"):

    @pytest.mark.parametrize("name", XMLS)
    def test_metadata_are_valid_by_the_schema_itself(name: str) -> None:
        etree: Any = import_module("lxml.etree")
        schema = etree.XMLSchema(etree.parse(SCHEMA))
        assert schema.validate(etree.fromstring(XMLS[name])), schema.error_log


def test_what_xml_cannot_hold_is_left_out_of_a_name() -> None:
    odd = replace(DOSSIER, name="a\x00b\ud800<c>&\u202e]]>\ufffe d")
    root = fromstring(object_xml(replace(WHOLE, about=odd)))  # noqa: S314
    assert root[0][1].text == "a b <c>& ]]> d"


def test_only_a_closed_dossier_that_is_there_goes() -> None:
    assert may_archive("V-1", is_over=True, is_destroyed=False) is None
    refusals = [may_archive("V-1", is_over=False, is_destroyed=gone) for gone in (False, True)]
    assert [one.code for one in refusals if one] == ["archive.still-open", "archive.destroyed"]


def a_folder(place: Path) -> Path:
    """A small one that holds, with one event."""
    link = Link(
        sequence=1,
        at=NOW,
        actor="nora",
        action="request.recorded",
        object_kind="request",
        object_reference="V-1",
        dossier="V-1",
        detail="{}",
        previous_hash=BEGINNING,
    )
    event = asdict(replace(link, hash=link.digest())) | {"at": NOW.isoformat()}
    write(place, {"index.html": b"<p>V-1", EVENTS: json.dumps([event]).encode()})
    return place


def write(place: Path, files: Mapping[str, bytes]) -> None:
    lines = []
    for path, content in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(content)
        lines.append(f"{hashlib.sha256(content).hexdigest()}  {path}\n")
    (place / MANIFEST).write_text("".join(lines))


def test_a_folder_that_nobody_touched_holds(tmp_path: Path) -> None:
    found = verify(a_folder(tmp_path))
    assert (found.files, found.events, found.wrong) == (2, 1, ())
    assert found.digest == hashlib.sha256((tmp_path / MANIFEST).read_bytes()).hexdigest()


def outside(place: Path) -> None:
    (place.parent / "other.txt").write_text("x")
    with (place / MANIFEST).open("a") as file:
        file.write(f"{'0' * 64}  ../other.txt\n")


def linked(place: Path) -> None:
    (place / "index.html").rename(place.parent / "index.html")
    (place / "index.html").symlink_to(place.parent / "index.html")


def forged(place: Path) -> None:
    """An event that says something else, with a manifest that was made anew."""
    rows = json.loads((place / EVENTS).read_bytes())
    rows[0]["actor"] = "niemand"
    write(place, {"index.html": b"<p>V-1", EVENTS: json.dumps(rows).encode()})


@pytest.mark.parametrize(
    ("harm", "wrong"),
    [
        (lambda place: (place / "index.html").write_bytes(b"<p>V-2"), Wrong.CHANGED),
        (lambda place: (place / "index.html").unlink(), Wrong.GONE),
        (lambda place: (place / "extra.txt").write_bytes(b""), Wrong.ADDED),
        (lambda place: (place / "extra").symlink_to("/"), Wrong.ADDED),
        (outside, Wrong.OUTSIDE),
        (linked, Wrong.OUTSIDE),
        (forged, Wrong.EVENT),
    ],
)
def test_what_was_done_to_a_folder_is_named(
    tmp_path: Path, harm: Callable[[Path], object], wrong: Wrong
) -> None:
    place = a_folder(tmp_path / "V-1")
    harm(place)
    assert {one.wrong for one in verify(place).wrong} == {wrong}


@pytest.mark.parametrize("written", [b"", b"no line", b"\xff\xfe", b"0 a\n", (b"0" * 64 + b"  a\n") * 2])
def test_what_is_no_manifest_is_said_to_be_none(tmp_path: Path, written: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(written)
    with pytest.raises(Invalid):
        verify(tmp_path)


@pytest.mark.parametrize("events", [b"", b"{}1", b"[1]", b'[{"at": "2030"}]', b"[" * 100_000])
def test_events_that_are_none_are_said_to_be_none(tmp_path: Path, events: bytes) -> None:
    write(tmp_path, {EVENTS: events})
    with pytest.raises(Invalid):
        verify(tmp_path)


def test_a_folder_without_a_manifest_is_none_of_ours(tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        verify(tmp_path)
    (tmp_path / MANIFEST).symlink_to("/etc/hostname")
    with pytest.raises(Invalid):
        verify(tmp_path)
