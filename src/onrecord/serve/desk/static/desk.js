// Keys that work on every page. Each page works without them.

let going = false;

const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

function move(step) {
  const rows = [...document.querySelectorAll("[data-rows] > *")].filter((row) => row.offsetParent !== null);
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  const target = row.matches("a, button, [tabindex]") ? row : row.querySelector("a, button, summary, [tabindex]");
  target?.focus();
  row.scrollIntoView({ block: "nearest" });
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (going) {
    going = false;
    const link = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (link) { event.preventDefault(); link.click(); }
    return;
  }
  // What a page has a key for goes before what all pages have.
  const own = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (own) { event.preventDefault(); own.click(); return; }
  const done = {
    "/": () => document.querySelector("[data-search], .limits input")?.focus(),
    "?": () => document.getElementById("keys").showModal(),
    j: () => move(1),
    k: () => move(-1),
    g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
  }[event.key];
  if (done) { event.preventDefault(); done(); }
}

document.addEventListener("keydown", press);
document.querySelector("[data-keys]")?.addEventListener("click", () => document.getElementById("keys").showModal());
// Heard for the whole page, since a view may renew its form.
document.addEventListener("change", (event) => {
  if (event.target.matches(".limits select")) event.target.form.requestSubmit();
});
// Empty fields make no part of an address that somebody keeps.
document.addEventListener("submit", (event) => {
  if (event.target.matches(".limits, .fields")) for (const field of event.target.elements) field.disabled ||= field.name && !field.value;
});
