"""Writes what scikit-learn and SciPy say about three prediction logs: one file a data set, beside this script.

Run: /usr/bin/python3 make_golden.py <folder of the data sets>    (Python 3.11, numpy 1.24.2, scipy 1.10.1, scikit-learn 1.2.1)

The engine sees the predictions and labels merged by time. A window by count holds the last 951 to 1000 arrivals (20 panes of 50, the newest
may be partly filled), of predictions for the features and of labels for the performance.
"""
import gzip
import json
import math
import pathlib
import sys

import numpy as np
from scipy import stats
from sklearn import metrics

FOLDER = pathlib.Path(__file__).parent
PANES = 20


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def window(arrived, size):
    pane = size // PANES
    newest = (len(arrived) - 1) % pane + 1
    return arrived[-((PANES - 1) * pane + newest):]


def number(value):
    value = float(value)
    return value if math.isfinite(value) else None


def classification(pairs, positive):
    actual = np.array([label == positive for _, label in pairs])
    predicted = np.array([p["label"] == positive for p, _ in pairs])
    score = np.array([p["score"] for p, _ in pairs])
    tn, fp, fn, tp = metrics.confusion_matrix(actual, predicted, labels=[False, True]).ravel()
    bins = np.clip((score.astype(np.float32) * np.float32(10)).astype(int), 0, 9)
    calibration = sum(abs(actual[bins == b].sum() - score[bins == b].sum()) for b in range(10)) / len(actual)
    return {
        "model_accuracy_ratio": metrics.accuracy_score(actual, predicted),
        "model_balanced_accuracy_ratio": metrics.balanced_accuracy_score(actual, predicted),
        "model_precision_ratio": metrics.precision_score(actual, predicted),
        "model_recall_ratio": metrics.recall_score(actual, predicted),
        "model_specificity_ratio": tn / (tn + fp),
        "model_f1_ratio": metrics.f1_score(actual, predicted),
        "model_mcc": metrics.matthews_corrcoef(actual, predicted),
        "model_cohen_kappa": metrics.cohen_kappa_score(actual, predicted),
        "model_roc_auc_ratio": metrics.roc_auc_score(actual, score),
        "model_average_precision_ratio": metrics.average_precision_score(actual, score),
        "model_log_loss": metrics.log_loss(actual, score),
        "model_brier_score": metrics.brier_score_loss(actual, score),
        "model_calibration_error_ratio": calibration,
    }


def regression(pairs):
    actual = np.array([label for _, label in pairs], dtype=float)
    predicted = np.array([p["value"] for p, _ in pairs])
    nonzero = actual != 0
    return {
        "model_mean_absolute_error": metrics.mean_absolute_error(actual, predicted),
        "model_root_mean_squared_error": math.sqrt(metrics.mean_squared_error(actual, predicted)),
        "model_mean_error": np.mean(predicted - actual),
        "model_median_absolute_error": metrics.median_absolute_error(actual, predicted),
        "model_mean_absolute_percentage_error_ratio": metrics.mean_absolute_percentage_error(actual[nonzero], predicted[nonzero]),
        "model_r2": metrics.r2_score(actual, predicted),
    }


def drift(reference, current):
    deviation = np.std(reference) if min(reference) < max(reference) else 0
    return {
        "model_feature_ks_statistic": number(stats.ks_2samp(reference, current).statistic),
        "model_feature_wasserstein_distance": number(stats.wasserstein_distance(reference, current) / deviation) if deviation > 0 else None,
    }


def golden(folder):
    dataset = json.loads((folder / "dataset.json").read_text())
    reference = rows(folder / "reference.jsonl.gz")
    predictions = rows(folder / "predictions.jsonl.gz")
    labels = rows(folder / "labels.jsonl.gz")
    by_id = {p["id"]: p for p in predictions}
    numeric = [name for name, kind in dataset["features"].items() if kind == "numeric"]
    result = {}
    for version in sorted({p["version"] for p in predictions}):
        arrived = [p for p in predictions if p["version"] == version]
        joined = [(by_id[row["id"]]["prediction"], row["label"]) for row in labels if by_id[row["id"]]["version"] == version]
        result[version] = {}
        for name, size in [("last_1000", 1000), ("last_100000", 100000)]:
            seen, pairs = window(arrived, size), window(joined, size)
            figures = classification(pairs, dataset["positive_label"]) if dataset["task"] == "binary" else regression(pairs)
            result[version][name] = {
                "model_window_predictions": len(seen),
                "model_window_labels": len(pairs),
                **{key: number(value) for key, value in figures.items()},
                "features": {
                    feature: drift([row["features"][feature] for row in reference], [row["features"][feature] for row in seen])
                    for feature in numeric
                },
            }
    return result


for folder in sorted(path.parent for path in pathlib.Path(sys.argv[1]).glob("*/dataset.json")):
    (FOLDER / f"{folder.name}.json").write_text(json.dumps(golden(folder), indent=1) + "\n")
