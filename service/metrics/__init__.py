"""Metrics for Prometheus: recorded here, read from others at scrape time, shown at `/metrics`."""

from service.metrics.catalogue import METRICS, Metric, metrics_table
from service.metrics.recorder import Metrics
from service.metrics.sources import CacheLevel, Callbacks, Decoding, Queue, Stored

__all__ = [
    "METRICS",
    "CacheLevel",
    "Callbacks",
    "Decoding",
    "Metric",
    "Metrics",
    "Queue",
    "Stored",
    "metrics_table",
]
