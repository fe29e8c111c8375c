// The map. Without script, and without WebGL, the page has the same places as a list and a table.

import "/static/vendor/d3/d3.min.js";
import { picture } from "/static/map-svg.js";
import "/static/vendor/topojson-client/topojson-client.min.js";

const home = document.getElementById("map");
const PARTS = [".top nav", "#looked-at", "#within", "#table"];

const hasWebGL = () => {
  try { return Boolean(document.createElement("canvas").getContext("webgl2")); } catch { return false; }
};

const fetched = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
};

// The box that nine in ten of the happenings lie in: a single misplaced one must not make a war a speck.
function boxOf(features) {
  const spots = features.filter((one) => one.geometry && one.properties.layer === "event");
  if (!spots.length) return [-170, -55, 180, 75];
  const total = spots.reduce((sum, one) => sum + one.properties.count, 0);
  const [west, east, south, north] = [0, 1].flatMap((axis) => {
    const along = [...spots].sort((a, b) => a.geometry.coordinates[axis] - b.geometry.coordinates[axis]);
    const at = (share) => {
      let seen = 0;
      return along.find((one) => (seen += one.properties.count) >= share * total).geometry.coordinates[axis];
    };
    return [at(0.05), at(0.95)];
  });
  const [wide, high] = [Math.max(east - west, 1.5) * 0.12, Math.max(north - south, 1) * 0.12];
  return [west - wide, south - high, east + wide, north + high];
}

// Takes over the parts of a page that a change of the address changes, so that the map itself stays as it is.
async function show(url, { replace = false, focus = false } = {}) {
  const answer = await fetch(url);
  if (!answer.ok) { location.assign(url); return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of PARTS) {
    const [old, now] = [document.querySelector(part), page.querySelector(part)];
    if (old && now) old.replaceWith(document.adoptNode(now));
  }
  history[replace ? "replaceState" : "pushState"](null, "", url);
  if (focus) {
    document.querySelector("[data-heading]")?.focus({ preventScroll: true });
    document.getElementById("within").scrollIntoView({ block: "nearest" });
  }
}

const round = (degrees) => Math.round(degrees * 1e4) / 1e4;
const wrapped = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

function listWhatIsOn(box, replace) {
  const [west, south, east, north] = box;
  const edges = east - west >= 360 ? [-180, south, 180, north] : [wrapped(west), south, wrapped(east), north];
  const url = new URL(location.href);
  for (const name of ["start", "geonameid", "place", "precision"]) url.searchParams.delete(name);
  url.searchParams.set("box", edges.map(round).join(","));
  url.hash = "";
  return show(url, { replace });
}

function wireTools(atlas) {
  const follows = document.querySelector("[data-box-follows]");
  let waiting;
  document.querySelector(".atlas-moving").hidden = false;
  document.querySelector("[data-box-now]").addEventListener("click", () => listWhatIsOn(atlas.box(), false));
  follows.addEventListener("change", () => {
    const url = new URL(location.href);
    if (follows.checked) url.searchParams.set("follow", "1"); else url.searchParams.delete("follow");
    history.replaceState(null, "", url);
    if (follows.checked) listWhatIsOn(atlas.box(), true);
  });
  atlas.onMoved(() => {
    clearTimeout(waiting);
    if (follows.checked) waiting = setTimeout(() => listWhatIsOn(atlas.box(), true), 300);
  });
}

function wireLinks(atlas) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-within]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    show(link.getAttribute("href"), { focus: true }).then(() => atlas.pick(location.href));
  });
  addEventListener("popstate", () => show(location.href, { replace: true }).then(() => atlas.pick(location.href)));
}

// A still picture lies over the map until the moving one is there, which takes a while without a graphics card.
function stillOf(asked) {
  const still = document.createElement("div");
  still.className = "atlas-first";
  still.setAttribute("aria-hidden", "true");
  still.inert = true;
  home.after(still);
  picture({ ...asked, home: still }, home.clientWidth, home.clientHeight);
  return still;
}

async function start() {
  const [features, land, { draw }] = await Promise.all([
    fetched(home.dataset.features), fetched("/static/vendor/world-atlas/countries-50m.json"),
    import(hasWebGL() ? "/static/map-webgl.js" : "/static/map-svg.js"),
  ]);
  const countries = globalThis.topojson.feature(land, land.objects.countries);
  const asked = {
    home, features: features.features, countries,
    bounded: home.dataset.boundaries !== "no",
    view: home.dataset.box ? home.dataset.box.split(",").map(Number) : boxOf(features.features),
    open: (url) => show(url, { focus: true }).then(() => atlas.pick(location.href)),
  };
  if (asked.view[0] > asked.view[2]) asked.view[2] += 360;
  const first = hasWebGL() ? stillOf(asked) : null;
  home.dataset.painted = "";
  // A frame of its own, so that the still picture is seen before the moving one takes the processor.
  if (first) await new Promise((painted) => { requestAnimationFrame(() => setTimeout(painted)); });
  const atlas = await draw(asked);
  first?.remove();
  atlas.pick(location.href);
  wireTools(atlas);
  wireLinks(atlas);
  home.dataset.drawn = hasWebGL() ? "webgl" : "svg";
}

if (home) {
  start().catch((error) => {
    const words = document.createElement("p");
    words.className = "atlas-none";
    words.textContent = `The map could not be drawn (${error.message}). The list and the table hold the same places.`;
    home.replaceChildren(words);
    home.dataset.drawn = "none";
  });
}
