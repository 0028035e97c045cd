// Citation cards. A number is a link to the source list; this file opens one card, filled from that list.

const WIDE = matchMedia("(min-width: 68.8125rem)"); // over 1100 px: the card stands in the margin
const OPEN_DELAY = 150;
const CLOSE_DELAY = 350;

const template = document.getElementById("card");
const card = template?.content.firstElementChild.cloneNode(true);
const body = card?.querySelector(".card-text");
const said = card?.querySelector(".card-said");
let current = null;
let pinned = false;
let timer;

/** Return what the source list says about one number, without its ids. */
function words(number) {
  const source = document.querySelector(number.getAttribute("href"));
  const copy = source.cloneNode(true);
  for (const item of copy.querySelectorAll(".findings > li")) {
    if (number.dataset.finding && !number.dataset.finding.split(" ").includes(item.id)) item.remove();
  }
  for (const item of [copy, ...copy.querySelectorAll("[id]")]) item.removeAttribute("id");
  copy.replaceChildren(...copy.querySelectorAll(".source-title"), ...copy.querySelector(".source-said").childNodes);
  return copy;
}

function fill(number) {
  const copy = words(number);
  const links = card.querySelector(".card-links");
  links.querySelector("a:not(.card-compare)")?.remove();
  const more = copy.querySelector(".source-link a");
  if (more) links.prepend(more);
  copy.querySelector(".source-link")?.remove();
  body.replaceChildren(...copy.childNodes);
  said.textContent = "";
  const compare = card.querySelector(".card-compare");
  if (compare) compare.href = `${compare.dataset.place}:${number.closest("[id^=claim-]")?.id ?? ""}`;
}

/** Whether the card stands in the margin: there is none on pages without columns. */
const inMargin = () => WIDE.matches && card.parentElement.matches(".columns > .text");

/** Level with its number, in sight, and below the notes in the margin while there is room. */
function place(number) {
  card.style.insetBlockStart = "";
  card.toggleAttribute("data-margin", inMargin());
  if (!inMargin()) return;
  const frame = card.offsetParent.getBoundingClientRect();
  const lowest = innerHeight - card.offsetHeight - 16;
  const highest = document.querySelector(".bar").offsetHeight + 16;
  let top = Math.max(highest, Math.min(number.getBoundingClientRect().top - 16, lowest)) - frame.top;
  const notes = document.querySelector(".margin > :last-child")?.getBoundingClientRect();
  if (notes && notes.bottom - frame.top > top && notes.bottom + card.offsetHeight < innerHeight) top = notes.bottom - frame.top + 16;
  card.style.insetBlockStart = `${Math.max(0, top)}px`;
}

/** Keep the cited words above the sheet. */
function keepInView(number) {
  if (inMargin()) return;
  const below = number.getBoundingClientRect().bottom + 12 - card.getBoundingClientRect().top;
  if (below > 0) scrollBy(0, below);
}

function open(number) {
  clearTimeout(timer);
  if (current === number) return;
  close();
  current = number;
  let block = number.closest("p, ul, ol, dl, .table");
  while (block.parentElement.closest("ul, ol, .block, .table, .chart")) block = block.parentElement.closest("ul, ol, .block, .table, .chart");
  block.after(card);
  fill(number);
  number.setAttribute("aria-expanded", "true");
  card.scrollTop = 0;
  place(number);
  keepInView(number);
}

function close(returnFocus = false) {
  clearTimeout(timer);
  if (!current) return;
  const number = current;
  current = null;
  pinned = false;
  if (returnFocus && card.contains(document.activeElement)) number.focus({ preventScroll: true });
  number.setAttribute("aria-expanded", "false");
  card.remove();
}

const later = (action, delay) => { clearTimeout(timer); timer = setTimeout(action, delay); };
const closeUnlessUsed = () => { if (!pinned && !card.contains(document.activeElement)) close(); };

function listen(number) {
  number.setAttribute("aria-expanded", "false");
  number.setAttribute("aria-haspopup", "dialog");
  number.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") later(() => open(number), OPEN_DELAY);
  });
  number.addEventListener("pointerleave", () => later(closeUnlessUsed, CLOSE_DELAY));
  number.addEventListener("blur", () => later(closeUnlessUsed, CLOSE_DELAY));
  number.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (current === number && pinned) return close();
    open(number);
    pinned = true;
    card.focus({ preventScroll: true });
  });
}

/** Open the line on the shelf that an address names, and every fold in which a place stands. */
function openNamed() {
  const place = document.getElementById(location.hash.slice(1));
  const line = place?.querySelector(":scope > details");
  if (line && place.matches("[data-source]")) line.open = true;
  for (let fold = place?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

openNamed();
addEventListener("hashchange", openNamed);

if (card) {
  for (const number of document.querySelectorAll("a.cite")) listen(number);
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => later(closeUnlessUsed, CLOSE_DELAY));
  card.querySelector(".close").addEventListener("click", () => close(true));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current) {
      event.preventDefault();
      close(true);
    }
  });
  // What has the focus is never covered by a card that belongs to something else.
  addEventListener("focusin", (event) => {
    if (current && event.target !== current && !card.contains(event.target)) close();
  });
  addEventListener("pointerdown", (event) => {
    if (current && !card.contains(event.target) && !current.contains(event.target)) close();
  });
  WIDE.addEventListener("change", () => current && place(current));
  const copy = card.querySelector(".as-link");
  copy.addEventListener("click", async () => {
    const line = (name) => body.querySelector(name)?.textContent.trim() ?? "";
    const text = [[...body.querySelectorAll(".states")].map((item) => item.textContent.trim()).join(" "), line(".reference") || line(".source-title"), location.href.split("#")[0]].filter(Boolean).join("\n");
    const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    said.textContent = done ? copy.dataset.copied : copy.dataset.failed;
  });
}
