"""The sentences about screening through a server; whatever goes wrong there, nobody was screened."""

from openkader.base.text import Text

SERVER: dict[str, Text] = {
    "screening.server-unreachable": Text(
        nl="Screeningserver {server} is niet te bereiken ({reason}). Er is niet gescreend; probeer het later.",
        en="Screening server {server} cannot be reached ({reason}). Nobody was screened; try again later.",
    ),
    "screening.server-slow": Text(
        nl="Screeningserver {server} antwoordt niet binnen {seconds} seconden. Er is niet gescreend.",
        en="Screening server {server} does not answer within {seconds} seconds. Nobody was screened.",
    ),
    "screening.server-refuses": Text(
        nl="Screeningserver {server} laat ons niet toe ({status}). Controleer SCREENING_API_KEY. Er is niet gescreend.",
        en="Screening server {server} does not let us in ({status}). Check SCREENING_API_KEY. Nobody was screened.",
    ),
    "screening.server-unknown": Text(
        nl=(
            "Screeningserver {server} kent ‘{place}’ niet. Controleer SCREENING_URL en SCREENING_DATASET. "
            "Er is niet gescreend."
        ),
        en=(
            "Screening server {server} does not know ‘{place}’. Check SCREENING_URL and SCREENING_DATASET. "
            "Nobody was screened."
        ),
    ),
    "screening.server-busy": Text(
        nl="Screeningserver {server} heeft het te druk, of het tegoed is op. Er is niet gescreend.",
        en="Screening server {server} is too busy, or the quota is used up. Nobody was screened.",
    ),
    "screening.server-failed": Text(
        nl="Screeningserver {server} heeft een storing ({status}). Er is niet gescreend; probeer het later opnieuw.",
        en="Screening server {server} has failed ({status}). Nobody was screened; try again later.",
    ),
    "screening.server-answered": Text(
        nl="Screeningserver {server} weigert de vraag ({status}). Controleer SCREENING_URL. Er is niet gescreend.",
        en="Screening server {server} does not take the question ({status}). Check SCREENING_URL. Nobody was screened.",
    ),
    "screening.list-not-indexed": Text(
        nl="Screeningserver {server} doorzoekt deze lijsten nog niet: {lists}. Er is niet gescreend.",
        en="Screening server {server} does not search these lists yet: {lists}. Nobody was screened.",
    ),
}

ANSWERS: dict[str, Text] = {
    "screening.answer-too-large": Text(
        nl="Het antwoord van screeningserver {server} is groter dan {limit}. Er is niet gescreend.",
        en="The answer of screening server {server} is larger than {limit}. Nobody was screened.",
    ),
    "screening.answer-cut": Text(
        nl="Het antwoord van screeningserver {server} houdt halverwege op. Er is niet gescreend.",
        en="The answer of screening server {server} ends halfway. Nobody was screened.",
    ),
    "screening.answer-unreadable": Text(
        nl="Het antwoord van screeningserver {server} is niet van yente (bij {place}). Er is niet gescreend.",
        en="The answer of screening server {server} is not that of yente (at {place}). Nobody was screened.",
    ),
    "screening.answer-incomplete": Text(
        nl="Het antwoord van screeningserver {server} is niet compleet (bij {place}). Er is niet gescreend.",
        en="The answer of screening server {server} is not complete (at {place}). Nobody was screened.",
    ),
    "screening.name-not-taken": Text(
        nl="Screeningserver {server} heeft een naam niet vergeleken. Er is niet gescreend; bekijk de spelling.",
        en="Screening server {server} did not compare one of the names. Nobody was screened; look at its spelling.",
    ),
    "screening.no-name": Text(
        nl="Partij {party} heeft geen naam om te vergelijken. Er is niet gescreend; vul de naam aan.",
        en="Party {party} has no name to compare. It was not screened; complete the name.",
    ),
}

SETTINGS: dict[str, Text] = {
    "settings.screening-url": Text(
        nl=(
            "Dit is geen adres van een screeningserver. Schrijf https://computer:poort/pad, zonder wachtwoord; "
            "dat hoort in SCREENING_API_KEY."
        ),
        en=(
            "This is no address of a screening server. Write https://host:port/path, without a password; "
            "that belongs in SCREENING_API_KEY."
        ),
    ),
    "settings.screening-dataset": Text(
        nl="‘{value}’ kan geen dataset van yente heten. Gebruik kleine letters, cijfers en lage streepjes.",
        en="‘{value}’ cannot be the name of a dataset of yente. Use small letters, digits and underscores.",
    ),
    "settings.screening-key": Text(
        nl="De sleutel heeft tekens die niet over de lijn kunnen. Neem haar opnieuw over, zonder regeleinden.",
        en="The key has characters that cannot be sent. Copy it again, without line ends.",
    ),
    "settings.screening-scores": Text(
        nl="De scores {check} en {match} kunnen niet: SCREENING_CHECK_FROM ≤ SCREENING_MATCH_FROM, tussen 0 en 1.",
        en="The scores {check} and {match} cannot be: SCREENING_CHECK_FROM ≤ SCREENING_MATCH_FROM, between 0 and 1.",
    ),
}

SERVERS: dict[str, Text] = {**SERVER, **ANSWERS, **SETTINGS}
