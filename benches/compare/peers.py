"""The peers in Python: PyYAML's C loader and networkx. Prints seconds, the number that was found, and peak memory.

    peers.py yaml FILE                        reads FILE with CSafeLoader
    peers.py descendants EDGES FROM           networkx.descendants
    peers.py paths EDGES FROM TO              all simple paths, counted, within what lies between the two
    peers.py graph EDGES                      builds the DiGraph
    peers.py fold FOLDER DAY                  every state on that day, by tests/independent/fold.py
"""

import json
import os
import sys
import time


def least(question):
    """The best of some runs, as benches/compare/functions.rs takes it."""
    times = []
    while len(times) < 3 or (sum(times) < 1 and len(times) < 50):
        start = time.perf_counter()
        found = question()
        times.append(time.perf_counter() - start)
        if times[0] > 3:
            break
    return min(times), found


def peak():
    """Most memory in kibibytes, as Linux counts it; getrusage would count the program that started this one too."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next((line.split()[1] for line in status if line.startswith("VmHWM:")), "-")


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
        answer = least(lambda: len(yaml.load(text, Loader=yaml.CSafeLoader)))
    elif what == "graph":
        _, build = graph(path)
        answer = least(lambda: build().number_of_edges())
    elif what == "descendants":
        networkx, build = graph(path)
        built = build()
        answer = least(lambda: len(networkx.descendants(built, rest[0])))
    elif what == "paths":
        networkx, build = graph(path)
        built = build()

        def paths():
            # Left alone, all_simple_paths follows every way that never arrives, and does not end.
            on_the_way = {*networkx.descendants(built, rest[0]), rest[0]} & {*networkx.ancestors(built, rest[1]), rest[1]}
            between = built.subgraph(on_the_way).copy()
            return sum(1 for _ in networkx.all_simple_paths(between, rest[0], rest[1]))

        answer = least(paths)
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

        answer = least(states)
    print(answer[0], answer[1], peak())


main()
