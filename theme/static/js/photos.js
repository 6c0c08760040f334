// With a photo open: Escape closes it, the arrow keys go on and back. Without, the links do.
addEventListener("keydown", (event) => {
  const view = document.querySelector(".photo-view:target");
  if (!view || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const isRtl = getComputedStyle(view).direction === "rtl";
  const role = {
    Escape: "close",
    ArrowLeft: isRtl ? "next" : "previous",
    ArrowRight: isRtl ? "previous" : "next",
  }[event.key];
  view.querySelector(`.photo-view__button--${role}`)?.click();
});
