// Which numbers belong together: the two ends of a range or an interval (scripts/commonground/read/figures/ranges.py).

import { HUNDRED, THOUSAND } from "./fraction.js";
import { LOOK_BACK } from "./rules.js";

const LIST_MARK = /^[,;]\s?$/;

/** Return the numbers one by one, the two ends of a range together. */
export function ranges(grammar, text, numbers) {
  const runs = [];
  for (let at = 0; at < numbers.length; at += 1) {
    const run = at + 1 < numbers.length && range(grammar, text, numbers[at], numbers[at + 1]);
    runs.push(run || [numbers[at]]);
    if (run) at += 1;
  }
  return runs;
}

/** Return the two ends with one unit, or null where the numbers do not belong together. */
function range(grammar, text, first, second) {
  if (second.start - first.end > LOOK_BACK || areUnlike(first, second) || !areJoined(grammar, text, first, second)) return null;
  let [low, high] = [first, second];
  if (low.isBare && !high.isBare) {
    const value = high.of ? low.quantity.value.over(high.of).times(HUNDRED) : low.quantity.value;
    low = low.withUnitOf({ ...high.quantity, value });
  } else if (high.isBare && !low.isBare) high = high.withUnitOf({ ...low.quantity, value: high.quantity.value });
  if (high.scale > 1n && low.scale === 1n && low.quantity.value.size.isLess(THOUSAND)) low = low.scaled(high.scale);
  return [low, high];
}

/** Tell "2 points to 41%", and "a million dollars to 300 players", from the ends of a range. */
function areUnlike(low, high) {
  const [one, other] = [low.quantity, high.quantity];
  if (high.isBare && !low.isBare) {
    const isShared = one.unit === "money" || (one.unit === "per cent" && !one.detail);
    return !isShared || other.value.isLess(one.value);
  }
  return !low.isBare && (one.unit !== other.unit || (one.unit === "per cent" && one.detail !== other.detail));
}

function areJoined({ patterns }, text, low, high) {
  if (patterns.full("range", text, low.end, high.start)) return true;
  const before = low.start - LOOK_BACK;
  if (patterns.full("range_after_between", text, low.end, high.start)) {
    return patterns.search("between", text, before, low.start) !== null;
  }
  if (patterns.full("range_of_a_bare_number", text, low.end, high.start)) return low.isBare && !high.isBare;
  if (low.isDecimal && high.isDecimal && LIST_MARK.test(text.slice(low.end, high.start))) {
    const closes = [")", "]"].includes(text[high.end]);
    return closes && patterns.search("opens_interval", text, before, low.start) !== null;
  }
  return false;
}
