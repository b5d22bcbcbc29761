"""What the headings of delegation lists are called, in Dutch, English and Chinese.

A heading is recognised when it is one of these words, or several of them that mean the
same (`Name / 姓名`). What is between brackets explains, unless it means something else.
"""

import re
import unicodedata

from openkader.casework.delegation.cells import Kind, Row
from openkader.casework.delegation.columns import Field

NAMING = frozenset({Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME})

_WORDS: dict[Field, str] = {
    Field.NAME: """
        naam; namen; volledige naam; naam deelnemer; naam delegatielid; naam in karakters; chinese naam; naam chinees;
        naam in het chinees; naam in chinese karakters; naam latijns schrift; naam zoals in paspoort; deelnemer;
        name; names; full name; fullname; name of participant; participant; participant name; name of delegate;
        delegate; delegate name; delegation member; member; passport name; name in passport; name as in passport;
        name in characters; name in chinese; chinese name; name in chinese characters; chinese characters;
        name in english; english name; name in pinyin; pinyin; name in native script; native name; latin name;
        姓名; 名字; 中文名; 中文姓名; 中文名字; 汉字姓名; 英文名; 英文姓名; 姓名拼音; 拼音; 拼音姓名;
        护照姓名; 外文姓名; 中文; 英文; 参团人员; 成员姓名; 成员; 人员姓名; 與會者; 出访人员; 英文名字;
        汉字; 漢字; 團員姓名; 团员姓名
    """,
    Field.FAMILY_NAME: """
        achternaam; familienaam; geslachtsnaam; family name; surname; last name; lastname; family; 姓; 姓氏
    """,
    Field.GIVEN_NAME: """
        voornaam; voornamen; roepnaam; given name; given names; first name; firstname; first names; forename;
        forenames; 名
    """,
    Field.ORGANISATION: """
        organisatie; organisatienaam; naam organisatie; bedrijf; bedrijfsnaam; naam bedrijf; instelling; werkgever;
        organisation; organization; organisation name; organization name; name of organisation;
        name of organization; company; company name; name of company; employer; institution; institute; affiliation;
        work unit; unit; agency; entity; university; 单位; 單位; 单位名称; 工作单位; 所在单位; 公司; 公司名称; 机构;
        機構; 机构名称; 组织; 組織; 企业; 企业名称; 大学; 院校; 中文单位; 英文单位
    """,
    Field.FUNCTION: """
        functie; functietitel; functienaam; rol; positie; beroep; ambt; function; job title; position; post; role;
        occupation; job; designation; title position; title; titel; 职务; 職務; 职位; 職位; 职称; 職稱; 职业;
        岗位; 头衔;
        department; afdeling; 部门; 部門
    """,
    Field.BIRTH_DATE: """
        geboortedatum; geboren; geboortejaar; geb datum; gebdatum; geb; datum geboorte; date of birth; birth date;
        birthdate; dob; d o b; born; year of birth; birth year; birthday; 出生日期; 出生年月; 出生年月日; 生日;
        出生年份; 出生; 出生時間; 出生时间
    """,
    Field.COUNTRY: """
        nationaliteit; land; land van herkomst; nationality; country; citizenship; country of origin;
        country of citizenship; 国籍; 國籍; 国家; 國家; 国别
    """,
    Field.GENDER: "geslacht; gender; sex; m v; m f; man vrouw; male female; 性别; 性別",
    Field.NUMBER: """
        nr; no; nummer; number; volgnummer; volgnr; s n; sn; sno; s no; item; rij; row; 序号; 序號; 编号; 号
    """,
    Field.FORM_OF_ADDRESS: """
        aanhef; aanspreektitel; salutation; mr ms; mr mrs; mr mrs ms; prefix; honorific; 称谓; 称呼
    """,
    Field.EMAIL: """
        e mail; email; mail; e mailadres; emailadres; mailadres; e mail address; email address; 邮箱; 电子邮箱;
        电子邮件; 電子郵件; 邮件
    """,
    Field.PHONE: """
        telefoon; telefoonnummer; tel; mobiel; mobiele telefoon; phone; phone number; telephone; mobile; mobile phone;
        mobile number; cell; wechat; whatsapp; 电话; 電話; 手机; 手機; 手机号; 手机号码; 联系电话; 联系方式; 微信
    """,
    Field.ADDRESS: "adres; woonadres; address; home address; 地址; 住址; 联系地址; 單位地址; 单位地址",
    Field.PASSPORT: """
        paspoort; paspoortnummer; paspoortnr; paspoort nr; nummer paspoort; identiteitsnummer; bsn;
        documentnummer; passport; passport number; passport no; passport nr; passport expiry; passport expiry date;
        date of expiry; date of issue; passport id; id number; id no; identity number; identity card;
        document number; 护照; 护照号; 护照号码; 護照號碼; 护照有效期; 身份证; 身份证号; 身份证号码; 身份證號; 证件号;
        证件号码
    """,
}
_FIELDS = {word.strip(): field for field, words in _WORDS.items() for word in words.split(";")}
# Words for the names that may stand in a row of somebody as well, as a role or a language.
_ALSO_VALUES = frozenset(
    {
        "member",
        "delegation member",
        "delegate",
        "participant",
        "deelnemer",
        "成员",
        "中文",
        "英文",
        "拼音",
        "pinyin",
    }
)
_LONGEST = 80
_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_SIGNS = re.compile(r"[^\w]+|_")
_BETWEEN = re.compile(r"[/|\n\r]|(?<=[㐀-鿿])(?=[\sA-Za-z])|(?<=[A-Za-z.])\s*(?=[㐀-鿿])")
_DAY_FIRST = re.compile(r"\bd{1,2}\W?m{1,2}\b|\bd{1,2}\W?m{1,2}\W?[yj]", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"\bm{1,2}\W?d{1,2}\b|\bm{1,2}\W?d{1,2}\W?[yj]", re.IGNORECASE)


def field_of(heading: str) -> Field | None:
    """What a heading says that its column holds; None when it is not recognised with certainty."""
    text = unicodedata.normalize("NFKC", heading).strip()
    if len(text) > _LONGEST:
        return None
    outside = _meant(_BRACKETS.sub(" ", text))
    inside = _FIELDS.get(_folded(" ".join(_BRACKETS.findall(text))))
    if outside is not None:
        return outside if inside in (None, outside) else None
    return _FIELDS.get(_folded(text))


def _meant(text: str) -> Field | None:
    """What all parts of a heading mean, if that is the same."""
    if (whole := _FIELDS.get(_folded(text))) is not None:
        return whole
    parts = [folded for part in _BETWEEN.split(text) if (folded := _folded(part))]
    found = {_FIELDS.get(part) for part in parts}
    return found.pop() if len(found) == 1 else None


def _folded(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", text.casefold()).split())


def is_heading(row: Row) -> bool:
    """Whether a row says what its columns hold, the names among them."""
    texts = [cell.text for _, cell in row.filled if cell.kind is Kind.TEXT]
    known = {text: field for text in texts if (field := field_of(text))}
    if not NAMING & set(known.values()):
        return False
    is_alone = len(known) == 1 < len(row.filled)
    return not (is_alone and _folded(next(iter(known))) in _ALSO_VALUES)


def is_month_first(heading: str) -> bool | None:
    """Whether a heading such as `Date of birth (mm/dd/yyyy)` says in which order dates are written."""
    if _MONTH_FIRST.search(heading):
        return True
    return False if _DAY_FIRST.search(heading) else None
