"""How fast the pages of colleagues are, at up to 100,000 cases."""
