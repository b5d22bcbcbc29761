"""The tables, charts and quotes that a text binds: as it is written, adopted and read. Interviews are made up."""

import hashlib
import html
import re
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

from openkader.casework.interviews import Consent, Speaker
from openkader.evaluation.document import Cell, Column, Table
from openkader.register import models
from openkader.web.presenters.bound_parts import MOST_ROWS, shown_part
from openkader.web.presenters.evaluation_text import MOST_DRAWN
from tests.integration import test_web_evaluation_text as pages
from tests.integration.network_house import party
from tests.integration.outlook_house import consented, interviewed, quoted, withdrawn
from tests.integration.register_house import HAND
from tests.web_pages import MOST_QUERIES, colleague, page, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PREVIEW = f"{pages.CHAPTER}voorbeeld/"
SAID, TALK = "De vraag blijft groeien.", "INT-2024-1"
ANNEX = "## Inzet\n\n[[tabel:annex]]"


@pytest.fixture
def writer() -> Client:
    client = colleague("eva", "evaluator")
    client.post(pages.WRITING, {"act": "start"})
    return client


def preview(client: Client, words: str) -> str:
    return html.unescape(text(client.post(PREVIEW, {"seen": "0", "text": words})))


def a_quote() -> str:
    interviewed(year=2024)
    return quoted(interview=TALK)


def for_review(writer: Client, words: str) -> Client:
    """A whole evaluation with these words lies for review; the browser of who decides."""
    pages.whole(writer, words)
    return colleague("dirk", "decider")


def adopt(decider: Client) -> Any:
    return decider.post(pages.ADOPTION, {"act": "adopt", "seen": pages.shown_digest(decider)})


def cells(found: str, label: str) -> list[str]:
    return re.findall(rf'data-label="{label}">([^<]*)<', found)


def test_the_preview_draws_the_annex_with_its_rows(writer: Client) -> None:
    found = preview(writer, ANNEX)
    assert "Hier komt" not in found
    unknown = ["n.v.t.", "onbekend", "onbekend", "37"]
    assert cells(found, "Eigen partijen") == ["n.v.t.", "18", "1", "15", "3", *unknown]
    assert "Register van activiteiten in 2024" in found
    assert "Samen" in found


def test_the_preview_draws_a_chart_with_its_title_description_and_numbers(writer: Client) -> None:
    found = preview(writer, "[[grafiek:timeline]]")
    assert '<title id="timeline-1-title">Activiteiten van 2024 naar maand en soort</title>' in found
    assert '<desc id="timeline-1-desc">Een lijn van twaalf maanden met' in found
    assert 'aria-labelledby="timeline-1-title timeline-1-desc"' in found
    assert "De getallen van deze grafiek" in found


def offered(client: Client, language: str = "nl") -> str:
    """What stands under the quotes that can be put in."""
    found = html.unescape(text(client.get(f"{pages.CHAPTER}?taal={language}")))
    return found.partition("Citaten met toestemming")[2].partition("</details>")[0]


def test_the_quotes_with_consent_can_be_put_in_by_name(writer: Client) -> None:
    reference = a_quote()
    quoted(interview=TALK, words="Dit mag niemand weten.", consent=None)
    quoted(interview=TALK, words="Met mijn naam erbij.", consent=Consent.WITH_NAME)
    interviewed(year=2023)
    quoted(interview="INT-2023-1", words="Van een ander jaar.")
    found = offered(writer)
    assert found.startswith(" (2)")
    assert f"“{SAID}” · een bedachte kweker" in found
    assert f'data-insert="[[citaat:{reference}]]" data-own="1"' in found
    assert "“Met mijn naam erbij.” · B. Verzonnen" in found
    assert "Dit mag niemand weten" not in found
    assert "Van een ander jaar" not in found
    assert SAID in preview(writer, f"[[citaat:{reference}]]")


def test_a_quote_that_was_withdrawn_is_offered_no_more_and_without_quotes_the_interviews_are_near(
    writer: Client,
) -> None:
    reference = a_quote()
    withdrawn(quote=reference, interview=TALK)
    found = offered(writer)
    assert found.startswith(" (0)")
    assert reference not in found
    assert 'href="/jaar/2024/interviews/"' in found


def test_a_name_that_only_colleagues_may_see_is_not_offered(writer: Client) -> None:
    party()
    interviewed(year=2024, speaker=Speaker(party="NP-1"), called="een bedachte stichting")
    quoted(interview=TALK, consent=Consent.WITH_NAME)
    assert "een bedachte stichting" in offered(writer)
    assert "Stichting Bedacht" not in offered(writer)


def test_the_same_chart_twice_has_names_of_its_own(writer: Client) -> None:
    pages.save(writer, "[[grafiek:flow]]\n\n[[grafiek:flow]]")
    identifiers = re.findall(r' id="(flow[^"]*)"', text(writer.get(pages.CHAPTER)))
    assert len(identifiers) == len(set(identifiers)) == 6


def test_what_is_not_there_stays_a_gap(writer: Client) -> None:
    for words in ("[[tabel:onzin]]", "[[grafiek:annex]]", "[[citaat:INT-2024-9-1]]", "[[tabel:annex@2023]]"):
        assert 'class="gap"' in preview(writer, words), words


def test_a_chart_of_which_the_register_has_nothing_says_so(writer: Client) -> None:
    found = preview(writer, "[[grafiek:years]]")
    assert "het register heeft er voor 2024 niets voor te tonen" in found
    assert 'class="gap"' not in found


def test_a_secret_activity_stands_in_no_table_of_a_text(writer: Client) -> None:
    models.Activity.objects.create(
        reference="X-GEHEIM",
        request=models.Request.objects.create(
            reference="V-GEHEIM",
            year=2024,
            title_nl="Geheimteken",
            title_en="Geheimteken",
            kind="incoming_delegation",
            country="CN",
            programme="china",
            confidentiality="secret",
            recorded_at=HAND["now"],
            recorded_by="test",
        ),
        year=2024,
        title_nl="Geheimteken",
        title_en="Geheimteken",
        kind="incoming_delegation",
        programme="china",
        standing="held",
        itemised=True,
        recorded_at=HAND["now"],
        recorded_by="test",
    )
    assert "Geheimteken" not in preview(writer, f"{ANNEX}\n\n[[grafiek:timeline]]")


def test_a_quote_reads_with_who_said_it_and_says_why_when_it_may_not(writer: Client) -> None:
    words = f"[[citaat:{a_quote()}]]"
    found = preview(writer, words)
    assert SAID in found
    assert "een bedachte kweker" in found
    withdrawn(interview=TALK)
    found = preview(writer, words)
    assert SAID not in found
    assert "De toestemming voor dit citaat is ingetrokken" in found


def test_a_text_with_a_quote_is_adopted_and_read_and_its_words_are_not_in_the_file(writer: Client) -> None:
    reference = a_quote()
    assert adopt(for_review(writer, f"[[citaat:{reference}]]")).status_code == 302
    found = page(pages.READ)
    assert SAID in found
    assert "een bedachte kweker" in found
    assert "anders genoemd" not in found
    frozen = Client().get(pages.FROZEN).content
    assert hashlib.sha256(frozen).hexdigest() in found
    assert SAID not in frozen.decode()
    assert reference in models.EvaluationAdoption.objects.get().content["quotes"]


def test_a_quote_that_may_not_be_used_keeps_a_text_from_being_adopted(writer: Client) -> None:
    interviewed(year=2024)
    reference = quoted(interview=TALK, consent=None)
    decider = for_review(writer, f"[[citaat:{reference}]]")
    seen = pages.shown_digest(decider)
    assert "niet bekend dat het gebruikt mag worden" in html.unescape(text(decider.get(pages.ADOPTION)))
    assert decider.post(pages.ADOPTION, {"act": "adopt", "seen": seen}).status_code == 409
    assert not models.EvaluationAdoption.objects.exists()


def test_consent_that_is_withdrawn_before_the_button_is_pressed_stops_adoption(writer: Client) -> None:
    reference = a_quote()
    decider = for_review(writer, f"[[citaat:{reference}]]")
    seen = pages.shown_digest(decider)
    withdrawn(quote=reference, interview=TALK)
    answer = decider.post(pages.ADOPTION, {"act": "adopt", "seen": seen})
    assert "De toestemming voor een citaat in de tekst is ingetrokken" in html.unescape(text(answer, 409))
    assert not models.EvaluationAdoption.objects.exists()


def test_a_quote_that_nobody_noted_is_unknown(writer: Client) -> None:
    decider = for_review(writer, "[[citaat:INT-2024-9-1]]")
    assert "iets dat het register niet kent: [[citaat:INT-2024-9-1]]" in html.unescape(
        text(decider.get(pages.ADOPTION))
    )


def test_words_that_are_withdrawn_after_the_adoption_are_read_nowhere_and_the_digest_stays(
    writer: Client,
) -> None:
    reference = a_quote()
    adopt(for_review(writer, f"[[citaat:{reference}]]"))
    before = Client().get(pages.FROZEN).content
    withdrawn(quote=reference, interview=TALK)
    found = page(pages.READ)
    assert SAID not in found
    assert "De toestemming is na de vaststelling ingetrokken" in found
    assert "Van een citaat is een controlegetal vastgesteld" in found
    assert Client().get(pages.FROZEN).content == before
    assert hashlib.sha256(before).hexdigest() in found
    paper = Client().get("/jaar/2024/evaluatie/document/html/")
    assert SAID not in paper.content.decode()


def test_who_asked_for_no_name_after_the_adoption_is_named_no_more(writer: Client) -> None:
    interviewed(year=2024)
    reference = quoted(interview=TALK, consent=Consent.WITH_NAME)
    adopt(for_review(writer, f"[[citaat:{reference}]]"))
    assert "B. Verzonnen" in page(pages.READ)
    consented(Consent.WITHOUT_NAME, seen=2, quote=reference, interview=TALK)
    found = page(pages.READ)
    assert "B. Verzonnen" not in found
    assert "een bedachte kweker (bij de vaststelling anders genoemd)" in found


def test_who_does_not_want_to_be_quoted_any_more_is_not(writer: Client) -> None:
    reference = a_quote()
    adopt(for_review(writer, f"[[citaat:{reference}]]"))
    consented(Consent.NOT_QUOTED, seen=2, quote=reference, interview=TALK)
    found = page(pages.READ)
    assert SAID not in found
    assert "Het mag na de vaststelling niet meer worden gebruikt" in found


def test_a_table_in_the_middle_of_a_sentence_is_not_adopted(writer: Client) -> None:
    decider = for_review(writer, "Zie [[tabel:annex]] hieronder.")
    found = html.unescape(text(decider.get(pages.ADOPTION)))
    assert "die niet te lezen zijn: 1, zoals [[tabel:annex]]" in found


def test_a_text_of_nothing_but_tables_is_drawn_for_a_part(writer: Client) -> None:
    found = preview(writer, "[[tabel:outcomes]]\n" * (MOST_DRAWN + 5))
    assert found.count("<caption") == MOST_DRAWN
    assert found.count(f"Alleen de eerste {MOST_DRAWN} tabellen, grafieken en citaten") == 5
    assert 'class="bare"' not in found


def test_a_table_of_very_many_rows_says_how_many_are_left_out() -> None:
    rows = tuple((Cell(str(place)),) for place in range(MOST_ROWS + 7))
    part = shown_part(Table(id="x", caption="Veel", columns=(Column("Nr."),), rows=rows), "-1")
    found = render_to_string("web/components/bound_part.html", {"part": part})
    assert found.count("rowheader") == MOST_ROWS
    assert f"{MOST_ROWS - 1}" in found
    assert f">{MOST_ROWS}<" not in found
    assert "Nog 7 rijen staan in het document" in found or "7 more rows stand in the document" in found


def test_a_table_stays_as_it_was_adopted(writer: Client) -> None:
    adopt(for_review(writer, "[[tabel:figures]]"))
    before = page(pages.READ)
    pages.another_talk()
    after = page(pages.READ)
    table = re.compile(r'<div class="bound-part">.*?</table>', re.DOTALL)
    (was,), (became,) = table.findall(before), table.findall(after)
    assert was == became
    assert "Bij de vaststelling was dit 10, nu is het 11." in after


def test_a_table_of_an_older_adoption_follows_the_register_and_says_so(writer: Client) -> None:
    from openkader.publication.yearly.parts import read_parts
    from openkader.web.acts.evaluation_parts import public

    content = {"texts": {"nl": {"effort": "[[tabel:annex]]\n\n[[grafiek:flow]]"}}}
    found = read_parts(public(2024, "nl", HAND["now"]), content, "x:y")
    assert all("volgt het register zoals het nu is" in str(block) for block in found.values())
    assert len(found) == 2


def test_parts_are_read_once_and_kept_until_something_changes(writer: Client) -> None:
    """A quote is read anew each time, as consent can be withdrawn: one question more."""
    reference = a_quote()
    pages.save(writer, f"{ANNEX}\n\n[[grafiek:coverage]]\n\n[[grafiek:years]]")
    writer.get(pages.CHAPTER)
    assert queries_of(pages.CHAPTER, writer) <= MOST_QUERIES
    pages.save(writer, f"[[citaat:{reference}]]", seen=1)
    writer.get(pages.CHAPTER)
    assert queries_of(pages.CHAPTER, writer) <= MOST_QUERIES + 1


def test_what_is_kept_is_drawn_anew_once_the_register_changes(writer: Client) -> None:
    before = preview(writer, "[[tabel:figures]]")
    assert preview(writer, "[[tabel:figures]]") == before
    pages.another_talk()
    assert preview(writer, "[[tabel:figures]]") != before


def test_the_adopted_text_asks_little_with_its_quotes(writer: Client) -> None:
    decider = for_review(writer, f"{ANNEX}\n\n[[citaat:{a_quote()}]]")
    decider.get(pages.ADOPTION)
    assert queries_of(pages.ADOPTION, decider) <= MOST_QUERIES + 1  # the quotes, as above
    adopt(decider)
    page(pages.READ)
    assert queries_of(pages.READ) <= MOST_QUERIES
