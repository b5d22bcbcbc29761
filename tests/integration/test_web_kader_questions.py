"""The questions of a draft in a form: reworded, moved, added, taken away; and a refusal says what still reads them."""

import re
from typing import Any

import pytest
from django.test import Client

from openkader.kader import FactType
from tests.integration.test_web_kader_rows import (
    BASE,
    DRAFT,
    SCRIPT,
    changed,
    kader_now,
    own_data,
    stored,
    text_of,
    writer,
)
from tests.web_forms import fields_in as form_fields
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

__all__ = ["BASE", "own_data", "writer"]
pytestmark = pytest.mark.django_db
ALL = f"{DRAFT}vragen/"
KIND, LINE, ADVICE, NEW = (f"{ALL}{name}/" for name in ("kind", "own_line", "national_advice", "nieuw"))
FACTS = "facts.yaml"


def fields(client: Client, path: str) -> dict[str, Any]:
    return fields_in(client.get(path).content.decode())


def fields_in(page: str) -> dict[str, Any]:
    return form_fields(page, 'value="preview"')


def send(client: Client, path: str, act: str, **changes: Any) -> Any:
    return client.post(path, {"act": act, **fields(client, path), **changes})


def press(client: Client, path: str, act: str) -> Any:
    found = re.search(
        rf'value="{act}"><input type="hidden" name="seen" value="(\w+)"', text(client.get(path))
    )
    assert found
    return client.post(path, {"act": act, "seen": found[1]})


def rewrite(client: Client, was: str, becomes: str, file: str = FACTS) -> None:
    """Somebody changes the text meanwhile."""
    one = stored(file)
    answer = client.post(
        f"{DRAFT}tekst/{file}/",
        {"act": "save", "seen": str(one.number), "text": one.text.replace(was, becomes, 1)},
    )
    assert answer.status_code == 302


def test_every_question_says_who_is_asked_and_what_reads_it(writer: Client) -> None:
    said = text(writer.get(ALL))
    assert "Om welk land gaat het?" in said
    assert "regel sanctioned" in said
    assert "tabel abuse_risk, rij 1" in said
    assert said.index("Om welk land gaat het?") < said.index("Wie nam het initiatief?")
    assert said.count('role="rowheader"') == 22
    for path in (ALL, KIND, NEW, f"{ALL}risk_areas/", f"{DRAFT}uitsluitingen/"):
        assert queries_of(path, writer) <= MOST_QUERIES


def test_a_form_that_nobody_touched_changes_no_letter(writer: Client) -> None:
    before = stored(FACTS).text
    for name in kader_now().facts:
        if not name.startswith("RV"):
            assert send(writer, f"{ALL}{name}/", "save").status_code == 302, name
    assert stored(FACTS).text == before
    assert stored(FACTS).number == 1


def test_other_words_change_that_question_alone(writer: Client) -> None:
    before = stored(FACTS).text
    answer = send(
        writer, KIND, "save",
        question_nl=f"Wat: 你好 # {SCRIPT}\nechter?", opt_nl_0="binnenkomend", help_nl="Hulp", help_en="Help",
    )  # fmt: skip
    assert answer.status_code == 302
    assert changed() == ["facts kind"] + [one for one in changed() if one.startswith("records")]
    fact = kader_now().facts["kind"]
    assert fact.question is not None
    assert fact.question.nl == f"Wat: 你好 # {SCRIPT} echter?"
    assert fact.options[0].text.nl == "binnenkomend"
    start, end = before.index("  - id: kind"), before.index("  - id: country")
    assert stored(FACTS).text[:start] == before[:start]
    assert stored(FACTS).text.endswith(before[end:])
    assert SCRIPT not in text(writer.get(ALL))
    assert SCRIPT not in text(writer.get(KIND))


def test_an_answer_is_added_moved_and_taken_away(writer: Client) -> None:
    sent = fields(writer, KIND)
    spare = int(sent["opt_number"]) - 2
    added = {"code": "fair", "nl": "beurs", "en": "fair", "place": "1"}
    sent |= {f"opt_{name}_{spare}": one for name, one in added.items()}
    assert writer.post(KIND, {"act": "save", **sent}).status_code == 302
    codes = [one.code for one in kader_now().facts["kind"].options]
    assert codes[:2] == ["fair", "incoming_delegation"]
    assert len(codes) == 8
    assert send(writer, KIND, "save", opt_place_0="8").status_code == 302
    assert [one.code for one in kader_now().facts["kind"].options][-1] == "fair"
    assert send(writer, KIND, "save", opt_drop_7="on").status_code == 302
    assert [one.code for one in kader_now().facts["kind"].options] == codes[1:]


def test_an_answer_that_rules_name_stays_and_they_are_named(writer: Client) -> None:
    said = text(send(writer, KIND, "save", opt_drop_2="on"), 422)
    assert "Dit antwoord wordt nog genoemd" in said
    assert "regel sanctioned" in said
    assert stored(FACTS).number == 1


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"label_nl": " "}, "Waar het over gaat, in het Nederlands"),
    ({"question_en": ""}, "Schrijf het ook in deze taal"),
    ({"opt_nl_0": "", "opt_en_0": ""}, "Schrijf wat dit antwoord zegt"),
    ({"opt_en_0": ""}, "Schrijf het ook in deze taal"),
    ({"opt_code_7": "event", "opt_nl_7": "x", "opt_en_7": "x"}, "Er is al een antwoord met deze code"),
    ({"opt_nl_7": "x", "opt_en_7": "x"}, "Geef het een code"),
    ({"opt_code_7": f"A {SCRIPT}", "opt_nl_7": "x", "opt_en_7": "x"}, "Schrijf de code in kleine letters"),
    ({"opt_code_7": "x", "opt_code_8": "x", "opt_nl_7": "a", "opt_en_7": "a", "opt_nl_8": "b", "opt_en_8": "b"},
     "Er is al een antwoord met deze code"),
    ({"opt_place_0": "0"}, "Plaats"),
    ({"opt_place_0": "x"}, "Plaats"),
    ({"type": "number"}, "Deze vraag wordt nog gelezen"),
    ({"type": "made_up"}, "Wat voor antwoord"),
    ({"worsens": "some"}, "Noem ten minste één antwoord"),
    ({"worsens": "some", "worsens_codes": "event, nothing"}, "nothing"),
    ({"options_from": ["nowhere"]}, "Antwoorden van lijsten"),
    ({"answered_by": "nobody"}, "Wie wordt gevraagd"),
    ({"yes_nl": "ja hoor"}, "Schrijf het ook in deze taal"),
]  # fmt: skip


def test_what_is_not_right_is_told_at_its_field(writer: Client) -> None:
    typed = fields(writer, KIND)
    for changes, told in WRONG:
        said = text(writer.post(KIND, {"act": "save", **typed, **changes}), 422)
        assert told in said, changes
        assert "Er is niets opgeslagen" in said, changes
    assert stored(FACTS).number == 1


def test_a_sort_of_answer_that_needs_more_is_told_in_the_words_of_the_loader(writer: Client) -> None:
    sent = fields(writer, NEW) | {"name": "new_one", "label_nl": "nieuw", "label_en": "new", "type": "truth"}
    assert "new_one" in text(writer.post(NEW, {"act": "add", **sent}), 422)
    assert "new_one" in text(writer.post(NEW, {"act": "add", **sent, "type": "choice"}), 422)
    assert stored(FACTS).number == 1


def test_a_new_question_is_added_and_can_become_of_another_sort_while_nothing_reads_it(
    writer: Client,
) -> None:
    before = stored(FACTS).text
    sent = fields(writer, NEW) | {
        "name": "jobs", "label_nl": "de banen", "label_en": "the jobs", "type": "number", "answered_by": "adviser",
        "question_nl": "Hoeveel banen?", "question_en": "How many jobs?",
    }  # fmt: skip
    assert writer.post(NEW, {"act": "add", **sent}).status_code == 302
    assert stored(FACTS).text.startswith(before.rstrip("\n"))
    assert writer.post(NEW, {"act": "add", **sent}).status_code == 302  # a second click
    assert stored(FACTS).number == 2
    taken = {**sent, "name": "kind"}
    assert "Deze naam" in text(writer.post(NEW, {"act": "add", **taken}), 422)
    assert "niets leest deze vraag" in text(writer.get(ALL))
    assert send(writer, f"{ALL}jobs/", "save", type="date").status_code == 302
    assert kader_now().facts["jobs"].type is FactType.DATE
    assert press(writer, f"{ALL}jobs/", "remove").status_code == 302
    assert stored(FACTS).text == before


def test_the_sort_of_answer_that_cases_were_answered_in_stays_also_where_nothing_reads_it(
    writer: Client,
) -> None:
    rewrite(writer, "when: {counter_listed: true}", "when: {office_holder: true}", "action_lines.yaml")
    rewrite(writer, ", counter_listed: true", "", "scenarios.yaml")
    said = text(send(writer, f"{ALL}counter_listed/", "save", type="number", yes_nl="", yes_en=""), 422)
    assert "begon is dit ‘ja of nee’" in said
    assert stored(FACTS).number == 1


def test_a_question_that_is_read_stays_and_the_refusal_names_where(writer: Client) -> None:
    for path, told in ((LINE, "randvoorwaarde RV3"), (ADVICE, "regel advised_against")):
        said = text(press(writer, path, "remove"), 409)
        assert told in said
    assert stored(FACTS).number == 1


def test_a_look_says_in_words_what_changes_and_saves_nothing(writer: Client) -> None:
    said = text(send(writer, KIND, "preview", question_nl="Waarvoor komt men?"))
    told = said[
        said.index("Er is nog niets bewaard") : said.index("<form", said.index("Er is nog niets bewaard"))
    ]
    assert told.count("Waarvoor komt men?") == 2  # as it would stand, and as what becomes another
    assert "Wat voor verzoek is het?" in told
    assert stored(FACTS).number == 1
    assert "het zegt wat het al zei" in text(send(writer, KIND, "preview"))


def test_a_question_changes_places_with_the_next(writer: Client) -> None:
    before = stored(FACTS).text
    assert press(writer, KIND, "down").status_code == 302
    assert list(kader_now().facts)[:2] == ["country", "kind"]
    assert "Zet omhoog" not in text(writer.get(f"{ALL}country/"))
    assert press(writer, KIND, "up").status_code == 302
    assert stored(FACTS).text == before
    assert writer.post(KIND, {"act": "up", "seen": "0" * 64}).status_code == 409


def test_two_browsers_at_one_question_lose_nothing(writer: Client) -> None:
    sent = fields(writer, KIND) | {"question_nl": "Van mij?", "opt_nl_1": "uitgaand"}
    other = colleague("ev", "evaluator")
    assert send(other, KIND, "save", opt_nl_0="van ev").status_code == 302
    page = writer.post(KIND, {"act": "save", **sent})
    said = text(page, 409)
    assert "ev veranderde dit intussen" in said
    assert "van ev" in said
    again = fields_in(page.content.decode())
    assert again["question_nl"] == "Van mij?"
    assert writer.post(KIND, {"act": "save", **again}).status_code == 302
    options = kader_now().facts["kind"].options
    assert (options[0].text.nl, options[1].text.nl) == ("inkomende delegatie", "uitgaand")


def test_an_answer_that_a_colleague_took_away_comes_again_and_is_not_taken_for_another(
    writer: Client,
) -> None:
    rewrite(
        writer,
        "      - {code: exchange,",
        "      - {code: fair, nl: beurs, en: fair}\n      - {code: exchange,",
    )
    sent = fields(writer, KIND)
    assert sent["opt_was_6"] == "fair"
    other = colleague("ev", "evaluator")
    assert send(other, KIND, "save", opt_drop_6="on").status_code == 302
    again = fields_in(text_of(writer.post(KIND, {"act": "save", **sent, "opt_nl_7": "ruil"}), 409))
    assert writer.post(KIND, {"act": "save", **again}).status_code == 302
    found = {one.code: one.text.nl for one in kader_now().facts["kind"].options}
    assert found["fair"] == "beurs"
    assert found["exchange"] == "ruil"


def test_a_question_that_is_gone_meanwhile_stays_in_the_form_with_its_answers(writer: Client) -> None:
    sent = fields(writer, NEW) | {
        "name": "fair", "label_nl": "de beurs", "label_en": "the fair", "type": "choice",
        "opt_code_0": "big", "opt_nl_0": "groot", "opt_en_0": "big",
    }  # fmt: skip
    assert writer.post(NEW, {"act": "add", **sent}).status_code == 302
    path = f"{ALL}fair/"
    mine = fields(writer, path) | {"label_nl": "mijn beurs", "opt_nl_0": "heel groot"}
    assert press(colleague("ev", "evaluator"), path, "remove").status_code == 302
    page = writer.post(path, {"act": "save", **mine})
    assert "Dit is er niet meer" in text(page, 409)
    again = fields_in(page.content.decode())
    assert writer.post(NEW, {"act": "add", **again}).status_code == 302
    fact = kader_now().facts["fair"]
    assert (fact.label.nl, fact.options[0].code, fact.options[0].text.nl) == (
        "mijn beurs",
        "big",
        "heel groot",
    )


def test_of_very_many_answers_a_form_has_some_and_the_others_stay(writer: Client) -> None:
    many = "".join(f"      - {{code: c{number}, nl: n{number}, en: e{number}}}\n" for number in range(1000))
    rewrite(writer, "      - {code: exchange,", f"{many}      - {{code: exchange,")
    first, last = fields(writer, KIND), fields(writer, f"{KIND}?vanaf=1000")
    assert len([name for name in first if name.startswith("opt_nl")]) == 52
    assert last["opt_was_6"] == "exchange"
    assert "Antwoorden 1 tot en met 50 van 1007" in text(writer.get(KIND))
    assert writer.post(KIND, {"act": "save", **last, "opt_nl_6": "ruil"}).status_code == 302
    options = kader_now().facts["kind"].options
    assert (len(options), options[-1].text.nl) == (1007, "ruil")
    for strange in ("99999999", "-1", "x", "5000"):
        assert fields(writer, f"{KIND}?vanaf={strange}")["opt_was_0"] == "incoming_delegation"


def test_answers_that_no_form_can_show_stay_as_they_are(writer: Client) -> None:
    rewrite(writer, "{code: exchange, nl", "{code: event, nl")
    before = stored(FACTS).text
    assert "stay" not in text(writer.get(KIND))
    assert send(writer, KIND, "save", question_nl="Anders?").status_code == 302
    assert stored(FACTS).text == before.replace("Wat voor verzoek is het?", "Anders?", 1)


def test_what_cannot_be_is_written_in_a_form_too(writer: Client) -> None:
    path = f"{DRAFT}uitsluitingen/nieuw/"
    sent = fields(writer, path) | {"new_fact_never": "kind"}
    sent = fields_in(text_of(writer.post(path, {"act": "more_never", **sent}), 200))
    sent |= {"name": "talk", "text_nl": "Een gesprek heeft niemand", "text_en": "A talk has nobody",
             "how_never0": "is", "pick_never0": ["embassy_talk"]}  # fmt: skip
    assert writer.post(path, {"act": "add", **sent}).status_code == 302
    assert [one.id for one in kader_now().constraints] == ["talk"]
    assert "Een gesprek heeft niemand" in text(writer.get(f"{DRAFT}uitsluitingen/"))


def test_whose_task_it_is_not_reads_and_hears_why(writer: Client) -> None:
    decider = colleague("de", "decider")
    assert "Aan een concept van het kader werkt een adviseur of een evaluator." in text(decider.get(KIND))
    for path, act in ((KIND, "save"), (NEW, "add"), (KIND, "up"), (KIND, "remove")):
        assert decider.post(path, {"act": act}).status_code == 403
    assert Client().get(KIND).status_code == 302
    for path in (f"{ALL}nothing/", "/kader/studio/KC-9/vragen/"):
        assert writer.get(path).status_code == 404
