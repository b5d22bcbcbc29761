"""A closed dossier is taken to the archive as a folder that reads without Open Kader; all of it made up."""

import errno
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from openkader.casework.intake import Channel
from openkader.casework.permissions import HOUSE
from openkader.casework.retention import RecordKind, TermStatus
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.cli.demo_missions import prepare_missions
from openkader.cli.demo_screening import prepare_screening
from openkader.cli.main import main
from openkader.kader import Assessor
from openkader.publication.archive import writing
from openkader.publication.archive.codes import CodeWords
from openkader.publication.archive.column_words import COLUMNS
from openkader.publication.archive.exporting import ready
from openkader.publication.archive.shown import records
from openkader.publication.archive.verifying import MANIFEST, verify
from openkader.publication.archive.words import TABLES, WHY
from openkader.publication.archive.writing import folder_of, write_zip
from openkader.register import audit, models, services
from openkader.register.archiving import dossier
from openkader.register.archiving.held import held_of
from openkader.register.archiving.parts import OF_PARTY, decided, parts
from openkader.register.destroying.fates import OF_DOSSIER
from openkader.register.retention import retention
from openkader.register.shelf import shelf
from tests.integration.archive_house import NOW, a_closed_one_with_a_document, files_in
from tests.integration.destruction_house import ARCHIVIST, agreed, made_up_closed, nominated
from tests.integration.register_house import HAND, a_request
from tests.unit.documents import PDF
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA = tmp_path / "data"
    settings.OPENKADER_DATA.mkdir()


@pytest.fixture
def closed(assessor: Assessor) -> str:
    """A closed dossier with a document."""
    return a_closed_one_with_a_document(assessor)


def exported(reference: str, to: Path) -> dict[str, bytes]:
    assert main(["archive", "export", reference, "--to", str(to)]) == 0
    return files_in(to / reference)


def told(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["data/dossier.json"])
    return found


def test_a_closed_dossier_becomes_a_folder_that_verifies_and_stands_in_the_trail(
    closed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = exported(closed, tmp_path / "to")
    assert {
        "index.html",
        "dossier.pdf",
        "data/dossier.json",
        "dossier.mdto.xml",
        "LEESMIJ.txt",
    } <= files.keys()
    place = tmp_path / "to" / closed
    assert verify(place).wrong == ()
    assert main(["archive", "verify", str(place)]) == 0
    event = models.AuditEvent.objects.get(action="dossier.archived")
    digest = hashlib.sha256(files[MANIFEST]).hexdigest()
    assert json.loads(event.detail) == {"digest": digest, "level": "internal"}
    assert event.dossier == closed
    assert digest in capsys.readouterr().out
    assert audit.verify() is None


def test_a_document_lies_there_as_it_came_with_its_digest_and_its_metadata(
    closed: str, tmp_path: Path
) -> None:
    files = exported(closed, tmp_path / "to")
    path = "documenten/001/brief & bijlage.pdf"
    digest = hashlib.sha256(PDF).hexdigest()
    assert files[path] == PDF
    assert digest.encode() in files[f"{path}.bestand.mdto.xml"]
    assert b"brief &amp; bijlage.pdf" in files["documenten/001/archiefstuk.mdto.xml"]
    assert f"{closed}/documenten/001".encode() in files["dossier.mdto.xml"]
    assert f"{digest}  {path}".encode() in files[MANIFEST]
    described = {one for one in files if not one.endswith(".mdto.xml") and one != MANIFEST}
    assert {f"{one}.bestand.mdto.xml" for one in described} <= files.keys()


def test_the_page_tells_the_rules_with_their_truth_the_kader_and_the_events(
    closed: str, tmp_path: Path
) -> None:
    files = exported(closed, tmp_path / "to")
    page = files["index.html"].decode()
    assert "Regels van het voorstel" in page
    assert "<td>niet waar</td>" in page
    for one in models.AuditEvent.objects.filter(dossier=closed).exclude(action="dossier.archived"):
        assert one.hash in page
    (assessment,) = told(files)["assessments"]
    assert set(assessment["rules"].values()) <= {True, False, None}
    assert any(path.startswith("kader/") for path in files)
    assert "<script" not in page
    assert 'src="' not in page
    assert "<td>intern (internal)</td>" in page
    assert " (demand)</td>" in page


def test_nothing_found_is_an_answer_and_unknown_is_another(closed: str, tmp_path: Path) -> None:
    request = models.Request.objects.get(reference=closed)
    for fact, value in (("risk_areas", []), ("demand", None)):
        models.Answer.objects.filter(request=request, fact=fact)._raw_delete("default")
        models.Answer.objects.create(
            request=request,
            fact=fact,
            value=value,
            recorded_at=request.recorded_at,
            recorded_by="nora",
        )
    files = exported(closed, tmp_path / "to")
    rows = {row["fact"]: row["value"] for row in told(files)["tables"]["Answer"]}
    assert (rows["risk_areas"], rows["demand"]) == ([], None)
    page = files["index.html"].decode()
    for fact, words in (("risk_areas", "geen"), ("demand", "onbekend")):
        _, _, after = page.partition(f" ({fact})</td>")
        assert after.partition("<td>antwoord</td><td>")[2].startswith(f"{words}</td>")


def test_the_same_twice_is_the_same_but_for_the_moment(closed: str, tmp_path: Path) -> None:
    found = []
    for number in (1, 2):
        bundle = ready(closed, reader=HOUSE, now=NOW)
        with folder_of(bundle, tmp_path / str(number)):
            services.note_archive(closed, bundle.manifest.sha256, bundle.level, **HAND)
        file = io.BytesIO()
        write_zip(bundle, file)
        found.append((files_in(tmp_path / str(number)), file.getvalue()))
    assert found[0] == found[1]
    later = ready(closed, reader=HOUSE, now=NOW + timedelta(minutes=1))
    assert later.manifest != ready(closed, reader=HOUSE, now=NOW).manifest
    with zipfile.ZipFile(io.BytesIO(found[0][1])) as archive:
        assert archive.testzip() is None
        assert {one.removeprefix(f"{closed}/") for one in archive.namelist()} == found[0][0].keys()


def test_an_open_dossier_and_one_that_is_not_there_are_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_request()
    assert main(["archive", "export", "V-1", "--to", str(tmp_path / "to")]) == 3
    assert "V-1 is nog niet afgesloten" in capsys.readouterr().err
    assert main(["archive", "export", "NERGENS", "--to", str(tmp_path / "to")]) == 4
    assert files_in(tmp_path / "to") == {}
    assert not models.AuditEvent.objects.filter(action="dossier.archived").exists()


def test_a_destroyed_dossier_is_refused(
    assessor: Assessor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, *_ = made_up_closed(assessor, 10)
    services.destroy_dossiers(agreed(nominated(first)), **ARCHIVIST)
    assert main(["archive", "export", first, "--to", str(tmp_path / "to")]) == 3
    assert f"{first} is vernietigd" in capsys.readouterr().err


def test_what_is_withheld_stands_in_no_file_and_is_named(closed: str, tmp_path: Path) -> None:
    request = models.Request.objects.get(reference=closed)
    models.Intake.objects.create(
        request=request,
        key="GEHEIM-1" * 8,
        channel=Channel.FORM,
        received_on=NOW.date(),
        initiative="unknown",
        language="nl",
        contact_name="Verzonnen Vrager",
        contact_email="geheim-2@voorbeeld.example",
        contact_phone="geheim-3",
        link="GEHEIM-4" * 8,
        link_ends=NOW,
        recorded_at=NOW,
        recorded_by="nora",
    )
    models.OutgoingMail.objects.create(
        request=request,
        purpose="received",
        to="geheim-5@voorbeeld.example",
        subject="geheim-6",
        text="geheim-7",
        queued_at=NOW,
        queued_by="nora",
        not_before=NOW,
    )
    files = exported(closed, tmp_path / "to")
    for path, content in files.items():
        assert b"geheim-" not in content.lower(), path
    left = {(one["table"], one["column"]): one["number"] for one in told(files)["left_behind"]}
    assert left["Intake", "contact_email"] == left["Intake", "link"] == left["OutgoingMail", ""] == 1
    page = files["index.html"].decode()
    assert "Verzonnen Vrager" in page
    assert "Verzonden e-mail" in page


def test_a_document_that_is_gone_is_named_and_the_rest_goes(
    closed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digest = hashlib.sha256(PDF).hexdigest()
    shelf().drop(digest)
    files = exported(closed, tmp_path / "to")
    assert not any(path.startswith("documenten/") for path in files)
    assert [one["digest"] for one in told(files)["lost"]] == [digest]
    assert digest in files["index.html"].decode()
    assert capsys.readouterr().err


def test_a_full_disk_leaves_nothing_behind(
    closed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = writing._write
    count = iter(range(100))

    def full(path: Path, content: bytes) -> None:
        if next(count) > 5:
            raise OSError(errno.ENOSPC, "No space left on device")
        whole(path, content)

    monkeypatch.setattr(writing, "_write", full)
    assert main(["archive", "export", closed, "--to", str(tmp_path / "to")]) == 5
    assert list((tmp_path / "to").iterdir()) == []
    assert not models.AuditEvent.objects.filter(action="dossier.archived").exists()


def test_what_a_killed_process_left_is_taken_away(closed: str, tmp_path: Path) -> None:
    half = tmp_path / "to" / f".{closed}.new"
    (half / "data").mkdir(parents=True)
    (half / "data" / "rest.json").write_text("half")
    files = exported(closed, tmp_path / "to")
    assert "data/rest.json" not in files
    assert [one.name for one in (tmp_path / "to").iterdir()] == [closed]


def test_what_is_there_already_is_not_written_over(closed: str, tmp_path: Path) -> None:
    (tmp_path / closed).mkdir()
    assert main(["archive", "export", closed, "--to", str(tmp_path)]) == 2
    assert files_in(tmp_path / closed) == {}
    (tmp_path / "file").write_text("x")
    assert main(["archive", "export", closed, "--to", str(tmp_path / "file" / "deeper")]) == 5


def test_a_reference_of_something_inside_leads_to_its_dossier(closed: str, tmp_path: Path) -> None:
    activity = models.Activity.objects.filter(request__reference=closed).first()
    assert activity is not None
    assert main(["archive", "export", activity.reference, "--to", str(tmp_path)]) == 0
    assert (tmp_path / closed / "index.html").is_file()


@pytest.mark.parametrize("words", [[], ["V-1", "--kept"]])
def test_one_of_dossiers_and_all_that_is_kept_is_asked(words: list[str], tmp_path: Path) -> None:
    assert main(["archive", "export", *words, "--to", str(tmp_path)]) == 2


def test_all_that_is_kept_for_ever_goes_and_what_is_there_is_passed_over(
    closed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["archive", "export", "--kept", "--to", str(tmp_path / "to")]
    assert main(asked) == 3
    assert "status: kept" in capsys.readouterr().err
    terms = retention()
    rule = replace(terms.by_kind[RecordKind.REQUEST], status=TermStatus.KEPT)
    kept = replace(terms, rules=(rule,))
    monkeypatch.setattr(dossier, "retention", lambda: kept)
    monkeypatch.setattr(dossier, "retention_here", lambda: kept)
    assert main(asked) == 0
    assert list((tmp_path / "to").iterdir()) == []  # what is made up has no such term
    models.RegisterSource.objects.update(fictional=False)
    assert main(asked) == 0
    places = {one.name for one in (tmp_path / "to").iterdir()}
    assert closed in places
    assert b"Blijvend te bewaren" in (tmp_path / "to" / closed / "dossier.mdto.xml").read_bytes()
    assert main(asked) == 0
    assert f"{len(places)} dossiers stonden er al" in capsys.readouterr().out


def test_a_folder_that_was_changed_is_said_to_be(
    closed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exported(closed, tmp_path)
    with (tmp_path / closed / "index.html").open("a") as file:
        file.write("erbij")
    assert main(["archive", "verify", str(tmp_path / closed)]) == 3
    assert "index.html  veranderd" in capsys.readouterr().out
    assert main(["archive", "verify", str(tmp_path)]) == 2


def test_a_title_with_anything_in_it_stays_text(closed: str, tmp_path: Path) -> None:
    odd = "<script>alert(1)</script> 山东 & ]]> #import \\ $x$"
    models.Request.objects.filter(reference=closed).update(title_nl=odd)
    files = exported(closed, tmp_path)
    assert b"<script" not in files["index.html"]
    assert "山东" in files["index.html"].decode()
    assert files["dossier.pdf"].startswith(b"%PDF-1.7")


def test_of_every_table_of_a_dossier_is_said_whether_it_goes() -> None:
    assert {fate.model for fate in OF_DOSSIER} <= decided()
    names = {part.model.__name__ for part in (*parts(), *OF_PARTY)}
    assert names == TABLES.keys()
    assert WHY


def test_every_column_that_goes_has_a_dutch_name_and_none_has_an_address_or_a_key() -> None:
    for part in (*parts(), *OF_PARTY):
        names = {field.name for field in part.model._meta.concrete_fields} - {"id"}
        if part.stays is None:
            assert names <= COLUMNS.keys(), part.model
            open_ones = names - part.without.keys()
            assert not {"email", "key", "link", "contact_phone", "birth_date", "gender"} & open_ones, (
                part.model
            )
            assert part.without.keys() <= names


def test_every_row_of_the_missions_can_be_told(assessor: Assessor) -> None:
    prepare_missions("nl")
    prepare_screening("nl")
    seen = set()
    for request in models.Request.objects.all():
        held = held_of(request.pk)
        seen |= {table.name for table in held.tables}
        assert all(section.grids for section in records(held.tables, CodeWords(assessor.kader)))
        assert all(one.number for one in held.left)
    assert {"Request", "Delegate", "Participant", "ProgrammeSlot", "Party"} <= seen
    assert seen <= {model.__name__ for model in apps.get_app_config("register").get_models()}


def page_of(reference: str) -> str:
    return f"/dossiers/{reference}/archief/"


def test_an_archivist_takes_the_zip_from_the_page(closed: str) -> None:
    client = colleague("aukje", AccountRole.ARCHIVIST)
    assert page_of(closed) in client.get(f"/dossiers/{closed}/").content.decode()
    page = client.get(page_of(closed)).content.decode()
    assert "Maak het bestand" in page
    assert "disabled" not in page.partition("Maak het bestand")[0][-200:]
    answer = client.post(page_of(closed))
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert f"{closed}/index.html" in archive.namelist()
    event = models.AuditEvent.objects.get(action="dossier.archived")
    assert event.actor == "aukje"


def test_of_an_open_dossier_the_page_says_why_not() -> None:
    a_request()
    client = colleague("aukje", AccountRole.ARCHIVIST)
    assert "V-1 is nog niet afgesloten" in client.get(page_of("V-1")).content.decode()
    refused = client.post(page_of("V-1"))
    assert refused.status_code == 409
    assert "V-1 is nog niet afgesloten" in refused.content.decode()
    assert client.get(page_of("NERGENS")).status_code == 404


def test_who_reads_a_confidential_dossier_on_its_way_out_is_noted(closed: str) -> None:
    models.Request.objects.filter(reference=closed).update(confidentiality=Confidentiality.SECRET)
    client = colleague("aukje", AccountRole.ARCHIVIST)
    client.get(page_of(closed))
    b"".join(client.post(page_of(closed)).streaming_content)  # type: ignore[attr-defined]
    assert models.AuditEvent.objects.filter(action="dossier.read", actor="aukje").exists()
    event = models.AuditEvent.objects.get(action="dossier.archived")
    assert json.loads(event.detail)["level"] == "secret"


@pytest.mark.parametrize(
    "role", [AccountRole.ADVISER, AccountRole.DECIDER, AccountRole.AUDITOR, AccountRole.ADMINISTRATOR]
)
def test_the_page_is_for_an_archivist(closed: str, role: AccountRole) -> None:
    client = colleague("iemand", role)
    assert client.get(page_of(closed)).status_code == 403
    assert client.post(page_of(closed)).status_code == 403
    assert page_of(closed) not in client.get(f"/dossiers/{closed}/").content.decode()
