"""The pages of the whole country as they come from MkDocs, and the text index of them.

MkDocs and Pagefind are programs of their own: a thread waits for them while areas are made.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from pathlib import Path, PurePosixPath

from sadar import search
from sadar.dress import together
from sadar.parts.engine import Engine
from sadar.parts.groups import Group, NationDone, group
from sadar.parts.overview import Overview
from sadar.parts.record import Made
from sadar.parts.shared import Outputs, Shared, digest_of, told_by
from sadar.secure import secure
from sadar.tree import files_in


class Finishing:
    """`site` is the folder of the published site; the pages that did not change lie there."""

    def __init__(self, common: Shared, overview: Overview, before: Made, around: str, site: Path) -> None:
        self.common = common
        self.overview = overview
        self.before = before.nation
        self.as_before = before.nation["pages"][1] if before.around == around and before.nation else Outputs()
        self.current = site
        self.made: Future[tuple[Group, Group | None]] | None = None

    def begin(self, engine: Engine) -> None:
        """Begin, once MkDocs has been set to work."""
        self.made = engine.beside(self._made)

    def done(self, searched: Mapping[str, bytes]) -> NationDone:
        """Both groups, when they are there; `searched` are pages of parts that may be found, as outputs.

        DressError, SearchError; OSError where the disk refuses.
        """
        pages, index = self.made.result() if self.made else self._made()
        return {"pages": pages, "search": index or self._index(pages, searched)}

    def _made(self) -> tuple[Group, Group | None]:
        pages = group(self.common, self.before.get("pages"), self.overview.told, self._pages)
        # In a small campaign the index holds pages of parts, too, and those are not made yet.
        of_parts = self.common.size <= self.common.settings.searched_villages
        return pages, None if of_parts else self._index(pages, {})

    def _pages(self) -> Iterator[tuple[PurePosixPath, bytes]]:
        """What MkDocs made, and what the theme brings with it."""
        whole = together(self.overview.at_work)
        secure(whole, self.overview.pages, self.common.settings.languages, self._is_published)
        return files_in(whole)

    def _is_published(self, path: PurePosixPath, data: bytes) -> bool:
        """Whether a page stands just so in the last build's site."""
        return self.as_before.get(str(path)) == told_by(data)

    def _index(self, pages: Group, searched: Mapping[str, bytes]) -> Group:
        every = {path: digest for path, digest in pages[1].items() if path.endswith(".html")} | dict(searched)
        told = digest_of(*sorted(every.items()))
        return group(self.common, self.before.get("search"), told, lambda: self._indexed(every))

    def _indexed(self, searched: Iterable[str]) -> Iterator[tuple[PurePosixPath, bytes]]:
        """The text index of these pages, which lie in what is new or in the site as it stands."""
        folder = self.overview.html / "searched"
        shutil.rmtree(folder, ignore_errors=True)
        for path in searched:
            new = self.common.staged / path
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(new if new.is_file() else self.current / path, folder / path)
        search.index(folder)
        return ((PurePosixPath("pagefind") / path, content) for path, content in files_in(folder / "pagefind"))
