"""Function words: they join a sentence together and say nothing of what it is about.

From the grammars' closed classes (prepositions, conjunctions, pronouns, demonstratives, relatives, negations, the
auxiliary 'to be'), folded at the spelling level.
"""

from typing import Final

from search.arabic.folding import fold_text

_PREPOSITIONS: Final = "في من إلى الى على عن مع حتى منذ عند لدى بين خلال ضد حول نحو عبر بعد قبل تحت فوق دون بدون أمام وراء خلف ضمن لـ بـ كـ"
_CONJUNCTIONS: Final = "و ف ثم أو أم بل لكن أن إن أنه إنه أنها إنها كي لكي إذ إذا لو لولا لأن كما بينما حيث حين عندما لما كلما قد لقد سوف إلا فقط أيضا"
_PRONOUNS: Final = "أنا نحن أنت هو هي هم هن هما هذا هذه هؤلاء ذلك تلك أولئك الذي التي الذين اللذين اللتين اللواتي ما ماذا متى أين كيف هل لماذا أي كل بعض غير"
_PREPOSITION_WITH_PRONOUN: Final = "فيه فيها فيهم منه منها منهم إليه إليها إليهم عليه عليها عليهم عنه عنها عنهم معه معها معهم له لها لهم به بها بهم لنا لي بينهم بينها"
_NEGATIONS: Final = "لا لم لن ليس ليست"
_TO_BE: Final = "كان كانت كانوا يكون تكون"

FUNCTION_WORDS: Final = frozenset(
    fold_text(
        " ".join((_PREPOSITIONS, _CONJUNCTIONS, _PRONOUNS, _PREPOSITION_WITH_PRONOUN, _NEGATIONS, _TO_BE))
    ).split()
)


def content_words(text: str) -> list[str]:
    """The words of `text`, as written, without function words; all of them if there are no others."""
    words = text.split()
    return [word for word in words if fold_text(word) not in FUNCTION_WORDS] or words
