"""The pictures of the records in every size that pages name: small, upright, in sRGB, without a camera's notes.

What was made once is kept, below a name for the making itself, and found again by the bytes it was made of.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageFilter, features

from sadar.pictures.looking import digest
from sadar.pictures.opening import opened, orientation, upright
from sadar.pictures.picture import Picture, sizes

# Quality and softening, the best first. Photos fit in one of the first; nothing is so noisy that none fits.
_STEPS = (
    *((quality, 0) for quality in (80, 70, 60, 50, 40, 30, 20, 10, 0)),
    *((0, softness) for softness in (1, 2, 4, 8)),
)


def develop(root: Path, pictures: Iterable[Picture], folder: Path, jobs: int) -> Path:
    """Make `folder` hold every size of these pictures and no more; where in it they lie as they will on the site.

    OSError where the disk refuses, or a picture is no longer what was looked at.
    """
    made = folder / _making()
    each_once = {picture.digest: picture for picture in pictures}.values()
    with warnings.catch_warnings(action="ignore"), ThreadPoolExecutor(jobs) as pool:
        list(pool.map(partial(_develop, root, made), each_once))
    wanted = {made / size.path for picture in each_once for size in sizes(picture)}
    for found in sorted(folder.rglob("*"), reverse=True):
        if found.is_dir():
            if not any(found.iterdir()):
                found.rmdir()
        elif found not in wanted:
            found.unlink()
    return made


@cache
def _making() -> str:
    """A name for how pictures are made here: our own code, and the libraries that it works with."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    versions = [str(features.version(name)) for name in ("pil", "libjpeg_turbo", "webp", "littlecms2", "zlib")]
    return sha256(code + " ".join(versions).encode()).hexdigest()[:20]


def _develop(root: Path, made: Path, picture: Picture) -> None:
    missing = [size for size in sizes(picture) if not (made / size.path).is_file()]
    if not missing:
        return
    content = (root / picture.file).read_bytes()
    if digest(content) != picture.digest:
        raise OSError(f"{picture.file} changed while the site was built. Build it again.")
    image = _seen(content)
    for size in missing:
        small = image.resize((size.width, size.height), Image.Resampling.LANCZOS)
        encoded = _encoded(small, size.most_bytes)
        target = made / size.path
        target.parent.mkdir(parents=True, exist_ok=True)
        # A build that is killed leaves no half picture under the name of a whole one.
        unfinished = target.with_suffix(".part")
        unfinished.write_bytes(encoded)
        unfinished.replace(target)


def _seen(content: bytes) -> Image.Image:
    """The picture as people see it on a screen: upright, on white, in sRGB."""
    image = opened(content)
    told, profile = orientation(image), image.info.get("icc_profile")
    return upright(_in_srgb(_opaque(image), profile), told)


def _opaque(image: Image.Image) -> Image.Image:
    """Without transparency, in a mode that a colour profile can describe."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")  # 16 bits
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        return paper.convert("RGB")
    return image if image.mode in ("RGB", "CMYK", "L") else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            its_own = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(image, its_own, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that cannot be read, or is for other colours, says nothing
    return image.convert("RGB")


def _encoded(image: Image.Image, most_bytes: int) -> bytes:
    """WebP in the best quality that fits; Pillow writes no metadata into it unless asked."""
    for quality, softness in _STEPS:
        softened = image.filter(ImageFilter.GaussianBlur(softness)) if softness else image
        target = BytesIO()
        softened.save(target, "WEBP", quality=quality)
        if target.tell() <= most_bytes:
            break
    return target.getvalue()
