"""What gunicorn imports in its worker: the application, its engines loading in the background."""

import os

from service.bootstrap import build_services
from service.config import Settings
from service.logs import configure_logs
from service.web.app import create_app

_settings = Settings.from_env(os.environ)
configure_logs(_settings)
services = build_services(_settings)
services.start()
app = create_app(services)
