// The build writes VERSION, BASE, ASSETS and OFFLINE (the page of each language) above this.
// Pages come from the network. What a reader kept stands in for them, or else the page that says so.
const OWN = `samenleven:${BASE}`; // all sites of a host share one store
const THEME = `${OWN}theme:${VERSION}`;
const PATIENCE = 3000; // milliseconds that a kept page waits for a newer one

const langOf = (path) => {
  const lang = path.slice(BASE.length).split("/")[0];
  return lang in OFFLINE ? lang : Object.keys(OFFLINE)[0];
};
const held = (path, cacheName) => caches.match(path, { cacheName, ignoreSearch: true, ignoreVary: true });
const isOurs = (answer) => answer.status === 200 && answer.type === "basic" && !answer.redirected;

// The page without internet is kept in the languages that this reader reads.
const prepare = async (paths) => {
  const cache = await caches.open(THEME);
  for (const lang of new Set(paths.map(langOf))) {
    if (await cache.match(OFFLINE[lang])) continue;
    const page = new Request(OFFLINE[lang], { cache: "no-cache" });
    await cache.addAll([page, ...ASSETS]);
  }
};

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(
    clients.matchAll({ includeUncontrolled: true }).then((open) => prepare(open.map(({ url }) => new URL(url).pathname))),
  );
});

addEventListener("activate", (event) => {
  const clean = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(`${OWN}theme:`) && name !== THEME);
    await Promise.all(old.map((name) => caches.delete(name)));
    await registration.navigationPreload?.enable();
    await clients.claim();
  };
  event.waitUntil(clean());
});

const openPage = async (event) => {
  const { pathname } = new URL(event.request.url);
  const ask = async () => (await event.preloadResponse) ?? fetch(event.request);
  const kept = await held(pathname, `${OWN}kept:${pathname}`);
  const late = new Promise((resolve) => kept && setTimeout(resolve, PATIENCE, kept));
  try {
    const answer = await Promise.race([ask(), late]);
    if (answer.ok) event.waitUntil(prepare([pathname]).catch(() => {}));
    return answer.status >= 500 && kept ? kept : answer;
  } catch {
    return kept ?? (await held(OFFLINE[langOf(pathname)], THEME)) ?? Response.error();
  }
};

// Their names change with their bytes.
const openAsset = async (request) => {
  const known = await caches.match(request, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  if (isOurs(answer)) {
    const cache = await caches.open(THEME);
    await cache.put(request, answer.clone());
  }
  return answer;
};

const openOther = async (request) => {
  try {
    return await fetch(request);
  } catch (error) {
    const known = await caches.match(request, { ignoreVary: true });
    if (known) return known;
    throw error;
  }
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOfThisSite = origin === location.origin && pathname.startsWith(BASE);
  if (request.method !== "GET" || !isOfThisSite || request.headers.has("range")) return;
  if (request.mode === "navigate") event.respondWith(openPage(event));
  else if (pathname.startsWith(`${BASE}theme/`)) event.respondWith(openAsset(request));
  else event.respondWith(openOther(request));
});
