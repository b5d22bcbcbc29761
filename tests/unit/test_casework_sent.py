"""Mail and documents that others send: how much of each is taken in, and what is turned away with its name."""

from email.message import EmailMessage, Message

import pytest

from openkader.base.errors import Invalid
from openkader.casework.documents import DocumentForm, recognise
from openkader.casework.mail import MailBounds, Received, read_mail
from openkader.casework.mail.headers import named, said
from tests.unit.documents import JPEG, PDF, packed, word
from tests.unit.test_casework_mail import FINAL, mail, read, why

ROOM = MailBounds(size=9_999_999)


def found_in(content: bytes, name: str) -> tuple[str, str]:
    """The code of why it is not taken in, and what it is instead."""
    with pytest.raises(Invalid) as caught:
        recognise(content, name)
    (problem,) = caught.value.problems
    return problem.code, problem.detail.get("found", "")


@pytest.mark.parametrize(
    "ending", ["exe", "dll", "com", "scr", "bat", "cmd", "ps1", "js", "vbs", "jar", "lnk", "hta", "msi", "EXE"],
)  # fmt: skip
def test_no_program_comes_in_within_a_document(ending: str) -> None:
    assert found_in(word({f"word/media/setup.{ending}": b"x"}), "brief.docx") == ("attachment.macros", "")
    assert recognise(word({f"word/media/{ending}.png": b"x"}), "brief.docx") is DocumentForm.DOCX


@pytest.mark.parametrize(
    "part", ["word/vbaData.xml", "xl/macrosheets/a.xml", "word/activeX/a.xml", "a/ole-object.bin"]
)
def test_no_part_that_runs_comes_in_within_a_document(part: str) -> None:
    assert found_in(word({part: b"x"}), "brief.docx") == ("attachment.macros", "")


@pytest.mark.parametrize("program", ["ms-excel.sheet", "ms-powerpoint.presentation", "ms-word.document"])
def test_a_document_that_may_run_macros_is_refused_for_them_whichever_program_made_it(program: str) -> None:
    types = f'<Types><Override ContentType="application/vnd.{program}.macroEnabled.main+xml"/></Types>'
    assert found_in(packed({"[Content_Types].xml": types}), "brief")[0] == "attachment.macros"
    plain = types.replace("macroEnabled", "binary")
    assert found_in(packed({"[Content_Types].xml": plain}), "brief") == ("attachment.not-taken", "zip")


@pytest.mark.parametrize(
    "line", ["Received: from x", "Return-Path: <a@b.nl>", "MIME-Version: 1.0", "Delivered-To: a"]
)
def test_a_mail_that_was_saved_is_called_a_mail(line: str) -> None:
    assert found_in(f"{line}\n\nhallo".encode(), "bericht.txt") == ("attachment.not-taken", "mail")
    assert recognise(f"Geachte,\n{line}".encode(), "bericht.txt") is DocumentForm.TEXT


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"<!doctype html><p>x", "web-page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(80), "old-office"),
        (bytes(range(256)) * 4, "no-text"),
        (b"tekst met \x1b[31m een stuurteken", "no-text"),
    ],
)
def test_what_is_no_document_is_called_what_it_is(content: bytes, found: str) -> None:
    assert found_in(content, "brief.txt") == ("attachment.not-taken", found)


def test_a_page_is_looked_for_at_the_beginning_of_a_text() -> None:
    def text(letters: int) -> bytes:
        return b"x" * letters + b"<script>" + b" more"

    assert found_in(text(4_000 - len("<script>")), "brief.txt") == ("attachment.not-taken", "web-page")
    assert recognise(text(4_001), "brief.txt") is DocumentForm.TEXT


def test_a_document_within_a_picture_is_looked_for_where_a_reader_would() -> None:
    def picture(letters: int) -> bytes:
        return JPEG[:20] + b"\1" * (letters - 20) + b"%PDF-" + JPEG[20:]

    assert found_in(picture(1024 - len("%PDF-")), "foto.jpg")[0] == "attachment.two-in-one"
    assert recognise(picture(1024), "foto.jpg") is DocumentForm.JPEG


def test_a_pdf_ends_within_the_last_of_it() -> None:
    assert recognise(PDF + b"\0" * (60 << 10), "brief.pdf") is DocumentForm.PDF
    assert found_in(PDF + b"\0" * (65 << 10), "brief.pdf") == ("attachment.damaged", "")


def with_files(number: int) -> Received:
    made = mail()
    for place in range(number):
        made.add_attachment(b"x", maintype="application", subtype="pdf", filename=f"{place}.pdf")
    return read_mail(made.as_bytes(), ROOM)


def test_twenty_five_files_come_along_with_a_mail_and_no_more() -> None:
    assert len(with_files(25).attached) == 25
    refused = with_files(26)
    assert (why(refused), refused.attached) == ("mail.too-many", ())
    assert refused.refusal is not None
    assert refused.refusal.detail == {"number": "25"}


def test_a_text_of_two_hundred_thousand_letters_is_whole_and_the_rest_is_cut_off() -> None:
    whole, cut = (read_mail(b"Subject: x\n\n" + b"x" * number, ROOM) for number in (200_000, 200_001))
    assert (whole.is_cut, len(whole.text)) == (False, 200_000)
    assert (cut.is_cut, len(cut.text)) == (True, 200_000)


def test_a_mail_that_is_too_large_says_how_large_it_may_be() -> None:
    refused = read_mail(b"Subject: x\n\nGood day", MailBounds(size=2_500_000), size=2_500_001)
    assert refused.refusal is not None
    assert (refused.subject, refused.refusal.detail) == ("x", {"limit": "2.5 MB"})


@pytest.mark.parametrize(
    ("kind", "name"),
    [("text/html", "1.html"), ("text/calendar", "1.ics"), ("application/pdf", "1.pdf"), ("image/png", "1")],
)
def test_a_file_without_a_name_is_a_number_with_the_ending_of_what_it_is(kind: str, name: str) -> None:
    main, _, sub = kind.partition("/")
    made = mail()
    made.add_attachment(b"x", maintype=main, subtype=sub)
    assert [one.name for one in read(made.as_bytes()).attached] == [name]


@pytest.mark.parametrize(
    ("sub", "name", "within"),
    [
        ("ms-tnef", "a.bin", "winmail"),
        ("vnd.ms-tnef", "a.bin", "winmail"),
        ("octet-stream", "WinMail.dat", "winmail"),
        ("octet-stream", "mail.dat", ""),
    ],
)
def test_the_package_of_outlook_is_known_by_its_sort_or_by_its_name(sub: str, name: str, within: str) -> None:
    made = mail()
    made.add_attachment(b"x", maintype="application", subtype=sub, filename=name)
    assert [(one.name, one.within) for one in read(made.as_bytes()).attached] == [(name, within)]


def test_a_mail_within_a_mail_is_a_file_that_stays_closed() -> None:
    inner, made = EmailMessage(), mail()
    inner.set_content("closed")
    made.add_attachment(inner)
    assert [(one.name, one.content, one.within) for one in read(made.as_bytes()).attached] == [
        ("1.eml", b"", "mail")
    ]


def test_of_the_mails_that_it_answers_the_last_thirty_are_known() -> None:
    message = Message()
    message["References"] = " ".join(f"<{number}@x>" for number in range(31))
    assert named(message, "references") == tuple(f"<{number}@x>" for number in range(1, 31))


def test_of_a_line_above_a_mail_two_thousand_letters_are_looked_at() -> None:
    message = Message()
    message["Subject"] = "x" * 2_001
    assert said(message, "subject") == "x" * 2_000


def test_the_words_of_another_server_are_kept_by_their_first_two_hundred_letters() -> None:
    (delivery,) = read(FINAL.replace(b"no such user", b"x" * 300)).deliveries
    assert len(delivery.said) == 200


def test_a_status_counts_also_where_the_words_say_another() -> None:
    (delivery,) = read(FINAL.replace(b"Status: 5.1.1", b"Status: 5.2.2")).deliveries
    assert delivery.status == "5.2.2"


@pytest.mark.parametrize("word_of_it", ["bulk", "junk", "list", "auto_reply", " Junk "])
def test_a_mail_to_many_is_of_a_machine(word_of_it: str) -> None:
    assert read(f"Precedence: {word_of_it}\n\nhallo".encode()).is_automatic
    assert not read(f"Precedence: no-{word_of_it}\n\nhallo".encode()).is_automatic


def test_the_name_of_a_file_that_came_by_mail_is_kept_by_its_first_two_hundred_letters() -> None:
    made = mail()
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="x" * 201)
    assert [one.name for one in read(made.as_bytes()).attached] == ["x" * 200]


@pytest.mark.parametrize("address", ["anna@example.nl", "a.b-c+d@mail.example.nl", "1@x.nl"])
def test_a_letter_with_an_address_between_brackets_is_no_page(address: str) -> None:
    assert recognise(f"Van: Anna <{address}>\nGeachte heer,".encode(), "brief.txt") is DocumentForm.TEXT
    assert recognise(f"naam;adres\nAnna;<{address}>\n".encode(), "lijst.csv") is DocumentForm.CSV


@pytest.mark.parametrize(
    "mark", ["<img src=x>", "<a@b onclick=x>", "<a@b/onclick=x>", "< a@b.nl><b>", "<!--"]
)
def test_a_letter_with_a_mark_of_a_page_in_it_is_a_page(mark: str) -> None:
    assert found_in(f"Geachte heer, {mark}".encode(), "brief.txt") == ("attachment.not-taken", "web-page")
