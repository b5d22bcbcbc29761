"""Small lists in the forms of the publishers; everybody in them is made up."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.screening.lists import Format, Listed, Reading, Source, read_list
from tests.unit.screening_model import faults


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading a list."""

    listed: list[Listed]
    reading: Reading

    def __getitem__(self, record: str) -> dict[str, tuple[str, ...]]:
        """The properties of an entity, by the number that the list gives it."""
        return next(dict(one.entity.properties) for one in self.listed if one.origin.record == record)

    @property
    def problems(self) -> list[tuple[str, str]]:
        """The codes and places of what could not be read."""
        return [(problem.code, problem.where) for problem in self.reading.problems]

    @property
    def schemas(self) -> list[str]:
        return [one.entity.schema for one in self.listed]


class Desk:
    """A folder to put lists in, and to read them from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self, form: Format, *contents: str | bytes, mapping: str | None = None) -> Read:
        files = tuple(self.put(f"{form}-{number}", text) for number, text in enumerate(contents, 1))
        way = self.put("mapping.yaml", mapping) if mapping is not None else None
        reading = Reading("test")
        listed = list(read_list(Source(format=form, files=files, mapping=way), reading))
        # What is FollowTheMoney already passes as it is; all else is ours, and must be clean in every test.
        wrong = [] if form is Format.FTM else faults(listed)
        assert wrong == [], wrong
        return Read(listed, reading)

    def refused(
        self, form: Format, *contents: str | bytes, mapping: str | None = None
    ) -> list[tuple[str, str]]:
        """The codes and places of a list that cannot be read at all."""
        with pytest.raises(Invalid) as refused:
            self.read(form, *contents, mapping=mapping)
        return [(problem.code, problem.where) for problem in refused.value.problems]


UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>100</DATAID><VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>ALDER</FIRST_NAME><SECOND_NAME>QUILL</SECOND_NAME><THIRD_NAME>REED</THIRD_NAME>
      <NAME_ORIGINAL_SCRIPT>Алдер Квилл</NAME_ORIGINAL_SCRIPT>
      <UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>CDi.900</REFERENCE_NUMBER>
      <LISTED_ON>2012-12-31</LISTED_ON><GENDER>Male</GENDER><COMMENTS1>Of the
 second line</COMMENTS1>
      <TITLE><VALUE>Dr</VALUE></TITLE>
      <DESIGNATION><VALUE>Clerk </VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Democratic Republic of the Congo</VALUE><VALUE>Freedonia</VALUE></NATIONALITY>
      <LAST_DAY_UPDATED><VALUE>2016-10-13</VALUE><VALUE>2018-01-02T00:00:00</VALUE></LAST_DAY_UPDATED>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>A. Quill; Alder Quil</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>"The Pen"</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY>
        <ALIAS_NAME>Abu Quill (original script: أبو قلم)</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY>
        <ALIAS_NAME>Квилл (QX) (перо (original script); Kvill; Kwill)</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><STREET>1 Reed Lane</STREET><CITY>Goma</CITY><COUNTRY>Rwanda</COUNTRY></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1971-04-05</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1972</YEAR>
        <NOTE>by his own account</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE>
        <FROM_YEAR>1974</FROM_YEAR><TO_YEAR>1976</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Goma</CITY><COUNTRY/></INDIVIDUAL_PLACE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>P1</NUMBER></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT2>National Identification Number</TYPE_OF_DOCUMENT2>
        <NUMBER>N1</NUMBER></INDIVIDUAL_DOCUMENT>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>200</DATAID><FIRST_NAME>CEDAR SHIPPING</FIRST_NAME><UN_LIST_TYPE/>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Oak Shipping</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><CITY>Port Oak</CITY></ENTITY_ADDRESS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""

EU = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-08-11T21:24:35.826+01:00" globalFileId="1">
  <sanctionEntity designationDetails="" unitedNationId="QDi.1" euReferenceNumber="EU.1.11" logicalId="11">
    <remark>Known to travel</remark>
    <regulation regulationType="regulation" publicationDate="2021-03-22" entryIntoForceDate="2021-03-23"
      numberTitle="2021/478 (OJ L99)" programme="HR" logicalId="5">
      <publicationUrl>https://example.org/act.pdf</publicationUrl>
    </regulation>
    <regulation regulationType="amendment" publicationDate="2022-01-01" entryIntoForceDate="2022-01-02"
      numberTitle="2022/1"/>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Dahlia" middleName="" lastName="Finch" wholeName="Dahlia Finch" function="Captain"
      gender="F" title="Dr" nameLanguage="" strong="true" regulationLanguage="en" logicalId="17"/>
    <nameAlias firstName="D." lastName="Finch" wholeName="" strong="true"/>
    <nameAlias wholeName="Дахлия Финч" nameLanguage="RU" strong="true"/>
    <nameAlias wholeName="Birdie" strong="false"/>
    <nameAlias wholeName="Wings" strong="true"><remark>Low quality alias</remark></nameAlias>
    <citizenship region="" countryIso2Code="IQ" countryDescription="IRAQ"/>
    <citizenship region="" countryIso2Code="00" countryDescription="UNKNOWN"/>
    <birthdate circa="false" city="Oakville" birthdate="1937-04-28" dayOfMonth="28" monthOfYear="4" year="1937"
      region="" place="" countryIso2Code="IQ" countryDescription="IRAQ"/>
    <birthdate circa="true" city="" dayOfMonth="" monthOfYear="3" year="1938" countryDescription="UNKNOWN"/>
    <birthdate circa="false" yearRangeFrom="1940" yearRangeTo="1942"/>
    <address city="Vilnius" street="Reed 1" poBox="" zipCode="123" countryIso2Code="LT" countryDescription="LITHUANIA">
      <remark>until 2020</remark>
      <contactInfo key="EMAIL" value="finch@example.org"/><contactInfo key="FAX" value="555"/>
    </address>
    <identification number="P77" identificationTypeCode="passport" knownFalse="false" countryIso2Code="IQ"/>
    <identification number="F00" identificationTypeCode="passport" knownFalse="true"/>
    <identification number="" latinNumber="X5" identificationTypeCode="other"/>
  </sanctionEntity>
  <sanctionEntity designationDate="2020-02-02" logicalId="12">
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Finch Trading" strong="true" function="bank"/>
    <identification number="R-9" identificationTypeCode="regnumber"/>
    <address city="" countryIso2Code="CN" countryDescription="CHINA"/>
  </sanctionEntity>
  <sanctionEntity logicalId="13"><subjectType code="moon"/><nameAlias wholeName="Moon"/></sanctionEntity>
  <sanctionEntity logicalId="14"><nameAlias wholeName="No kind"/></sanctionEntity>
  <sanctionEntity><subjectType code="person"/><nameAlias wholeName="No number"/></sanctionEntity>
</export>
"""

UK_XML = """<?xml version="1.0" encoding="utf-8"?>
<Designations>
  <DateGenerated>20/08/2026</DateGenerated>
  <Designation>
    <LastUpdated>14/04/2026</LastUpdated><DateDesignated>25/01/2001</DateDesignated>
    <UniqueID>TST0001</UniqueID><OFSIGroupID>7172</OFSIGroupID><UNReferenceNumber>TAi.900</UNReferenceNumber>
    <Names>
      <Name><Name1>FERN</Name1><Name2>ROSE</Name2><Name6>LARK</Name6><NameType>Primary Name</NameType></Name>
      <Name><Name6>Fern Larke</Name6><NameType>ALias</NameType><AliasStrength>Good quality a.k.a</AliasStrength></Name>
      <Name><Name6>Songbird</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
    </Names>
    <NonLatinNames><NonLatinName><NameNonLatinScript>云雀</NameNonLatinScript></NonLatinName></NonLatinNames>
    <Titles><Title>Dr</Title></Titles>
    <RegimeName>The Testland (Sanctions) Regulations 2020</RegimeName>
    <IndividualEntityShip>Individual</IndividualEntityShip>
    <SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
    <OtherInformation>Sings.</OtherInformation><UKStatementofReasons>Sang.</UKStatementofReasons>
    <Addresses><Address><AddressLine1>1 Nest</AddressLine1><AddressLine6>Kabul</AddressLine6>
      <AddressCountry>Afghanistan</AddressCountry></Address></Addresses>
    <IndividualDetails><Individual>
      <DOBs><DOB>dd/mm/1945</DOB><DOB>01/03/1958</DOB></DOBs>
      <Nationalities><Nationality>Afghanistan</Nationality></Nationalities>
      <Positions><Position>Singer</Position></Positions><Genders><Gender>Female</Gender></Genders>
      <PassportDetails><Passport><PassportNumber>P045</PassportNumber></Passport></PassportDetails>
      <BirthDetails><Location><TownOfBirth>Nest</TownOfBirth><CountryOfBirth>Afghanistan</CountryOfBirth></Location></BirthDetails>
    </Individual></IndividualDetails>
  </Designation>
  <Designation>
    <UniqueID>TST0002</UniqueID>
    <Names><Name><Name6>Petrel 8</Name6><NameType>Primary name</NameType></Name></Names>
    <RegimeName>The Testland (Sanctions) Regulations 2020</RegimeName>
    <IndividualEntityShip>Ship</IndividualEntityShip>
    <ShipDetails><Ship><IMONumbers><IMONumber>IMO9562233</IMONumber></IMONumbers>
      <CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Comoros</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips>
      <PreviousFlags><PreviousFlag>India</PreviousFlag></PreviousFlags></Ship></ShipDetails>
  </Designation>
  <Designation><UniqueID>TST0003</UniqueID><IndividualEntityShip>Kite</IndividualEntityShip></Designation>
</Designations>
"""

UK_HEADINGS = (
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,"
    "Alias strength,Title,Name non-latin script,Regime Name,Designation Type,Sanctions Imposed,Other Information,"
    "UK Statement of Reasons,Address Line 1,Address Line 6,Address Postal Code,Address Country,Date Designated,D.O.B,"
    "Nationality(/ies),Passport number,Gender,Town of birth,Country of birth,IMO number"
)
UK_CSV = f"""Report Date: 13-Feb-2026
{UK_HEADINGS}
12/01/2022,TST1,12703,TAe.1,LARK,FERN,,,,,Primary Name,,Dr,云雀,Testland Regulations,Individual,Freeze,Info,Why,\
1 Nest,Kabul,123,Afghanistan,29/06/2012,01/03/1958,(1) Afghanistan (2) Iran,P1,Female,Nest,Afghanistan,
12/01/2022,TST1,12703,TAe.1,Songbird,,,,,,Alias,Low quality a.k.a,,,Testland Regulations,Individual,Freeze,,,\
,,,Iran,29/06/2012,,,,,,,
12/01/2022,TST2,,,Petrel,,,,,,Primary Name,,,,Testland Regulations,Ship,,,,,,,,,,,,,,,IMO9562233
12/01/2022,TST3,,,Kite,,,,,,Primary Name,,,,Testland Regulations,Kite,,,,,,,,,,,,,,,
"""
OFSI_CSV = """Last Updated,27/01/2026
Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Town of Birth,Country of Birth,Nationality,Address 1,Country,\
Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,Last Updated,Group ID
WREN,Hazel,,,,,,00/00/1965,(1) Nest (2) Twig,(1) Iran (2) Iraq,Russia,1 Twig,Russia,Hops,Individual,Primary name,,\
Russia,09/12/2022,10/12/2022,77
WRENN,Hazel,,,,,,,,,,,,,Individual,FKA,Good quality,Russia,09/12/2022,10/12/2022,77
"""

OFAC_SDN = (
    '36,"CEDAR AIR",-0- ,"TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. \'CEDAR\'; Website www.example.org; '
    "Unified Social Credit Code (USCC) 91110000000000000E (China); Organization Established Date 12 May 2004; "
    'Organization Type: Trade."\r\n'
    '2674,"QUILL, Alder","individual","SDGT] [SYRIA","Clerk",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 12 Jan 1982; '
    "alt. DOB 1955 to 1957; alt. DOB unknown; POB Oakville; nationality Iran; citizen Iraq; Gender Male; "
    "Passport A123 (Iran) expires 01 Jan 2030; National ID No. 99-1 (Iran); alt. Passport B456; "
    'Linked To: CEDAR AIR."\r\n'
    '9000,"PETREL","vessel","TEST",-0- ,"CALL1","Bulk",1000,2000,"Panama","Cedar","Vessel Registration '
    'Identification IMO 9562233; MMSI 123; Vessel Year of Build about 2004."\r\n'
)
OFAC_ALT = '2674,1,"aka","KWILL, Alder",-0- \r\n2674,2,"fka","REED, Alder","since 2001"\r\n'
OFAC_ADD = '2674,1,"1 Reed Lane","Tehran","Iran",-0- \r\n36,2,-0- ,-0- ,"Freedonia","closed"\r\n'
END = "\x1a"
HEADING = (
    "ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\r\n"
)
