"""The frames of a build: those that the last build knew, and those that a page was found to need."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import cast

from sadar.campaign import Campaign
from sadar.dress import Ahead, DressError, Dressing, Frame, Shape, configurations, framed, settings, workshop
from sadar.language import Language
from sadar.outputs import fronts, path_of
from sadar.pages.addresses import BELOW
from sadar.pages.roll import Roll
from sadar.pages.site import overview_pages
from sadar.parts.framing import Shapes
from sadar.parts.kept import known, put_known
from sadar.parts.order import Order
from sadar.parts.shared import Shared, digest_of, shared
from sadar.policy import inline
from sadar.records.redirects import Ledger
from sadar.tree import put

Navigation = dict[Language, dict[PurePosixPath, str]]


class Framer:
    """Holds what all parts share, with the frames known so far; they are kept for the next build.

    `knows` tells whether the last build left any. `before` names what the parts of the last build shared, where
    `mkdocs.yml` said the same; `spare` as of `Shared`.
    """

    def __init__(
        self,
        order: Order,
        campaign: Campaign,
        size: int,
        around: str,
        started: Ahead,
        before: tuple[str, str] | None,
        spare: Path | None,
    ) -> None:
        root, folder, regions, today = order.root, order.folder, order.regions, order.today
        build = root / "build"
        (build / "docs").mkdir(parents=True, exist_ok=True)
        chosen = shared(*before).settings if before else settings(root, build / "docs")
        put(build / "settings", configurations(chosen.languages, BELOW, chosen.url, today, large=campaign.large))
        self.folder = folder
        self.started = started
        # Every page names the pages of the navigation, by their heads alone.
        named = (PurePosixPath("index.md"), *map(PurePosixPath, chosen.nav))
        pages = [page for page in overview_pages(campaign, Roll.of(()), today) if path_of(page) in named]
        self.navigation: Navigation = {
            language: dict(fronts(pages, language, chosen, size)) for language in chosen.languages
        }
        around = digest_of(around, sorted(self.navigation.items()))
        frames = cast(dict[Language, dict[Shape, Frame]], known(folder / "frames", around) or {})
        self.knows = bool(frames)
        self.shared = Shared(
            root, build, folder / "staged", regions, today, chosen, size, _bare(campaign), around, frames, spare
        )

    def learn(self, missing: Shapes) -> None:
        """Let MkDocs make these frames as well. DressError where it fails, or the theme runs what its policy stops."""
        html = workshop(self.shared.folder / "framed")
        frames, wanted = dict(self.shared.frames), {}
        for language in self.shared.settings.languages:
            shapes = sorted((shape for spoken, shape in missing if spoken == language), key=str)
            if shapes:
                dressing = Dressing(language, BELOW[language], self.shared.folder, html / language, ())
                wanted[dressing] = self.navigation[language], shapes
        for language, found in framed(wanted, self.started.take()).items():
            for frame in found.values():
                _harmless("".join(frame.pieces))
            frames[language] = {**frames.get(language, {}), **found}
        self.shared = replace(self.shared, frames=frames)
        put_known(self.folder / "frames", self.shared.around, frames)


def _bare(campaign: Campaign) -> Campaign:
    """What parts need to know of the whole campaign, which is handed to every process."""
    return replace(
        campaign, launches=(), pages=(), figure_files=(), comments=(), paths=(), ledger=Ledger({}), pictures=()
    )


def _harmless(html: str) -> None:
    """Our theme has no script in its pages; one with such needs its hashes in every page, which a whole build gives."""
    found = inline(html)
    if found.scripts or found.styles or found.never:
        raise DressError("The theme has scripts or styles within its pages: build with --plain.")
