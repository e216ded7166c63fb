"""Photos: what is refused and why, what readers get of the rest, and that nothing is made twice."""

from __future__ import annotations

import os
import random
import re
import shutil
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from nation_build import PROJECT, REGIONS, TODAY, built, copied
from PIL import Image, ImageCms, PngImagePlugin
from playwright.sync_api import Browser
from sadar import pipeline
from sadar.pictures import Picture, look, sizes
from sadar.pictures.developing import develop
from sadar.pictures.position import GPS

PHOTO = PurePosixPath("villages/photos/foto.jpg")
ORIENTATION, MAKER = 0x0112, 0x010F
RED, BLUE = (200, 30, 30), (30, 30, 200)


def flag(width: int = 1600, height: int = 1200) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def saved(image: Image.Image, form: str, **settings: object) -> bytes:
    target = BytesIO()
    image.save(target, form, **settings)
    return target.getvalue()


def noise(width: int, height: int, *levels: int) -> Image.Image:
    """Every pixel by chance; `levels` are the values that a channel may take, all where none is named."""
    chance = random.Random(5)  # noqa: S311 (the same picture every time)
    count = width * height * 3
    return Image.frombytes(
        "RGB", (width, height), bytes(chance.choices(levels, k=count)) if levels else chance.randbytes(count)
    )


def exif(**tags: int) -> Image.Exif:
    told = Image.Exif()
    told[MAKER] = "UJI: kamera buatan"
    if "orientation" in tags:
        told[ORIENTATION] = tags["orientation"]
    if "north" in tags:
        told.get_ifd(GPS).update({1: "N", 2: (tags["north"], 0, 0), 3: "E", 4: (117, 0, 0)})
    return told


def png_of(width: int, height: int) -> bytes:
    """A PNG whose header promises that many pixels and whose body holds none."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(text)) + kind + text + struct.pack(">I", zlib.crc32(kind + text)) for kind, text in parts
    )


def swollen() -> bytes:
    """A small PNG with a note that unpacks to 30 million letters."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("UJI", "x" * 30_000_000, zip=True)
    return saved(flag(20, 20), "PNG", pnginfo=notes)


def looked_at(root: Path, content: bytes, file: PurePosixPath = PHOTO) -> Picture:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_bytes(content)
    return look(root, file)


def faults(root: Path, content: bytes) -> list[str]:
    return [fault.rule for fault in looked_at(root, content).faults]


def developed(root: Path, content: bytes) -> list[Image.Image]:
    """The sizes that readers get of a picture, the smallest first."""
    picture = looked_at(root, content)
    assert picture.faults == ()
    made = develop(root, [picture], root / "build", 2)
    images = [Image.open(BytesIO((made / size.path).read_bytes())) for size in sizes(picture)]
    assert [image.size for image in images] == [(size.width, size.height) for size in sizes(picture)]
    assert all(image.format == "WEBP" for image in images)
    return images


def near(image: Image.Image, at: tuple[int, int], colour: tuple[int, ...], allowed: int = 12) -> bool:
    found = image.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return all(abs(one - other) <= allowed for one, other in zip(found, colour, strict=True))


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "photo-damaged"),
        (b"UJI: bukan gambar", "photo-wrong-type"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "photo-wrong-type"),
        (saved(flag(20, 20), "GIF", save_all=True, append_images=[Image.new("RGB", (20, 20))]), "photo-wrong-type"),
        (saved(flag(20, 20), "TIFF"), "photo-wrong-type"),
        (b"\0\0\0\x1cftypheic" + bytes(50), "photo-wrong-type"),
        (b"\xff\xd8\xff", "photo-damaged"),
        (saved(flag(), "JPEG")[:-900], "photo-damaged"),
        (saved(noise(60, 60), "PNG")[:-900], "photo-damaged"),
        (saved(noise(60, 60), "WEBP")[:-900], "photo-damaged"),
        (png_of(50_001, 1_000), "photo-too-many-pixels"),
        (png_of(2**31 - 1, 2**31 - 1), "photo-too-many-pixels"),
        (png_of(100, 100), "photo-damaged"),
        (swollen(), "photo-damaged"),
        (saved(flag(20, 20), "JPEG") + bytes(15_000_000), "photo-too-large"),
        (saved(flag(20, 20), "JPEG", exif=exif(north=1)), "photo-with-position"),
        (saved(flag(20, 20), "PNG", exif=exif(north=1)), "photo-with-position"),
        (saved(flag(20, 20), "WEBP", exif=exif(north=1)), "photo-with-position"),
    ],
)
def test_a_file_that_is_no_good_picture_is_refused_by_one_rule(tmp_path: Path, content: bytes, rule: str) -> None:
    assert faults(tmp_path, content) == [rule]


def test_a_position_in_a_compressed_part_of_a_png_is_found(tmp_path: Path) -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_itxt("XML:com.adobe.xmp", '<x exif:GPSLatitude="0,30.0S"/>', zip=True)
    content = saved(flag(20, 20), "PNG", pnginfo=notes)
    assert b"GPSLatitude" not in content
    assert faults(tmp_path, content) == ["photo-with-position"]


def test_a_picture_cut_off_or_changed_anywhere_is_refused_or_developed_but_never_stops_the_program(
    tmp_path: Path,
) -> None:
    chance = random.Random(7)  # noqa: S311 (the same files every time)
    notes = exif(orientation=6)
    for form in ("JPEG", "PNG", "WEBP"):
        whole = saved(noise(40, 30), form, exif=notes)
        for number in range(150):
            broken = bytearray(whole)
            for _ in range(chance.randrange(1, 20)):
                # Most changes in the first part, where the header and the notes stand.
                broken[chance.randrange(len(broken) if number % 2 else 150)] = chance.randrange(256)
            content = bytes(broken[: chance.randrange(len(broken))] if number % 3 == 0 else broken)
            picture = looked_at(tmp_path, content)
            if not picture.faults:
                develop(tmp_path, [picture], tmp_path / "build", 1)


def test_a_link_that_leads_out_of_the_campaign_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "campaign"
    (root / PHOTO).parent.mkdir(parents=True)
    (tmp_path / "elsewhere.jpg").write_bytes(saved(flag(20, 20), "JPEG"))
    (root / PHOTO).symlink_to(tmp_path / "elsewhere.jpg")
    assert [fault.rule for fault in look(root, PHOTO).faults] == ["photo-damaged"]


def test_readers_get_three_sizes_and_none_larger_than_the_picture(tmp_path: Path) -> None:
    assert [image.width for image in developed(tmp_path, saved(flag(1600, 1200), "JPEG"))] == [480, 960, 1440]
    assert [image.width for image in developed(tmp_path, saved(flag(1000, 500), "JPEG"))] == [480, 960, 1000]
    assert [image.size for image in developed(tmp_path, saved(flag(300, 200), "JPEG"))] == [(300, 200)]
    assert [image.size for image in developed(tmp_path, saved(flag(1000, 8000), "JPEG"))][-1] == (360, 2880)
    assert [image.size for image in developed(tmp_path, saved(flag(2, 9000), "JPEG"))] == [(1, 960)]


@pytest.mark.parametrize("levels", [(), (0, 255)], ids=["any colour", "black and white and the purest colours"])
def test_even_noise_costs_a_phone_at_most_60_kb(tmp_path: Path, levels: tuple[int, ...]) -> None:
    picture = looked_at(tmp_path, saved(noise(480, 960, *levels), "PNG"))
    made = develop(tmp_path, [picture], tmp_path / "build", 1)
    assert 5_000 < (made / sizes(picture)[0].path).stat().st_size <= 60_000


def test_no_size_is_heavier_than_is_allowed(tmp_path: Path) -> None:
    picture = looked_at(tmp_path, saved(noise(1440, 1080), "JPEG"))
    made = develop(tmp_path, [picture], tmp_path / "build", 2)
    for size in sizes(picture):
        assert (made / size.path).stat().st_size <= size.most_bytes


@pytest.mark.parametrize(
    ("orientation", "size", "red", "blue"),
    [
        (1, (480, 360), (40, 180), (440, 180)),
        (2, (480, 360), (440, 180), (40, 180)),
        (3, (480, 360), (440, 180), (40, 180)),
        (4, (480, 360), (40, 180), (440, 180)),
        (5, (480, 640), (240, 40), (240, 600)),
        (6, (480, 640), (240, 40), (240, 600)),
        (7, (480, 640), (240, 600), (240, 40)),
        (8, (480, 640), (240, 600), (240, 40)),
        (77, (480, 360), (40, 180), (440, 180)),
    ],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_stands_upright_however_the_camera_was_held(
    tmp_path: Path, form: str, orientation: int, size: tuple[int, int], red: tuple[int, int], blue: tuple[int, int]
) -> None:
    content = saved(flag(800, 600), form, exif=exif(orientation=orientation))
    smallest = developed(tmp_path, content)[0]
    assert smallest.size == size
    assert near(smallest, red, RED)
    assert near(smallest, blue, BLUE)


def test_what_the_camera_noted_is_gone(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = saved(
        flag(), "JPEG", exif=exif(orientation=6), icc_profile=profile, comment=b"UJI: catatan", xmp=b"<x>UJI</x>"
    )
    assert b"UJI: kamera" in content
    for image in developed(tmp_path, content):
        assert image.getexif() == {}
        assert {"exif", "xmp", "icc_profile", "comment"} & image.info.keys() == set()
    assert all(b"UJI" not in made for _, made in files(tmp_path / "build").values())


def swapped_profile() -> bytes:
    """The profile of an invented screen that shows red where others show green."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {
        bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12)
    }
    red, green = (slice(tags[name] + 4, tags[name] + 8) for name in (b"rXYZ", b"gXYZ"))
    profile[red], profile[green] = profile[green], profile[red]
    return bytes(profile)


def test_the_colours_of_another_screen_become_those_of_all_screens(tmp_path: Path) -> None:
    picture = Image.new("RGB", (600, 400), (255, 0, 0))
    plain = developed(tmp_path, saved(picture, "PNG"))[0]
    other = developed(tmp_path, saved(picture, "PNG", icc_profile=swapped_profile()))[0]
    broken = developed(tmp_path, saved(picture, "PNG", icc_profile=b"UJI: bukan profil"))[0]
    assert near(plain, (9, 9), (255, 0, 0))
    assert near(other, (9, 9), (0, 255, 0))
    assert near(broken, (9, 9), (255, 0, 0))
    assert "icc_profile" not in broken.info


def sixteen_bits() -> bytes:
    return saved(Image.frombytes("I;16", (600, 400), struct.pack("<H", 32_768) * 240_000), "PNG")


def palette() -> bytes:
    image = flag(600, 400).quantize(4)
    corner = image.getpixel((599, 0))
    return saved(image, "PNG", transparency=corner)


@pytest.mark.parametrize(
    ("content", "left", "right"),
    [
        (saved(flag(600, 400).convert("CMYK"), "JPEG", quality=95), RED, BLUE),
        (sixteen_bits(), (128, 128, 128), (128, 128, 128)),
        (palette(), RED, (255, 255, 255)),
        (saved(Image.new("RGBA", (600, 400), (*RED, 0)), "WEBP", lossless=True), (255, 255, 255), (255, 255, 255)),
        (saved(Image.new("LA", (600, 400), (0, 128)), "PNG"), (127, 127, 127), (127, 127, 127)),
        (saved(Image.new("1", (600, 400), 1), "PNG"), (255, 255, 255), (255, 255, 255)),
        (saved(Image.new("L", (600, 400), 40), "JPEG"), (40, 40, 40), (40, 40, 40)),
        (saved(flag(600, 400), "PNG", save_all=True, append_images=[Image.new("RGB", (600, 400))]), RED, BLUE),
        (saved(flag(600, 400), "WEBP", save_all=True, append_images=[Image.new("RGB", (600, 400))]), RED, BLUE),
        (saved(flag(600, 400), "MPO", save_all=True, append_images=[Image.new("RGB", (600, 400))]), RED, BLUE),
    ],
    ids=[
        "four colours of ink", "16 bits", "palette with a transparent colour", "transparent", "half transparent",
        "black and white", "grey", "moving PNG", "moving WebP", "two in one JPEG, as phones make them",
    ],
)  # fmt: skip
def test_a_picture_of_any_make_looks_as_on_white_paper(
    tmp_path: Path, content: bytes, left: tuple[int, ...], right: tuple[int, ...]
) -> None:
    for image in developed(tmp_path, content):
        assert image.mode == "RGB"
        assert near(image, (image.width // 4, image.height // 2), left)
        assert near(image, (image.width * 3 // 4, image.height // 2), right)


def files(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_what_was_made_is_not_made_again_and_what_is_not_wanted_any_more_goes(tmp_path: Path) -> None:
    one = looked_at(tmp_path, saved(flag(), "JPEG"))
    two = looked_at(tmp_path, saved(flag(500, 500), "PNG"), PHOTO.with_name("dua.png"))
    cache = tmp_path / "build" / "pictures"
    develop(tmp_path, [one, two], cache, 2)
    first = files(cache)
    assert len(first) == 5
    (cache / "cara-lama").mkdir()
    (cache / "cara-lama" / "sisa.webp").write_bytes(b"UJI")
    made = develop(tmp_path, [one, two], cache, 1)
    assert files(cache) == first
    # The same bytes under another name are the same picture.
    (tmp_path / two.file).rename(tmp_path / two.file.with_name("tiga.png"))
    develop(tmp_path, [one, look(tmp_path, two.file.with_name("tiga.png"))], cache, 1)
    assert files(cache) == first
    develop(tmp_path, [two], cache, 1)
    assert sorted(files(cache)) == [f"{made.name}/{size.path}" for size in sizes(two)]
    develop(tmp_path, [], cache, 1)
    assert list(cache.iterdir()) == []


def test_a_picture_has_the_same_bytes_in_every_run(tmp_path: Path) -> None:
    picture = looked_at(tmp_path, saved(noise(1600, 900), "JPEG", exif=exif(orientation=8)))
    one, two = (develop(tmp_path, [picture], tmp_path / name, jobs) for name, jobs in (("a", 1), ("b", 4)))
    assert [content for _, content in files(one).values()] == [content for _, content in files(two).values()]


def test_a_picture_that_changes_during_the_build_is_not_published_under_the_name_of_another(tmp_path: Path) -> None:
    picture = looked_at(tmp_path, saved(flag(), "JPEG"))
    looked_at(tmp_path, saved(noise(20, 20), "JPEG"))
    with pytest.raises(OSError, match="changed"):
        develop(tmp_path, [picture], tmp_path / "build", 1)


def test_a_check_loads_pillow_only_where_there_is_a_picture(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from sadar import pipeline; from sadar.records import PartialDate; "
        "from sadar.regions import official; pipeline.check(Path(sys.argv[1]), official(), PartialDate(2026)); "
        "sys.exit('PIL' in sys.modules)"
    )
    root = Path(shutil.copytree(PROJECT / "tests" / "right", tmp_path / "root"))
    for loaded in (1, 0):
        command = [sys.executable, "-c", code, str(root)]
        surroundings = os.environ | {"PYTHONPATH": str(PROJECT / "scripts")}
        assert subprocess.run(command, check=False, env=surroundings).returncode == loaded
        shutil.rmtree(root / "content" / "photos", ignore_errors=True)


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied(tmp_path_factory.mktemp("photos") / "root")
    built(root, root / "site")
    return root


def test_every_picture_of_a_page_is_there_in_both_languages_and_nothing_else_is(nation: Path) -> None:
    site = nation / "site"
    shown = {path.resolve() for page in site.rglob("*.html") for path in _pictures(page)}
    assert shown == set((site / "foto").iterdir())
    assert len(shown) >= 9
    as_they_came = {path.read_bytes() for path in (nation / "villages").rglob("photos/*")}
    assert len(as_they_came) == 4
    assert as_they_came & {path.read_bytes() for path in site.rglob("*") if path.is_file()} == set()


def _pictures(page: Path) -> Iterator[Path]:
    for srcset in re.findall(r'srcset="([^"]+)"', page.read_text(encoding="utf-8")):
        for candidate in srcset.split(", "):
            yield page.parent / candidate.split()[0]


def test_a_second_build_makes_no_picture_again(nation: Path) -> None:
    before = files(nation / "build" / "pictures")
    assert before
    built(nation, nation / "site")
    assert files(nation / "build" / "pictures") == before


def test_a_photo_that_is_deleted_with_its_entry_is_gone_from_site_and_cache(nation: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(nation, tmp_path / "root"))
    record = root / "content" / "photos.yml"
    before = len(files(root / "site" / "foto"))
    for page in (root / "content").rglob("*.md"):
        text = page.read_text(encoding="utf-8").splitlines(keepends=True)
        page.write_text("".join(line for line in text if not line.startswith("photo:")), encoding="utf-8")
    record.unlink()
    shutil.rmtree(root / "content" / "photos")
    built(root, root / "site")
    after = files(root / "site" / "foto")
    assert 0 < len(after) < before
    assert len(files(root / "build" / "pictures")) == len(after)


def test_a_bad_photo_holds_the_publication_back(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    picture = next(path for path in sorted((root / "villages").rglob("photos/*")))
    picture.write_bytes(picture.read_bytes()[:-20])
    checked = pipeline.check(root, REGIONS, TODAY)
    assert not checked.publishable
    assert [each.rule for each in checked.problems if each.rule.startswith("photo")] == ["photo-damaged"]


PAGES = {
    "village": "desa/jambi/kabupaten-merangin/bungo-antoi/",
    "hand-written": "ikut-serta/",
    "hand-written, English": "en/manfaat/petani-nelayan-pedagang/",
}


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize(("width", "density", "wanted"), [(320, 1, "480"), (320, 3, "480"), (1280, 1, "960")])
def test_a_phone_gets_the_small_picture_and_a_wide_screen_a_larger_one(
    browser: Browser, address: str, kind: str, width: int, density: int, wanted: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640}, device_scale_factor=density)
    page = context.new_page()
    page.goto(address + PAGES[kind])
    image = page.locator(".photo img")
    image.scroll_into_view_if_needed()
    source = image.evaluate("i => i.decode().then(() => i.currentSrc)")
    assert source.startswith(address + "foto/")
    assert source.endswith(f"-{wanted}.webp")
    box = image.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert len(image.get_attribute("alt") or "") > 20
    label = {"en/": "A drawing, not a photo"}.get(PAGES[kind][:3], "Gambar, bukan foto")
    assert page.locator(".photo figcaption").inner_text().strip().startswith(label)
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_picture_keeps_its_place_free_before_it_has_arrived(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640})
    page = context.new_page()
    page.route("**/*.webp", lambda route: route.abort())
    page.goto(address + PAGES["village"])
    box = page.locator(".photo img").bounding_box()
    assert box is not None
    assert round(box["width"] / box["height"], 1) == 1.5
    context.close()
