"""The sentences about calendars that read the work of a colleague or a team."""

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
}
