// A text as a reader sees it (scripts/commonground/read/figures/plain.py).

import { S, unicode } from "../language/folding.js";

const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const SPACE = unicode(`^[${S}]$`);
const DOUBLES = new Map([["‐", "-"], ["‑", "-"], ["‒", "–"], ["％", "%"], ["﹪", "%"], ["٪", "%"], ["＄", "$"], ["．", "."], ["，", ","], ["∕", "/"]]);
for (const zero of [0x660, 0x6f0, 0x966, 0xff10]) {
  for (let digit = 0; digit < 10; digit += 1) DOUBLES.set(String.fromCharCode(zero + digit), String(digit));
}

/** Return the text without invisible characters and doubled spaces, and where each of its characters stood. */
export function plain(text) {
  let shown = "";
  const places = [];
  let afterSpace = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (UNSEEN.test(character)) continue;
    const isSpace = SPACE.test(character);
    if (isSpace && afterSpace) continue;
    afterSpace = isSpace;
    shown += DOUBLES.get(character) ?? character;
    places.push(at);
  }
  return { shown, place: (at) => places[at] };
}

/** Return a text in small letters, equally long, but for what keeps its capital. */
export function lowered(shown, kept) {
  let lower = shown.toLowerCase();
  if (lower.length !== shown.length) {
    lower = [...shown].map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join("");
  }
  for (const { index, 0: text } of kept) lower = lower.slice(0, index) + text + lower.slice(index + text.length);
  return lower;
}
