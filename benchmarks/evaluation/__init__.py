"""How long the account of one year takes at a thousand, ten thousand and a hundred thousand dossiers."""
