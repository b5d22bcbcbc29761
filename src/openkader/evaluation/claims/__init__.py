"""The claims of a published evaluation, each held against the register: proved, contradicted, or what is missing."""
