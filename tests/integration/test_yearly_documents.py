"""The evaluation of 2024 as a document: the annex of the seed, what was written, and what nobody may see."""

import argparse
import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client, override_settings

from openkader.base.errors import Invalid, NotFound, Unavailable
from openkader.casework.permissions import HOUSE, NOBODY
from openkader.casework.vocabulary import Confidentiality
from openkader.cli import papers
from openkader.cli.words import Screen
from openkader.evaluation.chapters import chapters_of
from openkader.evaluation.document import Chapter, Document, Gap, Notice, Number, Paragraph, Picture, Table
from openkader.publication.yearly import composing
from openkader.publication.yearly.asking import asked_for, edition_of, written
from openkader.publication.yearly.composing import document_of
from openkader.publication.yearly.source import Asked
from openkader.register import models
from tests.web_pages import colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
TODAY = date(2026, 11, 27)


def a_document(texts: dict[str, str] | None = None, **changes: Any) -> Document:
    asked: dict[str, Any] = {
        "year": 2024,
        "language": "nl",
        "reader": NOBODY,
        "today": TODAY,
        "texts": texts or {},
    }
    return document_of(Asked(**(asked | changes)))


def every(chapters: tuple[Chapter, ...]) -> list[Chapter]:
    return [one for chapter in chapters for one in (chapter, *every(chapter.chapters))]


def chapter(document: Document, name: str) -> Chapter:
    return next(one for one in every(document.chapters) if one.id == name)


def table(document: Document, name: str) -> Table:
    blocks = [block for one in every(document.chapters) for block in one.blocks]
    tables = [one.table if isinstance(one, Picture) else one for one in blocks]
    return next(one for one in tables if isinstance(one, Table) and one.id == name)


def texts_of(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def test_the_annex_of_the_seed_comes_out() -> None:
    rows = texts_of(table(a_document(), "annex"))
    assert [row[4] for row in rows] == [
        "n.v.t.",
        "18",
        "1",
        "15",
        "3",
        "n.v.t.",
        "onbekend",
        "onbekend",
        "37",
    ]
    assert [row[5] for row in rows] == ["0", "0", "0", "2", "1", "0", "onbekend", "onbekend", "3"]
    assert [row[0] for row in rows][:6] == [
        *("mei 2024", "23–28 mei 2024", "september 2024"),
        *("23 oktober 2024", "november 2024", "6 november 2024"),
    ]
    assert rows[6][1] == "Inkomende delegaties uit andere landen (7 activiteiten)"


def test_every_activity_in_the_annex_leads_to_its_dossier() -> None:
    client = Client()
    for row in table(a_document(), "annex").rows[:-1]:
        assert client.get(str(row[1].path)).status_code == 200


def test_every_figure_leads_to_its_rows_and_a_range_says_why() -> None:
    client, found = Client(), table(a_document(), "figures")
    assert len(found.rows) == 20
    for row in found.rows:
        assert client.get(str(row[1].path)).status_code == 200
    (parties,) = [row for row in found.rows if row[0].text.startswith("Verschillende")]
    assert [cell.text for cell in parties[1:]] == ["18–37", "27", "bereik"]
    assert "18 + 1 + 15 + 3" in parties[0].text


def test_an_unknown_number_of_requests_is_no_zero() -> None:
    rows = dict(texts_of(table(a_document(), "flow-table")))
    assert rows == {
        "Opgepakt": "7",
        "Opgepakt onder voorwaarden": "0",
        "Aangehouden": "0",
        "Doorverwezen": "0",
        "Geweigerd": "onbekend aantal",
        "Ingetrokken": "0",
        "Besloten, uitkomst niet bekend": "onbekend aantal",
        "Nog niet besloten": "0",
        "Ontvangen": "7 en een onbekend aantal",
    }


def test_decisions_are_told_by_ground_and_instrument() -> None:
    rows = texts_of(table(a_document(), "outcomes"))
    assert ["Geweigerd", "Verzoek", "Onbekend", "Afwegingskader", "onbekend aantal"] in rows
    assert sum(row[4] == "onbekend aantal" for row in rows) == 3


def test_a_line_has_its_finding_its_measures_and_their_evidence() -> None:
    blocks = chapter(a_document(), "own_line.E1").blocks
    said = blocks[0]
    assert isinstance(said, Paragraph)
    assert "geen delegatie is om haar sector geweigerd" in str(said.runs[0])
    rows = texts_of(table(a_document(), "measures-E1"))
    assert len(rows) == 4
    assert all(int(asked) >= int(shown) for _name, asked, shown, _unknown in rows)


def test_the_chapters_are_those_of_the_kader_in_its_order() -> None:
    assert [one.id for one in a_document().chapters] == [
        *("introduction", "summary", "recommendations", "effort", "national_position"),
        *("demand", "own_line", "outlook", "annex"),
    ]


def test_what_was_written_is_filled_and_what_was_not_is_said() -> None:
    found = a_document({"effort": "Er waren [[cijfer:activities]] activiteiten, [[cijfer:weg]] en [[x]]."})
    said = chapter(found, "effort").blocks[0]
    assert isinstance(said, Paragraph)
    assert [type(run) for run in said.runs if not hasattr(run, "path") and hasattr(run, "note")] == [Gap, Gap]
    assert [run.text for run in said.runs if isinstance(run, Number)] == ["6"]
    assert chapter(found, "outlook").blocks[0] == Notice("Dit hoofdstuk heeft nog geen tekst.")
    assert not any("Geen van de hoofdstukken" in one for one in found.notices)
    assert any("Geen van de hoofdstukken" in one for one in a_document().notices)


def test_what_a_text_shows_itself_is_not_shown_twice() -> None:
    found = a_document({"effort": "Zie:\n\n[[tabel:outcomes]]\n\n[[grafiek:flow]]\n\n[[tabel:annex@2023]]"})
    names = [one.id for one in chapter(found, "effort").blocks if isinstance(one, Table | Picture)]
    assert names.count("outcomes") == names.count("flow") == 1
    last = [one for one in chapter(found, "effort").blocks if isinstance(one, Paragraph)][-1]
    assert isinstance(last.runs[0], Gap)


def test_a_year_that_is_not_there_is_a_gap_in_a_sentence_and_no_document_of_its_own() -> None:
    said = chapter(a_document({"effort": "In [[cijfer:activities@1999]]."}), "effort").blocks[0]
    assert isinstance(said, Paragraph)
    assert "1999" in str(said.runs[1])
    with pytest.raises(NotFound):
        a_document(year=1999)


def test_the_notices_say_that_it_is_a_draft_and_reconstructed() -> None:
    notices = " ".join(a_document().notices)
    assert "Concept" in notices
    assert "gereconstrueerd" in notices
    assert "Concept" not in " ".join(a_document(adopted=(("Vastgesteld op", "1 mei 2025"),)).notices)


def test_english_has_no_dutch_words_of_ours() -> None:
    page = written(a_document(language="en"), "html", edition_of(datetime(2026, 11, 27, tzinfo=UTC))).decode()
    assert "Register of activities in 2024" in page
    for dutch in ("onbekend", "Besluiten", "Inhoud", "Oordeel", "bewezen", " mei ", "Verzoeken"):
        assert dutch not in page, dutch


def test_the_register_goes_along_as_data() -> None:
    (file,) = a_document().attachments
    rows = list(csv.DictReader(io.StringIO(file.content.decode())))
    assert len(rows) == 8
    assert sum(int(row["own_parties"] or 0) for row in rows) == 37
    assert rows[1]["starts_on"] == "2024-05-23"
    assert rows[-1]["starts_on"] == ""


def test_a_cell_of_the_data_never_becomes_a_formula() -> None:
    models.Activity.objects.filter(reference="ZH-2024-01").update(title_nl="=cmd|' /C calc'!A0")
    (file,) = a_document().attachments
    assert "\"'=cmd|" in file.content.decode() or "'=cmd|" in file.content.decode()


def test_a_confidential_case_is_counted_and_not_named() -> None:
    models.Request.objects.filter(reference="V-2024-02").update(confidentiality=Confidentiality.CONFIDENTIAL)
    found = a_document()
    page = written(found, "html", edition_of(datetime(2026, 11, 27, tzinfo=UTC))).decode()
    assert "Roadshow" not in page.replace("roadshow", "")
    assert "Roadshow" not in found.attachments[0].content.decode()
    assert dict(texts_of(table(found, "flow-table")))["Ontvangen"] == "7 en een onbekend aantal"


def more_activities(number: int) -> None:
    one = models.Activity.objects.get(reference="ZH-2024-06")
    one.request = None
    for place in range(number):
        one.pk, one.reference = None, f"X-{place:03}"
        one.save(force_insert=True)


def test_many_activities_are_told_and_not_drawn_one_by_one() -> None:
    more_activities(60)
    found = a_document()
    assert any(isinstance(block, Notice) and "66" in block.text for block in chapter(found, "effort").blocks)
    (picture,) = [one for one in chapter(found, "own_line").blocks if isinstance(one, Picture)]
    assert picture.svg.count("chart__label") == 5


def asked(path: Path | None, **changes: Any) -> argparse.Namespace:
    return argparse.Namespace(
        **({"year": 2024, "format": "docx", "output": path, "language": None} | changes)
    )


@pytest.mark.parametrize(("form", "sign"), [("docx", b"PK"), ("pdf", b"%PDF-1.7"), ("html", b"<!doctype")])
def test_the_command_writes_each_form(tmp_path: Path, form: str, sign: bytes) -> None:
    path = tmp_path / f"e.{form}"
    assert papers.run(asked(path, format=form), Screen("nl")) == 0
    assert path.read_bytes().startswith(sign)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_the_language_can_be_chosen(tmp_path: Path) -> None:
    papers.run(asked(tmp_path / "e.html", format="html", language="en"), Screen("nl"))
    assert "Evaluation of 2024" in (tmp_path / "e.html").read_text(encoding="utf-8")


def test_a_place_where_nothing_can_be_written_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        papers.run(asked(tmp_path / "none" / "e.docx"), Screen("nl"))
    assert caught.value.code == "evaluation.no-folder"
    with pytest.raises(Unavailable) as caught:
        papers.run(asked(tmp_path), Screen("nl"))
    assert caught.value.code == "evaluation.not-written"
    assert list(tmp_path.parent.glob(".*.new")) == []


def test_a_document_without_a_file_or_of_no_such_form_is_bad_input(tmp_path: Path) -> None:
    for options in (asked(None), asked(tmp_path / "e.json", format="json")):
        with pytest.raises(Invalid) as caught:
            papers.run(options, Screen("nl"))
        assert [one.code for one in caught.value.problems] == ["evaluation.no-output"]


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_everybody_can_take_it_along_from_the_page_of_the_evaluation(form: str) -> None:
    place = f"/jaar/2024/evaluatie/als/{form}/"
    assert place in Client().get("/jaar/2024/evaluatie/").content.decode()
    found = Client().get(place)
    assert found.status_code == 200
    assert f'filename="evaluatie-2024-nl.{form}"' in found["Content-Disposition"]
    assert "attachment" in found["Content-Disposition"]


def test_an_unknown_form_and_an_unknown_year_are_not_there() -> None:
    assert Client().get("/jaar/2024/evaluatie/als/exe/").status_code == 404
    assert Client().get("/jaar/1999/evaluatie/als/pdf/").status_code == 404


def test_the_whole_year_is_asked_for_as_seldom_of_much_as_of_little() -> None:
    little = queries_of("/jaar/2024/evaluatie/als/html/")
    more_activities(60)
    assert queries_of("/jaar/2024/evaluatie/als/html/") == little <= 45


def test_links_lead_to_the_register_where_its_address_is_known() -> None:
    now = datetime(2026, 11, 27, tzinfo=UTC)
    with override_settings(OPENKADER_ADDRESS="http://localhost"):
        assert edition_of(now).address == ""
    with override_settings(OPENKADER_ADDRESS="https://kader.example.org"):
        assert edition_of(now).address == "https://kader.example.org"


def test_drafts_are_for_colleagues_only() -> None:
    evaluation = models.Evaluation.objects.create(
        reference="E-2024", year=2024, kader="x/1", kader_digest="d", languages=["nl"], at=NOW, by="a"
    )
    models.ChapterText.objects.create(
        evaluation=evaluation,
        chapter="effort",
        language="nl",
        number=1,
        text="Geheim concept.",
        at=NOW,
        by="a",
    )
    public = asked_for(2024, "nl", reader=NOBODY, writer=NOBODY, today=TODAY)
    inside = asked_for(2024, "nl", reader=NOBODY, writer=HOUSE, today=TODAY)
    assert (public.texts, inside.texts) == ({}, {"effort": "Geheim concept."})
    place = "/jaar/2024/evaluatie/als/html/"
    assert "Geheim concept" not in Client().get(place).content.decode()
    assert "Geheim concept" in colleague("reader").get(place).content.decode()


NOW = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)


def test_what_was_adopted_keeps_its_numbers_and_its_corrections() -> None:
    evaluation = models.Evaluation.objects.create(
        reference="E-2024", year=2024, kader="x/1", kader_digest="d", languages=["nl"], at=NOW, by="a"
    )
    content = {
        "texts": {"nl": {"effort": "Er waren [[cijfer:activities]] activiteiten."}},
        "figures": {"activities": {"low": 5, "high": 5, "of": None}},
    }
    models.EvaluationAdoption.objects.create(
        evaluation=evaluation, content=content, inside={}, sha256="a" * 64, at=NOW, by="b"
    )
    models.Erratum.objects.create(
        evaluation=evaluation,
        number=1,
        chapter="effort",
        language="nl",
        said="5",
        must_say="6",
        why="Telfout.",
        at=NOW,
        by="b",
    )
    found = document_of(asked_for(2024, "nl", reader=NOBODY, writer=NOBODY, today=TODAY))
    said = chapter(found, "effort").blocks[0]
    assert isinstance(said, Paragraph)
    number = said.runs[1]
    assert isinstance(number, Number)
    assert (number.text, number.note) == ("5", "Zo vastgesteld. Het register telt nu 6.")
    assert ("Controlegetal van wat is vastgesteld", "a" * 64) in found.about
    assert found.chapters[0].id == "errata"
    assert texts_of(table(found, "errata"))[0][2:] == ["5", "6", "Telfout."]
    assert not any("Concept" in one for one in found.notices)


def test_word_holds_every_chart_as_a_picture() -> None:
    content = written(a_document(), "docx", edition_of(NOW))
    with ZipFile(io.BytesIO(content)) as archive:
        pictures = [name for name in archive.namelist() if name.endswith(".png")]
    assert len(pictures) == 4


def test_a_year_of_which_nothing_is_known_is_a_document_that_says_so() -> None:
    known = models.RegisterSource.objects.get(year=2024)
    known.pk, known.reference, known.year = None, "LEEG-2031", 2031
    known.save(force_insert=True)
    found = a_document(year=2031)
    assert len(table(found, "figures").rows) == 20  # every figure of the kader, each a nought or unknown
    assert table(found, "annex").rows == ()
    assert "2031" in table(found, "annex").empty
    for form in ("docx", "pdf", "html"):
        assert written(found, form, edition_of(NOW))


def test_a_kader_without_chapters_leaves_those_of_the_organisation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "chapters_of", lambda kader: chapters_of(replace(kader, report=())))
    found = a_document()
    assert [one.id for one in found.chapters] == ["introduction", "outlook", "annex"]
    assert chapter(found, "introduction").blocks == (
        Notice("Het register heeft voor dit hoofdstuk geen gegevens."),
    )


def test_an_adopted_chapter_that_was_left_empty_is_not_called_unwritten() -> None:
    found = a_document({"effort": "Tekst."}, adopted=(("Vastgesteld op", "1 mei 2025"),))
    assert not any("nog geen tekst" in str(block) for one in every(found.chapters) for block in one.blocks)


def test_what_last_year_left_open_comes_back_by_itself() -> None:
    alone = table(a_document(), "recommendations")
    assert [one.label for one in alone.columns] == ["Nr.", "Aanbeveling", "Aan, en voor wanneer"]
    assert len(alone.rows) == 7
    for status in ("open", "done"):
        known = models.Recommendation.objects.filter(year=2024).first()
        assert known is not None
        known.pk, known.reference, known.year = None, f"A-2023-{status}", 2023
        known.status, known.text_nl = status, f"Eerder, {status}"
        known.save(force_insert=True)
    found = table(a_document(), "recommendations")
    assert found.rows[0][1].text == "Eerder, open\nUit 2023"
    assert len(found.rows) == 8
    assert found.caption.endswith("nog openstonden")
    assert [row[-1].text for row in found.rows][:2] == ["Staat open", "onbekend"]
    assert Client().get(str(found.rows[0][1].path)).status_code == 200


def another_year(year: int) -> None:
    """The year 2024 once more, with four of its activities; everything in it is made up for the test."""
    source = models.RegisterSource.objects.get(year=2024)
    source.pk, source.reference, source.year = None, f"ZH-{year}", year
    source.save(force_insert=True)
    for place in (2, 3, 4, 5):
        activity = models.Activity.objects.get(reference=f"ZH-2024-0{place}")
        activity.pk, activity.reference, activity.year = None, f"ZH-{year}-{place}", year
        activity.request, activity.source = None, source
        activity.save(force_insert=True)


def test_one_year_alone_is_laid_beside_nothing() -> None:
    assert not any(isinstance(one, Picture) for one in chapter(a_document(), "outlook").blocks)


def test_the_years_before_stand_beside_it_and_those_after_do_not() -> None:
    another_year(2023)
    another_year(2025)
    found = a_document()
    (picture,) = [one for one in chapter(found, "outlook").blocks if isinstance(one, Picture)]
    assert [one.label for one in picture.table.columns] == ["Cijfer", "2023", "2024"]
    assert texts_of(picture.table)[0] == ["Activiteiten met China", "4", "6"]
    assert "Activiteiten met China: 2023 4, 2024 6" in picture.description
    assert picture.svg.count("<title") == 1


def test_who_has_no_name_is_drawn_as_such_and_counted() -> None:
    (picture,) = [one for one in chapter(a_document(), "demand").blocks if isinstance(one, Picture)]
    assert texts_of(picture.table) == [["–", "Zonder naam", "niet te zeggen", "37"]]
    assert "Verschillende partijen: 18–37, waarvan kern: 0–18" in picture.description
    assert picture.svg.count("chart__nameless") == 4


def test_who_came_twice_is_core() -> None:
    party = models.Party.objects.create(
        **{
            field.attname: getattr(models.Party.objects.first(), field.attname)
            for field in models.Party._meta.concrete_fields
            if field.attname not in ("id", "reference", "name")
        },
        reference="P-verzonnen",
        name="Verzonnen Kas BV",
    )
    shared = models.Participation.objects.filter(role="own_party", dropped_out=False).first()
    assert shared is not None
    for place in ("ZH-2024-03", "ZH-2024-05"):
        shared.pk, shared.reference, shared.number = None, f"D-{place}", 1
        shared.activity, shared.party = models.Activity.objects.get(reference=place), party
        shared.save(force_insert=True)
    (picture,) = [one for one in chapter(a_document(), "demand").blocks if isinstance(one, Picture)]
    place, name, group, times = texts_of(picture.table)[0]
    assert (place, name.partition(",")[0], group, times) == ("1", "Verzonnen Kas BV", "kern", "2")
