// @ts-check
// What the desk does in the browser beyond forms and links: keys, words taken from a text, a sign that
// something was decided elsewhere, and the network that follows decisions.

(function () {
  "use strict";
  const typing = (target) =>
    target instanceof HTMLElement && Boolean(target.closest("input:not([type=checkbox], [type=radio]), select, textarea"));
  const shown = (element) => element.checkVisibility() && !element.disabled;
  const all = (selector, within = document) =>
    [...within.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement && shown(one));

  // Items are the rows of a list and the mentions of a text: one of them is chosen at a time.
  function step(by) {
    const stated = document.activeElement && document.activeElement.closest(".statement:not([data-item])");
    const items = all(stated ? ".statement" : "[data-item]"),
      at = items.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
    const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(at + by, 0), items.length - 1)];
    if (next) next.focus();
    if (next) next.scrollIntoView({ block: "nearest" });
  }

  function pressed(key) {
    const row = document.activeElement && document.activeElement.closest("[data-item], .statement, tr"),
      quoted = CSS.escape(key);
    const found = (row && all(`[data-row-key="${quoted}"]`, row)[0]) || all(`[data-key="${quoted}"]`)[0];
    if (found) found.click();
    const opened = found && found.tagName === "SUMMARY" && found.parentElement;
    const field = opened && all("input:not([type=hidden])", opened)[0];
    if (field) field.focus();
    return Boolean(found);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) {
      event.preventDefault(); // it would empty a search field
      return /** @type {HTMLElement} */ (event.target).blur();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "/") {
      const field = all("input[type=search]")[0];
      if (field) field.focus();
      if (field) event.preventDefault();
    } else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if (event.key === "m") {
      const mention = all(".m[data-item]")[0];
      if (mention) mention.focus();
    } else if (event.key === "t" && all(".beside .statement").length) all(".beside .statement")[0].focus();
    else if (event.key.length === 1 && pressed(event.key)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-shows]");
    const dialog = button && document.getElementById(/** @type {HTMLElement} */ (button).dataset.shows || "");
    if (dialog instanceof HTMLDialogElement) dialog.showModal();
  });

  // A form that is on its way is not sent twice.
  const sent = new WeakSet();
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || event.target.method !== "post") return;
    if (sent.has(event.target)) event.preventDefault();
    sent.add(event.target);
    goOn(event.target);
  });

  // After a verdict in a list the next statement is chosen: the page is made anew, but nobody loses their place.
  const mark = (row) => {
    const relation = row && row.querySelector("input[name=relation]");
    return relation instanceof HTMLInputElement ? "#said-" + relation.value.replace(/[^\w.]/g, "-") : "";
  };
  function goOn(form) {
    const rows = all(".statement"),
      at = rows.indexOf(form.closest(".statement")),
      back = form.elements.namedItem("back");
    const to = at < 0 ? location.hash : mark(rows[at + 1] || rows[at - 1]);
    if (to.startsWith("#said-") && back instanceof HTMLInputElement) back.value = back.value.split("#")[0] + to;
  }
  const chosen = location.hash.startsWith("#said-") && all(".statement").find((row) => mark(row) === location.hash);
  if (chosen) {
    chosen.focus({ preventScroll: true });
    chosen.scrollIntoView({ block: "center" });
  }
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());

  // Words that are selected in a text come into the field for them.
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection(),
      field = document.querySelector("[data-takes-selection]");
    const node = chosen && chosen.anchorNode,
      within = node instanceof Element ? node : node && node.parentElement;
    const words = chosen ? chosen.toString().trim() : "";
    const text = words && within && within.closest(".text");
    if (text && field instanceof HTMLTextAreaElement) field.value = words;
    if (text && chosen) taken(text, chosen.getRangeAt(0));
  });

  // Where they stand is counted in characters as the study counts them, not in UTF-16.
  function taken(text, range) {
    const field = document.querySelector("[data-takes-words]");
    if (!(field instanceof HTMLInputElement) || !field.form || !text.contains(range.endContainer)) return;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const said = range.toString(),
      lead = said.length - said.trimStart().length;
    const start = Number(text.dataset.start) + [...before.toString()].length + lead;
    field.value = said.trim();
    /** @type {HTMLInputElement} */ (field.form.elements.namedItem("at")).value =
      `${start}-${start + [...said.trim()].length}`;
  }
  document.addEventListener("htmx:afterSwap", (event) => {
    if (!(event.target instanceof HTMLElement) || event.target.id !== "chosen") return;
    event.target.focus({ preventScroll: true });
    if (window.innerWidth <= 820) event.target.scrollIntoView({ block: "start" }); // it stands below the text
  });

  // A choice drawn on the grid is filled into the form for it.
  const grid = document.querySelector("svg.grid"),
    form = document.getElementById("override");
  if (grid instanceof SVGSVGElement && form instanceof HTMLFormElement) {
    let moving = null;
    const place = (event) => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(
        /** @type {DOMMatrix} */ (grid.getScreenCTM()).inverse(),
      );
      const within = (value) => Math.min(Math.max(value, 0), 100);
      return [within(point.x), within(point.y)];
    };
    grid.addEventListener("pointerdown", (event) => {
      moving = event.target instanceof Element ? event.target.closest("[data-stake]") : null;
      if (!moving) return;
      grid.setPointerCapture(event.pointerId);
      const [x, y] = place(event);
      moving.dataset.from = `${x} ${y}`;
    });
    grid.addEventListener("pointermove", (event) => {
      if (moving) moving.setAttribute("transform", `translate(${place(event).join(" ")})`);
    });
    grid.addEventListener("pointerup", (event) => {
      if (!moving) return;
      const [x, y] = place(event),
        [fromX, fromY] = moving.dataset.from.split(" ").map(Number);
      const power = Math.abs(y - fromY) >= Math.abs(x - fromX);
      const field = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
      field("actor").value = moving.dataset.stake;
      field("score").value = power ? "power" : "interest";
      field("value").value = (power ? (100 - y) / 100 : x / 100).toFixed(2);
      field("because").focus();
      moving = null;
    });
  }

  // What was decided elsewhere is told; the network is drawn again at once.
  const live = document.querySelector("iframe[data-live]");
  let version = document.body.dataset.version;
  async function look() {
    try {
      const answer = await fetch("/api/version", { headers: { accept: "application/json" } });
      const now = answer.ok ? (await answer.json()).version : version;
      if (now === version) return;
      version = now;
      const stale = document.getElementById("stale");
      if (live instanceof HTMLIFrameElement) live.src = `/network/page?version=${encodeURIComponent(now)}`;
      else if (stale) stale.hidden = false;
    } catch {
      /* the desk was ended */
    }
  }
  if (document.body.dataset.version) setInterval(() => document.visibilityState === "visible" && look(), live ? 400 : 3000);

  const at = document.getElementById("at");
  if (at && location.hash !== "#judge" && !chosen) at.scrollIntoView({ block: "center" });
})();
