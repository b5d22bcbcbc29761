"""The evaluation as one page: complete in itself, in order, and safe whatever was typed."""

import re
from html.parser import HTMLParser

import pytest

from openkader.evaluation.document import Chapter, Quote
from openkader.publication.yearly.html import html_of
from openkader.publication.yearly.style import Edition, HouseStyle
from tests.unit.yearly_documents import EDITION, PICTURE, SIX, a_document, told


@pytest.fixture(scope="module")
def page() -> str:
    return html_of(a_document(), EDITION)


class Tags(HTMLParser):
    """Every tag with what it says of itself."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, *names: str) -> list[dict[str, str | None]]:
        return [about for tag, about in self.found if tag in names]


def test_it_needs_no_other_file_and_no_server(page: str) -> None:
    tags = Tags(page)
    assert tags.of("script", "link", "img", "iframe") == []
    assert "url(" not in page
    assert tags.of("html") == [{"lang": "nl"}]


def test_headings_are_in_order(page: str) -> None:
    levels = [int(tag[1]) for tag, _about in Tags(page).found if re.fullmatch(r"h[1-6]", tag)]
    assert levels == [1, 2, 2, 2, 3, 3]


def test_the_contents_lead_to_every_chapter(page: str) -> None:
    tags = Tags(page)
    places = {about.get("id") for about in tags.of("section")}
    leads = {str(about["href"])[1:] for about in tags.of("a") if str(about["href"]).startswith("#")}
    assert leads == places == {"intro", "effort", "effort.E1"}


def test_no_identifier_is_there_twice() -> None:
    effort = a_document().chapters[1]
    page = html_of(a_document(chapters=(effort, *(a_document(chapters=()).chapters))), EDITION)
    twice = effort.blocks + effort.blocks
    double = html_of(a_document(chapters=(type(effort)(id="x", title="X", blocks=twice),)), EDITION)
    for one in (page, double):
        found = [about["id"] for _tag, about in Tags(one).found if "id" in about]
        assert len(found) == len(set(found))


def test_every_number_is_a_link(page: str) -> None:
    leads = [about["href"] for about in Tags(page).of("a") if about.get("class") == "number"]
    assert f"https://kader.example.org{SIX.path}" in leads
    assert len(leads) == 3


def test_a_table_has_a_caption_and_heads_with_a_scope(page: str) -> None:
    tags = Tags(page)
    assert len(tags.of("caption")) == len(tags.of("table")) == 2
    assert {about.get("scope") for about in tags.of("th")} == {"col", "row"}


def test_a_chart_has_its_title_its_description_and_its_table(page: str) -> None:
    assert f'<desc id="flow-1-desc">{PICTURE.description}</desc>' in page
    assert "De getallen van deze grafiek" in page


def test_notes_stand_below_their_passage(page: str) -> None:
    assert '<p class="aside">18 tot 37: Namen ontbreken.</p>' in page
    assert "<mark>[[cijfer:weg]]</mark>" in page


def test_on_our_own_site_links_need_no_address() -> None:
    page = html_of(a_document(), Edition(made_on=EDITION.made_on))
    assert f'href="{SIX.path}"' in page


def test_the_colour_is_that_of_the_house() -> None:
    style = HouseStyle(accent="#7a1f5c")
    page = html_of(a_document(), Edition(made_on=EDITION.made_on, style=style))
    assert "--accent: #7a1f5c" in page
    assert "#0b5a61" not in page


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '" onload="x', "{{ document }}", "{% x %}"])
def test_what_people_typed_is_text_and_nothing_else(text: str) -> None:
    page = html_of(told(text, organisation=text, notices=(text,)), EDITION)
    assert Tags(page).of("script") == []
    assert all("onload" not in about for _tag, about in Tags(page).found)


def test_a_quote_in_another_language_says_so() -> None:
    quote = Quote(text="De relatie past.", said_by="Evaluation (in Dutch)", language="nl")
    document = a_document(language="en", chapters=(Chapter(id="one", title="One", blocks=(quote,)),))
    assert '<p lang="nl">“De relatie past.”</p>' in html_of(document, EDITION)
