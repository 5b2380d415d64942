"""What places lie in."""

from collections.abc import Iterable

from search.models import Entity


def lineages(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each location's key with itself and all that it lies in, nearest first: a village, its governorate, its country.

    One query for each step up, whatever the number of keys. What no row has ends the line, and so does a circle, which a
    wrong correction of a gazetteer could make.
    """
    parents: dict[str, str] = {}
    wanted = set(keys)
    asked = wanted
    while asked:
        found = Entity.objects.filter(kind=Entity.Kind.LOCATION, key__in=asked).values_list("key", "parent_key")
        parents.update(found)
        asked = {parents[key] for key in asked if parents.get(key)} - parents.keys()
    return {key: _line(key, parents) for key in wanted}


def _line(key: str, parents: dict[str, str]) -> tuple[str, ...]:
    line = [key]
    while (above := parents.get(line[-1])) and above in parents and above not in line:
        line.append(above)
    return tuple(line)
