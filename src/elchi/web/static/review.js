// Judging without leaving the page: a form is sent, its item says what became of it, and the next one gets the focus.
// Single keys do the same (j k a r e u ? Enter) while no field has the focus, and can be switched off. Without this
// script every form leads to the server and back.
(() => {
  "use strict";
  const queue = document.getElementById("queue");
  const said = document.getElementById("done");
  if (!queue || !said) return;
  const KEY = "elchi-keys";
  const items = [...queue.querySelectorAll("[data-item]")];
  const made = []; // [number, item], the last one last
  let busy = false;

  const current = () => items.find((item) => item.contains(document.activeElement));
  const show = (item) => {
    if (!item) return;
    for (const other of items) other.removeAttribute("aria-current");
    item.setAttribute("aria-current", "true");
    item.focus({ preventScroll: true });
    const box = item.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) item.scrollIntoView({ block: box.height > innerHeight ? "start" : "center" });
  };
  const left = (item) => !item.classList.contains("judged");
  const step = (way) => {
    const at = items.indexOf(current() || items.find((item) => item.getAttribute("aria-current")));
    show(items[Math.min(items.length - 1, Math.max(0, at < 0 ? 0 : at + way))]);
  };
  const say = (text, bad = false) => {
    said.replaceChildren();
    const line = document.createElement("p");
    line.textContent = text;
    said.classList.toggle("bad", bad);
    said.classList.add("toast");
    said.append(line);
  };

  const send = async (form, act) => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("act", act);
    fields.delete("back");
    let answer;
    let row = {};
    try {
      answer = await fetch("/review.json", { method: "POST", body: fields, headers: { Accept: "application/json" } });
      row = await answer.json();
    } catch { /* said below */ }
    if (answer && answer.ok && row.judgements) return row.judgements[0];
    say(row.error ? row.error.message : queue.dataset.failed, true);
    return null;
  };
  const words = (kind) => queue.dataset[kind.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())] || queue.dataset.kept;

  // The verdict stands in the item, with a button that undoes it: made of the form that was sent, so that it bears its token.
  const mark = (item, judgement, form) => {
    item.classList.add("judged");
    const verdict = document.createElement("div");
    verdict.className = "verdict";
    const told = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = words(judgement.kind);
    told.append(strong, judgement.reason ? " " : "");
    if (judgement.reason) {
      const reason = document.createElement("bdi");
      reason.textContent = judgement.reason;
      told.append(reason);
    }
    const undo = document.createElement("form");
    undo.method = "post";
    undo.action = "/review";
    undo.className = "act";
    undo.dataset.act = "";
    for (const [name, value] of [["token", form.elements.token.value], ["number", judgement.number]]) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      undo.append(field);
    }
    const button = document.createElement("button");
    Object.assign(button, { name: "act", value: "undo", textContent: queue.dataset.button });
    undo.append(button);
    verdict.append(told, undo);
    item.append(verdict);
  };
  const unmark = (item) => {
    item.classList.remove("judged");
    for (const verdict of item.querySelectorAll(":scope > .verdict")) verdict.remove();
  };

  const judge = async (form, act) => {
    if (busy) return;
    busy = true;
    const item = form.closest("[data-item]");
    const number = act === "undo" ? Number(form.elements.number.value) : 0;
    const judgement = await send(form, act);
    busy = false;
    if (!judgement) return;
    const text = `${words(judgement.kind)} (${judgement.number})`;
    if (act === "undo") {
      const back = made.findIndex(([one]) => one === number);
      const place = back < 0 ? item : made.splice(back, 1)[0][1];
      if (!place || place.dataset.verdict !== undefined) { location.reload(); return; }
      unmark(place);
      say(text);
      show(place);
    } else if (item) {
      made.push([judgement.number, item]);
      mark(item, judgement, form);
      const next = items.slice(items.indexOf(item)).find(left) || items.find(left);
      say(next ? text : `${text}. ${queue.dataset.end}`);
      show(next || item);
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-act]") || !(form.closest("[data-item]") || form.closest("#done"))) return;
    if (!form.closest("[data-item]") && !made.length) return; // told by the server: the server undoes it
    event.preventDefault();
    judge(form, event.submitter ? event.submitter.value : form.querySelector("button").value);
  });

  // What was judged here is no longer in the queue: the next part begins so much earlier.
  for (const link of document.querySelectorAll("a[data-offset]")) {
    link.addEventListener("click", () => {
      const address = new URL(link.href);
      const gone = items.filter((item) => !left(item)).length;
      address.searchParams.set("offset", Math.max(0, Number(link.dataset.offset) - gone));
      link.href = address;
    });
  }

  const dialog = document.getElementById("keys");
  const opener = document.getElementById("show-keys");
  const on = document.getElementById("keys-on");
  if (dialog && opener && on) {
    opener.hidden = false;
    opener.addEventListener("click", () => dialog.showModal());
    try { on.checked = localStorage.getItem(KEY) !== "off"; } catch { /* on */ }
    on.addEventListener("change", () => {
      try { localStorage.setItem(KEY, on.checked ? "on" : "off"); } catch { /* for this page */ }
    });
  }

  const press = (item, key) => {
    const place = item && left(item) ? item.querySelector(`[data-key="${key}"]`) : null;
    if (!place) return;
    if (place.matches("details")) place.open = true;
    const field = place.querySelector("select, input:not([type=hidden])");
    if (field) field.focus(); else place.querySelector("button").click();
  };
  const undoLast = () => {
    if (made.length) made[made.length - 1][1].querySelector(":scope > .verdict button").click();
    else if (said.querySelector("form[data-act]")) said.querySelector("form[data-act] button").click();
    else say(queue.dataset.nothing);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (dialog && dialog.open)) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape" && typing) { show(current()); return; }
    if (typing || (on && !on.checked)) return;
    const item = current() || items.find((one) => one.getAttribute("aria-current")) || null;
    const acts = {
      j: () => step(1), k: () => step(-1), u: undoLast, "?": () => dialog && dialog.showModal(),
      a: () => press(item, "a"), r: () => press(item, "r"), e: () => press(item, "e"),
    };
    if (event.key === "Enter" && event.target === item && item.dataset.evidence) {
      location.href = item.dataset.evidence;
    } else if (Object.hasOwn(acts, event.key)) {
      event.preventDefault();
      acts[event.key]();
    }
  });
})();
