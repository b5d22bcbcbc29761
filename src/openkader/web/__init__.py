"""The pages: what officials, the executive and citizens see of the register."""
