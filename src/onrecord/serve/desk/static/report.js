// The text of a report: what belongs together lights up, values open beside it, addresses lead to characters.
// Without this, each value is a link to the same page with its panel.

import { rangesOf } from "./offsets.js";

const text = () => document.getElementById("reading");
const panel = () => document.getElementById("panel");
document.documentElement.classList.add("scripted");

// Parts of one thing that are lit while something points at one of them.
let lit = [];
function light(element) {
  const keys = element?.dataset.of?.split(" ");
  const key = keys?.at(-1);
  for (const one of lit) one.classList.remove("lit");
  lit = [];
  if (!key) return;
  // A mention lights with its chain, which stands before it. One source may be that of several statements.
  const [before] = keys.slice(-2, -1);
  const shared = element.matches(".source, .cue") && !element.matches(".content");
  const groups = key.startsWith("m") && before?.startsWith("c") ? [before]
    : key.startsWith("s") && shared ? keys.filter((one) => /^s\d/.test(one)) : [key];
  lit = groups.flatMap((one) => [...text().querySelectorAll(`[data-of~="${CSS.escape(one)}"]`)]);
  for (const one of lit) one.classList.add("lit");
}

function lighting(event) {
  if (!text()?.contains(event.target)) return;
  light(event.target.closest("[data-of]"));
}

function draw(name, passages) {
  if (!CSS.highlights) return [];
  const ranges = passages.flatMap(([start, end]) => rangesOf(text(), start, end));
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
  return ranges;
}

// What the panel tells of, in the text.
function drawPanel() {
  const spans = (panel().dataset.spans ?? "").trim().split(/\s+/).filter(Boolean);
  draw("at", spans.map((span) => span.split(",").map(Number)));
}

// An address that ends in #char=17,29 leads to these characters.
function drawPassage() {
  const match = /^#char=(\d+),(\d+)$/.exec(location.hash);
  const passage = match && [Number(match[1]), Number(match[2])];
  const [range] = draw("passage", passage ? [passage] : []);
  if (!range) return;
  const element = range.startContainer.parentElement ?? range.startContainer;
  element.closest("p, li, section")?.scrollIntoView({ block: "center" });
  element.scrollIntoView({ block: "center" });
}

// Renews a part of the page with the one that the server makes at an address.
async function renew(id, url) {
  const answer = await fetch(url, { headers: { "HX-Target": id } }).catch(() => null);
  const made = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
  if (!made) { location.assign(url); return false; }
  document.getElementById(id).replaceWith(document.adoptNode(made));
  return true;
}

async function open(url, push = true) {
  if (!await renew("panel", url)) return;
  if (push) history.pushState({ at: true }, "", url);
  panel().parentElement.scrollTop = 0;
  drawPanel();
  uncover(document.getElementById(location.hash.slice(1)));
}

// On a narrow screen the panel lies over the text: what it tells of has to stay in sight.
function uncover(element) {
  if (element && element.getBoundingClientRect().bottom > panel().getBoundingClientRect().top
      && getComputedStyle(panel()).position === "fixed") element.scrollIntoView({ block: "start" });
}

function choosing(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
  const link = event.target.closest("#reading a, #panel a[data-at], #panel a[data-close]");
  if (link) {
    event.preventDefault();
    const url = new URL(link.href);
    open(url.pathname + url.search + url.hash).then(() => {
      if (link.dataset.at) document.getElementById(link.dataset.at)?.scrollIntoView({ block: "nearest" });
    });
    return;
  }
  // Words that only a statement marks are not a link, so that they can be selected; a plain click opens it, too.
  const words = event.target.closest("#reading span.m[data-of]");
  if (words && getSelection().isCollapsed) {
    const number = text().querySelector(`a.n[data-of="${CSS.escape(words.dataset.of.split(" ").at(-1))}"]`);
    number?.click();
  }
}

async function layers(event) {
  event.preventDefault();
  const form = document.getElementById("layers");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const url = new URL(location.href);
  url.searchParams.set("layers", boxes.filter((box) => box.checked).map((box) => box.value).join(",") || "none");
  const address = url.pathname + url.search.replaceAll("%2C", ",") + url.hash;
  if (!await renew("reading", address)) return;
  history.replaceState(null, "", address);
  drawPanel();
  drawPassage();
}

function close(event) {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  panel().querySelector("[data-close]")?.click();
}

document.addEventListener("mouseover", lighting);
document.addEventListener("focusin", lighting);
document.addEventListener("click", choosing);
document.addEventListener("keydown", close);
document.getElementById("layers").addEventListener("change", layers);
addEventListener("hashchange", drawPassage);
addEventListener("popstate", (event) => { if (event.state !== null || !location.hash.startsWith("#char")) open(location.href, false); });
drawPanel();
drawPassage();
