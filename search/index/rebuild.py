"""Builds a new index beside the live one and puts it in its place, while changes go on."""

from collections.abc import Callable

from search.index import targets
from search.index.sync import Progress, bring_up_to_date, drain


def rebuild(tell: Callable[[int], object] = lambda done: None) -> Progress:
    """A fresh index with everything in it, live at the end; searches are served by the old one until then.

    While it is built, daily changes go to both (`targets.all_targets`). What changes between the last round and the swap
    is not in the ledger for the new index, and so is sent by the drain that follows.
    """
    targets.discard_unfinished()
    name = targets.create(targets.BUILDING)
    done = bring_up_to_date(name, tell)
    while (missed := bring_up_to_date(name, tell)).sent:
        done += missed
    targets.promote(name)
    return done + drain()
