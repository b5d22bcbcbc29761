"""The sentences of the front door: its file, its form, its status page and its mail."""

from openkader.base.text import Text

FRONT_DOOR: dict[str, Text] = {
    "front-door.closed": Text(
        nl="Hier kunt u nu geen verzoek indienen. Neem contact op met de organisatie.",
        en="You cannot send a request here now. Please contact the organisation.",
    ),
    "request.too-many": Text(
        nl=(
            "Van uw adres kwamen te veel verzoeken in korte tijd. Wat u invulde, is bewaard. Probeer het over een uur "
            "opnieuw, op dezelfde pagina."
        ),
        en=(
            "Too many requests came from your address in a short time. What you filled in is kept. Try again in an "
            "hour, on the same page."
        ),
    ),
    "request.trap": Text(
        nl="Laat dit veld leeg. Uw browser heeft het misschien zelf ingevuld; maak het leeg en verstuur opnieuw.",
        en="Leave this field empty. Your browser may have filled it in by itself; clear it and send again.",
    ),
    "front-door.prefix": Text(
        nl="‘{value}’ kan geen begin van een kenmerk zijn. Gebruik hooguit 8 hoofdletters en cijfers, zoals ZH.",
        en="‘{value}’ cannot be the beginning of a reference. Use at most 8 capitals and digits, such as ZH.",
    ),
    "front-door.always": Text(
        nl="De vraag ‘{id}’ moet er zijn, verplicht en bij elk soort verzoek.",
        en="The question ‘{id}’ must be there, required and for every kind of request.",
    ),
    "request.other-content": Text(
        nl="Onder deze sleutel is al iets anders gestuurd. Neem voor alles wat nieuw is een nieuwe Idempotency-Key.",
        en="Something else was sent under this key already. Take a new Idempotency-Key for everything that is new.",
    ),
    "request.no-initiative": Text(
        nl="Kies wie het initiatief nam. Weet u het niet, kies dan ‘onbekend’.",
        en="Choose who took the initiative. If you do not know, choose ‘unknown’.",
    ),
    "request.not-yet": Text(
        nl="De dag van ontvangst ({day}) is nog niet geweest. Kies vandaag of een eerdere dag.",
        en="The day of receipt ({day}) has not been yet. Choose today or an earlier day.",
    ),
    "mail.not-sent": Text(
        nl="De e-mail is niet verstuurd: de mailserver nam haar niet aan.",
        en="The e-mail was not sent: the mail server did not take it.",
    ),
    "mail.overtaken": Text(
        nl="Een ander verstuurt deze e-mail al.", en="Somebody else is sending this mail already."
    ),
    "settings.mail": Text(
        nl="Schrijf OPENKADER_MAIL_URL als smtp://, smtp+starttls:// of smtps://gebruiker:wachtwoord@computer:poort.",
        en="Write OPENKADER_MAIL_URL as smtp://, smtp+starttls:// or smtps://user:password@host:port.",
    ),
    "settings.address": Text(
        nl="‘{value}’ is geen adres van een site. Schrijf het als https://kader.example.org.",
        en="‘{value}’ is no address of a site. Write it as https://kader.example.org.",
    ),
    "settings.mail-from": Text(
        nl="Bij OPENKADER_MAIL_URL hoort OPENKADER_MAIL_FROM: het adres waarvan de e-mail komt.",
        en="OPENKADER_MAIL_URL needs OPENKADER_MAIL_FROM: the address that mail comes from.",
    ),
    "settings.number": Text(
        nl="‘{value}’ is hier geen geldig getal. Kies een heel getal van {low} tot en met {high}.",
        en="‘{value}’ is no valid number here. Choose a whole number from {low} to {high}.",
    ),
}
