"""The yearly account: figures over the register, and what they prove of a published text."""
