// A click on a source opens its document beside the answer, at the words that are cited.
// On a narrow screen, and without this script, the link leads to the document's own page.
"use strict";
(() => {
  const isWide = window.matchMedia("(min-width: 60rem)");
  let panel = null;
  let opener = null;

  const withoutHash = (address) => address.split("#")[0];
  const linkTo = (address) =>
    document.querySelector(`a[data-beside][href="${CSS.escape(address)}"]`);

  async function show(address) {
    const url = new URL(withoutHash(address), location.href);
    url.searchParams.set("beside", "true");
    const response = await fetch(url, { headers: { accept: "text/html" } });
    if (!response.ok) throw new Error(String(response.status));
    const story = new DOMParser().parseFromString(await response.text(), "text/html");
    close();
    opener = linkTo(address);
    opener?.setAttribute("aria-expanded", "true");
    panel = document.createElement("aside");
    panel.className = "beside";
    panel.setAttribute("aria-labelledby", "beside-title");
    const button = document.createElement("button");
    button.className = "plain";
    button.textContent = "Close";
    button.addEventListener("click", () => history.back());
    const bar = document.createElement("div");
    const name = document.createElement("p");
    bar.className = "bar";
    name.textContent = story.querySelector(".byline").textContent;
    bar.append(name, button);
    panel.append(bar, story.querySelector("article"));
    document.body.append(panel);
    document.body.classList.add("has-beside");
    const words = panel.querySelector("#cited");
    if (words) words.scrollIntoView({ block: "center", behavior: "instant" });
    (words ?? button).focus({ preventScroll: true });
  }

  function close() {
    if (!panel) return;
    panel.remove();
    panel = null;
    document.body.classList.remove("has-beside");
    opener?.setAttribute("aria-expanded", "false");
    opener?.focus();
    opener = null;
  }

  // What cannot be shown beside the answer is opened as a page, which says why.
  const open = (address) => show(address).catch(() => location.assign(address));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-beside]");
    if (!link || !isWide.matches || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const address = link.getAttribute("href");
    if (panel) history.replaceState({ beside: address }, "");
    else history.pushState({ beside: address }, "");
    open(address);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel) { event.preventDefault(); history.back(); }
  });
  window.addEventListener("popstate", (event) => {
    if (event.state?.beside && isWide.matches) open(event.state.beside);
    else close();
  });
  // After a reload, or on the way back to this page, what was open is open again.
  if (history.state?.beside && isWide.matches) open(history.state.beside);
})();
