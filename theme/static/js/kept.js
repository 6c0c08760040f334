// The list of kept pages, on the page that readers see without internet.
(async () => {
  const section = document.querySelector(".kept-pages");
  if (!section || !window.caches || !navigator.serviceWorker) return;
  const part = (name) => section.querySelector(`.kept-pages__${name}`);
  const { worker } = section.dataset;
  const own = `samenleven:${worker.slice(0, worker.lastIndexOf("/") + 1)}`;
  const prefix = `${own}kept:`;
  const names = async (start) => (await caches.keys()).filter((name) => name.startsWith(start));

  const write = async (name) => {
    const path = name.slice(prefix.length);
    const page = await caches.match(path, { cacheName: name, ignoreVary: true });
    if (!page) return;
    const read = new DOMParser().parseFromString(await page.text(), "text/html");
    const item = part("template").content.cloneNode(true);
    const [link, remove] = item.querySelectorAll("a, button");
    const { lang, dir } = read.documentElement;
    Object.assign(link, { href: path, hreflang: lang, lang, dir });
    link.textContent = (read.querySelector("h1") ?? read).textContent;
    remove.setAttribute("aria-label", `${remove.textContent}: ${link.textContent}`);
    remove.addEventListener("click", async () => {
      await caches.delete(name);
      await list();
      section.querySelector("h2").focus();
    });
    part("list").append(item);
  };
  const list = async () => {
    const kept = await names(prefix);
    part("list").replaceChildren();
    for (const name of kept) await write(name);
    part("none").hidden = kept.length > 0;
    const known = await navigator.serviceWorker.getRegistration(worker);
    part("off").hidden = !known && !kept.length;
  };

  part("off").addEventListener("click", async () => {
    const known = await navigator.serviceWorker.getRegistration(worker);
    await known?.unregister();
    for (const name of await names(own)) await caches.delete(name);
    await list();
    section.querySelector("h2").focus();
  });
  section.querySelector("h2").tabIndex = -1;
  await list();
  section.hidden = false;
  // The worker answers with this page at the address of another.
  const here = new URL(document.querySelector('link[rel="canonical"]').href).pathname;
  part("missing").hidden = here === location.pathname;
})();
