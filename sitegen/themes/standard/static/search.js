// The search page: asks the shards of the archive and shows what they find, in the order that the reader wants.
//
// An archive is many small indexes ("shards"), each one language and one span of time. shards.json says which there are;
// each is opened as a Pagefind instance of its own, so that the first results do not wait for the whole archive and
// "newest first" is exact. The state of the page is its address.

const root = document.getElementById("search");
const field = document.getElementById("q");
const status = document.getElementById("search-status");
const list = document.getElementById("search-results");
const facetBox = document.getElementById("search-facets");
const yearBox = document.getElementById("search-years");
const sortBox = document.getElementById("search-sort");

const uiLang = root.dataset.lang || document.documentElement.lang || "en";
const home = new URL(".", new URL(root.dataset.shards, location.href)); // …/search/
const base = root.dataset.base || "";

const PAGE = 20; // rows shown before "more"
const AHEAD = 10; // texts fetched before they are needed
const AT_ONCE = 6; // shards asked at the same time
const PATIENCE = 1500; // ms until best matches are shown though some shards have not answered
const PAUSE = 120; // ms without a key before typing counts as a question
const VALUES = 12; // values of a facet that are listed

// filter of the index -> parameter of the address
const PARAMETERS = { topics: "topic", people: "person", places: "place", organisations: "organisation" };
const LISTED = ["topics", "lang", "source"]; // facets always offered; the others once the address names them
const RTL = new Set("apc ar arc ary arz bal bgn ckb dv fa glk he ks lrc mzn nqo pnb ps rhg sd sdh skr syr ug ur yi".split(" "));
const UNSPACED = new Set(["ja", "zh", "yue"]);
const SIGN = "\\u3005-\\u3007\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const JOINED = `${SIGN}\\u3000-\\u3003\\u3008-\\u303f\\uff00-\\uffef`;

// --- words ---------------------------------------------------------------------------------------

const ENGLISH = {
  search_waiting: "Type a word, a name or a year.",
  search_found: { one: "{n} article", other: "{n} articles" },
  search_at_least: { one: "at least {n} article", other: "at least {n} articles" },
  search_progress: "{done} of {all} spans looked through",
  search_looking: "Looking…",
  search_nothing: "Nothing found.",
  search_nothing_filtered: "Nothing found. Fewer filters may help.",
  search_failed: "The search could not be loaded. Try again, or use the years and the names.",
  search_part_failed: { one: "{n} span could not be read", other: "{n} spans could not be read" },
  search_more: "Show more",
  facet_topics: "Topics",
  facet_lang: "Language",
  facet_source: "Source",
  facet_people: "People",
  facet_places: "Places",
  facet_organisations: "Organisations",
  facet_section: "Section",
  facet_date: "Date",
  facet_undated: "With the undated",
  facet_undated_only: "Undated only",
};
const WORDS = (() => {
  try {
    return JSON.parse(root.dataset.words || "{}");
  } catch {
    return {};
  }
})();

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const number = (n) => new Intl.NumberFormat(tag(uiLang)).format(n);

function word(name, values = {}) {
  let form = WORDS[name];
  if (form === undefined) {
    // a key with plural forms stands as "name.one", "name.other"
    const kind = new Intl.PluralRules(uiLang).select(values.n ?? 0);
    form = WORDS[`${name}.${kind}`] ?? WORDS[`${name}.other`] ?? ENGLISH[name] ?? name;
    if (typeof form !== "string") form = form[kind] ?? form.other;
  }
  return fill(form, values.n === undefined ? values : { ...values, n: number(values.n) });
}

/** A language tag with Gregorian years and Latin digits, as everywhere on the site. */
function tag(lang) {
  try {
    return new Intl.Locale(lang === "en" ? "en-GB" : lang, { calendar: "gregory", numberingSystem: "latn" }).toString();
  } catch {
    return "en-GB";
  }
}

/** The words of an EDTF date, as certain as it is, "" being the undated: what sitegen/locales.py does, by its tables. */
function dateWords(text, lang) {
  const said = table.languages[lang].dates;
  const { phrases } = said;
  if (!text) return phrases.undated;
  const about = /[~%]/.test(text);
  const bare = text.replace(/[~?%]/g, "");
  const isInterval = bare.includes("/");
  let date = isInterval ? intervalWords(bare, said) : about ? preposition("about", bare, said) : plainDate(bare, said);
  if (isInterval && about) date = fill(phrases.roughly, { date });
  if (!/[?%]/.test(text)) return date;
  const own = isInterval || about ? "" : phrases[`perhaps_${precision(bare)}`];
  return fill(own || phrases.perhaps, { date });
}

function intervalWords(text, said) {
  const [a, b] = text.split("/");
  if (b === "..") return preposition("after", a, said);
  if (a === "..") return preposition("before", b, said);
  if (a === b) return plainDate(a, said);
  const years = /^\d{4}\/\d{4}$/.test(text) && Number(b) - Number(a) === 1;
  const side = years ? plainDate : objectDate;
  return fill(said.phrases[years ? "or" : "between"], { a: side(a, said), b: side(b, said) });
}

const precision = (text) => (text.endsWith("X") ? "decade" : ["year", "month", "day"][text.split("-").length - 1]);
const decade = (text) => `${text.slice(0, 3)}0`;

function preposition(name, text, said) {
  const own = said.phrases[`${name}_${precision(text)}`];
  if (own) return fill(own, { date: plainDate(text, said), decade: decade(text) });
  return fill(said.phrases[name], { date: objectDate(text, said) });
}

/** A date as it stands after a preposition. */
function objectDate(text, said) {
  const own = said.phrases[`in_${precision(text)}`] ?? "{date}";
  return fill(own, { date: plainDate(text, said, true), decade: decade(text) });
}

function plainDate(text, said, inflected = false) {
  const form = precision(text);
  if (form === "decade") return said.decades?.[text.slice(0, 3)] ?? fill(said.phrases.decade, { decade: decade(text) });
  const [year, month = "", day = ""] = text.split("-");
  const first = day === "01" ? said.phrases.first : "";
  const words = { y: year, yyyy: year, d: first || day.replace(/^0/, ""), dd: day, M: month.replace(/^0/, ""), MM: month };
  const pattern = said.patterns[inflected && form === "month" ? "month_in" : form];
  return pattern.replace(/'([^']*)'|(y+|M+|L+|d+|[A-Za-z]+)/g, (all, quoted, token) => {
    if (token === undefined) return quoted || "'";
    return said.months[token]?.[Number(month) - 1] ?? words[token.replaceAll("L", "M")] ?? "";
  }).replace(/ {2,}/g, " ").replace(/^ | $/g, "");
}

const baseOf = (lang) => lang.split("-")[0].toLowerCase();
const direction = (lang) => (RTL.has(baseOf(lang)) || /-(arab|hebr|syrc|thaa)\b/i.test(lang) ? "rtl" : "ltr");

function languageName(lang) {
  try {
    return new Intl.DisplayNames([lang], { type: "language" }).of(lang) || lang;
  } catch {
    return lang;
  }
}

// --- the state is the address ----------------------------------------------------------------------

let table = { shards: [], languages: {}, facets: {}, years: {}, undated: 0, include: [] };
const parameter = (name) => PARAMETERS[name] || name;
const facetNames = () => [...new Set([...Object.keys(PARAMETERS), "source", "lang", "section", ...Object.keys(table.facets)])];

function read() {
  const given = new URLSearchParams(location.search);
  const [, from = "", dash = "", to = ""] = /^(\d{4})?(-)?(\d{4})?$/.exec(given.get("year") || "") || [];
  const facets = {};
  for (const name of facetNames()) {
    const values = given.getAll(parameter(name)).filter(Boolean);
    if (values.length) facets[name] = [...new Set(values)];
  }
  const sort = ["newest", "oldest", "relevance"].includes(given.get("sort")) ? given.get("sort") : "";
  const q = (given.get("q") || "").trim();
  return { q, sort, from, to: dash ? to : from, undated: given.get("undated") === "1", facets };
}

function address(state) {
  const made = new URLSearchParams();
  if (state.q) made.set("q", state.q);
  if (state.sort) made.set("sort", state.sort);
  if (state.from || state.to) made.set("year", state.from === state.to ? state.from : `${state.from}-${state.to}`);
  for (const name of Object.keys(state.facets).sort()) {
    for (const value of state.facets[name]) made.append(parameter(name), value);
  }
  if (state.undated) made.set("undated", "1");
  const text = made.toString();
  return location.pathname + (text ? `?${text}` : "");
}

const orderOf = (state) => (state.sort === "relevance" && !state.q ? "newest" : state.sort || (state.q ? "relevance" : "newest"));
const isAsking = (state) => Boolean(state.q || state.from || state.to || state.undated || Object.keys(state.facets).length);

let state = read();
let typing = false; // one burst of typing is one step back

function change(parts, isTyping = false) {
  const next = { ...state, ...parts };
  const url = address(next);
  const moved = url !== address(state);
  state = next;
  if (moved) history[isTyping && typing ? "replaceState" : "pushState"](null, "", url);
  typing = isTyping && (typing || moved);
  if (moved) {
    show();
    run();
  }
}

// --- shards ----------------------------------------------------------------------------------------

// Pagefind asks each shard for a table of contents and for the wasm. The first stands in shards.json already, the second
// is the same for all shards of a language: both are answered here, which saves two requests a shard.
const network = window.fetch.bind(window);
const wasmLoaded = new Set();
window.fetch = (input, options) => {
  const [, name, file] = /\/search\/([^/?]+)\/(pagefind-entry\.json|wasm\.[^/?]+\.pagefind)(?:\?|$)/.exec(String(input)) || [];
  const shard = name && table.shards.find((one) => one.name === name);
  if (!shard) return network(input, options);
  const wasm = table.languages[shard.lang].wasm;
  if (file === "pagefind-entry.json") {
    const languages = { [shard.lang]: { hash: shard.hash, wasm, page_count: shard.articles } };
    return Promise.resolve(new Response(JSON.stringify({ version: table.pagefind, languages, include_characters: table.include })));
  }
  // once a module has its wasm it looks at no other: the signature alone will do
  if (wasmLoaded.has(wasm)) return Promise.resolve(new Response("pagefind_dcd-"));
  return network(new URL(`wasm.${wasm}.pagefind?v=${table.pagefind}`, home), options);
};

const engines = new Map(); // wasm -> the module, with its first shard open
const opened = new Map(); // shard -> its Pagefind instance

/** Each stemmer is a wasm of its own, and a module holds one wasm: one copy of the module for each. */
async function engine(wasm, shard) {
  const module = await import(new URL(`pagefind.js?v=${table.pagefind}&wasm=${wasm}`, home).href);
  // two shards opened at once in a fresh module would each start a wasm, and one would lose its memory
  const first = await start(module, shard);
  wasmLoaded.add(wasm);
  return { module, shard, first };
}

async function start(module, shard) {
  const excerptLength = UNSPACED.has(baseOf(shard.lang)) ? 80 : 30;
  const basePath = new URL(`${shard.name}/`, home).pathname;
  const one = module.createInstance({ basePath, noWorker: true, metaCacheTag: shard.hash, excerptLength });
  await one.options({ ranking: { metaWeights: { title: 5, names: 2 } } }); // waits until the shard is open
  return one;
}

function open(shard) {
  if (!opened.has(shard)) {
    const { wasm } = table.languages[shard.lang];
    if (!engines.has(wasm)) engines.set(wasm, engine(wasm, shard));
    const ready = engines.get(wasm).then((made) => (made.shard === shard ? made.first : start(made.module, shard)));
    opened.set(shard, ready);
    ready.catch(() => {
      // what failed once (a lost connection) may be tried again by the next question
      opened.delete(shard);
      engines.get(wasm)?.catch(() => engines.delete(wasm));
    });
  }
  return opened.get(shard);
}

/** The question in a shard's own way of writing: languages without spaces are indexed sign by sign. */
function termFor(q, lang) {
  if (!q) return null;
  if (!UNSPACED.has(baseOf(lang))) return q;
  const bare = q.replace(/^\s*"|"\s*$/g, "").trim();
  const apart = bare.replace(new RegExp(`([${SIGN}])`, "gu"), " $1 ").replace(/\s+/g, " ").trim();
  return apart === bare || (/\s/.test(bare) && bare === q) ? apart : `"${apart}"`;
}

function wantsYear(state, year) {
  return (!state.from || year >= state.from) && (!state.to || year <= state.to);
}

function isWithin(state, shard) {
  if (state.facets.lang && !state.facets.lang.includes(shard.lang)) return false;
  const ranged = Boolean(state.from || state.to);
  if (!ranged && !state.undated) return true;
  if (state.undated && shard.undated) return true;
  return ranged && shard.years.length > 0 && (!state.to || shard.years[0] <= state.to) && (!state.from || shard.years[1] >= state.from);
}

function filtersFor(state, shard) {
  const filters = {};
  for (const [name, values] of Object.entries(state.facets)) {
    if (name !== "lang") filters[name] = { any: values };
  }
  const ranged = Boolean(state.from || state.to);
  const whole = ranged && shard.years.every((year) => wantsYear(state, year)) && (state.undated || !shard.undated);
  if ((ranged && !whole) || (!ranged && state.undated)) {
    const years = ranged ? Object.keys(table.years).filter((year) => wantsYear(state, year)) : [];
    filters.year = { any: state.undated ? [...years, "undated"] : years };
  }
  return filters;
}

async function ask(shard, state) {
  const order = orderOf(state);
  const one = await open(shard);
  if (!(await holdsWords(one, termFor(state.q, shard.lang)))) return { shard, results: [] };
  const sort = order === "relevance" ? {} : { [order]: "asc" };
  const answer = await one.search(termFor(state.q, shard.lang), { filters: filtersFor(state, shard), sort });
  return { shard, results: answer.results.map((result) => new Found(shard, result)) };
}

const simple = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/**
 * Whether a shard holds each word of a question, or words that begin with it.
 *
 * For a word that it does not hold, Pagefind looks for ever shorter beginnings of it ("harbourmaster", "harbour", "ha"),
 * or leaves it out. In one index that is a kindness; here every shard without the word would bring in its strays.
 */
async function holdsWords(one, q) {
  if (!q || /^\s*".+"\s*$/.test(q)) return true;
  for (const term of new Set(simple(q).split(/\s+/))) {
    if (/[\p{L}\p{N}]/u.test(term) && !(await holdsWord(one, term))) return false;
  }
  return true;
}

async function holdsWord(one, term) {
  // between quotes Pagefind takes no shorter word
  if ((await one.search(`"${term.replaceAll('"', "")}"`)).results.length) return true;
  const [first] = (await one.search(term)).results;
  if (!first) return false;
  const data = await first.data();
  const text = data.raw_content.split(/\s+/);
  const near = first.words.length ? first.words.map((place) => text[place] || "") : Object.values(data.meta);
  const letters = term.replace(/[^\p{L}\p{N}]/gu, "");
  // an ending may be stemmed away ("installa" finds "install"), most of the word may not
  const head = letters.slice(0, Math.ceil(letters.length * 0.75));
  return near.some((word) => simple(word).replace(/[^\p{L}\p{N}\s]/gu, "").includes(head));
}

/** How many of a shard's results have each value of the listed facets. It costs two requests, so it comes last. */
async function count(shard, state) {
  const one = await open(shard);
  if (!(await holdsWords(one, termFor(state.q, shard.lang)))) return {};
  const counted = LISTED.filter((name) => name !== "lang" && table.facets[name]);
  const none = counted.map((name) => ({ [name]: "\u0000" })); // leaves nothing out, but makes Pagefind count
  const filters = { ...filtersFor(state, shard), ...(none.length ? { none } : {}) };
  return (await one.search(termFor(state.q, shard.lang), { filters })).filters;
}

/** A result: its text is fetched when it is near to being shown. */
class Found {
  constructor(shard, result) {
    this.shard = shard;
    this.score = result.score;
    this.result = result;
    this.text = null;
  }

  load() {
    this.text ??= this.result.data().then((data) => {
      const [, folder, date, key] = /^(.*\/)([^/@]*)@([^/]*)\.html$/.exec(data.raw_url) || [];
      const [rank, earliest, latest, doubt, ...id] = key.split(".");
      this.url = base + folder;
      this.date = date.replaceAll("_", "/").replaceAll("q", "?").replaceAll("p", "%");
      this.key = [Number(rank), Number(earliest), Number(latest), Number(doubt), id.join(".")];
      this.data = data;
      return this;
    });
    return this.text;
  }
}

// --- the order of the results ----------------------------------------------------------------------

const inOrder = (key, order) => (order === "newest" && key[0] === 0 ? [key[0], -key[1], ...key.slice(2)] : key);
const dayNumber = (iso) => Number(iso.replaceAll("-", ""));

function compare(a, b) {
  for (let place = 0; place < Math.min(a.length, b.length); place += 1) {
    if (a[place] !== b[place]) return a[place] < b[place] ? -1 : 1;
  }
  return 0;
}

/** Where the first result of a shard can stand at the earliest. */
function bound(shard, order) {
  if (!shard.first) return [1, -Infinity];
  return order === "newest" ? [0, -dayNumber(shard.last)] : [0, dayNumber(shard.first)];
}

/** Yields results by date. A result comes out only when no shard that is still closed can hold one before it. */
async function* byDate(shards, order, answerOf) {
  const closed = [...shards];
  const heads = []; // [results, place] of open shards
  for (;;) {
    const best = await firstOf(heads, order);
    const next = closed.length ? bound(closed[0], order) : null;
    if (next && (!best || compare(next, best.key) <= 0)) {
      const answer = await answerOf(closed.shift());
      if (answer?.results.length) heads.push({ results: answer.results, place: 0 });
    } else if (best) {
      best.head.place += 1;
      yield best.found;
    } else {
      return;
    }
  }
}

async function firstOf(heads, order) {
  let best = null;
  for (const head of heads) {
    for (const found of head.results.slice(head.place, head.place + AHEAD)) found.load().catch(() => {});
  }
  for (const head of heads) {
    const found = head.results[head.place];
    if (found) {
      const key = inOrder((await found.load()).key, order);
      if (!best || compare(key, best.key) < 0) best = { head, found, key };
    }
  }
  return best;
}

/** Yields results by score: those of all shards that answer in time, then those of each later one under them. */
async function* byScore(answers, all) {
  await Promise.race([all, new Promise((done) => setTimeout(done, PATIENCE))]);
  let over = false;
  all.then(() => { over = true; });
  for (;;) {
    const batch = answers.splice(0).flatMap((answer) => answer.results).sort((a, b) => b.score - a.score);
    for (const [place, found] of batch.entries()) {
      for (const near of batch.slice(place, place + AHEAD)) near.load().catch(() => {});
      await found.load();
      yield found;
    }
    if (over && !answers.length) return;
    if (!answers.length) await Promise.race([all, new Promise((done) => setTimeout(done, 50))]);
  }
}

// --- one question ------------------------------------------------------------------------------------

let turn = 0; // the question that is being answered; older ones stop when they notice

async function run() {
  turn += 1;
  const mine = turn;
  const asked = state;
  const order = orderOf(asked);
  moreButton.hidden = true;
  if (!isAsking(asked)) {
    list.replaceChildren();
    list.removeAttribute("aria-busy");
    say(word("search_waiting"));
    tally(null);
    return;
  }
  list.setAttribute("aria-busy", "true");
  const along = order === "oldest" ? "oldest" : "newest";
  const shards = table.shards.filter((shard) => isWithin(asked, shard)).sort((a, b) => compare(bound(a, along), bound(b, along)));
  const sum = { all: shards.length, done: 0, failed: 0, found: 0, langs: {}, facets: {}, counted: 0 };
  const answers = [];
  const answerOf = asking(asked, sum, answers, mine);
  const all = inTurn(shards, answerOf, mine);
  const results = order === "relevance" ? byScore(answers, all) : byDate(shards, order, answerOf);
  progress(sum, mine);
  await rows(results, mine, sum);
  await all;
  if (mine === turn) await inTurn(shards, counting(asked, sum, mine), mine);
}

function asking(asked, sum, answers, mine) {
  const known = new Map();
  return (shard) => {
    if (!known.has(shard)) {
      known.set(shard, ask(shard, asked).then((answer) => {
        answers.push(answer);
        sum.found += answer.results.length;
        sum.langs[shard.lang] = (sum.langs[shard.lang] || 0) + answer.results.length;
        return answer;
      }, () => {
        sum.failed += 1;
        return null;
      }).finally(() => {
        sum.done += 1;
        progress(sum, mine);
      }));
    }
    return known.get(shard);
  };
}

function counting(asked, sum, mine) {
  return async (shard) => {
    try {
      const found = await count(shard, asked);
      for (const [name, values] of Object.entries(found)) {
        const into = (sum.facets[name] ??= {});
        for (const [value, n] of Object.entries(values)) into[value] = (into[value] || 0) + n;
      }
      sum.counted += 1;
    } catch {
      return;
    }
    if (mine === turn) tally(sum);
  };
}

/** Does something for each shard, a few at a time, in their order; stops when the reader asks something else. */
async function inTurn(shards, act, mine) {
  const waiting = [...shards];
  const worker = async () => {
    while (waiting.length && mine === turn) await act(waiting.shift());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

// --- the page ----------------------------------------------------------------------------------------

const moreButton = document.createElement("button");
moreButton.type = "button";
moreButton.id = "search-more";
moreButton.hidden = true;
list.after(moreButton);

function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

function progress(sum, mine) {
  if (mine !== turn) return;
  const out = sum.done < sum.all;
  const parts = [];
  if (sum.found) parts.push(word(out || sum.failed ? "search_at_least" : "search_found", { n: sum.found }));
  else if (out) parts.push(word("search_looking"));
  else parts.push(word(state.q && !isFiltered(state) ? "search_nothing" : "search_nothing_filtered"));
  if (out && sum.all > 1) parts.push(word("search_progress", { done: number(sum.done), all: number(sum.all) }));
  if (sum.failed) parts.push(word("search_part_failed", { n: sum.failed }));
  say(parts.join(" · "));
  if (!out && list.children.length >= sum.found && !list.hasAttribute("aria-busy")) moreButton.hidden = true;
  tally(sum);
}

const isFiltered = (state) => isAsking({ ...state, q: "" });

/** Puts results into the list, a page at a time; the old list stands until the first new row is there. */
async function rows(results, mine, sum) {
  let fresh = true;
  const page = async () => {
    moreButton.hidden = true;
    list.setAttribute("aria-busy", "true");
    for (let shown = 0; shown < PAGE; shown += 1) {
      const next = await results.next().catch(() => ({ done: true }));
      if (mine !== turn) return;
      if (fresh) list.replaceChildren();
      fresh = false;
      if (next.done) {
        list.removeAttribute("aria-busy");
        return;
      }
      list.append(row(next.value));
    }
    list.removeAttribute("aria-busy");
    // while shards are out nobody knows whether there is more; a button that leads to nothing is the smaller evil
    moreButton.hidden = sum.done === sum.all && sum.found <= list.children.length;
  };
  moreButton.onclick = async () => {
    const last = list.lastElementChild;
    await page();
    if (moreButton.hidden) last?.nextElementSibling?.querySelector("a")?.focus();
  };
  await page();
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function row(found) {
  const { lang } = found.shard;
  const made = element("li", "row");
  made.lang = lang;
  made.dir = direction(lang);
  const date = element("p", "row-date", dateWords(found.date, lang));
  date.dir = made.dir; // a year alone has no direction of its own
  const link = element("a", "", joined(found.data.meta.title || found.url, lang));
  link.href = found.url;
  made.append(
    date,
    element("h3", "row-title", link),
    element("p", cutOf(found.data), ...marked(found.data.excerpt, lang)),
    element("p", "row-meta", (found.data.filters.source || []).join(" · ")),
  );
  return made;
}

/** The class of an excerpt says at which of its ends the text goes on. */
function cutOf({ raw_content: whole, plain_excerpt: part }) {
  const flat = whole.split(/\s+/).join(" ").trim();
  return `row-excerpt${flat.startsWith(part) ? "" : " cut-start"}${flat.endsWith(part) ? "" : " cut-end"}`;
}

/** Takes the spaces out again that were put between the signs of an unspaced language. */
function joined(text, lang) {
  if (!UNSPACED.has(baseOf(lang))) return text;
  return text
    .replace(new RegExp(`([${JOINED}](?:</mark>)?) +`, "gu"), "$1")
    .replace(new RegExp(` +((?:<mark>)?[${JOINED}])`, "gu"), "$1")
    .replaceAll("</mark><mark>", "");
}

/** Pagefind's excerpt is HTML. Nothing of it is trusted but its marks: all else becomes text. */
function marked(html, lang) {
  const text = (part) => part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return joined(html, lang).split(/(<mark>.*?<\/mark>)/s).filter(Boolean).map((part) => {
    const inner = /^<mark>(.*)<\/mark>$/s.exec(part);
    return inner ? element("mark", "", text(inner[1])) : document.createTextNode(text(part));
  });
}

// --- facets --------------------------------------------------------------------------------------------

function drawFacets() {
  facetBox.replaceChildren();
  const others = facetNames().filter((name) => !LISTED.includes(name) && state.facets[name]);
  for (const name of [...LISTED, ...others]) {
    const listed = (table.facets[name] || []).slice(0, VALUES).map(([value]) => value);
    const values = [...new Set([...listed, ...(state.facets[name] || [])])];
    if (values.length > 1 || state.facets[name]) facetBox.append(facet(name, values));
  }
  if (table.undated) {
    const box = fieldset("date", word("facet_date"));
    box.append(choice("undated", "1", word("facet_undated_only")));
    facetBox.append(box);
  }
}

function fieldset(name, title) {
  const box = element("fieldset", "facet", element("legend", "", title));
  box.dataset.facet = name;
  return box;
}

function facet(name, values) {
  const box = fieldset(name, word(`facet_${name}`));
  for (const value of values) {
    const made = choice(parameter(name), value, name === "lang" ? languageName(value) : value);
    if (name === "lang") made.lang = value;
    box.append(made);
  }
  return box;
}

function choice(name, value, title) {
  const input = element("input");
  Object.assign(input, { type: "checkbox", name, value });
  const made = element("label", "", input, " ", element("span", "facet-name", title), " ", element("span", "facet-count"));
  made.lang = uiLang;
  return made;
}

/** Writes the counts beside the facets: of the whole archive while nothing is asked, else of what was found so far. */
function tally(sum) {
  for (const box of facetBox.children) {
    const name = box.dataset.facet;
    const whole = Object.fromEntries(table.facets[name] || []);
    for (const label of box.querySelectorAll("label")) {
      const { value } = label.querySelector("input");
      let n = name === "date" ? table.undated : whole[value];
      let out = false;
      if (sum && name === "lang") [n, out] = [sum.langs[value] || 0, sum.done < sum.all];
      else if (sum && name !== "date") [n, out] = [sum.facets[name]?.[value] || 0, sum.counted < sum.all];
      const known = !(out && !n);
      const cell = label.querySelector(".facet-count");
      cell.textContent = known && n !== undefined ? number(n) + (out ? "+" : "") : "";
      cell.title = out && known ? word("search_at_least", { n }) : "";
      label.toggleAttribute("data-empty", Boolean(sum) && !out && n === 0);
    }
  }
}

/** Makes the controls say what the address says. */
function show() {
  if (document.activeElement !== field || field.value.trim() !== state.q) field.value = state.q;
  const order = orderOf(state);
  for (const input of sortBox.querySelectorAll("input")) input.checked = input.value === order;
  yearBox.querySelector("[name=year-from]").value = state.from;
  yearBox.querySelector("[name=year-to]").value = state.to;
  const chosen = (input) => (input.name === "undated" ? state.undated : facetNames().some(
    (name) => parameter(name) === input.name && state.facets[name]?.includes(input.value),
  ));
  for (const input of facetBox.querySelectorAll("input")) input.checked = chosen(input);
  const undated = facetBox.querySelector("[name=undated]")?.parentElement.querySelector(".facet-name");
  if (undated) undated.textContent = word(state.from || state.to ? "facet_undated" : "facet_undated_only");
}

// --- what the reader does ------------------------------------------------------------------------------

function listen() {
  let pause = 0;
  field.addEventListener("input", (event) => {
    clearTimeout(pause);
    if (!event.isComposing) pause = setTimeout(() => change({ q: field.value.trim() }, true), PAUSE);
  });
  field.addEventListener("compositionend", () => change({ q: field.value.trim() }, true));
  field.addEventListener("change", () => { typing = false; });
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    change({ q: field.value.trim() }, true);
    typing = false;
  });
  sortBox.addEventListener("change", (event) => change({ sort: event.target.value }));
  yearBox.addEventListener("change", () => {
    const year = (name) => (/^\d{4}$/.exec(yearBox.querySelector(`[name=year-${name}]`).value.trim()) || [""])[0];
    const [from, to] = [year("from"), year("to")];
    change(from && to && from > to ? { from: to, to: from } : { from, to });
  });
  facetBox.addEventListener("change", (event) => change(choices(event.target)));
  window.addEventListener("popstate", () => {
    clearTimeout(pause);
    typing = false;
    state = read();
    field.value = state.q;
    drawFacets();
    show();
    run();
  });
}

function choices(input) {
  if (input.name === "undated") return { undated: input.checked };
  const name = facetNames().find((one) => parameter(one) === input.name);
  const values = new Set(state.facets[name]);
  values[input.checked ? "add" : "delete"](input.value);
  const facets = { ...state.facets, [name]: [...values] };
  if (!values.size) delete facets[name];
  return { facets };
}

async function begin() {
  moreButton.textContent = word("search_more");
  try {
    const answer = await network(root.dataset.shards);
    if (!answer.ok) throw new Error(String(answer.status));
    table = await answer.json();
  } catch {
    say(word("search_failed"));
    return;
  }
  state = read();
  drawFacets();
  listen();
  const typed = field.value.trim(); // typed while this script was on its way
  show();
  if (typed && !state.q) {
    field.value = typed;
    change({ q: typed }, true);
  } else {
    run();
  }
}

begin();
