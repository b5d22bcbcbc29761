"""Open data: the public part of the register of a year and its figures, as files that other programs read."""
