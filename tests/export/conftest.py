import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))  # making.py: claims and a reader for tests
