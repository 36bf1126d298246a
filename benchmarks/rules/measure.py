#!/usr/bin/env python3
"""Measures what the rules of prometheus-rules cost: a real Prometheus scrapes made-up exporters and evaluates them.

    measure.py MINUTES [MODELS FEATURES BINS REPLICAS]

Needs Debian's prometheus. Prints how long each group of rules took at last, and what Prometheus needed.
"""
import http.server
import json
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

MINUTES = float(sys.argv[1])
MODELS, FEATURES, BINS, REPLICAS = [int(a) for a in sys.argv[2:6]] or [100, 40, 20, 5]
SCRAPE_SECONDS = 15
RULES = pathlib.Path(__file__).resolve().parents[2] / "prometheus-rules"
VALUE = b"@"


def exposition():
    """The series of one replica that the rules read; @ stands for the value of a counter."""
    for m in range(MODELS):
        model = f'model="m{m}"'
        version = f'{model},model_version="1"'
        for name in ("labels_total", "predictions_expired_total", "predictions_evicted_total"):
            yield f"model_{name}{{{model}}} @"
        for reason in ("unknown_id", "too_late", "repeated", "invalid", "evicted", "unclaimed"):
            yield f'model_labels_dropped_total{{{model},reason="{reason}"}} 0'
        yield f"model_performance_min_labels{{{model}}} 30"
        yield f"model_drifted_features_threshold_ratio{{{model}}} 0.3"
        yield f"model_feature_fault_threshold_ratio{{{model}}} 0.05"
        for name in ("predictions_total", "labels_joined_total", "labels_scored_total", "brier_score_total", "log_loss_total"):
            yield f"model_{name}{{{version}}} @"
        yield f"model_info{{{version}}} 1"
        yield f"model_last_prediction_timestamp_seconds{{{version}}} {time.time():.0f}"
        yield f"model_baseline_labels{{{version}}} 10000"
        for key in ("accuracy", "precision", "recall"):
            yield f"model_baseline_{key}_ratio{{{version}}} 0.5"
            yield f"model_{key}_threshold_ratio{{{version}}} 0.45"
            for window in ("1h", "24h", "last_1000"):
                yield f'model_{key}_ratio{{{version},window="{window}"}} 0.5'
                yield f'model_{key}_upper_bound_ratio{{{version},window="{window}"}} 0.55'
        for window in ("1h", "24h", "last_1000"):
            yield f'model_window_labels{{{version},window="{window}"}} 1000'
        for pair in ('actual="0",predicted="0"', 'actual="0",predicted="1"', 'actual="1",predicted="0"', 'actual="1",predicted="1"'):
            yield f"model_confusion_total{{{version},{pair}}} @"
        for b in range(10):
            for name in ("labels", "positives", "score"):
                yield f'model_score_bin_{name}_total{{{version},bin="{b}"}} @'
        for le in ("0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "+Inf"):
            yield f'model_prediction_latency_seconds_bucket{{{version},le="{le}"}} @'
        yield f"model_prediction_latency_seconds_count{{{version}}} @"
        for f in range(FEATURES):
            feature = f'{version},feature="f{f}"'
            for name in ("missing", "absent", "unseen", "out_of_range"):
                yield f"model_feature_{name}_total{{{feature}}} 0"
            for reason in ("wrong_type", "not_finite"):
                yield f'model_feature_invalid_total{{{feature},reason="{reason}"}} 0'
            yield f"model_feature_baseline_missing_ratio{{{feature}}} 0"
            yield f"model_feature_baseline_values{{{feature}}} 10000"
            for window in ("1h", "24h", "last_1000"):
                yield f'model_feature_drift_score{{{feature},window="{window}"}} 0.2'
                yield f'model_feature_window_values{{{feature},window="{window}"}} 1000'
            for b in range(BINS):
                yield f'model_feature_bin_observations_total{{{feature},bin="{b}"}} @'
                yield f'model_feature_baseline_bin_ratio{{{feature},bin="{b}"}} {1 / BINS}'


class Replica(http.server.BaseHTTPRequestHandler):
    body = ("\n".join(exposition()) + "\n").encode()
    started = time.time()

    def do_GET(self):
        answer = self.body.replace(VALUE, b"%d" % (time.time() - self.started))
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def query(port, text):
    url = f"http://127.0.0.1:{port}/api/v1/query?query={urllib.parse.quote(text)}"
    with urllib.request.urlopen(url, timeout=300) as answer:
        return [(r["metric"], float(r["value"][1])) for r in json.load(answer)["data"]["result"]]


def main():
    servers = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), Replica) for _ in range(REPLICAS)]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    targets = ", ".join(f"'127.0.0.1:{s.server_port}'" for s in servers)
    port = servers[0].server_port + 1000 if servers[0].server_port < 60000 else servers[0].server_port - 1000
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder, "prometheus.yml")
        config.write_text(f"""
global: {{scrape_interval: {SCRAPE_SECONDS}s, scrape_timeout: {SCRAPE_SECONDS}s, evaluation_interval: 1m}}
rule_files: ['{RULES}/*.yml']
scrape_configs:
  - job_name: modelexporter
    static_configs: [{{targets: [{targets}]}}]
  - job_name: prometheus
    static_configs: [{{targets: ['127.0.0.1:{port}']}}]
""")
        prometheus = subprocess.Popen(
            ["prometheus", f"--config.file={config}", f"--storage.tsdb.path={folder}/data", f"--web.listen-address=127.0.0.1:{port}", "--log.level=warn"])
        try:
            time.sleep(MINUTES * 60)
            print(f"{MODELS} models, {FEATURES} features, {BINS} bins, {REPLICAS} replicas; {MINUTES:g} minutes at {SCRAPE_SECONDS} s")
            # The quickest of the last minutes: whatever else runs on the machine can only add to it.
            for metric, value in query(port, f"sort_desc(min_over_time(prometheus_rule_group_last_duration_seconds[{MINUTES / 3:.0f}m]))"):
                print(f"{value:9.3f} s  {metric['rule_group'].split(';')[-1]}")
            for name, text in (
                    ("all groups, s", f"sum(min_over_time(prometheus_rule_group_last_duration_seconds[{MINUTES / 3:.0f}m]))"),
                    ("missed evaluations", "sum(prometheus_rule_group_iterations_missed_total)"),
                    ("failed evaluations", "sum(prometheus_rule_evaluation_failures_total)"),
                    ("series", "prometheus_tsdb_head_series"),
                    ("series recorded", 'count({__name__=~".+:.+"})'),
                    ("resident, bytes", "process_resident_memory_bytes"),
                    ("processor, s a second", "rate(process_cpu_seconds_total[5m])"),
                    ("samples a series and window", 'count_over_time(model_feature_bin_observations_total{model="m0",feature="f0",bin="0"}[1h])')):
                for _, value in query(port, text)[:1]:
                    print(f"{value:14.2f}  {name}")
        finally:
            prometheus.terminate()
            prometheus.wait()


main()
