// Light or dark: the system's choice, until the reader clicks. Only then is anything kept.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const current = () => root.dataset.scheme || (dark.matches ? "dark" : "light");
  const store = (value) => {
    try {
      return value ? localStorage.setItem("scheme", value) : localStorage.getItem("scheme");
    } catch {
      return null; // storage is forbidden: the choice holds for this page
    }
  };
  const kept = store();
  if (kept) root.dataset.scheme = kept;
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".scheme-switch");
    if (!button) return;
    const label = () => {
      button.textContent = current() === "dark" ? button.dataset.light : button.dataset.dark;
    };
    button.addEventListener("click", () => {
      root.dataset.scheme = current() === "dark" ? "light" : "dark";
      store(root.dataset.scheme);
      label();
    });
    dark.addEventListener("change", label);
    label();
    button.hidden = false;
  });
})();
