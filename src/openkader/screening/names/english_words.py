"""English words of organisations that need a hand: what says nothing, what is no plural, what tells."""

from openkader.screening.names.meanings import words_in
from openkader.screening.names.vocabulary import Script

# Words that carry no meaning in a name.
_WITHOUT_MEANING = """
of the and for in at on de des du la le et und von a an to with city province no number named after di dei da do del
della per para por pour der die das y e i o po s v im imeni na
"""
STOPWORDS = frozenset(_WITHOUT_MEANING.split())
# These end like plurals and are other words than without the s.
KEPT_PLURALS = frozenset(["news", "securities", "times", "goods", "customs", "futures", "express", "press"])
# Words that organisations choose for a name; where another has them too, that tells something.
_CHOSEN = """
diamond gold golden silver pearl crystal rock stone mountain island lake river forest garden ocean sea desert
glacier bridge tower crescent cross star red yellow green blue white black pioneer frontier fortune spring orient
oriental wave crane moon sun crown olympic royal imperial empire freedom liberal delta polar arctic pacific atlantic
temple palace islamic buddhist taoist catholic christian church mosque god peace justice democratic republic
republican revolutionary revolution liberation front movement guard brigade battalion regiment militia legion league
popular socialist communist conservative progressive patriotic unity universal europe africa america torpedo
submarine missile rocket quantum plasma fusion nano cell gene earthquake meteorological seismological tobacco coffee
tea rice milk sugar salt wine silk cotton bamboo jewelry smart horse dragon tiger lion eagle panda phoenix
changjiang yangtze wushu weiqi go kuomintang shaolin confucius jianzhu jiuquan ymca materia medica gorges human
rights refugee baby pet hat fan lens toy watch table chess
"""
TELLING = frozenset(_CHOSEN.split())
# The word of the glossary for what others write otherwise.
SAME = words_in(Script.LATIN)
