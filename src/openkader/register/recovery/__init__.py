"""An installation as one file: made while the house works, tried without touching it, and put back whole or not at all.

`making`, `trying` and `restoring` are the three things that one does with it; the others are what they share. None
of them leans on a model: a backup of an earlier version is read by the names of its tables.
"""
