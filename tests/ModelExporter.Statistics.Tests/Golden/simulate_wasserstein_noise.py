"""The constant c of the Wasserstein noise floor c * sqrt(1/n + 1/m), for a normal baseline.

Draws two samples of the same normal distribution and prints the 0.999 quantile of W1 / sd * sqrt(nm / (n + m)).
Run: /usr/bin/python3 simulate_wasserstein_noise.py    (Python 3.11, numpy 1.24, scipy 1.10; about two minutes)
"""
import numpy as np
from scipy.stats import wasserstein_distance

RUNS = 40_000

generator = np.random.default_rng(20240601)
for n, m in [(5000, 300), (5000, 1000)]:
    scaled = np.empty(RUNS)
    for run in range(RUNS):
        baseline = generator.standard_normal(n)
        current = generator.standard_normal(m)
        scaled[run] = wasserstein_distance(baseline, current) / baseline.std() * np.sqrt(n * m / (n + m))
    quantiles = np.quantile(scaled, [0.5, 0.99, 0.999])
    print(f"n={n} m={m}: median {quantiles[0]:.3f}, 0.99 {quantiles[1]:.3f}, 0.999 {quantiles[2]:.3f}")
