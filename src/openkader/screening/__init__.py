"""Who is on a list: lists, names in every script, comparison, and the reasons for each hit."""
