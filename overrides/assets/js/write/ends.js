// How a text leaves the page: saved, copied, printed, or sent from the writer's own mail program. Each is the writer's act.

/** Save a text as a file. */
export function saved(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Copy a text; tell whether it worked. */
export async function copied(text) {
  return Boolean(await navigator.clipboard?.writeText(text).then(() => true, () => false));
}

/** Print a part of the page: the style sheet knows it by its name (`data-prints`), or prints what is marked (`data-chosen`). */
export function printed(name, parts = []) {
  const page = document.documentElement;
  page.dataset.prints = name;
  for (const part of parts) part.dataset.chosen = "";
  addEventListener("afterprint", () => {
    delete page.dataset.prints;
    for (const part of parts) delete part.dataset.chosen;
  }, { once: true });
  print();
}

/** Open the mail program with a message to the site. Args: words: With `mail_to`, its address. */
export function mailed({ mail_to: to }, subject, body) {
  location.href = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
