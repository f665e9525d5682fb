// Pathway pictures. The server draws them; whatever could run or load anything is taken out before they are shown.

import { h } from "./dom.js";

const ALLOWED = new Set(["svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "title", "desc", "defs", "marker"]);

/** An SVG text as an element, or null where there is none or it cannot be read. */
export function drawPicture(svg, words) {
  if (!svg) return null;
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (root.nodeName !== "svg") return null;
  for (const element of [root, ...root.querySelectorAll("*")]) {
    if (!ALLOWED.has(element.nodeName)) element.remove();
    else for (const { name, value } of [...element.attributes]) {
      if (/^on|href$|^style$/i.test(name) || /url\(\s*["']?(?!#)/i.test(value)) element.removeAttribute(name);
    }
  }
  const picture = document.importNode(root, true);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", words);
  return h("div", { class: "adv-picture" }, picture);
}
