"""The same pages through other engines: plain MkDocs, Hugo, Zensical. Each gets our Markdown tree of one language."""

from __future__ import annotations

import multiprocessing
import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from measuring import DAY
from sadar import pipeline
from sadar.dress import configurations, settings
from sadar.language import Language
from sadar.outputs import documents
from sadar.pages.addresses import BELOW
from sadar.records import PartialDate
from sadar.regions import official
from sadar.tree import put

NAMES = ("mkdocs", "hugo", "zensical")
LANGUAGE: Language = "id"
HUGO = Path(__file__).with_name("hugo.yaml")
THEME = Path(pipeline.__file__).with_name("theme")
# Of a finished page's head what differs from page to page, as Hugo names it.
DIFFERING = {
    "{{ .Title }}": r'property="og:title" content="([^"]*)"',
    "{{ .Description }}": r'name="description" content="([^"]*)"',
    "{{ .Params.image_alt }}": r'property="og:image:alt" content="([^"]*)"',
    "{{ .Params.image }}": r'property="og:image" content="https://[^/]*/([^"]*)"',
}
UP = '{{ $path := strings.TrimPrefix "/" .RelPermalink }}{{ $up := strings.Repeat (strings.Count "/" $path) "../" -}}\n'
WRITTEN = '(slice "home" "text" "data")'  # all other pages are HTML already, which Hugo hands on as it stands
CONTENT = "{{ if in WRITTEN .Params.art }}{{ .Content }}{{ else }}{{ .RawContent | safeHTML }}{{ end }}"


@dataclass(frozen=True, slots=True)
class Engine:
    """How to build, and where the site comes to lie; it and what is `kept` must not be there before.

    `more` are its surroundings.
    """

    command: Sequence[str]
    site: Path
    more: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[Path, ...] = ()


def found(name: str, folder: Path | None) -> str:
    """The program of an engine; empty where it is not installed."""
    if name == "mkdocs":
        return sys.executable
    places = (str(folder), None) if folder else (None, str(Path(sys.executable).parent))
    return next((program for place in places if (program := shutil.which(name, path=place))), "")


def prepare(root: Path, page: PurePosixPath, programs: Mapping[str, str]) -> dict[str, Engine]:
    """The engines of these programs, each with its input; `page` is the page of a village in the site built by us."""
    if not programs:
        return {}
    # A process of its own: this one stays small beside what is measured.
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        pool.submit(tree, root).result()
    making = {"mkdocs": _mkdocs, "hugo": _hugo, "zensical": _zensical}
    return {name: making[name](root, page, program) for name, program in programs.items()}


def tree(root: Path) -> None:
    """Write the Markdown tree and MkDocs' settings below `root/others`, as the pipeline does before MkDocs starts."""
    folder, today = root / "others", PartialDate(*map(int, DAY.split("-")))
    checked = pipeline.check(root, official(), today)
    docs = folder / "docs" / LANGUAGE
    docs.mkdir(parents=True, exist_ok=True)
    chosen = settings(root, docs)
    put(folder / "settings", configurations((LANGUAGE,), BELOW, chosen.url, today, large=checked.campaign.large))
    put(docs, documents(checked.pages, LANGUAGE, chosen, checked.campaign.size))


def _mkdocs(root: Path, _: PurePosixPath, program: str) -> Engine:
    site, configuration = root / "others" / "mkdocs", root / "others" / "settings" / f"mkdocs.{LANGUAGE}.yml"
    command = (program, "-m", "mkdocs", "build", "-q", "-f", str(configuration), "-d", str(site))
    return Engine(command, site, {"NO_MKDOCS_2_WARNING": "1"})


def _zensical(root: Path, _: PurePosixPath, program: str) -> Engine:
    """Its own theme: it knows no `items` of a mapping, so it cannot build with ours. All lies below one root."""
    folder = root / "others"
    text = (folder / "settings" / f"mkdocs.{LANGUAGE}.yml").read_text(encoding="utf-8")
    text = re.sub(r'^  "custom_dir": .*\n', "", text, flags=re.MULTILINE)
    text = text.replace("../../", "../").replace('"../docs/', '"docs/').replace(f'"../html/{LANGUAGE}"', '"zensical"')
    (folder / "zensical.yml").write_text(text, encoding="utf-8")
    command = (program, "build", "-f", str(folder / "zensical.yml"))
    return Engine(command, folder / "zensical", kept=(folder / ".cache",))


def _hugo(root: Path, page: PurePosixPath, program: str) -> Engine:
    folder, docs = root / "others" / "hugo", root / "others" / "docs" / LANGUAGE
    put(folder / "content", [(_named(path, docs), _front(path)) for path in docs.rglob("*") if path.is_file()])
    (folder / "layouts").mkdir(exist_ok=True)
    (folder / "layouts" / "all.html").write_text(layout((root / "site" / page).read_text(encoding="utf-8"), page))
    shutil.copy(HUGO, folder / "hugo.yaml")
    shutil.copytree(THEME / "assets", folder / "static" / "assets", dirs_exist_ok=True)
    command = (program, "--quiet", "--minify=false", "--source", str(folder))
    cache = folder / "cache"
    kept = (folder / "resources", cache)
    return Engine(command, folder / "public", {"HUGO_CACHEDIR": str(cache)}, kept)


def _named(path: Path, docs: Path) -> PurePosixPath:
    """A page above others is called _index.md."""
    above = path.name == "index.md" and any(each.is_dir() or each.suffix == ".md" for each in _beside(path))
    return PurePosixPath(path.relative_to(docs).with_name("_index.md" if above else path.name))


def _beside(path: Path) -> list[Path]:
    with os.scandir(path.parent) as entries:
        return [Path(entry.path) for entry in entries if entry.name != path.name]


def _front(path: Path) -> str:
    """A document with the fields named that Hugo has other uses for."""
    text = path.read_text(encoding="utf-8")
    return text.replace('\n"kind": ', '\n"art": ', 1) if path.suffix == ".md" else text


def layout(html: str, page: PurePosixPath) -> str:
    """Hugo's layout for all pages, made of one finished page of ours: the same frame around every page."""
    head, opening, rest = html.partition("<article")
    foot = rest[rest.rindex("</article>") :]
    tag = re.match("[^>]*>", rest)
    for hugo, pattern in DIFFERING.items():
        if found := re.search(pattern, head):
            head = head.replace(found[1], hugo)
    here = f"{page.parent}/"
    above = "../" * here.count("/")
    frame = f"{head}{opening}{tag[0] if tag else '>'}\n{CONTENT.replace('WRITTEN', WRITTEN)}\n{foot}"
    return UP + frame.replace(here, "{{ $path }}").replace(above, "{{ $up }}")
