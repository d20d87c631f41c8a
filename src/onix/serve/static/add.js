// The page of a run hears what becomes of each document as soon as that is kept.
// Without this script the page loads itself again until the run is over.
"use strict";
(() => {
  const run = document.querySelector("[data-run]");
  if (!run || "over" in run.dataset) return;
  const state = run.querySelector(".state");
  const says = run.querySelector(".says-run");
  const progress = run.querySelector("progress");
  const stop = run.querySelector(".stop");

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function show(added) {
    const isOut = added.outcome === "left out";
    const item = element("li", "", `outcome is-${added.outcome.replace(/ /g, "-")}`);
    const name = element(added.document_id ? "a" : "span", added.address);
    if (added.document_id) name.href = `/documents/${encodeURIComponent(added.document_id)}`;
    item.append(element("b", added.outcome), " ", name);
    if (added.why) item.append(" ", element("span", added.why, "why"));
    document.querySelector(isOut ? ".heading-left" : ".heading-kept").hidden = false;
    document.querySelector(isOut ? ".outcomes.left" : ".outcomes.kept").prepend(item);
  }

  const events = new EventSource(`/add/${run.dataset.run}/events?first=${run.dataset.seen}`);
  events.addEventListener("added", (event) => show(JSON.parse(event.data)));
  events.addEventListener("status", (event) => {
    const now = JSON.parse(event.data);
    state.textContent = now.state[0].toUpperCase() + now.state.slice(1);
    says.textContent = now.says;
    document.title = `${state.textContent}: ${now.what} · Onix`;
    if (now.total) { progress.max = now.total; progress.value = now.done; }
  });
  events.addEventListener("over", () => {
    events.close();
    progress.remove();
    stop.remove();
    run.dataset.over = "";
  });
})();
