// Elements that scripts make, and parts of a page that they copy.

/** Return an element with a class and what stands in it. */
export function element(name, className = "", ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** Return a copy of a part of the page without its citations. */
export function uncited(part) {
  const copy = part.cloneNode(true);
  for (const mark of copy.querySelectorAll(".cites")) mark.remove();
  return copy;
}
