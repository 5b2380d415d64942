"""How words make a date: one compiled expression over the kinds of a text's items (`vocabulary.Kind`).

The alternatives stand in order of what they take: where two begin at the same item, the fuller one comes first.
"""

import re
from typing import Final

_DAY: Final = "[ijofc]"
_ERA: Final = "[gr]?"
_JOINED: Final = "(?:&?3|&|-)"
_YEAR: Final = f",?1?(?:[eE]a?,?)?[yhlw]{_ERA}(?![%w])"
_RELATIVE_YEAR: Final = f"1?(?:tEa?|Ea?[m=])(?:[yhQI]{_ERA})?"
_TAIL: Final = f"(?:[m=](?:{_YEAR})?|{_YEAR}|{_RELATIVE_YEAR})"
_MONTH: Final = f"(?:(?:k[MAHBJ]|[MHAB]){_TAIL}?|J{_TAIL})"
_IN_MONTH: Final = f"(?:1?(?:{_MONTH}|tK|K[m=p])|1J)"
_WEEKDAY: Final = "z?W"
_DAY_WORD: Final = rf"z?[TZ](?:,?{_WEEKDAY}|\({_WEEKDAY}\))?"
_HEAD: Final = f"(?:{_DAY_WORD}|{_WEEKDAY}[m=]?|z)"
_AGREEING: Final = f"(?:{_HEAD},?q?,?|q)"
_DAY_BEFORE: Final = f"(?:z|{_WEEKDAY},?)?"

_DATE: Final = rf"(?:(?:{_DAY}|\([ij]\)){_IN_MONTH}|[MH]o(?:{_YEAR})?|[MH][ij](?=,y){_YEAR}|D{_ERA}|[ij]=)"
_DAYS: Final = (
    f"[14]?{_DAY_BEFORE}{_DAY}{_JOINED}{_DAY_BEFORE}{_DAY}{_IN_MONTH}"
    f"|[14]?{_DAY_BEFORE}R{_IN_MONTH}"
    f"|(?:{_AGREEING})?X{_ERA}"
)
_ONE_DAY: Final = (
    rf"{_AGREEING}\({_DATE}\)|{_AGREEING}?{_DATE}"
    rf"|(?:(?<=[56])|{_AGREEING})d{_ERA}|(?:{_DAY_WORD}|{_WEEKDAY}),?q?R{_ERA}"
)
_WEEK: Final = "(?:tU|U[m=])"
_YEARS: Final = (
    rf"(?:[14](?:[eE]a?)?|(?<=[56b])(?=[yh])|(?:O1?)?[eE]a?)[yhlw]{_ERA}{_JOINED}[14]?(?:[eE]a?)?[yhlw]{_ERA}(?![%w])"
)
_ONE_YEAR: Final = (
    f"(?:O1?|Uo1?)?(?:s1?)?(?:[eE]a?(?:[yhlwQI]{_ERA}|n{_ERA}|[ij]r)|{_RELATIVE_YEAR})"
    rf"|(?:O1?|s1?)[yhQ]{_ERA}(?![%w])|O1?E(?!a)|[yh][gr]|(?<=[56b3])y(?![%w])|(?<=\()[yQ](?=\))|Q|I{_ERA}"
)
_AGO: Final = "b(?:[cijn][vkezu]|2|[zuke](?![WMHABJyhlwnQDTZRX]))(?![1%])"
_BACK: Final = "(?:P[cijn]|[cijn][vP]|L)m"

ALTERNATIVES: Final = {
    "days": _DAYS,
    "day": _ONE_DAY,
    "years": _YEARS,
    "quarter": f"So1?(?:[eE]a?[yhlw]{_ERA}|[yh]{_ERA}|{_RELATIVE_YEAR}|E)",
    "weekday_of_week": f"{_WEEKDAY}1?{_WEEK}|{_WEEK}{_WEEKDAY}",
    "month": (
        f"(?:O1?|[US]o1?)?(?:k[MAHBJ]{_TAIL}?|[MH]{_TAIL}?|[ABJ]{_TAIL})|(?:O1?|[US]o1?|(?<=[56b]))[AB]"
        "|k?F[gr]|kF|(?<=[56])F"
    ),
    "this_month": "(?:O1?|[US]o1?)?(?:tK|K[m=])|O1?K",
    "week": f"(?:O1?)?{_WEEK}",
    "year": _ONE_YEAR,
    "century": "(?:O1?)?(?:G(?:1?C[mo])?(?!1x)|C[mo])",
    "ago": _AGO,
    "back": _BACK,
    "day_word": _DAY_WORD,
    "weekday": f"{_WEEKDAY}[m=]?",
}
"""Name of a reading (`readings.py`) to the expression over kinds that asks for it."""

_NEVER_FIRST: Final = "x&,/)-5632789!%?gmqrnp="
"""Kinds that no alternative begins with: most items are passed over at once."""

GRAMMAR: Final = re.compile(
    f"(?![{re.escape(_NEVER_FIRST)}])(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in ALTERNATIVES.items())})"
)
