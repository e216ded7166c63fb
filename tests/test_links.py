"""The weekly look at links, against real servers on this machine. All records here are made up."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import get_args

import pytest
from nation_build import NATION, PROJECT, REGIONS, TODAY, copied
from sadar import pipeline
from sadar.language import LANGUAGES, Language
from sadar.links.asking import Answer, Outcome, asked
from sadar.links.collecting import Named, addresses_named
from sadar.links.looking import exceptions_in, look
from sadar.links.report import Looked, as_markdown, summary
from sadar.links.requesting import Requests, Turns
from sadar.records.links import LinkException
from sadar.wording import wording

ID = wording("id")
NAME = "DesaSadar/1.0 (+https://uji.example/)"


@dataclass
class Web:
    """A host, what it answers to a path, and who asked: (method, path, name)."""

    address: str = ""
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    hang: threading.Event = field(default_factory=threading.Event)
    calls: dict[str, int] = field(default_factory=dict)

    def answer(self, method: str, path: str) -> tuple[int, str]:
        """The status and where to."""
        name = path.rpartition("/")[2]
        self.calls[name] = self.calls.get(name, 0) + 1
        match name:
            case "for-good":
                return 301, "/page"
            case "for-now":
                return 302, "/page"
            case "good-then-now":
                return 308, "/for-now"
            case "home":
                return 301, "/"
            case "loop":
                return 302, "/loop"
            case "long":
                return 302, f"/a{path}"
            case "out":
                return 302, "file:///etc/passwd"
            case "only-get":
                return (405 if method == "HEAD" else 200), ""
            case "busy":
                return (429 if self.calls[name] < 3 else 200), ""
            case status if status.isdigit():
                return int(status), ""
        return 200, ""


@pytest.fixture
def web() -> Iterator[Web]:
    web = Web()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append((self.command, self.path, self.headers["User-Agent"]))
            if self.path == "/hang":
                web.hang.wait(30)
            status, target = web.answer(self.command, self.path)
            self.send_response(status)
            self.send_header("Location", target) if target else None
            self.send_header("Retry-After", "0") if status == 429 else None
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815 (the library's name)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        web.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield web
        web.hang.set()
        server.shutdown()


@pytest.fixture(autouse=True)
def directly(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy stands between these tests and their servers."""
    monkeypatch.setenv("no_proxy", "*")


def requests(patience: float = 20) -> Requests:
    return Requests(NAME, Turns(0), patience)


def answer(web: Web, path: str, patience: float = 20) -> Answer:
    address = f"{web.address}/{path}"
    return asked([address], requests(patience))[address]


@pytest.mark.parametrize(
    ("path", "outcome", "why"),
    [
        ("page", "works", ""),
        ("204", "works", ""),
        ("only-get", "works", ""),
        ("busy", "works", ""),
        ("for-now", "works", ""),
        ("good-then-now", "works", ""),
        ("404", "gone", "404"),
        ("410", "gone", "410"),
        ("berita/home", "gone", "front-page"),
        ("401", "refused", "401"),
        ("403", "refused", "403"),
        ("451", "refused", "451"),
        ("429", "refused", "429"),
        ("loop", "refused", "loop"),
        ("long", "refused", "loop"),
        ("out", "refused", "scheme"),
        ("500", "silent", "500"),
        ("503", "silent", "503"),
    ],
)
def test_an_answer_is_told_by_what_it_means_for_a_reader(web: Web, path: str, outcome: str, why: str) -> None:
    assert answer(web, path) == Answer(outcome, why)  # type: ignore[arg-type]


def test_an_address_that_moved_for_good_is_told_with_its_new_one(web: Web) -> None:
    assert answer(web, "for-good") == Answer("moved", at=f"{web.address}/page")


def test_a_host_that_is_too_slow_is_asked_once_more_and_then_left_alone(web: Web) -> None:
    addresses = [f"{web.address}/hang?{n}" for n in range(6)]
    hanging = [f"{web.address}/hang"]
    assert asked(hanging, requests(0.2))[hanging[0]] == Answer("silent", "timeout")
    assert len(web.asked) == 4  # its head and its page, twice
    assert asked(addresses, requests())[addresses[5]] == Answer("works")


def test_a_host_that_never_answers_is_not_asked_for_every_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    addresses = [f"http://127.0.0.1:{port}/{n}" for n in range(6)]
    answers = asked(addresses, requests())
    assert [answers[address].why for address in addresses] == ["connection"] * 3 + ["host"] * 3


def test_a_name_that_no_machine_has_is_gone() -> None:
    assert asked(["http://tidak-ada.invalid/x"], requests())["http://tidak-ada.invalid/x"].outcome in ("gone", "silent")


def test_a_connection_that_is_not_safe_is_looked_at_by_hand(tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("NO OPENSSL HERE, unsafe connections were not tried")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=uji.example", "-days", "2"]
    subprocess.run([*command, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        server.handle_error = lambda *_: None  # type: ignore[method-assign,assignment]
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        address = f"https://127.0.0.1:{server.server_port}/"
        assert asked([address], requests())[address] == Answer("refused", "tls")
        server.shutdown()


def test_hosts_see_who_asks_and_pages_are_fetched_only_where_the_head_says_little(web: Web) -> None:
    answer(web, "page")
    answer(web, "404")
    assert web.asked == [("HEAD", "/page", NAME), ("HEAD", "/404", NAME), ("GET", "/404", NAME)]


def test_a_host_is_given_its_pause_and_another_one_is_not_kept_waiting() -> None:
    turns = Turns(pause=1)
    assert [turns.taken("a", 10), turns.taken("a", 10), turns.taken("b", 10), turns.taken("a", 10.5)] == [0, 1, 0, 1.5]
    assert turns.taken("a", 20) == 0


def test_every_address_of_records_and_pages_is_collected_with_its_places() -> None:
    checked = pipeline.check(PROJECT, REGIONS, TODAY)
    named = {each.address: each.places for each in addresses_named(checked.campaign)}
    toy = {each.address: each.places for each in addresses_named(pipeline.check(NATION, REGIONS, TODAY).campaign)}
    assert "content/figures/counts.yml: counts.0.source" in toy["https://kabar.example/jumlah-2017"]
    assert any(place.endswith("village.yml: sources.kabar.url") for place in toy["https://kabar.example/pasar"])
    assert all("://" in address and " " not in address for address in (*named, *toy))
    laws = {law.url for law in checked.campaign.benefits.laws.values() if law.url}
    sources = {source.url for source in checked.campaign.benefits.sources.values() if source.url}
    assert laws | sources <= named.keys()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Lihat https://uji.example/a.", "https://uji.example/a"),
        ("[a](https://uji.example/a_b)", "https://uji.example/a_b"),
        ("<https://uji.example/?a=1&b=2>, dan", "https://uji.example/?a=1&b=2"),
        ("**https://uji.example/a**", "https://uji.example/a"),
    ],
)
def test_an_address_in_a_text_ends_where_the_sentence_goes_on(tmp_path: Path, text: str, address: str) -> None:
    country = copied(tmp_path / "country")
    page = country / "content/id/program/index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    named = {each.address: each.places for each in addresses_named(pipeline.check(country, REGIONS, TODAY).campaign)}
    assert named[address] == ("content/id/program/index.md",)


@pytest.fixture
def country(web: Web, tmp_path: Path) -> Path:
    """A copy of the toy country whose sources lie on the host."""
    root = copied(tmp_path / "country")
    for file in (*root.rglob("*.yml"), *root.rglob("*.md")):
        text = re.sub(r"https://(\w+)\.example/", rf"{web.address}/\1/", file.read_text(encoding="utf-8"))
        file.write_text(text.replace(f"{web.address}/kabar/pasar", f"{web.address}/kabar/404"), encoding="utf-8")
    return root


def excepted(root: Path, *entries: tuple[str, str, str]) -> None:
    rows = [{"url": url, "reason": reason, "until": until} for url, reason, until in entries]
    (root / "content/link-exceptions.yml").write_text(json.dumps({"exceptions": rows}, indent=1), encoding="utf-8")


def report(root: Path) -> str:
    exceptions, problems = exceptions_in(root)
    assert problems == ()
    return as_markdown(ID, look(pipeline.check(root, REGIONS, TODAY).campaign, exceptions, requests(), TODAY))


def test_what_needs_a_look_is_told_with_its_places_and_nothing_else(web: Web, country: Path) -> None:
    said = report(country)
    assert said.startswith("# Tautan yang perlu Anda lihat\n\nAlamat yang diperiksa: ")
    advice = "Cari alamat barunya, atau salinannya di web.archive.org. Ganti alamat itu di tempat yang disebut."
    place = "villages/provinsi-contoh/kota-contoh/rekaan-pasar/village.yml: sources.kabar.url"
    told = f"- <{web.address}/kabar/404> (jawaban 404)\n  - {place}\n"
    assert said.endswith(f"## Halamannya hilang (1)\n\n{advice}\n\n{told}")
    assert "/kabar/dua-desa" not in said


def test_an_exception_holds_until_its_last_day_and_is_then_told(web: Web, country: Path) -> None:
    gone = f"{web.address}/kabar/404"
    excepted(country, (gone, "UJI: diperiksa tangan", str(TODAY)))
    assert report(country) == ""
    assert not any(path == "/kabar/404" for _, path, _ in web.asked)
    excepted(country, (gone, "UJI: *diperiksa* @tangan", "2026-01-01"))
    said = report(country)
    assert "Halamannya hilang (1)" in said
    assert f"## Pengecualian yang sudah berakhir (1)\n\n- <{gone}> 1 Januari 2026: UJI: \\*diperiksa\\* \\@" in said


def test_an_exception_may_cover_all_that_begins_with_it_and_is_told_when_nothing_does(web: Web, country: Path) -> None:
    excepted(country, (f"{web.address}/kabar/", "UJI", "2027-01-01"), ("https://lain.example/", "UJI", "2027-01-01"))
    said = report(country)
    assert "hilang" not in said
    assert not any(path.startswith("/kabar/") for _, path, _ in web.asked)
    assert "## Pengecualian yang tidak diperlukan lagi (1)\n\n- <https://lain.example/> 1 Januari 2027: UJI" in said


def test_a_mistake_in_the_exceptions_is_told_and_no_exception_holds(country: Path) -> None:
    excepted(country, ("https://lain.example/", "UJI", "2027-13"))
    exceptions, problems = exceptions_in(country)
    assert exceptions == ()
    assert [each.rule for each in problems] == ["not-a-date"]
    assert pipeline.check(country, REGIONS, TODAY).publishable


WHYS = ("404", "front-page", "dns", "tls", "timeout", "connection", "host", "loop", "scheme")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_and_every_reason_has_its_words(language: Language) -> None:
    named = Named("https://uji.example/", tuple("abcde"))
    answers = [(named, Answer(outcome, why)) for outcome in get_args(Outcome) for why in WHYS]
    exceptions = exceptions_of("https://uji.example/")
    said = as_markdown(wording(language), Looked(answers, 0, exceptions, exceptions))
    assert said.count("<https://uji.example/>") == 4 * len(WHYS) + 2
    assert said.count("\n  - a\n  - b\n  - c\n") == 4 * len(WHYS)


def exceptions_of(address: str) -> tuple[LinkException, ...]:
    return (LinkException.model_validate({"url": address, "reason": "UJI", "until": "2026-01-01"}),)


def test_a_machine_without_network_accuses_no_link() -> None:
    failures = (Answer("gone", "dns"), Answer("silent", "connection"), Answer("silent", "timeout"))
    looked = Looked([(Named("https://uji.example/", ("a",)), failure) for failure in failures], 0, (), ())
    assert as_markdown(ID, looked) == ""
    assert "tanpa internet" in summary(ID, looked)


def test_the_command_tells_hosts_whom_to_ask_writes_its_summary_and_always_exits_with_0(
    web: Web, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(PROJECT / "tests" / "right", tmp_path / "root"))
    for file in root.rglob("village.yml"):
        text = file.read_text(encoding="utf-8").replace("https://uji.example/satu", f"{web.address}/404")
        file.write_text(text.replace("https://uji.example/dua", f"{web.address}/page"), encoding="utf-8")
    excepted(root, ("https://uji.example/", "UJI", "2027-01-01"))
    command = [sys.executable, "-m", "sadar", "links", "--root", str(root), "--pause", "0", "--date", "2026-11-23"]
    steps = tmp_path / "summary.md"
    environment = os.environ | {"PYTHONPATH": str(PROJECT / "scripts"), "GITHUB_STEP_SUMMARY": str(steps)}
    environment |= {"CONTACT": "https://uji.example/kami", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd="/")
    assert done.returncode == 0, done.stderr
    assert f"- <{web.address}/404> (jawaban 404)" in done.stdout
    assert "Alamat yang diperiksa: 2. Langsung terbuka: 1." in done.stderr
    assert steps.read_text(encoding="utf-8").strip() == done.stdout.strip()
    assert {name for _, _, name in web.asked} == {"DesaSadar/1.0 (+https://uji.example/kami)"}


def test_the_real_exceptions_are_right() -> None:
    assert exceptions_in(PROJECT)[1] == ()
