"""A model that fits on a page: who leaves, by how long they have been there, what they pay and how often they call."""

import math

_PLANS = {"basic": 0.4, "plus": 0.0, "pro": -0.5}


def churn_score(tenure_months: int, monthly_charges: float, support_calls: int, plan: str) -> float:
    """The probability that a customer leaves."""
    logit = -1.0 - 0.04 * tenure_months + 0.02 * monthly_charges + 0.5 * support_calls + _PLANS.get(plan, 0.0)
    return 1 / (1 + math.exp(-logit))
