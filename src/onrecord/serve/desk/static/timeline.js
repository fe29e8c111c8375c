// Keys on the timeline: one stop of the tab key for the drawing, arrows within it. Without script each mark is a link of its own.

const drawing = document.querySelector(".timeline");
const said = document.querySelector("[data-said]");

const rows = () => [...drawing.querySelectorAll(".strip, .lane")].map((row) => [...row.querySelectorAll("a")]).filter((row) => row.length);
const middle = (link) => { const box = link.getBoundingClientRect(); return (box.left + box.right) / 2; };
const nearest = (row, link) => row.reduce((best, one) => (Math.abs(middle(one) - middle(link)) < Math.abs(middle(best) - middle(link)) ? one : best));

function move(event) {
  const all = rows();
  const at = all.findIndex((row) => row.includes(event.target.closest("a")));
  if (at < 0) return;
  const row = all[at];
  const here = row.indexOf(event.target.closest("a"));
  const next = {
    ArrowRight: () => row[here + 1], ArrowLeft: () => row[here - 1], Home: () => row[0], End: () => row.at(-1),
    ArrowDown: () => all[at + 1] && nearest(all[at + 1], row[here]), ArrowUp: () => all[at - 1] && nearest(all[at - 1], row[here]),
  }[event.key]?.();
  if (!next) return;
  event.preventDefault();
  row[here].setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

function say(event) {
  const link = event.target.closest("a[data-title]");
  if (link) said.textContent = link.dataset.title;
}

if (drawing) {
  drawing.querySelectorAll("a").forEach((link, at) => link.setAttribute("tabindex", at ? "-1" : "0"));
  drawing.addEventListener("keydown", move);
  drawing.addEventListener("focusin", say);
  drawing.addEventListener("mouseover", say);
}
