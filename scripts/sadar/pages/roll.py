"""The villages of a campaign as the pages of the whole country ask for them.

Their counts are at hand, regency by regency; the villages themselves are asked for only where one is named. So what
tells of a country can be made anew without looking at each of its villages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sadar.campaign import AnyVillage, Step
from sadar.pages.addresses import badge_name
from sadar.pages.facts import Dot, RegencyTally, Tally, tally
from sadar.pages.list_kinds import Choice
from sadar.pages.lists import lists_of
from sadar.records import PartialDate, Standing
from sadar.regions import Regency


@dataclass(frozen=True, slots=True)
class Summary:
    """What the villages of one regency come to together; `checked` is the last day on which one was looked at."""

    regency: Regency
    lists: Mapping[Choice, Tally]
    badges: Mapping[str, Standing | Step]
    dots: tuple[Dot, ...]
    checked: PartialDate

    @property
    def counted(self) -> RegencyTally:
        """Every village is of one kind."""
        kinds = [counted for choice, counted in self.lists.items() if choice.facet == "kind"]
        return RegencyTally(self.regency, sum(kinds, Tally(0, 0)))


Summaries = Mapping[str, Summary]  # by the address of the regency, in the order of the villages


def summary(villages: Iterable[AnyVillage]) -> Summary | None:
    """Of the villages of one regency; None where there are none."""
    own = tuple(villages)
    if not own:
        return None
    return Summary(
        own[0].regency,
        {choice: tally(on_it) for choice, on_it in lists_of(own).items()},
        {badge_name(each): each.standing for each in own},
        tuple(Dot(each.province, each.position, each.joined is not None) for each in own if each.position),
        max(each.checked for each in own),
    )


class Roll:
    """`villages` gives those of a regency by its address."""

    def __init__(self, summaries: Summaries, villages: Callable[[str], Iterable[AnyVillage]]) -> None:
        self.summaries = summaries
        self._within = cache(lambda name: {each.address: each for each in villages(name)})

    @classmethod
    def of(cls, villages: Iterable[AnyVillage]) -> Roll:
        """Where they are all at hand."""
        found: dict[str, list[AnyVillage]] = defaultdict(list)
        for village in villages:
            found[_regency(village.address)].append(village)
        summaries = {name: made for name, own in found.items() if (made := summary(own))}
        return cls(summaries, lambda name: found[name])

    def __iter__(self) -> Iterator[AnyVillage]:
        """All villages."""
        for name in self.summaries:
            yield from self._within(name).values()

    @property
    def last_checked(self) -> tuple[AnyVillage, ...]:
        """The village that was looked at last, if there is any."""
        name = max(self.summaries, key=lambda name: self.summaries[name].checked, default="")
        return (max(self.within(name), key=lambda village: village.checked),) if name else ()

    def within(self, name: str) -> Collection[AnyVillage]:
        """The villages of a regency, if there are any."""
        return self._within(name).values() if name in self.summaries else ()

    def named(self, addresses: Iterable[str]) -> tuple[AnyVillage, ...]:
        """The villages that stand at these addresses, in their order."""
        found = (
            self._within(name).get(address) for address in addresses if (name := _regency(address)) in self.summaries
        )
        return tuple(village for village in found if village)

    def regencies(self, addresses: Iterable[str]) -> tuple[Regency, ...]:
        """The regencies of these villages, each once."""
        names = dict.fromkeys(map(_regency, addresses))
        return tuple(self.summaries[name].regency for name in names if name in self.summaries)


def _regency(address: str) -> str:
    return address.rpartition("/")[0]
