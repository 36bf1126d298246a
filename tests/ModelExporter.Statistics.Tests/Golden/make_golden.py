"""Writes the golden files of these tests with SciPy and scikit-learn as oracles.

Run: /usr/bin/python3 make_golden.py    (Python 3.11, numpy 1.24.2, scipy 1.10.1, scikit-learn 1.2.1)

Large samples are not stored. Both languages make them from the same recipe: see Random and numeric_sample here, and
SampleRecipe.cs and ScoreRecipe.cs in the tests.
"""
import json
import math
import pathlib
import warnings

import numpy as np
from scipy import special, stats
from scipy.spatial.distance import jensenshannon
from sklearn import metrics

FOLDER = pathlib.Path(__file__).parent
MASK = (1 << 64) - 1


class Random:
    """A linear congruential generator (Knuth's MMIX) that gives uniform numbers from (0, 1)."""

    def __init__(self, seed):
        self.state = seed * 0x9E3779B97F4A7C15 & MASK

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return ((self.state >> 11) + 0.5) / 2**53

    def normal(self):
        radius = math.sqrt(-2 * math.log(self.next()))
        return radius * math.cos(2 * math.pi * self.next())


def numeric_value(random, shape):
    if shape == "normal":
        return random.normal()
    if shape == "lognormal":
        return math.exp(random.normal())
    if shape == "hours":
        return math.floor(24 * random.next())
    if shape == "late hours":
        return math.floor(24 * random.next() ** 0.9)
    if shape == "masses":
        part = random.next()
        return 0 if part < 0.3 else 100 if part < 0.4 else 50 * math.exp(random.normal())
    raise ValueError(shape)


def numeric_sample(recipe):
    random = Random(recipe["seed"])
    values = []
    for i in range(recipe["n"]):
        value = numeric_value(random, recipe["shape"]) * recipe.get("scale", 1) + recipe.get("shift", 0)
        if i % 10 < recipe.get("spoiledOfTen", 0):
            value = value * recipe.get("spoilFactor", 0) + recipe.get("spoilOffset", 0)
        values.append(value)
    return np.array(values, dtype=float)


def write(name, cases):
    text = ",\n".join("  " + json.dumps(case) for case in cases)
    (FOLDER / f"{name}.json").write_text(f"[\n{text}\n]\n")


def drift_groups():
    cases = {
        "equal": ([100, 200, 300], [10, 20, 30]),
        "deciles": ([500] * 10, [31, 25, 44, 28, 30, 27, 35, 20, 29, 31]),
        "shifted deciles": ([500] * 10, [10, 15, 22, 25, 30, 30, 35, 40, 45, 48]),
        "empty group": ([400, 0, 600], [30, 20, 50]),
        "empty on both sides": ([400, 0, 600], [30, 0, 70]),
        "nothing in common": ([100, 0, 50, 0], [0, 30, 0, 20]),
        "skewed": ([3000, 1000, 500, 250, 150, 70, 25, 5], [150, 70, 40, 20, 10, 6, 3, 1]),
        "larger window": ([50, 60, 70], [70_000, 50_000, 60_000]),
        "one group": ([100], [20]),
    }
    return [drift_case(name, np.array(a, float), np.array(b, float)) for name, (a, b) in cases.items()]


def drift_case(name, a, b):
    groups = len(a)
    p, q = a / a.sum(), b / b.sum()
    smooth_p, smooth_q = (a + 0.5) / (a.sum() + 0.5 * groups), (b + 0.5) / (b.sum() + 0.5 * groups)
    chi2, p_value = chi_squared(a, b)
    return {
        "name": name,
        "baseline": a.astype(int).tolist(),
        "current": b.astype(int).tolist(),
        "psi": stats.entropy(smooth_p, smooth_q) + stats.entropy(smooth_q, smooth_p),
        "js": float(np.nan_to_num(jensenshannon(p, q, base=2))),
        "hellinger": math.sqrt(max(0.0, 1 - np.sqrt(p * q).sum())),
        "tv": np.abs(p - q).sum() / 2,
        "linf": np.abs(p - q).max(),
        "kl": stats.entropy(smooth_q, smooth_p),
        "chi2": chi2,
        "chi2PValue": p_value,
    }


def chi_squared(a, b):
    """Pools by the definition: expected counts below 5, then the smallest group while the pool itself is below 5."""
    table = np.array([a, b])
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    is_small = expected.min(axis=0) < 5
    kept, pool = table[:, ~is_small], table[:, is_small].sum(axis=1)
    while pool.sum() > 0 and pool.sum() * table.sum(axis=1).min() / table.sum() < 5 and kept.shape[1] > 0:
        smallest = kept.sum(axis=0).argmin()
        pool = pool + kept[:, smallest]
        kept = np.delete(kept, smallest, axis=1)
    if pool.sum() > 0:
        kept = np.column_stack([kept, pool])
    if kept.shape[1] < 2:
        return None, None
    statistic, p_value, _, _ = stats.chi2_contingency(kept, correction=False)
    return statistic, p_value


def noise_floors():
    cases = []
    for groups, n, m in [(2, 1000, 100), (5, 5000, 300), (10, 5000, 1000), (10, 100, 100_000), (16, 5000, 300)]:
        chi2, spread = stats.chi2.ppf(0.999, groups - 1), 1 / n + 1 / m
        cases.append({
            "name": f"{groups} groups, {n} and {m}", "groups": groups, "n": n, "m": m,
            "psi": chi2 * spread,
            "ks": stats.kstwobign.ppf(0.999) * math.sqrt(spread),
            "js": math.sqrt(chi2 / 8 * spread / math.log(2)),
            "hellinger": math.sqrt(chi2 / 8 * spread),
            "tv": math.sqrt(chi2 * spread) / 2,
            "linf": math.sqrt(chi2 * spread) / 2,
            "kl": chi2 / 2 * spread,
        })
    return cases


def ks_p_values():
    """Two bins only, so that the distance of the bins is the distance of the values."""
    cases = []
    for n, m, below, current_below in [
        (5000, 300, 2500, 150), (5000, 300, 2500, 160), (5000, 300, 2500, 175), (5000, 300, 2500, 200), (5000, 1000, 1000, 260),
        (400, 400, 200, 230), (200, 50, 100, 35), (100_000, 20_000, 50_000, 10_200), (5000, 5000, 2500, 4000),
    ]:
        statistic = abs(below / n - current_below / m)
        root = math.sqrt(n * m / (n + m))
        cases.append({
            "name": f"{below} of {n}, {current_below} of {m}", "n": n, "m": m, "below": below, "currentBelow": current_below,
            "statistic": statistic,
            "stephens": special.kolmogorov((root + 0.12 + 0.11 / root) * statistic),
            "finite": stats.kstwo.sf(statistic, round(n * m / (n + m))),
        })
    return cases


def binned_samples():
    def case(name, baseline, current):
        baseline = {"n": 20_000, "seed": 1, **baseline}
        current = {"n": 5000, "seed": 2, **current}
        x, y = numeric_sample(baseline), numeric_sample(current)
        return {
            "name": name, "baseline": baseline, "current": current, "standardDeviation": x.std(),
            "ks": stats.ks_2samp(x, y).statistic, "wasserstein": stats.wasserstein_distance(x, y) / x.std(),
        }

    normal, lognormal, hours, masses = ({"shape": shape} for shape in ("normal", "lognormal", "hours", "masses"))
    return [
        case("no drift", normal, normal),
        case("mean + 0.1 sd", normal, {**normal, "shift": 0.1}),
        case("mean - 0.5 sd", normal, {**normal, "shift": -0.5}),
        case("sd x 1.3", normal, {**normal, "scale": 1.3}),
        case("lognormal x 1.2", lognormal, {**lognormal, "scale": 1.2}),
        case("all above the maximum", normal, {**normal, "shift": 20}),
        case("all below the minimum", normal, {**normal, "shift": -20}),
        case("a tenth ten times too large", lognormal, {**lognormal, "spoiledOfTen": 1, "spoilFactor": 10}),
        case("a tenth becomes one constant", normal, {**normal, "spoiledOfTen": 1, "spoilOffset": 0.3}),
        case("nine tenths become one constant", normal, {**normal, "spoiledOfTen": 9, "spoilOffset": 0.3}),
        case("point masses grow", masses, {**masses, "spoiledOfTen": 1, "spoilOffset": 100}),
        case("between point masses", masses, {**masses, "spoiledOfTen": 2, "spoilOffset": 60}),
        case("hours, later", hours, {"shape": "late hours"}),
        case("hours, one more", hours, {**hours, "shift": 1}),
    ]


def classification():
    matrices = {
        "binary": [[50, 10], [5, 35]],
        "binary, rare": [[9800, 100], [40, 60]],
        "worse than chance": [[10, 40], [45, 5]],
        "three classes": [[30, 5, 2], [4, 40, 6], [1, 9, 25]],
        "a class never predicted": [[30, 5, 0], [4, 40, 0], [3, 9, 0]],
        "a class that never occurs": [[30, 5, 1], [4, 40, 2], [0, 0, 0]],
        "an absent class": [[30, 5, 0], [4, 40, 0], [0, 0, 0]],
        "one actual class": [[30, 5], [0, 0]],
        "one predicted class": [[30, 0], [5, 0]],
        "one class": [[30, 0], [0, 0]],
    }
    return [classification_case(name, np.array(matrix)) for name, matrix in matrices.items()]


def undefined(value, is_defined):
    return float(value) if is_defined and not math.isnan(value) else None


def classification_case(name, matrix):
    actual, predicted = [], []
    for i, row in enumerate(matrix):
        for j, count in enumerate(row):
            actual += [i] * count
            predicted += [j] * count
    classes = range(len(matrix))
    t, p, n = matrix.sum(axis=1), matrix.sum(axis=0), matrix.sum()
    precision, recall, f1, _ = metrics.precision_recall_fscore_support(actual, predicted, labels=classes, zero_division=0)
    specificity = [
        metrics.recall_score(np.array(actual) != c, np.array(predicted) != c, zero_division=0) for c in classes]
    macro = {"average": "macro", "zero_division": 0}
    occurs = [c for c in classes if t[c] + p[c] > 0]
    return {
        "name": name,
        "classes": len(matrix),
        "cells": matrix.flatten().tolist(),
        "accuracy": metrics.accuracy_score(actual, predicted),
        "balancedAccuracy": metrics.balanced_accuracy_score(actual, predicted),
        "mcc": undefined(metrics.matthews_corrcoef(actual, predicted), max(t) < n and max(p) < n),
        "kappa": undefined(metrics.cohen_kappa_score(actual, predicted), True),
        "precision": [undefined(precision[c], p[c] > 0) for c in classes],
        "recall": [undefined(recall[c], t[c] > 0) for c in classes],
        "specificity": [undefined(specificity[c], t[c] < n) for c in classes],
        "f1": [undefined(f1[c], t[c] + p[c] > 0) for c in classes],
        "macroPrecision": metrics.precision_score(actual, predicted, **macro),
        "macroRecall": metrics.recall_score(actual, predicted, **macro),
        "macroF1": metrics.f1_score(actual, predicted, **macro),
        "macroSpecificity": float(np.mean([specificity[c] for c in occurs])),
    }


def score_sample(recipe):
    random = Random(recipe["seed"])
    labels, scores = [], []
    for _ in range(recipe["n"]):
        positive = random.next() < recipe["rate"]
        score = score_value(random, recipe["shape"], positive)
        labels.append(positive)
        scores.append(score)
    return np.array(labels), np.minimum(np.array(scores, np.float32), np.float32(1))


def score_value(random, shape, positive):
    u = random.next()
    if shape == "smooth":
        return u**0.5 if positive else u**2
    if shape == "ties":
        return round(10 * (u**0.5 if positive else u**2)) / 10
    if shape == "tiny":
        return 0.003 * math.exp(random.normal() + (1 if positive else 0))
    if shape == "near one":
        return 1 - 0.003 * math.exp(random.normal() + (0 if positive else 1))
    if shape == "useless":
        return u
    raise ValueError(shape)


def scores():
    cases = []
    for shape, rate in [("smooth", 0.3), ("ties", 0.3), ("tiny", 0.02), ("tiny", 0.2), ("near one", 0.97), ("useless", 0.1)]:
        recipe = {"shape": shape, "rate": rate, "n": 20_000, "seed": 7}
        labels, values = score_sample(recipe)
        exact = values.astype(float)
        bins = np.minimum((values * np.float32(10)).astype(int), 9)
        error = sum(
            (bins == k).mean() * abs(labels[bins == k].mean() - exact[bins == k].mean()) for k in range(10) if (bins == k).any())
        cases.append({
            "name": f"{shape}, {rate}", "recipe": recipe, "positives": int(labels.sum()),
            "rocAuc": metrics.roc_auc_score(labels, exact),
            "averagePrecision": metrics.average_precision_score(labels, exact),
            # Both columns, so that each is clipped as it is and not as one less the other.
            "logLoss": metrics.log_loss(labels, np.column_stack([1 - exact, exact]), eps=1e-15),
            "brier": metrics.brier_score_loss(labels, exact),
            "calibrationError": error,
        })
    return cases


def binned_scores():
    """Counts by score bin, where nothing is lost by binning."""
    cases = {
        "apart": ([0, 0, 5, 10], [10, 5, 0, 0]),
        "reversed": ([10, 5, 0, 0], [0, 0, 5, 10]),
        "all tied": ([0, 7, 0], [0, 13, 0]),
        "mixed": ([1, 4, 0, 9, 3], [20, 6, 5, 2, 1]),
    }
    result = []
    for name, (positives, negatives) in cases.items():
        bins = list(range(len(positives)))
        values = np.repeat(bins + bins, positives + negatives)
        labels = np.repeat([1, 0], [sum(positives), sum(negatives)])
        result.append({
            "name": name, "positives": positives, "negatives": negatives,
            "rocAuc": metrics.roc_auc_score(labels, values),
            "averagePrecision": metrics.average_precision_score(labels, values),
        })
    return result


def regression():
    random = Random(11)
    cases = []
    for name, n, offset in [("noisy", 200, 0), ("two rows", 2, 0), ("large values", 200, 1e5), ("with zeros", 50, None)]:
        labels = [round(10 * random.normal() + (offset or 0), 3) for _ in range(n)]
        if offset is None:
            labels[::5] = [0.0] * len(labels[::5])
        predictions = [round(label * 0.9 + random.normal() + 0.5, 3) for label in labels]
        y, f = np.array(labels), np.array(predictions)
        cases.append({
            "name": name, "labels": labels, "predictions": predictions,
            "meanAbsoluteError": metrics.mean_absolute_error(y, f),
            "rootMeanSquaredError": math.sqrt(metrics.mean_squared_error(y, f)),
            "meanError": float((f - y).mean()),
            "medianAbsoluteError": metrics.median_absolute_error(y, f),
            "meanAbsolutePercentageError": metrics.mean_absolute_percentage_error(y[y != 0], f[y != 0]),
            "rSquared": metrics.r2_score(y, f),
        })
    return cases


def intervals():
    cases = []
    for successes, n, z in [(0, 10, 1.959963984540054), (10, 10, 1.959963984540054), (5, 10, 1.959963984540054),
                            (950, 1000, 1.959963984540054), (1, 3, 2.5758293035489004), (300, 100_000, 3.0902323061678132)]:
        # The ends solve |p - successes / n| = z sqrt(p (1 - p) / n).
        share = successes / n
        lower, upper = sorted(np.roots([1 + z * z / n, -(2 * share + z * z / n), share * share]).real)
        cases.append({"name": f"{successes} of {n}, z {z}", "successes": successes, "n": n, "z": z, "lower": lower, "upper": upper})
    return cases


warnings.simplefilter("ignore")
write("drift-groups", drift_groups())
write("noise-floors", noise_floors())
write("ks-p-values", ks_p_values())
write("binned-samples", binned_samples())
write("classification", classification())
write("scores", scores())
write("binned-scores", binned_scores())
write("regression", regression())
write("intervals", intervals())
