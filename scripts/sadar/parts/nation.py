"""What tells of the whole country: the pages of MkDocs, the joined data, the finder, the sitemaps, the text index.

Each group of files is made anew only where what it is made of has changed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import cast

from sadar import checks, search
from sadar.dress import together
from sadar.ledger import unnoted
from sadar.outputs import OF_ALL, OF_PAGES
from sadar.outputs.browse import rows_by_province, village_rows
from sadar.outputs.sitemaps import Entry, entries, sitemaps_of
from sadar.pages import Page, Site
from sadar.pages.subscriptions import subscription
from sadar.pages.text_kinds import BadgesPage
from sadar.parts.drawing import Drawn, drawn_for
from sadar.parts.engine import Engine
from sadar.parts.gathered import all_entries, all_made
from sadar.parts.meanwhile import NationDone
from sadar.parts.overview import Overview
from sadar.parts.record import Looked, Made
from sadar.parts.regency import RegencyMade
from sadar.parts.shared import Outputs, Shared, digest_of, told_by
from sadar.pictures import Picture
from sadar.pictures.cards import draw, draw_ahead
from sadar.pictures.developing import develop
from sadar.secure import secure


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
    entries: tuple[Entry, ...]
    told: str
    pictures: tuple[Picture, ...]
    drawn: Drawn
    searched: Mapping[str, bytes]
    current: Path  # the folder of the published site
    published: Callable[[PurePosixPath, bytes], bool]  # whether a page stands just so in the last build's site
    engine: Engine
    drawing: list[Future[None]]  # processes that draw cards ahead


def nation_of(
    common: Shared, overview: Overview, after: Made, before: Made, site: Path, engine: Engine
) -> tuple[Nation, Looked]:
    """What the groups of the whole country are made of, and what a look at all pages came to; all parts are done.

    DamagedError; OSError where the disk refuses.
    """
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
    pages_before = before.nation["pages"][1] if before.around == after.around and before.nation else Outputs()
    drawn = (*drawn_for(common, overview.pages), *(card for each in made for card in each.drawn))
    pool = engine.local
    nation = Nation(
        common,
        common.site(campaign, pages),
        overview,
        (*own, *elsewhere),
        told,
        (*campaign.pictures, *(each for own in made if isinstance(own, RegencyMade) for each in own.pictures)),
        drawn,
        {path: digest for each in made for path, digest in each.searched.items()},
        site,
        lambda path, data: pages_before.get(str(path)) == told_by(data),
        engine,
        draw_ahead([card for _, card in drawn], common.folder / "cards", pool) if pool else [],
    )
    return nation, looked


def make_nation(nation: Nation, before: NationDone) -> NationDone:
    """Every group that is not made meanwhile, made anew or as it was. DressError, SearchError, OSError."""
    common, made = nation.common, NationDone()

    def group(name: str, told: str | None, make: Callable[[], Iterable[tuple[PurePosixPath, str | bytes]]]) -> None:
        last, outputs = before.get(name, ("", Outputs()))
        digest = "" if told is None else common.digest(told)
        if told is None or last != digest:
            staging = common.staging(outputs)
            for path, content in make():
                staging.add(path, content)
            outputs = staging.outputs
        made[name] = digest, outputs

    group("files", nation.told, lambda: (each for make in OF_ALL for each in make(nation.site)))
    group("sitemaps", nation.told, lambda: sitemaps_of(nation.entries, nation.site.url))
    group("beside", _told_beside(nation.overview), lambda: _beside_pages(nation))
    if not rows_by_province(common.size):
        group("rows", None, lambda: village_rows(nation.overview.roll, common.size))  # made anew in every build
    for drawing in nation.drawing:
        drawing.result()
    nation.engine.finish()
    group("pages", nation.overview.told, lambda: _dressed(nation))
    group("pictures", digest_of(nation.drawn, *nation.pictures), lambda: _pictures(nation))
    searched = {path: digest for path, digest in made["pages"][1].items() if path.endswith(".html")}
    searched |= nation.searched
    group("search", digest_of(*sorted(searched.items())), lambda: _index(nation, searched))
    return made


def _dressed(nation: Nation) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The pages that MkDocs makes, and what the theme brings with it."""
    whole = together(nation.overview.at_work)
    secure(whole, nation.overview.pages, nation.common.settings.languages, nation.published)
    return _in_folder(whole)


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
    yield from _in_folder(develop(common.root, nation.pictures, common.folder / "pictures", nation.engine.jobs))
    for path, file in draw(dict(nation.drawn), common.folder / "cards", nation.engine.jobs).items():
        yield path, file.read_bytes()


def _index(nation: Nation, searched: Iterable[str]) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The text index of the pages that may be found, which lie in what is new or in the site as it stands."""
    folder = nation.overview.html / "searched"
    shutil.rmtree(folder, ignore_errors=True)
    for path in searched:
        new = nation.common.staged / path
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(new if new.is_file() else nation.current / path, folder / path)
    search.index(folder)
    return ((PurePosixPath("pagefind") / path, content) for path, content in _in_folder(folder / "pagefind"))


def _in_folder(folder: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file():
            yield PurePosixPath(path.relative_to(folder)), path.read_bytes()
