// "Keep this page", for when there is no internet. Before the first click nothing is stored.
(async () => {
  const button = document.querySelector(".keep-page");
  if (!button || !window.caches || !navigator.serviceWorker) return;
  const { worker, kept, failed } = button.dataset;
  const folder = worker.slice(0, worker.lastIndexOf("/") + 1);
  const name = `samenleven:${folder}kept:${location.pathname}`;
  const label = button.textContent;
  let isKept = await caches.has(name);

  const show = (text = isKept ? kept : label) => {
    button.textContent = text;
    button.hidden = false;
  };
  // What this page has loaded, and pictures further down.
  const parts = () => {
    const files = performance.getEntriesByType("resource").map((entry) => entry.name);
    const pictures = [...document.images].map((image) => image.currentSrc || image.src);
    const own = new URL(folder, location).href;
    return [...new Set([...files, ...pictures])].filter((url) => url.startsWith(own));
  };
  const load = async (url, cache) => {
    const answer = await fetch(url, { cache });
    if (!answer.ok || answer.redirected) throw new Error(url);
    return [url, answer];
  };
  const loaded = new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else addEventListener("load", resolve);
  });
  const keep = async () => {
    await loaded;
    const page = load(location.pathname, "no-cache");
    const answers = await Promise.all([page, ...parts().map((url) => load(url, "default"))]);
    await caches.delete(name); // what an older version of the page needed goes with it
    const cache = await caches.open(name);
    await Promise.all(answers.map(([url, answer]) => cache.put(url, answer)));
  };
  const register = () => navigator.serviceWorker.register(worker);

  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      if (isKept) await caches.delete(name);
      else await Promise.all([keep(), register()]);
      isKept = !isKept;
      show();
    } catch {
      await caches.delete(name);
      show(failed);
    }
    button.disabled = false;
  });
  show();
  if (isKept) keep().catch(() => {}); // offline the old one stays
  if (matchMedia("(display-mode: standalone), (display-mode: minimal-ui)").matches) register(); // installed
})();
