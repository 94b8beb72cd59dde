"""Harvests with oaipmh-scythe: one line of JSON with what it got. Arguments: URL, then name=value of list_records."""
import json
import sys

from oaipmh_scythe import Scythe
from oaipmh_scythe.exceptions import NoRecordsMatch

url, *rest = sys.argv[1:]
arguments = {("from_" if name == "from" else name): value for name, value in (one.split("=", 1) for one in rest)}
held, n = {}, 0
with Scythe(url) as client:
    try:
        for record in client.list_records(**{"metadata_prefix": "oai_dc", "ignore_deleted": False, **arguments}):
            n += 1
            held[record.header.identifier] = None if record.deleted else record.metadata["title"][0]
    except NoRecordsMatch:
        pass
print(json.dumps({"records": n, "held": held}))
