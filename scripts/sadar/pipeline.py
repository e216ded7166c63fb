"""Check and build: the rooms of the house, called in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sadar import checks
from sadar.campaign import Campaign
from sadar.joining import join
from sadar.language import LANGUAGES
from sadar.pages import Page, Site, rule_pages, site_pages
from sadar.pages.addresses import BELOW
from sadar.problem import Problem
from sadar.records import PartialDate
from sadar.records.gathering import gather
from sadar.regions import Regions
from sadar.rules import rules


@dataclass(frozen=True, slots=True)
class Checked:
    """The campaign that the records make, with every problem found on the way."""

    campaign: Campaign
    regions: Regions
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    files: int

    @property
    def publishable(self) -> bool:
        return all(problem.rule in checks.WARNINGS for problem in self.problems)

    @property
    def records(self) -> int:
        return len(self.campaign.villages) + len(self.campaign.launches)


def check(root: Path, regions: Regions, today: PartialDate) -> Checked:
    """Read everything below `root`, join it to the official list, and hold it against every rule."""
    gathered = gather(root)
    campaign, unjoined = join(gathered, regions)
    pages = (*site_pages(campaign, regions, today), *rule_pages(rules(checks.WARNINGS)))
    problems = (*gathered.problems, *unjoined, *checks.problems_of(campaign, pages, today))
    return Checked(campaign, regions, pages, problems, gathered.files)


def build(root: Path, site: Path, checked: Checked, today: PartialDate, jobs: int) -> None:
    """Make the whole site of what was checked and put it in the place of the old one.

    DressError where MkDocs fails, SearchError where Pagefind does, OSError where the disk refuses: then the old site
    stands as it was.
    """
    # Loaded here: a check, which editors wait for, needs neither MkDocs nor templates.
    from sadar.dress import Dressing, configurations, dress, mkdocs, settings, together, workshop
    from sadar.outputs import cards, documents, files, finder
    from sadar.pictures.cards import draw
    from sadar.pictures.developing import develop
    from sadar.publish import publish
    from sadar.search import index
    from sadar.secure import secure
    from sadar.tree import bring, keep, lay, put

    folder = root / "build"
    (folder / "docs" / LANGUAGES[0]).mkdir(parents=True, exist_ok=True)
    chosen = settings(root, folder / "docs" / LANGUAGES[0])
    told = chosen.url, chosen.publisher, chosen.contact, chosen.languages
    made = Site(checked.campaign, checked.regions, checked.pages, today, *told)
    put(folder / "settings", configurations(chosen.languages, BELOW, chosen.url, today, large=made.campaign.large))
    html = workshop(folder / "html")
    dressed = []
    for language in chosen.languages:
        texts = dict(documents(checked.pages, language, chosen, checked.campaign.size))
        put(folder / "docs" / language, texts.items())
        # MkDocs works on one language while the next is written.
        dressing = Dressing(language, BELOW[language], folder, html / language, chosen.nav)
        dressed.append(dress({dressing: texts}, mkdocs(today)))
        if jobs == 1:
            dressed[-1].at_work.process.wait()
    put(folder / "files", files(made))
    keep(folder / "finder", finder.inputs(made), lambda: finder.files(made))
    pictures = develop(root, checked.campaign.pictures, folder / "pictures", jobs)
    drawn = draw(dict(cards(checked.pages, chosen, checked.campaign.size)), folder / "cards", jobs)
    whole = together(dressed)
    index(whole)
    lay(folder / "files", whole)
    lay(folder / "finder", whole)
    lay(pictures, whole)
    bring(drawn, whole)
    secure(whole, checked.pages, chosen.languages)
    publish(whole, site)
