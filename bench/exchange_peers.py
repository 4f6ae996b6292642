"""One process of the benchmark for the readers in Python, as exchange-read.ts is for those in JavaScript.

Arguments: reader, format, file. Writes one line, a Reading.
"""

import json
import resource
import sys
import time

reader, kind, path = sys.argv[1:4]
if reader == "networkx":
    import networkx

    version = networkx.__version__
    start, before = time.perf_counter(), time.process_time()
    graph = networkx.read_gexf(path) if kind == "gexf" else networkx.read_graphml(path)
    nodes, edges = len(graph), graph.number_of_edges()
else:
    import igraph

    version = igraph.__version__
    start, before = time.perf_counter(), time.process_time()
    graph = igraph.Graph.Read_GraphML(path)
    nodes, edges = graph.vcount(), graph.ecount()
ms = (time.perf_counter() - start) * 1000
cpu = (time.process_time() - before) * 1000
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"version": version, "ms": ms, "cpuMs": cpu, "nodes": nodes, "edges": edges, "peakBytes": peak}))
