"""Text of every PDF of a folder by pypdf, with the time it took: {name: {text, ms}}."""
import json
import pathlib
import sys
import time

from pypdf import PdfReader

folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
result = {}
for path in sorted(folder.glob("*.pdf")):
    started = time.perf_counter()
    text = "\n".join(page.extract_text() or "" for page in PdfReader(path).pages)
    result[path.name] = {"text": text, "ms": (time.perf_counter() - started) * 1000}
out.write_text(json.dumps(result))
