"""The words and signs that mean something in a query, in both languages."""

from typing import Final, Literal

from search.arabic.folding import fold_text
from search.arabic.letters import ARTICLE

Operator = Literal["and", "or", "not"]

OPERATORS: Final[dict[str, Operator]] = {
    "AND": "and",
    "OR": "or",
    "NOT": "not",
    "/و": "and",
    "/أو": "or",
    "/ليس": "not",
}
"""Arabic has no capitals to tell an operator from the word, and و، أو، ليس stand in every text: a slash before them does. It
is on Arabic keyboards, and no word begins with it."""

Field = Literal["title", "actor", "location", "outlet", "source", "date", "mentioned"]

NAMED: Final[tuple[Field, ...]] = ("actor", "location", "outlet", "source")
"""Fields whose values are names of something; also the names of facets."""

FIELDS: Final[dict[Field, tuple[str, ...]]] = {
    "title": ("عنوان",),
    "actor": ("فاعل",),
    "location": ("مكان", "موقع"),
    "outlet": ("وسيلة", "صحيفة"),
    "source": ("مصدر",),
    "date": ("تاريخ",),
    "mentioned": ("مذكور", "مذكورة"),
}
"""What each is called in Arabic, beside its own name: the first is the one that the guide teaches. The article may stand
before it."""

UNTIL: Final = ("TO", "إلى", "حتى", "..")
"""Between the ends of a range of dates."""

QUOTES: Final = ('"“”„‟＂', "«»")
"""Quotation marks by family: any of a family opens, and the next of the same family closes, for keyboards and right-to-left
editors turn them as they like."""

_OPERATORS: Final = {fold_text(sign) if sign.startswith("/") else sign: meaning for sign, meaning in OPERATORS.items()}
_FIELDS: Final = {fold_text(name): field for field, names in FIELDS.items() for name in (field, *names)}
UNTIL_FOLDED: Final = frozenset(map(fold_text, UNTIL))


def operator_of(word: str) -> Operator | None:
    """What a word that stands alone means; capitals count, spelling of the Arabic ones does not."""
    return _OPERATORS.get(word) or (_OPERATORS.get(fold_text(word)) if word.startswith("/") else None)


def field_of(name: str) -> Field | None:
    """The field of this name, in either language, whatever its spelling."""
    folded = fold_text(name)
    return _FIELDS.get(folded) or _FIELDS.get(folded.removeprefix(ARTICLE))
