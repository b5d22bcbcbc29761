"""The door for programs: the same services and rules as the pages, in the words of the NL API Design Rules."""
