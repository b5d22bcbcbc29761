"""The sentences about backups, about putting them back, and about which release may follow which."""

from openkader.base.text import Text

MAKING: dict[str, Text] = {
    "backup.exists": Text(
        nl="{file} bestaat al en blijft staan. Geef de reservekopie een andere naam, met de datum erin.",
        en="{file} is there already and stays. Give the backup another name, with the date in it.",
    ),
    "backup.no-folder": Text(
        nl="De map {folder} is er niet. Maak haar eerst; er is niets gemaakt.",
        en="There is no folder {folder}. Make it first; nothing was made.",
    ),
    "backup.not-written": Text(
        nl="De reservekopie {file} kan niet worden geschreven ({reason}). Er is geen kopie gemaakt, ook geen halve.",
        en="The backup {file} cannot be written ({reason}). No backup was made, and no half one either.",
    ),
    "backup.keys-open": Text(
        nl="Met de sleutels erin moet een reservekopie versleuteld zijn: geef --recipients of --passphrase-file.",
        en="With the keys in it a backup has to be encrypted: give --recipients or --passphrase-file.",
    ),
    "backup.passphrase": Text(
        nl="Een wachtzin heeft ten minste {least} tekens, op één regel.",
        en="A passphrase has at least {least} characters, on one line.",
    ),
    "backup.recipients": Text(
        nl="Hier staat geen publieke sleutel die te gebruiken is (age1… of ssh-ed25519 …), één op een regel.",
        en="There is no public key here that can be used (age1… or ssh-ed25519 …), one on a line.",
    ),
    "backup.identities": Text(
        nl="Hier staat geen sleutel waarmee een reservekopie open kan (AGE-SECRET-KEY-1…), één op een regel.",
        en="There is no key here that can open a backup (AGE-SECRET-KEY-1…), one on a line.",
    ),
    "backup.no-tool": Text(
        nl="Voor PostgreSQL is {tool} nodig. Installeer het pakket postgresql-client; er is niets veranderd.",
        en="For PostgreSQL {tool} is needed. Install the package postgresql-client; nothing was changed.",
    ),
    "backup.tool-failed": Text(
        nl="{tool} kon niet verder: {reason}. Er is niets gemaakt of teruggezet.",
        en="{tool} could not go on: {reason}. Nothing was made or put back.",
    ),
}

TRYING: dict[str, Text] = {
    "backup.not-one": Text(
        nl="Dit is geen reservekopie van Open Kader, of het begin ervan is beschadigd.",
        en="This is no backup of Open Kader, or its beginning is damaged.",
    ),
    "backup.cut": Text(
        nl="De reservekopie houdt hier te vroeg op, of is hier beschadigd. Gebruik een andere; er is niets veranderd.",
        en="The backup ends too early here, or is damaged here. Use another one; nothing was changed.",
    ),
    "backup.changed": Text(
        nl="Dit deel is veranderd nadat de reservekopie werd gemaakt. Gebruik een andere; er is niets veranderd.",
        en="This part was changed after the backup was made. Use another one; nothing was changed.",
    ),
    "backup.seal": Text(
        nl=(
            "In dit deel of kort erna is de versleutelde reservekopie veranderd of afgekapt. Gebruik een andere; er is "
            "niets veranderd."
        ),
        en=(
            "In this part or shortly after it the encrypted backup was changed or cut off. Use another one; nothing "
            "was changed."
        ),
    ),
    "backup.gone": Text(
        nl="Dit deel ontbreekt in de reservekopie. Gebruik een andere; er is niets veranderd.",
        en="This part is missing from the backup. Use another one; nothing was changed.",
    ),
    "backup.odd": Text(
        nl="Dit deel hoort niet in een reservekopie van Open Kader. Er is niets veranderd.",
        en="This part does not belong in a backup of Open Kader. Nothing was changed.",
    ),
    "backup.newer": Text(
        nl="De reservekopie is van Open Kader {made}, nieuwer dan dit. Installeer {made}; er is niets veranderd.",
        en="The backup was made by Open Kader {made}, newer than this one. Install {made}; nothing was changed.",
    ),
    "backup.locked": Text(
        nl="De reservekopie is versleuteld. Geef --passphrase-file of --identity.",
        en="The backup is encrypted. Give --passphrase-file or --identity.",
    ),
    "backup.wrong-key": Text(
        nl="Deze wachtzin of sleutel opent de reservekopie niet. Er is niets veranderd.",
        en="This passphrase or key does not open the backup. Nothing was changed.",
    ),
    "backup.rows": Text(
        nl="Tabel {table} heeft {found} rijen, en toen de reservekopie werd gemaakt {noted}. Gebruik een andere.",
        en="Table {table} has {found} rows, and had {noted} when the backup was made. Use another one.",
    ),
    "backup.database": Text(
        nl="De database in de reservekopie gaat niet open ({reason}). Gebruik een andere; er is niets veranderd.",
        en="The database in the backup does not open ({reason}). Use another one; nothing was changed.",
    ),
}

RESTORING: dict[str, Text] = {
    "restore.not-empty": Text(
        nl=(
            "Hier staat al iets: {place}. Er is niets veranderd. Zet terug in een lege installatie, of geef "
            "--move-aside: wat er staat gaat dan opzij en blijft bewaard."
        ),
        en=(
            "There is something here already: {place}. Nothing was changed. Restore into an empty installation, or "
            "give --move-aside: what is there is then put aside and kept."
        ),
    ),
    "restore.other-database": Text(
        nl="De reservekopie is van een {made}-database, en DATABASE_URL noemt een {here}. Er is niets veranderd.",
        en="The backup is of a {made} database, and DATABASE_URL names a {here} one. Nothing was changed.",
    ),
    "restore.not-written": Text(
        nl="In {folder} kan niet worden geschreven ({reason}). Er is niets teruggezet; wat er stond staat er nog.",
        en="{folder} cannot be written ({reason}). Nothing was put back; what was there is still there.",
    ),
    "restore.migrate": Text(
        nl="De teruggezette database kan niet worden bijgewerkt: {reason} Er is niets veranderd.",
        en="The restored database cannot be brought up to date: {reason} Nothing was changed.",
    ),
    "restore.unfinished": Text(
        nl="Hier is het terugzetten van een reservekopie afgebroken. Doe het opnieuw, of verwijder de map {folder}.",
        en="Restoring a backup was broken off here. Do it again, or remove the folder {folder}.",
    ),
    "copy.not-empty": Text(
        nl="{place} is niet leeg. Er is niets veranderd. Noem een map die er nog niet is.",
        en="{place} is not empty. Nothing was changed. Name a folder that is not there yet.",
    ),
    "copy.not-made": Text(
        nl="De kopie is niet gemaakt: bij {step} ging het mis ({reason}). Er is niets achtergebleven.",
        en="The copy was not made: it went wrong at {step} ({reason}). Nothing was left behind.",
    ),
    "restore.busy": Text(
        nl="Een ander zet hier op dit moment iets terug. Wacht tot die klaar is.",
        en="Someone else is restoring here at this moment. Wait until it is done.",
    ),
}

RELEASES: dict[str, Text] = {
    "release.newer": Text(
        nl="De database is van Open Kader {written}; dit is {here}, en dat is ouder. Installeer {written} of nieuwer.",
        en="The database is of Open Kader {written}; this is {here}, which is older. Install {written} or newer.",
    ),
    "release.skipped": Text(
        nl=(
            "De database is het laatst bijgewerkt door Open Kader {written}; dit is {here}. Installeer eerst {between} "
            "en voer daar uit: openkader migrate. Er is niets veranderd."
        ),
        en=(
            "The database was last brought up to date by Open Kader {written}; this is {here}. First install {between} "
            "and run there: openkader migrate. Nothing was changed."
        ),
    ),
}

RECOVERY: dict[str, Text] = {**MAKING, **TRYING, **RESTORING, **RELEASES}
