// Menu, search entry, share row and the size of the diagram. Nothing is stored and nothing is sent. Every page has it, so it takes in no other file.

/** Put a real button in the place of a link that works without scripts. */
function asButton(link) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  button.setAttribute("aria-expanded", "false");
  link.replaceWith(button);
  return button;
}

/** Copy a text; tell whether it worked. */
const isCopied = async (text) => navigator.clipboard?.writeText(text).then(() => true, () => false);

/** Return a copy of a part of the page without its citations. */
function uncited(part) {
  const copy = part.cloneNode(true);
  for (const mark of copy.querySelectorAll(".cites")) mark.remove();
  return copy;
}

// Menu on phones
const sections = document.getElementById("sections");
for (const link of document.querySelectorAll('[data-opens="menu"]')) {
  const button = asButton(link);
  button.setAttribute("aria-controls", "sections");
  const set = (open) => {
    button.setAttribute("aria-expanded", String(open));
    sections.toggleAttribute("data-open", open);
  };
  button.addEventListener("click", () => set(button.getAttribute("aria-expanded") === "false"));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") === "false") return;
    if (sections.contains(document.activeElement)) button.focus();
    set(false);
  });
}

// A report names the part of the page that its reader was at: the last heading above the middle of the window
for (const link of document.querySelectorAll("[data-report]")) {
  const heading = () => [...document.querySelectorAll("main :is(h2, h3)[id]")].findLast((one) => one.getClientRects().length && one.getBoundingClientRect().top < innerHeight / 2);
  let last = "";
  addEventListener("scroll", () => { last = document.querySelector("main").getBoundingClientRect().bottom > innerHeight ? heading()?.textContent ?? "" : last; }, { passive: true });
  link.addEventListener("click", () => {
    const address = new URL(link.href);
    const text = address.searchParams.get("body") ?? "";
    if (!last || text.includes(link.dataset.report)) return;
    const query = new URLSearchParams(address.search);
    query.set("body", `${text}\n${link.dataset.report} ${last}`);
    address.search = query.toString().replaceAll("+", "%20");
    link.href = address.href;
  });
}

// What is folded on a narrow screen alone
const narrow = matchMedia("(max-width: 43.8rem)");
function unfold() {
  for (const part of document.querySelectorAll(".narrow-fold")) {
    if (!narrow.matches) part.open = true;
    part.firstElementChild.tabIndex = narrow.matches ? 0 : -1;
  }
}
narrow.addEventListener("change", unfold);
unfold();

// Search: the panel and its engine are fetched on first use
const panel = document.getElementById("search");
const openers = [...document.querySelectorAll('[data-opens="search"]')].map((link) => {
  const button = asButton(link);
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-controls", "search");
  return button;
});

// What the first answer needs is asked for at once, not one file after the other.
let asked = false;
function ready() {
  if (asked) return;
  asked = true;
  for (const [name, rel] of [["module", "modulepreload"], ["answers", "modulepreload"], ["entries", "preload"]]) {
    const link = document.createElement("link");
    Object.assign(link, { rel, as: rel === "preload" ? "fetch" : "script", crossOrigin: "anonymous", href: panel.dataset[name] });
    document.head.append(link);
  }
}

// The field is there at once, so that no letter typed while the engine is on its way is lost.
async function openSearch(opener, query = "") {
  ready();
  const wasOpen = panel.open;
  const from = opener ?? document.activeElement;
  if (!wasOpen) {
    panel.show();
    panel.querySelector("input").focus();
  }
  try {
    const search = await import(new URL(panel.dataset.module, location.href).href);
    if (wasOpen && !query) search.close();
    else search.open(panel, openers, from, query);
  } catch {
    panel.querySelector("[role=status]").textContent = panel.dataset.failed;
  }
}

for (const button of openers) button.addEventListener("click", () => openSearch(button));
for (const form of document.querySelectorAll("[data-opens-search]")) {
  const field = form.querySelector("input");
  field.addEventListener("focus", ready);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    openSearch(field, field.value);
  });
}
if (/Mac|iP(hone|ad|od)/.test(navigator.platform)) {
  for (const key of document.querySelectorAll("[data-mac]")) key.textContent = key.dataset.mac;
}
addEventListener("keydown", (event) => {
  if (!panel || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
  event.preventDefault();
  openSearch(document.activeElement);
});

// Share row
for (const button of document.querySelectorAll("[data-share]")) {
  button.addEventListener("click", async () => {
    const action = button.dataset.share;
    if (action === "print") return print();
    const row = button.closest("[data-address]");
    const text = action === "cite" ? row.querySelector(".cite-words").textContent : row.dataset.address;
    if (action === "share" && navigator.share) {
      await navigator.share({ title: row.dataset.title, url: text }).catch(() => {});
      return;
    }
    row.querySelector("[role=status]").textContent = (await isCopied(text)) ? button.dataset.done : text;
  });
}

// Figures for journalists, and what readers pass on
async function copyText({ copy, copied, failed }, button) {
  button.parentElement.querySelector("[role=status]").textContent = (await isCopied(copy)) ? copied : failed;
}
for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copyText(button.dataset, button));
for (const link of document.querySelectorAll("[data-copies]")) {
  const button = asButton(link);
  button.removeAttribute("aria-expanded");
  const copied = document.querySelector(`#${link.dataset.copies} [data-copy]`);
  button.addEventListener("click", () => copyText(copied.dataset, button));
}

// The law in some sentences, numbered, with the day on which it was read and the address
for (const button of document.querySelectorAll("[data-copy-sentences]")) {
  button.addEventListener("click", () => {
    const sentences = [...button.closest("section").querySelectorAll("ol > li")];
    const lines = sentences.map((item, index) => `${index + 1}. ${uncited(item).textContent.trim()}`);
    copyText({ ...button.dataset, copy: [...lines, button.dataset.copySentences].join("\n") }, button);
  });
}

// An entry that an address names is opened
function openEntry() {
  const entry = document.querySelector("summary :target")?.closest("details");
  if (entry) entry.open = true;
}
openEntry();
addEventListener("hashchange", openEntry);

// A chart's words and numbers, with its sources and its address
for (const button of document.querySelectorAll("[data-chart]")) {
  button.addEventListener("click", async () => {
    const chart = button.closest("figure");
    const lines = [...chart.querySelectorAll("figcaption, .chart-row:has(.chart-value), .chart-source, .caution")].map((line) => {
      const copy = uncited(line);
      return [...copy.children].length > 1 ? [...copy.children].map((part) => part.textContent.trim()).filter(Boolean).join(" ") : copy.textContent.trim();
    });
    const text = [...lines, `${location.href.split("#")[0]}#${chart.id}`].join("\n");
    chart.querySelector("[role=status]").textContent = (await isCopied(text)) ? button.dataset.copied : button.dataset.failed;
  });
}

// Size of the diagram
const drawing = document.querySelector(".zoom-area svg");
const output = document.querySelector(".zoom output");
let size = 100;
for (const button of document.querySelectorAll("[data-zoom]")) {
  button.addEventListener("click", () => {
    size = Math.min(300, Math.max(50, size + Number(button.dataset.zoom)));
    drawing.style.inlineSize = `${size}%`;
    output.textContent = output.dataset.words.replace("{percent}", size);
  });
}
