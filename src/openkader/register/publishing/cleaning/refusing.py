"""Why a document is not published as it is."""


class Hides(Exception):
    """What a document holds unseen; the word is the end of a code."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)
