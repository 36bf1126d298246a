#!/usr/bin/env python3
"""Writes predictions.jsonl and labels.jsonl beside this file: a day of a churn model, whose customers change after eighteen hours."""
import json
import math
import pathlib
import random
from datetime import datetime, timedelta, timezone

random.seed(7)
here = pathlib.Path(__file__).parent
start = datetime(2026, 11, 1, tzinfo=timezone.utc)
plans = ["basic", "plus", "pro"]


def iso(time):
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


predictions, labels = [], []
for i in range(1500):
    time = start + timedelta(minutes=i, seconds=random.uniform(0, 30))
    changed = i >= 1080  # after 18 hours a price rise: charges go up, and dear plans leave for another reason than the model knows
    plan = random.choices(plans, [5, 3, 2])[0]
    tenure = round(random.expovariate(1 / 24), 1)
    charges = round(random.gauss(20 + 15 * plans.index(plan), 4) * (1.35 if changed else 1), 2)
    calls = min(9, int(random.expovariate(0.8)))
    known = 0.9 * calls - 0.06 * tenure - 0.2
    score = round(sigmoid(known), 4)
    truth = sigmoid(known * (0.15 if changed else 1) * 2 + (2.5 if changed and plan == "pro" else 0))
    features = {"tenure_months": tenure, "monthly_charges": charges, "support_calls": calls, "plan": plan}
    if changed and random.random() < 0.15:
        features["tenure_months"] = None
    record = {"id": f"c-{i:05d}", "ts": iso(time), "model": "churn", "version": "3", "features": features,
              "prediction": {"label": "yes" if score >= 0.5 else "no", "score": score}, "latency_ms": round(random.lognormvariate(1.5, 0.5), 2)}
    predictions.append(record)
    if random.random() < 0.97:
        known_at = time + timedelta(minutes=random.uniform(5, 90))
        labels.append((known_at, {"id": record["id"], "ts": iso(known_at), "label": "yes" if random.random() < truth else "no"}))

labels.sort(key=lambda label: label[0])
(here / "predictions.jsonl").write_text("".join(json.dumps(p) + "\n" for p in predictions))
(here / "labels.jsonl").write_text("".join(json.dumps(label) + "\n" for _, label in labels))
