"""Why a document is not published as it is."""


class Hides(Exception):
    """What a document holds unseen, by the code of its sentence."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)
