"""Harvests with sickle: one line of JSON with what it got. Arguments: URL, then name=value of ListRecords; `--times` adds seconds of each page."""
import json
import sys
import time

from sickle import Sickle
from sickle.oaiexceptions import NoRecordsMatch

url, *rest = sys.argv[1:]
times = "--times" in rest
arguments = dict(one.split("=", 1) for one in rest if one != "--times")
client = Sickle(url)
begun = time.perf_counter()
held, pages, n, last = {}, [], 0, begun
told = None
try:
    records = client.ListRecords(ignore_deleted=False, **{"metadataPrefix": "oai_dc", **arguments})
    told = records.oai_response.xml.find(".//{http://www.openarchives.org/OAI/2.0/}responseDate").text
    for record in records:
        n += 1
        if not times:
            held[record.header.identifier] = None if record.deleted else record.metadata["title"][0]
        elif n % 100 == 0:
            now = time.perf_counter()
            pages.append(now - last)
            last = now
except NoRecordsMatch:
    pass
print(json.dumps({"records": n, "seconds": time.perf_counter() - begun, "pages": pages, "held": held, "told": told}))
