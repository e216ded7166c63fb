// Finds any village by its name. EDITION, STARTS, REGIONS, KINDS, WORDS and BELOW stand above this program
// (outputs/finder/script.py); the files it asks for are told in outputs/finder/shards.py.

const LONGEST_LIST = 8;
const MOST_REQUESTS = 3;
const root = new URL(BELOW ? "../../" : "../", import.meta.url).href;
const here = root + BELOW;

// ---- Names as they are compared

const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’‘ʼ`´]/g, "");
const words = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean);
const slug = (text) => words(text).join("-");
const modern = (text) => text.replace(/tj/g, "c").replace(/dj|j/g, "y").replace(/oe/g, "u");
const key = (text) => modern(words(text).join(""));

const kinds = KINDS.split(" ");
// Words that readers set before a region's name; 0: names of villages may hold it, too.
const levels = { kec: 1, kecamatan: 1, kab: 1, kabupaten: 1, kota: 0, prov: 1, provinsi: 1 };

const regions = [];
const provinces = [];
const byName = new Map();
REGIONS.split("/").forEach((line) => {
  const [province, regencies] = line.split(":");
  provinces.push(province);
  regencies.split(",").forEach((name) => {
    const bare = name.replace("*", "");
    const short = key(bare.replace("Administrasi ", ""));
    const full = (bare === name ? "Kabupaten " : "Kota ") + bare;
    const region = { name: full, province, file: short, slug: slug(full) };
    regions.push(region);
    new Set([short, key(bare), key(full), key(full.replace("Administrasi ", ""))]).forEach((each) =>
      byName.set(each, [...(byName.get(each) || []), region])
    );
  });
});
// Behind the regencies stand the provinces, for villages whose regency no source states.
provinces.forEach((province) => regions.push({ name: "", province, slug: "belum-tercatat" }));

const starts = [];
STARTS.replace(/([A-Z])([a-z0-9]*)/g, (_, shared, rest) => {
  starts.push((starts[starts.length - 1] || "").slice(0, shared.charCodeAt(0) - 65) + rest);
});

// ---- Files

const held = new Map();

async function read(path, purse) {
  if (!held.has(path)) {
    if (!purse.left) return "";
    purse.left--;
    const answer = fetch(`${root}cari/${EDITION}/${path}.txt`).then(
      (found) => (found.ok ? found.text() : Promise.reject(WORDS.stale)),
      () => Promise.reject(WORDS.offline)
    );
    held.set(path, answer);
    answer.catch(() => held.delete(path));
  }
  return held.get(path);
}

// A name as it is compared: its words, the same without spaces, and that with old spellings as new ones.
function spelt(text) {
  const plain = text.replace(/ /g, "");
  return { text, plain, key: modern(plain) };
}

class Village {
  constructor(label, number, district, [standing = "", last]) {
    const [alias, name = alias] = label.split(">");
    this.name = name;
    this.alias = alias === name ? "" : alias;
    this.names = [...new Set([alias, name])].map((each) => spelt(words(each).join(" ")));
    this.region = regions[number];
    this.district = district;
    this.status = standing[0] || "";
    this.date = standing.slice(1);
    this.last = last;
  }

  get url() {
    const { region, district, name } = this;
    if (!this.status) return `${here}cari/?desa=${region.slug}/${slug(district)}/${slug(name)}`;
    return `${here}desa/${slug(region.province)}/${region.slug}/${this.last || slug(name)}/`;
  }

  get around() {
    return words(`${this.district} ${this.region.name} ${this.region.province}`);
  }
}

const lines = (text) => (text ? text.split("\n").map((line) => line.split("|")) : []);
const byNames = (text) =>
  lines(text).flatMap(([label, ...places]) =>
    places.map((place) => {
      const [where, ...record] = place.split(";");
      return new Village(label, parseInt(where.slice(0, 2), 36), where.slice(2), record);
    })
  );

// The villages of the regencies of a name, and the keys of all villages whose own name ends in that name.
async function ofRegency(file, purse) {
  const [[...endings] = [], ...rest] = lines(await read(`k/${file}`, purse));
  let number;
  const villages = rest.flatMap(([district, ...names]) => {
    if (district[0] === "#") number = parseInt(district.slice(1), 36);
    return names.map((each) => {
      const [label, ...record] = each.split(";");
      return new Village(label, number, district, record);
    });
  });
  return { villages, endings };
}

const piece = (wanted) => `n/${starts.filter((start) => start <= wanted).length}`;
const isShared = (wanted) => starts.some((start) => start !== wanted && start.startsWith(wanted));

function bucket(wanted) {
  return [...wanted.slice(-3)].reduce((number, letter) => (number * 31 + letter.charCodeAt(0)) % 200, 0);
}

// ---- Likeness

const forgiven = (length) => (length > 8 ? 2 : length > 3 ? 1 : 0);

// Letters to add, drop, change or swap between two names; more than `most` is Infinity.
function mistakes(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [];
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return Infinity;
    before = row;
    row = next;
  }
  return row[other.length] > most ? Infinity : row[other.length];
}

const isWithin = (short, long) => [...long].reduce((at, letter) => at + (letter === short[at] ? 1 : 0), 0) === short.length;

// Whether a second word narrows to this village: the beginning of its district, regency or province, or an
// abbreviation of the province such as jatim.
function narrows(word, village) {
  const province = key(village.region.province);
  const short = modern(word);
  return (
    village.around.some((each) => each.startsWith(word) || modern(each).startsWith(short)) ||
    (word.length > 2 && short[0] === province[0] && isWithin(short, province)) ||
    (word.length > 4 && village.around.some((each) => mistakes(word, each, 1) <= 1))
  );
}

// How well a village answers a question: below 1 exactly, 1 its name begins so, more with each mistake; Infinity: not
// at all.
function rate(village, readings, typed) {
  let best = Infinity;
  for (const { text, plain, key, rest, behind, cost } of readings) {
    const most = forgiven(key.length);
    for (const its of village.names) {
      let found;
      if (its.text === text) found = 0;
      else if (its.key === key) found = its.plain === plain ? 0.1 : 0.5;
      else if (its.key.startsWith(key)) found = 1;
      // A mistake can look like an old spelling: Lobu Hoe for Lobu Hole.
      else found = 1 + Math.min(mistakes(key, its.key, most), plain === key ? Infinity : mistakes(plain, its.plain, most));
      // Of two that fit, the one whose name holds more of what was typed; then the one whose district was typed; then
      // the one spelt as typed, signs and all.
      found += cost + behind.length / 1000;
      if (rest.length > 1 && village.district && behind.includes(words(village.district).join(" "))) found -= 0.004;
      if (typed.includes(village.name.toLowerCase())) found -= 0.002;
      if (found < best && rest.every((word) => narrows(word, village))) best = found;
    }
  }
  return best;
}

// ---- Questions

// Every way to part what was typed into a name and the region it lies in, longest name first. `end` is how many words
// stand before a comma or before a word such as kecamatan, or 0.
function readingsOf(all, end) {
  const found = [];
  for (const skip of kinds.includes(all[0]) && all.length > 1 ? [1, 0] : [0])
    for (let at = all.length; at > skip; at--)
      if (!end || at <= end)
        found.push({
          ...spelt(all.slice(skip, at).join(" ")),
          behind: all.slice(at).join(" "),
          rest: all.slice(at).filter((word) => !(word in levels)),
          cost: skip / 5,
        });
  return found;
}

// The regencies named at the end of the words, before a province's name if there is one; and where the region begins.
function regionOf(all) {
  const province = all.findIndex((_, at) => at && provinces.some((each) => key(each) === key(all.slice(at).join(""))));
  const before = province > 0 ? province - (all[province - 1] in levels ? 1 : 0) : all.length;
  for (const end of [all.length, before])
    for (let at = 1; at < end; at++) {
      const named = byName.get(key(all.slice(at, end).join("").replace(/^kab(?!upaten)/, "kabupaten")));
      if (named) return { regencies: named, at };
    }
  return { regencies: [], at: before };
}

function rank(village, preferred) {
  const standing = "lca".includes(village.status || "-") ? 0 : village.status ? 1 : 2;
  return [village.value, standing, village.region.province === preferred ? 0 : 1, village.name.length];
}

// The villages that a question may mean, best first. Rejects with a sentence where the files cannot be had.
export async function find(typed, preferred = "") {
  const all = words(typed);
  const lower = typed.toLowerCase();
  const comma = typed.includes(",") ? words(typed.split(",")[0]).length : 0;
  const readings = readingsOf(all, comma || Math.max(0, all.findIndex((word, at) => at && levels[word])));
  if (!readings.length || readings[0].key.length < 2) return [];
  const purse = { left: MOST_REQUESTS };
  const found = new Map();
  let best = Infinity;
  const add = (villages) =>
    villages.forEach((village) => {
      village.value = rate(village, readings, lower);
      const same = `${village.name}|${village.district}|${village.region.slug}`;
      if (village.value < (found.has(same) ? found.get(same).value : Infinity)) found.set(same, village);
      best = Math.min(best, village.value);
    });

  const { regencies, at } = regionOf(all);
  let isName = !regencies.length;
  for (const file of new Set(regencies.map((region) => region.file))) {
    const { villages, endings } = await ofRegency(file, purse);
    add(villages.filter((village) => regencies.includes(village.region)));
    isName = readings.some((reading) => !reading.rest.length && endings.includes(reading.key));
  }
  if (isName || best >= 3)
    for (const { key, rest } of readings) {
      // Teluk Lingga is a village, although a village Teluk lies in Lingga.
      if (best < 1 && (rest.length || !regencies.length)) break;
      add(byNames(await read(!rest.length && isShared(key) ? `h/${key}` : piece(key), purse)));
    }
  // No name is like it so far: the mistake may stand at its beginning.
  const wanted = key(all.slice(0, at).join(""));
  const most = forgiven(wanted.length);
  if (best > 2.5 && most && !(found.size && regencies.length)) {
    const twins = (await read(`r/${bucket(wanted)}`, purse))
      .split("\n")
      .map((each) => [mistakes(wanted, each, most), each])
      .filter(([count]) => count < Infinity)
      .sort(([one], [other]) => one - other);
    for (const [, each] of twins) add(byNames(await read(piece(each), purse)));
  }
  return [...found.values()]
    .map((village) => [rank(village, preferred), village])
    .sort(([one], [other]) => one.map((value, each) => value - other[each]).find(Boolean) || 0)
    .map(([, village]) => village);
}

// ---- What readers see

const language = document.documentElement.lang;
const say = (name, values = {}) => WORDS[name].replace(/{(\w+)}/g, (_, each) => values[each]);
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// A mark beside the word, for readers who do not see colours.
const statuses = {
  p: ["planned", "○"],
  l: ["launched", "✓"],
  c: ["certified", "✓"],
  a: ["awarded", "★"],
  e: ["ended", "×"],
  "": ["none_recorded", "–"],
};

function dated(text) {
  const [year, month, day] = text.split("-");
  if (!+year) return "";
  const options = { year: "numeric", month: month && "long", day: day && "numeric" };
  // British English writes dates as the pages do.
  const locale = language === "en" ? "en-GB" : language;
  return new Date(Date.UTC(year, month - 1 || 0, day || 1)).toLocaleDateString(locale, { timeZone: "UTC", ...options });
}

// A village as a link; its names come from files, and are set as text only.
export function row(village) {
  const [status, mark] = statuses[village.status];
  const place = [
    village.district && say("district", village),
    village.region.name,
    village.region.province,
    village.alias && say("alias", village),
  ];
  return make(
    "li",
    {},
    make(
      "a",
      { href: village.url },
      make("strong", {}, village.name),
      make("span", { className: "finder__place" }, place.filter(Boolean).join(", ")),
      make("span", { className: `badge badge--${status}` }, `${mark} ${say(status)}`),
      make("span", { className: "finder__date" }, dated(village.date))
    )
  );
}

function stored(name, value) {
  try {
    if (value !== undefined) localStorage.setItem(name, value);
    return localStorage.getItem(name) || "";
  } catch (error) {
    // A browser that stores nothing still finds villages.
    return value || "";
  }
}

let again = "";

// Pages below the villages, from the text index; without it the villages stand.
async function pagesFor(typed, shown) {
  // Browsers remember of an address that no program came from it; with another query it is another one.
  const pagefind = await import(`${root}pagefind/pagefind.js${again}`).catch((error) => {
    again += "?";
    throw error;
  });
  const search = await pagefind.debouncedSearch(typed, {}, 200);
  const found = await Promise.all((search ? search.results : []).slice(0, LONGEST_LIST).map((each) => each.data()));
  return found
    .filter((each) => !shown.some(({ url }) => url.endsWith(each.url)))
    .slice(0, 5)
    .map((each) => make("li", {}, make("a", { href: each.url }, make("strong", {}, each.meta.title))));
}

// Makes a search form find as one types; `most` is how many villages it lists.
export function attach(form, most = LONGEST_LIST) {
  const input = form.querySelector("input");
  if (form.dataset.ready) return input;
  form.dataset.ready = 1;
  const status = make("p", { className: "finder__status", role: "status" });
  const villages = make("ul", { className: "finder__list" });
  const title = make("h2", { className: "finder__title", hidden: true }, say("pages"));
  const pages = make("ul", { className: "finder__list" });
  const choice = make("select", {}, make("option", { value: "" }, say("anywhere")));
  choice.append(...[...provinces].sort().map((each) => make("option", {}, each)));
  choice.value = stored("province");
  form.append(status, villages, title, pages, make("label", { className: "finder__province" }, say("province"), choice));

  let turn = 0;
  async function show() {
    const mine = ++turn;
    const typed = input.value.trim();
    let found = [];
    let told = "";
    try {
      if (typed) found = await find(typed, choice.value);
    } catch (sentence) {
      told = sentence;
    }
    if (mine !== turn) return;
    const namesakes = found.filter(({ value }) => value < 1).length;
    if (typed && !told) {
      told = say("found", { count: found.length });
      if (namesakes > most) told = say("many", { count: namesakes });
      else if (!found.length) told = say(typed.length < 2 ? "short" : "none");
      else if (found[0].value >= 2) told = say("meant");
    }
    status.textContent = told;
    const shown = found.slice(0, most);
    villages.replaceChildren(...shown.map(row));
    if (found.length > most)
      villages.append(
        make("li", {}, make("a", { href: `${here}cari/?q=${encodeURIComponent(typed)}` }, make("strong", {}, say("all"))))
      );
    const texts = typed.length > 2 ? await pagesFor(typed, shown).catch(() => []) : [];
    if (mine !== turn) return;
    pages.replaceChildren(...texts);
    title.hidden = !texts.length;
  }

  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 200);
  });
  choice.addEventListener("change", () => {
    stored("province", choice.value);
    show();
  });
  form.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target === choice) return;
    const stops = [input, ...form.querySelectorAll("li a")];
    const next = stops[stops.indexOf(event.target) + step];
    if (next) next.focus();
    event.preventDefault();
  });
  show();
  return input;
}

let dialog;

// Opens the search box over the page.
export function open() {
  if (!dialog) {
    const input = make("input", { type: "search", name: "q", placeholder: say("placeholder"), autocomplete: "off" });
    const form = make("form", { action: `${here}cari/`, className: "finder" }, make("label", {}, say("label"), input));
    const close = make("button", { type: "button", className: "finder__close" }, say("close"));
    dialog = make("dialog", { className: "search" }, close, form);
    dialog.setAttribute("aria-label", say("title"));
    close.addEventListener("click", () => dialog.close());
    document.body.append(dialog);
  }
  dialog.showModal();
  attach(dialog.querySelector("form")).select();
}

// The villages of a regency by its address, for the page that answers about one of them.
export async function neighbours(address) {
  const region = regions.find((each) => each.slug === address);
  if (!region || !region.file) return [];
  const { villages } = await ofRegency(region.file, { left: 1 });
  return villages.filter((village) => village.region === region && !village.alias);
}

export { slug };
