"""The house from the command line: the same services and the same sentences as the pages."""
