"""One article goes through the pipeline; a fault in it becomes an error that names it."""

from __future__ import annotations

from elchi import pipeline
from elchi.errors import ElchiError, PackError, ReadError
from elchi.model import Article


def read_one(article: Article) -> pipeline.Reading | ReadError:
    """Read the claims of one article; what goes wrong comes back as an error, so that a run goes on.

    Raises:
        PackError: a table of the installation is broken: no article can be read.
    """
    try:
        return pipeline.read_claims(article)
    except PackError:
        raise
    except ReadError as error:
        return error
    except ElchiError as error:
        return ReadError(article.id, str(error).removeprefix(f"{article.id}: "))
    except Exception as bug:  # noqa: BLE001 - a fault of elchi's own in one article must not cost the others
        return ReadError(article.id, f"elchi failed here ({type(bug).__name__}: {bug}); please report this article")
