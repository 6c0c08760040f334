// Search while one types. The index is fetched at the first letter; without it, names are searched.
{
  const form = document.querySelector(".search");
  const part = (name) => form.querySelector(`.search__${name}`);
  const field = part("field");
  const results = part("results");
  const more = part("more");
  const { lang } = document.documentElement;
  const MOST = 10; // results at a time
  const LEAST = 0.6; // of a word: Pagefind cuts what it does not know until something begins so

  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i").normalize("NFKC");
  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  const lines = [...document.querySelectorAll(".a-to-z__line")].map((line) => {
    const link = line.querySelector(".a-to-z__link");
    const dutch = line.querySelector(".a-to-z__dutch")?.textContent ?? "";
    const names = [link.textContent, dutch].map((name) => words(name).join(" "));
    return { url: link.href, name: link, dutch, names, words: words(line.textContent) };
  });

  // How many letters differ, two that changed places counting as one (Damerau, 1964).
  const distance = (one, other) => {
    let [before, last] = [[], [...Array(other.length + 1).keys()]];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const cost = one[i - 1] === other[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
        const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (isSwap) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return last[other.length];
  };
  const begins = (asked, word) => word.startsWith(asked);
  const resembles = (asked, word) =>
    distance(asked, word) <= Math.floor(Math.min(asked.length, word.length) / 4);
  const named = (asked, fits) =>
    lines.filter((line) => asked.every((word) => line.words.some((other) => fits(word, other))));

  let index;
  const loadIndex = async () => {
    const url = form.dataset.index;
    const pagefind = await import(url);
    // A worker would have a policy of its own; this index is small enough without.
    await pagefind.options({ noWorker: true, excerptLength: 24, baseUrl: url.replace(/([^/]+\/){2}[^/]+$/, "") });
    await pagefind.init();
    return pagefind;
  };
  const find = async (query) => {
    try {
      index ??= loadIndex();
      return (await (await index).search(query)).results;
    } catch {
      return [];
    }
  };

  // Whether a marked word is the one that was asked for, or a form of it.
  const isForm = (word, other) => {
    const least = word.length * LEAST;
    const beginsAlike = [...word].findIndex((letter, at) => letter !== other[at]);
    const isInside = word.includes(other) && other.length >= least;
    return beginsAlike < 0 || beginsAlike >= least || isInside || other.includes(word);
  };
  const isMeant = (asked, hit) => {
    const marked = [hit.excerpt, ...hit.sub_results.map((sub) => sub.excerpt)].join(" ");
    const found = [...marked.matchAll(/<mark>(.*?)<\/mark>/g)].flatMap((mark) => words(mark[1]));
    return !found.length || asked.some((word) => found.some((other) => isForm(word, other)));
  };

  // The Dutch words of a page stand behind its own, under this anchor.
  const isDutch = (sub) => sub.anchor?.id === "at-dutch";
  const read = async (result) => {
    const hit = await result.data();
    const own = hit.sub_results.filter((sub) => !isDutch(sub));
    const sub = own[0] ?? hit.sub_results[0];
    const word = own.find((one) => lines.some((line) => line.url === new URL(one.url, location).href));
    const url = new URL(word?.url ?? hit.url, location).href;
    return { ...hit, url, text: sub?.excerpt ?? "", isDutch: Boolean(sub && isDutch(sub)) };
  };

  const write = (found) => {
    const item = part("template").content.cloneNode(true);
    const [link, dutch, text] = item.querySelectorAll(".search__link, .search__dutch, .search__text");
    link.href = found.url;
    if (found.name) link.append(...found.name.cloneNode(true).childNodes);
    else link.textContent = found.meta.title;
    const other = found.dutch ?? found.meta.dutch ?? "";
    if (other && other !== link.textContent) dutch.textContent = other;
    else dutch.remove();
    text.innerHTML = found.text ?? ""; // Pagefind has escaped all but its marks
    if (!found.text) text.remove();
    if (found.isDutch) Object.assign(text, { lang: "nl", dir: "ltr" });
    results.append(item);
  };

  let asking = 0;
  const search = async () => {
    const turn = (asking += 1);
    const query = field.value.trim();
    const asked = words(query);
    const shown = new Set();
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    const show = (list) => {
      for (const found of list) {
        if (!shown.has(found.url)) write(found);
        shown.add(found.url);
      }
    };
    if (!asked.length) {
      results.replaceChildren();
      part("state").textContent = "";
      more.hidden = true;
      return;
    }
    const hits = await find(query);
    const first = await Promise.all(hits.slice(0, MOST).map(read));
    if (turn !== asking) return; // another letter was typed meanwhile
    const meant = first.filter((hit) => isMeant(asked, hit));
    const isCut = meant.length < first.length;
    results.replaceChildren();
    // First what is called so, then what speaks of it, then what is called so in part.
    const names = named(asked, begins);
    const whole = names.filter((line) => line.names.includes(asked.join(" ")));
    show(whole.map((line) => meant.find((hit) => hit.url === line.url) ?? line));
    show([...meant, ...names]);
    if (!shown.size) show(named(asked, resembles));
    const rest = isCut ? [] : hits.slice(MOST);
    const count = shown.size + rest.length;
    const number = count.toLocaleString(lang === "fa" ? "fa" : "en");
    part("state").textContent = count ? form.dataset.found.replace("#", number) : form.dataset.nothing;
    more.hidden = !rest.length;
    more.onclick = async () => {
      const next = results.children.length;
      show(await Promise.all(rest.splice(0, MOST).map(read)));
      more.hidden = !rest.length;
      results.children[next]?.querySelector("a").focus();
    };
  };

  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  form.hidden = false;
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) search();
}
