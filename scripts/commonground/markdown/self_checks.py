"""Self-checks: each choice of the question folds its explanation, so that a page without scripts asks first and answers on demand."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from commonground.markdown.page import Page
from commonground.model.marks import CHOICE, SELF_CHECK


def add_self_checks(md: Markdown, page: Page) -> None:
    """Complete what ``/// self-check`` left on the page."""
    # After words have their marks (20), while citations are still empty places (3).
    md.treeprocessors.register(_SelfChecks(md, page), "commonground_self_checks", 4.5)


class _SelfChecks(Treeprocessor):
    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:
        boxes = [box for box in root.iter("div") if f"block-{SELF_CHECK}" in box.get("class", "").split()]
        for number, box in enumerate(boxes, start=1):
            # In a span, of which a book keeps the mark.
            place = SubElement(box[0], "span", {"data-computed": f"{number} {len(boxes)}"})
            box[0].text, place.text = "", self._page.say("lesson.number", n=number, all=len(boxes))
            for item in box.iterfind("ul/li"):
                self._fold(item)

    def _fold(self, item: Element) -> None:
        """Put what follows the choice below it; an item of another form stays as it is, and a check reports it."""
        holder = item[0] if len(item) == 1 and item[0].tag == "p" else item
        if len(holder) == 0 or holder[0].tag != "strong" or (holder.text or "").strip():
            return
        choice, *rest = holder
        text, choice.tail = choice.tail or "", None
        verdict = next((key for key in ("right", "wrong") if self._begins(text, key)), "")
        item.clear()
        fold = SubElement(item, "details", {"class": CHOICE})
        SubElement(fold, "summary", {"class": CHOICE}).append(choice)
        why = SubElement(fold, "span", {"class": f"choice-why choice-{verdict}" if verdict else "choice-why"})
        why.text = text
        why.extend(rest)

    def _begins(self, text: str, key: str) -> bool:
        return text.lstrip().startswith(self._page.say(f"lesson.{key}"))
