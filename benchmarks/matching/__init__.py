"""How many names a second a tool has compared through the door for tools made for yente."""
