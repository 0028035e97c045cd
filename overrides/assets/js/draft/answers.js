// What is held on a claim or figure that a text repeats: for the draft checker.

/**
 * Return what finds them, or nothing where it did not come: the checker then says nothing of them.
 *
 * Args: addresses: Of the page's data: `repeats`, the engine, and `repeated`, its patterns. grammar: Of the language's rules.
 */
export async function repeatsOf({ repeats, repeated }, grammar) {
  if (!repeated) return undefined;
  const address = new URL(repeated, location.href);
  try {
    const [module, claims] = await Promise.all([import(new URL(repeats, location.href).href), fetch(address).then((answer) => answer.json())]);
    const root = new URL("../../", address);
    for (const claim of claims.claims) claim.address = new URL(claim.page, root).href;
    return new module.Repeats(claims, grammar);
  } catch {
    return undefined;
  }
}

/** Fill in a row of the list: the short answer of a page, or a finding with who, where, when and its caution. */
export function answered(row, { claim, number }) {
  const within = (name) => row.querySelector(name);
  const put = (name, text) => {
    within(name).textContent = text ?? "";
    within(name).closest("p").hidden = !text;
  };
  within(".remark-number").textContent = number;
  within("a").href = claim.address;
  put("a", claim.title || claim.who);
  put(".remark-says", claim.says);
  put(".remark-care span:last-child", claim.care);
  put(".remark-unsafe", claim.unsafe);
  return row;
}
