"""Rules on photos: what a picture may be, and that a record tells of it, above all of the people in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import PurePosixPath

from sadar.campaign import Album, Campaign
from sadar.checks.privacy import public_part
from sadar.problem import Place, Problem
from sadar.records.filed import PHOTOS

_RECORDS = ("village.yml", "launch.yml", PHOTOS.name)


def pictures_publishable(campaign: Campaign) -> Iterator[Problem]:
    """A picture must be a whole JPEG, PNG or WebP of a size that can be handled, and not tell where it was taken."""
    for picture in campaign.pictures:
        for fault in picture.faults:
            yield Problem(fault.rule, public_part(picture.file), (), fault.details, place=Place(1, 1))


def pictures_in_a_record(campaign: Campaign) -> Iterator[Problem]:
    """A picture must stand in the record beside it, with the consent of the people in it."""
    unread = {file.parent for file in campaign.unread if file.name in _RECORDS}
    beside = _names_by_folder(campaign)
    told = {
        (file.parent, name)
        for file, album in campaign.albums.items()
        for name in (*(record.file for record in album.records), *_meant(album, beside[file.parent]).values())
    }
    for picture in campaign.pictures:
        folder = picture.file.parent.parent
        if (folder, picture.file.name) not in told and folder not in unread:
            yield Problem("photo-not-in-record", public_part(picture.file), place=Place(1, 1))


def photos_beside_the_record(campaign: Campaign) -> Iterator[Problem]:
    """A photo that a record tells of must lie in the folder `photos/` beside it, and be told of once."""
    beside = _names_by_folder(campaign)
    for file, album in campaign.albums.items():
        meant = _meant(album, beside[file.parent])
        names = [record.file for record in album.records]
        for index, name in enumerate(names):
            steps = ("photos", index, "file")
            if name in names[:index]:
                yield Problem("photo-twice", file, steps, {"given": name})
            elif name in meant:
                details = {"given": name, "nearest": meant[name]}
                yield Problem("photo-file-missing", file, steps, details, instead=meant[name] or None)


def _names_by_folder(campaign: Campaign) -> Mapping[PurePosixPath, set[str]]:
    """The names of all pictures, by the folder of the record that they lie beside."""
    names: dict[PurePosixPath, set[str]] = defaultdict(set)
    for picture in campaign.pictures:
        names[picture.file.parent.parent].add(picture.file.name)
    return names


def _meant(album: Album, there: set[str]) -> dict[str, str]:
    """The names in a record that no picture has, each with the most similar name that the record leaves out."""
    names = {record.file for record in album.records}
    left = sorted(name for name in there - names if public_part(PurePosixPath(name)) == PurePosixPath(name))
    return {name: next(iter(get_close_matches(name, left, 1, 0.5)), "") for name in sorted(names - there)}


def page_photos_told(campaign: Campaign) -> Iterator[Problem]:
    """The photo of a hand-written page must stand in the record of such photos."""
    names = [record.file for record in campaign.album(PHOTOS).records]
    for page in campaign.pages:
        name = page.head.photo
        if name and name not in names and PHOTOS not in campaign.unread:
            details = {"given": name, "expected": ", ".join(names)}
            yield Problem("photo-not-listed", page.file, ("photo",), details)
