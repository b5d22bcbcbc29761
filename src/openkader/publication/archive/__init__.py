"""A closed dossier as a folder that reads without Open Kader, with metadata by MDTO and a manifest."""
