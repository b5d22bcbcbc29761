"""How long it takes to put a history of cases under a draft of the kader."""
