"""The peers in Python: PyYAML's C loader and networkx. Prints seconds, the number that was found, and peak memory.

    peers.py yaml FILE                        reads FILE with CSafeLoader
    peers.py descendants EDGES FROM           networkx.descendants
    peers.py paths EDGES FROM TO              all simple paths, counted
    peers.py graph EDGES                      builds the DiGraph
    peers.py fold FOLDER DAY                  every state on that day, by tests/independent/fold.py
"""

import json
import os
import resource
import sys
import time


def median(question):
    times = []
    while len(times) < 3 or (sum(times) < 1 and len(times) < 50):
        start = time.perf_counter()
        found = question()
        times.append(time.perf_counter() - start)
        if times[0] > 2:
            break
    return sorted(times)[len(times) // 2], found


def graph(path):
    import networkx

    with open(path, encoding="utf-8") as file:
        edges = json.load(file)

    def build():
        built = networkx.DiGraph()
        built.add_edges_from(edges)
        return built

    return networkx, build


def main():
    what, path, *rest = sys.argv[1:]
    if what == "yaml":
        import yaml

        with open(path, encoding="utf-8") as file:
            text = file.read()
        answer = median(lambda: len(yaml.load(text, Loader=yaml.CSafeLoader)))
    elif what == "graph":
        _, build = graph(path)
        answer = median(lambda: build().number_of_edges())
    elif what == "descendants":
        networkx, build = graph(path)
        built = build()
        answer = median(lambda: len(networkx.descendants(built, rest[0])))
    elif what == "paths":
        networkx, build = graph(path)
        built = build()
        answer = median(lambda: sum(1 for _ in networkx.all_simple_paths(built, rest[0], rest[1])))
    else:
        sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "tests", "independent"))
        import datetime

        import fold

        sys.setrecursionlimit(100_000)
        events = fold.read(path)
        fold.cut_parts(events)
        day = datetime.date.fromisoformat(rest[0])

        def states():
            answer = fold.states(events, [fold.Fold(events, 0), fold.Fold(events, 1)], day)
            return sum(len(parts) for parts in answer.values())

        answer = median(states)
    print(answer[0], answer[1], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


main()
