"""SDN_ADVANCED: tables that point at each other, and names in many scripts."""

from pathlib import Path

import pytest

from openkader.screening.lists import Format
from tests.unit.screening_lists import Desk

REFERENCES = """
  <ReferenceValueSets>
    <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType>
      <AliasType ID="1403">Name</AliasType></AliasTypeValues>
    <AreaCodeValues><AreaCode ID="7" CountryID="86" Description="China">CN</AreaCode></AreaCodeValues>
    <CountryValues><Country ID="86" ISO2="CN">China</Country><Country ID="99">undetermined</Country></CountryValues>
    <DetailReferenceValues><DetailReference ID="91526">Male</DetailReference></DetailReferenceValues>
    <FeatureTypeValues>
      <FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType>
      <FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="25">Location</FeatureType>
      <FeatureType ID="224">Gender</FeatureType><FeatureType ID="300">Secondary sanctions risk:</FeatureType>
    </FeatureTypeValues>
    <IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType>
      <IDRegDocType ID="1600">Unified Social Credit Code (USCC)</IDRegDocType></IDRegDocTypeValues>
    <LegalBasisValues><LegalBasis ID="5">Executive Order 99999</LegalBasis></LegalBasisValues>
    <LocPartTypeValues><LocPartType ID="1">Unknown</LocPartType><LocPartType ID="1451">ADDRESS1</LocPartType>
      <LocPartType ID="1454">CITY</LocPartType></LocPartTypeValues>
    <PartyTypeValues><PartyType ID="1">Individual</PartyType></PartyTypeValues>
    <PartySubTypeValues><PartySubType ID="3" PartyTypeID="2">Entity</PartySubType>
      <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
    <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType>
      <SanctionsType ID="2">Block</SanctionsType></SanctionsTypeValues>
    <ScriptValues><Script ID="215">Latin</Script><Script ID="220">Chinese Simplified</Script></ScriptValues>
  </ReferenceValueSets>
  <Locations>
    <Location ID="50"><LocationAreaCode AreaCodeID="7"/><LocationAreaCode AreaCodeID="8"/>
      <LocationPart LocPartTypeID="1454"><LocationPartValue Primary="false"><Value>橡城</Value></LocationPartValue>
        <LocationPartValue Primary="true"><Value>Oakville</Value></LocationPartValue></LocationPart>
      <LocationPart LocPartTypeID="1451"><LocationPartValue><Value>1 Reed Lane</Value></LocationPartValue>
      </LocationPart><LocationPart LocPartTypeID="1452"/></Location>
    <Location ID="51"><LocationPart LocPartTypeID="1"><LocationPartValue><Value>China</Value></LocationPartValue>
      </LocationPart></Location>
    <Location ID="52"><LocationCountry CountryID="99"/></Location>
  </Locations>
  <IDRegDocuments>
    <IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="91" IssuedBy-CountryID="86">
      <IDRegistrationNo>P1</IDRegistrationNo></IDRegDocument>
    <IDRegDocument ID="2" IDRegDocTypeID="1600" IdentityID="92" IssuedBy-CountryID="86">
      <IDRegistrationNo>91110000000000000E</IDRegistrationNo></IDRegDocument>
  </IDRegDocuments>"""


def name(script: str, *parts: str) -> str:
    values = "".join(
        f'<DocumentedNamePart><NamePartValue ScriptID="{script}">{part}</NamePartValue></DocumentedNamePart>'
        for part in parts
    )
    return f"<DocumentedName>{values}</DocumentedName>"


def date(year: int, month: int, day: int) -> str:
    return f"<Year>{year}</Year><Month>{month}</Month><Day>{day}</Day>"


def period(start: str, end: str = "") -> str:
    until = f"<End><To>{end}</To></End>" if end else ""
    return f"<DatePeriod><Start><From>{start}</From></Start>{until}</DatePeriod>"


def feature(kind: int, version: str) -> str:
    return f'<Feature FeatureTypeID="{kind}"><FeatureVersion>{version}</FeatureVersion></Feature>'


PERSON = f"""
    <DistinctParty FixedRef="9001"><Comment>Seen in Oakville</Comment><Profile ID="9001" PartySubTypeID="4">
      <Identity ID="91" Primary="true">
        <Alias AliasTypeID="1400" Primary="false" LowQuality="true">{name("215", "The Reed")}</Alias>
        <Alias AliasTypeID="1401" Primary="false" LowQuality="false">{name("215", "LU", "Wei")}</Alias>
        <Alias AliasTypeID="1400" Primary="false" LowQuality="false">{name("220", "芦苇")}<DocumentedName/></Alias>
        <Alias AliasTypeID="1403" Primary="true" LowQuality="false">{name("215", "LU", "Weixiang")}
          {name("220", "芦苇香")}</Alias>
      </Identity>
      {feature(8, period(date(1965, 3, 12), date(1965, 3, 12)))}
      {feature(8, period(date(1966, 1, 1), date(1966, 12, 31)))}
      {feature(8, period(date(1967, 4, 1), date(1967, 4, 30)))}
      {feature(8, period(date(1970, 1, 1), date(1971, 12, 31)))}
      {feature(8, period(date(1980, 2, 3)))}
      {feature(8, period(""))}
      {feature(8, "<DatePeriod/>")}
      {feature(9, "<VersionDetail>Oakville, China</VersionDetail>")}
      {feature(10, '<VersionDetail/><VersionLocation LocationID="51"/>')}
      {feature(25, '<VersionLocation LocationID="50"/>')}
      {feature(25, '<VersionLocation LocationID="52"/>')}
      {feature(25, '<VersionLocation LocationID="404"/>')}
      {feature(224, '<VersionDetail DetailReferenceID="91526"/>')}
      {feature(300, "<VersionDetail>Yes</VersionDetail>")}
    </Profile></DistinctParty>"""
COMPANY = f"""
    <DistinctParty FixedRef="9002"><Profile ID="9002" PartySubTypeID="3"><Identity ID="92">
      <Alias AliasTypeID="1403" Primary="true">{name("215", "OAK OPTICS CO. LTD.")}</Alias></Identity></Profile>
    </DistinctParty>
    <DistinctParty FixedRef="9003"><Profile ID="9003" PartySubTypeID="77"><Identity/></Profile></DistinctParty>"""
ENTRIES = """
  <SanctionsEntries>
    <SanctionsEntry ProfileID="9001" ListID="1550">
      <EntryEvent LegalBasisID="5"><Date><Year>2020</Year><Month>5</Month><Day>6</Day></Date></EntryEvent>
      <SanctionsMeasure SanctionsTypeID="2"><Comment/></SanctionsMeasure>
      <SanctionsMeasure SanctionsTypeID="1"><Comment>NPWMD</Comment></SanctionsMeasure>
    </SanctionsEntry>
    <SanctionsEntry ProfileID="9002" ListID="1550"/>
  </SanctionsEntries>"""
SPACE = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"
ADVANCED = (
    f'<?xml version="1.0" encoding="utf-8"?>\n<Sanctions xmlns="{SPACE}">{REFERENCES}'
    f"<DistinctParties>{PERSON}{COMPANY}</DistinctParties>{ENTRIES}</Sanctions>"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_names_come_in_every_script_with_the_main_one_first(desk: Desk) -> None:
    read = desk.read(Format.OFAC_XML, ADVANCED)
    person = read["9001"]
    assert person["name"] == ("LU Weixiang",)
    assert person["alias"] == ("芦苇香", "芦苇")
    assert (person["weakAlias"], person["previousName"]) == (("The Reed",), ("LU Wei",))
    assert read.listed[0].origin.field_of("alias", 0) == "Alias/Name/Chinese Simplified"


def test_features_give_dates_places_and_the_rest(desk: Desk) -> None:
    person = desk.read(Format.OFAC_XML, ADVANCED)["9001"]
    assert person["birthDate"] == ("1965-03-12", "1966", "1967-04", "1970", "1971", "1980-02-03")
    assert person["address"] == ("1 Reed Lane, Oakville, China",)
    assert (person["nationality"], person["country"], person["gender"]) == (("cn",), ("cn",), ("male",))
    assert person["birthPlace"] == ("Oakville, China",)
    assert person["passportNumber"] == ("P1",)
    assert {"Seen in Oakville", "Feature (Secondary sanctions risk): Yes"} <= set(person["notes"])


def test_programmes_that_stand_after_the_parties_still_come_with_them(desk: Desk) -> None:
    person = desk.read(Format.OFAC_XML, ADVANCED)["9001"]
    assert (person["programId"], person["program"]) == (("US-NPWMD",), ("Executive Order 99999",))
    assert (person["createdAt"], person["topics"]) == (("2020-05-06",), ("sanction",))


def test_an_organisation_has_its_number_and_the_country_that_gave_it(desk: Desk) -> None:
    read = desk.read(Format.OFAC_XML, ADVANCED)
    assert read.schemas == ["Person", "Organization"]
    assert (read["9002"]["uscCode"], read["9002"]["country"]) == (("91110000000000000E",), ("cn",))
    assert [code for code, _ in read.problems] == ["list.unknown-kind"]


def test_a_file_that_was_cut_off_gives_nothing(desk: Desk) -> None:
    assert [code for code, _ in desk.refused(Format.OFAC_XML, ADVANCED[:-100])] == ["list.cut"]
