"""The sentences of the door through which tools made for yente ask who is on a list."""

from openkader.base.text import Text

MATCHING: dict[str, Text] = {
    "matching.no-queries": Text(
        nl="Er is niemand om te vergelijken. Zet ten minste één vraag in ‘queries’.",
        en="There is nobody to compare. Put at least one question in ‘queries’.",
    ),
    "matching.too-many": Text(
        nl="Dit zijn er meer dan {most} tegelijk. Splits ze in kleinere groepen.",
        en="These are more than {most} at once. Split them into smaller batches.",
    ),
    "matching.too-large": Text(
        nl="Dit is meer dan {most} bytes. Splits de vraag in kleinere groepen.",
        en="This is more than {most} bytes. Split the question into smaller batches.",
    ),
    "matching.no-json": Text(
        nl="Dit is geen JSON, of een naam staat er twee keer in.",
        en="This is no JSON, or a name is in it twice.",
    ),
    "matching.no-name": Text(
        nl="Hier staat geen naam die te lezen is, dus is er niet vergeleken. Geef een naam.",
        en="There is no name here that can be read, so nothing was compared. Give a name.",
    ),
    "matching.no-party": Text(
        nl="‘{schema}’ wordt niet vergeleken. Kies {known}.",
        en="‘{schema}’ is not compared. Choose {known}.",
    ),
    "matching.no-algorithm": Text(
        nl="‘{name}’ is geen algoritme van Open Kader. Laat het weg, of kies {known}.",
        en="‘{name}’ is no algorithm of Open Kader. Leave it out, or choose {known}.",
    ),
    "matching.not-offered": Text(
        nl="Dit kan Open Kader niet. Laat het weg; het overslaan zou een ander antwoord geven dan gevraagd.",
        en="Open Kader cannot do this. Leave it out; passing over it would give another answer than was asked.",
    ),
    "matching.nothing-left": Text(
        nl="Er blijft geen lijst over om mee te vergelijken. Sluit minder lijsten uit.",
        en="No list is left to compare with. Leave out fewer lists.",
    ),
    "matching.no-such-address": Text(
        nl="Op dit adres is niets. Wat er is, staat op /api/yente/openapi.json.",
        en="There is nothing at this address. What there is stands at /api/yente/openapi.json.",
    ),
    "matching.elsewhere": Text(
        nl="Deze organisatie screent via een eigen yente-server (SCREENING_URL). Stel de vraag daar.",
        en="This organisation screens through a yente server of its own (SCREENING_URL). Ask there.",
    ),
    "matching.not-ready": Text(
        nl="Er kan nu niet worden vergeleken: niet elke lijst is er, of niet elke is vers. /catalog zegt welke.",
        en="Nothing can be compared now: not every list is there, or not every one is fresh. /catalog says which.",
    ),
    "screening.list-overdue": Text(
        nl="De lijst ‘{list}’ is langer dan {days} dagen niet nagekeken. Vernieuw haar eerst: openkader lists update.",
        en="The list ‘{list}’ was not checked for more than {days} days. Renew it first: openkader lists update.",
    ),
}
