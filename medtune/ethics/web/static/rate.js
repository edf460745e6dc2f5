// Saves every change at once and shows what the server has acknowledged. Without this script the form works as a form.
"use strict";
(() => {
  const form = document.getElementById("judgement");
  if (form.hasAttribute("data-closed")) return;
  const status = document.getElementById("status");
  const next = document.getElementById("next");
  const comment = document.getElementById("comment");
  const axes = [...form.querySelectorAll("fieldset.axis")];
  const text = (name) => form.getAttribute("data-text-" + name);
  const client = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const waiting = new Map(); // field → value that the server has not acknowledged yet
  let sending = false, failures = 0, timer = 0, typing = 0, leaving = "", halted = false;

  function say(message, problem = false) {
    if (status.textContent !== message) status.textContent = message;
    status.dataset.kind = problem ? "problem" : "";
  }

  const chosen = (axis) => axis.querySelector("input:checked");

  // Shows which axis is next, and shuts those that presuppose one that has no score yet.
  function arrange() {
    let reason = "";
    let current = null;
    for (const axis of axes) {
      const value = chosen(axis)?.value;
      const shut = reason === "ended" || (reason === "order" && !value);
      axis.disabled = shut;
      axis.toggleAttribute("data-shut", shut);
      axis.querySelectorAll(".locked").forEach((line) => { line.hidden = !shut || line.dataset.why !== reason; });
      if (!shut && !value && !current) current = axis;
      if (!reason) reason = !value ? "order" : value === axis.dataset.endsAt ? "ended" : "";
    }
    axes.forEach((axis) => axis.toggleAttribute("data-current", axis === current));
    return current;
  }

  // Takes over what the server has, except where a newer choice is still on its way.
  function show(state) {
    for (const axis of axes) {
      const name = "axis." + axis.dataset.axis;
      if (waiting.has(name)) { axis.dataset.saved = "no"; continue; }
      const value = state.axes[axis.dataset.axis];
      for (const input of axis.querySelectorAll("input")) input.checked = input.value === value;
      axis.dataset.saved = value === null ? "" : "yes";
    }
    if (!waiting.has("comment") && document.activeElement !== comment) comment.value = state.comment;
    if (!waiting.has("guess")) for (const input of form.querySelectorAll("input[name=guess]")) input.checked = input.value === state.guess;
    const progress = document.getElementById("progress");
    const words = text("progress").replace("{done}", state.done).replace("{total}", state.total);
    progress.value = state.done;
    progress.setAttribute("aria-label", words);
    document.getElementById("progress-text").textContent = words;
    arrange();
  }

  function put(name, value) {
    if (halted) return;
    waiting.set(name, value);
    if (name.startsWith("axis.")) form.querySelector(`[data-axis="${CSS.escape(name.slice(5))}"]`).dataset.saved = "no";
    send();
  }

  async function send() {
    if (sending || halted || waiting.size === 0) return;
    clearTimeout(timer);
    sending = true;
    const batch = new Map(waiting);
    if (!failures) say(text("saving"));
    let answer = null, reply = null;
    const patience = new AbortController(); // for the connection and for the reply behind it
    const limit = setTimeout(() => patience.abort(), 15000);
    try {
      const fields = new URLSearchParams([["csrf", form.elements.csrf.value], ["answer", form.elements.answer.value], ["client", client], ...batch]);
      answer = await fetch(form.action, {
        method: "POST", body: fields, headers: { accept: "application/json" }, redirect: "error", signal: patience.signal,
      });
      reply = await answer.json().catch(() => null); // before anything else is sent, or a batch would go out twice
    } catch { /* no connection: tried again below */ }
    clearTimeout(limit);
    sending = false;
    const unread = answer?.ok && reply === null; // cut off, or the page of a proxy
    if (answer === null || unread || answer.status >= 500 || answer.status === 408) return later();
    if (!answer.ok) return refused(answer.status, reply);
    failures = 0;
    for (const [name, value] of batch) if (waiting.get(name) === value) waiting.delete(name);
    show(reply);
    if (waiting.size) return send();
    say(`${text("saved")} ${new Date().toLocaleTimeString(document.documentElement.lang)}`);
    if (leaving) location.assign(leaving);
  }

  function later() {
    failures += 1;
    leaving = "";
    say(text("offline"), true);
    timer = setTimeout(send, Math.min(1000 * 2 ** (failures - 1), 15000));
  }

  function refused(code, reply) {
    leaving = "";
    halted = code === 401 || code === 423;
    say(code === 401 ? text("expired") : `${text("refused")} ${reply?.detail ?? code}`, true);
    if (halted) return;
    waiting.clear();
    refresh();
  }

  // Another tab of the same rater may have changed the item.
  async function refresh() {
    if (halted || waiting.size) return;
    const answer = await fetch(form.dataset.state, { headers: { accept: "application/json" }, redirect: "error" }).catch(() => null);
    if (answer?.ok && !waiting.size) show(await answer.json());
  }

  function flushComment() {
    clearTimeout(typing);
    if (typing) put("comment", comment.value);
    typing = 0;
  }

  function choose(axis, value) {
    const input = axis.querySelector(`input[value="${value}"]`);
    if (!input) return;
    input.checked = true;
    put(input.name, value);
    const current = arrange();
    (current ?? next).focus();
  }

  function go(url) {
    flushComment();
    if (waiting.size === 0) location.assign(url);
    else { leaving = url; failures = 0; send(); }
  }

  form.addEventListener("change", (event) => {
    if (event.target.type === "radio") { put(event.target.name, event.target.value); arrange(); }
    if (event.target === comment) flushComment();
  });
  comment.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(flushComment, 700);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); go(form.dataset.next); });
  document.getElementById("previous")?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(event.currentTarget.href);
  });

  // A choice of this browser, kept for the next page.
  function remembered(id, apply) {
    const box = document.getElementById(id);
    box.checked = localStorage.getItem("medtune-" + id) !== "off";
    box.addEventListener("change", () => { localStorage.setItem("medtune-" + id, box.checked ? "on" : "off"); apply(box.checked); });
    apply(box.checked);
    return box;
  }
  const keys = remembered("keys", () => {});
  remembered("anchors", (full) => form.toggleAttribute("data-short", !full));
  form.querySelectorAll("[data-script]").forEach((part) => { part.hidden = false; });
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest("textarea")) return;
    const key = event.key.toLowerCase();
    const axis = document.activeElement.closest("fieldset.axis") ?? axes.find((one) => one.hasAttribute("data-current"));
    if (/^[0-9]$/.test(key) && axis) choose(axis, key);
    else if (key === "x" && axis) choose(axis, "cannot");
    else if (key === "n") go(form.dataset.next);
    else if (key === "p" && document.getElementById("previous")) go(document.getElementById("previous").href);
    else if (key === "c") comment.focus();
    else return;
    event.preventDefault();
  });

  addEventListener("online", send);
  addEventListener("focus", refresh);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") refresh(); });
  addEventListener("beforeunload", (event) => { flushComment(); if (waiting.size && !halted) event.preventDefault(); });
  addEventListener("pageshow", (event) => { if (event.persisted) { leaving = ""; refresh(); } });

  for (const axis of axes) axis.dataset.saved = chosen(axis) ? "yes" : "";
  arrange();
})();
