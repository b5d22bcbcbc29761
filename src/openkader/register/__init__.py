"""What happened and on what ground: the only writer, with a trail of every change.

`services` change, one function a change; `selectors` read, as plain rows; `audit`
keeps the chain; `yearfile` reads a year that an organisation hands in.
"""
