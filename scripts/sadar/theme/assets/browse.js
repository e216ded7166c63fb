// Filters the villages by province, year, kind and standing. What is chosen stands in the address; the villages are read
// when something is chosen, from the file that scripts/sadar/outputs/browse.py writes.
(function () {
  "use strict";
  const one = (name) => document.querySelector("[data-" + name + "]");
  const [form, said, reset, list, more, card] = ["browse", "said", "reset", "found", "more", "card"].map(one);
  const { source, locale, step, words } = JSON.parse(form.dataset.browse);
  const selects = [...form.querySelectorAll("select")], province = selects[0];
  const options = selects.flatMap((select) => [...select.options]);
  const texts = options.map((option) => option.text); // each with its count
  const label = (option) => texts[options.indexOf(option)].replace(/ \([^(]*$/, "");
  const numbers = new Intl.NumberFormat(locale), plurals = new Intl.PluralRules(locale);
  const dates = ["month", "day"].map((precision) => new Intl.DateTimeFormat(locale,
    { day: precision === "day" ? "numeric" : undefined, month: "long", year: "numeric", timeZone: "UTC" }));
  const files = {};
  let found = [], keyed, stepped;

  const count = (sentence, number) =>
    (sentence[plurals.select(number)] || sentence.other || sentence).replace("{count}", numbers.format(number));
  function told(date) {
    const parts = date.split("-").length;
    return parts > 1 ? dates[parts - 2].format(Date.parse(date)) : date || words.date;
  }

  // The villages of a file, each with its choices by the names of the selects. Rejected where the file does not arrive.
  function read(file) {
    files[file] = files[file] || fetch(file)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject()))
      .then(({ provinces }) => provinces.flatMap(({ slug: provinsi, name: inProvince, regencies }) =>
        regencies.flatMap((regency) => regency.villages.map(([name, slug, district, jenis, tahun, status, date]) => ({
          name, provinsi, jenis, tahun, status, date, href: [provinsi, regency.slug, slug, ""].join("/"),
          place: [district, regency.name || words.regency, inProvince].filter((part) => part).join(", "),
        })))));
    files[file].catch(() => delete files[file]);
    return files[file];
  }

  function add() {
    for (const village of found.splice(0, step)) {
      const item = document.importNode(card.content, true);
      const [title, place, standing] = item.querySelector("a").children;
      item.querySelector("a").href = village.href;
      const kind = options.find(({ value, parentElement }) => parentElement.name === "jenis" && value === village.jenis);
      title.textContent = label(kind) + " " + village.name;
      place.textContent = village.place;
      for (const badge of standing.querySelectorAll("[data-standing]")) {
        if (badge.dataset.standing !== village.status) badge.remove();
      }
      standing.lastElementChild.textContent = told(village.date);
      list.append(item);
    }
    more.hidden = !found.length;
    more.firstChild.textContent = count(words.more, Math.min(step, found.length));
  }

  async function show() {
    const address = location.search, state = new URLSearchParams(address);
    const wanted = selects.map(({ name }) => [name, state.get(name)]).filter(([, value]) => value);
    const fits = (village, but) => wanted.every(([name, value]) => name === but || village[name] === value);
    found = [];
    list.textContent = said.textContent = "";
    list.hidden = more.hidden = true;
    reset.hidden = !wanted.length;
    options.forEach((option, index) => (option.text = texts[index]));
    for (const link of document.querySelectorAll("a[hreflang]")) link.search = address;
    if (!wanted.length) return;
    const whole = !source.includes("{");
    if (!whole && !province.value) return void (said.textContent = words.province_first);
    said.textContent = words.loading;
    const villages = await read(source.replace("{province}", province.value)).catch(() => null);
    if (address !== location.search) return; // another choice was made meanwhile
    if (!villages) return void (said.textContent = words.failed);
    // Beside each choice stands how many villages it would leave.
    for (const select of selects.slice(whole ? 0 : 1)) {
      const left = villages.filter((village) => fits(village, select.name)).map((village) => village[select.name]);
      for (const option of select.options) {
        if (option.value) option.text = label(option) + count(" ({count})", left.filter((value) => value === option.value).length);
      }
    }
    found = villages.filter((village) => fits(village));
    said.textContent = found.length ? count(words.found, found.length) : words.none;
    list.hidden = !found.length;
    add();
  }

  function load() {
    const state = new URLSearchParams(location.search);
    for (const select of selects) select.value = state.get(select.name) || "";
    show();
  }
  function keep(method) {
    const state = new URLSearchParams();
    for (const { name, value } of selects) if (value) state.set(name, value);
    history[method](null, "", String(state) ? "?" + state : location.pathname);
    show();
  }
  // Arrow keys walk through a select's choices: that is one step of the history, not one for each.
  form.addEventListener("keydown", ({ target }) => (keyed = target));
  form.addEventListener("pointerdown", () => (keyed = null));
  form.addEventListener("change", () => {
    keep(keyed && keyed === stepped ? "replaceState" : "pushState");
    stepped = keyed;
  });
  reset.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey) return; // a new tab
    event.preventDefault();
    form.reset();
    keep("pushState");
    province.focus();
  });
  more.addEventListener("click", () => {
    const before = list.children.length;
    add();
    list.children[before].firstElementChild.focus();
  });
  addEventListener("popstate", () => {
    keyed = stepped = null;
    load();
  });
  addEventListener("online", () => said.textContent === words.failed && show());
  form.hidden = false;
  one("ways").hidden = true;
  load();
})();
