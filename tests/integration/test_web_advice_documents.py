"""Documents with an advice: checked as at the front door, kept with the case, and never a way in for somebody else."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openkader.kader import Assessor
from openkader.register import models
from tests.integration.register_house import assessed
from tests.integration.test_web_advice import ANSWER, COORDINATION, ask, signed_in
from tests.unit.documents import PDF, word

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def case(assessor: Assessor, year_2024: None) -> str:
    return assessed(assessor, risk_areas=["robotics_autonomous"], sensitive_part="core")


def file(name: str = "advies.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def answer(link: str, *files: SimpleUploadedFile, **changes: str) -> Any:
    return Client().post(link, {**ANSWER, **changes, "documents": list(files)})


def test_a_desk_sends_documents_along_and_colleagues_find_them_with_its_advice() -> None:
    link = ask(signed_in())
    assert answer(link, file(), file("toelichting.docx", word())).status_code == 302
    names = models.Document.objects.order_by("id").values_list("name", "purpose", "recorded_by")
    assert list(names) == [
        ("advies.pdf", "advice", "link:V-1-ADV1"),
        ("toelichting.docx", "advice", "link:V-1-ADV1"),
    ]
    colleague = signed_in()
    text = colleague.get(COORDINATION).content.decode()
    assert "/dossiers/V-1/stukken/V-1-D1/" in text
    assert colleague.get("/dossiers/V-1/stukken/V-1-D1/").content == PDF
    assert "Bij een advies" in colleague.get("/dossiers/V-1/").content.decode()


def test_the_page_of_the_link_names_what_was_sent_and_hands_nothing_out() -> None:
    link = ask(signed_in())
    answer(link, file())
    text = Client().get(link).content.decode()
    assert "advies.pdf" in text
    assert "/stukken/" not in text
    assert Client().get("/dossiers/V-1/stukken/V-1-D1/").status_code == 302


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("advies.docx", word({"word/vbaProject.bin": b"x"}), "macro"),
        ("advies.pdf", b"MZ" + b"x" * 100, "advies.pdf"),
        ("advies.pdf", b"%PDF-1.7 /JavaScript\n%%EOF\n", "advies.pdf"),
        ("leeg.pdf", b"", "leeg.pdf"),
        ("../../etc/passwd", b"<script>alert(1)</script>", "passwd"),
        ("x" * 300 + ".pdf", b"MZ", "x" * 50),
    ],
)
def test_a_document_that_is_not_taken_is_named_and_nothing_typed_is_lost(
    name: str, content: bytes, said: str
) -> None:
    done = answer(ask(signed_in()), file(name, content), explanation="Mijn lange uitleg.")
    text = done.content.decode()
    assert done.status_code == 422
    assert said in text
    assert "Mijn lange uitleg." in text
    assert "<script>alert" not in text
    assert not models.Advice.objects.exists()
    assert not models.Document.objects.exists()


def test_a_document_that_is_too_large_is_refused_with_a_page(settings: Any) -> None:
    settings.OPENKADER_UPLOAD_BYTES = 1000
    done = answer(ask(signed_in()), file(content=PDF + b"x" * 2000), explanation="Mijn lange uitleg.")
    assert done.status_code == 422
    assert "Mijn lange uitleg." in done.content.decode()
    assert not models.Advice.objects.exists()


def test_the_limit_is_read_before_one_chooses() -> None:
    text = Client().get(ask(signed_in())).content.decode()
    assert text.index("Hooguit 10 MB per bestand") < text.index('name="documents"')
    assert 'aria-describedby="id_documents_helptext"' in text


def test_so_many_documents_are_refused_also_over_several_corrections() -> None:
    link = ask(signed_in())
    many = [file(f"{number}.pdf", PDF + b"%%%d\n%%%%EOF\n" % number) for number in range(8)]
    assert answer(link, *many).status_code == 302
    more = [file(f"m{number}.pdf", PDF + b"%%m%d\n%%%%EOF\n" % number) for number in range(3)]
    assert answer(link, *more, seen="1", given_by="B.").status_code == 422
    assert models.Document.objects.count() == 8


def test_a_second_click_keeps_each_document_once() -> None:
    link = ask(signed_in())
    for _ in range(2):
        assert answer(link, file()).status_code == 302
    assert (models.Advice.objects.count(), models.Document.objects.count()) == (1, 1)


def test_a_correction_keeps_what_was_sent_before_with_the_first_answer() -> None:
    link = ask(signed_in())
    answer(link, file())
    assert answer(link, file("beter.docx", word()), seen="1").status_code == 302
    sent = models.AdviceDocument.objects.order_by("id").values_list("advice__number", "document__name")
    assert list(sent) == [(1, "advies.pdf"), (2, "beter.docx")]


def test_a_colleague_who_enters_an_answer_sends_documents_along_too() -> None:
    client = signed_in()
    ask(client)
    said = {**ANSWER, "act": "answer", "advice": "V-1-ADV1"}
    refused = client.post(COORDINATION, {**said, "documents": [file("x.exe", b"MZ")]})
    assert refused.status_code == 422
    assert "Geen broncode." in refused.content.decode()
    assert client.post(COORDINATION, {**said, "documents": [file()]}).status_code == 302
    assert models.AdviceDocument.objects.get().document.recorded_by == "adviser"


def test_after_the_question_was_taken_back_no_document_comes_in() -> None:
    client = signed_in()
    link = ask(client)
    client.post(COORDINATION, {"act": "take_back", "advice": "V-1-ADV1", "reason": "Niet nodig."})
    assert answer(link, file()).status_code == 409
    assert not models.Document.objects.exists()
