"""People and what is theirs: groups with their permissions, saved searches."""
