"""The rules of a case: its words, its life cycle, and who may do what and why not.

Pure: a rule takes values and answers `Refusal | None`. The page asks it to disable a
button and say why; the service asks it before it writes.
"""
