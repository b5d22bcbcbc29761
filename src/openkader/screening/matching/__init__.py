"""Finding the names of a list that are like one that is asked about, and how like they are."""
