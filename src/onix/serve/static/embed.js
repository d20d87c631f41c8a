// The Ask box on somebody else's page: <onix-ask box="NAME"> comes in, a form, answers and links
// go out. Everything is made node by node, in a shadow of its own and with a sheet made by script,
// so that neither a strict policy of that page nor its styles are in the way, and what a document
// says can never be markup. Words and marks come from the server, which counts as Python does.
"use strict";
(() => {
  if (customElements.get("onix-ask")) return;
  const script = document.currentScript ?? document.querySelector('script[src$="/embed.js"]');
  const desk = new URL("../", script.src);
  const LONGEST = 1000;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { --ink: #1c1b19; --quiet: #5d5a54; --line: #dedad1; --edge: #8b867c; --accent: #0b5c4a;
      --on-accent: #ffffff; --answer: #ffe27a; --hedge: #f6dfc4; --warning: #8a3b12;
      display: block; margin-block: 1.5rem; max-inline-size: 46rem; color: var(--onix-ink, var(--ink));
      font-family: var(--onix-font, inherit); line-height: 1.5; text-align: start; overflow-wrap: anywhere; }
    @supports (color: light-dark(red, red)) { :host {
      --ink: light-dark(#1c1b19, #ebe9e2); --quiet: light-dark(#5d5a54, #aaa69c);
      --line: light-dark(#dedad1, #353730); --edge: light-dark(#8b867c, #7d7b72);
      --accent: light-dark(#0b5c4a, #85d6be); --on-accent: light-dark(#ffffff, #0e1f1a);
      --answer: light-dark(#ffe27a, #665200); --hedge: light-dark(#f6dfc4, #51371d);
      --warning: light-dark(#8a3b12, #f0ac80); } }
    :host([hidden]) { display: none; }
    * { box-sizing: border-box; }
    .box { border: 1px solid var(--onix-line, var(--line)); border-radius: .5rem; padding: 1.125rem 1.25rem; }
    p, ol, h2, blockquote, table { margin: 0; padding: 0; }
    label { display: block; font-weight: 600; margin-bottom: .5rem; }
    .row { display: flex; gap: .5rem; }
    input, button { font: inherit; border-radius: .375rem; padding: .5rem .75rem; min-height: 2.75rem; }
    input { flex: 1; min-width: 0; color: inherit; background: transparent; border: 1px solid var(--edge); }
    button { font-weight: 600; border: 0; padding-inline: 1.125rem; cursor: pointer;
      color: var(--onix-on-accent, var(--on-accent)); background: var(--onix-accent, var(--accent)); }
    a { color: var(--onix-accent, var(--accent)); text-decoration-thickness: 1px; text-underline-offset: .18em; }
    :focus-visible { outline: 3px solid var(--onix-accent, var(--accent)); outline-offset: 2px; }
    h2 { font-size: 1em; line-height: 1.3; margin: 1.25rem 0 .375rem; }
    .status:not(:empty), .problem { margin-top: .875rem; }
    .problem, .corrections { color: var(--warning); }
    .quiet, .says, .notes, .freshness, .corrections, .carried, .outlet { font-size: .875em; }
    .quiet, .says, .notes, .freshness, .outlet { color: var(--onix-quiet, var(--quiet)); }
    .statement { margin-top: 1rem; padding-inline-start: .875rem; border-inline-start: 3px solid var(--onix-accent, var(--accent)); }
    .statement .words { font-size: 1.0625em; }
    .says > span:not(:last-child)::after { content: " · "; }
    mark { color: inherit; background: none; border-radius: .125rem; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
    mark.answer { background: var(--onix-mark, var(--answer)); font-weight: 600; padding: 0 .1em; }
    mark.hedge { background: var(--hedge); font-style: italic; }
    .number { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; line-height: 1.4rem; text-align: center;
      font-size: .8125em; border: 1px solid var(--edge); border-radius: .25rem; text-decoration: none; margin-inline-start: .25rem; }
    .refusal h2 { margin-top: 1rem; }
    .refusal blockquote { padding-inline-start: .875rem; border-inline-start: 3px solid var(--onix-line, var(--line)); }
    .sources, .results { padding-inline-start: 1.5rem; }
    .sources > li, .results > li { margin-bottom: .625rem; }
    .results { list-style: none; padding-inline-start: 0; }
    .passage { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
    .carried, .corrections { margin-top: .5rem; }
    .freshness { margin-top: 1rem; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  `);

  // Strings become text and nothing else.
  const make = (name, part, ...inside) => {
    const made = document.createElement(name);
    if (part) {
      made.className = part;
      made.setAttribute("part", part);
    }
    made.append(...inside);
    return made;
  };

  // Where a link leads: to http and https alone. A path is one of the server's that sent it.
  const address = (link) => {
    try {
      const url = new URL(link.startsWith("/") ? link.replace(/^\/+/, "") : link, desk);
      return /^https?:$/.test(url.protocol) ? url.href : null;
    } catch {
      return null;
    }
  };

  const hidden = (says) => {
    const made = make("span", "", says);
    made.className = "hidden";
    return made;
  };

  const linked = (link, part, ...inside) => {
    const href = link && address(link);
    const made = make(href ? "a" : "span", part, ...inside);
    if (href) {
      made.href = href;
      made.target = "_blank"; // the answer stays where it is
      made.rel = "noopener";
      made.append(hidden(" (opens in a new tab)"));
    }
    return made;
  };

  const numbers = (sources) =>
    sources.flatMap((each) => [
      " ",
      linked(each.link, "number", hidden("Source "), String(each.number), hidden(`: ${each.outlet}`)),
    ]);

  const reading = (found, name = "div") => {
    const words = make("p", "words");
    if (found.stance) words.append(make("strong", "stance", `${found.stance}:`), " ");
    for (const each of found.pieces) words.append(each.mark ? make("mark", each.mark, each.text) : each.text);
    words.append(...numbers(found.sources));
    const made = make(name, "statement", words);
    if (found.says.length) made.append(make("p", "says", ...found.says.map((each) => make("span", "", each))));
    return made;
  };

  const place = (found, ...more) =>
    make(
      "li",
      "source",
      make("p", "outlet", `${found.outlet}, ${found.day}`),
      make("p", "title", linked(found.link, "", found.title)),
      ...more,
    );

  const answered = (shown) => {
    const made = shown.statements.map((each) => reading(each));
    for (const each of shown.disagreements) {
      made.push(make("h2", "heading", each.says), ...each.readings.map((one) => reading(one)));
    }
    if (shown.refusal) {
      const refusal = make("div", "refusal", make("h2", "heading", "No answer here"), make("p", "", shown.refusal.says));
      const nearest = shown.refusal.nearest;
      if (nearest) {
        refusal.append(
          make("h2", "heading", "The nearest it comes, which does not answer"),
          make("blockquote", "", make("p", "words", nearest.text, ...numbers(nearest.sources))),
        );
      }
      made.push(refusal);
    }
    if (shown.carried) made.push(make("p", "carried", shown.carried));
    if (shown.sources.length) {
      const list = make("ol", "sources");
      for (const each of shown.sources) {
        list.append(place(each, ...each.notes.map((note) => make("p", "notes", note[0].toUpperCase() + note.slice(1)))));
      }
      made.push(make("h2", "heading", "Sources"), list);
    }
    for (const each of shown.corrections) made.push(make("p", "corrections", `${each.says}.`));
    return made;
  };

  const results = (found) => {
    const made = [make("h2", "heading", "Passages with these words")];
    if (!found.length) return [...made, make("p", "quiet", "None.")];
    const list = make("ol", "results");
    for (const each of found) list.append(place(each, make("p", "passage", each.text)));
    return [...made, list];
  };

  class Ask extends HTMLElement {
    static observedAttributes = ["question"];
    #parts = null;
    #going = null;

    connectedCallback() {
      if (!this.#parts) this.#build();
      const question = this.getAttribute("question");
      if (question) this.#ask(question);
      else this.#watch();
    }

    attributeChangedCallback(name, before, question) {
      if (this.#parts && this.isConnected && question && question !== before) this.#ask(question);
    }

    #build() {
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      const label = make("label", "label", this.getAttribute("label") ?? "Ask");
      const input = make("input", "input");
      Object.assign(input, { type: "search", id: "question", maxLength: LONGEST, required: true });
      Object.assign(input, { autocomplete: "off", enterKeyHint: "search" });
      input.placeholder = this.getAttribute("placeholder") ?? "";
      label.htmlFor = "question";
      const button = make("button", "button", "Ask");
      const form = make("form", "form", label, make("div", "row", input, button));
      form.setAttribute("role", "search");
      const status = make("p", "status");
      status.setAttribute("role", "status");
      const answer = make("div", "result");
      answer.setAttribute("aria-live", "polite");
      const found = make("div", "found");
      const fresh = make("p", "freshness");
      const box = make("div", "box", form, status, answer, found, fresh);
      box.lang = "en";
      root.append(box);
      this.#parts = { label, input, status, answer, found, fresh };
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.#ask(input.value);
      });
    }

    // What the box is called and how current it is, once somebody sees it.
    #watch() {
      const seen = new IntersectionObserver((entries) => {
        if (!entries.some((each) => each.isIntersecting)) return;
        seen.disconnect();
        this.#get("").then((about) => this.#tell(about)).catch((problem) => this.#fail(problem));
      });
      seen.observe(this);
    }

    async #ask(question) {
      const { input, status, answer, found } = this.#parts;
      input.value = question;
      if (!question.trim()) return;
      this.#going?.abort();
      const going = (this.#going = new AbortController());
      status.textContent = "Looking …";
      answer.setAttribute("aria-busy", "true");
      try {
        const asked = new URLSearchParams({ question });
        const about = await this.#get(`/ask?${asked}`, going.signal);
        status.textContent = "";
        answer.replaceChildren(...answered(about.shown));
        found.replaceChildren(...results(about.shown.results));
        this.#tell(about);
      } catch (problem) {
        if (going.signal.aborted) return; // another question took its place
        answer.replaceChildren();
        found.replaceChildren();
        this.#fail(problem);
      }
      answer.removeAttribute("aria-busy");
    }

    async #get(path, signal) {
      const box = this.getAttribute("box");
      if (!box) throw new Error('This page does not say which box it wants: <onix-ask box="NAME">.');
      let response;
      try {
        const url = new URL(`embed/v1/${encodeURIComponent(box)}${path}`, desk);
        const accept = { accept: "application/json" };
        response = await fetch(url, { headers: accept, credentials: "omit", signal });
      } catch (problem) {
        if (signal?.aborted) throw problem;
        throw new Error(
          `This box got no answer from ${desk.host}. It may be away for a moment; or it has no box “${box}” that ` +
            `may be shown on ${location.origin}, which whoever runs this site can mend.`,
        );
      }
      const found = await response.json().catch(() => ({}));
      if (!response.ok) throw new Error(found.error ?? `The server answered ${response.status}. Try again later.`);
      return found;
    }

    #tell({ box, freshness }) {
      const { label, fresh } = this.#parts;
      if (!this.hasAttribute("label")) label.textContent = box.title;
      fresh.textContent = freshness.says;
    }

    #fail(problem) {
      this.#parts.status.textContent = "";
      this.#parts.answer.replaceChildren(make("p", "problem", problem.message));
    }
  }

  customElements.define("onix-ask", Ask);
})();
