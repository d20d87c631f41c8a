"use strict";
// Zooms the drawn timeline: the marks know their days, so only their places change.
(() => {
  const svg = document.querySelector("svg[data-from]");
  const tools = document.querySelector(".tools");
  if (!svg || !tools) return;
  const DAY = 86400000, WIDTH = 100;
  const whole = [Number(svg.dataset.from), Number(svg.dataset.to)];
  const marks = [...svg.querySelectorAll("a[data-from]")];
  const ticks = svg.querySelector(".ticks");
  let [from, to] = [Number(svg.dataset.opensFrom), Number(svg.dataset.opensTo)];
  const place = (day) => ((day - from) / (to - from)) * WIDTH;
  const label = (day, unit) => {
    const date = new Date(day * DAY);
    const parts = { year: { year: "numeric" }, month: { year: "numeric", month: "short" },
      day: { year: "numeric", month: "short", day: "numeric" } }[unit];
    return date.toLocaleDateString("en-GB", { timeZone: "UTC", ...parts });
  };
  const steps = [["day", 1], ["day", 7], ["month", 1], ["month", 3], ["year", 1], ["year", 5],
    ["year", 10], ["year", 50], ["year", 100]];
  const days = { day: 1, month: 30.4, year: 365.25 };
  const next = (day, unit, count) => {
    const date = new Date(day * DAY);
    if (unit === "day") return day + count;
    if (unit === "month") date.setUTCMonth(date.getUTCMonth() + count, 1);
    else date.setUTCFullYear(date.getUTCFullYear() + count, 0, 1);
    return Math.round(date.getTime() / DAY);
  };
  const first = (unit, count) => {
    const date = new Date(Math.floor(from) * DAY);
    if (unit === "day") return Math.floor(from);
    if (unit === "month") date.setUTCDate(1);
    else date.setUTCFullYear(Math.floor(date.getUTCFullYear() / count) * count, 0, 1);
    return Math.round(date.getTime() / DAY);
  };
  const draw = () => {
    for (const mark of marks) {
      const rect = mark.querySelector("rect");
      const start = place(Number(mark.dataset.from));
      const end = place(Number(mark.dataset.to) + 1);
      rect.setAttribute("x", `${start}%`);
      rect.setAttribute("width", `${Math.max(0.8, end - start)}%`);
    }
    const [unit, count] = steps.find(([u, n]) => (to - from) / (days[u] * n) <= 9) || steps.at(-1);
    ticks.replaceChildren();
    for (let day = first(unit, count); day <= to; day = next(day, unit, count)) {
      if (day < from) continue; // its label would be cut off
      const x = `${place(day)}%`;
      const line = document.createElementNS(svg.namespaceURI, "line");
      for (const [name, value] of [["x1", x], ["x2", x], ["y1", 0], ["y2", 165]])
        line.setAttribute(name, value);
      const text = document.createElementNS(svg.namespaceURI, "text");
      text.setAttribute("x", x);
      text.setAttribute("dx", 3);
      text.setAttribute("y", 182);
      if (place(day) <= 92) text.textContent = label(day, unit); // or it would be cut off
      ticks.append(line, text);
    }
  };
  const zoom = (factor, at = 0.5) => {
    const middle = from + (to - from) * at;
    const width = Math.min(whole[1] - whole[0], Math.max(3, (to - from) * factor));
    from = Math.max(whole[0], Math.min(middle - width * at, whole[1] - width));
    to = from + width;
    draw();
  };
  const move = (share) => {
    const by = Math.max(whole[0] - from, Math.min(whole[1] - to, (to - from) * share));
    from += by;
    to += by;
    draw();
  };
  const does = { in: () => zoom(0.5), out: () => zoom(2), left: () => move(-0.3),
    right: () => move(0.3), all: () => { [from, to] = whole; draw(); } };
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) does[button.value]();
  });
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 0.8 : 1.25, (event.clientX - box.left) / box.width);
  }, { passive: false });
  svg.addEventListener("keydown", (event) => {
    const key = { "+": "in", "-": "out", ArrowLeft: "left", ArrowRight: "right", 0: "all" }[event.key];
    if (!key) return;
    event.preventDefault();
    does[key]();
  });
  svg.addEventListener("focusin", (event) => {
    const mark = event.target.closest("a[data-from]");
    if (!mark) return;
    const day = Number(mark.dataset.from);
    if (day < from || day > to) move((day - (from + to) / 2) / (to - from));
  });
  draw();
})();
