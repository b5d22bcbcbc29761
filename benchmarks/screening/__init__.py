"""How well names are found and how seldom the innocent are bothered, beside the peers in the same run."""
