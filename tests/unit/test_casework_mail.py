"""Mail that comes in is read to its end, whatever it is; what is too much of something is refused with a sentence."""

import time
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openkader.base.errors import Refused
from openkader.base.messages import sentences
from openkader.casework.mail import Fault, MailBounds, Received, fault_of, read_mail

BOUNDS = MailBounds(size=2_000_000, letters=5_000)
FINAL = b"""\
From: Mail Delivery System <MAILER-DAEMON@mx.example>
To: kader@province.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

I'm sorry to have to inform you.
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; anna@desk.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <anna@desk.example>: Recipient address
    rejected: no such user
--B
Content-Type: text/rfc822-headers

Received: from somewhere
Message-ID: <openkader-7.abc@province.example>
Subject: Question
--B--
"""


def read(content: bytes) -> Received:
    return read_mail(content, BOUNDS)


def mail(text: str = "Good day", **lines: str) -> EmailMessage:
    made = EmailMessage()
    for name, line in {"From": "Ann <ann@desk.example>", "Subject": "Our answer", **lines}.items():
        made[name.replace("_", "-")] = line
    made.set_content(text)
    return made


def why(found: Received) -> str:
    return found.refusal.code if found.refusal else ""


def test_a_mail_says_who_wrote_it_when_and_what_it_answers() -> None:
    found = read(
        mail(
            Message_ID="<one@desk.example>",
            References="<first@x.example> <openkader-7.abc@province.example>",
            In_Reply_To="<openkader-7.abc@province.example>",
            Date="Fri, 27 Nov 2026 10:00:00 +0100",
        ).as_bytes()
    )
    assert (found.address, found.name, found.subject, found.text) == (
        *("ann@desk.example", "Ann"),
        *("Our answer", "Good day"),
    )
    assert found.message_id == "<one@desk.example>"
    assert found.refers[-1] == "<openkader-7.abc@province.example>"
    assert found.written_at == datetime(2026, 11, 27, 9, tzinfo=UTC)
    assert not (found.is_automatic)
    assert not (found.is_report)
    assert not (found.refusal)


def test_what_is_missing_or_is_no_moment_is_unknown() -> None:
    assert read(b"\n") == Received()
    assert read(b"Date: the day before\n\nx").written_at is None
    assert read(b"Date: Fri, 27 Nov 2026 10:00:00\n\nx").written_at == datetime(2026, 11, 27, 10, tzinfo=UTC)
    assert read(b"From: who@ever@\n\nx").address == ""


@pytest.mark.parametrize("charset", [b"no-such", b"idna", b"utf-16", b"us-ascii", b"utf-7", b"zip"])
def test_a_writing_that_is_none_leaves_the_rest_readable(charset: bytes) -> None:
    subject = b"Subject: =?" + charset + b"?b?4pyT?= =?bad?q?\n"
    found = read(subject + b"Content-Type: text/plain; charset=" + charset + b"\n\nGood \xff day\x00\n")
    assert found.refusal is None
    assert "\x00" not in found.text
    assert read(b"Subject: =?utf-8?b?4?=\n\nx").subject
    assert read(b"Subject: plain \xe2\x9c\x93\n\nx").subject == "plain ✓"


@pytest.mark.parametrize(
    "line",
    ["Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes", "List-Id: <news.example>"],
)
def test_a_machine_that_answers_is_known_for_one(line: str) -> None:
    assert read(f"{line}\n\nI am away".encode()).is_automatic
    assert not read(b"Auto-Submitted: no\n\nI am here").is_automatic


def test_only_a_page_becomes_plain_words_with_the_address_behind_each_link() -> None:
    made = EmailMessage()
    made.set_content(
        "<head><title>no</title></head><p>Dear&nbsp;all,<br>see <a href='https://bad.example/x'>our bank</a>"
        "<a href='javascript:x()'>!</a><script>run()<b></b></script><hr/><script/></p><!-- unseen --><td>end",
        subtype="html",
    )
    assert read(made.as_bytes()).text.split() == (
        ["Dear", "all,", "see", "our", "bank", "<https://bad.example/x>!", "end"]
    )
    both = mail("the words")
    both.add_alternative("<p>the page</p>", subtype="html")
    assert read(both.as_bytes()).text == "the words"


def test_attachments_come_under_their_names_and_a_mail_within_stays_closed() -> None:
    made = mail()
    made.add_attachment(b"%PDF-1.7 x %%EOF", maintype="application", subtype="pdf", filename="plán.pdf")
    made.add_attachment(b"x\x9f\x3e\x22", maintype="application", subtype="ms-tnef", filename="winmail.dat")
    made.add_attachment(mail("inner"))
    made.add_attachment(b"\x00\x01", maintype="image", subtype="png", disposition="inline")
    made.add_attachment("a,b", subtype="csv", filename="empty.csv")
    found = read(made.as_bytes())
    assert [(one.name, one.within) for one in found.attached] == [
        *(("plán.pdf", ""), ("winmail.dat", "winmail"), ("3.eml", "mail"), ("4", ""), ("empty.csv", "")),
    ]
    assert found.attached[0].content == b"%PDF-1.7 x %%EOF"
    assert found.text == "Good day"


def test_a_name_that_cannot_be_read_is_a_number() -> None:
    head = (
        b"Content-Type: application/pdf\nContent-Disposition: attachment; filename*=idna'n'%ff%fe.pdf\n\n%PDF"
    )
    assert read(head).attached[0].name == "1.pdf"
    assert read(b"Content-Type: multipart/mixed; boundary=x\n\nno parts").text == ""
    assert read(b"Content-Type: application/pdf\n\n").attached == ()


def with_attachments(number: int) -> bytes:
    made = mail()
    for index in range(number):
        made.add_attachment(b"x", maintype="application", subtype="pdf", filename=f"{index}.pdf")
    return made.as_bytes()


def nested(depth: int) -> bytes:
    content = b"Subject: inner\n\nx"
    for index in range(depth):
        border = b"b%d" % index
        content = b"".join(
            (
                *(b"Content-Type: multipart/mixed; boundary=", border, b"\n\n--", border),
                *(b"\nContent-Type: message/rfc822\n\n", content, b"\n--", border, b"--\n"),
            )
        )
    return content


TOO_MUCH = {
    "two hundred attachments": (with_attachments(200), "mail.too-many"),
    "too large": (b"Subject: Big\n\n" + b"x" * BOUNDS.size, "mail.too-large"),
    "nested without end": (nested(2_000), "mail.too-deep"),
    "a line without end": (
        b"Subject: s\nContent-Type: a/b" + b'; x="y' * 9_000 + b"\n\nx",
        "mail.unreadable",
    ),
    "folded without end": (b"Content-Type: a/b" + b";\n x=y" * 9_000 + b"\n\nx", "mail.unreadable"),
    "too many borders": (b"Content-Type: x; boundary=a\n\n" + b"boundary = b\n" * 99, "mail.too-deep"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_is_too_much_is_refused_at_once_with_a_sentence(name: str) -> None:
    content, code = TOO_MUCH[name]
    before = time.monotonic()
    found = read(content)
    assert why(found) == code
    assert found.refusal
    assert found.attached == ()
    assert sentences(Refused(found.refusal), "nl") != sentences(Refused(found.refusal), "en")
    assert time.monotonic() - before < 5
    assert read(with_attachments(200)).subject == "Our answer"


def test_whatever_the_reader_trips_over_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("openkader.casework.mail.reading._leaves", trip)
    assert why(read(b"Subject: x\n\nx")) == "mail.unreadable"


def test_a_text_without_end_is_cut_and_says_so() -> None:
    assert read(mail("word " * 3_000).as_bytes()).is_cut
    page = EmailMessage()
    page.set_content("<p>word" * 3_000, subtype="html")
    found = read(page.as_bytes())
    assert found.is_cut
    assert len(found.text) <= BOUNDS.letters


@pytest.mark.parametrize(
    "piece", [b"<!", b"<!--", b"<![CDATA[", b"<a ", b"</", b"&", b"<a href='", b"<?", b"<script>"]
)
def test_a_page_that_never_ends_is_read_in_time(piece: bytes) -> None:
    before = time.monotonic()
    read_mail(b"Content-Type: text/html\n\n" + piece * 60_000, MailBounds(size=9_000_000))
    assert time.monotonic() - before < 5


def test_a_report_says_which_mail_of_ours_did_not_arrive_and_why() -> None:
    found = read(FINAL)
    (delivery,) = found.deliveries
    assert found.is_report
    assert found.is_automatic
    assert found.reports_on == "<openkader-7.abc@province.example>"
    assert (delivery.is_final, delivery.status) == (True, "5.1.1")
    assert delivery.said == "550 5.1.1 <…>: Recipient address rejected: no such user"
    assert fault_of(delivery.status) is Fault.NO_SUCH_ADDRESS


def test_a_delay_is_no_end_and_an_arrival_no_delay() -> None:
    (late,) = read(FINAL.replace(b"failed", b"delayed").replace(b"5.1.1", b"4.4.7")).deliveries
    assert (late.is_final, late.status) == (False, "4.4.7")
    assert read(FINAL.replace(b"failed", b"relayed")).deliveries == ()
    (bare,) = read(FINAL.replace(b"Status: 5.1.1\n", b"")).deliveries
    assert bare.status == "5.1.1"
    (wordless,) = read(FINAL.replace(b"5.1.1", b"x").replace(b"smtp; ", b"")).deliveries
    assert (wordless.status, fault_of("")) == ("", Fault.UNKNOWN)


def test_a_report_may_bring_the_whole_mail_back() -> None:
    whole = FINAL.replace(b"text/rfc822-headers", b"message/rfc822")
    assert read(whole).reports_on == "<openkader-7.abc@province.example>"
    assert read(FINAL.replace(b"Message-ID", b"Nothing")).reports_on == ""
    # A mail that does not say that it reports on anything changes nothing of ours.
    assert read(FINAL.replace(b"multipart/report", b"multipart/mixed")).deliveries == ()


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        ("5.1.2", Fault.NO_SUCH_SERVER),
        ("4.2.2", Fault.MAILBOX_FULL),
        ("5.3.4", Fault.TOO_LARGE),
        ("5.7.1", Fault.NOT_WANTED),
        ("5.9.9", Fault.UNKNOWN),
    ],
)
def test_a_status_has_words(status: str, fault: Fault) -> None:
    assert fault_of(status) is fault


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x7f", "\u202e", "\u200b"])
def test_no_sign_that_cannot_be_seen_stands_in_an_address_or_a_name(sign: str) -> None:
    content = (
        f"From: A <a{sign}n@desk.example>\nMessage-ID: <a{sign}1@x.example>\nReferences: <b@x> <c\x00@x>\n\nx"
    )
    found = read(content.encode())
    assert found.address == ""
    assert found.refers == ("<b@x>",)
    assert "\x00" not in found.message_id + found.name


SAMPLES = (FINAL, with_attachments(3), nested(3), mail("é", Subject="naïve").as_bytes())


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A mail in which pieces are cut out, doubled or replaced."""
    content = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        piece = draw(
            st.binary(max_size=12)
            | st.sampled_from(
                [b"\n", b"\x00", b"=?utf-8?q?", b"; ", b"*0*=", b'"', b"boundary=B", content[start:end] * 2]
            )
        )
        content = content[:start] + piece + content[end:]
    return content


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | spoilt())
def test_no_bytes_trip_the_reader_and_what_is_read_can_be_kept(content: bytes) -> None:
    found = read(content)
    ids = (found.message_id, found.reports_on, *found.refers)
    for text in (found.subject, found.name, found.address, found.text, *ids):
        assert "\x00" not in text
        assert text.encode("utf-8") is not None
    assert len(found.subject) <= 200
    assert len(found.name) <= 200
    assert all(one.name.strip() and len(one.name) <= 200 for one in found.attached)


def test_a_line_ends_once_however_its_end_is_written() -> None:
    for end in (b"\r\n", b"\n"):
        lines = (b"Content-Type: text/plain", b"Content-Transfer-Encoding: 8bit", b"", b"one", b"two")
        assert read(end.join(lines)).text == "one\ntwo"


@pytest.mark.parametrize("tag", ["script", "style", "head", "title", "template", "svg", "object"])
def test_what_a_page_does_not_show_is_not_read(tag: str) -> None:
    made = EmailMessage()
    made.set_content(f"<p>seen<{tag}>unseen</{tag}> too", subtype="html")
    assert read(made.as_bytes()).text.split() == ["seen", "too"]


@pytest.mark.parametrize(
    "tag", ["p", "div", "br", "tr", "li", "ul", "ol", "table", "blockquote", "hr", "pre", "h1", "h6"]
)
def test_what_stands_on_a_line_of_its_own_stays_there(tag: str) -> None:
    made = EmailMessage()
    made.set_content(f"one<{tag}>two", subtype="html")
    assert [line for line in read(made.as_bytes()).text.split("\n") if line] == ["one", "two"]


@pytest.mark.parametrize(
    ("detail", "fault"),
    [
        ("1.0", Fault.NO_SUCH_ADDRESS),
        ("1.1", Fault.NO_SUCH_ADDRESS),
        ("1.2", Fault.NO_SUCH_SERVER),
        ("1.8", Fault.NO_SUCH_SERVER),
        ("1.10", Fault.NO_SUCH_SERVER),
        ("4.4", Fault.NO_SUCH_SERVER),
        ("2.0", Fault.NO_SUCH_ADDRESS),
        ("2.1", Fault.NO_SUCH_ADDRESS),
        ("2.2", Fault.MAILBOX_FULL),
        ("2.3", Fault.TOO_LARGE),
        ("3.4", Fault.TOO_LARGE),
        ("7.0", Fault.NOT_WANTED),
        ("7.26", Fault.NOT_WANTED),
        ("4.7", Fault.UNKNOWN),
    ],
)
def test_what_the_standard_says_of_a_status_is_what_an_official_reads(detail: str, fault: Fault) -> None:
    """RFC 3463: the class says whether it is tried again, and the rest what is wrong."""
    assert fault_of(f"5.{detail}") is fault
    assert fault_of(f"4.{detail}") is fault


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\x07", "\u2066", "\x00"])
def test_what_cannot_be_seen_or_turns_the_order_of_reading_round_is_not_shown_in_a_subject(sign: str) -> None:
    found = read(f"Subject: Our {sign}answer\n\nwords".encode())
    assert found.subject == "Our answer"
