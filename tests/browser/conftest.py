"""One browser and one served application for the whole session; a fresh page for each test."""

import shutil
import threading

import pytest
from selenium import webdriver
from werkzeug.serving import make_server

from service.web.app import create_app
from tests.browser.newsroom import Newsroom

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--lang=en",
)

ARABIC = (
    "القاهرة تعلن عن خطة جديدة للنقل العام\n\n"
    "أعلنت وزارة النقل المصرية يوم الثلاثاء عن خطة جديدة لتوسيع شبكة المترو في القاهرة بحلول عام 2030. "
    "وتشمل الخطة إنشاء 24 محطة جديدة في شرق المدينة.\n\n"
    "وقالت وزيرة النقل ليلى حسن في مؤتمر صحفي: «هذه الخطة ستغير حياة ملايين السكان في العاصمة». "
    "وأضافت أن العمل سيبدأ في شهر مارس المقبل."
)


@pytest.fixture(scope="session")
def address(services):
    """The address of the real application with the real engines, on a loopback port."""
    server = make_server("127.0.0.1", 0, create_app(services), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def driver(tmp_path_factory):
    """Debian's Chromium without a window, with a profile of its own."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    yield browser
    browser.quit()


@pytest.fixture
def newsroom(driver, address):
    """The page, freshly loaded, wide and light."""
    return Newsroom.opened(driver, address)


@pytest.fixture
def arabic():
    """A short article in Arabic, written for these tests."""
    return ARABIC
