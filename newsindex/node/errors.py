"""The one error of this package."""


class NodeError(Exception):
    """The local node cannot do what was asked; the text is a sentence that names the remedy."""
