"""The newsroom page as an editor uses it, over a driven browser."""

import json

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

PATIENCE_SECONDS = 20


class Newsroom:
    """The page, and what can be done with it."""

    def __init__(self, driver, address):
        self.driver = driver
        self.address = address

    @classmethod
    def opened(cls, driver, address):
        """The page, freshly loaded, wide and light."""
        page = cls(driver, address)
        page.size(1280, 900)
        page.scheme("light")
        page.open()
        return page

    def open(self):
        """Load the page and wait until languages and samples are there."""
        self.driver.get(self.address)
        self.wait(lambda: self.js("return document.body.dataset.ready && document.querySelector('.seed') !== null"))

    def js(self, script, *arguments):
        """Run a script in the page."""
        return self.driver.execute_script(script, *arguments)

    def cdp(self, command, **parameters):
        """Run a command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(command, parameters)

    def wait(self, ready):
        """Wait until `ready()` is true."""
        return WebDriverWait(self.driver, PATIENCE_SECONDS, poll_frequency=0.02).until(lambda _: ready())

    def one(self, selector):
        """The first element that matches."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        """Every element that matches."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text_of(self, selector):
        """The text content of the first match, shown or not."""
        return self.js("return document.querySelector(arguments[0]).textContent", selector)

    def fill(self, control, value):
        """Set a control's value as typing would, in one go."""
        self.js(
            "const control = document.getElementById(arguments[0]); control.value = arguments[1];"
            "for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, {bubbles: true}))",
            control,
            value,
        )

    def choose(self, *languages):
        """Tick exactly these languages, in this order."""
        self.js(
            "const boxes = [...document.querySelectorAll('#language-list input')];"
            "for (const box of boxes) if (box.checked) box.click();"
            "for (const code of arguments[0]) boxes.find((box) => box.value === code).click()",
            languages,
        )

    def take_seed(self, number):
        """Load one of the samples and return its text."""
        self.fill("text", "")
        self.all(".seed")[number].click()
        self.wait(lambda: self.js("return document.getElementById('text').value.length > 0"))
        return self.js("return document.getElementById('text').value")

    def brief(self):
        """Press Brief, from the keyboard so that no mouse rests on what appears, and wait for the answer."""
        self.one("#brief").send_keys(Keys.ENTER)
        self.wait(lambda: not self.js("return document.body.classList.contains('busy')"))

    def answer(self):
        """The raw answer behind what is shown."""
        fold = "const f = document.getElementById('raw'); f.open = true; return f.answer"
        return json.loads(self.js(fold))

    def lit(self):
        """The words lit in the article."""
        return self.js(
            "return [...document.querySelectorAll('#article .lit')].map((node) => node.textContent).join('')"
        )

    def size(self, width, height):
        """Set the size of the window's inside."""
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def scheme(self, name):
        """Ask for a light or a dark page, without motion."""
        features = [
            {"name": "prefers-color-scheme", "value": name},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.cdp("Emulation.setEmulatedMedia", features=features)
