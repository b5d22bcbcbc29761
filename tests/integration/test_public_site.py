"""What everybody reads: only what was published, from the tables of publications alone."""

import ast
import csv
import json
import re
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from lxml import etree  # type: ignore[import-untyped]

from openkader.casework.publishing import MOST_FILES
from openkader.kader import Assessor
from openkader.register import models, public_site, services
from tests.integration.agreement_house import HAND, NOW
from tests.integration.publication_house import (
    DRAFT,
    PAPER,
    PERSON,
    SHOWN,
    begun,
    drafted,
    public,
    released,
    revoked,
    saved,
)
from tests.integration.register_house import refused
from tests.web_pages import MOST_QUERIES, colleague, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
TABLES = {"register_publicationrelease", "register_publicationrevocation", "register_publicationdocument"}
PAGES = (
    "/openbaar/",
    "/openbaar/?zoek=hebei",
    "/openbaar/feed.atom",
    "/openbaar/data/",
    "/openbaar/data/publicaties.csv",
    "/openbaar/data/publicaties.csv-metadata.json",
    "/openbaar/data/publicaties.json",
    "/openbaar/toegankelijkheid/",
    "/openbaar/sitemap-diwoo-infocat011-1.xml",
    "/sitemapindex-diwoo-infocat011.xml",
    "/robots.txt",
)
ATOM = "{http://www.w3.org/2005/Atom}"


def read(path: str, status: int = 200) -> str:
    answer = Client().get(path)
    assert answer.status_code == status, path
    return b"".join(answer).decode() if answer.streaming else answer.content.decode()


def releases(number: int) -> None:
    """So many publications, one a day."""
    models.PublicationRelease.objects.bulk_create(
        models.PublicationRelease(
            reference=f"W-{one}",
            version=1,
            draft=1,
            kind="agreement",
            category="011",
            title=f"Afspraak nummer {one}",
            summary="Een bedachte afspraak.",
            content={"items": [], "withheld": []},
            words=f"afspraak nummer {one}",
            fictional=True,
            seal="0" * 64,
            at=NOW + timedelta(days=one),
            by="dirk",
        )
        for one in range(number)
    )


@pytest.mark.parametrize("path", [*PAGES, "one", "/openbaar/W-99/"])
def test_no_page_asks_any_table_but_those_of_publications(assessor: Assessor, path: str) -> None:
    reference = public(assessor)
    with CaptureQueriesContext(connection) as queries:
        answer = Client().get(f"/openbaar/{reference}/" if path == "one" else path)
        if answer.streaming:
            list(answer)
    asked = {
        table for query in queries for table in re.findall(r'(?:FROM|JOIN|INTO|UPDATE) "(\w+)"', query["sql"])
    }
    assert asked <= (TABLES if answer.status_code == 200 else asked)
    assert len(queries) <= MOST_QUERIES


def test_what_is_read_for_everybody_knows_no_other_table() -> None:
    tree = ast.parse(Path(public_site.__file__).read_text(encoding="utf-8"))
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    named = {one.name for node in froms if node.module == "openkader.register.models" for one in node.names}
    inside = {node.module for node in froms if (node.module or "").startswith("openkader.register")}
    assert {f"register_{name.lower()}" for name in named} <= TABLES
    assert inside == {"openkader.register.models"}


def test_the_tables_of_publications_lead_to_no_other_table() -> None:
    for model in (models.PublicationRelease, models.PublicationRevocation):
        leads = {field.related_model for field in model._meta.concrete_fields if field.is_relation}
        assert leads <= {models.PublicationRelease}


@pytest.mark.parametrize("path", PAGES)
def test_a_draft_is_nowhere(assessor: Assessor, path: str) -> None:
    drafted(assessor)
    assert "Samenwerking" not in read(path)


@pytest.mark.parametrize("path", PAGES)
def test_a_person_is_nowhere(assessor: Assessor, path: str) -> None:
    public(assessor)
    body = read(path)
    assert PERSON not in body
    assert "cli:" not in body


@pytest.mark.parametrize("path", PAGES)
def test_what_was_revoked_is_nowhere(assessor: Assessor, path: str) -> None:
    revoked(public(assessor))
    assert "Samenwerking" not in read(path)


def test_a_colleague_reads_the_same_page_as_everybody(assessor: Assessor) -> None:
    reference = public(assessor)
    body = text(colleague("anna").get(f"/openbaar/{reference}/"))
    assert "anna" not in body


def test_everything_is_found_by_words(assessor: Assessor) -> None:
    public(assessor)
    assert "Samenwerking met Hebei" in read("/openbaar/?zoek=TUINBOUW+hebei")
    assert "Samenwerking met Hebei" in read("/openbaar/?zoek=fictief")  # an organisation that was published
    assert "Niets gevonden" in read("/openbaar/?zoek=tuinbouw+japan")


def test_what_was_not_chosen_is_found_by_no_word(assessor: Assessor) -> None:
    public(assessor, replace(DRAFT, choices={"country": DRAFT.choices["country"]}))
    assert public_site.public_count("fictief") == 0
    assert public_site.public_count("zhang") == 0


@pytest.mark.parametrize("seek", ["%", "_", "'", "a" * 5000, "\u0130", "\u5f20"])
def test_any_word_may_be_sought(assessor: Assessor, seek: str) -> None:
    public(assessor)
    answer = Client().get("/openbaar/", {"zoek": seek})
    assert answer.status_code == 200


def test_a_sign_of_the_database_is_a_letter(assessor: Assessor) -> None:
    public(assessor)
    assert public_site.public_count("%") == public_site.public_count("_") == 0


def test_the_list_is_shown_in_pages() -> None:
    releases(41)
    first, last = read("/openbaar/"), read("/openbaar/?pagina=3")
    assert "Afspraak nummer 40" in first
    assert "Afspraak nummer 20<" not in first
    assert "Afspraak nummer 0<" in last
    assert "Pagina 3 van 3" in last
    for odd in ("0", "-1", "99", "twee", "9" * 30, "\u0663"):
        assert Client().get("/openbaar/", {"pagina": odd}).status_code == 200
    assert "zoek=afspraak&amp;pagina=2" in read("/openbaar/?zoek=afspraak")


def test_the_feed_is_atom(assessor: Assessor) -> None:
    reference = public(assessor)
    feed = etree.fromstring(read("/openbaar/feed.atom").encode())
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    for name in ("id", "title", "updated"):
        assert feed.find(f"{ATOM}{name}") is not None
        assert entry.find(f"{ATOM}{name}") is not None
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert (entry.findtext(f"{ATOM}id") or "").endswith(f"/openbaar/{reference}/")
    assert entry.findtext(f"{ATOM}updated") == "2030-05-01T12:00:00Z"


def test_a_feed_of_nothing_is_a_feed() -> None:
    feed = etree.fromstring(read("/openbaar/feed.atom").encode())
    assert feed.findall(f"{ATOM}entry") == []


def test_what_xml_cannot_hold_breaks_no_feed(assessor: Assessor) -> None:
    public(assessor, replace(DRAFT, title="Met \x07 en \ufffe erin"))
    assert etree.fromstring(read("/openbaar/feed.atom").encode()) is not None


def test_the_table_and_its_description_name_the_same_columns(assessor: Assessor) -> None:
    reference = public(assessor)
    rows = list(csv.DictReader(StringIO(read("/openbaar/data/publicaties.csv"))))
    described = json.loads(read("/openbaar/data/publicaties.csv-metadata.json"))
    assert [one["name"] for one in described["tableSchema"]["columns"]] == list(rows[0])
    assert described["url"].endswith("/openbaar/data/publicaties.csv")
    assert (rows[0]["id"], rows[0]["country"], rows[0]["organisations"]) == (
        reference,
        "CN",
        "Provincie Fictief",
    )
    assert rows[0]["withheld"] == "until 5.1.2.a"


def test_the_json_holds_every_field(assessor: Assessor) -> None:
    public(assessor)
    (row,) = json.loads(read("/openbaar/data/publicaties.json"))
    assert {item["label"] for item in row["items"]} == {"title", "country", "party"}
    assert row["withheld"] == [{"label": "until", "ground": "5.1.2.a"}]


def test_a_formula_is_calculated_in_no_spreadsheet(assessor: Assessor) -> None:
    public(assessor, replace(DRAFT, title="=1+1"))
    (row,) = csv.DictReader(StringIO(read("/openbaar/data/publicaties.csv")))
    assert row["title"] == "'=1+1"


def test_nothing_is_an_empty_table_and_an_empty_list() -> None:
    assert list(csv.DictReader(StringIO(read("/openbaar/data/publicaties.csv")))) == []
    assert json.loads(read("/openbaar/data/publicaties.json")) == []
    assert "nog niets openbaar gemaakt" in read("/openbaar/")


def test_robots_lead_to_an_index_a_category(assessor: Assessor) -> None:
    reference = public(assessor)
    lines = read("/robots.txt").splitlines()
    maps = ["/" + line.rpartition("/")[2] for line in lines if line.startswith("Sitemap:")]
    assert maps == [f"/sitemapindex-diwoo-infocat{number}.xml" for number in ("011", "012", "015")]
    assert "Disallow: /" in lines
    index = read(maps[0])
    assert "/openbaar/sitemap-diwoo-infocat011-1.xml" in index
    assert f"/openbaar/{reference}/" in read("/openbaar/sitemap-diwoo-infocat011-1.xml")
    assert reference not in read("/openbaar/sitemap-diwoo-infocat012-1.xml")


@pytest.mark.parametrize(
    "path",
    [
        "/sitemapindex-diwoo-infocat099.xml",
        "/openbaar/sitemap-diwoo-infocat099-1.xml",
        "/openbaar/sitemap-diwoo-infocat011-2.xml",
        "/openbaar/sitemap-diwoo-infocat011-0.xml",
        "/openbaar/W-1/",
    ],
)
def test_what_is_not_there_is_not_found(path: str) -> None:
    assert Client().get(path).status_code == 404


def test_who_stands_in_no_national_list_has_no_sitemap(tmp_path: Path) -> None:
    with override_settings(OPENKADER_PACKS=str(tmp_path)):
        assert "Sitemap:" not in read("/robots.txt")
        assert Client().get("/sitemapindex-diwoo-infocat011.xml").status_code == 404
        assert Client().get("/openbaar/sitemap-diwoo-infocat011-1.xml").status_code == 404
        assert "Open Kader" in read("/openbaar/")


def test_an_organisation_says_how_it_is_reached(tmp_path: Path) -> None:
    folder = tmp_path / "voorbeeld"
    folder.mkdir()
    said: dict[str, Any] = {
        "mail": "woo@voorbeeld.example",
        "licence": "https://creativecommons.org/publicdomain/zero/1.0/",
        "statement": "https://voorbeeld.example/verklaring",
    }
    body = "".join(f"  {name}: {words}\n" for name, words in said.items())
    head = "publication:\n  organisation: {nl: Provincie Voorbeeld, en: Example}\n"
    tooi = "  tooi: https://identifier.overheid.nl/tooi/id/provincie/pv99\n"
    (folder / "publication.yaml").write_text(head + tooi + body, encoding="utf-8")
    with override_settings(OPENKADER_PACKS=str(tmp_path), OPENKADER_ORGANISATION="voorbeeld"):
        page = read("/openbaar/toegankelijkheid/")
        assert said["mail"] in page
        assert said["statement"] in page
        assert said["licence"] in read("/openbaar/data/")
        described = json.loads(read("/openbaar/data/publicaties.csv-metadata.json"))
        assert described["dc:license"] == {"@id": said["licence"]}


def test_an_address_that_was_set_stands_before_every_path(assessor: Assessor) -> None:
    public(assessor)
    with override_settings(OPENKADER_ADDRESS="https://kader.example"):
        assert "https://kader.example/openbaar/" in read("/openbaar/feed.atom")


def test_what_was_revoked_says_so_and_no_more(assessor: Assessor) -> None:
    reference = public(assessor)
    revoked(reference)
    page = read(f"/openbaar/{reference}/", 410)
    assert "ingetrokken" in page
    assert "Hebei" not in page


def test_a_newer_version_takes_the_place_of_the_former(assessor: Assessor) -> None:
    reference = begun(assessor)
    saved(reference)
    assert public_site.public_count() == 0


def test_a_document_is_handed_out_only_where_it_was_chosen(assessor: Assessor) -> None:
    reference = begun(assessor)
    services.add_publication_file(reference, PAPER, **HAND)
    way = f"/openbaar/{reference}/stuk/1/"
    saved(reference)
    released(reference)
    assert Client().get(way).status_code == 404
    saved(reference, replace(DRAFT, choices={"file:1": SHOWN}), seen=1)
    released(reference)
    answer = Client().get(way)
    assert answer.content == PAPER.content
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Afspraak.txt" in read(f"/openbaar/{reference}/")
    assert way in read("/openbaar/sitemap-diwoo-infocat011-1.xml")
    assert public_site.public_count("afspraak.txt") == 1
    revoked(reference)
    assert Client().get(way).status_code == 410


def test_a_document_asks_no_other_table(assessor: Assessor) -> None:
    reference = begun(assessor)
    services.add_publication_file(reference, PAPER, **HAND)
    saved(reference, replace(DRAFT, choices={"file:1": SHOWN}))
    released(reference)
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(f"/openbaar/{reference}/stuk/1/").status_code == 200
    asked = {table for query in queries for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])}
    assert asked <= TABLES


def test_a_document_that_names_a_person_is_not_published(assessor: Assessor) -> None:
    reference = begun(assessor)
    paper = replace(PAPER, content=f"Getekend: {PERSON}".encode())
    services.add_publication_file(reference, paper, **HAND)
    saved(reference, replace(DRAFT, choices={"file:1": SHOWN}))
    refused("publication.names-person", lambda: released(reference))


def test_the_same_document_is_added_once(assessor: Assessor) -> None:
    reference = begun(assessor)
    numbers = {services.add_publication_file(reference, PAPER, **HAND) for _ in range(2)}
    assert numbers == {1}
    assert models.PublicationFile.objects.count() == 1


def test_there_is_an_end_to_documents(assessor: Assessor) -> None:
    reference = begun(assessor)
    for number in range(MOST_FILES):
        services.add_publication_file(reference, replace(PAPER, content=f"Stuk {number}".encode()), **HAND)
    refused("publication.many-files", lambda: services.add_publication_file(reference, PAPER, **HAND))
