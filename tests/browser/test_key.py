"""The page and the docs where the service wants a key."""

import threading

import pytest
from selenium.webdriver.common.keys import Keys
from werkzeug.serving import make_server

from service.bootstrap import build_services
from service.config import Settings
from service.stores.key_file import KeyFile
from service.web.app import create_app
from tests.browser.newsroom import Newsroom
from tests.browser.test_look import CONTRAST

pytestmark = pytest.mark.browser

WORDS = "#key-dialog h2, #key-dialog p, #key-dialog label, #key-dialog input, #key-dialog button, #key-dialog code"
STORED = "return [sessionStorage.getItem('newsbriefs-key'), localStorage.getItem('newsbriefs-key')]"


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """A file of keys."""
    return KeyFile(tmp_path_factory.mktemp("keys") / "keys.json")


@pytest.fixture(scope="module")
def key(keys):
    """A key for the newsroom."""
    return keys.add("newsroom", rate=None, expires=None, scopes=("summarize", "jobs"))[1]


@pytest.fixture(scope="module")
def closed(keys, key):
    """The address of a service that wants keys."""
    services = build_services(Settings.from_env({"NEWSBRIEFS_KEYS": "on", "NEWSBRIEFS_KEYS_FILE": str(keys.path)}))
    services.load()
    server = make_server("127.0.0.1", 0, create_app(services), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()
    services.close()


@pytest.fixture
def page(driver, closed):
    """The page in a browser that holds no key, an article in it, one language chosen."""
    page = Newsroom.opened(driver, closed)
    page.js("sessionStorage.clear(); localStorage.clear()")
    page.open()
    page.take_seed(0)
    page.choose("en")
    yield page
    page.js("sessionStorage.clear(); localStorage.clear()")


def ask(page):
    """Press Brief and wait for the question."""
    page.one("#brief").send_keys(Keys.ENTER)
    page.wait(lambda: is_open(page))


def is_open(page):
    """Whether the page asks for a key."""
    return page.js("return document.getElementById('key-dialog').open")


def enter(page, key):
    """Type a key and press Enter."""
    page.one("#key").send_keys(key + Keys.ENTER)


def briefed(page):
    """Wait until the brief is there."""
    page.wait(lambda: page.all(".brief.ok"))


def test_a_key_is_asked_for_and_the_request_goes_on(page, key):
    """The page loads without a key; at the brief it asks, and then goes on by itself; later it does not ask again."""
    assert page.one("#forget-key").is_displayed() is False
    ask(page)
    assert page.js("return document.activeElement.id") == "key"
    assert page.text_of("#key-why") == "This service is for those who hold a key."
    enter(page, key)
    briefed(page)
    assert page.js(STORED) == [key, None]
    page.brief()
    assert is_open(page) is False
    page.open()
    assert page.one("#forget-key").is_displayed() is True


def test_a_wrong_key_is_told_and_not_kept(page, key):
    """It says so, marks the field, and keeps nothing of it; the right one then works."""
    ask(page)
    enter(page, "nb_00000000_" + "0" * 64)
    page.wait(lambda: page.text_of("#key-why") == "The service does not take this key.")
    assert page.text_of("#key-detail").startswith("the key is not known, or was revoked")
    assert (page.one("#key").get_attribute("aria-invalid"), page.js(STORED)) == ("true", [None, None])
    enter(page, key)
    briefed(page)


def test_a_key_is_remembered_only_on_request(page, key):
    """Where the box is ticked it outlives the tab."""
    ask(page)
    assert page.one("#key-remember").is_selected() is False
    page.one("#key-remember").click()
    enter(page, key)
    briefed(page)
    assert page.js(STORED) == [None, key]
    page.one("#forget-key").click()
    assert page.js(STORED) == [None, None]


def test_a_key_can_be_forgotten(page, key):
    """A button lets it go; the next brief asks again."""
    ask(page)
    enter(page, key)
    briefed(page)
    page.one("#forget-key").click()
    assert (page.js(STORED), page.one("#forget-key").is_displayed()) == ([None, None], False)
    ask(page)


@pytest.mark.parametrize("way", ["escape", "cancel"])
def test_who_has_no_key_can_leave(page, way):
    """Escape and Cancel close the question; the page says what was missing and can be used on."""
    ask(page)
    if way == "escape":
        page.one("#key").send_keys(Keys.ESCAPE)
    else:
        page.one("#key-cancel").click()
    page.wait(lambda: "This service needs a key" in page.text_of("#problem"))
    page.wait(lambda: not page.js("return document.body.classList.contains('busy')"))
    ask(page)


def test_a_revoked_key_is_asked_for_anew(page, keys):
    """A key that stops working while it is kept is let go, and another one asked for."""
    lost = keys.add("lost", rate=None, expires=None, scopes=("summarize",))[1]
    keys.revoke("lost")
    page.js("sessionStorage.setItem('newsbriefs-key', arguments[0])", lost)
    page.open()
    page.take_seed(0)
    page.choose("en")
    ask(page)
    assert page.js(STORED) == [None, None]
    assert page.text_of("#key-why") == "The service does not take this key."


def test_the_key_is_shown_on_request_only(page):
    """The field hides what is typed until its box is ticked."""
    ask(page)
    kinds = [page.one("#key").get_attribute("type")]
    page.one("#key-show").click()
    kinds.append(page.one("#key").get_attribute("type"))
    page.one("#key-cancel").click()
    page.wait(lambda: not is_open(page))
    ask(page)
    assert [*kinds, page.one("#key").get_attribute("type")] == ["password", "text", "password"]


def test_the_curl_command_names_the_key_and_does_not_show_it(page, key):
    """What is copied from the page holds a variable."""
    ask(page)
    enter(page, key)
    briefed(page)
    page.js("document.getElementById('curl').open = true")
    page.wait(lambda: "$NEWSBRIEFS_KEY" in page.text_of("#curl pre"))
    assert key not in page.driver.page_source


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_question_can_be_read(page, scheme, direction):
    """In a narrow window, in light and dark, from either side: nothing sticks out, every word has contrast."""
    page.size(360, 740)
    page.scheme(scheme)
    page.js("document.documentElement.dir = arguments[0]", direction)
    ask(page)
    enter(page, "nb_wrong")
    page.wait(lambda: page.text_of("#key-detail") != "")
    box = page.js("const b = document.getElementById('key-dialog').getBoundingClientRect(); return [b.left, b.right]")
    assert box[0] >= 0
    assert box[1] <= 360
    assert page.js("return document.documentElement.scrollWidth") <= 360
    measured = page.js(CONTRAST, WORDS)
    assert len(measured) > 8
    assert [] == [(name, ratio) for name, ratio in measured if ratio < 4.5]


def test_the_docs_ask_for_a_key(page, key):
    """`Authorize` in the docs takes a key, and the call tried with it is answered; it is kept nowhere."""
    page.driver.get(f"{page.address}docs")
    page.wait(lambda: page.all("button.authorize"))
    page.one("button.authorize").click()
    page.wait(lambda: page.all(".auth-container input"))
    page.one(".auth-container input").send_keys(key)
    page.one(".auth-container button.authorize").click()
    page.wait(lambda: "Logout" in page.text_of(".auth-container .auth-btn-wrapper"))
    page.one(".auth-container .btn-done").click()
    page.one("#operations-default-summarize .opblock-summary-control").click()
    page.wait(lambda: page.all("button.execute"))
    page.js("document.querySelector('button.execute').click()")
    page.wait(lambda: page.all(".live-responses-table .response-col_status"))
    assert page.one(".live-responses-table .response .response-col_status").text.split()[0] == "200"
    assert page.js("return JSON.stringify([{...sessionStorage}, {...localStorage}])") == "[{},{}]"
