"""Recall at 5 of marked clauses by public tools, on the chunks and questions that `main.ts` writes.

BM25: rank_bm25. TF-IDF: scikit-learn, cosine; tuned: question + mean of the clause's training spans.
Usage: peer.py FILE, with the JSON of `node main.mjs --export FILE`.
"""
import json
import sys

import numpy
from rank_bm25 import BM25Okapi
from sklearn.feature_extraction.text import TfidfVectorizer

data = json.load(open(sys.argv[1], encoding="utf-8"))
chunks = data["chunks"]
of_document = {}
for row, chunk in enumerate(chunks):
    of_document.setdefault(chunk["documentId"], []).append(row)
vectoriser = TfidfVectorizer(sublinear_tf=True, stop_words="english")
matrix = vectoriser.fit_transform([chunk["text"] for chunk in chunks])
tokenise = vectoriser.build_analyzer()
bm25 = {
    document: BM25Okapi([tokenise(chunks[row]["text"]) or [""] for row in rows])
    for document, rows in of_document.items()
}


def hit(question, scores, rows):
    best = [rows[at] for at in numpy.argsort(-scores, kind="stable")[:5]]
    ranges = [chunks[row]["range"] for row in best]
    return any(r[0] <= start and r[1] >= end for start, end in question["targets"] for r in ranges)


names = ["bm25", "tfIdf", "tfIdfRocchio"]
found = {name: [] for name in [*names, "untuned", "tuned"]}
for fold in data["folds"]:
    means = {
        clause: numpy.asarray(vectoriser.transform(spans).mean(axis=0))
        for clause, spans in fold["spans"].items()
        if spans
    }
    for question in fold["questions"]:
        rows = of_document[question["documentId"]]
        scores = bm25[question["documentId"]].get_scores(tokenise(question["question"]))
        found["bm25"].append(hit(question, scores, rows))
        vector = vectoriser.transform([question["question"]]).toarray()[0]
        found["tfIdf"].append(hit(question, matrix[rows] @ vector, rows))
        mean = means.get(question["clause"])
        tuned = vector if mean is None else vector + mean[0] / (numpy.linalg.norm(mean) or 1)
        found["tfIdfRocchio"].append(hit(question, matrix[rows] @ tuned, rows))
        found["untuned"].append(question["hits"][0])
        found["tuned"].append(question["hits"][1])
hits = {name: numpy.asarray(values, dtype=float) for name, values in found.items()}
print(len(hits["bm25"]), "questions", {name: round(float(v.mean()), 4) for name, v in hits.items()})
draws = numpy.random.default_rng(1).integers(0, len(hits["bm25"]), (2000, len(hits["bm25"])))
for ours, peer in [("untuned", "bm25"), ("untuned", "tfIdf"), ("tuned", "tfIdfRocchio")]:
    difference = hits[ours] - hits[peer]
    low, high = numpy.percentile(difference[draws].mean(axis=1), [2.5, 97.5])
    print(f"{ours} - {peer}: {difference.mean():+.4f}, 95 % interval {low:+.4f} to {high:+.4f}")
