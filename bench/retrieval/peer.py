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


for seed in data["seeds"]:
    means = {
        clause: numpy.asarray(vectoriser.transform(spans).mean(axis=0))
        for clause, spans in seed["spans"].items()
        if spans
    }
    hits = {"bm25": 0, "tfIdf": 0, "tfIdfRocchio": 0}
    for question in seed["questions"]:
        rows = of_document[question["documentId"]]
        scores = bm25[question["documentId"]].get_scores(tokenise(question["question"]))
        hits["bm25"] += hit(question, scores, rows)
        vector = vectoriser.transform([question["question"]]).toarray()[0]
        hits["tfIdf"] += hit(question, matrix[rows] @ vector, rows)
        mean = means.get(question["clause"])
        tuned = vector if mean is None else vector + mean[0] / (numpy.linalg.norm(mean) or 1)
        hits["tfIdfRocchio"] += hit(question, matrix[rows] @ tuned, rows)
    total = len(seed["questions"])
    print(seed["seed"], total, {name: round(count / total, 4) for name, count in hits.items()})
