// j and k go from finding to finding, and never to one that is filtered out. Without this script
// they are reached by their numbers.
"use strict";
(() => {
  const shown = () => [...document.querySelectorAll(".finding")].filter((each) => each.offsetParent);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("textarea, select, input:not([type=radio])")) return;
    if (event.key !== "j" && event.key !== "k") return;
    const all = shown();
    const here = all.indexOf(document.activeElement.closest(".finding"));
    const next = event.key === "j" ? here + 1 : here < 0 ? all.length - 1 : here - 1;
    if (!all[next]) return;
    event.preventDefault();
    all[next].focus({ preventScroll: true });
    all[next].scrollIntoView({ block: "center" });
  });
})();
