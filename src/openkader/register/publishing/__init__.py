"""Publishing: what of a thing of the register can be chosen, what was chosen, and what was frozen."""
