"""Taking a dossier out for good, and leaving of it what the figures of its year count."""
