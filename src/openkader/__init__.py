"""Open Kader: decide on international relations with open eyes, and account for it.

The rooms, from the core outwards: `base`, `kader`, `casework`, `register`,
`evaluation`, then the doors `web` and `cli`. Imports point one way only.
"""

__version__ = "0.1.0"
