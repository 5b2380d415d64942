"""The query language: what a person typed -> what is asked of the search server.

A query goes one way: `tokens` (the text cut up, each piece with its place) -> `structure` (do brackets and operators fit) ->
`building` (a tree of `nodes`); `parser` leads it there, and gathers the `faults` with what mends them. Then `naming` gives
names their keys, `similar` fuzzy words those like them, and `compiling` makes queries of the search server of it all. The
words that mean something stand in `vocabulary`, the limits in `caps`, what the reader is told in `guide`.
"""
