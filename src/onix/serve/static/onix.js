// What makes every page better where scripts run; everything works without.
"use strict";
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const box = document.getElementById("question");
    if (box) { event.preventDefault(); box.focus(); box.select(); }
  }
});
// Boxes that are empty say nothing in an address.
document.addEventListener("submit", (event) => {
  if (event.target.method !== "get") return;
  const empty = [...event.target.elements].filter((box) => box.name && !box.value && !box.disabled);
  for (const box of empty) box.disabled = true;
  setTimeout(() => { for (const box of empty) box.disabled = false; });
});
