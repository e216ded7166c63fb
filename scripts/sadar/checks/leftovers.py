"""Rules on what is left over from writing a record: placeholders, sample texts, stories of another village."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

from sadar.campaign import Campaign, Village
from sadar.checks.passages import Passage, passages_that
from sadar.problem import Problem, Steps

_ANYWHERE = (
    ("sample-left", re.compile(r"\bCONTOH\b|//(?:[\w-]+\.)*(?:contoh\.example|example\.(?:com|org|net))\b")),
    (
        "placeholder-left",
        re.compile(
            r"\bTB[AD]\b|\b(?i:lorem ipsum|dolor sit amet)\b|\bx{3,}\b|\bX{4,}\b|\?{3,}|[\[<{](?i:nama desa)[\]>}]"
        ),
    ),
)
# As the whole text; a normal sentence may hold these words.
_SAMPLES_ALONE = frozenset({"contoh", "sample", *(f"sumber-{number}" for number in range(1, 10))})
_PLACEHOLDERS_ALONE = frozenset(
    {"tba", "tbd", "todo", "fixme", "lorem", "xxx", "n/a", "isi di sini", "belum diisi", "judul", "judul berita"}
    | {f"nama {what}" for what in ("desa", "kelurahan", "kecamatan", "kabupaten", "kota", "provinsi", "pejabat")}
    | {f"nama {what}" for what in ("media", "lembaga", "acara", "lain")}
)
_LABEL = re.compile(r"contoh\s*:")
_MARKS = " \t\n\"'()[]<>*_:."
# Nearly all texts are done with in one look.
_SIGNS = ("contoh", "tba", "tbd", "xxx", "???", "lorem", "dolor", "example", "nama desa")

Found = tuple[str, int, int]

_STORY = 80  # letters; shorter sentences may be the same by chance


class Story(NamedTuple):
    """A long text of a village: a digest of it, and what ties the village to others."""

    digest: bytes
    ties: frozenset[str]


def no_placeholders(campaign: Campaign) -> Iterator[Problem]:
    """No text may be a placeholder or a sample that was to be replaced."""
    for passage in passages_that(_left, campaign):
        if (found := _left(passage.text)) and (within := found[0] or _alone(passage, found[1])):
            rule, start, end = within
            yield passage.problem(rule, start, end, given=passage.text[start:end].strip())


def no_story_twice(campaign: Campaign) -> Iterator[Problem]:
    """A long text must not stand under two villages that share neither a launch nor a source."""
    holders: dict[str, list[Village]] = defaultdict(list)
    for village in campaign.villages:
        for steps, texts in _stories(village):
            told = False
            for text in texts:
                story = _folded(text)
                others = holders[story] if len(story) >= _STORY else []
                strangers = [other for other in others if not _ties(other) & _ties(village)]
                if strangers and len(strangers) == len(others) and not told:
                    told = True
                    yield Problem("same-story", village.file, steps, {"other": strangers[0].address})
                others.append(village)


def stories(village: Village) -> Iterator[Story]:
    """The long texts of a village, each once; `told_by_strangers` holds those of all parts of a campaign together."""
    told = {_folded(text) for _, texts in _stories(village) for text in texts}
    long = sorted(story for story in told if len(story) >= _STORY)
    ties = _ties(village) if long else frozenset[str]()
    return (Story(blake2b(story.encode(), digest_size=12).digest(), ties) for story in long)


def told_by_strangers(every: Iterable[Story]) -> bool:
    """Whether a text stands under two villages that nothing ties: if so, `no_story_twice` tells which."""
    for _, holders in groupby(sorted(every, key=lambda story: story.digest), key=lambda story: story.digest):
        before: list[frozenset[str]] = []
        for story in holders:
            if before and not any(ties & story.ties for ties in before):
                return True
            before.append(story.ties)
    return False


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@lru_cache(maxsize=50_000)  # records say the same over and over
def _left(text: str) -> tuple[Found | None, Found | None] | None:
    """What is left over within a text, and what it is as a whole; nothing of most."""
    found = _anywhere(text), _whole(text)
    return found if any(found) else None


def _anywhere(text: str) -> Found | None:
    """What is left over within a text: the rule, from where to where."""
    folded = text.casefold()
    if any(map(folded.__contains__, _SIGNS)):
        for rule, form in _ANYWHERE:
            if match := form.search(text):
                return rule, *match.span()
    return None


def _whole(text: str) -> Found | None:
    bare = text.strip(_MARKS).casefold()
    if bare in _SAMPLES_ALONE or (bare.startswith("contoh") and _LABEL.match(bare)):
        return "sample-left", 0, len(text)
    if bare in _PLACEHOLDERS_ALONE or not bare.strip("?-…"):
        return "placeholder-left", 0, len(text)
    return None


def _alone(passage: Passage, found: Found | None) -> Found | None:
    """What is left over as a field's whole text; a page may show an example, and part its text by a line."""
    # A key names a source, and any key will do; a village's name is held against the official list, which has a Todo.
    if passage.on_key or passage.first_line or passage.steps[-1] == "source" or passage.steps == ("name",):
        return None
    return found


def _stories(village: Village) -> Iterator[tuple[Steps, tuple[str, ...]]]:
    """The notes and quotes of a village; how a name is spelt may be the same remark in many places."""
    for index, note in enumerate(village.record.notes):
        if note.kind != "name":
            yield ("notes", index, "id"), (note.id, note.en)
    for index, quote in enumerate(village.record.quotes):
        yield ("quotes", index, "text"), (quote.text,)


def _ties(village: Village) -> frozenset[str]:
    """What ties a village to another: its launches, and the addresses of its sources."""
    launches = {launch.address for launch in village.launches}
    steps = {step.launch for step in village.record.standing if step.launch}
    sources = {
        re.sub(r"^https?://(?:www\.|m\.)?|[?#].*$|/$", "", source.url) for source in village.record.sources.values()
    }
    return frozenset(launches | steps | sources)
