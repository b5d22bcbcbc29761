"""The pages on which an evaluation is written, reviewed, adopted and read."""

import hashlib
import html
import itertools
import re
from typing import Any

import pytest
from django.test import Client

from openkader.casework.evaluating import MOST_TEXT
from openkader.casework.vocabulary import Confidentiality
from openkader.register import models, selectors, services
from openkader.register.entries import TalkEntry
from tests.integration.register_house import HAND, TITLE
from tests.integration.secret_house import a_secret_activity
from tests.web_pages import MOST_QUERIES, colleague, page, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
WRITING = "/jaar/2024/evaluatie/schrijven/"
CHAPTER, LINE = f"{WRITING}effort/", f"{WRITING}own_line.E1/"
ADOPTION, READ = "/jaar/2024/evaluatie/vaststellen/", "/jaar/2024/evaluatie/tekst/"
FROZEN = f"{READ}vastgesteld.json"
WORDS = (
    "## Gesprekken\n\nEr waren [[cijfer:exploratory_talks]] gesprekken.\n\n- Een punt met vier delegaties."
)


def who_began() -> Client:
    """Somebody who began to write the evaluation."""
    client = colleague("eva", "evaluator")
    client.post(WRITING, {"act": "start"})
    return client


@pytest.fixture
def writer() -> Client:
    return who_began()


def save(client: Client, words: str = WORDS, seen: int = 0, path: str = CHAPTER) -> Any:
    return client.post(path, {"act": "save", "seen": str(seen), "text": words})


def whole(client: Client, words: str = WORDS) -> None:
    """Every chapter has a text or a reason, and all of it lies for review."""
    save(client, words)
    for one in selectors_chapters():
        if one != "effort":
            path = f"{WRITING}{one}/"
            client.post(path, {"act": "leave_empty", "seen": "0", "left_empty": "De tabel zegt het."})
    assert client.post(WRITING, {"act": "send"}).status_code == 302


def selectors_chapters() -> list[str]:
    from openkader.evaluation.chapters import chapters_of
    from openkader.register.kaders import assessor_of

    kader = assessor_of("zuid-holland/2024-01-01").kader
    return [one.id for plan in chapters_of(kader) for one in plan.whole]


def shown_digest(client: Client) -> str:
    found = re.search(r'name="seen" value="([0-9a-f]{64})"', text(client.get(ADOPTION)))
    assert found
    return found.group(1)


def adopt(writer: Client, by: str = "dirk") -> Client:
    whole(writer)
    decider = colleague(by, "decider")
    answer = decider.post(ADOPTION, {"act": "adopt", "seen": shown_digest(decider)})
    assert answer.status_code == 302
    return decider


def another_talk(reference: str = "T-NIEUW") -> None:
    services.record_talk(
        TalkEntry(reference=reference, year=2024, purpose="exploration", title=TITLE), **HAND
    )


def passage(client: Client, words: str) -> str:
    """The digest of the passage with these words, as its comment form has it."""
    parts = text(client.get(CHAPTER)).split('name="passage" value="')
    return next(part[:64] for before, part in itertools.pairwise(parts) if words in before[-3000:])


# --- writing ------------------------------------------------------------------------------------------------------


def test_an_evaluation_that_nobody_began_says_what_it_is_for_and_how_to_begin() -> None:
    client = colleague("eva", "evaluator")
    assert "Niemand begon aan de evaluatie" in text(client.get(WRITING))
    assert client.get(CHAPTER).status_code == 404
    assert client.get(ADOPTION).status_code == 404


def test_every_chapter_stands_in_the_list(writer: Client) -> None:
    found = text(writer.get(WRITING))
    for one in selectors_chapters():
        assert f'href="{WRITING}{one}/"' in found, one


def test_a_bound_number_reads_as_its_value_and_leads_to_its_figure(writer: Client) -> None:
    assert save(writer).status_code == 302
    found = text(writer.get(CHAPTER))
    assert re.search(r'href="/jaar/2024/evaluatie/exploratory_talks/"[^>]*>10</a> gesprekken', found)


def test_a_bare_number_is_pointed_out_with_the_figure_that_it_may_be(writer: Client) -> None:
    save(writer)
    found = text(writer.get(CHAPTER))
    assert re.search(r'<mark class="bare" title="[^"]*Inkomende delegaties[^"]*">vier</mark>', found)
    assert "[[cijfer:incoming_delegations]]" in found


def test_a_figure_that_does_not_exist_says_so_and_proposes_the_nearest(writer: Client) -> None:
    found = text(writer.post(CHAPTER, {"act": "look", "seen": "0", "text": "[[cijfer:exploratory_talk]]"}))
    assert "Bedoelt u ‘exploratory_talks’?" in html.unescape(found)
    assert not models.ChapterText.objects.exists()


def test_the_preview_has_its_own_address_and_saves_nothing(writer: Client) -> None:
    answer = writer.post(f"{CHAPTER}voorbeeld/", {"seen": "0", "text": WORDS})
    found = text(answer)
    assert found.lstrip().startswith('<div id="preview"')
    assert ">10</a> gesprekken" in found
    assert not models.ChapterText.objects.exists()
    assert writer.get(f"{CHAPTER}voorbeeld/").status_code == 405


@pytest.mark.parametrize("bad", ["<script>alert(1)</script>", "[[cijfer:<b>x</b>]]", '[[x"onload=1]]'])
def test_script_in_a_text_stays_text(writer: Client, bad: str) -> None:
    save(writer, bad)
    found = writer.get(CHAPTER).content.decode()
    assert bad not in found
    assert html.escape(bad) in found


def test_a_text_that_is_too_long_is_refused_and_stays_in_the_field(writer: Client) -> None:
    long = "Lang. " * (MOST_TEXT // 5)
    answer = save(writer, long)
    assert answer.status_code == 409
    found = answer.content.decode()
    assert "uw tekst staat nog in het veld" in found.lower()
    assert long.strip() in html.unescape(found)


def test_two_writers_on_one_chapter_both_keep_their_text(writer: Client) -> None:
    save(writer, "Tekst van Eva.")
    other = colleague("otto", "evaluator")
    answer = save(other, "Tekst van Otto.", seen=0)
    assert answer.status_code == 409
    found = text(answer, 409)
    assert "Tekst van Eva." in found
    assert "Tekst van Otto." in found
    assert "eva bewaarde intussen een andere versie" in found
    assert 'name="seen" value="1"' in found
    assert save(other, "Tekst van Otto.", seen=1).status_code == 302
    assert [one.text for one in selectors.text_versions(2024, "effort", "nl")] == [
        "Tekst van Otto.",
        "Tekst van Eva.",
    ]


def test_who_does_not_write_evaluations_reads_and_hears_why(writer: Client) -> None:
    save(writer)
    reader = colleague("anna", "adviser")
    found = text(reader.get(CHAPTER))
    assert 'name="act" value="save" disabled' in found
    assert save(reader, "Anders.", seen=1).status_code == 403
    assert Client().get(CHAPTER).status_code == 302


def test_a_changed_figure_marks_its_sentence_until_the_writer_looked(writer: Client) -> None:
    save(writer)
    another_talk()
    found = text(writer.get(CHAPTER))
    assert "dit was 10 toen de zin geschreven werd, en is nu 11" in found
    assert "1 cijfer veranderde" in text(writer.get(WRITING))
    digest = re.search(r'value="stand"><input type="hidden" name="passage" value="([0-9a-f]{64})"', found)
    assert digest
    assert writer.post(CHAPTER, {"act": "stand", "passage": digest.group(1)}).status_code == 302
    assert "toen de zin geschreven werd" not in text(writer.get(CHAPTER))


def test_a_text_begins_with_what_the_register_found_in_the_words_of_the_source(writer: Client) -> None:
    found = html.unescape(text(writer.get(f"{LINE}?begin=register")))
    finding = next(row for row in selectors.findings_of(2024) if row.line == "E1")
    assert finding.passage
    assert finding.passage[:60] in found
    assert "Overgenomen uit:" in found
    assert not models.ChapterText.objects.exists()


def test_last_years_text_says_which_figures_this_framework_does_not_have(writer: Client) -> None:
    save(writer, "Er waren [[cijfer:bestaat_niet_meer]] bezoeken en [[cijfer:activities]].")
    models.Evaluation.objects.create(
        reference="EV-2026",
        year=2026,
        kader="x/1",
        kader_digest="d" * 64,
        languages=["nl"],
        at=HAND["now"],
        by="x",
    )
    # The year after, as far as the register knows it.
    from openkader.cli.importing import take_over
    from tests.installation import YEAR

    take_over(YEAR.with_name("fictief-2026.yaml"), by=HAND["by"], language="en")
    found = text(writer.get("/jaar/2026/evaluatie/schrijven/effort/"))
    assert "Dit kader kent niet: <code>[[cijfer:bestaat_niet_meer]]</code>" in found


# --- comments ---------------------------------------------------------------------------------------------------------


def test_a_comment_stands_at_its_paragraph_and_later_with_its_earlier_words(writer: Client) -> None:
    save(writer)
    digest = passage(writer, "gesprekken.")
    reader = colleague("anna", "adviser")
    assert (
        reader.post(CHAPTER, {"act": "comment", "passage": digest, "comment": "Klopt dit?"}).status_code
        == 302
    )
    assert "Klopt dit?" in text(writer.get(CHAPTER))
    assert "1 opmerking staat open" in text(writer.get(WRITING))
    save(writer, "Heel anders.", seen=1)
    assert "Bij eerdere woorden gemaakt" in text(writer.get(CHAPTER))
    key = models.PassageComment.objects.get().pk
    assert writer.post(CHAPTER, {"act": "resolve", "key": str(key), "answer": "Weg."}).status_code == 302
    assert "afgehandeld door eva" in text(writer.get(CHAPTER))


def test_a_comment_that_nobody_has_is_not_found(writer: Client) -> None:
    assert writer.post(CHAPTER, {"act": "resolve", "key": "999999", "answer": "x"}).status_code == 404
    assert writer.post(CHAPTER, {"act": "comment", "passage": "x", "comment": "y"}).status_code == 422


# --- adoption ---------------------------------------------------------------------------------------------------------


def test_the_page_says_everything_that_stands_in_the_way(writer: Client) -> None:
    save(writer, "[[cijfer:onzin]] en [[onzin]]")
    found = html.unescape(text(colleague("dirk", "decider").get(ADOPTION)))
    for reason in ("nog een concept", "[[cijfer:onzin]]", "[[onzin]]", "Hoofdstukken zonder tekst"):
        assert reason in found, reason
    assert "U schreef mee" in text(writer.get(ADOPTION))


def test_what_was_adopted_is_read_by_everybody_and_every_number_leads_on(writer: Client) -> None:
    assert "nog niet vastgesteld" in page(READ)
    assert Client().get(FROZEN).status_code == 404
    adopt(writer)
    found = page(READ)
    assert re.search(r'href="/jaar/2024/evaluatie/exploratory_talks/"[^>]*>10</a> gesprekken', found)
    assert 'class="bare"' not in found
    frozen = Client().get(FROZEN).content
    assert hashlib.sha256(frozen).hexdigest() in found
    assert "De tabel zegt het." not in frozen.decode()


def test_what_is_frozen_for_everybody_tells_nothing_of_a_secret_case(writer: Client) -> None:
    a_secret_activity(Confidentiality.SECRET)
    decider = adopt(writer)
    inside = models.EvaluationAdoption.objects.get().inside
    assert "X-GEHEIM" in str(inside)
    for told in (Client().get(FROZEN).content.decode(), page(READ), text(decider.get(READ))):
        assert "GEHEIM" not in told
        assert "Geheimteken" not in told


def test_the_number_of_the_adopted_text_stays_and_the_register_says_what_changed(writer: Client) -> None:
    adopt(writer)
    another_talk()
    found = page(READ)
    assert ">10</a> gesprekken" in found
    assert "Bij de vaststelling was dit 10, nu is het 11." in found
    assert "Erbij gekomen: T-NIEUW" in found
    assert (
        writer.post(
            ADOPTION, {"act": "restate", "figure": "exploratory_talks", "reason": "Nagekomen."}
        ).status_code
        == 302
    )
    assert "10 → 11. Nagekomen." in page(READ)
    assert writer.post(ADOPTION, {"act": "restate", "figure": "activities", "reason": "x"}).status_code == 409
    assert writer.post(ADOPTION, {"act": "restate", "figure": "onzin", "reason": "x"}).status_code == 404


def test_an_erratum_is_read_with_the_text(writer: Client) -> None:
    adopt(writer)
    words = {"chapter": "effort nl", "said": "10 gesprekken", "must_say": "11 gesprekken", "why": "Telfout."}
    assert writer.post(ADOPTION, {"act": "correct", **words}).status_code == 302
    found = page(READ)
    assert '<ins lang="nl">11 gesprekken</ins>' in found
    assert writer.post(ADOPTION, {"act": "correct", **words, "chapter": "onzin nl"}).status_code == 422


def test_a_figure_that_changed_since_the_page_was_opened_stops_adoption(writer: Client) -> None:
    whole(writer)
    decider = colleague("dirk", "decider")
    seen = shown_digest(decider)
    services.record_talk(
        TalkEntry(reference="T-NIEUW", year=2024, purpose="exploration", title=TITLE, number=3), **HAND
    )
    answer = decider.post(ADOPTION, {"act": "adopt", "seen": seen})
    assert answer.status_code == 409
    assert not models.EvaluationAdoption.objects.exists()


def test_a_second_click_on_adopt_is_one_adoption(writer: Client) -> None:
    whole(writer)
    decider = colleague("dirk", "decider")
    seen = shown_digest(decider)
    for _ in range(2):
        assert decider.post(ADOPTION, {"act": "adopt", "seen": seen}).status_code == 302
    assert models.EvaluationAdoption.objects.count() == 1


def test_the_writer_does_not_adopt_and_an_adviser_neither(writer: Client) -> None:
    whole(writer)
    seen = shown_digest(colleague("dirk", "decider"))
    both = colleague("eva")
    assert both.post(ADOPTION, {"act": "adopt", "seen": seen}).status_code == 403
    assert colleague("anna", "adviser").post(ADOPTION, {"act": "adopt", "seen": seen}).status_code == 403


def test_what_was_adopted_is_not_written_on(writer: Client) -> None:
    adopt(writer)
    found = text(writer.get(CHAPTER))
    assert 'value="save" disabled' in found
    assert save(writer, "Anders.", seen=1).status_code == 409


def test_a_year_without_a_register_has_no_evaluation() -> None:
    for path in ("schrijven/", "tekst/", "vaststellen/"):
        assert colleague("eva", "evaluator").get(f"/jaar/1999/evaluatie/{path}").status_code == 404


def test_the_pages_ask_the_database_little(writer: Client) -> None:
    """Once the year was counted: that is kept until something changes in the register."""
    save(writer)
    counts = {}
    for path in (WRITING, CHAPTER, ADOPTION):
        writer.get(path)
        counts[path] = queries_of(path, writer)
    adopt(writer)
    page(READ)
    counts[READ] = queries_of(READ)
    assert {path: count for path, count in counts.items() if count > MOST_QUERIES} == {}
