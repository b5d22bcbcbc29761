"""Measurements: what the house costs, beside what its peers cost in the same run."""
