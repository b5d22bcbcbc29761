"""Documents that leave the house: now the account of a year as one self-contained page."""
