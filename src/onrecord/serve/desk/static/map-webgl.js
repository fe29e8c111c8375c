// The map drawn by MapLibre: no tiles, no glyph server, nothing asked outside; labels are written by the browser itself.

import { Map as Atlas, NavigationControl, ScaleControl, setWorkerUrl } from "/static/vendor/maplibre-gl/maplibre-gl.mjs";
import { picture } from "/static/map-svg.js";
import { BADGE, SHAPES, coloursOf, crowdingOf, isPicked, isRed, nameSpots, ringOf, saying, scaleOf } from "/static/map-marks.js";

setWorkerUrl("/static/vendor/maplibre-gl/maplibre-gl-worker.mjs");

const SIDE = 64;
// Farther out a ring of 25 km would be too small to be seen.
const RINGS_FROM = 6;
const CLICKED = ["spots", "tops", "areas", "near", "within", "dim"];
const NONE = ["==", ["get", "rank"], -1];

// One icon a look: filled for a known spot, an empty broken outline for "near", a dim ring for a place that is only named.
function icon(look, near, dim, colours) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  const pen = canvas.getContext("2d");
  pen.translate(SIDE / 2, SIDE / 2);
  pen.scale(2.6, 2.6);
  const shape = new Path2D(SHAPES[look]);
  const colour = dim ? colours.quiet : isRed(look) ? colours.contested : colours.link;
  const open = near || look === "denied" || look === "threatened";
  pen.lineWidth = 2;
  pen.strokeStyle = open ? colour : colours.sheet;
  pen.fillStyle = open ? colours.sheet : colour;
  pen.globalAlpha = near ? 0 : 0.9;
  pen.fill(shape);
  pen.globalAlpha = dim ? 0.6 : 1;
  if (near || look === "threatened") pen.setLineDash([3, 2.2]);
  pen.stroke(shape);
  if (look !== "some") return pen.getImageData(0, 0, SIDE, SIDE);
  const badge = new Path2D(BADGE);
  pen.setLineDash([]);
  pen.lineWidth = 1.2;
  pen.strokeStyle = colours.sheet;
  pen.fillStyle = colours.contested;
  pen.fill(badge);
  pen.stroke(badge);
  return pen.getImageData(0, 0, SIDE, SIDE);
}

function icons(map, colours) {
  const named = Object.keys(SHAPES).flatMap((look) => [[`at-${look}`, look, false, false], [`near-${look}`, look, true, false]]);
  for (const [name, ...how] of [...named, ["dim", "told", true, true]]) {
    if (map.hasImage(name)) map.removeImage(name);
    map.addImage(name, icon(...how, colours), { pixelRatio: 2 });
  }
}

// All that is drawn of the places, each with the part that it plays: "spot", "near", its "ring" and the "top" of that, "area", "dim".
function partsOf(features) {
  const crowd = crowdingOf(features);
  return features.flatMap((one, id) => {
    const { layer, precision, look, count, words_at: words } = one.properties;
    const part = (name, geometry, more) => ({ type: "Feature", id, geometry, properties: { ...one.properties, part: name, rank: id, ...more } });
    if (layer !== "event") return [part("dim", one.geometry, { icon: "dim", scale: 0.6 })];
    if (words) return [part("area", { type: "Point", coordinates: words })];
    if (!one.geometry) return [];
    const drawn = { icon: `${precision === "near" ? "near" : "at"}-${look}`, scale: scaleOf(count) * crowd };
    if (precision !== "near") return [part("spot", one.geometry, drawn)];
    const ring = ringOf(one);
    const top = ring.coordinates[0].reduce((most, at) => (at[1] > most[1] ? at : most));
    return [part("near", one.geometry, drawn), part("ring", ring), part("top", { type: "Point", coordinates: top })];
  });
}

function styleOf({ features, countries, bounded }, colours) {
  const geojson = (some, more) => ({ type: "geojson", data: { type: "FeatureCollection", features: some }, ...more });
  const part = (name, ...more) => ({ source: "places", filter: ["all", ["==", ["get", "part"], name], ...more] });
  const text = { "text-font": ["sans-serif"], "text-size": 11.5, "symbol-sort-key": ["get", "rank"] };
  const halo = { "text-halo-color": colours.land, "text-halo-width": 1.4, "text-color": colours.ink };
  const red = ["match", ["get", "look"], ["contested", "denied", "some"], colours.contested, colours.link];
  const shown = { visibility: bounded ? "visible" : "none" };
  // Marks grow as the map comes nearer, since they are smaller where there are very many.
  const size = ["interpolate", ["linear"], ["zoom"], 6, ["get", "scale"], 10, ["max", ["get", "scale"], 0.9]];
  const marked = { "icon-image": ["get", "icon"], "icon-size": size, "icon-allow-overlap": true, "icon-ignore-placement": true, "symbol-z-order": "source" };
  // Of very many places only the largest have a name from afar.
  const named = ["<", ["get", "rank"], ["step", ["zoom"], 250, 7, 600, 8, 2000, 9, 1e6]];
  return {
    version: 8,
    sources: {
      places: geojson(partsOf(features), { tolerance: 0 }),
      land: geojson(countries.features, { tolerance: 0.8, maxzoom: 8 }),
      names: geojson(nameSpots(countries)),
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colours.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colours.land, "fill-antialias": false } },
      { id: "borders", type: "line", source: "land", layout: shown, paint: { "line-color": colours.border, "line-width": 1 } },
      { id: "dim", type: "symbol", ...part("dim"), layout: marked },
      { id: "within", type: "fill", ...part("ring"), paint: { "fill-color": red, "fill-opacity": 0.05 } },
      { id: "rings", type: "line", ...part("ring"), minzoom: RINGS_FROM, paint: { "line-color": red, "line-width": 1.4, "line-dasharray": [4, 3] } },
      { id: "near", type: "symbol", ...part("near"), maxzoom: RINGS_FROM, layout: marked },
      { id: "names", type: "symbol", source: "names", layout: { ...text, ...shown, "text-field": ["get", "name"], "text-max-width": 8, "symbol-sort-key": ["-", ["get", "area"]], "text-padding": 6 }, paint: { ...halo, "text-color": colours.quiet, "text-opacity": 0.8 } },
      { id: "spots", type: "symbol", ...part("spot"), layout: marked },
      { id: "called", type: "symbol", ...part("spot", named), layout: { ...text, "text-field": ["get", "shown"], "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": ["+", 0.35, ["*", 0.62, ["get", "scale"]]] }, paint: halo },
      { id: "tops", type: "symbol", ...part("top", named), minzoom: RINGS_FROM, layout: { ...text, "text-field": ["concat", "near ", ["get", "shown"], " ", ["to-string", ["get", "count"]]], "text-anchor": "bottom", "text-offset": [0, -0.1] }, paint: { ...halo, "text-color": red } },
      { id: "areas", type: "symbol", ...part("area", named), layout: { ...text, "text-field": ["concat", ["get", "shown"], " (", ["get", "area"], ") ", ["to-string", ["get", "count"]]], "text-letter-spacing": 0.18, "text-padding": 1, "text-variable-anchor": ["center", "top", "bottom"], "text-radial-offset": 0.8 }, paint: { ...halo, "text-color": colours.link } },
      { id: "counts", type: "symbol", ...part("spot", named, [">", ["get", "count"], 2], [">=", ["get", "scale"], 0.95]), layout: { ...text, "text-field": ["to-string", ["get", "count"]], "text-size": 11 }, paint: { "text-color": ["match", ["get", "look"], ["denied", "threatened"], colours.ink, colours["mark-ink"]] } },
      { id: "picked", type: "circle", ...part("spot", NONE), paint: { "circle-radius": ["*", 12, ["get", "scale"]], "circle-opacity": 0, "circle-stroke-color": colours.ink, "circle-stroke-width": 2 } },
      { id: "picked-ring", type: "line", ...part("ring", NONE), paint: { "line-color": colours.ink, "line-width": 2.5 } },
    ],
  };
}

export async function draw(asked) {
  const { home, features, view } = asked;
  const map = new Atlas({
    container: home, style: styleOf(asked, coloursOf(home)), bounds: view, fitBoundsOptions: { padding: 12 }, attributionControl: false,
    fadeDuration: 0, dragRotate: false, pitchWithRotate: false, touchPitch: false, maxZoom: 12, renderWorldCopies: true, maplibreLogo: false,
    trackResize: true,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addControl(new ScaleControl());
  map.getCanvas().setAttribute("aria-label", "Map of the places listed beside it");
  let href = location.href;
  const pick = (at) => {
    href = at;
    const picked = ["==", ["get", "rank"], features.findIndex((one) => one.geometry && isPicked(one, href))];
    for (const [layer, part] of [["picked", "spot"], ["picked-ring", "ring"]]) map.setFilter(layer, ["all", ["==", ["get", "part"], part], picked]);
  };
  map.on("style.load", () => { icons(map, coloursOf(home)); pick(href); });
  await new Promise((ready) => { map.once("load", ready); });

  const words = document.createElement("p");
  words.className = "atlas-hover";
  words.setAttribute("aria-hidden", "true");
  words.hidden = true;
  home.append(words);
  const under = (point) => {
    const found = map.queryRenderedFeatures(point, { layers: CLICKED });
    return found.sort((a, b) => CLICKED.indexOf(a.layer.id) - CLICKED.indexOf(b.layer.id))[0];
  };
  map.on("mousemove", (event) => {
    const found = under(event.point);
    map.getCanvas().classList.toggle("is-over", Boolean(found));
    words.hidden = !found;
    if (found) words.textContent = saying(found.properties);
  });
  map.on("click", (event) => {
    const found = under(event.point);
    if (found?.layer.id === "dim") location.assign(found.properties.url);
    else if (found) asked.open(found.properties.url);
  });

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    map.setStyle(styleOf(asked, coloursOf(home)), { diff: false });
  });

  // What is printed is drawn anew, as lines that a printer can do, for the same part of the earth.
  addEventListener("afterprint", () => document.querySelector(".atlas-print")?.remove());
  addEventListener("beforeprint", () => {
    document.querySelector(".atlas-print")?.remove();
    const sheet = document.createElement("div");
    sheet.className = "atlas-print";
    home.after(sheet);
    picture({ ...asked, home: sheet, view: map.getBounds().toArray().flat() }, 900, 560);
  });

  return {
    box: () => map.getBounds().toArray().flat(),
    onMoved: (done) => map.on("moveend", (event) => { if (event.originalEvent) done(); }),
    pick,
  };
}

