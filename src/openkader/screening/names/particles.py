"""Words that spellings of one person's name have or lack: articles, "son of", titles; our own table.

A word that many people have for a name of their own (Said, Amir, Tan) is none, although it is a title too.
"""

_ARTICLES = """
al el ul ol ad an ar as ash at az ed er es en ud un ur us uz ush eddine il
de del della delle degli dei dello di da dal dalla do dos das du des d la le les lo los las l
van von vom der den dem ter ten te tot op zu zum zur of the and und et y i e a ap af av
"""
_SONS_AND_PARENTS = """
bin ben ibn ibne ibni ebn ebne ebni bint binte binti bte ould uld oulad walad wald wad wld weld mint ag aw wa
abu abou abo abi umm um oum abd son sons daughter ogli oglu oglou qizi kyzy uulu
"""
_TITLES = """
mr mrs ms miss sir dr doctor prof professor hon rev ir mme mlle herr frau don dona jr sr ii iii iv nee alias aka dit
haji hajji haj hajj hadj hadji hadjj alhaj alhaji haci sheikh sheik shaikh shaykh cheikh chekh cheick sheykh
mullah mulla mollah molla moullah maulavi maulawi mawlawi mawlavi molvi maulvi molavi moulavi maulana mawlana moulana
qari qary hafiz hafez ustad ustaz ustadh ostad sayyid sayid sayed sayyed seyed seyyed sayeed syed saiyid sied
ayatollah hojatoleslam hojjatoleslam imam sahib saheb effendi efendi bey
dato datuk datin datu tun tengku tunku tuan haja hajah
colonel col general gen brigadier brig major maj captain capt lieutenant lt commander cdr admiral marshal sergeant sgt
corporal commandant comandante coronel capitan capitaine generale gral president minister governor senator comrade
"""
SONS_AND_PARENTS = frozenset(_SONS_AND_PARENTS.split())
PARTICLES = frozenset(" ".join((_ARTICLES, _SONS_AND_PARENTS, _TITLES)).split())
