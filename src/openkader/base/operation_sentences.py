"""The sentences about serving the house and watching it."""

from openkader.base.text import Text

OPERATION: dict[str, Text] = {
    "settings.replica-without-primary": Text(
        nl="Van de ingebouwde database bestaat geen replica. Noem met DATABASE_URL de PostgreSQL waar deze van is.",
        en="The embedded database has no replica. Name with DATABASE_URL the PostgreSQL that this one follows.",
    ),
    "settings.log": Text(
        nl="‘{value}’ is geen vorm van het logboek. Kies text of json, of laat OPENKADER_LOG weg.",
        en="‘{value}’ is no form of the log. Choose text or json, or leave OPENKADER_LOG out.",
    ),
    "settings.metrics": Text(
        nl="‘{value}’ zegt niet wie de cijfers voor Prometheus mag lezen. Kies off of local, "
        "of geef een OPENKADER_METRICS_TOKEN.",
        en="‘{value}’ does not say who may read the figures for Prometheus. Choose off or local, "
        "or give an OPENKADER_METRICS_TOKEN.",
    ),
    "settings.metrics-token": Text(
        nl="Dit token is te raden. Geef er een van ten minste 32 tekens, zoals van ‘openssl rand -hex 32’.",
        en="This token can be guessed. Give one of at least 32 characters, such as from ‘openssl rand -hex 32’.",
    ),
    "settings.security-contact": Text(
        nl="‘{value}’ is geen plaats om een zwakke plek te melden. Geef een mailadres, een adres dat met https:// "
        "begint, of tel: met een nummer.",
        en="‘{value}’ is no place to report a weakness. Give a mail address, an address that begins with https://, "
        "or tel: with a number.",
    ),
    "settings.security-policy": Text(
        nl="‘{value}’ is geen adres van een pagina. Geef er een die met https:// begint.",
        en="‘{value}’ is no address of a page. Give one that begins with https://.",
    ),
    "settings.clamd": Text(
        nl="‘{value}’ is geen plaats van een virusscanner. Schrijf unix:/run/clamav/clamd.ctl of tcp:127.0.0.1:3310.",
        en="‘{value}’ is no place of a virus scanner. Write unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310.",
    ),
    "settings.s3-word": Text(
        nl="‘{value}’ kan hier niet staan; zie de tabel in docs/reference/settings.md.",
        en="‘{value}’ cannot stand here; see the table in docs/reference/settings.md.",
    ),
    "settings.s3-url": Text(
        nl="Dit is geen adres van een S3-server. Schrijf https://s3.example.org, zonder pad, naam of wachtwoord.",
        en="This is no address of an S3 server. Write https://s3.example.org, without a path, name or password.",
    ),
    "settings.s3-key": Text(
        nl="Dit ontbreekt, of er staan tekens in die er niet in kunnen. Een bucket heeft een sleutel en een geheim.",
        en="This is missing, or holds characters that it cannot hold. A bucket has a key and a secret.",
    ),
    "upload.infected": Text(
        nl="In dit bestand zit een virus, zegt de virusscanner. Het is niet bewaard. Controleer de computer waar het "
        "vandaan komt, en stuur een schone versie.",
        en="The virus scanner says that this file is infected. It was not kept. Check the computer that it comes "
        "from, and send a clean version.",
    ),
    "upload.not-scanned": Text(
        nl="Dit bestand kon nu niet op virussen worden bekeken, en is daarom niet bewaard. De rest staat er nog; kies "
        "het bestand later opnieuw.",
        en="This file could not be looked at for viruses now, so it was not kept. The rest is still there; choose the "
        "file again later.",
    ),
    "settings.host": Text(
        nl="‘{value}’ is geen naam of adres van een server. Schrijf bijvoorbeeld lijsten.example.org of 10.0.0.5:8000.",
        en="‘{value}’ is no name or address of a server. Write for example lists.example.org or 10.0.0.5:8000.",
    ),
    "outgoing.no-web": Text(
        nl="‘{host}’ is niet over het web te bereiken: alleen https mag.",
        en="‘{host}’ is not reached over the web: only https may be used.",
    ),
    "outgoing.not-listed": Text(
        nl="{host} staat niet in OPENKADER_OUTGOING, dus er is geen verbinding gemaakt. Zet de naam erbij als "
        "dat de bedoeling is.",
        en="{host} does not stand in OPENKADER_OUTGOING, so no connection was made. Add the name if that is meant.",
    ),
    "outgoing.inner": Text(
        nl="{host} leidt naar {address}, en dat is geen plaats op het internet. Er is geen verbinding gemaakt. "
        "Is het een server van uw eigen netwerk, zet die dan in OPENKADER_INNER.",
        en="{host} leads to {address}, which is no place on the internet. No connection was made. If it is a server "
        "of your own network, put it in OPENKADER_INNER.",
    ),
    "outgoing.open-line": Text(
        nl="Naar {host} kan iedereen onderweg meelezen en iets anders teruggeven. Gebruik een adres dat met https "
        "begint.",
        en="Everybody on the way to {host} can read along and answer something else. Use an address that begins "
        "with https.",
    ),
    "serve.bind": Text(
        nl="‘{value}’ is geen plaats om op te luisteren. Schrijf adres:poort, zoals 127.0.0.1:8000, of unix:/pad.",
        en="‘{value}’ is no place to listen on. Write address:port, such as 127.0.0.1:8000, or unix:/path.",
    ),
    "serve.number": Text(
        nl="Geef een heel getal van 1 tot en met {most}.", en="Give a whole number from 1 to {most}."
    ),
    "serve.debug": Text(
        nl="OPENKADER_DEBUG toont foutdetails aan iedereen. Zet het uit, of kijk met ‘openkader demo’.",
        en="OPENKADER_DEBUG shows the details of errors to everybody. Turn it off, or look with ‘openkader demo’.",
    ),
    "serve.no-https": Text(
        nl="Op {value} kan iedereen in het netwerk meelezen. Zet er een proxy met TLS voor en OPENKADER_HTTPS=on, "
        "of luister alleen op 127.0.0.1.",
        en="On {value} everybody in the network can read along. Put a proxy with TLS in front and set "
        "OPENKADER_HTTPS=on, or listen on 127.0.0.1 only.",
    ),
    "serve.no-name": Text(
        nl="OPENKADER_HOSTS noemt alleen deze computer, dus ieder ander wordt geweigerd. Zet er de naam "
        "van de site in.",
        en="OPENKADER_HOSTS names this computer only, so everybody else is refused. Put the name of the site in it.",
    ),
    "serve.no-shared-key": Text(
        nl="De database staat op een andere computer ({value}) en kan er meer dan een bedienen. Geef ze allemaal "
        "dezelfde OPENKADER_SECRET_KEY; die van deze computer staat in {file}.",
        en="The database is on another computer ({value}) and may serve more than one. Give all of them the same "
        "OPENKADER_SECRET_KEY; that of this computer is in {file}.",
    ),
    "serve.short-key": Text(
        nl="Deze sleutel is te raden. Geef er een van ten minste 50 tekens, zoals van ‘openssl rand -base64 48’.",
        en="This key can be guessed. Give one of at least 50 characters, such as from ‘openssl rand -base64 48’.",
    ),
}
