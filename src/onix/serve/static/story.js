// Says who speaks where a quotation is pointed at or its number has the focus.
// The same stands in the list beside the text, to which the number links without this script.
"use strict";
(() => {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);
  let shown = null;
  let leaving = 0;
  let closed = null; // what Escape closed stays so until the pointer has been elsewhere

  const pieces = (note) => document.querySelectorAll(`.quote[data-note="${CSS.escape(note)}"]`);

  // A tip holds nothing to click: the link to the tape is in the list.
  function wordsOf(line) {
    const words = document.createElement("p");
    words.className = line.className;
    words.textContent = line.textContent;
    return words;
  }

  function show(mark) {
    clearTimeout(leaving);
    const note = mark.dataset.note;
    if (shown === note) return;
    hide();
    const who = document.getElementById(`how-${note}`);
    if (!who) return;
    shown = note;
    const text = who.cloneNode(true);
    text.removeAttribute("id");
    const tape = document.querySelectorAll(`#said-${CSS.escape(note)} .tape`);
    tip.replaceChildren(text, ...Array.from(tape, wordsOf));
    tip.hidden = false;
    const at = mark.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    tip.style.left = `${Math.max(16, Math.min(at.left, width - tip.offsetWidth - 16)) + scrollX}px`;
    const above = at.top - tip.offsetHeight - 6;
    tip.style.top = `${(above > 0 ? above : at.bottom + 6) + scrollY}px`;
    document.getElementById(`said-${note}`)?.classList.add("is-meant");
    for (const each of pieces(note)) each.classList.add("is-meant");
  }

  function hide() {
    tip.hidden = true;
    if (shown === null) return;
    document.getElementById(`said-${shown}`)?.classList.remove("is-meant");
    for (const each of pieces(shown)) each.classList.remove("is-meant");
    shown = null;
  }

  const markOf = (event) => event.target.closest?.("article [data-note]");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const mark = markOf(event);
    if (mark?.dataset.note !== closed) closed = null;
    if (mark && closed === null) show(mark);
    else if (tip.contains(event.target)) clearTimeout(leaving);
  });
  document.addEventListener("pointerout", (event) => {
    if (markOf(event) || tip.contains(event.target)) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 250);
    }
  });
  document.addEventListener("focusin", (event) => { const mark = markOf(event); if (mark) show(mark); else hide(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { closed = shown; hide(); } });
})();
