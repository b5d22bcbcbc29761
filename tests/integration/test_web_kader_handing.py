"""A kader goes to another organisation and comes from one, by the studio; nothing is kept before somebody chooses."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from openkader.kader import load_texts
from openkader.publication.kader_files import fingerprint_of, packed, public_key, received, shown
from openkader.register import models, selectors
from openkader.register.adopted_kaders import forget_adopted
from openkader.register.kaders import assessor_of, texts_of
from tests.integration.kader_house import BASE, THEIR_KEY, theirs
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
STUDIO, RECEIVE = "/kader/studio/", "/kader/studio/overnemen/"
KADER = f"/kader/{BASE}/"
MARK = fingerprint_of(public_key(THEIR_KEY))
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


@pytest.fixture
def adviser() -> Client:
    return colleague("ad", "adviser")


def their_file(name: str = "verweg/2025-01-01", key: Ed25519PrivateKey = THEIR_KEY) -> bytes:
    return packed(load_texts(theirs(), name), theirs(), key)


def hand_in(client: Client, content: bytes, name: str = "verweg.kader.json") -> Any:
    return client.post(RECEIVE, {"file": SimpleUploadedFile(name, content)})


def previewed(client: Client, content: bytes | None = None) -> str:
    answer = hand_in(client, their_file() if content is None else content)
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def take_over(client: Client, path: str, **changes: str) -> Any:
    return client.post(path, {"name": "Van Verweg", "in_force_from": "2030-06-01", **changes})


def waiting() -> int:
    return models.KeptDraft.objects.count()


def test_whose_a_file_is_and_what_it_changes_is_shown_before_anything_is_saved(adviser: Client) -> None:
    path = previewed(adviser)
    said = text(adviser.get(path))
    assert "Provincie Verweg (bedacht) (verweg/2025-01-01)" in said
    assert shown(MARK) in said
    assert "Die klopt" in said
    assert "Deze installatie kent deze sleutel niet" in said
    assert "Het voorstel verandert in" in said
    assert "Er is nog niets bewaard." in said
    assert not models.KaderDraft.objects.exists()
    assert queries_of(path, adviser) <= MOST_QUERIES


def test_what_is_chosen_becomes_a_draft_that_says_where_it_comes_from(adviser: Client) -> None:
    path = previewed(adviser)
    answer = take_over(adviser, path)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/kader/studio/KC-1/")
    said = text(adviser.get("/kader/studio/KC-1/"))
    assert "Dit concept begon als het kader van Provincie Verweg (bedacht)" in said
    assert shown(MARK) in said
    assert "1 juni 2030" in said
    assert "<code>not_this_country</code> · nieuw" in said
    assert queries_of("/kader/studio/KC-1/", adviser) <= MOST_QUERIES
    assert waiting() == 0
    assert take_over(adviser, path).headers["Location"] == STUDIO  # a second click
    assert models.KaderDraft.objects.count() == 1
    assert selectors.events(limit=1)[0].action == "kader.taken-over"


def test_a_key_that_came_before_is_said_with_whose_it_was(adviser: Client) -> None:
    take_over(adviser, previewed(adviser))
    path = previewed(adviser)
    assert "Met deze sleutel is eerder een kader van ‘Provincie Verweg (bedacht)’ overgenomen" in text(
        adviser.get(path)
    )
    assert "al overgenomen, als concept KC-1" in text(take_over(adviser, path), 409)


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"name": " "}, 422, "Waar deze versie voor is"),
        ({"in_force_from": "morgen"}, 422, "In werking vanaf|Van kracht"),
        ({"in_force_from": "2023-01-01"}, 409, "moet later ingaan"),
    ],
)
def test_a_draft_that_cannot_be_begun_says_why_and_the_file_still_waits(
    adviser: Client, changes: dict[str, str], status: int, said: str
) -> None:
    path = previewed(adviser)
    answer = text(take_over(adviser, path, **changes), status)
    assert any(one in answer for one in said.split("|"))
    assert waiting() == 1
    assert not models.KaderDraft.objects.exists()


def changed(change: Any) -> bytes:
    found = json.loads(their_file())
    change(found)
    return (json.dumps(found, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


BAD = {
    "tampered": (
        lambda: their_file().replace(b"Verweg", b"Dichtbij"),
        "veranderd nadat het werd ondertekend",
    ),
    "newer": (lambda: changed(lambda found: found.update(form="openkader-kader-2")), "nieuwere Open Kader"),
    "unsigned": (lambda: changed(lambda found: found.update(signature=None)), "niet ondertekend"),
    "ten megabytes": (lambda: b"x" * 10_000_000, "groter dan 4 MB"),
    "a hundred": (lambda: b"x" * 100_000_000, "groter dan 4 MB"),
    "zip": (lambda: b"PK\x03\x04" + bytes(1000), "geen kaderbestand"),
    "gzip": (lambda: b"\x1f\x8b\x08" + bytes(1000), "geen kaderbestand"),
    "deep": (lambda: b"[" * 1_000_000, "geen kaderbestand"),
    "nothing": (lambda: b"", "geen kaderbestand"),
    "no kader": (lambda: wrong_text("{abuse_risk: serious}", "{abuse_rsik: serious}"), "tables.yaml:"),
    "anchors": (lambda: wrong_text("proposal:\n", "proposal: &a [*a]\n"), "tables.yaml:"),
}


def wrong_text(old: str, new: str) -> bytes:
    """Signed by whoever has a key, as a rogue would: the texts make no kader."""
    import hashlib

    from openkader.publication.kader_files import envelope, signed_json

    found = json.loads(their_file())
    files = found["kader"]["files"]
    assert old in files["tables.yaml"]
    files["tables.yaml"] = files["tables.yaml"].replace(old, new)
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.encode() + b"\0" + files[path].encode() + b"\0")
    found["kader"]["digest"] = digest.hexdigest()
    found["signature"] = signed_json.signature_of(envelope._signed(found["kader"]), THEIR_KEY)
    return signed_json.canonical(found)


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_refused_in_a_sentence_and_nothing_is_kept(
    adviser: Client, tmp_path: Path, name: str
) -> None:
    content, said = BAD[name]
    assert said in text(hand_in(adviser, content(), f"{SCRIPT}.json"), 422)
    assert not list(tmp_path.rglob("*.bin"))
    assert not models.KaderDraft.objects.exists()


def test_without_a_file_it_says_so(adviser: Client) -> None:
    assert "Het ondertekende bestand" in text(adviser.post(RECEIVE, {}), 422)
    assert text(adviser.get(RECEIVE))


def test_a_file_waits_for_whoever_handed_it_in_and_for_nobody_else(adviser: Client) -> None:
    path = previewed(adviser)
    other = colleague("ev", "evaluator")
    assert other.get(path).headers["Location"] == STUDIO
    assert take_over(other, path).headers["Location"] == STUDIO
    assert adviser.get(f"{RECEIVE}{'A' * 32}/").headers["Location"] == STUDIO
    assert adviser.get(f"{RECEIVE}..%2f..%2fdb/").status_code in (302, 404)
    assert not models.KaderDraft.objects.exists()


def test_what_another_organisation_wrote_is_shown_as_words(adviser: Client) -> None:
    texts = theirs()
    texts["kader.yaml"] = texts["kader.yaml"].replace("Provincie Verweg (bedacht)", f"'{SCRIPT}'")
    said = text(
        adviser.get(previewed(adviser, packed(load_texts(texts, "verweg/2025-01-01"), texts, THEIR_KEY)))
    )
    assert SCRIPT not in said
    assert "&lt;script&gt;" in said


def test_a_decider_reads_and_takes_nothing_over() -> None:
    decider = colleague("de", "decider")
    assert hand_in(decider, their_file()).status_code == 403
    assert decider.get(RECEIVE).status_code == 403


def test_the_signed_file_of_a_version_can_be_taken_along_and_leaves_an_event() -> None:
    reader = colleague("au", "auditor")
    assert f'href="{KADER}bestand/"' in text(reader.get(KADER))
    answer = reader.get(f"{KADER}bestand/")
    found = received(answer.content, "x")
    assert (found.kader.digest, dict(found.texts)) == (assessor_of(BASE).kader.digest, texts_of(BASE))
    assert 'filename="zuid-holland-2024-01-01.kader.json"' in answer.headers["Content-Disposition"]
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor, event.detail["form"]) == ("kader.exported", "au", "kader")
    assert event.detail["kader_digest"] == found.kader.digest


def test_the_tables_of_a_version_can_be_taken_along_as_dmn() -> None:
    answer = colleague("au", "auditor").get(f"{KADER}dmn/")
    assert answer.content.startswith(b"<?xml")
    assert selectors.events(limit=1)[0].detail["form"] == "dmn"


def test_a_visitor_takes_nothing_along_and_sees_no_way_to() -> None:
    before = selectors.event_count()
    for name in ("bestand", "dmn"):
        assert Client().get(f"{KADER}{name}/").status_code == 302
        assert f"{KADER}{name}/" not in text(Client().get(KADER))
        assert colleague("be", "administrator").get(f"{KADER}{name}/").status_code == 403
    assert colleague("au", "auditor").get("/kader/zuid-holland/2023-01-01/bestand/").status_code == 404
    assert selectors.event_count() == before


def test_a_draft_is_withdrawn_with_a_reason_and_read_after(adviser: Client) -> None:
    adviser.post(STUDIO, {"act": "start", "base": BASE, "name": "Herijking", "in_force_from": "2030-01-01"})
    path = "/kader/studio/KC-1/"
    assert "Waarom u het intrekt" in text(adviser.post(path, {"act": "withdraw", "reason": " "}), 422)
    assert adviser.post(path, {"act": "withdraw", "reason": f"Te vroeg {SCRIPT}"}).status_code == 302
    said = text(adviser.get(path))
    assert "Te vroeg &lt;script&gt;" in said
    assert "Trek het concept in" not in said
    assert "Noteer dat" not in said
    listed = text(adviser.get(STUDIO))
    assert "Er is geen concept open" in listed
    assert "Te vroeg &lt;script&gt;" in listed
    tables = f"{path}tekst/tables.yaml/"
    assert "Dit concept is ingetrokken" in text(adviser.get(tables))
    assert adviser.post(tables, {"act": "save", "seen": "1", "text": "a: 1"}).status_code == 409
    assert adviser.post(path, {"act": "withdraw", "reason": "nog eens"}).status_code == 409
    assert colleague("de", "decider").post(path, {"act": "withdraw", "reason": "x"}).status_code == 403
    assert queries_of(STUDIO, adviser) <= MOST_QUERIES


def test_a_step_shows_the_lines_that_went_and_came_in_words(adviser: Client) -> None:
    adviser.post(STUDIO, {"act": "start", "base": BASE, "name": "Herijking", "in_force_from": "2030-01-01"})
    tables = "/kader/studio/KC-1/tekst/tables.yaml/"
    new = texts_of(BASE)["tables.yaml"].replace("proposal:\n", f"proposal: # {SCRIPT}\n")
    adviser.post(tables, {"act": "save", "seen": "1", "text": new})
    assert f'href="{tables}2/"' in text(adviser.get(tables))
    assert f'href="{tables}2/"' in text(adviser.get("/kader/studio/KC-1/"))
    said = text(adviser.get(f"{tables}2/"))
    assert "1 regel toegevoegd, 1 regel vervallen" in said
    assert 'toegevoegd</span><code class="text-line__text">proposal: # &lt;script&gt;' in said
    assert 'vervallen</span><code class="text-line__text">proposal:</code>' in said
    assert SCRIPT not in said
    assert "Dit is de tekst waarmee het concept begon." in text(adviser.get(f"{tables}1/"))
    assert queries_of(f"{tables}2/", adviser) <= MOST_QUERIES
    for wrong in ("0", "3", "99999999999999999999"):
        assert adviser.get(f"{tables}{wrong}/").status_code == 404
