// What both ways of drawing the map share: how a mark looks and how large it is, what it says, and a ring in metres.

const EARTH = 6371008.8;

export const SHAPES = {
  told: "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1-8 0Z",
  contested: "M0-10 10 0 0 10-10 0Z",
  denied: "M-7.5-7.5H7.5V7.5H-7.5ZM-7.5-7.5 7.5 7.5M7.5-7.5-7.5 7.5",
  some: "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1-8 0Z",
  threatened: "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1-8 0Z",
};

// The red badge of a mark of which some happenings are contested.
export const BADGE = "M6.5-11 11-6.5 6.5-2 2-6.5Z";

export const isRed = (look) => look === "contested" || look === "denied";

// Area grows with the number, so that twice as many look twice as many.
export const scaleOf = (count) => Math.min(0.75 + 0.22 * Math.sqrt(count), 3.2);

const called = ({ shown, kind, precision }) => (precision === "near" ? `Somewhere ${kind} of ${shown}` : `${shown}, ${kind}`);

// Where there are very many places, their marks are smaller.
export const crowdingOf = (features) => Math.max(Math.min(Math.sqrt(500 / features.length), 1), 0.5);

export const saying = ({ shown, kind, count, noted, layer, precision }) =>
  layer === "event"
    ? `${called({ shown, kind, precision })}: ${count} ${count === 1 ? "happening" : "happenings"}${noted ? `, ${noted}` : ""}`
    : `${called({ shown, kind, precision })}: ${count} ${count === 1 ? "report" : "reports"}, ${layer === "mentioned" ? "only named" : "written there"}`;

export function ringOf({ geometry, properties }) {
  const [longitude, latitude] = geometry.coordinates;
  const degrees = (properties.radius_m / EARTH) * (180 / Math.PI);
  return globalThis.d3.geoCircle().center([longitude, latitude]).radius(degrees).precision(6)();
}

// Where the name of a country goes: the middle of its largest piece.
export function nameSpots(countries) {
  const { geoArea, geoCentroid } = globalThis.d3;
  return countries.features.map((country) => {
    const pieces = country.geometry.type === "MultiPolygon"
      ? country.geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates })) : [country.geometry];
    const largest = pieces.reduce((most, piece) => {
      const area = geoArea(piece);
      return area > most.area ? { piece, area } : most;
    }, { area: -1 });
    return {
      type: "Feature", geometry: { type: "Point", coordinates: geoCentroid(largest.piece) },
      properties: { name: country.properties.name, area: largest.area },
    };
  });
}

export const isPicked = (feature, href) => {
  if (feature.properties.layer !== "event") return false;
  const [there, here] = [new URL(feature.properties.url, href).searchParams, new URL(href).searchParams];
  return here.get("precision") !== null && ["geonameid", "place", "precision"].every((name) => there.get(name) === here.get(name));
};

export function coloursOf(home) {
  const probe = document.createElement("i");
  home.append(probe);
  const found = {};
  for (const name of ["sheet", "paper", "line", "ink", "quiet", "link", "contested", "sea", "land", "border", "mark-ink"]) {
    probe.style.color = `var(--${name})`;
    found[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
}
