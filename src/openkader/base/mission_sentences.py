"""The sentences about programmes, participants and lessons of a mission or visit."""

from openkader.base.text import Text

MISSIONS: dict[str, Text] = {
    "programme.no-title": Text(
        nl="Schrijf op wat er gebeurt, in hooguit 300 tekens.",
        en="Write down what takes place, in at most 300 characters.",
    ),
    "programme.other-year": Text(
        nl="Deze dag ligt meer dan een jaar van de activiteit ({year}). Controleer het jaartal.",
        en="This day is more than a year away from the activity ({year}). Check the year.",
    ),
    "programme.unknown-zone": Text(
        nl="De tijdzone ‘{zone}’ bestaat niet. Schrijf haar als Europe/Amsterdam of Asia/Shanghai.",
        en="There is no time zone ‘{zone}’. Write it like Europe/Amsterdam or Asia/Shanghai.",
    ),
    "programme.no-begin": Text(
        nl="Er staat wel een eindtijd, maar geen begintijd. Vul ook de begintijd in.",
        en="There is a time at which it ends and none at which it begins. Fill that in as well.",
    ),
    "programme.no-zone": Text(
        nl="Kies de tijdzone van de plaats. Zonder tijdzone zegt een tijd niet genoeg.",
        en="Choose the time zone of the place. Without one a time does not say enough.",
    ),
    "programme.ends-first": Text(
        nl="De eindtijd ligt niet na de begintijd. Een onderdeel tot na middernacht wordt er twee, een voor elke dag.",
        en="It does not end after it begins. What goes on after midnight becomes two parts, one for each day.",
    ),
    "programme.no-such-time": Text(
        nl="Om {time} begint die dag daar de zomertijd: die tijd bestaat niet (‘{title}’). Kies een andere tijd.",
        en="Summer time begins there that day, so that {time} does not exist (‘{title}’). Choose another time.",
    ),
    "programme.not-empty": Text(
        nl="Dit programma heeft al onderdelen. Overnemen kan alleen in een leeg programma.",
        en="This programme has parts already. Only an empty one can begin as another did.",
    ),
    "programme.nothing-there": Text(
        nl="Die activiteit heeft geen programma. Kies een andere.",
        en="That activity has no programme. Choose another.",
    ),
    "mission.meanwhile": Text(
        nl="Dit is intussen door iemand anders gewijzigd. Lees het eerst. Uw wijziging is niet bewaard.",
        en="Somebody else changed this meanwhile. Read it first. Your change was not saved.",
    ),
    "mission.removed": Text(
        nl="Dit is verwijderd en kan niet meer worden gewijzigd.",
        en="This was removed and can no longer be changed.",
    ),
    "participants.not-begun": Text(
        nl="De activiteit is nog niet begonnen. Kies ‘bevestigd’; na het begin kan het ‘nam deel’ worden.",
        en="The activity has not begun. Choose ‘confirmed’; once it has, that can become ‘took part’.",
    ),
    "participants.no-reason": Text(
        nl="Kies waarom deze deelnemer afviel. Is dat niet gezegd, kies dan ‘onbekend’.",
        en="Choose why this participant dropped out. If nobody said so, choose ‘unknown’.",
    ),
    "participants.unknown-reason": Text(
        nl="De reden ‘{reason}’ staat niet in het kader. Kies een andere.",
        en="The reason ‘{reason}’ is not in the kader. Choose another.",
    ),
    "participants.reason-for-nothing": Text(
        nl="Er staat een reden bij, maar deze deelnemer viel niet af. Kies de status ‘afgevallen’, of geen reden.",
        en="There is a reason, but this participant did not drop out. Choose ‘dropped out’, or no reason.",
    ),
    "participants.nobody": Text(
        nl="Er staat niemand op deze lijst die bewaard kan worden.",
        en="Nobody on this list can be saved.",
    ),
    "participants.unknown-status": Text(
        nl="‘{value}’ is geen status. Schrijf uitgenodigd, bevestigd, nam deel of afgevallen.",
        en="‘{value}’ is no status. Write invited, confirmed, took part or dropped out.",
    ),
    "participants.bad-address": Text(
        nl="‘{value}’ is geen e-mailadres. Verbeter het, of laat de cel leeg.",
        en="‘{value}’ is no e-mail address. Mend it, or leave the cell empty.",
    ),
    "participants.too-long": Text(
        nl="De naam, functie of organisatie heeft meer dan {limit} tekens. Maak haar korter.",
        en="The name, function or organisation has more than {limit} characters. Make it shorter.",
    ),
    "participants.note-too-long": Text(
        nl="De opmerking heeft meer dan {limit} tekens. Maak haar korter.",
        en="The remark has more than {limit} characters. Make it shorter.",
    ),
    "participants.column-not-taken": Text(
        nl="De kolom ‘{heading}’ wordt niet overgenomen: voor een deelnemerslijst is zij niet nodig.",
        en="The column ‘{heading}’ is not taken over: a list of participants does not need it.",
    ),
    "paper.no-font": Text(
        nl=(
            "Op deze server staat geen lettertype voor alle tekens van dit stuk, zoals Chinese namen. Neem het mee "
            "voor Word, of vraag de beheerder om fonts-noto-cjk te installeren."
        ),
        en=(
            "No font on this server shows every character of this paper, such as Chinese names. Take it along "
            "for Word, or ask the administrator to install fonts-noto-cjk."
        ),
    ),
    "lesson.too-early": Text(
        nl="De activiteit is nog niet begonnen. Lessen kunnen daarna worden opgeschreven.",
        en="The activity has not begun. Lessons can be noted once it has.",
    ),
    "lesson.no-text": Text(
        nl="Schrijf de les op, in hooguit {limit} tekens.",
        en="Write the lesson down, in at most {limit} characters.",
    ),
}
