"""`newsbriefs worker`: processes that do the jobs of a shared store."""

import os
import sys

import click

from service.config import Settings
from service.errors import ConfigError


@click.command()
@click.option(
    "--processes",
    default=1,
    show_default=True,
    type=click.IntRange(1, 256),
    help="Worker processes; each loads its own engines, and works on NEWSBRIEFS_JOB_THREADS jobs at a time.",
)
def worker(processes: int) -> None:
    """Do the jobs that web processes accept, over the Redis or Valkey that NEWSBRIEFS_REDIS_URL names.

    SIGTERM ends it: what runs is finished, or given back to the other workers. Where one process dies, all end, with
    an exit status that is not 0; run it under something that starts it again.
    """
    from service.worker import run_workers

    try:
        sys.exit(run_workers(Settings.from_env(os.environ), processes=processes))
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
