"""The last that a mail may be and the first that it may not, and what stands between two parts."""

from email.message import EmailMessage

import pytest

from openkader.casework.mail import MailBounds, read_mail
from openkader.casework.mail.reports import MOST_DELIVERIES
from tests.unit.test_casework_mail import FINAL, mail, read, why


def test_a_mail_of_just_the_size_is_read_and_one_of_a_byte_more_is_not() -> None:
    content = b"Subject: x\n\nGood day"
    assert read_mail(content, MailBounds(size=len(content))).text == "Good day"
    assert why(read_mail(content, MailBounds(size=len(content) - 1))) == "mail.too-large"


def test_just_as_many_attachments_as_there_may_be_come_along() -> None:
    made = mail()
    for number in range(3):
        made.add_attachment(b"x", maintype="application", subtype="pdf", filename=f"{number}.pdf")
    content = made.as_bytes()
    assert len(read_mail(content, MailBounds(size=99_999, attachments=3)).attached) == 3
    assert why(read_mail(content, MailBounds(size=99_999, attachments=2))) == "mail.too-many"


def test_a_text_of_just_the_letters_is_whole() -> None:
    content = b"Subject: x\n\n" + b"x" * 50
    assert not read_mail(content, MailBounds(size=9_999, letters=50)).is_cut
    assert read_mail(content, MailBounds(size=9_999, letters=49)).is_cut


def test_a_text_that_says_that_it_is_an_attachment_is_one() -> None:
    made = mail("the words")
    made.add_attachment("the file", disposition="attachment")
    found = read(made.as_bytes())
    assert (found.text, [one.name for one in found.attached]) == ("the words", ["1.txt"])


def test_between_two_texts_stands_an_empty_line_and_nothing_else() -> None:
    made = EmailMessage()
    made.set_content("first")
    made.add_attachment("second", disposition="inline")
    assert read(made.as_bytes()).text.split("\n") == ["first", "", "", "second"]


def test_what_says_that_it_has_parts_and_has_none_comes_as_it_is() -> None:
    found = read(b"Subject: x\nContent-Type: multipart/mixed\n\nNothing in here")
    assert (found.text, [one.content for one in found.attached]) == ("", [b"Nothing in here"])


def test_of_two_names_in_one_line_the_last_is_that_of_the_mail() -> None:
    assert read(b"Message-ID: <a@x.example> <b@x.example>\n\nx").message_id == "<b@x.example>"


@pytest.mark.parametrize("line", ["X-Autorespond: yes", "Precedence: list", "Precedence: auto_reply"])
def test_other_signs_of_a_machine(line: str) -> None:
    assert read(f"{line}\n\nI am away".encode()).is_automatic


def test_words_without_a_sort_of_server_are_kept_whole() -> None:
    (delivery,) = read(FINAL.replace(b"smtp; 550", b"550")).deliveries
    assert delivery.said == "550 5.1.1 <…>: Recipient address rejected: no such user"


def test_a_report_about_many_is_read_as_far_as_its_bound() -> None:
    block = b"\nFinal-Recipient: rfc822; anna@desk.example\nAction: failed\nStatus: 5.1.1\n"
    report = FINAL.replace(
        b"Reporting-MTA: dns; mx.example\n", b"Reporting-MTA: dns; mx.example\n" + block * 80
    )
    assert len(read(report).deliveries) == MOST_DELIVERIES
