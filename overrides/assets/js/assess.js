// A self-assessment: the statements of the page become questions, and what is not in place yet becomes a plan.
// Answers are kept nowhere but in the choices on the page.

import { fill } from "./draft/remarks.js";
import { element, uncited } from "./nodes.js";
import { printed, saved } from "./write/ends.js";

const words = JSON.parse(document.getElementById("assess-words").textContent);
const panel = document.querySelector(".assess-plan");
const CHOICES = ["yes", "part", "not_yet", "not_apply"];
const PLANNED = ["not_yet", "part"]; // in the order of the plan

const say = (key, values) => fill(words[key], values);

/** Make a question of a statement's block. */
function question(block, number) {
  const [statement, ...rest] = [...block.children].filter((part) => !part.matches(".block-label"));
  const choices = element("div", "assess-choices");
  for (const choice of CHOICES) {
    const input = Object.assign(document.createElement("input"), { type: "radio", name: `statement-${number}`, value: choice, autocomplete: "off" });
    choices.append(element("label", "", input, element("span", "", words[choice])));
  }
  const why = element("details", "assess-why", element("summary", "", words.why), ...rest);
  const field = element("fieldset", "assess-question", element("legend", "", ...uncited(statement).childNodes), choices, why);
  block.replaceWith(field);
  return { field, text: field.querySelector("legend").textContent.trim(), step: uncited(rest.at(-1)), answer: () => field.querySelector("input:checked")?.value };
}

/** Gather the statements below each heading. */
function areas() {
  const found = [];
  for (const heading of document.querySelectorAll(".text > h2")) {
    const blocks = [];
    for (let next = heading.nextElementSibling; next?.matches(".block-statement"); next = next.nextElementSibling) blocks.push(next);
    if (blocks.length > 0) found.push({ heading, blocks });
  }
  let number = 0;
  return found.map(({ heading, blocks }) => {
    const answered = element("p", "note assess-answered");
    const names = element("div", "assess-names", element("span", "", words.statement), ...CHOICES.map((choice) => element("span", "", words[choice])));
    names.setAttribute("aria-hidden", "true"); // each choice says its name itself
    heading.after(answered, names);
    return { name: heading.firstChild.textContent.trim(), answered, questions: blocks.map((block) => question(block, ++number)) };
  });
}

const all = areas();

/** Say in words how an area stands: "2 yes, 1 in part". */
function standing({ questions }) {
  const counts = CHOICES.map((choice) => [choice, questions.filter((one) => one.answer() === choice).length]).filter(([, n]) => n > 0);
  return counts.map(([choice, n]) => say(`some_${choice}`, { n })).join(", ") || words.none;
}

function showStanding() {
  const list = panel.querySelector(".assess-areas");
  list.replaceChildren(...all.map((area) => {
    const boxes = element("span", "assess-boxes", ...area.questions.map((one) => element("i", `assess-${one.answer() ?? "open"}`)));
    boxes.setAttribute("aria-hidden", "true");
    return element("li", "", element("span", "", area.name), boxes, element("span", "note", standing(area)));
  }));
  for (const { questions, answered } of all) answered.textContent = say("answered", { n: questions.filter((one) => one.answer()).length, all: questions.length });
}

const planned = () => PLANNED.flatMap((choice) => all.flatMap(({ questions }) => questions.filter((one) => one.answer() === choice).map((one) => ({ choice, ...one }))));

function showPlan() {
  const steps = planned();
  panel.querySelector(".assess-steps").replaceChildren(...steps.map(({ choice, text, step }) => element("li", "", element("strong", "", `${words[choice]}${words.colon} `), text, step.cloneNode(true))));
  panel.querySelector(".assess-empty").hidden = steps.length > 0;
}

function show() {
  showStanding();
  showPlan();
}

/** The plan as text, with the address of each page that helps. */
function planAsText() {
  const lines = [document.querySelector("h1").textContent.trim(), location.href.split("#")[0], ""];
  for (const area of all) lines.push(`${area.name}${words.colon} ${standing(area)}`);
  for (const { choice, text, step } of planned()) {
    const links = [...step.querySelectorAll("a")].map((link) => link.href);
    lines.push("", `${words[choice]}${words.colon} ${text}`, step.textContent.trim(), ...links);
  }
  return `${lines.join("\n")}\n`;
}

panel.querySelector('[data-end="print"]').addEventListener("click", () => printed("plan"));
panel.querySelector('[data-end="save"]').addEventListener("click", () => saved(`${words.file}.txt`, planAsText(), "text/plain"));
document.querySelector(".text").addEventListener("change", ({ target }) => {
  show();
  const { name, answered } = all.find(({ questions }) => questions.some(({ field }) => field.contains(target)));
  panel.querySelector("[role=status]").textContent = `${name}${words.colon} ${answered.textContent}`;
});
// A page that the browser kept whole must not show the answers to whoever goes back.
addEventListener("pagehide", () => {
  for (const input of document.querySelectorAll(".assess-choices input")) input.checked = false;
  show();
});
panel.hidden = false;
show();
