// Offsets of the desk are code points; those of a browser are UTF-16 units. Here, and nowhere else, one becomes the other.

// How many code points a string has; half of a pair that stands alone is one.
export function pointsIn(text) {
  let points = 0;
  for (const _ of text) points += 1;
  return points;
}

// The UTF-16 offset of a code point; the end of the string where it has fewer.
export function unitAt(text, point) {
  let unit = 0;
  for (const character of text) {
    if (point <= 0) return unit;
    unit += character.length;
    point -= 1;
  }
  return unit;
}

// The code point that a UTF-16 offset stands at.
export function pointAt(text, unit) {
  return pointsIn(text.slice(0, unit));
}

// What a paragraph shows of the text, in order: text nodes, and elements that stand for a number of code points.
function* shownIn(node) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) yield { node: child, points: pointsIn(child.data) };
    else if (child.nodeType !== Node.ELEMENT_NODE || child.hasAttribute("data-tag")) continue;
    else if (child.classList.contains("unseen")) yield { node: child, points: 1 };
    else if (child.hasAttribute("data-points")) yield { node: child, points: Number(child.dataset.points) };
    else yield* shownIn(child);
  }
}

function place(range, side, { node }, within) {
  if (node.nodeType === Node.TEXT_NODE) range[`set${side}`](node, unitAt(node.data, within));
  else range[`set${side}${side === "Start" ? "Before" : "After"}`](node);
}

// The ranges, one a paragraph, in which the characters from one code point to another are shown.
export function rangesOf(text, start, end) {
  const ranges = [];
  for (const paragraph of text.querySelectorAll("[data-start]")) {
    let at = Number(paragraph.dataset.start);
    if (at >= end) break;
    let range = null;
    for (const shown of shownIn(paragraph)) {
      const after = at + shown.points;
      if (after > start && at < end) {
        if (!range) { range = new Range(); place(range, "Start", shown, Math.max(start - at, 0)); }
        place(range, "End", shown, Math.min(end, after) - at);
      }
      at = after;
    }
    if (range) ranges.push(range);
  }
  return ranges;
}
