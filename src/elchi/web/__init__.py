"""The pages of a record: what the commands answer, for people who look rather than query.

One FastAPI application on the questions of `query`: pages made on the server, each with a JSON twin, no script that is
needed to read them, and nothing fetched from anywhere else.
"""

from elchi.web.app import LOOPBACK, create_app
from elchi.web.door import Access
from elchi.web.inside import Fetched, fetch
from elchi.web.limits import Limits
from elchi.web.users import Users

__all__ = ["LOOPBACK", "Access", "Fetched", "Limits", "Users", "create_app", "fetch"]
