"""How often the language is told rightly: `python -m tests.bench.language [FOLDER]`.

Texts that no rule was made from: messages of the translation catalogues that the installed packages bring (Django's, above
all), joined to headlines, paragraphs and articles; the articles of `../shared/data`; both also as typed on each other's
keyboards; and, in FOLDER, files `CODE.txt` with one paragraph a line (the Declaration of Human Rights, say). Prints for each
language the share told rightly, left open (`und`) and told wrongly, the time, and what the detector adds to the process.
"""

import gettext
import gzip
import json
import random
import re
import sys
import sysconfig
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from search.extraction.language import UNKNOWN, language_of

_NEWS = Path(__file__).resolve().parents[3] / "shared" / "data" / "news_saudi.jsonl.gz"
_LANGUAGES = "ar fa ckb ur ug he tr az fr en de es it pt nl ru uk hy el id sw so uz tk ku ps".split()
_LEFT_OUT = "eu cy ga is ta"
"""Languages that the detector does not list: what it says of them."""
_LENGTHS = {"headline": 50, "paragraph": 400, "article": 1500}
_MOST = 300
_MARKUP = re.compile(r"%\(\w+\)\w|%\w|\{[^}]*\}|<[^>]*>|&\w+;|\s+")
_ARABIC_KEYBOARD = str.maketrans("یک", "يك")
_PERSIAN_KEYBOARD = str.maketrans("يكى", "یکی")


def main(arguments: list[str]) -> None:
    before = _megabytes()
    for code in ("en", "ar"):
        language_of({"en": "The ministry said so", "ar": "قالت الوزارة ذلك"}[code])
    print(f"the detector adds {_megabytes() - before:.0f} MB to the process")
    messages = _catalogues()
    _table("catalogues", {code: messages[code] for code in _LANGUAGES if code in messages})
    typed = {code: [text.translate(_ARABIC_KEYBOARD) for text in messages[code]] for code in ("fa", "ckb", "ur")}
    _table("Arabic keyboard", typed)
    _table("not listed", {code: messages[code] for code in _LEFT_OUT.split()})
    for folder in arguments:
        _table(folder, {path.stem: path.read_text(encoding="utf-8").split("\n") for path in Path(folder).glob("*.txt")})
    if not _NEWS.exists():
        print(f"news: skipped, {_NEWS} is not there")
        return
    with gzip.open(_NEWS, "rt", encoding="utf-8") as lines:
        articles = [(row["title"], row["body"]) for row in map(json.loads, lines)]
    whole = [f"{title}\n{body}" for title, body in articles if len(body) > 100]
    _line("news", "ar", "article", whole)
    _line("news", "ar", "headline", [title for title, _ in articles if len(title) > 20])
    _line("Persian keyboard", "ar", "article", [text.translate(_PERSIAN_KEYBOARD) for text in whole])
    headlines = [title.translate(_PERSIAN_KEYBOARD) for title, _ in articles if len(title) > 20]
    _line("Persian keyboard", "ar", "headline", headlines)


def _table(source: str, texts: Mapping[str, Iterable[str]]) -> None:
    for code, messages in sorted(texts.items()):
        for name, length in _LENGTHS.items():
            _line(source, code, name, _joined(messages, length))


def _line(source: str, code: str, length: str, texts: list[str]) -> None:
    start = time.perf_counter()
    told = Counter(map(language_of, texts))
    each = (time.perf_counter() - start) / max(1, len(texts)) * 1000
    total, right, left_open = max(1, len(texts)), told.pop(code, 0), told.pop(UNKNOWN, 0)
    wrong = total - right - left_open if texts else 0
    print(
        f"{source:15.30} {code:4} {length:9} {len(texts):6}  right {right / total:6.1%}  und {left_open / total:6.1%}  "
        f"wrong {wrong / total:5.1%} {' '.join(f'{code}:{count}' for code, count in told.most_common(3)):15} {each:.2f} ms"
    )


def _catalogues() -> dict[str, list[str]]:
    """Language code to translated messages, shuffled, without placeholders; English from the originals."""
    found: dict[str, set[str]] = {"en": set()}
    for path in sorted(Path(sysconfig.get_paths()["purelib"]).rglob("LC_MESSAGES/*.mo")):
        with path.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
        for key, text in catalogue.items():
            original = key[0] if isinstance(key, tuple) else key
            if original and text and text != original:
                found.setdefault(path.parts[-3], set()).add(_MARKUP.sub(" ", text).strip())
                found["en"].add(_MARKUP.sub(" ", original.rpartition("\4")[2]).strip())
    return {code: _shuffled(texts) for code, texts in found.items()}


def _shuffled(texts: Iterable[str]) -> list[str]:
    ordered = sorted(texts)
    random.Random(1).shuffle(ordered)
    return ordered


def _joined(texts: Iterable[str], length: int) -> list[str]:
    """Texts put together, in order, to stretches of at least `length` characters and no more than half as many again."""
    stretches, current = [], ""
    for text in texts:
        current = f"{current} {text}".strip()
        if len(current) >= length:
            stretches.append(current[: length * 3 // 2])
            current = ""
    return stretches[:_MOST]


def _megabytes() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
