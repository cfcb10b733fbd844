"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const tools = $("#tools");
  if (!tools) return;
  const { sentences, findings } = JSON.parse($("#data").textContent);
  const notes = all(".note");
  const byId = new Map(notes.map((note) => [note.id.slice(1), note]));
  const marks = all("mark").map((mark) => ({ mark, ids: mark.dataset.f.split(" ") }));
  const marksOf = (id) => marks.filter((m) => m.ids.includes(id)).map((m) => m.mark);
  const rank = { minor: 0, major: 1, critical: 2 };
  const chosen = new Map(); // finding → the number of the suggestion put in its place
  let current = null;

  const say = (text) => {
    const said = $("#said");
    said.textContent = text;
    said.classList.add("shown");
    clearTimeout(say.timer);
    say.timer = setTimeout(() => said.classList.remove("shown"), 4000);
  };

  // Filters
  const ticked = (name) => new Set(all(`input[name=${name}]:checked`).map((box) => box.value));
  const shown = () => notes.filter((note) => !note.hidden);

  const filter = () => {
    const severities = ticked("severity");
    const families = ticked("family");
    for (const note of notes) {
      note.hidden = !(severities.has(note.dataset.severity) && families.has(note.dataset.family));
      $("#r" + note.id.slice(1)).hidden = note.hidden;
    }
    for (const { mark, ids } of marks) {
      const left = ids.map((id) => byId.get(id)).filter((note) => !note.hidden);
      const worst = left.map((note) => note.dataset.severity).sort((a, b) => rank[b] - rank[a])[0];
      mark.classList.remove("minor", "major", "critical", "off");
      mark.classList.add(worst ?? "off");
    }
    for (const row of all(".row")) {
      row.classList.toggle("clear", !all(".note", row).some((note) => !note.hidden));
    }
    const count = all("input[name=family]").length;
    $("#families").textContent = families.size === count ? "" : ` ${families.size} of ${count}`;
    if (current?.hidden) leave();
    tell();
  };

  const tell = () => {
    const visible = shown();
    const total = notes.length;
    const number = current ? `${visible.indexOf(current) + 1} of ` : "";
    const left = total - visible.length;
    $("#place").textContent =
      `${number}${visible.length} finding${visible.length === 1 ? "" : "s"}` + (left ? ` (${left} hidden)` : "");
  };

  // Stepping
  const leave = () => {
    current?.removeAttribute("aria-current");
    all("mark.current").forEach((mark) => mark.classList.remove("current"));
    current = null;
  };

  // Below what sticks to the top; on a phone that is the stepper alone.
  const bar = () => Math.max(...[tools, $(".step")].map((part) => part.getBoundingClientRect().bottom), 0);

  const go = (note) => {
    leave();
    current = note;
    note.setAttribute("aria-current", "true");
    const own = marksOf(note.id.slice(1));
    own.forEach((mark) => mark.classList.add("current"));
    note.focus({ preventScroll: true });
    (own[0] ?? note).scrollIntoView({ block: "center" });
    const box = note.getBoundingClientRect();
    const top = (own[0] ?? note).getBoundingClientRect().top - bar() - 12;
    const over = box.bottom - innerHeight + 12;
    if (over > 0) scrollBy(0, over <= top || box.height > innerHeight ? Math.min(over, top) : over);
    tell();
  };

  const step = (by) => {
    const visible = shown();
    if (!visible.length) return;
    let at = current ? visible.indexOf(current) + by : firstInView(visible, by);
    go(visible[(at + visible.length) % visible.length]);
  };

  const firstInView = (visible, by) => {
    const below = bar();
    const at = visible.findIndex((note) => $("#r" + note.id.slice(1)).getBoundingClientRect().top >= below);
    return by > 0 ? Math.max(at, 0) : (at < 0 ? visible.length : at) - 1;
  };

  // Suggestions
  const meet = (a, b) => {
    const [s, from, to] = findings[a];
    const [t, start, end] = findings[b];
    return s === t && from < end && start < to;
  };

  const put = (note, number) => {
    const id = note.id.slice(1);
    if (chosen.get(id) === number) chosen.delete(id);
    else {
      for (const other of chosen.keys()) if (other !== id && meet(id, other)) chosen.delete(other);
      chosen.set(id, number);
    }
    redraw();
  };

  const redraw = () => {
    all("ins.put").forEach((ins) => ins.remove());
    for (const { mark, ids } of marks) mark.classList.toggle("gone", ids.some((id) => chosen.has(id)));
    for (const note of notes) {
      const id = note.id.slice(1);
      all(".better button", note).forEach((button, i) =>
        button.setAttribute("aria-pressed", String(chosen.get(id) === i)));
      if (!chosen.has(id)) continue;
      const ins = document.createElement("ins");
      ins.className = "put";
      ins.textContent = findings[id][3][chosen.get(id)].trim();
      marksOf(id).at(-1)?.after(ins);
    }
  };

  // The sentence with what was put in, and the first suggestion for the finding itself if nothing was.
  const corrected = (id) => {
    const [sentence, from, to] = findings[id];
    const wanted = new Map([...chosen].filter(([other]) => findings[other][0] === sentence));
    if (!wanted.has(id) && findings[id][3].length) {
      if (![...wanted.keys()].some((other) => meet(id, other))) wanted.set(id, 0);
    }
    const characters = [...sentences[sentence]]; // places count code points
    const edits = [...wanted].map(([other, number]) => [...findings[other].slice(1, 3), findings[other][3][number]]);
    for (const [start, end, text] of edits.sort((a, b) => b[0] - a[0] || b[1] - a[1])) {
      characters.splice(start, end - start, text);
    }
    return characters.join("").replace(/\s*[\r\n]\s*/g, " ").trim();
  };

  const copy = async (note) => {
    const text = corrected(note.id.slice(1));
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      note.focus({ preventScroll: true });
      if (!done) return say(`Could not copy: ${text}`);
    }
    say(`Copied: ${text}`);
  };

  // What is done where
  $("#next").addEventListener("click", () => step(1));
  $("#previous").addEventListener("click", () => step(-1));
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("change", (event) => {
    if (event.target.id === "only") document.body.classList.toggle("only", event.target.checked);
    else filter();
  });
  for (const [id, value] of [["#all", true], ["#none", false]]) {
    $(id).addEventListener("click", () => {
      all("input[name=family]").forEach((box) => { box.checked = value; });
      filter();
    });
  }
  document.addEventListener("click", (event) => {
    const menu = event.target.closest(".menu");
    all(".menu[open]").forEach((open) => { if (open !== menu) open.open = false; });
    const note = event.target.closest(".note");
    const button = event.target.closest(".better button");
    if (button) put(note, all(".better button", note).indexOf(button));
    else if (event.target.closest(".copy")) copy(note);
    const jump = event.target.closest("a.ref") ?? event.target.closest("mark:not(.off)");
    if (jump) {
      const ids = jump.dataset.f?.split(" ") ?? [jump.id.slice(1)];
      const inner = ids.map((id) => byId.get(id)).filter((n) => !n.hidden).at(-1);
      if (inner) {
        event.preventDefault();
        go(inner);
      }
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const open = $(".menu[open]");
      if (open) {
        open.open = false;
        $("summary", open).focus();
      } else if (current) {
        leave();
        tell();
      }
      return;
    }
    const typing = event.target.matches?.("input:not([type=checkbox]), textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !$("#keys").checked) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "n") step(1);
    else if (key === "k" || key === "p") step(-1);
    else if (current && key === "c") copy(current);
    else if (current && /^[1-9]$/.test(key) && Number(key) <= findings[current.id.slice(1)][3].length) {
      put(current, Number(key) - 1);
    } else return;
    event.preventDefault();
  });
  const find = () => {
    const note = byId.get(location.hash.slice(2));
    if (note && !note.hidden) go(note);
  };
  addEventListener("hashchange", find);

  all(".better button").forEach((button) => { button.disabled = false; });
  all(".copy").forEach((button) => {
    button.hidden = !findings[button.closest(".note").id.slice(1)][3].length;
  });
  tools.hidden = false;
  filter();
  find();
})();
