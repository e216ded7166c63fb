"""Where pages and files stand on the site: paths from its root, the same in every language; pages end in `/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from sadar.campaign import AnyVillage, Launch
from sadar.language import Language
from sadar.pages.list_kinds import Area, Choice, Facet, standing_now
from sadar.records.benefits import SEVERAL
from sadar.regions import Province, Regency
from sadar.rules import Rule

# Where each language stands below the site's root.
BELOW: Mapping[Language, str] = {"id": "", "en": "en/"}

HOME = ""
VILLAGES = "desa/"
LAUNCHES = "peluncuran/"
STATISTICS = "statistik/"
GLOSSARY = "istilah/"
BENEFITS = "manfaat/"
CALCULATOR = "manfaat/hitung/"
MIGRANTS = "manfaat/pekerja-migran/"
FIGURES = "manfaat/angka/"
JOIN = "ikut-serta/"
RULES = "aturan/"
SEARCH = "cari/"
BADGES = "lencana/"
FINDER = "cari/finder.js"
REPORT = "koreksi/"

CARD = "bagikan.png"  # the picture for sharing, beside the page it shows

# No province has such a slug, so no list stands where a region does. The filter's questions have these names, too.
FACETS: Mapping[Facet, str] = {"year": "tahun", "kind": "jenis", "status": "status"}
DATA = "data/"

# Files at the site's root, for all languages.
_DATA_FILES = f"{DATA}v1"
DATA_PACKAGE = f"{_DATA_FILES}/datapackage.json"

# Beside the pages that offer them.
FEED = "feed.xml"
CALENDAR = "kalender.ics"


def of_province(province: Province) -> str:
    return f"{VILLAGES}{province.slug}/"


def of_regency(regency: Regency) -> str:
    return f"{of_province(regency.province)}{regency.slug}/"


def of_area(province: str, regency: str) -> str:
    """The page of a regency, by the slugs of both."""
    return f"{VILLAGES}{province}/{regency}/"


def of_district(regency: Regency, district: Area) -> str:
    """No village is called Kecamatan, so its page stands beside those of the villages."""
    return f"{of_regency(regency)}kecamatan/{district.slug}/"


def of_village(village: AnyVillage) -> str:
    return f"{VILLAGES}{village.address}/"


def of_list(choice: Choice, trail: Iterable[Area]) -> str:
    """`desa/tahun/2018/`, and of its parts `desa/tahun/2018/jawa-timur/`."""
    steps = (FACETS[choice.facet], choice.slug, *(area.slug for area in trail))
    return f"{VILLAGES}{'/'.join(steps)}/"


def of_village_rows(province: str) -> str:
    """What the filter reads: the villages of a province's slug, or of all where it is empty."""
    return f"{VILLAGES}{province}/daftar.json" if province else f"{VILLAGES}daftar.json"


def of_launch(launch: Launch) -> str:
    return f"{LAUNCHES}{launch.address}/"


def of_launch_year(launch: Launch) -> str:
    return f"{LAUNCHES}{launch.address.split('/')[0]}/"


def of_year_part(year: str, trail: Iterable[Area]) -> str:
    """`peluncuran/2018/`, and of its parts `peluncuran/2018/provinsi/jawa-timur/`."""
    areas = "".join(f"{area.slug}/" for area in trail)
    return f"{LAUNCHES}{year}/{f'provinsi/{areas}' if areas else ''}"


def of_rule(rule: Rule) -> str:
    return f"{RULES}{rule.name}/"


def of_figures(group: str) -> str:
    return f"{FIGURES}{'bersama' if group == SEVERAL else group}/"


def of_table(name: str, ending: str) -> str:
    return f"{_DATA_FILES}/{name}.{ending}"


def of_village_data(village: AnyVillage, *, large: bool) -> str:
    """Its own file; in a large campaign, where those would be too many, the one of its regency."""
    if large:
        return of_regency_data(village.regency)
    return f"{_DATA_FILES}/villages/{village.address}.json"


def of_regency_data(regency: Regency) -> str:
    return f"{_DATA_FILES}/regencies/{regency.province.slug}/{regency.slug}.json.gz"


def of_province_data(province: Province) -> str:
    return f"{_DATA_FILES}/provinces/{province.slug}.json"


def of_badge(name: str) -> str:
    return f"{BADGES}{name}.svg"


def badge_name(village: AnyVillage) -> str:
    """What names the badge that all villages of a standing and a year share."""
    step = village.standing
    doubt = "-belum-pasti" if step.doubt else ""
    return f"{standing_now(village).slug}-{step.date.year or 'tanpa-tahun'}{doubt}"


def of_written(slug: str) -> str:
    """`program/index` stands at `program/`, `program/sejarah` at `program/sejarah/`."""
    return "" if slug == "index" else f"{slug.removesuffix('/index')}/"


def subscribing(url: str, language: Language, address: str) -> str:
    """What opens a calendar program at the calendar of a page; empty where the site's public address is not known."""
    return re.sub(r"^https?:", "webcal:", f"{url}{BELOW[language]}{address}{CALENDAR}") if url else ""


def public(url: str, language: Language, target: str) -> str:
    """A page's or a file's address below the site's `url`; from the site's root where no public address is known."""
    return f"{url}{BELOW[language]}{target}"


def of_file(file: PurePosixPath) -> str | None:
    """Where the page stands that a file of the campaign makes; None for files that make no page of their own."""
    match file.parts:
        case ("villages", "launches", year, folder, "launch.yml"):
            return f"{LAUNCHES}{year}/{folder}/"
        case ("villages", province, regency, village, "village.yml"):
            return f"{VILLAGES}{province}/{regency}/{village}/"
        case ("content", "id" | "en", *steps) if file.suffix == ".md":
            return of_written(str(PurePosixPath(*steps).with_suffix("")))
    return None


def above(address: str) -> Iterator[str]:
    """The addresses above one, the nearest first; the home page is the last."""
    steps = address.split("/")[:-2]
    for end in range(len(steps), -1, -1):
        yield "".join(f"{step}/" for step in steps[:end])


def relative(start: str, target: str) -> str:
    """The way from one page to another, so that the site works at a domain's root and in any folder."""
    around = start[: start.rfind("/", 0, -1) + 1]
    if target.startswith(around) and not target.startswith(start) and start.endswith("/"):
        return f"../{target[len(around) :]}"  # a neighbour: so most links lead, and the long way takes its time
    here, there = start.split("/")[:-1], target.split("/")
    shared = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"
