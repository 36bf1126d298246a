"""Logs predictions and their labels as JSON lines, as ModelExporter reads them. Needs nothing but the standard library."""

import json
import logging
import os
from datetime import datetime, timezone
from logging.handlers import RotatingFileHandler


class JsonLinesFile(RotatingFileHandler):
    """A file of JSON lines: when it is full it becomes .1, .1 becomes .2, and what comes after the last is deleted."""

    def __init__(self, path: str, max_bytes: int, kept: int) -> None:
        super().__init__(path, maxBytes=max_bytes, backupCount=kept, encoding="utf-8")
        self.setFormatter(logging.Formatter("%(message)s"))

    def _open(self):
        stream = super()._open()
        # The exporter is another user in another container: whatever the umask is, it has to read this.
        os.chmod(self.baseFilename, 0o644)
        return stream

    def write(self, record: dict) -> None:
        line = json.dumps(record, separators=(",", ":"))
        # A handler never throws: a full disk costs the record, not the answer. Threads take turns.
        self.handle(logging.makeLogRecord({"msg": line}))


class PredictionLog:
    """What a model predicted, and what came true. One process a folder: two would rotate each other's files away."""

    def __init__(self, folder: str, model: str, version: str, max_bytes: int = 16 * 1024 * 1024, kept: int = 3) -> None:
        os.makedirs(folder, exist_ok=True)
        self._about = {"model": model, "version": version}
        self._predictions = JsonLinesFile(os.path.join(folder, "predictions.jsonl"), max_bytes, kept)
        self._labels = JsonLinesFile(os.path.join(folder, "labels.jsonl"), max_bytes, kept)

    def prediction(self, id: str, features: dict, label: str, score: float, latency_ms: float) -> None:
        self._predictions.write({
            "id": id,
            "ts": _now(),
            **self._about,
            "features": features,
            "prediction": {"label": label, "score": score},
            "latency_ms": round(latency_ms, 3),
        })

    def label(self, id: str, label: str) -> None:
        self._labels.write({"id": id, "ts": _now(), "label": label})

    def close(self) -> None:
        self._predictions.close()
        self._labels.close()


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
