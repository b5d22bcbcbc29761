"""Why somebody may not do something here: whose task it is instead."""

from openkader.base.text import Text

ROLES: dict[str, Text] = {
    "role.read-cases": Text(
        nl="Uw account heeft geen rol waarmee u zaken ziet. Vraag een beheerder om een rol.",
        en="Your account has no role with which you see cases. Ask an administrator for a role.",
    ),
    "role.read-screening": Text(
        nl="Screening is voor wie aan zaken werkt, informatiebeveiliging en de auditor.",
        en="Screening is for those who work on cases, information security and the auditor.",
    ),
    "role.read-trail": Text(
        nl="Het hele controlespoor leest alleen een auditor.",
        en="Only an auditor reads the whole audit trail.",
    ),
    "role.export": Text(
        nl="Uw rol haalt geen lijsten op. Vraag een adviseur om de gegevens.",
        en="Your role takes no lists out. Ask an adviser for the data.",
    ),
    "role.take-in": Text(
        nl="Een verzoek voert een adviseur in. Vraag een adviseur, of vraag een beheerder om die rol.",
        en="A request is entered by an adviser. Ask one, or ask an administrator for that role.",
    ),
    "role.work": Text(
        nl="Dit doet een adviseur. Vraag een adviseur, of vraag een beheerder om die rol.",
        en="This is done by an adviser. Ask one, or ask an administrator for that role.",
    ),
    "role.assign": Text(
        nl="Een zaak verdeelt een adviseur of een beslisser.",
        en="A case is assigned by an adviser or a decider.",
    ),
    "role.classify": Text(
        nl="Hoe vertrouwelijk een zaak is, bepaalt een adviseur of een beslisser.",
        en="How confidential a case is, is set by an adviser or a decider.",
    ),
    "role.screen": Text(
        nl="Screening vraagt u aan als adviseur, beoordelaar of informatiebeveiliging.",
        en="Screening is asked for by an adviser, a reviewer or information security.",
    ),
    "role.review": Text(
        nl="Een treffer beoordeelt u als adviseur, beoordelaar of informatiebeveiliging.",
        en="A hit is judged by an adviser, a reviewer or information security.",
    ),
    "role.ask-advice": Text(nl="Advies vraagt een adviseur.", en="Advice is asked for by an adviser."),
    "role.give-advice": Text(
        nl="Een advies legt u vast als adviseur, beoordelaar of informatiebeveiliging.",
        en="An advice is recorded by an adviser, a reviewer or information security.",
    ),
    "role.waive-advice": Text(
        nl="Van een advies ontheft alleen een beslisser.",
        en="Only a decider waives an advice.",
    ),
    "role.waive-scan": Text(
        nl="Van een zelfscan ontheft alleen een beslisser.",
        en="Only a decider waives a self-scan.",
    ),
    "role.waive-measure": Text(
        nl="Met het afzien van een maatregel stemt alleen een beslisser in.",
        en="Only a decider agrees to leave a measure undone.",
    ),
    "role.read-contacts": Text(
        nl="Wie vroeg om niet genoemd te worden, ziet alleen een adviseur.",
        en="Only an adviser sees who asked not to be named.",
    ),
    "role.keep-contacts": Text(
        nl="Personen binnen het netwerk ziet alleen een adviseur: die legt het contact.",
        en="Only an adviser sees the people within the network: it is they who get in touch.",
    ),
    "role.protect": Text(
        nl="Informatiebescherming houdt een adviseur of informatiebeveiliging bij.",
        en="Information protection is kept by an adviser or information security.",
    ),
    "role.sign-off-protection": Text(
        nl="Akkoord geeft alleen de expert informatieveiligheid (rol informatiebeveiliging).",
        en="Only the information-security expert signs off (role information security).",
    ),
    "role.rule-on-conflict": Text(
        nl="Alleen een beslisser besluit dat beveiliging niet voorgaat.",
        en="Only a decider says that security does not come first.",
    ),
    "role.decide": Text(
        nl="Besluiten neemt alleen een beslisser. Leg de zaak aan een beslisser voor.",
        en="Only a decider takes decisions. Put the case before one.",
    ),
    "role.merge-parties": Text(
        nl="Partijen voegt een adviseur samen.",
        en="Parties are merged by an adviser.",
    ),
    "role.evaluate": Text(
        nl="De evaluatie schrijft alleen een evaluator.",
        en="Only an evaluator writes the evaluation.",
    ),
    "role.cite": Text(
        nl="Wat anderen van een jaar zeggen, noteert alleen een evaluator; die laat ook hun beweringen nakijken.",
        en="Only an evaluator notes what others say of a year, and has their claims checked.",
    ),
    "role.exchange": Text(
        nl="Met andere organisaties uitwisselen doet een adviseur of een evaluator.",
        en="An adviser or an evaluator exchanges with other organisations.",
    ),
    "role.draft-kader": Text(
        nl="Aan een concept van het kader werkt een adviseur of een evaluator.",
        en="An adviser or an evaluator works on a draft of the kader.",
    ),
    "role.adopt-kader": Text(
        nl="Dat een kader is vastgesteld, legt alleen een beslisser vast.",
        en="Only a decider notes that a kader was adopted.",
    ),
    "role.import-year": Text(
        nl="Een jaar leest alleen een evaluator in.",
        en="Only an evaluator imports a year.",
    ),
    "role.import-spreadsheet": Text(
        nl="Een register in een spreadsheet neemt een adviseur of een evaluator over.",
        en="An adviser or an evaluator takes a register over from a spreadsheet.",
    ),
    "role.manage-people": Text(
        nl="Accounts en rollen beheert alleen een beheerder.",
        en="Only an administrator looks after accounts and roles.",
    ),
    "role.read-retention": Text(
        nl="Wat vernietigd mag worden, zien een adviseur, een beslisser, een archivaris en een auditor.",
        en="What may be destroyed is for an adviser, a decider, an archivist and an auditor.",
    ),
    "role.nominate": Text(
        nl="Een vernietigingslijst stelt een adviseur of een archivaris op.",
        en="A destruction list is drawn up by an adviser or an archivist.",
    ),
    "role.review-destruction": Text(
        nl="Een vernietigingslijst beoordelen een archivaris en een beslisser.",
        en="A destruction list is reviewed by an archivist and a decider.",
    ),
    "role.agree-as-archivist": Text(
        nl="Akkoord voor het archief geeft alleen een archivaris.",
        en="Only an archivist agrees for the archive.",
    ),
    "role.agree-as-owner": Text(
        nl="Akkoord als proceseigenaar geeft alleen een beslisser.",
        en="Only a decider agrees as process owner.",
    ),
    "role.destroy": Text(nl="Vernietigen doet alleen een archivaris.", en="Only an archivist destroys."),
    "role.prepare-publication": Text(
        nl="Wat openbaar mag worden, kiest een adviseur of een evaluator.",
        en="What may become public is chosen by an adviser or an evaluator.",
    ),
    "role.publish": Text(
        nl="Openbaar maken doet alleen een beslisser.", en="Only a decider makes something public."
    ),
    "role.revoke-publication": Text(
        nl="Een publicatie intrekken doet een adviseur, een evaluator of een beslisser.",
        en="A publication is revoked by an adviser, an evaluator or a decider.",
    ),
    "role.disclose": Text(
        nl="Een overzicht van alles over één persoon of partij maakt een beslisser of een archivaris.",
        en="An overview of everything about one person or party is made by a decider or an archivist.",
    ),
    "role.archive": Text(
        nl="Een dossier naar het archief brengt alleen een archivaris.",
        en="Only an archivist takes a dossier to the archive.",
    ),
    "role.run-house": Text(
        nl="Hoe de lijsten en het werk op de achtergrond ervoor staan, ziet een beheerder.",
        en="How the lists and the work in the background are doing is for an administrator.",
    ),
    "account.roles-apart": Text(
        nl="Beheerder en auditor gaan niet samen met een andere rol. Geef die rol aan een ander account.",
        en="Administrator and auditor do not go with another role. Give that role to another account.",
    ),
    "account.own-account": Text(
        nl="Uw eigen account kunt u niet zelf sluiten of terugzetten. Vraag een andere beheerder.",
        en="You cannot close or reset your own account. Ask another administrator.",
    ),
    "account.own-roles": Text(
        nl="Niemand geeft rollen aan zichzelf. Vraag een andere beheerder.",
        en="Nobody gives roles to themselves. Ask another administrator.",
    ),
}
