"""Sentences of the steps below, in the language of the page."""

from django.utils.translation import gettext

from search.sentences import Sentence


def told(sentence: Sentence) -> str:
    """The sentence in the active language; in English where the catalogue lacks it (reports of older versions)."""
    facts = {name: told(fact) if isinstance(fact, Sentence) else fact for name, fact in sentence.facts.items()}
    template = gettext(sentence.template)
    return template % facts if facts else template
