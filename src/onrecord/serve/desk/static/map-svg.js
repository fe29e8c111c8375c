// The map drawn as SVG: where there is no WebGL, and for paper.

import { BADGE, SHAPES, crowdingOf, isPicked, nameSpots, ringOf, saying, scaleOf } from "/static/map-marks.js";

const NAMED = 40;
const COUNTED = 300;
const RED = ["contested", "denied", "some"];
// A smaller ring would not be seen: it is drawn larger than it is.
const LEAST_RING = 7;

// A link for each place, which works by keyboard; `put` says where it stands, in pixels.
function links(group, places, put, kind) {
  return group.append("g").selectAll("a").data(places).join("a")
    .attr("href", (one) => one.properties.url).attr("data-within", "").attr("aria-label", (one) => saying(one.properties))
    .attr("class", (one) => `${kind}${RED.includes(one.properties.look) ? " is-red" : ""}`)
    .attr("transform", (one) => `translate(${put(one)})`);
}

function drawNear(world, near, at) {
  const radius = (one) => {
    const [, top] = at(globalThis.d3.geoBounds(ringOf(one))[1]);
    return Math.max(at(one.geometry.coordinates)[1] - top, LEAST_RING);
  };
  const ring = links(world, near, (one) => at(one.geometry.coordinates), "is-near");
  ring.append("circle").attr("class", "atlas-near").attr("r", radius);
  ring.append("text").attr("class", "atlas-called").attr("y", (one) => -radius(one) - 2).text((one) => `near ${one.properties.shown} ${one.properties.count}`);
  ring.append("title").text((one) => saying(one.properties));
}

function drawSpots(world, spots, at) {
  const crowd = crowdingOf(spots);
  const spot = links(world, spots, (one) => at(one.geometry.coordinates), "is-spot");
  const size = (one) => `scale(${crowd * scaleOf(one.properties.count)})`;
  spot.append("path").attr("class", (one) => `mark is-${one.properties.look}`).attr("d", (one) => SHAPES[one.properties.look]).attr("transform", size);
  spot.filter((one) => one.properties.look === "some").append("path").attr("class", "badge-mark").attr("d", BADGE).attr("transform", size);
  spot.filter((one, index) => one.properties.count > 2 && index < COUNTED).append("text").attr("class", (one) => `atlas-count is-${one.properties.look}`)
    .attr("dy", ".35em").text((one) => one.properties.count);
  spot.filter((one, index) => index < NAMED).append("text").attr("class", "atlas-called").attr("dy", ".35em")
    .attr("x", (one) => 4 + 9 * crowd * scaleOf(one.properties.count)).text((one) => one.properties.shown);
  spot.append("title").text((one) => saying(one.properties));
}

function drawPlaces(world, features, at) {
  const event = features.filter((one) => one.properties.layer === "event");
  const dim = features.filter((one) => one.geometry && one.properties.layer !== "event");
  world.append("g").selectAll("a").data(dim).join("a").attr("href", (one) => one.properties.url).attr("aria-label", (one) => saying(one.properties))
    .attr("transform", (one) => `translate(${at(one.geometry.coordinates)})`)
    .append("path").attr("class", "atlas-dim").attr("d", "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1-4 0Z").append("title").text((one) => saying(one.properties));
  links(world, event.filter((one) => one.properties.words_at), (one) => at(one.properties.words_at), "is-area")
    .append("text").attr("class", "atlas-area").text((one) => `${one.properties.shown} (${one.properties.area}) ${one.properties.count}`);
  drawNear(world, event.filter((one) => one.geometry && one.properties.radius_m), at);
  drawSpots(world, event.filter((one) => one.geometry && !one.properties.radius_m), at);
}

// Names that would lie on another one are left out; places go before countries, and the larger before the smaller.
function thin(svg) {
  const texts = [".is-spot .atlas-called", ".is-near .atlas-called", ".atlas-area", ".atlas-name"].flatMap((kind) => [...svg.querySelectorAll(kind)]);
  const taken = [];
  for (const text of texts) {
    const box = text.getBoundingClientRect();
    const free = taken.every((other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom);
    text.classList.toggle("is-covered", !free);
    if (free) taken.push(box);
  }
}

// A still one is cut at its edges; one that can be moved has all of the earth.
export function picture({ home, features, countries, bounded, view }, width, height, still = true) {
  const { d3 } = globalThis;
  const [west, south, east, north] = view;
  const corners = { type: "MultiPoint", coordinates: [[west, south], [east, north]] };
  const at = d3.geoMercator().rotate([-(west + east) / 2, 0]).fitExtent([[12, 12], [width - 12, height - 12]], corners);
  const svg = d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("class", "atlas-svg").attr("role", "group").attr("aria-label", "Map of the places listed beside it");
  svg.append("rect").attr("class", "atlas-sea").attr("width", width).attr("height", height);
  const world = svg.append("g");
  const path = d3.geoPath(still ? d3.geoMercator().rotate(at.rotate()).scale(at.scale()).translate(at.translate()).clipExtent([[-2, -2], [width + 2, height + 2]]) : at);
  world.append("path").attr("class", bounded ? "atlas-land is-bounded" : "atlas-land").attr("d", path(countries));
  if (bounded) {
    world.append("g").selectAll("text").data(nameSpots(countries).sort((a, b) => b.properties.area - a.properties.area)).join("text").attr("class", "atlas-name")
      .attr("transform", (one) => `translate(${at(one.geometry.coordinates)})`).text((one) => one.properties.name);
  }
  drawPlaces(world, features, at);
  home.replaceChildren(svg.node());
  thin(svg.node());
  return { svg, world, at };
}

export async function draw(asked) {
  const { d3 } = globalThis;
  const { home } = asked;
  const [width, height] = [home.clientWidth, home.clientHeight];
  const { svg, world, at } = picture(asked, width, height, false);
  const still = svg.node().querySelectorAll("a[transform], .atlas-name");
  const rings = svg.node().querySelectorAll(".atlas-near");
  const called = svg.node().querySelectorAll(".is-near .atlas-called");
  const moved = [];
  let now = d3.zoomIdentity;
  for (const one of still) one.dataset.at = one.getAttribute("transform");
  const zoom = d3.zoom().scaleExtent([0.05, 60]).on("zoom", ({ transform }) => {
    now = transform;
    world.attr("transform", transform);
    for (const one of still) one.setAttribute("transform", `${one.dataset.at} scale(${1 / transform.k})`);
    for (const one of rings) one.setAttribute("transform", `scale(${transform.k})`);
    for (const one of called) one.setAttribute("transform", `translate(0 ${-one.previousSibling.r.baseVal.value * (transform.k - 1)})`);
  }).on("end", ({ sourceEvent }) => {
    thin(svg.node());
    if (sourceEvent) for (const done of moved) done();
  });
  svg.call(zoom);
  const tools = document.createElement("div");
  tools.className = "atlas-zoom";
  for (const [words, name, by] of [["+", "Zoom in", 1.6], ["−", "Zoom out", 1 / 1.6]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => { svg.call(zoom.scaleBy, by); for (const done of moved) done(); });
    tools.append(button);
  }
  home.append(tools);
  return {
    box: () => {
      const [west, north] = at.invert(now.invert([0, 0]));
      const [east, south] = at.invert(now.invert([width, height]));
      return [west, Math.max(south, -90), east < west ? east + 360 : east, Math.min(north, 90)];
    },
    onMoved: (done) => moved.push(done),
    pick: (href) => {
      for (const one of svg.node().querySelectorAll("a")) one.classList.toggle("is-picked", isPicked(one.__data__, href));
    },
  };
}
