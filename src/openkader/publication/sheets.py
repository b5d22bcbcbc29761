"""What goes into a sheet: words that a spreadsheet shows, and never calculates."""

# As OWASP advises; some of these begin a formula only in other languages of the spreadsheet.
_CALCULATES = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def harmless(words: str) -> str:
    """The words; what would be calculated gets an apostrophe before it."""
    return f"'{words}" if words.startswith(_CALCULATES) else words
