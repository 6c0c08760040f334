// The build writes BASE above this. Who has a worker of this site gets this one instead: it takes
// away all that was kept, and then itself.
addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const clean = async () => {
    const names = await caches.keys();
    const own = names.filter((name) => name.startsWith(`samenleven:${BASE}`));
    await Promise.all(own.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(clean());
});
