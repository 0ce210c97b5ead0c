"""The public peer: scikit-learn TF-IDF and XGBoost on the same texts. Usage: peer.py TASKS"""

import json
import sys
from pathlib import Path
from statistics import mean

import xgboost
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score
from sklearn.preprocessing import LabelEncoder

KINDS = {
    "whole text, 10,000 words": (dict(max_features=10_000, sublinear_tf=True), None),
    "first 1,000 characters, 2,048 words and pairs": (
        dict(max_features=2_048, ngram_range=(1, 2), sublinear_tf=True),
        1_000,
    ),
}

tasks = json.loads(Path(sys.argv[1]).read_text())
for kind, (settings, characters) in KINDS.items():
    figures = {}
    for task in tasks:
        texts = [[one["text"][:characters] for one in task[part]] for part in ("train", "scored")]
        gold = [[one["category"] for one in task[part]] for part in ("train", "scored")]
        encoder = LabelEncoder().fit(gold[0])
        vectoriser = TfidfVectorizer(**settings).fit(texts[0])
        model = xgboost.XGBClassifier(tree_method="hist", n_jobs=2, random_state=1)
        model.fit(vectoriser.transform(texts[0]), encoder.transform(gold[0]))
        named = encoder.inverse_transform(model.predict(vectoriser.transform(texts[1])))
        figures.setdefault(task["name"], []).append(
            (accuracy_score(gold[1], named), f1_score(gold[1], named, average="macro"))
        )
    for name, runs in figures.items():
        accuracies, scores = zip(*runs)
        print(
            f"scikit-learn + XGBoost {xgboost.__version__}, {kind}; {name}: "
            f"accuracy {mean(accuracies):.3f}, macro F1 {mean(scores):.3f}"
        )
