"""The pages of the whole country, begun as soon as all villages are known: MkDocs makes them while areas are made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import cast

from sadar import checks
from sadar.campaign import Campaign
from sadar.dress import Ahead, Dressed, Dressing, dress, workshop
from sadar.language import Language
from sadar.outputs import documents
from sadar.pages import Page, rule_pages
from sadar.pages.addresses import BELOW
from sadar.pages.roll import Roll
from sadar.pages.site import OF_VILLAGES, overview_pages
from sadar.parts.kept import known, put_known
from sadar.parts.record import Made
from sadar.parts.regency import listed_in, summaries_of
from sadar.parts.shared import Shared, digest_of
from sadar.rules import rules

Texts = dict[Language, dict[PurePosixPath, str]]


class Overview:
    """The pages of the whole country, and MkDocs at work on them.

    `read` is a digest of all of a campaign but villages. From `begin` on, `roll` knows all villages as lists tell them,
    `told` is a digest of what `pages` say, and `html` is where they are made. Nothing is at work where the last build
    made the same of the same.
    """

    def __init__(self, common: Shared, campaign: Campaign, read: str, started: Ahead) -> None:
        self.common = common
        self.campaign = campaign
        self.read = read
        self.html = Path()
        self.started = started
        self.roll = Roll.of(())
        self.pages: tuple[Page, ...] = ()
        self.told = ""
        self.at_work: list[Dressed] = []

    def begin(self, after: Made, before: Made) -> None:
        """Have made what is not as it was before; all regencies are done after. DamagedError."""
        common, campaign, today = self.common, self.campaign, self.common.today
        # Not before: it has a thread at work, and beside one no process is copied.
        self.html = workshop(common.folder / "html")
        self.roll = Roll(summaries_of(after.regencies), lambda name: listed_in(after.regencies[name][1].kept))
        self.pages = *overview_pages(campaign, self.roll, today), *rule_pages(rules(checks.WARNINGS))
        texts = self._texts()
        self.told = digest_of(*(each for own in texts.values() for each in own.items()))
        if before.nation.get("pages", ("",))[0] != common.digest(self.told):
            nav, html = common.settings.nav, self.html
            told = {Dressing(each, BELOW[each], common.folder, html / each, nav): texts[each] for each in texts}
            self.at_work.append(dress(told, self.started.take()))

    def _texts(self) -> Texts:
        """What every page says, in each language; of those that do not change with villages it is kept."""
        of_villages, others = list[Page](), list[Page]()
        for page in self.pages:
            (of_villages if isinstance(page, OF_VILLAGES) else others).append(page)
        file, told = self.common.folder / "parts" / "texts", self.common.digest(f"{self.common.size} {self.read}")
        steady = cast(Texts | None, known(file, told))
        if steady is None:
            steady = self._documents(others)
            put_known(file, told, steady)
        return {language: made | steady[language] for language, made in self._documents(of_villages).items()}

    def _documents(self, pages: Sequence[Page]) -> Texts:
        settings, size = self.common.settings, self.common.size
        return {each: dict(documents(pages, each, settings, size)) for each in settings.languages}
