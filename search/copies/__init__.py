"""Which articles are copies of each other: told by their words alone. Pure."""
