"""An address that was published never dies: the build says what to do, one command does it, readers arrive."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest
from conftest import DAY, PROJECT
from hosting import hosted
from playwright.sync_api import Browser
from sadar import pipeline
from sadar.ledger import note
from sadar.move import MoveError, move
from sadar.outputs import files
from sadar.outputs.redirects import at_old_addresses, moved_records
from sadar.pages import Site
from sadar.pipeline import Checked
from sadar.records import PartialDate
from sadar.regions import official
from sadar.source import yaml_document
from sadar.wording import wording
from test_commands import sadar

TODAY = PartialDate(2026, 11, 23)
REGENCY = "kalimantan-timur/kabupaten-kutai-kartanegara"
ILIR, ULU = f"{REGENCY}/loa-duri-ilir", f"{REGENCY}/loa-duri-ulu"
LAUNCH = "2018/2018-09-18-loa-duri-ilir"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the campaign without a mistake, all of it published."""
    folder = Path(shutil.copytree(PROJECT / "tests" / "right", tmp_path / "campaign"))
    (folder / "content" / "redirects.yml").unlink()
    (folder / "content" / "addresses.txt").unlink()
    checked = check(folder)
    note(folder, checked.campaign.ledger, checked.pages)
    return folder


def check(folder: Path) -> Checked:
    return pipeline.check(folder, official(), TODAY)


def vanished(folder: Path) -> list[tuple[str, str, str]]:
    """What the check says of lost addresses: (address, old, new) of its command."""
    rules = ("address-vanished", "addresses-vanished")
    found = (each for each in check(folder).problems if each.rule in rules)
    return [(each.details["given"], each.details["old"], each.details["new"]) for each in found]


def redirects(folder: Path) -> dict[str, str]:
    data = yaml_document(folder, PurePosixPath("content/redirects.yml")).data
    assert isinstance(data, dict)
    return {each["from"]: each["to"] for each in data["redirects"]}  # type: ignore[index, call-overload, misc]


def moved(folder: Path, old: str, new: str) -> Mapping[str, str]:
    return move(folder, (old, new), None, TODAY, official()).redirects


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def about_addresses(folder: Path) -> set[str]:
    """The rules on addresses and references that the campaign breaks."""
    rules = {problem.rule for problem in check(folder).problems}
    return {rule for rule in rules if re.search("address|redirect|link|without-record|unknown", rule)}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real campaign."""
    folder = tmp_path_factory.mktemp("real") / "campaign"
    for name in ("content", "villages"):
        shutil.copytree(PROJECT / name, folder / name)
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("  custom_dir: scripts/sadar/theme\n", ""), encoding="utf-8")
    return folder


def test_a_renamed_village_stops_the_build_and_the_command_it_names_lets_old_links_arrive(
    real: Path, browser: Browser
) -> None:
    old, new = (f"kalimantan-selatan/kabupaten-tanah-bumbu/{name}" for name in ("mekar-jaya", "mekar-jaya-uji"))
    (real / "villages" / old).rename(real / "villages" / new)
    record = real / "villages" / new / "village.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("name: Mekar Jaya", "name: Mekar Jaya Uji"), "utf-8")

    public = {"SITE_URL": "https://uji.example/proyek/"}
    arguments = ("build", "--root", real, "--out", real / "public" / "proyek", "--date", DAY)
    failed = sadar(*arguments, **public)
    assert failed.returncode == 1
    (command,) = re.findall(r"python3 scripts/run\.py (move \S+ \S+)", failed.stderr)
    assert command == f"move desa/{old} desa/{new}"

    assert sadar(*shlex.split(command), "--root", real).returncode == 0
    built = sadar(*arguments, **public)
    assert built.returncode == 0, built.stderr

    context = browser.new_context(java_script_enabled=False)
    with hosted(real / "public") as host:
        for language in ("", "en/"):
            page = context.new_page()
            opened: list[str] = []
            page.on("framenavigated", lambda frame: opened.append(frame.url))  # noqa: B023 (the page is closed in the loop)
            page.goto(f"{host}proyek/{language}desa/{old}/")
            page.wait_for_url(f"{host}proyek/{language}desa/{new}/")
            assert opened == [f"{host}proyek/{language}desa/{each}/" for each in (old, new)]
            assert "Mekar Jaya Uji" in page.locator("h1").inner_text()
            page.close()
    context.close()


def test_a_rule_that_is_gone_leads_to_the_list_of_rules(root: Path) -> None:
    with (root / "content" / "addresses.txt").open("a", encoding="utf-8") as ledger:
        ledger.write("/aturan/uji-hilang/\n/manfaat/angka/uji-hilang/\n")
    checked = check(root)
    assert vanished(root) == []
    made = dict(files(Site(checked.campaign, official(), checked.pages, TODAY, "")))
    assert 'content="0; url=../"' in str(made[PurePosixPath("aturan/uji-hilang/index.html")])


def test_every_page_of_the_real_campaign_that_was_published_lives() -> None:
    assert len(check(PROJECT).campaign.ledger.lines) > 500
    assert vanished(PROJECT) == []


def test_a_new_village_needs_no_command(root: Path) -> None:
    record = root / "villages" / REGENCY / "bakungan" / "village.yml"
    record.parent.mkdir()
    text = (root / "villages" / ULU / "village.yml").read_text(encoding="utf-8")
    record.write_text(re.sub("name: .*", "name: Bakungan", re.sub("code: .*", "code: 64.02.03.2001", text)), "utf-8")
    assert check(root).problems == ()


def test_the_ledger_learns_new_addresses_and_forgets_none(root: Path) -> None:
    file = root / "content" / "addresses.txt"
    file.write_text("# UJI: keterangan\n/uji-lama/\n\n/program/\n/desa/\n", encoding="utf-8")
    done = sadar("ledger", "--root", root, "--lang", "en")
    assert done.returncode == 1, done.stdout
    assert file.read_text(encoding="utf-8").count("\n") == 5

    (root / "content" / "redirects.yml").write_text(
        "redirects:\n  - from: /uji-lama/\n    to: /program/\n    date: 2026-11-23\n", encoding="utf-8"
    )
    done = sadar("ledger", "--root", root, "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Noted in content/addresses.txt: {len(check(root).pages) - 2} new addresses.\n"
    first, *lines = file.read_text(encoding="utf-8").splitlines()
    assert first == "# UJI: keterangan"
    assert lines == sorted(lines)
    assert set(lines) == {f"/{page.address}" for page in check(root).pages} | {"/uji-lama/"}
    before = file.stat().st_mtime_ns
    assert sadar("ledger", "--root", root).returncode == 0
    assert file.stat().st_mtime_ns == before


def test_a_ledger_of_the_whole_country_is_read(root: Path) -> None:
    addresses = ["/desa/"]
    for province in official().provinces():
        addresses.append(f"/desa/{province.slug}/")
        for regency in official().regencies(province):
            addresses.append(f"/desa/{province.slug}/{regency.slug}/")
            addresses += (f"/desa/{village.address}/" for village in official().villages(regency))
    (root / "content" / "addresses.txt").write_text("".join(f"{each}\n" for each in addresses), encoding="utf-8")
    checked = check(root)
    assert len(checked.campaign.ledger.lines) == len(set(addresses)) > 84_000
    (inside,) = (each for each in official().provinces() if each.slug == "kalimantan-timur")
    told = [problem.details["given"] for problem in checked.problems if problem.rule == "addresses-vanished"]
    # Every other province is told as one; in this one the other regencies and the other villages of its regency.
    assert len(told) == len(official().provinces()) - 1 + len(official().regencies(inside)) - 1


@pytest.mark.parametrize(
    ("moves", "told"),
    [
        ({ILIR: f"{REGENCY}/loa-duri-hilir"}, [(f"desa/{ILIR}", f"desa/{REGENCY}/loa-duri-hilir")]),
        ({ILIR: "jawa-timur/kota-batu/loa-duri-ilir"}, [(f"desa/{ILIR}", "desa/jawa-timur/kota-batu/loa-duri-ilir")]),
        ({ILIR: None}, [(f"desa/{ILIR}", f"desa/{REGENCY}")]),
        ({ILIR: None, ULU: None}, [(f"desa/{REGENCY}", "desa")]),
        (
            {REGENCY: "kalimantan-timur/kutai-kartanegara"},
            [(f"desa/{REGENCY}", "desa/kalimantan-timur/kutai-kartanegara")],
        ),
        (
            {f"launches/{LAUNCH}": "launches/2019/2019-09-loa-duri-ilir"},
            [(f"peluncuran/{LAUNCH}", "peluncuran/2019/2019-09-loa-duri-ilir")],
        ),
    ],
    ids=["renamed", "in another regency", "removed", "all removed", "a whole regency", "a launch of another year"],
)
def test_the_check_names_the_likely_new_address(
    root: Path, moves: dict[str, str | None], told: list[tuple[str, str]]
) -> None:
    for old, new in moves.items():
        if new:
            (root / "villages" / new).parent.mkdir(parents=True, exist_ok=True)
            (root / "villages" / old).rename(root / "villages" / new)
        else:
            shutil.rmtree(root / "villages" / old)
    assert [(old, new) for _, old, new in vanished(root)] == told


def test_a_moved_village_takes_with_it_all_that_names_it_and_nothing_else_changes(root: Path) -> None:
    launch = root / "villages" / "launches" / LAUNCH / "launch.yml"
    text = launch.read_text(encoding="utf-8")
    text = text.replace(f"  - {ILIR}\n", f'  # UJI: desa pertama\n  -   "{ILIR}"   # UJI: {ILIR}\n  - {ULU}\n')
    launch.write_text(text, encoding="utf-8")
    for language in ("id", "en"):
        page = root / "content" / language / "program" / "index.md"
        page.write_text(f"{page.read_text(encoding='utf-8')}\n[UJI](../desa/{ILIR}/index.md#isi)\n", encoding="utf-8")
    (root / "villages" / ILIR / "photos").mkdir()
    (root / "villages" / ILIR / "photos" / "uji.txt").write_text("UJI", encoding="utf-8")
    before = state(root)

    new = f"{REGENCY}/loa-duri-hilir"
    assert moved(root, f"villages/{ILIR}/village.yml", new) == {f"/desa/{ILIR}/": f"/desa/{new}/"}

    after = state(root)
    assert after.pop("content/redirects.yml")
    expected = {path.replace(f"villages/{ILIR}/", f"villages/{new}/"): content for path, content in before.items()}
    name = str(launch.relative_to(root))
    expected[name] = expected[name].replace(f'"{ILIR}"'.encode(), new.encode())
    for language in ("id", "en"):
        name = f"content/{language}/program/index.md"
        expected[name] = expected[name].replace(ILIR.encode(), new.encode())
    assert after == expected
    assert not (root / "villages" / ILIR).exists()
    assert about_addresses(root) == set()


def test_a_moved_launch_takes_with_it_the_villages_that_name_it(root: Path) -> None:
    new = "2018/2018-09-loa-duri"
    assert moved(root, LAUNCH, f"peluncuran/{new}/") == {f"/peluncuran/{LAUNCH}/": f"/peluncuran/{new}/"}
    assert f"launch: {new}\n" in (root / "villages" / ILIR / "village.yml").read_text(encoding="utf-8")
    assert about_addresses(root) <= {"launch-folder-not-date"}


def test_a_list_that_holds_nothing_any_more_leads_to_the_page_above_it_without_a_word(root: Path) -> None:
    (root / "content" / "redirects.yml").write_text(
        "redirects:\n  - from: /uji/\n    to: /peluncuran/2018/#uji\n    date: 2026-11-23\n", encoding="utf-8"
    )
    new = "2019/2019-09-18-loa-duri-ilir"
    moved(root, LAUNCH, new)
    assert not (root / "villages" / "launches" / "2018").exists()
    assert redirects(root) == {"/uji/": "/peluncuran/#uji", f"/peluncuran/{LAUNCH}/": f"/peluncuran/{new}/"}
    checked = check(root)
    made = dict(files(Site(checked.campaign, official(), checked.pages, TODAY, "")))
    assert 'content="0; url=../"' in str(made[PurePosixPath("en/peluncuran/2018/index.html")])
    # And back again: what is served needs no redirect.
    assert moved(root, new, LAUNCH)
    assert redirects(root) == {"/uji/": "/peluncuran/#uji", f"/peluncuran/{new}/": f"/peluncuran/{LAUNCH}/"}
    assert about_addresses(root) == set()


def test_a_village_that_changes_its_year_kind_or_standing_costs_no_word_about_its_lists(root: Path) -> None:
    for record in root.glob("villages/kalimantan-timur/*/*/village.yml"):
        text = record.read_text(encoding="utf-8").replace("kind: desa", "kind: kampung")
        record.write_text(text.replace("status: launched", "status: certified").replace("2018-09-18", "2019"), "utf-8")
    served = {f"/{page.address}" for page in check(root).pages}
    assert {"/desa/jenis/desa/"} <= check(root).campaign.ledger.lines.keys() - served
    assert vanished(root) == []


def test_a_whole_regency_moves_with_its_villages(root: Path) -> None:
    new = "kalimantan-timur/kota-samarinda"
    assert moved(root, f"villages/{REGENCY}/", f"villages/{new}") == {
        f"/desa/{REGENCY}/": f"/desa/{new}/",
        f"/desa/{ILIR}/": f"/desa/{new}/loa-duri-ilir/",
        f"/desa/{ULU}/": f"/desa/{new}/loa-duri-ulu/",
    }
    assert f"- {new}/loa-duri-ilir\n" in (root / "villages" / "launches" / LAUNCH / "launch.yml").read_text("utf-8")
    assert about_addresses(root) <= {"code-unknown"}


def test_a_village_that_moves_twice_is_reached_in_one_step_from_both_addresses(root: Path) -> None:
    first, second = f"{REGENCY}/loa-duri-hilir", f"{REGENCY}/loa-duri-muara"
    moved(root, ILIR, first)
    file = root / "content" / "redirects.yml"
    file.write_text(file.read_text(encoding="utf-8") + "    reason: 'UJI: alasan'  # UJI: keterangan\n", "utf-8")
    moved(root, first, second)
    assert redirects(root) == {f"/desa/{ILIR}/": f"/desa/{second}/", f"/desa/{first}/": f"/desa/{second}/"}
    assert 'reason: "UJI: alasan"  # UJI: keterangan\n' in file.read_text(encoding="utf-8")
    moved(root, second, ILIR)
    assert redirects(root) == {f"/desa/{first}/": f"/desa/{ILIR}/", f"/desa/{second}/": f"/desa/{ILIR}/"}
    assert about_addresses(root) == set()


def test_after_a_move_by_hand_the_command_mends_the_rest(root: Path) -> None:
    new = f"{REGENCY}/loa-duri-hilir"
    (root / "villages" / ILIR).rename(root / "villages" / new)
    assert "village-without-record" in about_addresses(root)
    moved(root, ILIR, new)
    assert redirects(root) == {f"/desa/{ILIR}/": f"/desa/{new}/"}
    assert about_addresses(root) == set()


def test_a_removed_village_can_lead_to_its_regency(root: Path) -> None:
    shutil.rmtree(root / "villages" / ULU)
    assert moved(root, ULU, f"desa/{REGENCY}/") == {f"/desa/{ULU}/": f"/desa/{REGENCY}/"}
    assert about_addresses(root) == set()


def test_a_record_with_a_mistake_moves_and_its_redirect_waits_for_it(root: Path) -> None:
    with (root / "villages" / ILIR / "village.yml").open("a", encoding="utf-8") as record:
        record.write("uji: x\n")
    new = f"{REGENCY}/loa-duri-hilir"
    assert moved(root, ILIR, new) == {f"/desa/{ILIR}/": f"/desa/{new}/"}


def test_a_hand_written_page_moves_in_both_languages_with_its_links(root: Path) -> None:
    nav = "nav:\n  - UJI: program/index.md\n  - program/index.md\n"
    (root / "mkdocs.yml").write_text(nav, encoding="utf-8")
    assert moved(root, "content/id/program/index.md", "tentang/program") == {"/program/": "/tentang/program/"}
    for language in ("id", "en"):
        assert "(../../desa/index.md)" in (root / f"content/{language}/tentang/program/index.md").read_text("utf-8")
        assert "(tentang/program/index.md)" in (root / f"content/{language}/index.md").read_text("utf-8")
    assert (root / "mkdocs.yml").read_text("utf-8") == nav.replace("program/", "tentang/program/")
    assert about_addresses(root) == set()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (ILIR, ULU, "exists"),
        (ILIR, LAUNCH, "other_kind"),
        (ILIR, "kalimantan-timur/kota-samarinda", "other_kind"),
        (ILIR, "program", "other_kind"),
        ("program", f"desa/{ULU}", "other_kind"),
        (ILIR, f"{REGENCY}/Loa Duri", "not_an_address"),
        (ILIR, f"{REGENCY}/..", "not_an_address"),
        (f"{REGENCY}/uji-hilang", ILIR, "unknown"),
        ("uji-hilang", "program", "unknown"),
        ("statistik", "program", "stays"),
        (f"{REGENCY}/uji-hilang", f"{REGENCY}/uji-lain", "nothing_there"),
    ],
)
def test_a_move_that_cannot_be_is_refused_with_a_sentence_and_nothing_changes(
    root: Path, old: str, new: str, sentence: str
) -> None:
    before = state(root)
    with pytest.raises(MoveError) as refused:
        moved(root, old, new)
    assert refused.value.sentence == sentence
    assert state(root) == before
    for language in ("id", "en"):
        assert "{" not in refused.value.told(wording(language))  # type: ignore[arg-type]


def test_nothing_moves_while_the_redirects_cannot_be_read(root: Path) -> None:
    (root / "content" / "redirects.yml").write_text("redirects: [", encoding="utf-8")
    before = state(root)
    done = sadar("move", ILIR, f"{REGENCY}/loa-duri-hilir", "--root", root, "--lang", "en")
    assert (done.returncode, done.stderr) == (
        1,
        "content/redirects.yml cannot be read yet. The command check says why.\n",
    )
    assert state(root) == before


def test_the_command_tells_what_it_did(root: Path) -> None:
    new = f"{REGENCY}/loa-duri-hilir"
    done = sadar("move", ILIR, new, "--root", root, "--lang", "en", "--reason", "UJI: salah tulis")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        f"villages/{ILIR} -> villages/{new}",
        f"villages/launches/{LAUNCH}/launch.yml: addresses in it were replaced.",
        f"/desa/{ILIR}/ is redirected to /desa/{new}/",
    ]
    assert 'reason: "UJI: salah tulis"' in (root / "content" / "redirects.yml").read_text(encoding="utf-8")
    assert sadar("fmt", "--check", root / "content" / "redirects.yml", "--root", root).returncode == 0


@pytest.fixture
def moved_site(root: Path) -> Site:
    moved(root, ILIR, f"{REGENCY}/loa-duri-hilir")
    checked = check(root)
    return Site(checked.campaign, official(), checked.pages, TODAY, "https://uji.example/proyek/", "")


def test_hosts_that_read_redirects_get_them_for_both_languages_below_the_sites_folder(moved_site: Site) -> None:
    (text,) = (content for path, content in files(moved_site) if str(path) == "_redirects")
    assert text == "".join(
        f"/proyek/{below}desa/{ILIR}/ /proyek/{below}desa/{REGENCY}/loa-duri-hilir/ 301\n" for below in ("", "en/")
    )


def test_what_others_embed_or_read_beside_a_village_stays_at_the_old_address(moved_site: Site) -> None:
    made = dict(files(moved_site))
    for below in ("", "en/"):
        assert '"name": "Loa Duri Ilir"' in str(made[PurePosixPath(f"{below}desa/{ILIR}/village.yml")])
    records = moved_records(moved_site)
    new = PurePosixPath(f"en/desa/{REGENCY}/loa-duri-hilir")
    badge = list(at_old_addresses(moved_site, (new / "lencana.svg", b"UJI"), records))
    assert badge == [(PurePosixPath(f"en/desa/{ILIR}/lencana.svg"), b"UJI")]
    ((path, card),) = at_old_addresses(moved_site, (new / "kartu" / "index.html", "UJI"), records)
    assert path == PurePosixPath(f"en/desa/{ILIR}/kartu/index.html")
    assert 'content="0; url=../../loa-duri-hilir/kartu/"' in str(card)
    assert 'lang="en"' in str(card)
    others = (PurePosixPath(each) for each in ("robots.txt", "data/v1/villages.csv", f"desa/{ULU}/lencana.svg"))
    assert [each for path in others for each in at_old_addresses(moved_site, (path, ""), records)] == []


def test_an_old_address_names_the_new_one_for_search_engines_and_leads_to_a_place_within_a_page(root: Path) -> None:
    text = "redirects:\n  - from: /uji/\n    to: /program/#isi\n    date: 2026-11-23\n"
    (root / "content" / "redirects.yml").write_text(text, encoding="utf-8")
    checked = check(root)
    site = Site(checked.campaign, official(), checked.pages, TODAY, "https://uji.example/", "")
    made = dict(files(site))
    page = str(made[PurePosixPath("en/uji/index.html")])
    assert 'content="0; url=../program/#isi"' in page
    assert '<a href="../program/#isi">' in page
    assert '<link rel="canonical" href="https://uji.example/en/program/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert made[PurePosixPath("_redirects")] == "/uji/ /program/#isi 301\n/en/uji/ /en/program/#isi 301\n"
