"""What the register holds of one dossier, read for whoever takes it to the archive."""
