"""A claims file that a colleague hands in: every verdict, every mistake with its line, and nothing is kept."""

import html
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openkader.evaluation.claims.reading import MOST_CLAIMS
from openkader.register.models import AuditEvent
from openkader.web.presenters.claims_wrong import MOST_SHOWN
from openkader.web.views.claims_handed_in import MOST_BYTES
from tests.integration.register_house import everything
from tests.web_pages import colleague, page, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
CLAIMS = "/jaar/2024/evaluatie/beweringen/"
HEAD = """\
evaluation:
  organisation: {nl: Bedachte provincie, en: Made-up province}
  title: {nl: Een verzonnen evaluatie, en: A made-up evaluation}
  year: 2024
  kader: zuid-holland/2024-01-01
  fictional: true
claims:
"""
RIGHT = "  - {reference: goed, sentence: Er waren tien gesprekken., figure: exploratory_talks, is: 10}\n"
WRONG = "  - {reference: fout, sentence: Er waren elf gesprekken., figure: exploratory_talks, is: 11}\n"
OPEN = "  - {reference: open, sentence: Minder dan vorig jaar., figure: activities, than_year: 2023, says: fewer}\n"


@pytest.fixture
def evaluator() -> Client:
    return colleague("eva", "evaluator")


def handed_in(client: Client, content: str | bytes, name: str = "claims.yaml") -> Any:
    content = content.encode() if isinstance(content, str) else content
    return client.post(CLAIMS, {"file": SimpleUploadedFile(name, content), "text": ""})


def said(answer: Any, status: int = 200) -> str:
    return html.unescape(text(answer, status))


def wrong(client: Client, content: str | bytes) -> str:
    """What the page says is wrong."""
    found = said(handed_in(client, content), 422)
    assert "Er is niets nagekeken, en niets bewaard." in found
    return found.partition('role="alert"')[2].partition("</ul>")[0]


def test_each_claim_is_proved_contradicted_or_lacks_something(evaluator: Client) -> None:
    found = said(handed_in(evaluator, HEAD + RIGHT + WRONG + OPEN))
    assert "Een verzonnen evaluatie" in found
    assert "Deze beweringen zijn verzonnen." in found
    for status, words in (
        ("contradicted", "Er waren elf gesprekken."),
        ("unproved", "Het register van 2023."),
        ("proved", "Er waren tien gesprekken."),
    ):
        section = found.partition(f'aria-labelledby="{status}"')[2].partition("</section>")[0]
        assert words in section, status
        assert section.count('<article class="claim"') == 1
    assert 'href="/jaar/2024/evaluatie/exploratory_talks/"' in found


def test_a_pasted_text_is_checked_as_well(evaluator: Client) -> None:
    found = said(evaluator.post(CLAIMS, {"text": (HEAD + WRONG).replace("\n", "\r\n")}))
    assert "de zin zegt 11" in found


def test_nothing_of_a_file_is_kept(evaluator: Client) -> None:
    evaluator.get(CLAIMS)
    before, events = everything(), AuditEvent.objects.count()
    handed_in(evaluator, HEAD + WRONG)
    handed_in(evaluator, "x: [")
    assert everything() == before
    assert AuditEvent.objects.count() == events
    assert "elf gesprekken" not in said(evaluator.get(CLAIMS))


def test_a_file_of_another_year_says_which_and_leads_to_no_page_that_is_not_there(evaluator: Client) -> None:
    found = said(handed_in(evaluator, HEAD.replace("year: 2024", "year: 1999") + RIGHT))
    assert "Wat dit bestand beweert over 1999" in found
    assert "het register heeft niets over 1999." in found
    assert "/jaar/1999/" not in found


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (HEAD + RIGHT.replace("is: 10", "is: tien"), 8, "wordt een geheel getal verwacht"),
        (HEAD + RIGHT.replace("exploratory_talks", "gesprekken"), 8, "Het cijfer ‘gesprekken’ staat niet"),
        (HEAD + "  - &a [*a, *a]\n", 8, "anchors and aliases are not allowed"),
        ("a: &a [x, x]\nb: &b [*a, *a]\n", 1, "anchors and aliases are not allowed"),
        (HEAD + "  - !!python/object/apply:os.system [id]\n", 8, "tags are not allowed"),
        (HEAD + "  - {reference: a, sentence: 'niet dicht\n", 9, "geen geldige YAML"),
        ("PK\x03\x04 een Word-bestand", 1, "geen geldige YAML"),
        (HEAD.encode() + RIGHT.replace("tien", "één").encode("cp1252"), 8, "geen tekst in UTF-8"),
        ((HEAD + RIGHT).encode("utf-16"), 1, "geen tekst in UTF-8"),
        ("", 1, "Het bestand is leeg"),
        ("gewoon een brief", 1, "een blok met sleutels verwacht, maar er staat tekst"),
        (HEAD.replace("zuid-holland/2024-01-01", "../../etc/passwd") + RIGHT, 5, "Er is hier geen kader"),
        (HEAD + "".join("  " * n + "- \n" for n in range(60)), 47, "nested deeper than"),
    ],
)
def test_the_worst_files_say_what_is_wrong_on_which_line(
    evaluator: Client, content: str | bytes, line: int, words: str
) -> None:
    found = wrong(evaluator, content)
    assert f"Regel {line}:" in found
    assert words in found


def test_what_is_wrong_comes_back_to_be_mended(evaluator: Client) -> None:
    found = said(handed_in(evaluator, HEAD + RIGHT.replace("is: 10", "is: tien")), 422)
    assert re.search(r"<textarea[^>]*>[^<]*is: tien", found)
    assert '<code class="inserts__code">- {reference: goed' in found


def test_very_many_mistakes_are_counted_and_not_all_shown(evaluator: Client) -> None:
    rows = "".join(f"  - {{reference: r{n}, sentence: Zin., figure: onzin, is: 1}}\n" for n in range(100))
    found = said(handed_in(evaluator, HEAD + rows), 422)
    assert found.count('<code class="inserts__code">- {reference') == MOST_SHOWN
    assert f"{100 - MOST_SHOWN} andere fouten staan hier niet" in found


def test_a_file_that_is_too_large_is_refused_before_it_is_read(evaluator: Client, settings: Any) -> None:
    large = HEAD + "#" * MOST_BYTES
    assert "groter dan 500 kB" in said(handed_in(evaluator, large), 422)
    settings.OPENKADER_UPLOAD_BYTES = 100_000
    assert "groter dan 500 kB" in said(handed_in(evaluator, large * 3), 422)


def test_more_claims_than_fit_a_page_are_not_half_checked(evaluator: Client) -> None:
    rows = "".join(RIGHT.replace("goed", f"r{n}") for n in range(MOST_CLAIMS + 1))
    assert f"Het bestand heeft {MOST_CLAIMS + 1} beweringen" in wrong(evaluator, HEAD + rows)


def test_script_in_a_file_stays_text(evaluator: Client) -> None:
    bad = "<script>alert(1)</script>"
    assert bad not in handed_in(evaluator, HEAD + RIGHT.replace("tien", bad)).content.decode()
    assert bad not in handed_in(evaluator, f"{bad}: 1", f"{bad}.yaml").content.decode()


def test_nothing_at_all_asks_for_a_file(evaluator: Client) -> None:
    assert "Kies een bestand" in said(evaluator.post(CLAIMS, {"text": " "}), 422)


def test_only_who_writes_evaluations_hands_one_in() -> None:
    assert 'id="hand-in"' not in page(CLAIMS)
    answer = handed_in(Client(), HEAD + WRONG)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/aanmelden/")
    adviser = colleague("anna", "adviser")
    assert 'aria-describedby="why-not-hand-in"' in said(adviser.get(CLAIMS))
    assert handed_in(adviser, HEAD + WRONG).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(evaluator_account())
    assert handed_in(strict, HEAD + WRONG).status_code == 403


def evaluator_account() -> Any:
    from django.contrib.auth.models import User

    colleague("eva", "evaluator")
    return User.objects.get(username="eva")


def test_the_example_on_the_page_can_be_checked_as_it_stands(evaluator: Client) -> None:
    found = evaluator.get(CLAIMS).content.decode()
    example = re.search(r'<pre class="typed">(.*?)</pre>', found, re.DOTALL)
    assert example
    assert handed_in(evaluator, html.unescape(example.group(1))).status_code == 200


def test_a_year_that_nobody_knows_takes_no_file(evaluator: Client) -> None:
    place = CLAIMS.replace("2024", "1999")
    assert evaluator.post(place, {"text": HEAD + RIGHT}).status_code == 404
