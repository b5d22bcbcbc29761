"""The grounds on which the Woo lets something stay closed: articles 5.1 and 5.2, read as they hold on 15 August 2026.

Articles 5.1, third and seventh paragraph, and 5.2, third and fourth paragraph, are no grounds of their own. The fourth
paragraph of 5.1 only puts publication off, so who wants that publishes later. The sixth is about information on the
environment alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from openkader.base.text import Text

_ACT = "https://wetten.overheid.nl/jci1.3:c:BWBR0045754&hoofdstuk=5"
_PARAGRAPHS = {
    "1": Text(nl="eerste lid", en="first paragraph"),
    "2": Text(nl="tweede lid", en="second paragraph"),
    "5": Text(nl="vijfde lid", en="fifth paragraph"),
    "6": Text(nl="zesde lid", en="sixth paragraph"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A ground by its place in the law, such as 5.1, second paragraph, under e, and what it protects."""

    article: str
    paragraph: str
    letter: str
    protects: Text

    @property
    def code(self) -> str:
        """Under which it is stored, such as ``5.1.2.e``."""
        return ".".join(part for part in (self.article, self.paragraph, self.letter) if part)

    @property
    def place(self) -> Text:
        """Where it stands in the law, in full."""
        paragraph = _PARAGRAPHS[self.paragraph]
        under = Text(nl=f", onder {self.letter}", en=f", under {self.letter}")
        end = under if self.letter else Text(nl="", en="")
        return Text(
            nl=f"Woo, artikel {self.article}, {paragraph.nl}{end.nl}",
            en=f"Woo, article {self.article}, {paragraph.en}{end.en}",
        )

    @property
    def url(self) -> str:
        """The text of the law."""
        under = f"&onderdeel={self.letter}" if self.letter else ""
        return f"{_ACT}&artikel={self.article}&lid={self.paragraph}{under}"


def _ground(place: str, nl: str, en: str) -> Ground:
    article, paragraph, letter = (*place.split(), "")[:3]
    return Ground(article=article, paragraph=paragraph, letter=letter, protects=Text(nl=nl, en=en))


_ALL = (
    _ground("5.1 1 a", "de eenheid van de Kroon", "the unity of the Crown"),
    _ground("5.1 1 b", "de veiligheid van de Staat", "the security of the State"),
    _ground(
        "5.1 1 c",
        "bedrijfs- en fabricagegegevens die vertrouwelijk aan de overheid zijn meegedeeld",
        "business and manufacturing data that were given to the government in confidence",
    ),
    _ground(
        "5.1 1 d",
        "bijzondere en strafrechtelijke persoonsgegevens",
        "special personal data and personal data on crime",
    ),
    _ground("5.1 1 e", "nummers die personen identificeren", "numbers that identify persons"),
    _ground(
        "5.1 2 a",
        "de betrekkingen van Nederland met andere landen en met internationale organisaties",
        "the relations of the Netherlands with other countries and with international organisations",
    ),
    _ground(
        "5.1 2 b",
        "de economische of financiële belangen van de overheid",
        "the economic or financial interests of the government",
    ),
    _ground(
        "5.1 2 c",
        "de opsporing en vervolging van strafbare feiten",
        "the detection and prosecution of crimes",
    ),
    _ground(
        "5.1 2 d",
        "de inspectie, de controle en het toezicht",
        "inspection, control and supervision",
    ),
    _ground("5.1 2 e", "de persoonlijke levenssfeer", "private life"),
    _ground(
        "5.1 2 f",
        "andere concurrentiegevoelige bedrijfs- en fabricagegegevens",
        "other business and manufacturing data that matter to competitors",
    ),
    _ground("5.1 2 g", "het milieu", "the environment"),
    _ground(
        "5.1 2 h",
        "de beveiliging van personen en bedrijven, en het voorkomen van sabotage",
        "the protection of persons and companies, and the prevention of sabotage",
    ),
    _ground("5.1 2 i", "het goed functioneren van de overheid", "the proper working of the government"),
    _ground(
        "5.1 5",
        "een ander belang, dat onevenredig benadeeld zou worden",
        "another interest, which would be harmed out of proportion",
    ),
    _ground(
        "5.1 6",
        "vertrouwelijke bedrijfsgegevens in milieu-informatie, die ernstig geschaad zouden worden",
        "business data given in confidence within information on the environment, which would be gravely harmed",
    ),
    _ground(
        "5.2 1",
        "persoonlijke beleidsopvattingen uit stukken voor intern beraad",
        "personal views on policy from papers for internal deliberation",
    ),
)
GROUNDS: Mapping[str, Ground] = {one.code: one for one in _ALL}
