"""From values of the register and the account to what a template shows, in the reader's language."""
