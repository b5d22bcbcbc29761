"""The sentences about replaying history under a draft of a kader."""

from openkader.base.text import Text

KADER_REPLAYS: dict[str, Text] = {
    "kader-replay.unreadable": Text(
        nl="Het concept heeft nog fouten: {number}. Herstel die eerst, dan kunt u naspelen. De eerste: {first}",
        en="The draft still has mistakes: {number}. Mend these first, then replay. The first: {first}",
    ),
    "kader-replay.withdrawn": Text(
        nl="Dit concept is ingetrokken. Wat eerder is nagespeeld, blijft te lezen; naspelen kan niet meer.",
        en="This draft is withdrawn. What was replayed before can still be read; it cannot be replayed any more.",
    ),
    "kader-replay.earlier-runs": Text(
        nl="Het naspelen van een eerdere stand ({replay}) is nog niet klaar. Stop dat eerst, of wacht erop.",
        en="The replay of an earlier text of this draft ({replay}) has not ended. Stop it first, or wait for it.",
    ),
    "kader-replay.ended": Text(
        nl="Dit naspelen is al klaar. Wat het vond, blijft bewaard.",
        en="This replay has ended. What it found is kept.",
    ),
    "kader-replay.keeps-register": Text(
        nl="Alleen het naspelen van het register zelf wordt bewaard. Laat --cases of --keep weg.",
        en="Only a replay of the register itself is kept. Leave out --cases or --keep.",
    ),
    "kader-replay.overtaken": Text(
        nl="Dit naspelen is gestopt of door een ander werkproces overgenomen. Wat hier gevonden werd, is niet bewaard.",
        en="This replay was stopped, or taken over by another worker. What was found here was not kept.",
    ),
    "kader-replay.not-loaded": Text(
        nl="Het concept was niet meer te lezen toen het naspelen begon. Kijk welke fouten het heeft.",
        en="The draft could no longer be read when the replay began. See which mistakes it has.",
    ),
    "kader-replay.other-base": Text(
        nl="De versie waar het concept bij begint, is intussen een andere of is er niet meer. Vraag het opnieuw.",
        en="The version that the draft starts from has become another one, or is gone. Ask again.",
    ),
    "kader-replay.workers-died": Text(
        nl="Het werkproces viel steeds weg terwijl het hiermee bezig was. Laat eerst de beheerder kijken.",
        en="The worker fell over each time it was at this. Let the administrator look before you ask again.",
    ),
}
