"""How long the coverage of a year takes, with ten times and a hundred times as many activities."""
