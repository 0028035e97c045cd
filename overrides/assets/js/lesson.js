// Self-checks as native choices: the explanation opens under the chosen one. Nothing is counted, sent or kept.

import { uncited } from "./nodes.js";

const questions = [...document.querySelectorAll(".block-self-check")].map(ask);

/** Make a group of choices of a question whose choices are folds, and return its rows. */
function ask(box, number) {
  const group = document.createElement("fieldset");
  group.className = box.className;
  const legend = document.createElement("legend");
  const list = box.querySelector("ul");
  legend.append(...[...box.children].filter((one) => one !== list));
  const said = document.createElement("p");
  said.className = "quiet";
  said.setAttribute("role", "status");
  group.append(legend, list, said);
  box.replaceWith(group);
  return [...list.querySelectorAll("details.choice")].map((fold) => offer(fold, `question-${number + 1}`, said));
}

/** Put a choice and its explanation, closed, in the place of a fold. */
function offer(fold, name, said) {
  const row = fold.parentElement;
  const label = document.createElement("label");
  const field = document.createElement("input");
  field.type = "radio";
  field.name = name;
  label.append(field, ...fold.querySelector("summary").childNodes);
  const why = fold.querySelector(".choice-why");
  fold.replaceWith(label, why);
  field.addEventListener("change", () => {
    said.textContent = uncited(why).textContent.trim();
  });
  return row;
}

// On paper, and where somebody asks for it, all explanations stand open (site.css)
for (const button of document.querySelectorAll("[data-show-answers]")) {
  const show = button.textContent;
  button.addEventListener("click", () => {
    const open = !document.body.hasAttribute("data-all-answers");
    document.body.toggleAttribute("data-all-answers", open);
    button.textContent = open ? button.dataset.hide : show;
  });
  questions.at(-1)?.[0]?.closest("fieldset").after(button.parentElement);
}
