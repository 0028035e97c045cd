// How a file leaves the page: saved, copied, or sent from the writer's own mail program. Each is the writer's act.

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

/** Open the mail program with a message to the site. Args: words: With `mail_to`, its address. */
export function mailed({ mail_to: to }, subject, body) {
  location.href = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
