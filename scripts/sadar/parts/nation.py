"""What tells of the whole country besides its pages: sitemaps, feeds, pictures, what hosts and browsers ask for.

Each group of files is made anew only where what it is made of has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import cast

from sadar import checks
from sadar.ledger import unnoted
from sadar.outputs import OF_ALL, OF_PAGES
from sadar.outputs.browse import rows_by_province, village_rows
from sadar.outputs.sitemaps import Entry, entries, sitemaps_of
from sadar.pages import Page, Site
from sadar.pages.subscriptions import subscription
from sadar.pages.text_kinds import BadgesPage
from sadar.parts.drawing import Drawn, drawn_for
from sadar.parts.engine import Engine
from sadar.parts.finishing import Finishing
from sadar.parts.gathered import all_entries, all_made
from sadar.parts.groups import File, NationDone, group
from sadar.parts.overview import Overview
from sadar.parts.record import Looked, Made
from sadar.parts.regency import RegencyMade
from sadar.parts.shared import Shared, digest_of
from sadar.pictures import Picture
from sadar.pictures.cards import draw, draw_ahead
from sadar.pictures.developing import develop
from sadar.tree import files_in


@dataclass(frozen=True, slots=True)
class Nation:
    """All that the groups are made of.

    `site` has no village; its pages are those of the whole country, and of all others their entries, of which no more
    is asked than where they are. Where these and all but villages' records are as they were in the last build, it has
    no pages and there are no entries: `told`, a digest of both, tells that nothing is made of them.
    """

    common: Shared
    site: Site
    overview: Overview
    finishing: Finishing
    entries: tuple[Entry, ...]
    told: str
    pictures: tuple[Picture, ...]
    drawn: Drawn
    searched: Mapping[str, bytes]
    engine: Engine
    drawing: list[Future[None]]  # processes that draw cards ahead


def nation_of(common: Shared, finishing: Finishing, after: Made, before: Made, engine: Engine) -> tuple[Nation, Looked]:
    """What the groups of the whole country are made of, and what a look at all pages came to; all parts are done.

    DamagedError; OSError where the disk refuses.
    """
    overview = finishing.overview
    campaign, folder = overview.campaign, common.folder / "parts"
    # Of the villages these pages tell the last day on which one was looked at.
    newest = overview.roll.last_checked
    own = tuple(entries(overview.pages, newest, campaign.launches, common.settings.languages))
    told = digest_of(overview.read, *own, *(done.entered for done in after.parts))
    elsewhere: tuple[Entry, ...] = ()
    pages: tuple[Page, ...] = ()
    looked = before.looked
    if before.nation.get("files", ("",))[0] != common.digest(told):
        elsewhere = all_entries(folder, after.parts)
        pages = (*overview.pages, *cast(tuple[Page, ...], elsewhere))
        problems = tuple(each for check in checks.CHECKS_OF_THE_SITE for each in check(campaign, pages))
        looked = Looked(problems, len(own) + len(elsewhere), len(unnoted(campaign.ledger, pages)))
    made = all_made(folder, after.parts)
    drawn = (*drawn_for(common, overview.pages), *(card for each in made for card in each.drawn))
    pool = engine.local
    nation = Nation(
        common,
        common.site(campaign, pages),
        overview,
        finishing,
        (*own, *elsewhere),
        told,
        (*campaign.pictures, *(each for own in made if isinstance(own, RegencyMade) for each in own.pictures)),
        drawn,
        {path: digest for each in made for path, digest in each.searched.items()},
        engine,
        draw_ahead([card for _, card in drawn], common.folder / "cards", pool) if pool else [],
    )
    return nation, looked


def make_nation(nation: Nation, before: NationDone) -> NationDone:
    """Every group that is not made meanwhile, made anew or as it was. DressError, SearchError, OSError."""
    common, overview, made = nation.common, nation.overview, NationDone()

    def group_of(name: str, told: str | None, make: Callable[[], Iterable[File]]) -> None:
        made[name] = group(common, before.get(name), told, make)

    group_of("files", nation.told, lambda: (each for make in OF_ALL for each in make(nation.site)))
    group_of("sitemaps", nation.told, lambda: sitemaps_of(nation.entries, nation.site.url))
    group_of("beside", _told_beside(overview), lambda: _beside_pages(nation))
    if not rows_by_province(common.size):
        group_of("rows", None, lambda: village_rows(overview.roll, common.size))  # made anew in every build
    for drawing in nation.drawing:
        drawing.result()
    nation.engine.finish()
    group_of("pictures", digest_of(nation.drawn, *nation.pictures), lambda: _pictures(nation))
    return made | nation.finishing.done(nation.searched)


def _beside_pages(nation: Nation) -> Iterator[tuple[PurePosixPath, str | bytes]]:
    overview = nation.common.site(nation.site.campaign, nation.overview.pages)
    for make in OF_PAGES:
        yield from make(overview)


def _told_beside(overview: Overview) -> str:
    """A digest of what feeds, calendars and badges are made of: of a village all but where it stands."""
    offered = [each for page in overview.pages if (each := subscription(page))]
    events = [event for each in offered for event in (*each.latest, *(event for _, event in each.dated))]
    villages = {village.address: village for event in events for village in event.villages}
    where = [(each.name, each.kind, each.district, each.regency, each.position) for each in villages.values()]
    badges = [name for page in overview.pages if isinstance(page, BadgesPage) for name in page.badges]
    return digest_of(overview.read, *villages, *where, *badges)


def _pictures(nation: Nation) -> Iterator[tuple[PurePosixPath, bytes]]:
    common = nation.common
    yield from files_in(develop(common.root, nation.pictures, common.folder / "pictures", nation.engine.jobs))
    for path, file in draw(dict(nation.drawn), common.folder / "cards", nation.engine.jobs).items():
        yield path, file.read_bytes()
