"""The sentences of the interface for programs, and of the tokens with which programs come in."""

from openkader.base.text import Text

INTERFACE: dict[str, Text] = {
    "token.no-name": Text(
        nl="Geef de toegangssleutel een naam van hooguit {most} tekens.",
        en="Give the token a name of at most {most} characters.",
    ),
    "token.no-scope": Text(
        nl="Kies waarvoor de toegangssleutel is.",
        en="Choose what the token is for.",
    ),
    "token.bad-end": Text(
        nl="De laatste dag ligt tussen vandaag en {most} dagen van nu.",
        en="The last day lies between today and {most} days from now.",
    ),
    "token.too-many": Text(
        nl="Dit account heeft al {most} toegangssleutels. Trek er eerst een in.",
        en="This account has {most} tokens already. Withdraw one first.",
    ),
    "token.taken": Text(
        nl="Er is of was al een toegangssleutel ‘{name}’ van dit account. Kies een andere naam.",
        en="There is or was a token ‘{name}’ of this account already. Choose another name.",
    ),
    "token.not-yours": Text(
        nl="Iedereen maakt zelf een toegangssleutel voor het eigen account; een programma maakt er geen.",
        en="Everybody opens tokens for their own account; a program opens none.",
    ),
    "token.withdrawn-already": Text(
        nl="Deze toegangssleutel is al ingetrokken.",
        en="This token was withdrawn already.",
    ),
    "token.out-of-scope": Text(
        nl="Daarvoor is deze toegangssleutel niet gemaakt. Maak een sleutel met die bevoegdheid.",
        en="This token is not for that. Open one with that scope.",
    ),
    "token.unknown": Text(
        nl="Deze toegangssleutel bestaat niet, is verlopen of is ingetrokken.",
        en="This token does not exist, has ended or was withdrawn.",
    ),
    "interface.invalid": Text(
        nl="Het verzoek klopt niet. Verbeter de waarden die hieronder staan, en stuur het opnieuw.",
        en="The request is not right. Mend the values that are named, and send it again.",
    ),
    "interface.missing": Text(nl="Deze waarde ontbreekt.", en="This value is missing."),
    "interface.unknown-name": Text(
        nl="Deze naam kent de interface hier niet.", en="The interface knows no such name here."
    ),
    "interface.unknown-word": Text(
        nl="Dit woord kan hier niet staan. De beschrijving van de interface noemt welke er zijn.",
        en="This word cannot stand here. The description of the interface says which there are.",
    ),
    "interface.wrong-value": Text(
        nl="Deze waarde heeft een andere vorm dan de interface vraagt.",
        en="This value has another form than the interface asks for.",
    ),
    "interface.twice": Text(
        nl="Deze naam staat er twee keer. Noem haar een keer.",
        en="This name is there twice. Give it once.",
    ),
    "interface.not-asked": Text(
        nl="Deze vraag wordt bij dit verzoek niet gesteld. Het adres /antwoorden noemt welke wel.",
        en="This question is not asked of this request. The address /antwoorden says which are.",
    ),
    "interface.too-large": Text(
        nl="Dit is te veel in een keer: hooguit 1 MB.",
        en="This is too much at once: at most 1 MB.",
    ),
    "interface.no-json": Text(
        nl="De interface leest JSON (UTF-8). Stuur het met Content-Type: application/json.",
        en="The interface reads JSON (UTF-8). Send it with Content-Type: application/json.",
    ),
    "interface.no-document": Text(
        nl="Stuur het document zelf, met zijn mediatype als Content-Type of met application/octet-stream.",
        en="Send the document itself, with its media type as Content-Type or with application/octet-stream.",
    ),
    "interface.person-decides": Text(
        nl="Besluiten en een kader vaststellen doet een mens, op de pagina, nadat die liet zien wie het is. Een "
        "programma kan vragen beantwoorden en het verzoek laten toetsen; dat is het voorstel.",
        en="A person decides and adopts a kader, on the page, after showing who they are. A program can answer "
        "questions and have the request assessed; that is the proposal.",
    ),
    "interface.person-judges": Text(
        nl="Of een treffer onze partij is, beoordeelt een mens, op de pagina van de treffer, met een reden; dat zij "
        "het is, zeggen er twee. Een programma kan de treffers lezen en een nieuwe screening vragen.",
        en="Whether a hit is our party, a person judges, on the page of the hit, with a reason; that it is, two "
        "persons say. A program can read the hits and ask for a new screening.",
    ),
    "interface.person-waives": Text(
        nl="Of niet op een advies gewacht wordt, of een maatregel achterwege blijft, stelt een mens voor, op de "
        "pagina, met een reden en een laatste dag; een tweede stemt in. Een programma kan lezen wie dat deden.",
        en="That advice is not awaited, or a measure is left undone, a person proposes, on the page, with a reason "
        "and a last day; a second one agrees. A program can read who did so.",
    ),
    "interface.person-reads-mail": Text(
        nl="Wat er van een e-mail komt, zegt iemand die haar las, op de pagina: boven een e-mail kan elke afzender "
        "staan, en machines schrijven er veel. Een programma kan haar lezen.",
        en="What becomes of a mail somebody says who read it, on the page: any sender can stand above a mail, and "
        "machines write much of it. A program can read it.",
    ),
    "interface.person-rules": Text(
        nl="Of iets anders voorgaat dan veiligheid zegt een beslisser, met de reden, op de pagina. Een programma kan "
        "noteren dat een stap een ander doel hindert.",
        en="Whether something else comes before security a decider says, with the reason, on the page. A program can "
        "note that a step hampers another goal.",
    ),
    "interface.person-signs-off": Text(
        nl="Met de lijst van informatiebeveiliging stemt de deskundige in, op de pagina. Een programma kan de lijst "
        "lezen, en zeggen hoe ver de stappen zijn.",
        en="The expert signs off the list of information protection, on the page. A program can read the list, and "
        "say how far the steps are.",
    ),
    "interface.person-adopts": Text(
        nl="Een evaluatie vaststellen doet een mens die er niet aan schreef, op de pagina, nadat die liet zien wie het "
        "is. Een programma kan haar lezen, met elk cijfer en de dossiers erachter.",
        en="A person who did not write an evaluation adopts it, on the page, after showing who they are. A program can "
        "read it, with every figure and the dossiers behind it.",
    ),
    "interface.person-takes-over": Text(
        nl="Wat een andere organisatie gaf, neemt een mens over, op de pagina, nadat die zag wat het hier verandert en "
        "het teken van de sleutel vergeleek. Een programma kan een bestand maken voor een ander.",
        en="What another organisation gave a person takes over, on the page, after seeing what it would change here "
        "and comparing the mark of the key. A program can make a file for another.",
    ),
    "interface.person-passes-on": Text(
        nl="Een van deze lijsten is van een ander en heeft hier geen vindplaats. Of hij mee mag, weet alleen een mens; "
        "die geeft hem mee op de pagina. Het adres /uitwisseling zegt van welke lijst dat is.",
        en="One of these lists is somebody else's and has no address here. Whether it may go only a person knows, who "
        "gives it on the page. The address /uitwisseling says of which list that is.",
    ),
    "interface.person-publishes": Text(
        nl="Publiceren doet een mens, op de pagina van de publicatie: een ander dan wie koos wat openbaar wordt. Een "
        "programma kan lezen wat gekozen is, wat openbaar is en wat niet.",
        en="A person publishes, on the page of the publication: somebody else than who chose what becomes public. A "
        "program can read what was chosen, what is public and what is not.",
    ),
    "interface.person-interviews": Text(
        nl="Een interview noteert een mens, op de pagina, en ook waarvoor toestemming is gegeven of ingetrokken: die "
        "vraagt iemand die kan zeggen waarvoor. Een programma kan lezen wat gebruikt mag worden.",
        en="A person notes an interview, on the page, and also for what consent was given or withdrawn: somebody asks "
        "it who can say what for. A program can read what may be used.",
    ),
    "interface.one-thing": Text(
        nl="Noem hier één ding: niet meer, en niet niets.",
        en="Name one thing here: no more, and not nothing.",
    ),
    "interface.too-many": Text(
        nl="Dit programma stuurt te veel: hooguit {most} in een minuut. Er is niets bewaard; probeer het daarna weer.",
        en="This program sends too much: at most {most} in a minute. Nothing was kept; try again after that.",
    ),
    "interface.no-length": Text(
        nl="Zeg met Content-Length hoeveel u stuurt; in losse stukken leest de interface niets.",
        en="Say with Content-Length how much you send; the interface reads nothing that comes in pieces.",
    ),
    "interface.no-version": Text(
        nl="Zeg met If-Match welke versie u zag: de ETag van het antwoord waarop u verdergaat.",
        en="Say with If-Match which version you saw: the ETag of the answer that you go on from.",
    ),
    "interface.overtaken": Text(
        nl="Ondertussen is er iets veranderd. Vraag het opnieuw op, en stuur uw wijziging daarna.",
        en="Something changed meanwhile. Ask for it again, and send your change after that.",
    ),
    "interface.bad-cursor": Text(
        nl="Deze cursor hoort niet bij deze lijst. Begin opnieuw zonder cursor.",
        en="This cursor does not belong to this list. Begin again without one.",
    ),
    "interface.no-such-address": Text(
        nl="Op dit adres is niets. De beschrijving van de interface staat op /api/v1/openapi.json.",
        en="There is nothing at this address. The interface is described at /api/v1/openapi.json.",
    ),
    "interface.other-method": Text(
        nl="Dit adres kent deze methode niet. De kop Allow noemt welke wel.",
        en="This address does not know this method. The header Allow says which it knows.",
    ),
    "interface.register-away": Text(
        nl="Het register is nu niet bereikbaar. Er is niets verloren; probeer het over een halve minuut weer.",
        en="The register cannot be reached now. Nothing was lost; try again in half a minute.",
    ),
    "interface.failed": Text(
        nl="Er ging in Open Kader iets mis. De kop X-Request-ID zegt onder welk nummer het in het logboek staat.",
        en="Something went wrong in Open Kader. The header X-Request-ID says under which number it is in the log.",
    ),
}
