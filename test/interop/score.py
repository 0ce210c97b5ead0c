"""Scores our models with XGBoost, and trains models for us to score. Usage: score.py FOLDER"""

import json
import sys
from pathlib import Path

import numpy
import scipy.sparse
import xgboost

folder = Path(sys.argv[1])


def read_rows(path):
    labels, cells, rows, columns = [], [], [], []
    for row, line in enumerate(path.read_text().splitlines()):
        label, *pairs = line.split()
        labels.append(int(label))
        for pair in pairs:
            column, value = pair.split(":")
            rows.append(row)
            columns.append(int(column))
            cells.append(float(value))
    shape = (len(labels), json.loads((folder / "shape.json").read_text())["features"])
    return scipy.sparse.csr_matrix((cells, (rows, columns)), shape=shape), numpy.array(labels)


matrix, labels = read_rows(folder / "rows.libsvm")
data = xgboost.DMatrix(matrix, labels)
scores = {}
for name in ("ours.json", "ours.ubj"):
    scores[name] = xgboost.Booster(model_file=str(folder / name)).predict(data).tolist()

parameters = {
    "objective": "multi:softprob",
    "num_class": int(labels.max()) + 1,
    "max_depth": 4,
    "eta": 0.3,
    "tree_method": "hist",
    "colsample_bytree": 0.5,
    "seed": 1,
    "nthread": 2,
}
theirs = xgboost.train(parameters, data, num_boost_round=20)
for name in ("theirs.json", "theirs.ubj"):
    theirs.save_model(folder / name)
    scores[name] = theirs.predict(data).tolist()
scores["version"] = xgboost.__version__
(folder / "scores.json").write_text(json.dumps(scores))
