"""The programme and the list of participants on paper and in calendars; everybody in them is made up."""

import io
from datetime import UTC, date, datetime, time
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from icalendar import Calendar

from openkader.base.errors import Invalid
from openkader.casework.mission import ParticipantDraft, ParticipantRole, ParticipantStatus, SlotDraft
from openkader.casework.vocabulary import Setting
from openkader.publication.docx import written
from openkader.publication.letterhead import read_letterhead
from openkader.publication.letters import Letter, Paragraph
from openkader.publication.mission_calendar import CalendarPart, calendar_of, part_name
from openkader.publication.mission_papers import (
    Paper,
    PaperPart,
    PaperPerson,
    participants_paper,
    programme_paper,
)
from openkader.publication.pdf import pdf_of
from tests.unit.letterheads import MAIN, paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = date(2030, 5, 23)


def a_paper(language: str = "nl", **changes: Any) -> Paper:
    plain = {"organisation": "Provincie Voorbeeld", "title": "Bedachte reis", "reference": "X-1"}
    return Paper(language=language, **{**plain, **changes})


def part(**changes: Any) -> SlotDraft:
    plain = {"title": "Gesprek", "day": DAY, "begins": time(9), "ends": time(10), "zone": "Asia/Hong_Kong"}
    return SlotDraft(**{**plain, **changes})


def programme(*parts: SlotDraft, language: str = "nl", met: tuple[str, ...] = ()) -> Letter:
    return programme_paper(
        a_paper(language), [PaperPart(draft=one, day=one.day.isoformat(), met=met) for one in parts]
    )


def people(*drafts: ParticipantDraft) -> Letter:
    return participants_paper(a_paper(), [PaperPerson(draft=one, organisation="") for one in drafts])


def root_of(letter: Letter, on: bytes | None = None) -> ElementTree.Element:
    content = written(letter, read_letterhead(on) if on else None)
    with ZipFile(io.BytesIO(content)) as archive:
        return ElementTree.fromstring(archive.read(MAIN))  # noqa: S314 - written by ourselves just now


def cells_of(letter: Letter, on: bytes | None = None) -> list[list[str]]:
    """The text of every cell of every row, line by line."""
    return [
        ["|".join(one.text or "" for one in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
        for row in root_of(letter, on).iter(f"{W}tr")
    ]


def test_a_day_is_a_table_under_its_heading_and_the_clock_is_said_once() -> None:
    letter = programme(
        part(place="Stadhuis", setting=Setting.INFORMAL, roles=(ParticipantRole.LEADER,), note="geheim"),
        part(title="Wandeling", ends=None, counterparts=("een bedrijf",)),
        met=("Tuin BV",),
    )
    assert cells_of(letter) == [
        ["Tijd", "Wat", "Waar", "Met wie"],
        ["09:00–10:00", "Gesprek|informeel, voor leider", "Stadhuis", "Tuin BV"],
        ["09:00", "Wandeling", "", "Tuin BV; een bedrijf"],
    ]
    texts = [one.text for one in letter.paragraphs]
    assert texts[:2] == ["2030-05-23", "Tijden op de klok van Asia/Hong Kong."]
    assert "geheim" not in str(letter)


def test_where_one_day_has_two_clocks_each_time_says_which() -> None:
    letter = programme(part(), part(zone="Europe/Amsterdam"), part(begins=None, ends=None, zone=None))
    assert [row[0] for row in cells_of(letter)[1:]] == [
        "09:00–10:00|Asia/Hong Kong",
        "09:00–10:00|Europe/Amsterdam",
        "hele dag",
    ]
    assert not any(one.text.startswith("Tijden op") for one in letter.paragraphs)


def test_the_head_of_a_table_comes_back_on_every_page_and_is_known_as_one() -> None:
    head, row = root_of(programme(part())).iter(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert row.find(f"{W}trPr/{W}tblHeader") is None


def test_it_stands_on_the_letterhead_of_the_organisation_as_well() -> None:
    assert cells_of(programme(part()), paper())[1][1] == "Gesprek"


def test_who_dropped_out_is_not_on_the_list_and_no_address_is() -> None:
    out = ParticipantDraft(name="Piet Af", status=ParticipantStatus.DROPPED_OUT, reason="illness")
    letter = people(
        ParticipantDraft(name="Hazel Wren", function="Directeur", email="h@example.org", note="vega"), out
    )
    assert cells_of(letter)[1:] == [["Hazel Wren|Directeur", "onbekend", "onbekend", "uitgenodigd"]]
    assert "example.org" not in str(letter)
    assert "vega" not in str(letter)
    assert people(out).paragraphs[0].text == "Er staat nog niemand op de lijst."


def test_an_empty_programme_says_so_and_what_is_unknown_is_said_too() -> None:
    letter = programme(language="en")
    assert letter.paragraphs[0].text == "Nothing stands in the programme yet."
    assert letter.about == (("When", "unknown"), ("Where", "unknown"), ("Our reference", "X-1"))


def test_a_made_up_journey_says_so_on_paper() -> None:
    letter = programme_paper(a_paper(made_up="Dit is verzonnen."), [])
    assert "Dit is verzonnen." in "".join(one.text or "" for one in root_of(letter).iter(f"{W}t"))


@pytest.mark.parametrize("typed", ["<w:p/>", "a & b", "x\x00\x0by", "]]>", "\ud800", "王伟", "\u202eom"])
def test_what_people_typed_never_breaks_a_table(typed: str) -> None:
    assert len(cells_of(programme(part(title=f"{typed}.")))) == 2


# --- calendars ------------------------------------------------------------------------------------------------------


def calendar(*parts: CalendarPart) -> list[Any]:
    found = Calendar.from_ical(calendar_of("Bedachte reis", parts, "nl"))
    assert isinstance(found, Calendar)
    return found.walk("VEVENT")


def in_calendar(draft: SlotDraft, **changes: Any) -> CalendarPart:
    plain = {"name": part_name("voorbeeld", "X-1", 1), "version": 1, "at": datetime(2030, 1, 1, tzinfo=UTC)}
    return CalendarPart(draft=draft, **{**plain, **changes})


def test_a_part_has_one_name_for_ever_and_another_part_another() -> None:
    assert part_name("voorbeeld", "X-1", 1) == part_name("voorbeeld", "X-1", 1)
    others = {("voorbeeld", "X-1", 2), ("voorbeeld", "X-2", 1), ("ander", "X-1", 1)}
    assert len({part_name(*one) for one in others} | {part_name("voorbeeld", "X-1", 1)}) == 4


def test_times_are_those_of_the_place_through_summer_and_winter() -> None:
    summer, winter = calendar(
        in_calendar(part(day=date(2030, 7, 1), zone="Europe/Amsterdam")),
        in_calendar(part(day=date(2030, 12, 1), zone="Europe/Amsterdam")),
    )
    assert [one.decoded("DTSTART").astimezone(UTC).hour for one in (summer, winter)] == [7, 8]


def test_what_has_no_time_lasts_the_day_and_a_version_is_a_sequence() -> None:
    (one,) = calendar(in_calendar(part(begins=None, ends=None), version=3, is_cancelled=True))
    assert (one.decoded("DTSTART"), one.decoded("DTEND")) == (DAY, date(2030, 5, 24))
    assert (int(one["SEQUENCE"]), str(one["STATUS"])) == (2, "CANCELLED")


@pytest.mark.parametrize("typed", ["a\r\nBEGIN:VEVENT", "; , \\ :", "王伟" * 60, "x" * 300, "\u2028\x0b"])
def test_what_people_typed_never_breaks_a_calendar(typed: str) -> None:
    (one,) = calendar(in_calendar(part(title=f"{typed}.", place=typed), met=(typed,)))
    assert str(one["SUMMARY"]).endswith(".")


def test_an_empty_programme_is_a_calendar_with_nothing_in_it() -> None:
    assert calendar() == []


# --- as a PDF -------------------------------------------------------------------------------------------------------


def test_a_pdf_says_that_it_can_be_read_aloud_and_is_the_same_file_every_time() -> None:
    letter = programme(part(setting=Setting.FORMAL), part(zone="Europe/Amsterdam"), met=("Tuin BV",))
    content = pdf_of(letter)
    assert content.startswith(b"%PDF-")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert content == pdf_of(letter)
    assert pdf_of(programme_paper(a_paper(made_up="Verzonnen."), [])) != content


def test_a_letter_with_a_list_is_a_pdf_as_well() -> None:
    letter = Letter(
        language="en",
        organisation="Provincie Voorbeeld",
        subject="x",
        about=(("a", "b"),),
        paragraphs=(Paragraph("Dear\nyou"), Paragraph(points=("one", "two\nlines"))),
    )
    assert pdf_of(letter).startswith(b"%PDF-")


@pytest.mark.parametrize(
    "typed",
    ["#panic()", "$x$ @y <z> *b* _i_ `c`", "\\", "[#]", '"', "//", "\x00\x0b\ud800", "\u202eom", "a" * 3000],
)
def test_what_people_typed_is_text_in_a_pdf_and_no_markup(typed: str) -> None:
    plain = len(pdf_of(programme(part())))
    assert len(pdf_of(programme(part(title=typed, place=typed), met=(typed,)))) > plain - 5000


def test_what_no_font_here_can_show_is_refused_and_not_left_out() -> None:
    with pytest.raises(Invalid) as caught:
        pdf_of(programme(part(title="\U0001fbf3 \u1362e")))
    assert [one.code for one in caught.value.problems] == ["paper.no-font"]
