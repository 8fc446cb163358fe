"""Students and a teacher in front of browsers: what they see there, and what they press."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

FORM = "form[data-outbox]"
PICKS = f"{FORM} [name^=pick]"
PATIENCE = 30_000  # milliseconds, on a machine that has much else to do
# The turn on a page, whether its answer is in, and whether one may answer now.
STATE = """() => {
    const ask = document.querySelector("form[data-outbox] [name=ask]");
    const button = document.querySelector("form[data-outbox] button");
    return {
        ask: ask ? ask.value : "",
        word: button ? button.textContent : "",
        may: !!button && !button.matches(":disabled"),
        over: document.getElementById("debrief").childElementCount > 0,
    };
}"""
MOVED_ON = """before => {
    const ask = document.querySelector("form[data-outbox] [name=ask]");
    const button = document.querySelector("form[data-outbox] button");
    return (ask ? ask.value : "") !== before.ask || button.textContent !== before.word;
}"""


class Student:
    """One student with a page of their own.

    `given` are the answers by turn; of those in `spoken` others have rated what was said aloud.
    """

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.given: dict[str, list[str]] = {}
        self.spoken: set[str] = set()

    def join(self, code: str, role: int = 0) -> Student:
        """Come in by `code`; who is asked for a role takes the one in that place of the list."""
        self.page.goto(self.base)
        self.enter(code)
        if self.page.locator("[name=role]").count():
            self.page.locator("label.option").nth(role).click()
            self.page.click("button[type=submit]")
        self.page.wait_for_url("**/seat")
        return self

    def enter(self, code: str) -> None:
        """Type a code at the door."""
        self.page.fill("#code", code)
        with self.page.expect_navigation():
            self.page.click("button[type=submit]")

    @property
    def name(self) -> str:
        return self.page.locator(".me b").inner_text()

    def state(self) -> dict:
        return self.page.evaluate(STATE)

    def can_answer(self) -> bool:
        """Whether there is a turn on the page that was not answered yet."""
        state = self.state()
        return state["may"] and state["ask"] not in self.given

    def await_turn(self) -> None:
        self.page.wait_for_selector(f"{FORM} button:enabled", timeout=PATIENCE)

    @property
    def answered(self) -> int:
        """How many turns this student has answered with picks of their own."""
        return len(self.given) - len(self.spoken)

    def is_over(self) -> bool:
        return self.state()["over"]

    def fill_in(self, nth: int = 0) -> list[str]:
        """Answer as somebody who only fills in the form, by the mouse; what was picked.

        Where one of several is to be chosen, that is the one in the place `nth`.
        """
        fields = self.page.locator(PICKS)
        kind = fields.first.evaluate("f => f.type") if fields.count() else ""
        if kind == "number":
            fields.first.fill(fields.first.get_attribute("min") or "0")
        elif kind == "select-one":
            for place, one in enumerate(fields.all()):
                is_pair = one.get_attribute("name") == "pick"
                one.select_option(index=1 if is_pair else place + 1)
        elif kind == "radio":
            for name in dict.fromkeys(fields.evaluate_all("all => all.map(f => f.name)")):
                radios = self.page.locator(f'{FORM} label:has([name="{name}"])')
                radios.nth(min(nth, radios.count() - 1)).click()
        elif kind == "checkbox":
            for box in self.page.locator(f"{FORM} label:has(input)").all()[: self.wanted()]:
                box.click()
        return fields.evaluate_all(
            "all => all.filter(f => (f.checked || !/radio|checkbox/.test(f.type)) && f.value)"
            ".map(f => f.value)"
        )

    def wanted(self) -> int:
        """How many are to be ticked at least, as the page says; of phrases in a document, one."""
        if self.page.locator(f"{FORM} label.phrase").count():
            return 1
        how = self.page.locator(".how").inner_text()
        return next((int(sign) for sign in how if sign.isdigit()), 0)

    def hand_in(self) -> None:
        self.page.click(f"{FORM} button")

    def answer(self, nth: int = 0) -> list[str]:
        """Fill in the turn, hand it in, and wait until the page has gone on; what was picked."""
        before = self.state()
        if self.page.locator(f"{FORM} fieldset fieldset [type=radio]").count():
            self.spoken.add(before["ask"])
        picks = self.given[before["ask"]] = self.fill_in(nth)
        self.hand_in()
        self.page.wait_for_function(MOVED_ON, arg=before, timeout=PATIENCE)
        return picks


class Teacher:
    """The teacher with the desk open."""

    def __init__(self, page: Page, base: str, key: str) -> None:
        self.page, self.base = page, base
        page.goto(f"{base}/desk?key={key}")

    def open(self, case: str, mode: str) -> str:
        """Open a room for the case with that title; its code."""
        self.page.goto(f"{self.base}/desk")
        self.page.select_option("#case", label=case)
        self.page.check(f"[name=mode][value={mode}]")
        self.page.click("form:has(#case) button")
        self.page.wait_for_url("**/desk/*")
        return self.page.locator("b.code").inner_text().replace(" ", "")

    @property
    def room(self) -> str:
        return self.page.url.rpartition("/")[2]

    def button(self, act: str, value: str = "") -> Locator:
        """The button that does `act`, wherever it is folded away."""
        given = f':has([name=value][value="{value}"])' if value else ""
        return self.page.locator(f"form:has([name=act][value={act}]){given} button")

    def press(self, act: str, value: str = "") -> None:
        button = self.button(act, value).first
        button.evaluate("b => { for (let d = b; d; d = d.parentElement) if (d.open === false) "
                        "d.open = true; }")  # fmt: skip
        with self.page.expect_navigation():
            button.click()

    def place(self, student: Student, job: str) -> None:
        """Give a student another role or job."""
        row = self.page.locator("#seats tbody tr", has_text=student.name)
        row.locator("select[name=value]").select_option(job)
        with self.page.expect_navigation():
            row.locator("form:has(select) button").click()

    def slip(self, student: Student) -> str:
        """A slip with which `student` takes the seat to another device."""
        row = self.page.locator("#seats tbody tr", has_text=student.name)
        row.locator("summary").click()
        with self.page.expect_navigation():
            row.locator("form:has([value=slip]) button").click()
        slip = re.search(r"\b[2-9A-Z]{6}\b", self.page.locator("main > [role=alert]").inner_text())
        assert slip is not None
        return slip[0]
