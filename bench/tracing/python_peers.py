"""One process of the benchmark for the peers in Python, as measure.ts is for those in JavaScript.

Told what to do by a request as its argument (see files.ts); writes a line on what was built and a line for each task.
With `--versions` it writes which peers there are. "igraph, C" is igraph's C library, called through ctypes and without
Python's objects: python-igraph turns the list of weights into an array on every call.
"""

import ctypes
import ctypes.util
import itertools
import json
import os
import resource
import statistics
import sys
import time
from array import array

# Weights may differ by so much: Ascribe's are whole numbers of 1e-9 nat.
TOLERANCE = 1e-6


def version_of(peer):
    """The version of a peer, or None where it is not installed."""
    try:
        if peer.startswith("python-igraph"):
            import igraph

            return igraph.__version__
        if peer.startswith("networkx"):
            import networkx

            return networkx.__version__
    except ImportError:
        return None
    name = ctypes.util.find_library("igraph")
    if name is None:
        return None
    text = ctypes.c_char_p()
    numbers = [ctypes.c_int() for _ in range(3)]
    ctypes.CDLL(name).igraph_version(ctypes.byref(text), *[ctypes.byref(number) for number in numbers])
    # The calls below are those of 0.10.
    return text.value.decode() if [number.value for number in numbers][:2] == [0, 10] else None


def read(folder, name, typecode):
    values = array(typecode)
    path = os.path.join(folder, name)
    with open(path, "rb") as file:
        values.fromfile(file, os.path.getsize(path) // values.itemsize)
    return values


class PythonIgraph:
    """python-igraph over all links: it walks parallel ones apart."""

    links = "walked"

    def __init__(self, entities, start, end, weight):
        import igraph

        self.weights = weight.tolist()
        self.graph = igraph.Graph(n=entities, edges=list(zip(start, end)), directed=False)

    def one(self, start, end):
        return self.graph.get_shortest_paths(start, end, weights=self.weights, output="epath")

    def several(self, start, end, k):
        return self.graph.get_k_shortest_paths(start, end, k, weights=self.weights, output="epath")

    def weigh(self, found):
        return [sum(self.weights[edge] for edge in path) for path in found if path]


class Vector(ctypes.Structure):
    """igraph_vector_t and its kin: where it starts, where it ends, where its room ends."""

    _fields_ = [("start", ctypes.c_void_p), ("room", ctypes.c_void_p), ("end", ctypes.c_void_p)]


class VectorList(ctypes.Structure):
    """Room for igraph_vector_int_list_t, whatever its fields; and for igraph_t."""

    _fields_ = [("room", ctypes.c_char * 1024)]


class IgraphC:
    """igraph's C library over all links."""

    links = "walked"

    def __init__(self, entities, start, end, weight):
        self.core = core = ctypes.CDLL(ctypes.util.find_library("igraph"))
        core.igraph_vector_int_list_get_ptr.restype = ctypes.POINTER(Vector)
        core.igraph_vector_int_list_size.restype = ctypes.c_int64
        ends = array("q", itertools.chain.from_iterable(zip(start, end)))
        self.graph = VectorList()
        self.values = weight
        self.weights = self.view(weight)
        self.check(core.igraph_create(ctypes.byref(self.graph), ctypes.byref(self.view(ends)), ctypes.c_int64(entities), 0))
        self.path = Vector()
        self.check(core.igraph_vector_int_init(ctypes.byref(self.path), ctypes.c_int64(0)))
        self.paths = VectorList()
        self.check(core.igraph_vector_int_list_init(ctypes.byref(self.paths), ctypes.c_int64(0)))

    @staticmethod
    def check(code):
        if code != 0:
            raise RuntimeError(f"igraph failed with code {code}")

    @staticmethod
    def view(values):
        start, length = values.buffer_info()
        end = start + length * values.itemsize
        return Vector(start, end, end)

    @staticmethod
    def numbers(vector):
        length = (vector.end - vector.start) // 8 if vector.start else 0
        return list((ctypes.c_int64 * length).from_address(vector.start)) if length else []

    def one(self, start, end):
        # Mode 1: outwards, which means nothing where links have no direction.
        code = self.core.igraph_get_shortest_path_dijkstra(
            ctypes.byref(self.graph), None, ctypes.byref(self.path), ctypes.c_int64(start), ctypes.c_int64(end),
            ctypes.byref(self.weights), 1,
        )
        self.check(code)
        return None

    def several(self, start, end, k):
        code = self.core.igraph_get_k_shortest_paths(
            ctypes.byref(self.graph), ctypes.byref(self.weights), None, ctypes.byref(self.paths), ctypes.c_int64(k),
            ctypes.c_int64(start), ctypes.c_int64(end), 1,
        )
        self.check(code)
        return k

    def weigh(self, found):
        if found is None:
            paths = [self.numbers(self.path)]
        else:
            count = self.core.igraph_vector_int_list_size(ctypes.byref(self.paths))
            at = [self.core.igraph_vector_int_list_get_ptr(ctypes.byref(self.paths), ctypes.c_int64(i)) for i in range(count)]
            paths = [self.numbers(pointer.contents) for pointer in at]
        return [sum(self.values[edge] for edge in path) for path in paths if path]


class Networkx:
    """networkx over the best of each pair's links: shortest_simple_paths takes no parallel ones."""

    links = "best"

    def __init__(self, entities, start, end, weight):
        import networkx

        self.networkx = networkx
        self.graph = networkx.Graph()
        self.graph.add_nodes_from(range(entities))
        self.graph.add_weighted_edges_from(zip(start, end, weight))

    def one(self, start, end):
        return [self.networkx.bidirectional_dijkstra(self.graph, start, end, weight="weight")[1]]

    def several(self, start, end, k):
        return list(itertools.islice(self.networkx.shortest_simple_paths(self.graph, start, end, weight="weight"), k))

    def weigh(self, found):
        return [sum(self.graph[a][b]["weight"] for a, b in zip(path, path[1:])) for path in found]


PEERS = {"igraph, C": IgraphC, "python-igraph": PythonIgraph, "networkx": Networkx}


def bytes_in_use():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def write(line):
    print(json.dumps(line), flush=True)


def is_equal(a, b):
    return len(a) == len(b) and all(abs(x - y) <= TOLERANCE for x, y in zip(a, b))


def measure(request):
    folder = request["folder"]
    kind = PEERS[request["peer"]]
    with open(os.path.join(folder, "graph.json"), encoding="utf8") as file:
        entities = json.load(file)["entities"]
    with open(os.path.join(folder, "pairs.json"), encoding="utf8") as file:
        pairs = json.load(file)
    columns = [read(folder, f"{kind.links}-{name}", code) for name, code in (("from", "I"), ("to", "I"), ("weight", "d"))]
    before = bytes_in_use()
    start = time.perf_counter()
    peer = kind(entities, *columns)
    build = time.perf_counter() - start
    held = bytes_in_use() - before
    write({"version": version_of(request["peer"]), "buildMs": build * 1000, "relations": len(columns[0]), "bytes": held})
    for task in request["tasks"]:
        k = task["k"]

        def answer(pair):
            return peer.one(*pair) if k == 1 else peer.several(*pair, k)

        found = []
        began = time.perf_counter()
        for pair in pairs:
            if time.perf_counter() - began > request["limit"]:
                break
            found.append(peer.weigh(answer(pair)))
        path = os.path.join(folder, f"answers-{task['name']}.json")
        known = None
        if os.path.exists(path):
            with open(path, encoding="utf8") as file:
                known = json.load(file)
        else:
            with open(path, "w", encoding="utf8") as file:
                json.dump(found, file)
        compared = 0 if known is None else min(len(found), len(known))
        unequal = [i for i in range(compared) if not is_equal(found[i], known[i])]
        times = [[] for _ in found]
        for _ in range(request["rounds"]):
            began = time.perf_counter()
            for i, pair in enumerate(pairs[: len(found)]):
                if time.perf_counter() - began > request["limit"]:
                    break
                asked = time.perf_counter()
                answer(pair)
                times[i].append((time.perf_counter() - asked) * 1000)
            if time.perf_counter() - began > request["limit"]:
                break
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        medians = [statistics.median(of) for of in times if of]
        write({"task": task["name"], "ms": medians, "compared": compared, "unequal": unequal, "peakBytes": peak})


if sys.argv[1] == "--versions":
    write({peer: version_of(peer) for peer in PEERS})
else:
    measure(json.loads(sys.argv[1]))
