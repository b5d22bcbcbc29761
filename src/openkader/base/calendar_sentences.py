"""The sentences about calendars that read the work of a colleague or a team, and about invitations by mail."""

from openkader.base.text import Text

CALENDARS: dict[str, Text] = {
    "calendar.no-team": Text(
        nl="Een agenda van een team opent alleen wie in dat team werkt. Vraag een beheerder om uw team.",
        en="Only whoever works in a team opens its calendar. Ask an administrator for your team.",
    ),
    "calendar.open-already": Text(
        nl="Deze agenda is al open. Trek het adres eerst in; dan kunt u een nieuw adres maken.",
        en="This calendar is open already. Withdraw its address first; then you can make a new one.",
    ),
    "calendar.not-yours": Text(
        nl="Een agenda opent iedereen zelf, voor het eigen account.",
        en="Everybody opens calendars for their own account.",
    ),
    "invitation.no-day": Text(
        nl="De dag van deze activiteit staat nog niet vast. Verplaats haar eerst naar een dag.",
        en="The day of this activity is not known yet. Put it on a day first.",
    ),
    "invitation.no-mail": Text(
        nl="Hier is geen mail ingesteld. Een collega kan de activiteit wel zelf in de agenda zetten, met het bestand.",
        en="No mail is set up here. A colleague can still put the activity in a calendar by hand, with the file.",
    ),
    "invitation.no-address": Text(
        nl="Van {name} is hier geen mailadres bekend. Wie het account heeft, vult het in bij Uw account.",
        en="No mail address of {name} is known here. Whoever has the account fills it in under Your account.",
    ),
    "invitation.may-not-see": Text(
        nl="{name} mag dit dossier niet zien en krijgt het dus ook niet in de agenda.",
        en="{name} may not see this dossier, and so does not get it in the calendar either.",
    ),
}
