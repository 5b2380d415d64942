"""Names of places that lists and rules are not sure of: they stand where the tagger takes them for places as well.

They are everyday words that a list has as a place (حائل, العيون), words behind the head of a region (ولاية بالكسير), rare words
behind a preposition (في سيفاري), and words in one series with places (الدائر والعبدابي وأبو عريش). How probable a place the
tagger must think each to be, depends on what else speaks for it. The thresholds were set on the development half of the
newswire, cross-validated, and on some hundred names of unlabelled articles (`tests/bench/README.md`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Final, NamedTuple

from search.arabic.letters import ARTICLE
from search.extraction.everyday import is_everyday
from search.extraction.gazetteer import Hit, Sense
from search.extraction.nations import NATIONS
from search.extraction.people import OFFICES, TITLES
from search.extraction.scan import Scan
from search.extraction.unlisted import unlisted
from search.extraction.words import FUNCTION_WORDS, folded, is_verb

_LISTED: Final = 0.08
"""How probable a place the tagger must think each kind of name in doubt: these and the following."""
_BEHIND_HEAD: Final = 0.15
_BEHIND_SHOWN_HEAD: Final = 0.01
_BEHIND_PREPOSITION: Final = 0.28
_LOCATED: Final = 0.05
_IN_SERIES: Final = 0.1
_IN_SERIES_OF_HEAD: Final = 0.03

_PREPOSITIONS: Final = folded("في إلى من بين قرب نحو صوب باتجاه غربي شرقي شمالي جنوبي شمال جنوب شرق غرب وسط محيط")
_GOVERNING: Final = folded(
    "أهالي سكان أبناء محافظ أمير أمانة بلدية إمارة تعليم صحة شرطة مرور جوازات جمرك طريق زوار سيول أمطار ريف عاصفة",
    "ضواحي مشارف تخوم أطراف سواحل شواطئ شوارع أحياء مدخل مداخل مثلث سوق مدارس عمل فرع مهرجان صيف نحو بلديات وديان",
)
"""Words that a place's name completes (أهالي الرس, مرور بيش)."""
_WHERE: Final = folded(
    "شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي بوسط بشمال بجنوب بشرق بغرب بشمالي بجنوبي بشرقي بغربي بولاية بمحافظة بإقليم",
    "بمقاطعة بمنطقة بمديرية بقضاء بضاحية الواقعة القريبة المجاورة الحدودية المحاذية الساحلية المتاخمة التابعة",
)
"""What tells where the place before it lies."""
_HEADS: Final = folded("منطقة إقليم ولاية مقاطعة ضاحية ناحية مديرية قضاء مدينة بلدة قرية محافظة معسكر عاصمة")
_SHOWN_HEADS: Final = folded("حي بحيرة جزر منفذ مفرق وادي نقيل هضبة غابة منتجع")
"""Heads that are part of the name."""
_HEADS_OF_MANY: Final = folded(
    "مناطق محافظات مديريات بلدات قرى مدن أحياء أودية ولايات أقاليم مقاطعات بلديات ضواحي مراكز",
    "منطقتي محافظتي مديريتي بلدتي قريتي مدينتي ولايتي إقليمي",
)
_SEPARATORS: Final = frozenset({"،", ",", "-", "–"})
_MARKS: Final = frozenset("\"'«»()[]“”")
_LONGEST: Final = 3
"""Words of a member of a series."""
_AND: Final = "و"
_IN_THE: Final = "بال"
_JOINING: Final = ("وب", "ول", "و", "ف", "ب", "ل", "")
_PROCLITIC: Final = "ب"
_WRITTEN_HEADS: Final = {
    proclitics + head: (len(proclitics), head)
    for proclitics in _JOINING
    for head in _HEADS | _SHOWN_HEADS | _HEADS_OF_MANY
}
_NO_NAME: Final = (
    FUNCTION_WORDS
    | TITLES
    | OFFICES
    | _HEADS_OF_MANY
    | folded(
        "المملكة المحافظة المنطقة الإقليم المدينة البلاد الدولة الولاية الشمال الجنوب الشرق الغرب الوسط الحدود المجمع اليورو",
        "الهدف دول الدول غيرها بقية سائر باقي جهنم الجنة محافظات مناطق مدن قرى ولايات إحدى عشوائي سكني سكنية اصطناعية أحراج",
        "الله الفقيه العالم الجزاء الملعب المطار الكورنيش الإمبراطورية الإبهام إبهام حزام وسط آمنة العرب المسلمون الدول وصولا",
        "حرجية قاحلة حديثه الوسطى القناة النهر البحر الساحل المحيط",
    )
)
_OF_SOMEBODY: Final = ("ه", "ها", "هم")
"""Endings of words with a possessor (في مهده), or of the feminine, which rare names of foreign places seldom have."""
_FEMININE: Final = "ه"
_ADJECTIVE_ENDINGS: Final = ("يه", "يين", "يون")


class Doubt(NamedTuple):
    """A match that may be a place, and how probable one the tagger must take it to be."""

    hit: Hit
    least: float


def doubtful_places(
    scan: Scan, unsure: Sequence[Hit], standing: Sequence[Hit], is_rare: Callable[[str], bool]
) -> list[Doubt]:
    """Places in doubt, in text order, one a word. unsure: matches of lists that no context makes names; standing: those that
    stand; is_rare: whether a word is one of those that the language of the news seldom has."""
    taken = bytearray(len(scan.words) + 1)
    for hit in standing:
        taken[hit.first : hit.last + 1] = b"\1" * (hit.last + 1 - hit.first)
    series: dict[_Member, float] = {}
    for member, least in _series(scan, standing):
        series[member] = min(least, series.get(member, least))
    starts = {member.first: least for member, least in series.items()}
    found: dict[int, Doubt] = {}
    for doubt in (
        *_listed(scan, unsure, starts),
        *_behind_heads(scan),
        *(Doubt(_unlisted(scan, *member), least) for member, least in series.items()),
        *_behind_prepositions(scan, standing, is_rare),
    ):
        if not any(taken[doubt.hit.first : doubt.hit.last + 1]):
            taken[doubt.hit.first : doubt.hit.last + 1] = b"\1" * (doubt.hit.last + 1 - doubt.hit.first)
            found[doubt.hit.first] = doubt
    return [found[at] for at in sorted(found)]


def _listed(scan: Scan, unsure: Sequence[Hit], series: Mapping[int, float]) -> Iterator[Doubt]:
    for hit in unsure:
        senses = tuple(sense for sense in hit.senses if sense.entity.kind == "location")
        if not senses or hit.senses[0].entity.kind != "location":
            continue
        place = Hit(hit.first, hit.last, hit.offset, hit.proclitics, senses)
        if hit.first in series:
            yield Doubt(place, series[hit.first])
        elif _PROCLITIC in hit.proclitics or (not hit.offset and _is_governed(scan, hit.first)):
            yield Doubt(place, _LISTED)


def _is_governed(scan: Scan, index: int) -> bool:
    """Whether what stands before a word is completed by a place's name; or nothing does."""
    before = scan.before(index)
    return not before or any(word in _PREPOSITIONS or word in _GOVERNING for word in (before, before[1:]))


def _behind_heads(scan: Scan) -> Iterator[Doubt]:
    for index in scan.where(scan.vocabulary & _WRITTEN_HEADS.keys()):
        offset, head = _WRITTEN_HEADS[scan.words[index]]
        if not scan.after(index) or not _may_be_name(scan, index + 1):
            continue
        if head in _SHOWN_HEADS:
            yield Doubt(_unlisted(scan, index, index + 1, offset), _BEHIND_SHOWN_HEAD)
        else:
            yield Doubt(_unlisted(scan, index + 1, index + 1), _BEHIND_HEAD)


def _behind_prepositions(scan: Scan, standing: Sequence[Hit], is_rare: Callable[[str], bool]) -> Iterator[Doubt]:
    places = {hit.first for hit in standing if hit.senses[0].entity.kind == "location" or len(hit.senses) > 1}
    for index in scan.where(scan.vocabulary & (_PREPOSITIONS | _GOVERNING)):
        word = scan.after(index)
        if not word or word.startswith((ARTICLE, _AND)) or not is_rare(word) or not _may_be_name(scan, index + 1):
            continue
        if _is_located(scan, index + 1, places):
            yield Doubt(_unlisted(scan, index + 1, index + 1), _LOCATED)
        elif not word.endswith(_OF_SOMEBODY):
            yield Doubt(_unlisted(scan, index + 1, index + 1), _BEHIND_PREPOSITION)


def _is_located(scan: Scan, index: int, places: Set[int]) -> bool:
    """Whether what stands behind a word tells where a place lies (سيفاري بوسط مالي, إنجرليك التركية)."""
    after = scan.after(index)
    return (
        after in _WHERE
        or (after in NATIONS and after.endswith(_FEMININE))
        or (after.startswith(_PROCLITIC) and index + 1 in places)
    )


class _Member(NamedTuple):
    """A member of a series that may be a name: its first and last word, and how many letters join it to the one before."""

    first: int
    last: int
    offset: int


def _series(scan: Scan, standing: Sequence[Hit]) -> Iterator[tuple[_Member, float]]:
    """What stands in one series with two places or more, or behind the head of several (أودية قصي وجورى), and the
    threshold."""
    places = [hit for hit in standing if any(sense.entity.kind == "location" for sense in hit.senses)]
    by_edge = {hit.first: hit for hit in places} | {hit.last: hit for hit in places}
    done: set[int] = set()
    for hit in places:
        if hit.first not in done:
            before, others = _to_left(scan, hit.first, by_edge)
            behind, more = _to_right(scan, hit.last, by_edge)
            done |= others | more
            if others or more:
                yield from ((member, _IN_SERIES) for member in (*before, *behind))
    for index in scan.where(scan.vocabulary & _WRITTEN_HEADS.keys()):
        if _WRITTEN_HEADS[scan.words[index]][1] in _HEADS_OF_MANY and scan.after(index):
            first = by_edge.get(index + 1) or _member(scan, index + 1, 0)
            if first is not None:
                behind, others = _to_right(scan, first.last, by_edge)
                own = [first] if isinstance(first, _Member) else []
                if behind or others:
                    yield from ((member, _IN_SERIES_OF_HEAD) for member in (*own, *behind))


def _to_right(scan: Scan, edge: int, by_edge: Mapping[int, Hit]) -> tuple[list[_Member], set[int]]:
    """The series behind a word: what may be names, and the first words of places."""
    run: list[_Member] = []
    places: set[int] = set()
    while (at := _neighbour(scan, edge, 1)) is not None:
        place = by_edge.get(at)
        if place is not None:
            places.add(place.first)
            edge = place.last
            continue
        member = _member(scan, at, int(_is_joined(scan, at)))
        if member is None:
            break
        run.append(member)
        edge = member.last
    return run, places


def _to_left(scan: Scan, edge: int, by_edge: Mapping[int, Hit]) -> tuple[list[_Member], set[int]]:
    """The same before a word."""
    run: list[_Member] = []
    places: set[int] = set()
    while (last := _neighbour(scan, edge, -1)) is not None:
        place = by_edge.get(last)
        if place is not None:
            places.add(place.first)
            edge = place.first
            continue
        first = next(
            (at for at in range(last, max(last - _LONGEST, -1), -1) if _neighbour(scan, at, -1) is not None), last
        )
        member = _Member(first, last, int(_is_joined(scan, first)))
        if not all(_may_be_name(scan, at, member.offset if at == first else 0) for at in range(first, last + 1)):
            break
        run.append(member)
        edge = first
    return run, places


def _member(scan: Scan, first: int, offset: int) -> _Member | None:
    """The member of a series that begins with a word: up to the next separator, or that word alone."""
    last = next((at for at in range(first, first + _LONGEST) if _neighbour(scan, at, 1) is not None), None)
    if last is None:
        last = first + int(scan.words[first][offset:] in _SHOWN_HEADS)
    if not all(_may_be_name(scan, at, offset if at == first else 0) for at in range(first, last + 1)):
        return None
    return _Member(first, last, offset)


def _neighbour(scan: Scan, at: int, step: int) -> int | None:
    """The next word of a series, joined by a comma or a dash, or by `and`, also where it is written apart."""
    beside = at + step
    if not (0 <= beside < len(scan.words) and 0 <= at < len(scan.words)):
        return None
    if scan.words[beside] == _AND:
        beyond = beside + step
        return beyond if 0 <= beyond < len(scan.words) else None
    later = max(at, beside)
    return beside if scan.gaps[later].strip() in _SEPARATORS or _is_joined(scan, later) else None


def _is_joined(scan: Scan, index: int) -> bool:
    """Whether a word begins with the `and` that joins it to the one before it."""
    word = scan.words[index]
    return word.startswith(_AND) and len(word) > 3 and _MARKS.issuperset(scan.gaps[index].strip())


def _may_be_name(scan: Scan, index: int, offset: int = 0) -> bool:
    if index >= len(scan.words):
        return False
    word = scan.words[index][offset:]
    return (
        len(word) > 2
        and word.isalpha()
        and word not in _NO_NAME
        and not (word[0] == _AND and word[1:] in _NO_NAME)
        and not word.startswith(_IN_THE)
        and not (word.endswith(_ADJECTIVE_ENDINGS) and not word.startswith(ARTICLE))
        and not is_verb(word)
        and not is_everyday(word)
    )


def _unlisted(scan: Scan, first: int, last: int, offset: int = 0) -> Hit:
    start, end = scan.original_span(first, last, offset)
    record = unlisted("location", "other", scan.text[start:end])
    return Hit(first, last, offset, scan.words[first][:offset], (Sense(record, "name"),), "context")
