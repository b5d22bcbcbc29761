"""Publication under the Woo: what may be public, on which ground something stays closed, and who agrees."""

from openkader.casework.publishing.drafting import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_FILES,
    Chosen,
    Draft,
    Offered,
    PublicationStand,
    may_be_known,
    may_draft,
    may_name_party,
    may_publish,
    may_revoke,
    only_chosen,
)
from openkader.casework.publishing.grounds import GROUNDS, Ground
from openkader.casework.publishing.naming import named_in
from openkader.casework.publishing.publisher import Publisher
from openkader.casework.publishing.words import (
    CATEGORIES,
    CATEGORIES_OF,
    Category,
    CategoryWords,
    Choice,
    ItemForm,
    PublicationState,
    Subject,
)

__all__ = [
    "CATEGORIES",
    "CATEGORIES_OF",
    "GROUNDS",
    "LONGEST_TEXT",
    "LONGEST_TITLE",
    "MOST_FILES",
    "Category",
    "CategoryWords",
    "Choice",
    "Chosen",
    "Draft",
    "Ground",
    "ItemForm",
    "Offered",
    "PublicationStand",
    "PublicationState",
    "Publisher",
    "Subject",
    "may_be_known",
    "may_draft",
    "may_name_party",
    "may_publish",
    "may_revoke",
    "named_in",
    "only_chosen",
]
