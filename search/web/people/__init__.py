"""Pages on which people come, go and say how they want to work."""
