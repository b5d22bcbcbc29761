"""Words that spellings of one person's name have or lack: articles, "son of", titles."""

PARTICLES = frozenset({
    "al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "bin", "ben", "ibn", "bint", "abu", "abd",
    "de", "del", "della", "di", "da", "do", "dos", "la", "le", "les", "van", "von", "der", "den", "ter",
    "the", "of", "and", "und", "et", "y", "i", "e", "mr", "dr", "haji", "hajji", "sheikh", "sheik", "mullah",
    "maulavi", "jr", "sr",
})  # fmt: skip
