"""The words for every band, reason, sort of evidence and particular that a screening knows."""

from collections.abc import Mapping
from dataclasses import dataclass

from openkader.base.text import Text
from openkader.screening.evidence import Band, Compared, Feature
from openkader.screening.names import Reason


@dataclass(frozen=True, slots=True)
class BandWords:
    """The title of a band, and in one sentence what it asks of whoever reads it."""

    title: Text
    meaning: Text


BANDS: Mapping[Band, BandWords] = {
    Band.MATCH: BandWords(
        Text(nl="treffer", en="match"),
        Text(
            nl="Naam en gegevens wijzen sterk op deze vermelding op de lijst; kijk dit eerst na, want een oordeel "
            "is het niet.",
            en="Name and particulars point strongly at this entry of the list; look at it first, for it is no "
            "verdict.",
        ),
    ),
    Band.CHECK: BandWords(
        Text(nl="nakijken", en="check"),
        Text(
            nl="Er is een gelijkenis die te weinig zegt; een mens moet nagaan of het om dezelfde gaat.",
            en="There is a likeness that says too little; a person must find out whether it is the same one.",
        ),
    ),
    Band.CLEAR: BandWords(
        Text(nl="niets gevonden", en="clear"),
        Text(
            nl="Niets kwam in de buurt; dat geldt alleen voor de genoemde lijsten op hun datum, en voor wat is "
            "vergeleken.",
            en="Nothing came near; that holds only for the lists named here on their dates, and for what was "
            "compared.",
        ),
    ),
}
NOT_SCREENED = BandWords(
    Text(nl="niet gescreend", en="not screened"),
    Text(
        nl="Er is niet vergeleken; dat is iets anders dan ‘niets gevonden’, en er mag niet op worden besloten.",
        en="Nothing was compared; that is not the same as ‘clear’, and no decision may rest on it.",
    ),
)

REASONS: Mapping[Reason, Text] = {
    Reason.AS_WRITTEN: Text(nl="zoals het geschreven staat", en="as it is written"),
    Reason.SIMPLIFIED: Text(nl="vereenvoudigde karakters", en="simplified characters"),
    Reason.PINYIN: Text(nl="Chinees in pinyin", en="Chinese in pinyin"),
    Reason.SURNAME_READING: Text(
        nl="zo klinkt dit karakter als achternaam", en="how this character sounds as a surname"
    ),
    Reason.JOINED: Text(nl="aaneengeschreven", en="written as one word"),
    Reason.SPLIT: Text(nl="elke lettergreep los geschreven", en="every syllable written apart"),
    Reason.HYPHEN: Text(nl="zonder koppelteken", en="without the hyphen"),
    Reason.ORDER: Text(nl="achternaam en voornaam verwisseld", en="surname and given name changed places"),
    Reason.INITIALS: Text(nl="alleen voorletters", en="initials only"),
    Reason.DROPPED_SYLLABLE: Text(nl="één lettergreep weggelaten", en="one syllable left out"),
    Reason.TONE_MARKS: Text(nl="zonder toontekens", en="without tone marks"),
    Reason.TONE_DIGITS: Text(nl="zonder tooncijfers", en="without tone digits"),
    Reason.U_UMLAUT: Text(nl="ü geschreven als v, yu of u", en="ü written as v, yu or u"),
    Reason.WADE_GILES: Text(nl="spelling volgens Wade-Giles", en="Wade-Giles spelling"),
    Reason.HONG_KONG: Text(nl="spelling van Hongkong", en="Hong Kong spelling"),
    Reason.DIALECT: Text(nl="spelling naar een Chinees dialect", en="spelling after a Chinese dialect"),
    Reason.PALLADIUS: Text(
        nl="Russische spelling van Chinees (Palladius)", en="Russian spelling of Chinese (Palladius)"
    ),
    Reason.VIETNAMESE: Text(
        nl="Vietnamese lezing van de karakters", en="Vietnamese reading of the characters"
    ),
    Reason.KOREAN: Text(nl="Koreaanse lezing van de karakters", en="Korean reading of the characters"),
    Reason.KOREAN_SPELLING: Text(nl="één spelling voor Koreaanse namen", en="one spelling for Korean names"),
    Reason.HANGUL: Text(nl="Koreaans schrift in Latijnse letters", en="Korean script in Latin letters"),
    Reason.KANA: Text(nl="Japans schrift in Latijnse letters", en="Japanese script in Latin letters"),
    Reason.ARABIC: Text(nl="Arabisch schrift in Latijnse letters", en="Arabic script in Latin letters"),
    Reason.ARABIC_SKELETON: Text(nl="alleen de medeklinkers", en="only the consonants"),
    Reason.ARABIC_COMPOUND: Text(
        nl="samengestelde Arabische naam als één woord", en="compound Arabic name as one word"
    ),
    Reason.CYRILLIC: Text(nl="Cyrillisch schrift in Latijnse letters", en="Cyrillic script in Latin letters"),
    Reason.GREEK: Text(nl="Grieks schrift in Latijnse letters", en="Greek script in Latin letters"),
    Reason.HEBREW: Text(nl="Hebreeuws schrift in Latijnse letters", en="Hebrew script in Latin letters"),
    Reason.TRANSLITERATED: Text(nl="overgezet in Latijnse letters", en="put into Latin letters"),
    Reason.DIACRITICS: Text(nl="zonder accenten", en="without accents"),
    Reason.ORGANISATION_WORDS: Text(
        nl="de soort organisatie in het Engels", en="the kind of organisation in English"
    ),
    Reason.LEGAL_FORM: Text(nl="zonder rechtsvorm", en="without the legal form"),
    Reason.ACRONYM: Text(nl="afkorting", en="acronym"),
    Reason.ARABIC_COMPOUND: Text(nl="samengestelde naam als één woord", en="a compound name as one word"),
    Reason.OTHER_WORDS: Text(nl="andere gebruikelijke vertaling", en="another usual translation"),
    Reason.ALSO_WRITTEN: Text(nl="tweede naam in dezelfde regel", en="a second name in the same line"),
    Reason.NAME_FORM: Text(nl="andere vorm van dezelfde naam", en="another form of the same name"),
    Reason.SHORTENED: Text(nl="alleen de eigen naam", en="only the proper name"),
    Reason.OTHER_WORDS: Text(nl="in andere gebruikelijke woorden", en="in other usual words"),
    Reason.ALSO_WRITTEN: Text(
        nl="een van de namen die er samen staan", en="one of the names that are written together"
    ),
}

FEATURES: Mapping[Feature, Text] = {
    Feature.SAME_WORDS: Text(nl="De namen hebben dezelfde woorden", en="The names have the same words"),
    Feature.SAME_CHARACTERS: Text(
        nl="De namen hebben dezelfde karakters", en="The names have the same characters"
    ),
    Feature.SAME_READING: Text(
        nl="De namen klinken gelijk, maar zijn anders geschreven",
        en="The names sound the same, but are written differently",
    ),
    Feature.INITIALS: Text(
        nl="De voorletters passen bij de voornamen", en="The initials fit the given names"
    ),
    Feature.MISSING_SYLLABLE: Text(
        nl="Een van de namen mist een lettergreep", en="One of the names lacks a syllable"
    ),
    Feature.OTHER_CHARACTERS: Text(
        nl="De namen klinken gelijk, maar hebben andere karakters",
        en="The names sound the same, but have other characters",
    ),
    Feature.SIMILAR_WORDS: Text(
        nl="De woorden van de namen lijken op elkaar", en="The words of the names are alike"
    ),
    Feature.ACRONYM: Text(
        nl="De ene naam is de afkorting van de andere", en="One name is the acronym of the other"
    ),
    Feature.COMMON_NAME: Text(
        nl="Veel mensen of organisaties heten zo", en="Many people or organisations are called so"
    ),
    Feature.RARE_NAME: Text(nl="Hoogstens een enkeling heet zo", en="Hardly anybody is called so"),
    Feature.WEAK_ALIAS: Text(
        nl="De lijst noemt deze naam zelf een zwakke alias", en="The list itself calls this name a weak alias"
    ),
    Feature.FORMER_NAME: Text(nl="Het is een vroegere naam", en="It is a former name"),
    Feature.SAME_IDENTIFIER: Text(nl="Hetzelfde nummer", en="The same number"),
    Feature.OTHER_IDENTIFIER: Text(nl="Een ander nummer", en="Another number"),
    Feature.SAME_BIRTH_DATE: Text(nl="Dezelfde geboortedatum", en="The same birth date"),
    Feature.SAME_BIRTH_YEAR: Text(nl="Hetzelfde geboortejaar", en="The same year of birth"),
    Feature.OTHER_BIRTH_DATE: Text(nl="Een andere geboortedatum", en="Another birth date"),
    Feature.SAME_COUNTRY: Text(nl="Hetzelfde land", en="The same country"),
    Feature.OTHER_COUNTRY: Text(nl="Een ander land", en="Another country"),
    Feature.OTHER_GENDER: Text(nl="Een ander geslacht", en="Another gender"),
    Feature.OTHER_SORT: Text(
        nl="De een is een persoon, de ander een organisatie", en="One is a person, the other an organisation"
    ),
}

COMPARED: Mapping[Compared, Text] = {
    Compared.NAME: Text(nl="naam", en="name"),
    Compared.CHARACTERS: Text(nl="naam in Chinese karakters", en="name in Chinese characters"),
    Compared.BIRTH_DATE: Text(nl="geboortedatum", en="birth date"),
    Compared.COUNTRY: Text(nl="land", en="country"),
    Compared.IDENTIFIER: Text(nl="nummer van paspoort of registratie", en="passport or registration number"),
    Compared.GENDER: Text(nl="geslacht", en="gender"),
}

# What to ask for, and what the list says, so that the answer can settle it.
QUESTIONS: Mapping[Compared, Text] = {
    Compared.NAME: Text(
        nl="Vraag de volledige naam: de lijst noemt {values}.",
        en="Ask for the full name: the list gives {values}.",
    ),
    Compared.CHARACTERS: Text(
        nl="Vraag de naam in Chinese karakters: de lijst noemt {values}.",
        en="Ask for the name in Chinese characters: the list gives {values}.",
    ),
    Compared.BIRTH_DATE: Text(
        nl="Vraag de geboortedatum: de lijst noemt {values}.",
        en="Ask for the birth date: the list gives {values}.",
    ),
    Compared.COUNTRY: Text(
        nl="Vraag de nationaliteit of het land van vestiging: de lijst noemt {values}.",
        en="Ask for the nationality or the country of registration: the list gives {values}.",
    ),
    Compared.IDENTIFIER: Text(
        nl="Vraag een nummer van paspoort of registratie: de lijst noemt {values}.",
        en="Ask for a passport or registration number: the list gives {values}.",
    ),
    Compared.GENDER: Text(
        nl="Ga het geslacht na: de lijst noemt {values}.", en="Find out the gender: the list gives {values}."
    ),
}
