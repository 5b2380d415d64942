"""What readers are told about the query language, statement by statement, each with a query that shows it.

`tests/query/syntax/test_guide.py` holds every one of them against the real server.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy


@dataclass(frozen=True, slots=True)
class Statement:
    """`says` is for readers; `arabic` and `english` are queries that show it, in the "
    "words and signs of either language."""

    key: str
    says: Promise
    arabic: str
    english: str


@dataclass(frozen=True, slots=True)
class Chapter:
    title: Promise
    statements: tuple[Statement, ...]


GUIDE: Final = (
    Chapter(
        gettext_lazy("Words and phrases"),
        (
            Statement(
                "words",
                gettext_lazy(
                    "An article must have all the words, wherever they stand; words such as “in” and "
                    "“from” are passed over."
                ),
                "قافلة من المساعدات",
                "the convoy with aid",
            ),
            Statement(
                "forms",
                gettext_lazy("A word is found with its article, its particles and its regular endings."),
                "قافلة",
                "convoys",
            ),
            Statement(
                "spelling",
                gettext_lazy(
                    "Hamza, vowel signs, final letters, the keyboard and the digits of a query need not "
                    "be those of the article."
                ),
                "قـافـلَه الاغاثه",
                "CONVOY",
            ),
            Statement(
                "phrase",
                gettext_lazy("Words in quotation marks of any kind must stand side by side and in order."),
                "«قافلة مساعدات»",
                "“aid convoy”",
            ),
            Statement(
                "near",
                gettext_lazy(
                    "With ~ and a number after them, that many other words may stand between them, and "
                    "their order is free."
                ),
                '"مساعدات حلب"~5',
                '"truck aid"~5',
            ),
            Statement(
                "punctuation",
                gettext_lazy(
                    "Commas, question marks and dashes are passed over. A dash within a word or number is part of it."
                ),
                "قافلة، مساعدات؟ - حلب",
                "convoy, aid! - relief",
            ),
            Statement(
                "most",
                gettext_lazy(
                    "Where few articles have all words, those that have most of them follow, apart and not counted."
                ),
                "قافلة مساعدات حلب زرافة",
                "convoy aid relief giraffe",
            ),
        ),
    ),
    Chapter(
        gettext_lazy("Operators"),
        (
            Statement(
                "or",
                gettext_lazy("One of the two is enough."),
                "قافلة /أو شاحنات",
                "convoy OR truck",
            ),
            Statement(
                "and",
                gettext_lazy("Both are needed. “And” binds tighter than “or”, and both bind tighter than a space."),
                "شاحنات /أو قافلة /و حلب",
                "truck OR convoy AND relief",
            ),
            Statement(
                "not",
                gettext_lazy("What follows must not stand in the article."),
                "قافلة /ليس حلب",
                "convoy NOT relief",
            ),
            Statement(
                "minus",
                gettext_lazy("The same is said by a minus sign that touches the word, phrase or bracket behind it."),
                "قافلة -حلب",
                "convoy -relief",
            ),
            Statement(
                "plus",
                gettext_lazy(
                    "With a plus sign a word is needed that would be passed over, or that might be "
                    "missing where most of the words are enough."
                ),
                "قافلة +بدون",
                "convoy +relief",
            ),
            Statement(
                "brackets",
                gettext_lazy("Brackets hold together what belongs together."),
                "(قافلة /أو شاحنات) حلب",
                "(convoy OR truck) relief",
            ),
            Statement(
                "capitals",
                gettext_lazy(
                    "The operators AND, OR, NOT are written in capitals, the Arabic ones with a slash "
                    "before them. Other spellings are words."
                ),
                "شاحنات OR قافلة",
                "truck /أو convoy",
            ),
        ),
    ),
    Chapter(
        gettext_lazy("Parts of words, and similar words"),
        (
            Statement(
                "star",
                gettext_lazy(
                    "* stands for any letters within a word or at its end, after two letters at least; "
                    "article and particles may come before."
                ),
                "شاح*",
                "conv*s",
            ),
            Statement(
                "question",
                gettext_lazy("? stands for one letter within a word; at its end, for one or none."),
                "شاحن?ت",
                "tr?ck",
            ),
            Statement(
                "fuzzy",
                gettext_lazy(
                    "~ after a word of three letters or more finds words with one other letter, ~2 with "
                    "two, where texts have them."
                ),
                "شاحماب~2",
                "convvoy~",
            ),
        ),
    ),
    Chapter(
        gettext_lazy("Fields"),
        (
            Statement(
                "title",
                gettext_lazy(
                    "In the title alone: a word, a phrase, or what stands in brackets. A field and its value touch."
                ),
                "عنوان:(شاحنات /أو مساعدات)",
                "title:truck",
            ),
            Statement(
                "actor",
                gettext_lazy(
                    "Articles that name an actor, by any of its names in either language. Names of "
                    "several words stand in quotation marks."
                ),
                'فاعل:"الامم المتحدة"',
                "actor:UN",
            ),
            Statement(
                "location",
                gettext_lazy("Articles that name a place, or what lies in it."),
                "مكان:سوريا",
                "location:Syria",
            ),
            Statement(
                "source",
                gettext_lazy("Articles that cite somebody, or an outlet, for what they say."),
                "مصدر:رويترز",
                "source:Reuters",
            ),
            Statement(
                "outlet",
                gettext_lazy("Articles of an outlet."),
                'وسيلة:"صدى الميدان"',
                'outlet:"Sada al-Midan"',
            ),
            Statement(
                "date",
                gettext_lazy("Articles published in a year, in a month, or on a day."),
                "تاريخ:٢٠٢٣-٠٥",
                "date:2023-05",
            ),
            Statement(
                "range",
                gettext_lazy("From one date to another, both included; * leaves an end open."),
                "تاريخ:[2023-05 إلى 2023-06-15]",
                "date:[2023-06 TO *]",
            ),
            Statement(
                "mentioned",
                gettext_lazy("Articles whose text names a date, in the same ways."),
                "مذكور:2011",
                "mentioned:[2010 TO 2012]",
            ),
            Statement(
                "fields together",
                gettext_lazy("Fields go with words, operators and signs like words."),
                "شاحنات -تاريخ:2023-06",
                "convoy -title:aid",
            ),
        ),
    ),
    Chapter(
        gettext_lazy("Where a query can’t be read"),
        (
            Statement(
                "repair",
                gettext_lazy(
                    "The query is searched for as plain words. The page says what is wrong with it, and "
                    "offers it mended."
                ),
                "(قافلة /أو شاحنات",
                "convoy: truck",
            ),
            Statement(
                "limits",
                gettext_lazy(
                    "What would be too much for the server is left out, and the page says which part. No "
                    "word can begin with *, for instance."
                ),
                "*احنات",
                "*onvoy",
            ),
        ),
    ),
)
