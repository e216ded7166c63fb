"""The calculator: one table of cases through Python and through the real page in a real Chromium."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, get_args
from urllib.parse import unquote, urlencode

import pytest
from conftest import DAY, PROJECT
from playwright.sync_api import Browser, Page, Route
from sadar.benefits import Benefits
from sadar.benefits.estimate import Period, estimate
from sadar.benefits.lines import LINES, Who
from sadar.benefits.reckoning import Asked
from sadar.outputs import calculator
from sadar.outputs.calculator_data import script_data
from sadar.pages.calculator import calculator_page
from sadar.records import PartialDate
from sadar.records.gathering import gather
from sadar.wording import wording

PATH = "manfaat/hitung/"
CASES = json.loads((PROJECT / "tests" / "cases" / "estimates.json").read_text(encoding="utf-8"))
ID = wording("id")
WHOS = get_args(Who)
CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'"
# What the page shows: the amounts of all visible lines, sums and payers, with their figures and laws.
SEEN = """() => {
  const traced = e => ({amount: e.dataset.amount === 'NaN' ? null : +e.dataset.amount, text: e.innerText,
    figures: e.dataset.figure.split(' ').sort(), laws: e.dataset.law.split(' ').sort()});
  const seen = e => !e.closest('[hidden]');
  const all = [...document.querySelectorAll('[data-line]')];
  const base = document.querySelector('[data-base]');
  const sums = [...document.querySelectorAll('[data-sum]')].filter(seen);
  const summed = name => Object.fromEntries(sums.map(e => [e.closest('section').dataset[name], traced(e)])
    .filter(([key]) => key));
  return {
    total: traced(document.querySelector('[data-output]')),
    base: seen(base) ? base.innerText : null,
    lines: Object.fromEntries(all.map((e, i) => [i, e]).filter(([, e]) => seen(e)).map(([i, e]) => {
      const slot = e.querySelector('[data-slot]');
      return [i, slot ? traced(slot) : {text: e.querySelector('a').innerText.trim()}]; })),
    sums: summed('event'), payers: summed('payer'),
  }; }"""


def benefits() -> Benefits:
    found = gather(PROJECT)
    figures = {figure.id: figure for filed in found.figures for figure in filed.record.figures}
    return Benefits(figures, found.income, found.laws.laws, found.figure_sources.sources)


BENEFITS = benefits()
(PAGE,) = calculator_page(BENEFITS, PartialDate(*map(int, DAY.split("-"))))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A small phone; anything that goes wrong in the page fails the test."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, timezone_id="Asia/Jakarta")
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda message: wrong.append(message.text))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    # A request that is still being answered would fail in the test that comes next.
    opened.unroute_all(behavior="wait")
    assert wrong == []
    context.close()


def day(text: str) -> PartialDate:
    return PartialDate(*map(int, text.split("-")))


def asked(case: dict[str, Any]) -> Asked:
    return Asked(case["who"], case["income"], case.get("jht", False), case.get("jp", False), case.get("risk", 1))


def query(wanted: Asked, when: str = "") -> str:
    state = {"who": wanted.who, "income": str(wanted.income), "risk": str(wanted.risk)}
    state |= {name: "1" for name in ("jht", "jp") if getattr(wanted, name)} | ({"date": when} if when else {})
    return f"?{urlencode(state)}"


def told(periods: list[list[Any]]) -> str:
    return calculator.told(ID, tuple(Period(amount, day(until) if until else None) for amount, until in periods))


def by_figure(lines: dict[str, Any]) -> dict[str, Any]:
    return {LINES[int(number)].figure: line for number, line in lines.items()}


def test_the_table_of_cases_is_large_and_names_the_days_on_which_things_change() -> None:
    assert len(CASES) >= 25
    days = {"2026-03-31", "2026-04-01", "2026-12-31", "2027-01-01", "2027-03-31", "2027-04-01"}
    assert days <= {case["date"] for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_python_reckons_the_case(case: dict[str, Any]) -> None:
    found = estimate(BENEFITS, asked(case), day(case["date"]))
    assert (int(found.row.base) if found.row else None) == case["base"]
    amounts = {each.line.figure: each.amount for each in found.lines}
    assert {figure: amounts[figure] for figure in case.get("lines", {})} == case.get("lines", {})
    assert {part: found.sums[part] for part in case.get("sums", {})} == case.get("sums", {})
    if "total" in case:
        assert calculator.told(ID, found.total) == told(case["total"])
    for payer, periods in case.get("payers", {}).items():
        assert calculator.told(ID, found.payers[payer]) == told(periods)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_page_reckons_the_case(page: Page, address: str, case: dict[str, Any]) -> None:
    page.goto(address + PATH + query(asked(case), case["date"]))
    seen = page.evaluate(SEEN)
    assert seen["base"] == (calculator.rupiah(ID, case["base"]) if case["base"] else None)
    lines = by_figure(seen["lines"])
    for figure, amount in case.get("lines", {}).items():
        if "amount" in lines[figure]:
            assert lines[figure]["amount"] == amount
        else:
            assert lines[figure]["text"].endswith(calculator.rupiah(ID, amount))
    for part, amount in case.get("sums", {}).items():
        assert seen["sums"][part]["amount"] == amount
        assert seen["sums"][part]["text"] == calculator.rupiah(ID, amount)
    if "total" in case:
        assert seen["total"]["text"].split(": ", 1)[1] == told(case["total"])
    for payer, periods in case.get("payers", {}).items():
        assert seen["payers"][payer]["text"] == told(periods)


def test_python_and_the_page_agree_on_200_random_incomes(page: Page, address: str) -> None:
    dice = random.Random(4)  # noqa: S311 (no secret)
    days = [case["date"] for case in CASES]
    for when in ("2026-03-31", "2026-11-23", "2027-01-01", "2027-04-01"):
        assert when in days
        page.goto(f"{address}{PATH}?date={when}")
        for _ in range(50):
            who = dice.choice(WHOS)
            highest = 9_000_000_000 if who == "project" else 25_000_000
            wanted = Asked(who, dice.randint(1, highest), dice.random() < 0.5, dice.random() < 0.5, dice.randint(1, 5))
            _fill(page, wanted)
            _assert_alike(page.evaluate(SEEN), wanted, when)


def _fill(page: Page, wanted: Asked) -> None:
    page.evaluate(
        """wanted => {
  const form = document.querySelector('form'), fields = form.elements;
  [...fields.who].find(each => each.value === wanted.who).click();
  fields.risk.value = wanted.risk;
  for (const name of ['jht', 'jp']) fields[name].checked = wanted[name];
  fields.income.value = wanted.income;
  form.requestSubmit(); }""",
        asdict(wanted),
    )


def _assert_alike(seen: dict[str, Any], wanted: Asked, when: str) -> None:
    fields = calculator.fields(PAGE, wanted.who).split()
    offered = replace(wanted, jht=wanted.jht and "jht" in fields, jp=wanted.jp and "jp" in fields)
    found = estimate(BENEFITS, offered, day(when))
    shown = {LINES.index(each.line): each for each in found.lines}
    assert {int(number) for number in seen["lines"]} == set(shown), wanted
    for number, each in shown.items():
        line = seen["lines"][str(number)]
        if "amount" in line:
            assert line["amount"] == each.amount, (wanted, each.line.figure)
            assert line["figures"] == sorted(calculator.figures_used(PAGE, found, [each])), (wanted, each.line.figure)
            assert line["laws"] == sorted(calculator.laws_used(PAGE, found, [each])), (wanted, each.line.figure)
    assert seen["total"]["text"].split(": ", 1)[1] == calculator.told(ID, found.total), wanted
    assert {payer: each["text"] for payer, each in seen["payers"].items()} == {
        payer: calculator.told(ID, periods) for payer, periods in found.payers.items()
    }
    assert {part: each["amount"] for part, each in seen["sums"].items()} == found.sums


def test_the_keyboard_is_enough(page: Page, address: str) -> None:
    page.goto(address + PATH)
    press = page.keyboard.press
    page.locator("h1").evaluate("e => { e.tabIndex = -1; e.focus(); }")
    press("Tab")
    press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "driver"
    press("Tab")  # the way to the page for migrant workers
    assert page.evaluate("document.activeElement.getAttribute('href')") == "../pekerja-migran/"
    press("Tab")
    page.keyboard.type("Rp 1.000.000")
    press("Enter")
    assert page.locator("output").inner_text() == "Iuran sebulan: Rp8.400 sampai 31 Maret 2027, lalu Rp16.800"
    press("Tab")
    press("Space")
    assert page.locator("output").inner_text() == "Iuran sebulan: Rp28.400 sampai 31 Maret 2027, lalu Rp36.800"
    assert "jht=1" in page.url


def test_every_field_has_a_name_and_is_large_enough(page: Page, address: str) -> None:
    page.goto(address + PATH + query(Asked("employee", 3_000_000)))
    unnamed = page.evaluate(
        """[...document.querySelectorAll('.page--calculator :is(input, select)')]
        .filter(e => !e.labels.length || !e.labels[0].innerText.trim()).length"""
    )
    small = page.evaluate(
        """[...document.querySelectorAll('.choice, .field, button, a.button')]
        .filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"""
    )
    assert unnamed == 0
    assert small == []
    assert page.get_by_role("group", name="Siapa Anda?").get_by_role("radio").count() == len(WHOS)
    assert page.locator("output").get_attribute("aria-live") == "polite"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("given", ["", "0", "abc", "2,8", "2.8 juta", "-5", "99999999999999"])
def test_an_income_that_cannot_be_read_is_told_in_words(page: Page, address: str, given: str) -> None:
    page.goto(address + PATH)
    page.locator("#income").fill(given)
    page.get_by_role("button", name="Hitung").click()
    error = page.locator("[data-error]:visible")
    assert error.count() == 1
    assert len(error.inner_text()) > 20
    assert page.locator("#income").get_attribute("aria-invalid") == "true"
    assert page.evaluate("document.activeElement.id") == "income"
    assert page.locator("[data-outcome]").is_hidden()
    page.locator("#income").fill("1 000 000")
    page.keyboard.press("Enter")
    assert page.locator("[data-error]:visible").count() == 0
    assert page.locator("[data-outcome]").is_visible()


def test_the_back_button_leads_to_the_result_before(page: Page, address: str) -> None:
    page.goto(address + PATH)
    output, income = page.locator("output"), page.locator("#income")
    income.fill("1000000")
    page.keyboard.press("Enter")
    first = output.inner_text()
    income.fill("2800000")
    page.keyboard.press("Enter")
    assert output.inner_text() != first
    page.go_back()
    assert (output.inner_text(), income.input_value()) == (first, "1000000")
    page.go_back()
    assert page.locator("[data-outcome]").is_hidden()
    assert output.inner_text() == ""


def test_a_result_can_be_shared(page: Page, address: str) -> None:
    page.goto(address + PATH + query(Asked("farmer", 2_800_000, jht=True)))
    said = page.locator("output").inner_text()
    share = page.get_by_role("link", name="Kirim lewat WhatsApp").get_attribute("href") or ""
    assert share.startswith("https://wa.me/?text=")
    text = unquote(share.removeprefix("https://wa.me/?text="))
    assert said in text
    shared = text.rsplit(" ", 1)[1]
    assert shared == page.url == page.get_by_label("Alamat hasil ini").input_value()
    other = page.get_by_role("link", name="English", include_hidden=True).get_attribute("href") or ""
    assert other.endswith("en/manfaat/hitung/" + shared[shared.index("?") :])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin alamat").click()
    page.get_by_text("Alamat sudah disalin.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == shared
    page.goto(shared)
    assert page.locator("output").inner_text() == said


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ("2026-12-31T23:30:00+07:00", "Rp8.400 sampai 31 Desember 2026, lalu Rp16.800"),
        ("2027-01-01T00:30:00+07:00", "Rp16.800"),
        ("2015-01-01T12:00:00+07:00", "Rp8.400 sampai 31 Desember 2026, lalu Rp16.800"),  # a clock that must be wrong
    ],
)
def test_the_reader_s_day_chooses_the_figures(page: Page, address: str, clock: str, said: str) -> None:
    page.clock.set_fixed_time(datetime.fromisoformat(clock))
    page.goto(address + PATH + query(Asked("farmer", 1_000_000)))
    assert page.locator("output").inner_text() == f"Iuran sebulan: {said}"


def test_the_english_page_says_it_in_english(page: Page, address: str) -> None:
    page.goto(f"{address}en/{PATH}{query(Asked('farmer', 2_800_000))}")
    assert page.locator("output").inner_text() == "Contribution a month: Rp18,150 until 31 December 2026, then Rp36,300"


def test_the_page_runs_under_a_strict_content_security_policy(page: Page, address: str) -> None:
    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": CSP})

    page.route("**/*", strict)
    page.goto(address + PATH + query(Asked("farmer", 2_800_000)))
    assert page.locator("output").inner_text().endswith("Rp36.300")


def test_what_was_not_checked_says_so(page: Page, address: str) -> None:
    page.goto(address + PATH + query(Asked("farmer", 2_800_000)))
    assert "belum diperiksa dengan naskah resmi" in page.locator("[data-row]").inner_text()
    early = page.locator("[data-line]:visible", has_text="dalam tiga bulan pertama").inner_text()
    assert "Rp10.000.000" in early
    assert "*" in early
    assert "175" in early


@pytest.mark.parametrize("language", ["", "en/"])
def test_without_javascript_common_cases_stand_in_a_table(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + language + PATH)
    assert page.locator("form").is_hidden()
    assert page.locator("[data-outcome]").is_hidden()
    assert page.locator("strong", has_text="perkiraan" if not language else "estimate").is_visible()
    rows = page.locator("[data-cases] tbody tr")
    assert rows.count() == 5
    text = page.locator("[data-cases]").inner_text().replace(",", ".")
    paid = ("8.400", "28.400", "18.150", "36.300", "77.150", "10.920", "187.200", "90.000")
    for amount in (*paid, "70.000.000", "42.000.000", "10.000.000"):
        assert f"Rp{amount}" in text, amount
    context.close()


def test_every_amount_of_the_page_names_its_figures_and_laws(page: Page, address: str) -> None:
    page.goto(address + PATH + query(Asked("employee", 12_000_000, jht=True, jp=True)))
    found = page.evaluate(
        """() => {
  const walker = document.createTreeWalker(document.querySelector('.page--calculator'), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let n; (n = walker.nextNode());) if (/Rp\\s?\\d|\\d\\s?%/.test(n.data)) {
    const e = n.parentElement.closest('[data-figure]');
    found.push([n.data.trim(), e ? e.dataset.figure : '', e ? e.dataset.law : '']); }
  return found; }"""
    )
    known = {*BENEFITS.figures, "bpu-income"}
    assert len(found) > 60
    for text, figures, laws in found:
        assert figures, text
        assert laws, text
        assert set(figures.split()) <= known, text
        assert set(laws.split()) <= set(BENEFITS.laws), text


@pytest.mark.parametrize("language", ["id", "en"])
def test_script_and_data_are_small(language: Any) -> None:
    script = (PROJECT / "scripts" / "sadar" / "theme" / "assets" / "calculator.js").read_bytes()
    data = script_data(wording(language), PAGE).encode()
    assert len(gzip.compress(script)) + len(gzip.compress(data)) <= 6_000


def test_without_figures_there_is_no_calculator() -> None:
    assert list(calculator_page(Benefits(), day(DAY))) == []
