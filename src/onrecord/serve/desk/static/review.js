// The review loop by keyboard. Every key presses a button or follows a link that is on the page.

const form = document.getElementById("decide");
const passage = document.querySelector("[data-passage]");
const typing = (element) => element.closest("input, textarea, select");

function correct() {
  const details = document.getElementById("correct");
  if (details.open) details.querySelector("select, input")?.focus();
}

// Offsets are in code points, as everywhere; the browser counts UTF-16 units, so words are cut from an array.
const points = passage ? [...passage.textContent] : [];
const first = Number(form?.dataset.start ?? 0);

function draw() {
  const start = form.elements.start.value - first;
  const end = form.elements.end.value - first;
  const mark = document.createElement("mark");
  mark.className = "is-content";
  mark.textContent = points.slice(start, end).join("");
  passage.replaceChildren(points.slice(0, start).join(""), mark, points.slice(end).join(""));
}

function move(name, step) {
  if (!passage || !form.elements[name]) return;
  document.getElementById("correct").open = true;
  let at = form.elements[name].value - first;
  const blank = (index) => /\s/u.test(points[index] ?? " ");
  // To the next place where a word begins (first edge) or ends (last edge).
  const edge = (index) => name === "start" ? !blank(index) && blank(index - 1) : !blank(index - 1) && blank(index);
  do at += step; while (at > 0 && at < points.length && !edge(at));
  at = Math.min(Math.max(at, 0), points.length);
  const other = form.elements[name === "start" ? "end" : "start"].value - first;
  if (name === "start" ? at >= other : at <= other) return;
  form.elements[name].value = at + first;
  draw();
}

// The summary's own click opens or closes the fields; the first of them is where one goes on.
document.querySelector("#correct summary")?.addEventListener("click", () => requestAnimationFrame(correct));

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    document.querySelector("[data-save]")?.click();
    return;
  }
  if (event.key === "Escape" && typing(event.target)) { event.target.blur(); document.getElementById("question").focus(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || event.defaultPrevented) return;
  const edges = { "[": ["start", -1], "]": ["start", 1], "{": ["end", -1], "}": ["end", 1] };
  if (edges[event.key]) { event.preventDefault(); move(...edges[event.key]); return; }
});

// After a decision the next question is read out and has the focus.
document.getElementById("question")?.focus({ preventScroll: true });
