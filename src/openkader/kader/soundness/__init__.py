"""What can be proved of a kader: over every case that its questions can tell apart, unknown answers among them."""
