"""A student who has a keyboard and nothing else."""

from __future__ import annotations

from tests.browser.people import FORM, Student

# What has the focus: its kind, and what is wrong with that.
FOCUS = """form => {
    const on = document.activeElement, style = getComputedStyle(on);
    const box = (on.closest("label") || on).getBoundingClientRect();
    const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
        || style.textDecorationLine === "underline";
    const wrong = on === document.body ? "the focus is lost"
        : !seen ? "the focus cannot be seen"
        : box.bottom < 0 || box.top > innerHeight ? "the focus is out of sight" : "";
    return {kind: on.type || on.tagName, name: on.name || on.id, least: on.min, wrong,
            inside: !!on.closest(form)};
}"""


class Typist(Student):
    """Answers by Tab, Space, the arrows, digits and Enter; `wrong` is what the focus did."""

    def __init__(self, page, base: str) -> None:
        super().__init__(page, base)
        self.wrong: list[str] = []

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)

    def focus(self) -> dict:
        """What has the focus now."""
        focus = self.page.evaluate(FOCUS, FORM)
        if focus["wrong"]:
            self.wrong.append(f"{focus['wrong']}: {focus['kind']} {focus['name']}")
        return focus

    def tab_to(self, kind: str) -> None:
        """Go on by Tab to the next thing of that kind."""
        for _ in range(60):
            self.press("Tab")
            if self.focus()["kind"] == kind:
                return
        raise AssertionError(f"Tab does not lead to {kind}")

    def join(self, code: str, role: int = 0) -> Student:
        self.page.goto(self.base)
        self.focus()
        self.page.keyboard.type(code)
        with self.page.expect_navigation():
            self.press("Enter")
        self.tab_to("radio")
        self.press("ArrowDown", role)
        self.tab_to("submit")
        with self.page.expect_navigation(url="**/seat"):
            self.press("Enter")
        self.await_turn()
        self.tab_to("A")  # the way past the case and the record
        self.press("Enter")
        return self

    def fill_in(self, nth: int = 0) -> list[str]:
        """Go through the form by Tab, down to its button; the answer is known to the page alone."""
        ticks, place = self.wanted(), 0
        while True:
            self.press("Tab")
            focus = self.focus()
            if focus["kind"] == "submit" or not focus["inside"]:
                break
            if focus["kind"] == "radio":
                self.press("Space")
                self.press("ArrowDown", nth)
            elif focus["kind"] == "checkbox" and ticks:
                self.press("Space")
                ticks -= 1
            elif focus["kind"] == "select-one":
                place += 1
                self.press("ArrowDown", 1 if focus["name"] == "pick" else place)
            elif focus["kind"] == "number":
                self.page.keyboard.type(focus["least"])
        return []

    def hand_in(self) -> None:
        self.press("Enter")

    def answer(self, nth: int = 0) -> list[str]:
        picks = super().answer(nth)
        self.focus()
        return picks
