"""A copy of the register to test with, in which nobody is named and nothing is told."""
