"""What a build takes over from the last one: the site is, byte for byte, that of a build from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from nation_build import NATION, REGIONS, built, copied
from sadar import pipeline
from sadar.dress import DressError
from sadar.records import PartialDate

LAUNCH = "villages/launches/2018/2018-rekaan-dua"
VILLAGES = "villages/provinsi-contoh/kabupaten-contoh"


def _change(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text, path
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def _remove(root: Path) -> None:
    shutil.rmtree(root / VILLAGES / "rekaan-dua")
    shutil.rmtree(root / "villages/launches/2018")


def _bring_back(root: Path) -> None:
    shutil.copytree(NATION / VILLAGES / "rekaan-dua", root / VILLAGES / "rekaan-dua")
    shutil.copytree(NATION / "villages/launches/2018", root / "villages/launches/2018")


# One after the other, in one campaign.
EDITS = {
    "a word of a village": _change(f"{VILLAGES}/rekaan-dua/village.yml", "Kabar Rekaan", "Kabar Rekaan Pagi"),
    "a ceremony's status": _change(
        "villages/launches/2018/2018-rekaan-dua/launch.yml", "status: postponed", "status: cancelled"
    ),
    "a hand-written page": _change("content/id/program/index.md", "\n\n", "\n\nKalimat rekaan yang baru.\n\n"),
    "the label of a page in the navigation": _change("content/id/manfaat/index.md", "label:", "label: Rekaan #"),
    "who publishes": _change("mkdocs.yml", "Rekaan & Rekan", "Rekaan Lain"),
    "a village and its ceremony are gone": _remove,
    "and are there again": _bring_back,
}


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _anew(root: Path) -> list[str]:
    """The documents that MkDocs made in the last build."""
    made = root / "build" / "made" / "id"
    return sorted(path.relative_to(made).as_posix() for path in made.rglob("*.md"))


def test_after_every_edit_the_site_is_that_of_a_build_from_nothing(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    built(root, tmp_path / "site")
    every = len(_anew(root))
    for number, (name, edit) in enumerate(EDITS.items()):
        edit(root)
        built(root, tmp_path / "site")
        clean = tmp_path / f"clean-{number}"
        shutil.copytree(root, clean, ignore=shutil.ignore_patterns("build"))
        assert _files(tmp_path / "site") == _files(built(clean, tmp_path / f"site-{number}")), name
        if name == "a word of a village":
            made = _anew(root)
            assert "desa/provinsi-contoh/kabupaten-contoh/rekaan-dua/index.md" in made
            assert "desa/provinsi-contoh/kota-contoh/rekaan-pasar/index.md" not in made
            assert len(made) < every / 2


def test_a_hand_written_page_is_made_anew_only_where_it_may_have_changed(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    leading, led_to = (root / f"content/id/{name}/index.md" for name in ("program", "manfaat"))
    for page, text in ((leading, "[Bagian](../manfaat/index.md#bagian-rekaan)"), (led_to, "## Bagian rekaan")):
        page.write_text(f"{page.read_text(encoding='utf-8')}\n\n{text}\n", encoding="utf-8")
    built(root, tmp_path / "site")
    _change(f"{VILLAGES}/rekaan-dua/village.yml", "Kabar Rekaan", "Kabar Rekaan Pagi")(root)
    built(root, tmp_path / "site")
    texts = [path.read_text(encoding="utf-8") for path in (root / "build/made/id").rglob("*.md")]
    assert texts
    assert not any("agian rekaan" in text for text in texts)
    # The page that leads there is as it was, but leads nowhere now.
    good = led_to.read_text(encoding="utf-8")
    led_to.write_text(good.replace("## Bagian rekaan", "## Bagian lain"), encoding="utf-8")
    with pytest.raises(DressError, match="bagian-rekaan"):
        built(root, tmp_path / "site")
    led_to.write_text(good, encoding="utf-8")
    leading.write_text(leading.read_text(encoding="utf-8") + "\n\nKalimat rekaan.\n", encoding="utf-8")
    site = _files(built(root, tmp_path / "site"))
    shutil.copytree(root, tmp_path / "clean", ignore=shutil.ignore_patterns("build"))
    assert site == _files(built(tmp_path / "clean", tmp_path / "clean-site"))


def test_another_day_is_another_site(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    built(root, tmp_path / "site")
    tomorrow = PartialDate(2026, 1, 3)
    checked = pipeline.check(root, REGIONS, tomorrow)
    pipeline.build(root, tmp_path / "site", checked, tomorrow, 2)
    page = tmp_path / "site/desa/provinsi-contoh/kota-contoh/rekaan-pasar/index.html"
    assert "Dibuat 3 Januari 2026" in page.read_text(encoding="utf-8")


def test_a_build_that_fails_or_a_record_that_is_damaged_costs_time_and_nothing_else(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    built(root, tmp_path / "site")
    right = _files(tmp_path / "site")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("name: material", "name: none-such"), encoding="utf-8")
    with pytest.raises(DressError):
        built(root, tmp_path / "site")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (root / "build" / "kept" / "id" / "record.json").write_text('{"frame": ', encoding="utf-8")
    built(root, tmp_path / "site")
    assert _files(tmp_path / "site") == right
