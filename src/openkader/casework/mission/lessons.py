"""What was learned of an activity, for whoever prepares the next."""

from openkader.base.errors import Refusal

LONGEST = 2000


def may_note_lesson(text: str, *, has_begun: bool) -> Refusal | None:
    """Of what has not begun nothing was learned yet."""
    if not has_begun:
        return Refusal("lesson.too-early")
    return (
        None if text.strip() and len(text) <= LONGEST else Refusal("lesson.no-text", {"limit": str(LONGEST)})
    )
