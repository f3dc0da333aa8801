// Colours: as the system, unless the reader chose otherwise; the choice stays in this browser. Runs before the first
// paint, so that no page flashes in other colours; without it the pages follow the system.
(() => {
  "use strict";
  const KEY = "elchi-colours";
  const root = document.documentElement;
  const kept = () => {
    try { return localStorage.getItem(KEY) || ""; } catch { return ""; }
  };
  const show = (choice) => {
    if (choice) root.dataset.theme = choice; else delete root.dataset.theme;
  };
  show(kept());
  document.addEventListener("DOMContentLoaded", () => {
    const select = document.getElementById("theme");
    if (select) {
      select.closest("li").hidden = false;
      select.value = kept();
      select.addEventListener("change", () => {
        show(select.value);
        try { localStorage.setItem(KEY, select.value); } catch { /* the choice lasts for this page */ }
      });
    }
    for (const still of document.querySelectorAll(".scroller.still")) still.scrollLeft = (still.scrollWidth - still.clientWidth) / 2;
    for (const wide of document.querySelectorAll(".scroller:not(.still)")) wide.scrollLeft = wide.scrollWidth; // the newest first
    const evidence = document.getElementById("evidence");
    if (evidence && location.hash === "#evidence") {
      evidence.scrollIntoView({ block: "center" });
      evidence.focus({ preventScroll: true });
    }
  });
})();
