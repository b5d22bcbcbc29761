"""The sentences about accounts and forms; none says whether an account exists."""

from openkader.base.text import Text

ACCOUNTS: dict[str, Text] = {
    "account.bad-name": Text(
        nl="‘{name}’ kan geen accountnaam zijn. Gebruik letters, cijfers en . _ - @ +, hooguit 80.",
        en="‘{name}’ cannot be the name of an account. Use letters, digits and . _ - @ +, at most 80.",
    ),
    "account.taken": Text(
        nl="Er is al een account {name}. Kies een andere naam.",
        en="There is an account {name} already. Choose another name.",
    ),
    "account.weak-password": Text(
        nl="Dit wachtwoord is niet sterk genoeg: {reason}",
        en="This password is not strong enough: {reason}",
    ),
    "account.password-of-house": Text(
        nl=(
            "Dit wachtwoord is weinig meer dan ‘{word}’, een woord dat iedereen hier kent. Kies woorden die niets met "
            "uw organisatie of met dit systeem te maken hebben."
        ),
        en=(
            "This password is little more than ‘{word}’, a word that everybody here knows. Choose words that have "
            "nothing to do with your organisation or with this system."
        ),
    ),
    "account.leaked-password": Text(
        nl="Dit wachtwoord is elders uitgelekt, en wie inbreekt probeert het als eerste. Kies een ander.",
        en="This password leaked elsewhere, and whoever breaks in tries it first. Choose another one.",
    ),
    "account.leaked-unreadable": Text(
        nl=(
            "De lijst van uitgelekte wachtwoorden is niet te lezen, of staat niet op volgorde. Er is niets veranderd; "
            "vraag wie het systeem beheert."
        ),
        en=(
            "The list of leaked passwords cannot be read, or is not in order. Nothing was changed; ask whoever looks "
            "after the system."
        ),
    ),
    "account.no-mail": Text(
        nl="Hier is geen mail ingesteld. Maak een wachtwoord en geef dat zelf door.",
        en="No mail is set up here. Make a password, and hand it over yourself.",
    ),
    "account.no-address": Text(
        nl="Dit account heeft geen mailadres. Maak een wachtwoord en geef dat zelf door.",
        en="This account has no mail address. Make a password, and hand it over yourself.",
    ),
    "account.invitation-ended": Text(
        nl="Deze uitnodiging is gebruikt of verlopen. Vraag een beheerder om een nieuwe.",
        en="This invitation was used, or has ended. Ask an administrator for a new one.",
    ),
    "account.same-password": Text(
        nl="Dit is het wachtwoord dat u al had. Kies een ander.",
        en="This is the password that you had. Choose another one.",
    ),
    "account.first-password-ended": Text(
        nl="Dit eerste wachtwoord gold tot {moment}. Vraag een beheerder om een nieuw.",
        en="This first password held until {moment}. Ask an administrator for a new one.",
    ),
    "account.closed-already": Text(
        nl="Dit account is gesloten. Open het eerst weer.",
        en="This account is closed. Open it again first.",
    ),
    "account.open-already": Text(
        nl="Dit account is al open. Er is niets veranderd.",
        en="This account is open already. Nothing was changed.",
    ),
    "account.wrong-password": Text(
        nl="Dit is niet uw wachtwoord van nu. Er is niets veranderd.",
        en="This is not your present password. Nothing was changed.",
    ),
    "account.passwords-differ": Text(
        nl="De twee wachtwoorden zijn niet gelijk. Er is niets veranderd.",
        en="The two passwords are not the same. Nothing was changed.",
    ),
    "account.not-a-terminal": Text(
        nl="Hier kan niemand een wachtwoord typen. Geef het op de standaardinvoer, met --password-from-stdin.",
        en="Nobody can type a password here. Give it on standard input, with --password-from-stdin.",
    ),
    "account.not-known": Text(
        nl="De naam of het wachtwoord klopt niet.",
        en="The name or the password is not right.",
    ),
    "account.taken-elsewhere": Text(
        nl="Er is hier al een account met uw naam, en wij weten niet of dat van u is. Vraag een beheerder om hulp.",
        en="There is an account with your name already, and we cannot tell whether it is yours. Ask an administrator.",
    ),
    "account.not-vouched-for": Text(
        nl="Aanmelden via uw organisatie is niet gelukt. Probeer het opnieuw, of vraag een beheerder om hulp.",
        en="Signing in through your organisation did not work. Try again, or ask an administrator.",
    ),
    "account.not-strong-enough": Text(
        nl=(
            "Uw organisatie herkende u met minder dan hier nodig is, zoals een tweede stap. Meld u daar sterker aan, "
            "of vraag een beheerder om hulp."
        ),
        en=(
            "Your organisation recognised you by less than is needed here, such as a second step. Sign in there in a "
            "stronger way, or ask an administrator."
        ),
    ),
    "account.provider-away": Text(
        nl="De provider van uw organisatie is niet te bereiken. Meld u aan met een wachtwoord, of probeer het later.",
        en="The provider of your organisation cannot be reached. Sign in with a password, or try again later.",
    ),
    "account.second-step-first": Text(
        nl="Stel eerst een tweede stap in. Tot dan ziet u alleen wat openbaar is.",
        en="Set up a second step first. Until then you see only what is public.",
    ),
    "account.long-team": Text(
        nl="De naam van een team heeft hooguit {most} tekens.",
        en="The name of a team has at most {most} characters.",
    ),
    "settings.leaked-passwords": Text(
        nl=(
            "Dit is geen bestand met SHA-1-hashes op volgorde, een per regel (HASH of HASH:AANTAL), zoals Have I Been "
            "Pwned het aanbiedt."
        ),
        en="This is no file of SHA-1 hashes in order, one a line (HASH or HASH:COUNT), as Have I Been Pwned offers it.",
    ),
    "settings.oidc-url": Text(
        nl="Dit is geen adres van een OpenID-provider. Schrijf https://computer/pad, zoals de provider zichzelf noemt.",
        en="This is no address of an OpenID provider. Write https://host/path, exactly as the provider calls itself.",
    ),
    "settings.oidc-incomplete": Text(
        nl="Bij OIDC_URL horen OIDC_CLIENT_ID en OIDC_CLIENT_SECRET. Vul ze alle drie in, of geen ervan.",
        en="OIDC_URL needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET. Fill in all three, or none.",
    ),
    "settings.oidc-claim": Text(
        nl="‘{value}’ kan geen naam van een claim zijn.",
        en="‘{value}’ cannot be the name of a claim.",
    ),
    "settings.oidc-scopes": Text(
        nl="‘{value}’ zijn geen scopes. Schrijf ze met spaties, met ‘openid’ erbij: openid profile groups.",
        en="‘{value}’ are no scopes. Write them with spaces, and ‘openid’ among them: openid profile groups.",
    ),
    "settings.oidc-strength": Text(
        nl="‘{value}’ kan hier niet staan. Schrijf de woorden van uw provider, met spaties ertussen.",
        en="‘{value}’ cannot stand here. Write the words of your provider, with spaces in between.",
    ),
    "settings.oidc-roles": Text(
        nl="‘{value}’ koppelt niets aan een rol. Schrijf bijvoorbeeld: Groep A=adviser;Groep B=decider.",
        en="‘{value}’ ties nothing to a role. Write for instance: Group A=adviser;Group B=decider.",
    ),
    "account.too-many-attempts": Text(
        nl="Te veel pogingen. Wacht {minutes} minuten en probeer het dan opnieuw.",
        en="Too many attempts. Wait {minutes} minutes and then try again.",
    ),
    "upload.too-large": Text(
        nl="Het bestand is groter dan {limit}. Een delegatielijst is dat nooit; stuur alleen de lijst.",
        en="The file is larger than {limit}. A delegation list never is; send the list only.",
    ),
    "upload.nothing": Text(
        nl="Kies een bestand of plak de lijst.",
        en="Choose a file or paste the list.",
    ),
    "form.too-large": Text(
        nl="Wat u stuurde, is te groot of heeft een vorm die hier niet kan. Er is niets opgeslagen.",
        en="What you sent is too large, or has a form that cannot be taken here. Nothing was saved.",
    ),
    "form.other-way": Text(
        nl="Dit adres kan zo niet worden gebruikt. Er is niets veranderd. Ga terug, of begin op de beginpagina.",
        en="This address cannot be used in this way. Nothing was changed. Go back, or begin on the first page.",
    ),
    "form.stale": Text(
        nl=(
            "Dit formulier is niet meer geldig, bijvoorbeeld omdat u zich intussen hebt aan- of afgemeld. Er is niets "
            "veranderd. Ga terug, vernieuw de pagina en probeer het opnieuw."
        ),
        en=(
            "This form is no longer valid, for instance because you signed in or out meanwhile. Nothing was changed. "
            "Go back, reload the page and try again."
        ),
    ),
}
