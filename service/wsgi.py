"""What gunicorn imports in its worker: the application, its engines loading in the background."""

import os
import sys

from service.bootstrap import build_services
from service.config import Settings
from service.logs import adopt_libraries, configure_logs
from service.tracing import set_up
from service.web.app import create_app
from service.web.job_answers import answer_in_turn, job_problem

# Threads that reckon give way to those that answer sooner than by default (5 ms): see docs/observability.md.
_SWITCH_SECONDS = 0.0002

_settings = Settings.from_env(os.environ)
configure_logs(_settings)
adopt_libraries()
sys.setswitchinterval(_SWITCH_SECONDS)
close_traces = set_up(_settings)
services = build_services(_settings)
services.start()
if services.jobs is not None:
    services.jobs.start(answer=answer_in_turn(services), problem_of=job_problem, ended=services.metrics.job_finished)
app = create_app(services)
