"""Serves the model over HTTP and logs what it answered."""

import os
import time
import uuid
from typing import Literal

from fastapi import FastAPI
from pydantic import BaseModel

from model import churn_score
from prediction_log import PredictionLog


class Customer(BaseModel):
    tenure_months: int
    monthly_charges: float
    support_calls: int
    plan: str


class Answer(BaseModel):
    id: str
    label: Literal["yes", "no"]
    score: float


class Truth(BaseModel):
    id: str
    label: Literal["yes", "no"]


app = FastAPI(title="churn")
log = PredictionLog(os.environ.get("LOG_FOLDER", "logs"), model="churn", version=os.environ.get("MODEL_VERSION", "1"))


# Plain functions: FastAPI runs them in threads, so that a slow disk holds up one request and not the loop of all.
@app.post("/predict")
def predict(customer: Customer) -> Answer:
    begun = time.perf_counter()
    score = churn_score(**customer.model_dump())
    answer = Answer(id=str(uuid.uuid4()), label="yes" if score >= 0.5 else "no", score=score)
    log.prediction(answer.id, customer.model_dump(), answer.label, answer.score, 1000 * (time.perf_counter() - begun))
    return answer


@app.post("/label", status_code=202)
def label(truth: Truth) -> None:
    log.label(truth.id, truth.label)


@app.get("/healthy")
def healthy() -> str:
    return "healthy"
