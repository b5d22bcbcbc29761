"""What is claimed of the house. A package, so that what a library installs under this name is not taken for it."""
