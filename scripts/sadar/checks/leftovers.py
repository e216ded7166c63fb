"""Rules on what is left over from writing a record: placeholders, sample texts, stories of another village."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sadar.campaign import Campaign, Village
from sadar.checks.passages import Passage, passages
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
_ALONE = (
    ("sample-left", re.compile(r"contoh|sample|sumber-\d+", re.IGNORECASE)),
    (
        "placeholder-left",
        re.compile(
            r"tb[ad]|todo|fixme|lorem|xxx|n/a|isi di sini|belum diisi|judul(?: berita)?|"
            r"nama (?:desa|kelurahan|kecamatan|kabupaten|kota|provinsi|pejabat|media|lembaga|acara|lain)",
            re.IGNORECASE,
        ),
    ),
)
_NOTHING = re.compile(r"[\W_]+")
_LABEL = re.compile(r"\W*contoh\s*:", re.IGNORECASE)
_MARKS = " \t\n\"'()[]<>*_:."
# Nearly all texts are done with in one look.
_SUSPECT = re.compile(r"contoh|tb[ad]\b|xxx|\?\?\?|lorem|dolor|example|[\[<{]nama ", re.IGNORECASE)
_LONGEST_ALONE = 30  # letters

_STORY = 80  # letters; shorter sentences may be the same by chance


def no_placeholders(campaign: Campaign) -> Iterator[Problem]:
    """No text may be a placeholder or a sample that was to be replaced."""
    for passage in passages(campaign):
        if len(passage.text) > _LONGEST_ALONE and not _SUSPECT.search(passage.text):
            continue
        if found := _left_over(passage):
            rule, start, end = found
            yield passage.problem(rule, start, end, given=passage.text[start:end].strip())


def no_story_twice(campaign: Campaign) -> Iterator[Problem]:
    """A long text must not stand under two villages that share neither a launch nor a source."""
    holders: dict[str, list[Village]] = defaultdict(list)
    for village in campaign.villages:
        for steps, texts in _stories(village):
            told = False
            for text in texts:
                story = " ".join(text.casefold().split())
                others = holders[story] if len(story) >= _STORY else []
                strangers = [other for other in others if not _ties(other) & _ties(village)]
                if strangers and len(strangers) == len(others) and not told:
                    told = True
                    yield Problem("same-story", village.file, steps, {"other": strangers[0].address})
                others.append(village)


def _left_over(passage: Passage) -> tuple[str, int, int] | None:
    """The rule that a text breaks, and from where to where."""
    text = passage.text
    for rule, form in _ANYWHERE:
        if match := form.search(text):
            return rule, *match.span()
    # A key names a source, and any key will do; a page may show an example, or part its text by a line.
    names_source = passage.on_key or "sources" in passage.steps[-2:-1] or passage.steps[-1:] == ("source",)
    if passage.first_line or names_source:
        return None
    if _LABEL.match(text):
        return "sample-left", 0, len(text)
    if _NOTHING.fullmatch(text):
        return "placeholder-left", 0, len(text)
    return next(((rule, 0, len(text)) for rule, form in _ALONE if form.fullmatch(text.strip(_MARKS))), None)


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
