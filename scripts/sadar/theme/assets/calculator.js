// The calculator reckons as scripts/sadar/benefits/reckoning.py does. Its texts stand in the page, its numbers in the
// form's data-calculator (scripts/sadar/outputs/calculator_data.py): it fills in amounts, and hides what does not hold.
(function () {
  "use strict";
  const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
  const one = (name, root) => all("[data-" + name + "]", root)[0];
  const form = one("calculator");
  const { day: built, locale, largest, rows, figures, words, ...data } = JSON.parse(form.dataset.calculator);
  const { who, income, risk, jht, jp } = form.elements;
  const [output, outcome, table] = ["output", "outcome", "table"].map((name) => one(name));
  const elements = all("[data-line]");
  const lines = data.lines.map(([whos, programme, figure, summed, ofBase, share, cap, floor, slices], index) =>
    ({ whos, programme, figure, summed, ofBase, share, cap, floor, slices, element: elements[index] }));
  const begins = Object.values(figures).flatMap(([, values]) => values.map(([from]) => from)).sort();
  const numbers = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const fill = (sentence, gaps) => sentence.replace(/{(\w+)}/g, (_, name) => gaps[name]);
  const rupiah = (amount, unit) => fill(words[unit || "rupiah"], { value: numbers.format(amount) });

  // Numbers have at most two decimals: every step is whole in hundredths. NaN: no value holds, or there is none.
  const holds = (from, until, day) => from <= day && (!until || day <= until);
  const at = (id, day) => (figures[id] || [1, []])[1].find(([from, until]) => holds(from, until, day)) || [];

  function reckon({ figure, ofBase, share, cap, floor, slices }, asked, day) {
    const value = (id) => Math.round(at(id, day)[2] * 100);
    const base = !ofBase ? 1 : cap ? Math.min(asked.base, value(cap) / 100) : asked.base;
    const terms = !slices ? [[figure.replace("#", asked.risk), base]] : [..."12345"].map((number) => {
      const [, , from, to] = at(slices.replace("#", number), day);
      return [figure.replace("#", number), Math.max(Math.min(asked.income, to || Infinity) - from, 0)];
    });
    let amount = terms.reduce((sum, [id, basis]) => sum + value(id) * basis, 0);
    let per = 100 * (figures[terms[0][0]] || [1])[0];
    if (share) {
      amount *= value(share);
      per *= 10000;
    }
    if (floor) amount = Math.max(amount, (value(floor) / 100) * per);
    const over = amount % per;
    return (amount - over) / per + (over * 2 < per ? 0 : 1);
  }
  const sum = (list, asked, day) => list.reduce((amount, line) => amount + reckon(line, asked, day), 0);

  // Rp8.400 sampai 31 Desember 2026, lalu Rp16.800
  function told(list, asked, day) {
    const value = sum(list, asked, day);
    if (isNaN(value)) return words.unknown;
    const next = begins.find((start) => start > day && sum(list, asked, start) !== value);
    if (!next || isNaN(sum(list, asked, next))) return rupiah(value);
    const until = dates.format(Date.parse(next) - 864e5);
    return fill(words.then, { value: rupiah(value), until, coming: told(list, asked, next) });
  }

  // Fills in an amount, with the figures and laws behind it for whoever looks into the page.
  function put(element, list, asked, text, amount) {
    const places = list.flatMap((line) => all("small [data-figure]", line.element))
      .filter((each) => !each.closest("[hidden]"));
    if (asked.row && list.some((line) => line.ofBase)) places.push(table);
    for (const name of ["figure", "law"]) {
      element.dataset[name] = [...new Set(places.flatMap((each) => each.dataset[name].split(" ")))].join(" ");
    }
    element.dataset.amount = amount;
    element.textContent = text;
  }

  function show(asked) {
    const { day, row } = asked;
    outcome.hidden = false;
    for (const each of all("[data-from]", outcome)) each.hidden = !holds(each.dataset.from, each.dataset.until, day);
    for (const line of lines) line.element.hidden = !line.whos.includes(asked.who) || asked[line.programme] === false;
    one("row").hidden = !row;
    const cells = row ? table.rows[rows.indexOf(row) + 1].cells : [];
    ["range", "base"].forEach((name, index) => (one(name).textContent = row ? cells[index].textContent : ""));
    const paid = [];
    for (const section of all("section", outcome)) {
      const own = lines.filter((line) => !line.element.hidden && section.contains(line.element));
      const { payer } = section.dataset;
      section.hidden = !own.length;
      if (!own.length) continue;
      if (payer) paid.push(...own);
      for (const line of own) {
        const amount = reckon(line, asked, day);
        for (const each of all("[data-risk]", line.element)) each.hidden = each.dataset.risk !== asked.risk;
        for (const each of all("[data-tier]", line.element)) {
          const [, , from] = at(line.slices.replace("#", each.dataset.tier), day);
          each.hidden = from > 0 && asked.income <= from;
        }
        const slot = one("slot", line.element);
        const none = words[asked.who === "project" ? "each" : "unknown"];
        if (slot) put(slot, [line], asked, isNaN(amount) ? none : rupiah(amount, slot.dataset.slot), amount);
      }
      const summed = own.filter((line) => line.summed), amount = sum(summed, asked, day), slot = one("sum", section);
      if (slot) put(slot, summed, asked, payer ? told(summed, asked, day) : rupiah(amount), amount);
      if (slot) slot.parentElement.hidden = !payer && isNaN(amount);
    }
    const chosen = all(":checked", form)[0];
    put(output, paid, asked, fill(chosen.dataset.total, { value: told(paid, asked, day) }), sum(paid, asked, day));
    one("when").textContent = dates.format(Date.parse(day));
    const share = one("share");
    const text = fill(share.dataset.share, { total: output.textContent, address: location.href });
    share.href = "https://wa.me/?text=" + encodeURIComponent(text);
    one("link").value = location.href;
    for (const link of all("a[hreflang]")) link.search = location.search;
  }

  // What the form asks; null, and the reason in words, where it cannot be reckoned.
  function asked() {
    const given = income.value.trim().replace(/^rp\.?\s*/i, "").replace(/[.,]00$/, "");
    const value = /^(\d+|\d{1,3}([., ]\d{3})+)$/.test(given) ? +given.replace(/\D/g, "") : 0;
    const problem = !value ? "missing" : value > largest ? "large" : "";
    for (const each of all("[data-error]")) each.hidden = each.dataset.error !== problem;
    income.setAttribute("aria-invalid", !!problem);
    outcome.hidden = !!problem;
    if (problem) output.textContent = "";
    if (problem) return null;
    const now = new Date(), today = new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
    const wanted = new URLSearchParams(location.search).get("date");
    // A clock that stands before the day on which this page was made is wrong.
    const day = /^\d{4}-\d\d-\d\d$/.test(wanted) && Date.parse(wanted) ? wanted : today > built ? today : built;
    const row = /farmer|driver/.test(who.value) && rows.filter(([from]) => from <= value).pop();
    return {
      who: who.value, income: value, risk: risk.value, day, row,
      base: row ? row[1] : who.value === "project" ? NaN : value, // a project's workers each have their own
      jht: jht.checked && !jht.disabled, jp: jp.checked && !jp.disabled,
    };
  }

  // Only the fields that this kind of work has; a field that is disabled does not get into the address.
  function fit() {
    const { fields, label } = all(":checked", form)[0].dataset;
    for (const field of [jht, jp, risk]) field.closest("p").hidden = field.disabled = !fields.includes(field.name);
    one("income").textContent = label;
  }
  function keep(method, found) {
    const state = new URLSearchParams(new FormData(form));
    const wanted = new URLSearchParams(location.search).get("date");
    state.set("income", found.income);
    if (wanted) state.set("date", wanted);
    history[method](null, "", "?" + state);
    show(found);
  }
  function load() {
    const state = new URLSearchParams(location.search);
    for (const each of who) each.checked = each.value === state.get("who");
    if (!who.value) who[0].checked = true;
    income.value = state.get("income") || "";
    risk.value = state.get("risk");
    if (!risk.value) risk.value = "1";
    for (const field of [jht, jp]) field.checked = state.has(field.name);
    fit();
    outcome.hidden = true;
    output.textContent = "";
    const found = income.value && asked();
    if (found) show(found);
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = asked();
    if (found) keep("pushState", found);
    else income.focus();
  });
  form.addEventListener("change", ({ target }) => {
    if (target === income) return; // the button takes it, as a step of its own in the history
    if (target.name === "who") jht.checked = jp.checked = who.value === "employee";
    fit();
    const found = !outcome.hidden && asked();
    if (found) keep("replaceState", found);
  });
  one("copy").addEventListener("click", () => {
    const say = (kept) => (one("copied").textContent = words[kept ? "copied" : "selected"]);
    one("link").select();
    const copied = navigator.clipboard && navigator.clipboard.writeText(location.href).then(() => true);
    Promise.resolve(copied).then(say, () => say());
  });
  addEventListener("popstate", load);
  load();
  form.hidden = false;
})();
