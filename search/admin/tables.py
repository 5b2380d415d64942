"""Every table's pages: importing this registers them. (The package itself is imported before there are models.)"""

from search.admin import articles, decisions, entities, mentions, outlets, people, removals

__all__ = ["articles", "decisions", "entities", "mentions", "outlets", "people", "removals"]
