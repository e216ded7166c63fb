"""The lists of a whole campaign, from what is counted of each regency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import get_args

from sadar.pages.facts import Tally
from sadar.pages.list_kinds import Area, Choice, ChoiceTally, Facet, ListPage
from sadar.pages.lists import area_above, in_order, is_on, list_page, parted_page, too_long
from sadar.pages.roll import Roll


def on_lists(roll: Roll) -> Mapping[Choice, Tally]:
    """How many villages are on each list, which are in order."""
    found: dict[Choice, Tally] = defaultdict(lambda: Tally(0, 0))
    for each in roll.summaries.values():
        for choice, counted in each.lists.items():
            found[choice] += counted
    return {choice: found[choice] for choice in sorted(found, key=in_order)}


def by_facet(lists: Mapping[Choice, Tally]) -> Mapping[Facet, tuple[ChoiceTally, ...]]:
    """For each facet how many villages its lists hold."""
    return {
        facet: tuple(ChoiceTally(choice, counted.all) for choice, counted in lists.items() if choice.facet == facet)
        for facet in get_args(Facet)
    }


def list_pages(lists: Mapping[Choice, Tally], roll: Roll, *, large: bool) -> Iterator[ListPage]:
    """The page of each list; those of a long one are counted, not looked at."""
    for choice, counted in lists.items():
        own = {name: each for name, each in roll.summaries.items() if choice in each.lists}
        if too_long(counted.all):
            provinces: dict[Area, Tally] = defaultdict(lambda: Tally(0, 0))
            for each in own.values():
                provinces[area_above(each.regency, "province")] += each.lists[choice]
            yield parted_page(choice, provinces)
        else:
            villages = [village for name in own for village in roll.within(name) if is_on(choice, village)]
            yield list_page(choice, villages, large=large)
