"""The public peer: scikit-learn TF-IDF and XGBoost on the same splits. Usage: peer.py FOLDER"""

import json
import sys
import time
from pathlib import Path

import numpy
import scipy.sparse
import xgboost
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score

folder = Path(sys.argv[1])
task = json.loads((folder / "task.json").read_text())
texts, labels = task["texts"], numpy.array(task["labels"])


def vectorisers(kind):
    if kind == "whole text, 10,000 words":
        return [(TfidfVectorizer(max_features=10_000, sublinear_tf=True), None)]
    return [(TfidfVectorizer(max_features=2_048, ngram_range=(1, 2), sublinear_tf=True), 1_000)]


results = {}
for kind in ("whole text, 10,000 words", "first 1,000 characters, 2,048 words and pairs"):
    runs = []
    for split in task["splits"]:
        started = time.perf_counter()
        train, test = split["train"], split["test"]
        blocks = []
        for vectoriser, characters in vectorisers(kind):
            cut = [text[:characters] for text in texts]
            vectoriser.fit([cut[i] for i in train])
            blocks.append(vectoriser.transform(cut))
        matrix = scipy.sparse.hstack(blocks).tocsr()
        model = xgboost.XGBClassifier(tree_method="hist", n_jobs=2, random_state=split["seed"])
        model.fit(matrix[train], labels[train])
        seconds = time.perf_counter() - started
        predicted = model.predict(matrix[test])
        runs.append(
            {
                "accuracy": accuracy_score(labels[test], predicted),
                "macroF1": f1_score(labels[test], predicted, average="macro"),
                "seconds": seconds,
            }
        )
    results[f"scikit-learn + XGBoost {xgboost.__version__}: {kind}"] = runs
(folder / "peer.json").write_text(json.dumps(results))
