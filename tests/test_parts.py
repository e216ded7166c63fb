"""A campaign built in parts: the site is, byte for byte, that of a whole build, after any edit and any accident."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from nation_build import NATION, PROJECT, built, copied
from parts_build import built_in_parts
from sadar.dress import DressError
from sadar.parts import record
from sadar.parts.regency import RegencyDone
from sadar.parts.survey import NOWHERE, Survey

CONTOH = "villages/provinsi-contoh/kabupaten-contoh"
SATU, DUA = f"{CONTOH}/rekaan-satu/village.yml", f"{CONTOH}/rekaan-dua/village.yml"
LAUNCH = "villages/launches/2018/2018-rekaan-dua"
Edit = Callable[[Path, int], None]


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def stamps(site: Path) -> dict[Path, tuple[int, int]]:
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in site.rglob("*")}


def from_nothing(root: Path, folder: Path) -> dict[str, bytes]:
    """The files of a whole build of the same campaign, elsewhere and without anything kept."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root, folder / "root", ignore=shutil.ignore_patterns("build", "site"))
    return files(built(folder / "root", folder / "site"))


def same(one: dict[str, bytes], other: dict[str, bytes]) -> bool:
    """Whether two sites are the same; if not, the test's output names what differs."""
    differing = sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
    sys.stdout.write(f"{differing[:20]}\n")
    return not differing


def change(path: str, old: str, new: str) -> Edit:
    def edit(root: Path, number: int) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text, path
        (root / path).write_text(text.replace(old, new.format(number=number), 1), encoding="utf-8")

    return edit


def _remove(root: Path, _: int) -> None:
    shutil.rmtree(root / DUA, ignore_errors=True)
    shutil.rmtree(root / Path(DUA).parent, ignore_errors=True)
    shutil.rmtree(root / "villages/launches/2018", ignore_errors=True)


def _bring_back(root: Path, _: int) -> None:
    for folder in (Path(DUA).parent, Path(LAUNCH)):
        shutil.copytree(NATION / folder, root / folder, dirs_exist_ok=True)


def _rename(root: Path, _: int) -> None:
    """A ceremony at another address, with the redirect that readers of the old one need."""
    old, new = root / LAUNCH, root / f"{LAUNCH}-baru"
    if not old.is_dir():
        return
    old.rename(new)
    for each in (root / CONTOH).glob("*/village.yml"):
        text = each.read_text(encoding="utf-8")
        each.write_text(text.replace("2018/2018-rekaan-dua\n", "2018/2018-rekaan-dua-baru\n"), encoding="utf-8")


def _anything(root: Path, number: int) -> None:
    """One edit of many, chosen by chance."""
    _bring_back(root, number)
    shutil.rmtree(root / f"{LAUNCH}-baru", ignore_errors=True)
    shutil.copytree(NATION / CONTOH, root / CONTOH, dirs_exist_ok=True)
    random.Random(number).choice(EDITS)(root, number)  # noqa: S311 (chooses an edit, keeps no secret)


OF_VILLAGES: tuple[Edit, ...] = (
    change(SATU, "publisher: ", "publisher: Rekaan {number} "),
    change(DUA, "\nsources:", "  - status: certified\n    date: '2019'\n    sources: [kabar]\n\nsources:"),
    change(DUA, "'2026-01-01'", "'2026-01-02'"),
    change(DUA, "name: Rekaan Dua", "name: Rekaan Dua\nalso_known_as: [Rekaan Kedua]"),
    change(SATU, "latitude: -2.5", "latitude: -2.75"),
)
EDITS: tuple[Edit, ...] = (
    *OF_VILLAGES,
    change(DUA, "Kabar Rekaan", "Kabar Rekaan {number}"),
    change(f"{LAUNCH}/launch.yml", "status: postponed", "status: cancelled"),
    change("content/id/program/index.md", "\n\n", "\n\nKalimat rekaan nomor {number}.\n\n"),
    change("content/id/manfaat/index.md", "label:", "label: Rekaan {number} #"),
    change("mkdocs.yml", "Rekaan & Rekan", "Rekaan & Rekan"),
    _remove,
    _bring_back,
    _rename,
)


def test_built_in_parts_it_is_the_site_of_a_whole_build(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    made = built_in_parts(root, root / "site", jobs=2)
    assert made
    assert made.made == len(files(root / "site"))
    assert same(files(root / "site"), from_nothing(root, tmp_path / "whole"))


def test_where_nothing_changed_nothing_is_made_or_touched(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    first = built_in_parts(root, root / "site")
    before = stamps(root / "site")
    again = built_in_parts(root, root / "site")
    assert first
    assert again
    assert (again.made, again.same, again.gone) == (0, first.made, 0)
    assert (again.pages, again.records, again.problems) == (first.pages, first.records, first.problems)
    assert stamps(root / "site") == before


def test_one_edit_makes_only_what_it_concerns(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    built_in_parts(root, root / "site")
    change(DUA, "Kabar Rekaan", "Kabar Rekaan Pagi")(root, 0)
    made = built_in_parts(root, root / "site")
    assert made
    assert 0 < made.made < made.same / 4
    assert same(files(root / "site"), from_nothing(root, tmp_path / "whole"))


@pytest.mark.parametrize("edit", OF_VILLAGES)
def test_after_one_edit_of_a_village_it_is_the_site_of_a_whole_build(tmp_path: Path, edit: Edit) -> None:
    root = copied(tmp_path / "root")
    built_in_parts(root, root / "site")
    edit(root, 0)
    assert built_in_parts(root, root / "site")
    assert same(files(root / "site"), from_nothing(root, tmp_path / "whole"))


@pytest.mark.parametrize("seed", range(2))
def test_after_edits_by_chance_it_is_the_site_of_a_whole_build(tmp_path: Path, seed: int) -> None:
    root = copied(tmp_path / "root")
    built_in_parts(root, root / "site")
    for number in range(4 * seed, 4 * seed + 4):
        _anything(root, number)
        assert built_in_parts(root, root / "site"), number
        assert same(files(root / "site"), from_nothing(root, tmp_path / "whole")), number


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("messages/id.toml", "Desa lain di", "Desa tetangga di"),
        ("templates/village.html", '<p class="where">', '<p class="where" data-rekaan>'),
        ("theme/partials/footer.html", '<div class="foot__inner">', '<div class="foot__inner" data-rekaan>'),
        ("theme/assets/site.css", "body", "body "),
    ],
)
def test_other_words_templates_and_themes_are_seen(tmp_path: Path, file: str, old: str, new: str) -> None:
    root = copied(tmp_path / "root")
    shutil.copytree(PROJECT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("nation_build.py", "parts_build.py"):
        (tmp_path / "tests").mkdir(exist_ok=True)
        shutil.copy(PROJECT / "tests" / name, tmp_path / "tests")
    shutil.copytree(NATION, tmp_path / "tests" / "nation")
    _in_copy(tmp_path, "parts_build.py", root, root / "site")
    text = (tmp_path / "scripts/sadar" / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "scripts/sadar" / file).write_text(text.replace(old, new), encoding="utf-8")
    _in_copy(tmp_path, "parts_build.py", root, root / "site")
    shutil.copytree(root, tmp_path / "whole", ignore=shutil.ignore_patterns("build", "site"))
    _in_copy(tmp_path, "nation_build.py", tmp_path / "whole", tmp_path / "site")
    assert same(files(root / "site"), files(tmp_path / "site"))


def _in_copy(copy: Path, script: str, root: Path, site: Path) -> None:
    """Run one of the two builds with a copy of the house."""
    surroundings = os.environ | {"PYTHONPATH": f"{copy / 'scripts'}{os.pathsep}{copy / 'tests'}"}
    command = [sys.executable, str(copy / "tests" / script), str(root), str(site), "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)
    assert done.returncode == 0, done.stderr


def test_another_version_of_a_library_makes_all_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copied(tmp_path / "root")
    first = built_in_parts(root, root / "site")
    # A package of no consequence, so that the only change is that it is there.
    library = tmp_path / "library" / "rekaan-9.dist-info"
    library.mkdir(parents=True)
    (library / "METADATA").write_text("Metadata-Version: 2.1\nName: rekaan\nVersion: 9\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(library.parent))
    stamps = {path: path.stat().st_mtime_ns for path in (root / "build/parts/kept").rglob("*.rows")}
    again = built_in_parts(root, root / "site")
    assert first
    assert again
    assert not stamps.keys() & set((root / "build/parts/kept").rglob("*.rows"))
    assert again.made == 0  # made anew, and found to be the same


def test_a_mistake_leaves_the_site_and_what_is_kept_as_they_were(tmp_path: Path) -> None:
    root, ceremony = copied(tmp_path / "root"), f"{LAUNCH}/launch.yml"
    good = {file: (root / file).read_bytes() for file in (DUA, ceremony)}
    in_record = change(DUA, "kind: ", "kind: salah-")
    # Read without a mistake, and found when it is held against the rules.
    in_ceremony = change(ceremony, "publisher: Kabar", "publisher: Telepon 0812 3456 7890")
    in_ceremony(root, 0)
    assert built_in_parts(root, root / "site") is None
    assert not (root / "site").exists()
    (root / ceremony).write_bytes(good[ceremony])
    built_in_parts(root, root / "site")
    right = files(root / "site")
    for file, mistake in ((DUA, in_record), (ceremony, in_ceremony)):
        mistake(root, 0)
        assert built_in_parts(root, root / "site") is None
        assert same(files(root / "site"), right)
        (root / file).write_bytes(good[file])
        made = built_in_parts(root, root / "site")
        assert made
        assert made.made == 0
        assert same(files(root / "site"), right)


def test_a_site_that_somebody_exchanged_or_a_record_that_is_damaged_costs_time_and_nothing_else(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    built_in_parts(root, root / "site")
    right = files(root / "site")
    # Emptied and not made anew: a disk may give a new folder the number of the old one, now or never.
    for entry in (root / "site").iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    assert built_in_parts(root, root / "site")
    assert same(files(root / "site"), right)
    for name in ("finished", "seen", "made", "frames"):
        (root / "build/parts" / name).write_bytes(b"rusak")
        assert built_in_parts(root, root / "site")
        assert same(files(root / "site"), right)


def test_a_damaged_record_leaves_no_page_of_a_village_that_is_gone(tmp_path: Path) -> None:
    for name, damaged in (("made", "made"), ("kept", "kept/**/*.listed"), ("all", "all.*")):
        root = copied(tmp_path / name)
        built_in_parts(root, root / "site")
        _remove(root, 0)
        files_of = list((root / "build/parts").glob(damaged))
        assert files_of
        for file in files_of:
            file.write_bytes(b"rusak")
        assert built_in_parts(root, root / "site")
        assert same(files(root / "site"), from_nothing(root, tmp_path / f"whole-{name}"))


def test_what_an_older_version_left_is_not_trusted(tmp_path: Path) -> None:
    regency = RegencyDone((), "", "", {}, "", "", "", None, 0, "kept")
    left = record.Finished("", Survey({}), NOWHERE, NOWHERE, frozenset(), (), 0, record.Looked(), 0)
    record.note(tmp_path, record.Made(regencies={"provinsi-misal/kabupaten-misal": ("", regency)}), left)
    assert record.made(tmp_path).regencies
    for name in (b"stories", b"folders"):
        written = (tmp_path / "made").read_bytes()
        (tmp_path / "made").write_bytes(written.replace(name, name[::-1], 1))
        assert not record.made(tmp_path).regencies
        (tmp_path / "made").write_bytes(written)


def test_a_build_killed_at_any_moment_leaves_one_whole_site_and_the_next_is_right(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    built_in_parts(root, root / "site")
    chance = random.Random(7)  # noqa: S311 (chooses moments, keeps no secret)
    here = os.environ | {"PYTHONPATH": os.pathsep.join([str(PROJECT / "scripts"), str(PROJECT / "tests")])}
    for number in range(8):
        whole = files(root / "site")
        change(DUA, "Kabar Rekaan", "Kabar Rekaan {number}")(root, number)
        command = [sys.executable, str(PROJECT / "tests/parts_build.py"), str(root), str(root / "site")]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=here)
        time.sleep(chance.uniform(0.3, 2.5))
        process.kill()
        process.wait()
        left = files(root / "site")
        assert left == whole or same(left, from_nothing(root, tmp_path / "whole")), number
    assert built_in_parts(root, root / "site")
    assert same(files(root / "site"), from_nothing(root, tmp_path / "whole"))


def test_scripts_within_pages_are_refused_since_every_page_would_need_their_digests(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    hook = root / "sisipan.py"
    hook.write_text("def on_post_page(output, **_):\n    return output + '<script>1</script>'\n", encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nhooks:\n  - {hook}\n")
    with pytest.raises(DressError, match="--plain"):
        built_in_parts(root, root / "site")
    assert not (root / "site").exists()


def test_a_cluster_makes_the_same_site(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    root = copied(tmp_path / "root")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        assert built_in_parts(root, root / "site", 2, cluster.scheduler_address)
    assert same(files(root / "site"), from_nothing(root, tmp_path / "whole"))
