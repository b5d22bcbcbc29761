"""Work in the background: our own queues beside two packages that bring one (decision 29)."""
