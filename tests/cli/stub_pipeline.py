"""`elchi` as a process of its own, with the reader of making.py in the place of the pipeline's."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))
import making

from elchi import cli, pipeline

PAUSE = float(os.environ.get("PAUSE", "0"))

if __name__ == "__main__":
    pipeline.read_claims = lambda article: making.read_claims(article, PAUSE)
    pipeline.method = lambda: making.METHOD
    cli.main()
